"""Key of a closing question: how a student can become better than its teacher."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "D is trained on real samples. What it tells the student about the data does not pass through the teacher, so "
    "the teacher's errors are no bound: DMD2 gives this as its reason for adding a GAN loss.",
)
key.wrong(
    "never_better",
    "Regression alone has the teacher as its only source, but this loss has a second part.",
    "What has D been trained on?",
    "a",
)
key.wrong(
    "averages_errors",
    "Your own table says otherwise: the student that only regresses is worse than its teacher.",
    "Compare the rows: what was added when the share rose?",
    "b",
)
key.wrong(
    "fewer_steps",
    "The student that only regresses has one step as well, and is worse.",
    "Compare the rows: what was added when the share rose?",
    "c",
)
