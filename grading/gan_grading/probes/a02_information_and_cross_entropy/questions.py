"""Probes of the closing questions."""

from __future__ import annotations

import math

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

CONVERTED_BACKWARDS = Misconception(
    "converted_backwards",
    "You divided by log 2 where you had to multiply.",
    "A nat is the larger unit: a number of nats is smaller than the same amount in bits.",
)
SAME_NUMBER = Misconception(
    "same_number",
    "That is the number of bits.",
    "The amount is the same, the unit is not: how many nats is one bit?",
)
IN_BITS = Misconception(
    "in_bits",
    "That is the value in bits.",
    "The losses of deep learning use natural logarithms: the answer is asked in nats.",
)
IS_V = Misconception(
    "value_not_bce",
    "That is V (or its negative), not BCE.",
    "BCE is one mean over all samples. V is the sum of two means. Which factor lies between them?",
)
IS_ACCURACY = Misconception(
    "accuracy",
    "That is the share of right answers of such a D, not its loss.",
    "Put p = 1/2 into −log p.",
)
IS_VALUE = Misconception(
    "value_itself",
    "That is V, which weighs both kinds of samples alike.",
    "In one mean over 256 samples, 192 of them fake, each fake sample counts as much as each real one.",
)
FACTOR_MISSING = Misconception(
    "factor_missing",
    "The factor is missing: that is −BCE of the batch, or BCE itself.",
    "Asked is −2 times the cross-entropy.",
)
SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "A cross-entropy is never negative, and it is multiplied by −2.",
)
NOT_DIVIDED = Misconception(
    "not_divided",
    "That is twice the divergence.",
    "V(D*) = 2·JS − log 4: after adding log 4 there is a step left.",
)
NO_LOG_4 = Misconception(
    "log_4_forgotten",
    "A divergence is never negative.",
    "V(D*) = 2·JS − log 4: JS = 0 belongs to V = −log 4, not to V = 0.",
)
DIRECTION = Misconception(
    "direction",
    "You took the other direction for the infinite one.",
    "Look for an outcome that the first distribution produces and the second calls impossible.",
)
BOTH = Misconception(
    "both_infinite",
    "Only one of the two directions meets an outcome it calls impossible.",
    "In KL(p‖q) an outcome with p = 0 adds nothing, whatever q says of it.",
)
JS_FINITE = Misconception(
    "js_infinite",
    "JS is never infinite.",
    "JS compares with the mixture, which is positive wherever one of the two is.",
)

PROBES = (
    number_question(
        "q_nats_of_three_bits",
        3 * math.log(2),
        "One bit is the surprise of a fair coin, log₂ 2 = 1 bit = ln 2 nats = 0.693 nats. Three bits are "
        "3·0.693 = 2.079 nats. Nats are the larger unit, so there are fewer of them.",
        tolerance=0.006,
        wrong={3 / math.log(2): CONVERTED_BACKWARDS, 3.0: SAME_NUMBER},
    ),
    choice_question(
        "q_infinite_divergence",
        "b",
        "q produces the third outcome in one case of three, and p calls it impossible: KL(q‖p) contains "
        "(1/3)·log((1/3)/0) = ∞. The other direction weighs by p, which never produces it, and JS compares "
        "with the mixture, which gives it 1/6.",
        wrong={"a": DIRECTION, "c": BOTH, "d": JS_FINITE},
    ),
    number_question(
        "q_coin_toss_bce",
        math.log(2),
        "Every sample costs −log(1/2) = log 2 = 0.693 nats, whatever its label, so the mean is log 2 as well "
        "(one bit: the label is not known at all). V is −2 times that, −log 4 = −1.386.",
        tolerance=0.006,
        wrong={1.0: IN_BITS, 0.5: IS_ACCURACY, 2 * math.log(2): IS_V, -2 * math.log(2): IS_V},
    ),
    number_question(
        "q_unbalanced_batch",
        -1.0,
        "The 64 real samples weigh 64/256 = 1/4 and the 192 fakes 3/4: BCE = 0.25·0.2 + 0.75·0.6 = 0.5, so "
        "−2·BCE = −1.0. V = −0.2 − 0.6 = −0.8. The two agree only where both kinds weigh one half.",
        tolerance=0.006,
        wrong={-0.8: IS_VALUE, 0.8: IS_VALUE, -0.5: FACTOR_MISSING, 0.5: FACTOR_MISSING, 1.0: SIGN},
    ),
    number_question(
        "q_js_from_value",
        (math.log(4) - 1) / 2,
        "V(D*) = 2·JS − log 4, so JS = (V + log 4)/2 = (−1 + 1.386)/2 = 0.193 nats, which is 0.279 bits. A D "
        "that is not the best one reaches a smaller V, so a trained D gives a lower bound on JS.",
        tolerance=0.006,
        wrong={
            math.log(4) - 1: NOT_DIVIDED,
            (math.log(4) - 1) / 2 / math.log(2): IN_BITS,
            -0.5: NO_LOG_4,
            0.5: NO_LOG_4,
        },
    ),
)
