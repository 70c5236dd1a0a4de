"""Key of closing question 1: a discriminator that does not see y."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    0.1,
    "D's verdict is the only thing G hears. If the verdict does not depend on y, no gradient ever tells G that a 7 "
    "was asked for: whatever G does with y, it is not punished for it. Its samples are digits, but the digit has "
    "nothing to do with the label, and one in ten fits by chance (with ten classes of equal size).",
    tolerance=0.021,
    low=0.0,
    high=1.0,
)
key.wrong(
    "g_hears_y_by_itself",
    "G is given y, but nobody tells it what y means.",
    "Through which network does everything reach G that it knows about the data?",
    1.0,
)
key.wrong(
    "never_right",
    "To be wrong every time, G would have to know the right class and avoid it.",
    "How often does a label drawn blindly fit?",
    0.0,
)
key.wrong(
    "coin",
    "A coin has two sides, the digits have ten classes.",
    "How often does a label drawn blindly fit?",
    0.5,
)
