"""Key of the question about what four figures can show."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "The figures look at samples and at nothing else. Whatever draws samples of the right distribution passes, "
    "however it came to them; that a game of two networks was played is for the report to show.",
)
key.wrong(
    "must_be_a_gan",
    "The figures never look at the networks.",
    "What are the arguments of the function that measures?",
    "a",
)
key.wrong(
    "must_copy",
    "A grain that wide leaves no row recognisable: the share of copies is near one half.",
    "Which samples are as near to fresh rows as to the training rows?",
    "b",
)
key.wrong(
    "raise_thresholds",
    "Real rows themselves are the best that any threshold can ask for, and such an estimate comes near to them.",
    "Would higher thresholds fail the method, or everybody?",
    "d",
)
