"""Probes of counting: probabilities from a table, priors and Gaussians from labelled rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
import torch.nn.functional as F

from gan_grading.probes.a01_generative_vs_discriminative.parts import Part, PartsDuel, class_rows
from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Probe
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.student import Student

JOINT_NOT_NORMALISED = Misconception(
    "joint_not_normalised",
    "Your joint is not a share of all that was counted: the whole table does not add up to 1.",
    "P(x, y) is the share of all boats that have both. What must be divided by what?",
)
JOINT_IS_CONDITIONAL = Misconception(
    "joint_is_conditional",
    "Your joint is normalised by rows or columns.",
    "Given nothing, all boats count: one total for the whole table.",
)
INDEPENDENT = Misconception(
    "independent",
    "Your joint is P(x)·P(y), as if x said nothing about y.",
    "Count how often both happen together.",
)
NOT_CONDITIONED = Misconception(
    "not_conditioned",
    "Your P(y | x) is not normalised within its row.",
    "Given x, only the boats of that row count, and among them the classes share one whole.",
)
WRONG_SIDE = Misconception(
    "wrong_side_of_bar",
    "You return P(x | y): the columns add up to 1.",
    "What stands right of the bar is taken as known. Which of the two is a row, which a column?",
)
BAR_DIVISION = Misconception(
    "bar_is_division",
    "You divide P(y) by P(x), reading the bar as a division.",
    "The bar means 'given'. What is divided is the joint, by the probability of what is given.",
)
ONLY_PRIOR = Misconception(
    "only_prior",
    "Your P(y | x) is the same in every row: it is P(y).",
    "Seeing x must change what is believed about y.",
)
PAIR_SWAPPED = Misconception(
    "pair_swapped",
    "Joint and conditional have changed places.",
    "The exercise asks for (joint, conditional), in this order.",
)


def _joint(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum()


def _given_row(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum(1, keepdim=True)


def _given_column(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum(0, keepdim=True)


def _count_cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    shapes = {
        "square": (3, 3),
        "tall": (dice.integer(4, 6), 2),
        "wide": (2, dice.integer(3, 5)),
        "row": (1, 3),
    }
    tables = {name: dice.uniform(*shape, high=30.0).floor() for name, shape in shapes.items()}
    for table in tables.values():
        table[:, 0] += 1 + dice.integer(0, 5)  # every row has seen something
        table[-1, -1] = 0.0
    return {name: (table,) for name, table in tables.items()}


COUNTS = PartsDuel(
    "from_counts",
    _count_cases,
    lambda c: (_joint(c), _given_row(c)),
    (
        Part(
            "joint",
            (
                (JOINT_NOT_NORMALISED, lambda c: c),
                (JOINT_IS_CONDITIONAL, _given_row),
                (JOINT_IS_CONDITIONAL, _given_column),
                (INDEPENDENT, lambda c: _joint(c).sum(1, keepdim=True) * _joint(c).sum(0, keepdim=True)),
                (JOINT_NOT_NORMALISED, lambda c: c / c.numel()),
                (JOINT_NOT_NORMALISED, lambda c: c / c.mean()),
                (JOINT_NOT_NORMALISED, lambda c: c / c.max()),
                (JOINT_NOT_NORMALISED, lambda c: c / len(c)),
                (JOINT_NOT_NORMALISED, lambda c: c / c.norm()),
                (JOINT_NOT_NORMALISED, lambda c: 100 * _joint(c)),
                (JOINT_NOT_NORMALISED, lambda c: c.reshape(-1).softmax(0).reshape(c.shape)),
            ),
        ),
        Part(
            "conditional",
            (
                (NOT_CONDITIONED, _joint),
                (WRONG_SIDE, _given_column),
                (BAR_DIVISION, lambda c: _joint(c).sum(0)[None] / _joint(c).sum(1)[:, None]),
                (ONLY_PRIOR, lambda c: _joint(c).sum(0).expand_as(c)),
                (NOT_CONDITIONED, lambda c: c),
                (NOT_CONDITIONED, lambda c: _joint(c) / _joint(c).mean(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c / c.amax(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: _joint(c) / c.sum(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c / _joint(c).sum(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c.softmax(1)),
                (NOT_CONDITIONED, lambda c: _joint(c).softmax(1)),
                (BAR_DIVISION, lambda c: _joint(c) / (_joint(c).sum(0)[None] * _joint(c).sum(1)[:, None])),
                (WRONG_SIDE, lambda c: _given_column(c).T),
                (WRONG_SIDE, lambda c: c / c.sum(0)),
            ),
        ),
    ),
    whole=((PAIR_SWAPPED, lambda c: (_given_row(c), _joint(c))),),
)

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


def _judge_counts(student: Student, dice: Dice, sheet: Sheet) -> None:
    COUNTS.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "from_counts", torch.tensor([[3.0, 1.0], [2.0, 5.0]]))


def _judge_classes(student: Student, dice: Dice, sheet: Sheet) -> None:
    CLASSES.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "fit_classes", *class_rows(dice, 12, 2, 2), 2)


PROBES = (
    Probe("from_counts", _judge_counts, (*COUNTS.misconceptions(), MODIFIES_INPUTS)),
    Probe("fit_classes", _judge_classes, (*CLASSES.misconceptions(), MODIFIES_INPUTS)),
)
