"""Key of a closing question: the cross-entropy of a discriminator that tosses a coin."""

import math

from gan_grading.keys.questions import NumberKey

from ._shared import IN_BITS

key = NumberKey(
    math.log(2),
    "Every sample costs −log(1/2) = log 2 = 0.693 nats, whatever its label, so the mean is log 2 as well "
    "(one bit: the label is not known at all). V is −2 times that, −log 4 = −1.386.",
    tolerance=0.006,
)
key.also(IN_BITS, 1.0)
key.wrong(
    "accuracy",
    "That is the share of right answers of such a D, not its loss.",
    "Put p = 1/2 into −log p.",
    0.5,
)
key.wrong(
    "value_not_bce",
    "That is V (or its negative), not BCE.",
    "BCE is one mean over all samples. V is the sum of two means. Which factor lies between them?",
    2 * math.log(2),
    -2 * math.log(2),
)
