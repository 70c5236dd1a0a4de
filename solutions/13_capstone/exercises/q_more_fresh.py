"""Key of the question about sets of unequal size."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    0.25,
    "To an honest generator training rows and fresh rows are alike: of 1,000 + 3,000 rows each is equally "
    "likely to be the nearest, so 1,000 of 4,000, a quarter. With sets of one size it is one half.",
    tolerance=0.01,
    low=0.0,
    high=1.0,
)
key.wrong(
    "still_half",
    "One half is right for sets of one size.",
    "Where would you expect the nearest of 4,000 rows?",
    0.5,
)
key.wrong("turned_round", "That is the share nearer to a *fresh* row.", "Which set is the small one?", 0.75)
key.wrong(
    "ratio",
    "You divided the size of one set by that of the other.",
    "The nearest is one of all 4,000 rows.",
    1 / 3,
)
