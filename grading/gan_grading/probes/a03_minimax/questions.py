"""Probes of the closing questions of the minimax assignment."""

from __future__ import annotations

import math

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

SIGN = Misconception(
    "sign",
    "The size is right, the sign is not.",
    "V adds up logarithms of probabilities. What sign has the logarithm of a number below 1?",
)
ONE_TERM = Misconception(
    "one_term",
    "That is one of the two terms alone.",
    "V has a term for the data and one for the fakes; at the equilibrium both have the same value.",
)
PROBABILITY = Misconception(
    "probability_not_value",
    "That is what D answers, not what the game is worth.",
    "Put D = 1/2 into both logarithms of V and add.",
)
WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm.",
)
NEVER_RIGHT = Misconception(
    "drops_to_zero",
    "A discriminator that is always wrong would be as useful as one that is always right.",
    "It cannot tell the two kinds apart. How often is a coin right?",
)
ALWAYS_RIGHT = Misconception(
    "always_right",
    "The best discriminator is not one that never errs.",
    "It is the best one possible against a perfect generator, whose samples nobody can tell from the data.",
)
AS_PERCENT = Misconception(
    "as_percent",
    "The answer is given in percent.",
    "A number between 0 and 1 is asked for.",
)

VALUE = number_question(
    "q_value_at_equilibrium",
    -math.log(4),
    "At the equilibrium D(x) = 1/2 for every x, so V = log(1/2) + log(1 − 1/2) = −2 log 2 = −log 4 ≈ −1.386. "
    "It is the smallest value that V has against the best discriminator, and only a perfect generator reaches it.",
    wrong={
        math.log(4): SIGN,
        -math.log(2): ONE_TERM,
        math.log(2): ONE_TERM,
        0.5: PROBABILITY,
        -2.0: WRONG_BASE,
        -math.log10(4): WRONG_BASE,
    },
)
ACCURACY = number_question(
    "q_accuracy_at_equilibrium",
    0.5,
    "With a perfect generator a sample says nothing about where it came from. Whatever D answers, it is right "
    "for half of the samples: 50%, not 0%. A D that was wrong every time would know everything; one would only "
    "have to turn its answers round.",
    wrong={0.0: NEVER_RIGHT, 1.0: ALWAYS_RIGHT, 50.0: AS_PERCENT},
)
FIRST_TERM = choice_question(
    "q_first_term",
    right="c",
    explanation=(
        "The first term averages log D(x) over real samples. Neither they nor D's parameters change when θ_g "
        "changes, so its gradient in θ_g is zero, always. G hears of the data only through D and the second term."
    ),
    wrong={
        "a": Misconception(
            "terms_mirror_each_other",
            "The two terms do not mirror each other in θ_g.",
            "Write down which symbols of the first term contain θ_g.",
        ),
        "b": Misconception(
            "real_samples_push_g",
            "D's values on real samples do not depend on G's parameters.",
            "A gradient in θ_g needs something that changes when θ_g changes.",
        ),
        "d": Misconception(
            "zero_only_at_equilibrium",
            "It is zero long before the equilibrium as well.",
            "Which symbols of the first term contain θ_g, at any time?",
        ),
    },
)
PHASE_ONE = choice_question(
    "q_phase_one",
    right="b",
    explanation=(
        "While D trains, only G's parameters hold still. G still makes the fakes, and D learns from real and fake "
        "samples by backpropagation through D. That D trains 'without backpropagation' is a common mistake; "
        "what is left out is backpropagation into G."
    ),
    wrong={
        "a": Misconception(
            "no_backpropagation",
            "D does backpropagate while it trains.",
            "Which line of discriminator_step finds D's gradients?",
        ),
        "c": Misconception(
            "g_makes_no_samples",
            "D needs fakes in this phase, and G makes them.",
            "What is the second argument of the loss in discriminator_step?",
        ),
        "d": Misconception(
            "both_move",
            "The two networks take turns.",
            "Whose optimiser steps in discriminator_step?",
        ),
    },
)

PROBES = (VALUE, ACCURACY, FIRST_TERM, PHASE_ONE)
