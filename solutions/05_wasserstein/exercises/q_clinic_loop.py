"""Key of a closing question: a loop of a Wasserstein GAN with faults."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Weights are clipped before the step (line 7), which carries them out of the bounds again; and "
    "the inner loop encloses G's step as well (lines 11 to 14), so G moves as often as the "
    "critic.",
)
key.wrong(
    "loss_sign",
    "The critic's loss is right: it falls when real values rise and those of fakes fall.",
    "Which way does line 5 push f at real samples?",
    "a",
)
key.wrong(
    "detached",
    "The fakes of line 4 are cut off for the critic's step, and line 11 makes new ones for G's.",
    "Which fakes does line 11 use?",
    "c",
)
key.wrong(
    "no_sigmoid",
    "A critic has no sigmoid, and its loss no logarithm.",
    "What does section 3 say of the heights of f?",
    "d",
)
