"""Key of the question where points come from."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Grading takes the text of your answers, runs it in a fresh process, calls your functions with "
    "inputs you have not seen, and judges what comes back: values, gradients, weights before and after.",
)
key.wrong(
    "ticks_are_points",
    "The ticks of a check are help for you; they are not what is graded.",
    "A check uses a few fixed inputs that everybody can read. Could code be right for those and wrong for others?",
    "a",
)
key.wrong(
    "source_is_graded",
    "Nobody compares your lines with the model solution.",
    "There are many right ways to write a function. What do all of them have in common?",
    "b",
)
key.wrong(
    "outputs_are_graded",
    "Outputs stored in your notebook are dropped before grading.",
    "Grading runs your code afresh, in a new process.",
    "d",
)
