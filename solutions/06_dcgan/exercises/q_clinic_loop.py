"""Key of a closing question: a loop of a DCGAN with faults."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Batch norm takes its mean over the batch: with both kinds in one batch (line 4) each logit "
    "depends on the other kind, and samples drawn in training mode (line 14) depend on their "
    "company. Fakes may serve both steps, and line 7 clears what line 12 has left in D.",
)
key.wrong(
    "reused_fakes",
    "The fakes may serve both steps: line 10 lets D, as it is now, judge them again.",
    "Which D does line 10 ask?",
    "a",
)
key.wrong(
    "unhalved",
    "The two means are added without a half in the loss of this course, and samples are cut off so "
    "that they can be shown.",
    "Is anything trained on the samples of line 14?",
    "c",
)
key.wrong(
    "gradients_in_d",
    "Line 12 does leave gradients in D, and line 7 clears them before they can be used.",
    "In which order do lines 7, 8 and 9 of the next iteration come?",
    "d",
)
