"""Checks of the assignment 01_generative_vs_discriminative, one function an exercise.

Sources of the mathematics: Ng & Jordan (2002),
https://proceedings.neurips.cc/paper/2001/hash/7b7a53e239400a13bd6be6c91c4f6c4e-Abstract.html; Dempster,
Laird & Rubin (1977), https://doi.org/10.1111/j.2517-6161.1977.tb01600.x.
"""

from __future__ import annotations

from gan_course.checks.generative.discriminant import boundary_terms, covariances
from gan_course.checks.generative.fitting import fit_classes, from_counts
from gan_course.checks.generative.logistic import logistic_loss
from gan_course.checks.generative.missing import em_step
from gan_course.checks.generative.questions import (
    q_copied_feature,
    q_draw_from_posterior,
    q_mast,
    q_two_points,
)
from gan_course.checks.generative.sampling import sample_joint
from gan_course.checks.generative.scores import log_joint, posterior

__all__ = [
    "boundary_terms",
    "covariances",
    "em_step",
    "fit_classes",
    "from_counts",
    "log_joint",
    "logistic_loss",
    "posterior",
    "q_copied_feature",
    "q_draw_from_posterior",
    "q_mast",
    "q_two_points",
    "sample_joint",
]
