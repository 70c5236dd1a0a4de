"""Probe of fitting: priors, means and variances of labelled rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import Part, PartsDuel, class_rows
from gan_grading.probes.probe import Probe

PRIOR_COUNTS = Misconception(
    "prior_not_normalised",
    "Your priors are not the classes' shares of all rows.",
    "Together the priors add up to 1.",
)
NO_PRIOR = Misconception(
    "uniform_prior",
    "Your priors are equal, whatever the classes' sizes are.",
    "Rare classes are rare: count how many of the rows each class has.",
)
SMOOTHED = Misconception(
    "smoothed",
    "Something was added to the counts or the variances before they were used.",
    "The exercise asks for the plain formulas; a floor comes later, outside of this function.",
    share=0.5,
)
GRAND_MEAN = Misconception(
    "not_by_class",
    "Your means or variances are those of all rows, not of each class.",
    "Which rows belong to class k?",
)
NOT_AVERAGED = Misconception(
    "not_averaged",
    "A class's sum is not divided by the size of this class.",
    "Each class divides by its own N_k, not by the number of all rows, and not by nothing.",
)
WRONG_CENTRE = Misconception(
    "wrong_centre",
    "Your variance is not taken around the mean of the class.",
    "Squared deviations from the class's own mean.",
)
UNBIASED = Misconception(
    "unbiased",
    "Your variance divides by N_k − 1.",
    "Maximum likelihood divides by N_k, and a class with one row then has variance 0 instead of NaN.",
    share=0.5,
)
DEVIATION = Misconception(
    "standard_deviation",
    "You return standard deviations.",
    "The variance is the average of the squares, without a root.",
)
POOLED = Misconception(
    "pooled_variance",
    "All classes get the same variances, so every boundary stays straight.",
    "Each class has a spread of its own: average the squared deviations class by class.",
)
ONE_SPREAD = Misconception(
    "one_spread",
    "A class has the same variance in all its features, or a whole matrix.",
    "One variance for each class and each feature: shape (K, d).",
)


def _by_class(x: torch.Tensor, y: torch.Tensor, k: int, of: Any) -> torch.Tensor:
    return torch.stack([of(x[y == c]) for c in range(k)])


def _priors(x: torch.Tensor, y: torch.Tensor, k: int) -> torch.Tensor:
    return F.one_hot(y, k).float().mean(0)


def _means(x: torch.Tensor, y: torch.Tensor, k: int) -> torch.Tensor:
    return _by_class(x, y, k, lambda own: own.mean(0))


def _variances(x: torch.Tensor, y: torch.Tensor, k: int) -> torch.Tensor:
    return _by_class(x, y, k, lambda own: own.var(0, correction=0))


def _pooled(x: torch.Tensor, y: torch.Tensor, k: int, correction: int = 0) -> torch.Tensor:
    squares = (x - _means(x, y, k)[y]) ** 2
    return (squares.sum(0) / (len(x) - correction)).expand(k, -1)


def _fit_cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    sizes = {"many": (dice.integer(40, 60), 3, 3, False), "few": (12, 2, 2, True), "wide": (30, 5, 4, False)}
    return {name: (*class_rows(dice, n, d, k, single), k) for name, (n, d, k, single) in sizes.items()}


def _floored(amount: float) -> Any:
    return lambda x, y, k: _variances(x, y, k) + amount


CLASSES = PartsDuel(
    "fit_classes",
    _fit_cases,
    lambda x, y, k: (_priors(x, y, k), _means(x, y, k), _variances(x, y, k)),
    (
        Part(
            "priors",
            (
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k)),
                (NO_PRIOR, lambda x, y, k: torch.full((k,), 1 / k)),
                (NO_PRIOR, lambda x, y, k: torch.ones(k)),
                (PRIOR_COUNTS, lambda x, y, k: _priors(x, y, k).log()),
                (SMOOTHED, lambda x, y, k: (torch.bincount(y, minlength=k) + 1) / (len(x) + k)),
                (SMOOTHED, lambda x, y, k: (torch.bincount(y, minlength=k) + 1) / len(x)),
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k).float().softmax(0)),
                (PRIOR_COUNTS, lambda x, y, k: _priors(x, y, k) / _priors(x, y, k).max()),
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k) / k),
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k) / x.numel()),
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k) / (len(x) - 1)),
                (PRIOR_COUNTS, lambda x, y, k: torch.bincount(y, minlength=k) // len(x)),
            ),
        ),
        Part(
            "means",
            (
                (GRAND_MEAN, lambda x, y, k: x.mean(0).expand(k, -1)),
                (NOT_AVERAGED, lambda x, y, k: _by_class(x, y, k, lambda own: own.sum(0))),
                (NOT_AVERAGED, lambda x, y, k: _by_class(x, y, k, lambda own: own.sum(0) / len(x))),
                (NOT_AVERAGED, lambda x, y, k: _by_class(x, y, k, lambda own: own.median(0).values)),
                (ONE_SPREAD, lambda x, y, k: _by_class(x, y, k, lambda own: own.mean())),
                (GRAND_MEAN, _variances),
            ),
        ),
        Part(
            "variances",
            (
                (UNBIASED, lambda x, y, k: _by_class(x, y, k, lambda own: own.var(0))),
                (DEVIATION, lambda x, y, k: _variances(x, y, k).sqrt()),
                (DEVIATION, lambda x, y, k: _by_class(x, y, k, lambda own: own.std(0))),
                (POOLED, _pooled),
                (POOLED, lambda x, y, k: _variances(x, y, k).mean(0).expand(k, -1)),
                (POOLED, lambda x, y, k: _pooled(x, y, k, correction=k)),
                (POOLED, lambda x, y, k: _pooled(x, y, k, correction=1)),
                (GRAND_MEAN, lambda x, y, k: x.var(0, correction=0).expand(k, -1)),
                (GRAND_MEAN, lambda x, y, k: x.var(0).expand(k, -1)),
                (
                    WRONG_CENTRE,
                    lambda x, y, k: _by_class(x, y, k, lambda own: ((own - x.mean(0)) ** 2).mean(0)),
                ),
                (WRONG_CENTRE, lambda x, y, k: _by_class(x, y, k, lambda own: (own**2).mean(0))),
                (
                    NOT_AVERAGED,
                    lambda x, y, k: _by_class(x, y, k, lambda own: own.var(0, correction=0) * len(own)),
                ),
                (
                    NOT_AVERAGED,
                    lambda x, y, k: _by_class(
                        x, y, k, lambda own: own.var(0, correction=0) * len(own) / len(x)
                    ),
                ),
                (
                    ONE_SPREAD,
                    lambda x, y, k: _by_class(x, y, k, lambda own: own.var(correction=0).expand(x.shape[1])),
                ),
                (
                    ONE_SPREAD,
                    lambda x, y, k: _variances(x, y, k).mean(1, keepdim=True).expand(-1, x.shape[1]),
                ),
                (ONE_SPREAD, lambda x, y, k: _by_class(x, y, k, lambda own: torch.cov(own.T, correction=0))),
                (ONE_SPREAD, lambda x, y, k: _by_class(x, y, k, lambda own: torch.cov(own.T))),
                *((SMOOTHED, _floored(amount)) for amount in (1e-4, 1e-3, 1e-2, 0.1, 1.0)),
                *(
                    (SMOOTHED, lambda x, y, k, f=f: _variances(x, y, k).clamp_min(f))
                    for f in (1e-4, 1e-3, 1e-2)
                ),
                (
                    WRONG_CENTRE,
                    lambda x, y, k: _by_class(x, y, k, lambda own: (own - own.mean(0)).abs().mean(0)),
                ),
            ),
        ),
    ),
)


def _judge_classes(student: Student, dice: Dice, sheet: Sheet) -> None:
    CLASSES.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "fit_classes", *class_rows(dice, 12, 2, 2), 2)


PROBES = (Probe("fit_classes", _judge_classes, (*CLASSES.misconceptions(), MODIFIES_INPUTS)),)
