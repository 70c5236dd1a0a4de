"""Key of a closing question."""

import math

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    1.01**50,
    "In a simultaneous round x² + y² becomes (x − ηy)² + (y + ηx)² = (1 + η²)(x² + y²). After 100 "
    "rounds with η = 0.1 the distance is √1.01 to the power 100 = 1.01^50 ≈ 1.645 times as large: the"
    " players leave each other, slowly and surely.",
)
key.wrong(
    "grows_by_square",
    "That is how the square of the distance grows.",
    "One round multiplies x² + y² by 1 + η². The distance is the root of that.",
    1.01**100,
)
key.wrong(
    "stays",
    "The simultaneous path does not stay at its distance: that would be continuous time.",
    "Work out x² + y² after one simultaneous round.",
    1.0,
)
key.wrong(
    "shrinks",
    "The distance grows, it does not shrink.",
    "Look at the left-hand panel of the three portraits.",
    1.01 ** (-50),
    0.99**50,
)
key.wrong(
    "grows_by_eta",
    "The distance does not grow by the factor 1 + η in a round.",
    "The step is at a right angle to the radius, so Pythagoras applies: x² + y² is multiplied by 1 + η².",
    1.1**100,
    math.e,
)
