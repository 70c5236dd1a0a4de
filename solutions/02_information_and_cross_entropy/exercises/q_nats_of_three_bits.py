"""Key of a closing question: how many nats 3 bits are."""

import math

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    3 * math.log(2),
    "One bit is the surprise of a fair coin, log₂ 2 = 1 bit = ln 2 nats = 0.693 nats. Three bits are "
    "3·0.693 = 2.079 nats. Nats are the larger unit, so there are fewer of them.",
    tolerance=0.006,
)
key.wrong(
    "converted_backwards",
    "You divided by log 2 where you had to multiply.",
    "A nat is the larger unit: a number of nats is smaller than the same amount in bits.",
    3 / math.log(2),
)
key.wrong(
    "same_number",
    "That is the number of bits.",
    "The amount is the same, the unit is not: how many nats is one bit?",
    3.0,
)
