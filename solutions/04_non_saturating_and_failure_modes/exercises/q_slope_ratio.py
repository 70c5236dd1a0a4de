"""Key of a closing question."""

import math

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    math.exp(4),
    "The slopes are −(1 − σ(a))/N and −σ(a)/N. Their ratio is (1 − σ(a))/σ(a) = e^(−a), at a = −4 e⁴ "
    "≈ 54.6: the surer D is that a sample is fake, the larger the advantage, and it grows "
    "exponentially with the logit.",
    tolerance=0.6,
)
key.wrong(
    "inverted",
    "That is the saturating slope divided by the non-saturating one.",
    "Which of the two is steeper at a = −4? The answer should be above 1.",
    math.exp(-4),
)
key.wrong(
    "no_exponential",
    "The ratio is not the logit itself.",
    "Write both slopes with σ(a) and divide: (1 − σ(a)) / σ(a).",
    4.0,
    -4.0,
)
key.wrong(
    "one_slope",
    "That is one of the two slopes, not their ratio.",
    "Divide the slope of the non-saturating loss by that of the saturating one.",
    1 / (1 + math.exp(-4)),
    -1 / (1 + math.exp(-4)),
)
