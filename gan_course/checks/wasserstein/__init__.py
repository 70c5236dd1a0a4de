"""Checks of the assignment 05_wasserstein, one function an exercise.

Sources of the mathematics: Arjovsky et al. (2017), https://arxiv.org/abs/1701.07875; Gulrajani et al. (2017),
https://arxiv.org/abs/1704.00028.
"""

from __future__ import annotations

from gan_course.checks.wasserstein.clipping import clipped_step
from gan_course.checks.wasserstein.distance import wasserstein_1d, wasserstein_weighted
from gan_course.checks.wasserstein.losses import critic_loss, generator_loss
from gan_course.checks.wasserstein.penalty import gradient_penalty
from gan_course.checks.wasserstein.phase import critic_phase
from gan_course.checks.wasserstein.push import push
from gan_course.checks.wasserstein.questions import (
    q_distance,
    q_norm_over_batch,
    q_penalty_weight,
    q_what_a_value_means,
    q_without_constraint,
)

__all__ = [
    "clipped_step",
    "critic_loss",
    "critic_phase",
    "generator_loss",
    "gradient_penalty",
    "push",
    "q_distance",
    "q_norm_over_batch",
    "q_penalty_weight",
    "q_what_a_value_means",
    "q_without_constraint",
    "wasserstein_1d",
    "wasserstein_weighted",
]
