"""Key of the question about a boundary of two points."""

import math

from gan_grading.keys.questions import NumberKey

T = math.sqrt(8 / 3 * math.log(2))

key = NumberKey(
    T,
    "A = ½(1 − ¼) = 3/8 and c = −½ log 4 = −log 2, so 3/8·t² = log 2 and t = √(8/3·log 2) = 1.36. Between "
    "−1.36 and 1.36 the tight class 0 is likelier, outside on both sides the wide class 1: no single "
    "threshold does that, so a straight (one-point) boundary cannot.",
    tolerance=0.006,
)
key.wrong(
    "not_rooted",
    "That is t², not t.",
    "A·t² + c = 0 gives the square.",
    T**2,
)
key.wrong(
    "half_misplaced",
    "A factor ½ is lost.",
    "A = ½(1/σ₀² − 1/σ₁²) = ½(1 − ¼) = 3/8, and c = −½ log(σ₁²/σ₀²) = −½ log 4 = −log 2.",
    math.sqrt(4 / 3 * math.log(2)),
    math.sqrt(16 / 3 * math.log(2)),
)
key.wrong(
    "halfway",
    "That is halfway between the standard deviations (or one of them).",
    "The boundary is where the two densities are equally high.",
    1.5,
    1.0,
    2.0,
)
