"""Key of the question about nats and bits per pixel."""

import math

from gan_grading.keys.questions import NumberKey

NATS, PIXELS = 34.0, 196

key = NumberKey(
    NATS / (PIXELS * math.log(2)),
    "34.0 nats are 34.0 / ln 2 = 49.05 bits a picture, and shared out among 196 pixels 0.250 bits each. "
    "(The negative bound is never below −log P, so the model itself needs at most that.)",
    tolerance=0.002,
)
key.wrong("nats", "That is in nats per pixel.", "One nat is 1.443 bits.", NATS / PIXELS)
key.wrong(
    "wrong_way",
    "Nats were turned into bits the wrong way round.",
    "A bit is the smaller unit, so there are more of them.",
    NATS * math.log(2) / PIXELS,
)
key.wrong(
    "whole_picture",
    "That is for a whole picture.",
    "How many pixels share these bits?",
    NATS / math.log(2),
)
key.wrong(
    "side_for_pixels",
    "You divided by the side of the picture, not by the number of its pixels.",
    "A picture of 14 by 14 pixels has 196 of them.",
    NATS / (14 * math.log(2)),
)
key.wrong(
    "sign",
    "The size is right, the sign is not.",
    "The bound is negative, its negative is a cost: bits are never below 0 for a probability.",
    -NATS / (PIXELS * math.log(2)),
)
key.wrong(
    "grey_levels",
    "You added bits for grey levels.",
    "The pictures are black and white, and the bound is one of a probability: `levels` is 1.",
    NATS / (PIXELS * math.log(2)) + 8,
    NATS / (PIXELS * math.log(2)) + 1,
)
