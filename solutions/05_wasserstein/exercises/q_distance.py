"""Key of a closing question: the distance of two heaps from one."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    2.0,
    "Half of the earth lies at 0 and half at 4, and all of it must go to 1: ½·|0 − 1| + ½·|4 − 1| = ½ + 3/2 = 2. "
    "The means, 2 and 1, differ by 1 only: the distance sees more than the means.",
)
key.wrong(
    "means_only",
    "That is the difference of the two means.",
    "Work is never negative: earth carried to the right does not pay off earth carried to the left.",
    1.0,
)
key.wrong(
    "masses_forgotten",
    "That adds the two ways without their masses.",
    "Each heap holds half of the earth.",
    4.0,
)
key.wrong("squared", "That averages the squares of the two ways.", "Work is mass times distance.", 5.0)
key.wrong(
    "js_not_distance",
    "That is the Jensen-Shannon divergence of two distributions that do not overlap.",
    "How far must each heap be carried?",
    0.693,
)
