"""Key of a closing question: what the game is worth at its equilibrium."""

import math

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    -math.log(4),
    "At the equilibrium D(x) = 1/2 for every x, so V = log(1/2) + log(1 − 1/2) = −2 log 2 = −log 4 ≈ −1.386. "
    "It is the smallest value that V has against the best discriminator, and only a perfect generator reaches it.",
)
key.wrong(
    "sign",
    "The size is right, the sign is not.",
    "V adds up logarithms of probabilities. What sign has the logarithm of a number below 1?",
    math.log(4),
)
key.wrong(
    "one_term",
    "That is one of the two terms alone.",
    "V has a term for the data and one for the fakes; at the equilibrium both have the same value.",
    -math.log(2),
    math.log(2),
)
key.wrong(
    "probability_not_value",
    "That is what D answers, not what the game is worth.",
    "Put D = 1/2 into both logarithms of V and add.",
    0.5,
)
key.wrong(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm.",
    -2.0,
    -math.log10(4),
)
