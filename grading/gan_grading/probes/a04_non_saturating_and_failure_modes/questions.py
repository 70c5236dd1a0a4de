"""Probes of the closing questions of the assignment on failure modes."""

from __future__ import annotations

import math

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

RATIO_INVERTED = Misconception(
    "inverted",
    "That is the saturating slope divided by the non-saturating one.",
    "Which of the two is steeper at a = −4? The answer should be above 1.",
)
RATIO_IN_D = Misconception(
    "no_exponential",
    "The ratio is not the logit itself.",
    "Write both slopes with σ(a) and divide: (1 − σ(a)) / σ(a).",
)
RATIO_ONE_SLOPE = Misconception(
    "one_slope",
    "That is one of the two slopes, not their ratio.",
    "Divide the slope of the non-saturating loss by that of the saturating one.",
)
RATIO = number_question(
    "q_slope_ratio",
    math.exp(4),
    "The slopes are −(1 − σ(a))/N and −σ(a)/N. Their ratio is (1 − σ(a))/σ(a) = e^(−a), at a = −4 e⁴ ≈ 54.6: the "
    "surer D is that a sample is fake, the larger the advantage, and it grows exponentially with the logit.",
    tolerance=0.6,
    wrong={
        math.exp(-4): RATIO_INVERTED,
        4.0: RATIO_IN_D,
        -4.0: RATIO_IN_D,
        1 / (1 + math.exp(-4)): RATIO_ONE_SLOPE,
        -1 / (1 + math.exp(-4)): RATIO_ONE_SLOPE,
    },
)
SIGN = choice_question(
    "q_sign",
    right="b",
    explanation=(
        "−log D is large where D is small: maximising it makes G's samples as fake as possible. What is meant is "
        "to maximise log D(G(z)), which is to minimise −log D(G(z)). The optimiser minimises, so the loss carries "
        "the minus sign; the word 'maximise' and the minus sign together are one sign too many."
    ),
    wrong={
        "a": Misconception(
            "same_thing",
            "The two differ by a sign, and the sign decides whether G is taught or mistaught.",
            "Take D(G(z)) = 0.01 and 0.99. For which of them is −log D larger?",
        ),
        "c": Misconception(
            "becomes_saturating",
            "The saturating loss is log(1 − D); this is another function.",
            "Draw −log D over D from 0 to 1. Where is its largest value?",
        ),
        "d": Misconception(
            "cancels",
            "Nothing cancels: only the sign of the whole gradient is turned.",
            "Which way does G's output move when −log D is made larger?",
        ),
    },
)
NOT_A_ROOT = Misconception(
    "grows_by_square",
    "That is how the square of the distance grows.",
    "One round multiplies x² + y² by 1 + η². The distance is the root of that.",
)
STAYS = Misconception(
    "stays",
    "The simultaneous path does not stay at its distance: that would be continuous time.",
    "Work out x² + y² after one simultaneous round.",
)
SHRINKS = Misconception(
    "shrinks",
    "The distance grows, it does not shrink.",
    "Look at the left-hand panel of the three portraits.",
)
FIRST_ORDER = Misconception(
    "grows_by_eta",
    "The distance does not grow by the factor 1 + η in a round.",
    "The step is at a right angle to the radius, so Pythagoras applies: x² + y² is multiplied by 1 + η².",
)
ROUNDS = number_question(
    "q_spiral",
    1.01**50,
    "In a simultaneous round x² + y² becomes (x − ηy)² + (y + ηx)² = (1 + η²)(x² + y²). After 100 rounds with η = 0.1 "
    "the distance is √1.01 to the power 100 = 1.01^50 ≈ 1.645 times as large: the players leave each other, slowly and "
    "surely.",
    tolerance=0.01,
    wrong={
        1.01**100: NOT_A_ROOT,
        1.0: STAYS,
        1.01**-50: SHRINKS,
        0.99**50: SHRINKS,
        1.1**100: FIRST_ORDER,
        math.e: FIRST_ORDER,
    },
)
COIN = choice_question(
    "q_perfect_generator",
    right="c",
    explanation=(
        "Against a perfect generator no D can be right more often than a coin, and none need be less: 50%. What D still "
        "says is noise, its slope points anywhere, and G follows it. So G leaves the data until D notices. A smaller "
        "step, or an average over many steps, keeps that wandering small; a metric tells when to stop."
    ),
    wrong={
        "a": Misconception(
            "accuracy_zero",
            "A D that was always wrong would know everything: one would only have to turn its answers round.",
            "How often is a coin right?",
        ),
        "b": Misconception(
            "training_rests",
            "Minibatches differ from each other by chance, and D learns these differences.",
            "Look at the experiment that starts from the perfect generator: does it stay there?",
        ),
        "d": Misconception(
            "keeps_improving",
            "There is nothing left to improve: any change makes a perfect generator worse.",
            "In which direction can p_g move away from p_data and be better?",
        ),
    },
)
RULES = choice_question(
    "q_two_rules",
    right="d",
    explanation=(
        "'Touched' needs one sample of 2,500 within three standard deviations, 'captured' needs 20. Touched 8 and captured "
        "2 means that samples are smeared over the whole ring and rarely hit: blur, not collapse. The share of good samples "
        "(here a few percent) says the same. A collapsed run has few modes by either rule."
    ),
    wrong={
        "a": Misconception(
            "touched_is_enough",
            "One lucky sample in 2,500 touches a mode: that says little about quality.",
            "How large can the share of good samples be when six modes have fewer than 20 samples each?",
        ),
        "b": Misconception(
            "is_collapse",
            "A collapsed generator sits in one or two places: it could not touch all eight modes.",
            "Where are the samples that touch the other six modes?",
        ),
        "c": Misconception(
            "contradiction",
            "Both rules look at the same samples and can both be right: they ask for different numbers.",
            "How many samples does each rule want near a mode?",
        ),
    },
)

PROBES = (RATIO, SIGN, ROUNDS, COIN, RULES)
