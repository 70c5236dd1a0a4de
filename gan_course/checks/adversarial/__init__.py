"""Checks of the assignment 08_adversarial_examples, one function an exercise.

Sources of the mathematics: Goodfellow, Shlens and Szegedy (2014), https://arxiv.org/abs/1412.6572; Madry
et al. (2017), https://arxiv.org/abs/1706.06083.
"""

from __future__ import annotations

from gan_course.checks.adversarial.linear import epsilon_in_range, linear_worst_case, robust_logistic_loss
from gan_course.checks.adversarial.measure import robust_accuracy
from gan_course.checks.adversarial.questions import (
    q_adversarial_training,
    q_fgsm_alone,
    q_linear_change,
    q_why_gans,
)
from gan_course.checks.adversarial.sign_steps import fgsm, targeted_fgsm
from gan_course.checks.adversarial.step import adversarial_step
from gan_course.checks.adversarial.walk import pgd, project

__all__ = [
    "adversarial_step",
    "epsilon_in_range",
    "fgsm",
    "linear_worst_case",
    "pgd",
    "project",
    "q_adversarial_training",
    "q_fgsm_alone",
    "q_linear_change",
    "q_why_gans",
    "robust_accuracy",
    "robust_logistic_loss",
    "targeted_fgsm",
]
