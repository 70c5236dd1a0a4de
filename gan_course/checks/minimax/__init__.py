"""Checks of the assignment 03_minimax, one function an exercise.

Source of the mathematics: Goodfellow et al. (2014), https://arxiv.org/abs/1406.2661.
"""

from __future__ import annotations

from gan_course.checks.minimax.loop import algorithm_1
from gan_course.checks.minimax.losses import discriminator_loss, saturating_generator_loss
from gan_course.checks.minimax.networks import make_discriminator, make_generator
from gan_course.checks.minimax.optimizers import make_optimizers
from gan_course.checks.minimax.questions import (
    q_accuracy_at_equilibrium,
    q_first_term,
    q_phase_one,
    q_value_at_equilibrium,
)

__all__ = [
    "algorithm_1",
    "discriminator_loss",
    "make_discriminator",
    "make_generator",
    "make_optimizers",
    "q_accuracy_at_equilibrium",
    "q_first_term",
    "q_phase_one",
    "q_value_at_equilibrium",
    "saturating_generator_loss",
]
