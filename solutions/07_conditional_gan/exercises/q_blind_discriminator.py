"""Key of closing question 1: a discriminator that does not see y."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    0.1,
    "D's verdict is the only thing G hears. If the verdict does not depend on y, no gradient ever tells G that a 7 "
    "was asked for: which digits it draws for which label is an accident. Over the ten turns of the labels every "
    "sample is right exactly once, so the average is one tenth, however a single run turned out.",
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
    "A single run can be wrong nearly every time; under another turn of the labels the same samples are right.",
    "Take one sample that shows a digit. Under how many of the ten turns does its label fit?",
    0.0,
)
key.wrong(
    "coin",
    "A coin has two sides, the digits have ten classes.",
    "Take one sample that shows a digit. Under how many of the ten turns does its label fit?",
    0.5,
)
