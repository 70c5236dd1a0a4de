"""Checks of the assignment 04_non_saturating_and_failure_modes, one function an exercise.

Sources of the mathematics: Goodfellow et al. (2014), https://arxiv.org/abs/1406.2661, and Mescheder et
al. (2018), https://arxiv.org/abs/1801.04406.
"""

from __future__ import annotations

from gan_course.checks.failure_modes.losses import generator_loss, generator_slopes
from gan_course.checks.failure_modes.modes import count_modes
from gan_course.checks.failure_modes.questions import (
    q_perfect_generator,
    q_sign,
    q_slope_ratio,
    q_spiral,
    q_two_rules,
)
from gan_course.checks.failure_modes.remedies import average_weights, mend, r1_penalty
from gan_course.checks.failure_modes.rounds import xy_step
from gan_course.checks.failure_modes.stopping import when_to_stop

__all__ = [
    "average_weights",
    "count_modes",
    "generator_loss",
    "generator_slopes",
    "mend",
    "q_perfect_generator",
    "q_sign",
    "q_slope_ratio",
    "q_spiral",
    "q_two_rules",
    "r1_penalty",
    "when_to_stop",
    "xy_step",
]
