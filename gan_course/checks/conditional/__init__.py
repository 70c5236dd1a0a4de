"""Checks of the assignment 07_conditional_gan, one function an exercise.

Sources: Mirza and Osindero (2014), https://arxiv.org/abs/1411.1784; Reed et al. (2016),
https://arxiv.org/abs/1605.05396.
"""

from __future__ import annotations

from gan_course.checks.conditional.captions import encode_captions
from gan_course.checks.conditional.grid import class_grid
from gan_course.checks.conditional.labels import mismatched_labels, one_hot
from gan_course.checks.conditional.losses import discriminator_loss, generator_loss
from gan_course.checks.conditional.networks import make_discriminator, make_generator
from gan_course.checks.conditional.questions import (
    q_blind_discriminator,
    q_condition_weights,
    q_mismatched_pairs,
    q_one_seven,
)
from gan_course.checks.conditional.step import discriminator_step

__all__ = [
    "class_grid",
    "discriminator_loss",
    "discriminator_step",
    "encode_captions",
    "generator_loss",
    "make_discriminator",
    "make_generator",
    "mismatched_labels",
    "one_hot",
    "q_blind_discriminator",
    "q_condition_weights",
    "q_mismatched_pairs",
    "q_one_seven",
]
