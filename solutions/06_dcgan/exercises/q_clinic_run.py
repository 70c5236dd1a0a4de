"""Key of a closing question: a run of a DCGAN that is ill."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Real pixels lie between 0 and 1, those of the fakes between -1 and 1: the background of the "
    "real digits is grey, and no real pixel is below 0. G has to learn the offset before it can "
    "learn digits, and a single dark pixel gives every fake away.",
)
key.wrong(
    "weights_too_large",
    "With weights that are too large the fakes would be black and white; they are grey, and change.",
    "Look at the pixels of the fakes: how many stand at the two ends?",
    "a",
)
key.wrong(
    "batch_norm_at_the_end",
    "With batch norm before the tanh the fakes' mean would stay at mid-grey, where here it lies far above.",
    "Where is the middle of the orange pixels?",
    "c",
)
key.wrong(
    "d_too_fast",
    "A D that is right every time is what you see, not why. Here the two kinds differ in something "
    "that no digit has to do with.",
    "Which values do fakes take that no real picture takes?",
    "d",
)
