"""Checks of the assignment 02_information_and_cross_entropy, one function an exercise.

Sources of the mathematics: Shannon (1948), https://doi.org/10.1002/j.1538-7305.1948.tb01338.x; Kullback &
Leibler (1951), https://doi.org/10.1214/aoms/1177729694; Lin (1991), https://doi.org/10.1109/18.61115;
Goodfellow et al. (2014), https://arxiv.org/abs/1406.2661.
"""

from __future__ import annotations

from gan_course.checks.information.divergences import cross_entropy, js_divergence, kl_divergence
from gan_course.checks.information.game import one_logit, value_from_bce
from gan_course.checks.information.likelihood import bce_from_logits, bce_from_probabilities
from gan_course.checks.information.questions import (
    q_coin_toss_bce,
    q_infinite_divergence,
    q_js_from_value,
    q_nats_of_three_bits,
    q_unbalanced_batch,
)
from gan_course.checks.information.surprise import entropy, information

__all__ = [
    "bce_from_logits",
    "bce_from_probabilities",
    "cross_entropy",
    "entropy",
    "information",
    "js_divergence",
    "kl_divergence",
    "one_logit",
    "q_coin_toss_bce",
    "q_infinite_divergence",
    "q_js_from_value",
    "q_nats_of_three_bits",
    "q_unbalanced_batch",
    "value_from_bce",
]
