"""Probes of the closing questions."""

from __future__ import annotations

import math

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

LIKELIHOOD = Misconception(
    "likelihood",
    "That is P(mast | sailboat).",
    "You saw the mast and ask for the kind: it is P(sailboat | mast) that is wanted.",
)
NO_PRIOR = Misconception(
    "no_prior",
    "That would be right if there were as many sailboats as motorboats.",
    "Nine boats of ten are motorboats: write down how many of 1,000 boats show a mast, by kind.",
)
NOT_NORMALISED = Misconception(
    "joint_not_normalised",
    "That is the joint probability of sailboat and mast.",
    "Given the mast, only the boats with a mast count: divide by the share of those.",
)
EVIDENCE = Misconception(
    "evidence",
    "That is the probability of seeing a mast at all.",
    "Which share of the boats with a mast are sailboats?",
)
ODDS = Misconception(
    "odds",
    "Those are odds, sailboats for each motorboat.",
    "A probability is a share of all boats with a mast, both kinds.",
)
OTHER_KIND = Misconception(
    "other_kind",
    "That is the probability of a motorboat.",
    "Which of the two is asked?",
)
SQUARE = Misconception(
    "not_rooted",
    "That is t², not t.",
    "A·t² + c = 0 gives the square.",
)
NO_HALF = Misconception(
    "half_misplaced",
    "A factor ½ is lost.",
    "A = ½(1/σ₀² − 1/σ₁²) = ½(1 − ¼) = 3/8, and c = −½ log(σ₁²/σ₀²) = −½ log 4 = −log 2.",
)
BETWEEN = Misconception(
    "halfway",
    "That is halfway between the standard deviations (or one of them).",
    "The boundary is where the two densities are equally high.",
)
NOT_BAYES = Misconception(
    "p_x_missing",
    "Bayes' rule turns the bar round only with P(x) at hand.",
    "P(x | y) = P(y | x)·P(x)/P(y): a factor is unknown.",
)
PRIORS_ENOUGH = Misconception(
    "priors_enough",
    "The priors say how frequent the classes are, not what the x are like.",
    "Chain rule: P(x, y) = P(y | x)·P(x). Is P(x) among the things you have?",
)
EXACTNESS = Misconception(
    "not_about_exactness",
    "The question grants that it is exact.",
    "Even so something is missing in P(x, y) = P(y | x)·P(x).",
)
NOTICES = Misconception(
    "notices_copies",
    "Bayes' rule is exact, but the model it is applied to takes the copies for independent.",
    "Naive Bayes adds one term for each feature. The copy brings the same term again.",
)
AVERAGES = Misconception(
    "averages",
    "Naive Bayes adds the features' terms; it does not average them.",
    "What happens to a sum when one of its terms is there twice?",
)
STILL_NORMALISED = Misconception(
    "still_normalised",
    "The posterior is normalised in any case, whatever the joint is.",
    "The rows add up to 1. But is the share of the best class still justified?",
)

_T = math.sqrt(8 / 3 * math.log(2))
PROBES = (
    number_question(
        "q_mast",
        1 / 3,
        "Of 1,000 boats 100 are sailboats, 90 of them with a mast; 900 are motorboats, 180 of them with an "
        "antenna. Among the 270 with a mast 90 are sailboats: 1/3. The likelihood is high, the prior is low.",
        tolerance=0.006,
        wrong={
            0.9: LIKELIHOOD,
            0.9 / 1.1: NO_PRIOR,
            0.09: NOT_NORMALISED,
            0.27: EVIDENCE,
            0.5: ODDS,
            2 / 3: OTHER_KIND,
        },
    ),
    number_question(
        "q_two_points",
        _T,
        "A = ½(1 − ¼) = 3/8 and c = −½ log 4 = −log 2, so 3/8·t² = log 2 and t = √(8/3·log 2) = 1.36. Between "
        "−1.36 and 1.36 the tight class 0 is likelier, outside on both sides the wide class 1: no single "
        "threshold does that, so a straight (one-point) boundary cannot.",
        tolerance=0.006,
        wrong={
            _T**2: SQUARE,
            math.sqrt(4 / 3 * math.log(2)): NO_HALF,
            math.sqrt(16 / 3 * math.log(2)): NO_HALF,
            1.5: BETWEEN,
            1.0: BETWEEN,
            2.0: BETWEEN,
        },
    ),
    choice_question(
        "q_draw_from_posterior",
        "b",
        "P(x, y) = P(y | x)·P(x), and P(x) is not there. Two harbours can agree about what every boat is, and "
        "have entirely different boats. Knowing P(y) as well does not help: it is one number a class, P(x) a "
        "whole distribution.",
        wrong={"a": NOT_BAYES, "c": PRIORS_ENOUGH, "d": EXACTNESS},
    ),
    choice_question(
        "q_copied_feature",
        "c",
        "The log joint is a sum with one term for each feature, so the copied one counts twice, as if it had "
        "been seen twice independently. Posteriors move towards 0 and 1. Neighbouring pixels of a digit are "
        "nearly copies: that is why naive Bayes was so sure of its mistakes.",
        wrong={"a": NOTICES, "b": AVERAGES, "d": STILL_NORMALISED},
    ),
)
