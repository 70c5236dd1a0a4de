"""Key of the question about two enlargers."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Where several fine pictures fit the same coarse one, the least expected error is reached by something between them, "
    "which has soft edges. B draws one of them, sharp, and where it is not the right one the error counts twice: a stroke "
    "is missing where it should be, and stands where none should be. Section 3 measured both sides of it.",
)
key.wrong(
    "better_in_both",
    "More training does not make what is lost come back: several pictures fit.",
    "Which picture minimises the expected error if two are equally likely?",
    "a",
)
key.wrong(
    "memorised",
    "The pictures were held out, and a network that knows the training set by heart gains nothing on them.",
    "What does the pixel loss ask for where several answers fit?",
    "c",
)
key.wrong(
    "sharper_is_nearer",
    "A sharp stroke beside the right place has a larger error than a soft one between both places.",
    "Compare with pencil and paper: the truth (0, 1), the answers (1, 0) and (0.5, 0.5).",
    "d",
)
