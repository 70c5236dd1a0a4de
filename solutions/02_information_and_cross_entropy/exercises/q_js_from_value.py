"""Key of a closing question: the Jensen-Shannon divergence behind a value of V."""

import math

from gan_grading.keys.questions import NumberKey

from ._shared import IN_BITS

key = NumberKey(
    (math.log(4) - 1) / 2,
    "V(D*) = 2·JS − log 4, so JS = (V + log 4)/2 = (−1 + 1.386)/2 = 0.193 nats, which is 0.279 bits. A D "
    "that is not the best one reaches a smaller V, so a trained D gives a lower bound on JS.",
    tolerance=0.006,
)
key.wrong(
    "not_divided",
    "That is twice the divergence.",
    "V(D*) = 2·JS − log 4: after adding log 4 there is a step left.",
    math.log(4) - 1,
)
key.also(IN_BITS, (math.log(4) - 1) / 2 / math.log(2))
key.wrong(
    "log_4_forgotten",
    "You forgot log 4: for this number V would be twice the divergence.",
    "V(D*) = 2·JS − log 4: JS = 0 belongs to V = −log 4, not to V = 0.",
    -0.5,
    0.5,
)
