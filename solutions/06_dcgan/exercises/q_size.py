"""Key of the closing question q_size."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    7.0,
    "A kernel of 5 needs 5 pixels of the padded row, 13 + 2·2 = 17. It can move on by (17 − 5) / 2 = 6 steps of 2, "
    "and 6 steps have 7 places: the output has 7 pixels along a side.",
    tolerance=0.01,
)
key.wrong(
    "off_by_one",
    "That counts the kernel's moves, not its places.",
    "A kernel that cannot move at all still has one place.",
    6.0,
)
key.wrong(
    "padding_forgotten",
    "The padding was not counted, or counted on one side only.",
    "Two zeros are added at each end of every row.",
    5.0,
)
key.wrong(
    "wrong_direction",
    "A convolution with stride 2 does not make pictures larger.",
    "Which of the two formulas belongs to nn.Conv2d?",
    25.0,
)
