"""Probe of the boundary between two Gaussians: the three terms of the log odds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import Part, PartsDuel
from gan_grading.probes.probe import Probe

NAME = "boundary_terms"
SWAPPED = Misconception(
    "classes_swapped",
    "The signs are turned round: these are the log odds of class 0 against class 1.",
    "Where class 1 is the likelier one, the log odds are positive.",
)
HALF = Misconception(
    "half_misplaced",
    "A factor ½ is missing or in the wrong place.",
    "The density has −½(x − μ)ᵀΣ⁻¹(x − μ). Multiply out: which terms keep the ½, in which does a 2 cancel it?",
)
STRAIGHT = Misconception(
    "always_straight",
    "Your A is 0 (or built on one covariance for both classes): the boundary stays straight.",
    "The x² terms of the two densities cancel only where the covariances are equal.",
)
NOT_INVERTED = Misconception(
    "not_inverted",
    "The covariance is used in place of its inverse, or inverted entry by entry.",
    "A wide Gaussian falls off slowly: large variances must give small coefficients. Matrices are inverted as a whole.",
)
NO_CORRELATION = Misconception(
    "diagonal_only",
    "Only the diagonals of the matrices are used.",
    "Features that go together belong to the model: use the whole matrices.",
)
MEANS = Misconception(
    "means_mistaken",
    "The means do not enter as they should.",
    "b is the difference of Σ⁻¹μ, each class with its own matrix; c has −½ μᵀΣ⁻¹μ of class 1 and +½ of class 0.",
)
NO_PRIOR = Misconception(
    "no_prior",
    "The priors are missing, have the wrong sign, or no logarithm.",
    "The log odds contain log(π₁/π₀): a frequent class needs less evidence.",
)
DETERMINANTS = Misconception(
    "determinants",
    "The part of the determinants is missing or has the wrong sign or factor.",
    "A Gaussian's height is 1/√det Σ: the wider one is the lower one. What becomes of the root under a logarithm?",
)


def _inverse(s: torch.Tensor) -> torch.Tensor:
    inverse: torch.Tensor = torch.linalg.inv(s.double())
    return inverse.to(s.dtype)


def _pull(m: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return torch.einsum("kij,kj->ki", _inverse(s), m)


def _a(p: torch.Tensor, m: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    inverse = _inverse(s)
    return (inverse[0] - inverse[1]) / 2


def _b(p: torch.Tensor, m: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    pull = _pull(m, s)
    return pull[1] - pull[0]


def _c(prior: float = 1.0, means: float = 1.0, determinants: float = 1.0) -> Any:
    """The constant, with each of its three parts weighted."""

    def form(p: torch.Tensor, m: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
        squares, dets, logs = (m * _pull(m, s)).sum(1), torch.logdet(s), p.log()
        total: torch.Tensor = (
            prior * (logs[1] - logs[0])
            - means * 0.5 * (squares[1] - squares[0])
            - determinants * 0.5 * (dets[1] - dets[0])
        )
        return total

    return form


def _terms(p: torch.Tensor, m: torch.Tensor, s: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return _a(p, m, s), _b(p, m, s), _c()(p, m, s)


def _diagonal(s: torch.Tensor) -> torch.Tensor:
    return torch.diag_embed(s.diagonal(dim1=1, dim2=2))


def _with(change: Any) -> Any:
    """The right terms of changed covariances."""
    return lambda p, m, s: _terms(p, m, change(p, s))


def _pooled(p: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return (p[:, None, None] * s).sum(0).expand_as(s)


def _cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    cases = {}
    for d in (2, 3, 1, 4):
        share = dice.number(0.1, 0.4)
        order = [0, 1] if dice.integer(0, 1) else [1, 0]
        priors = torch.tensor([share, 1 - share])[order]
        factor = torch.tril(dice.uniform(2, d, d, low=-0.7, high=0.7), -1)
        factor = factor + torch.diag_embed(dice.uniform(2, d, low=0.6, high=1.0))
        factor = factor * torch.tensor([0.8, 1.7])[order][:, None, None]
        cases[f"{d} features"] = (priors, dice.normal(2, d, scale=1.5), factor @ factor.mT)
    priors, means, covariance = cases["3 features"]
    cases["equal covariances"] = (priors, means, covariance[:1].repeat(2, 1, 1))
    return cases


def _symmetric(a: torch.Tensor) -> torch.Tensor:
    """The part of A that xᵀAx sees."""
    return (a + a.mT) / 2 if a.ndim == 2 and a.shape[0] == a.shape[1] else a


def _elementwise(p: torch.Tensor, m: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return (1 / s[0] - 1 / s[1]) / 2


DUEL = PartsDuel(
    NAME,
    _cases,
    _terms,
    (
        Part(
            "A",
            (
                (SWAPPED, lambda *g: -_a(*g)),
                (HALF, lambda *g: 2 * _a(*g)),
                (STRAIGHT, lambda p, m, s: torch.zeros_like(s[0])),
                (NOT_INVERTED, lambda p, m, s: (s[0] - s[1]) / 2),
                (NOT_INVERTED, lambda p, m, s: (s[1] - s[0]) / 2),
                (NOT_INVERTED, _elementwise),
                (NO_CORRELATION, lambda p, m, s: _a(p, m, _diagonal(s))),
                (HALF, lambda *g: -2 * _a(*g)),
                (HALF, lambda *g: _a(*g) / 2),
                (HALF, lambda *g: -_a(*g) / 2),
                (SWAPPED, lambda p, m, s: _inverse(s).sum(0) / 2),
                (SWAPPED, lambda p, m, s: -_inverse(s).sum(0) / 2),
                (SWAPPED, lambda p, m, s: _inverse(s).sum(0)),
                (NOT_INVERTED, lambda p, m, s: s[0] - s[1]),
                (NOT_INVERTED, lambda p, m, s: s[1] - s[0]),
                (NOT_INVERTED, lambda p, m, s: torch.linalg.pinv(s[0] - s[1]) / 2),
                (NOT_INVERTED, lambda p, m, s: torch.linalg.pinv(s[1] - s[0]) / 2),
                (NO_CORRELATION, lambda p, m, s: _a(p, m, _diagonal(s)).diagonal()),
            ),
            view=_symmetric,
        ),
        Part(
            "b",
            (
                (SWAPPED, lambda *g: -_b(*g)),
                (HALF, lambda *g: 2 * _b(*g)),
                (HALF, lambda *g: _b(*g) / 2),
                (HALF, lambda *g: -2 * _b(*g)),
                (HALF, lambda *g: -_b(*g) / 2),
                (MEANS, lambda p, m, s: m[1] - m[0]),
                (MEANS, lambda p, m, s: _pull(m, s).sum(0)),
                (MEANS, lambda p, m, s: _pull(m, s.flip(0))[1] - _pull(m, s.flip(0))[0]),
                (NOT_INVERTED, lambda p, m, s: s[1] @ m[1] - s[0] @ m[0]),
                (STRAIGHT, lambda p, m, s: _b(p, m, _pooled(p, s))),
                (STRAIGHT, lambda p, m, s: _b(p, m, s.mean(0).expand_as(s))),
                *((STRAIGHT, lambda p, m, s, k=k: _b(p, m, s[k].expand_as(s))) for k in (0, 1)),
                (NOT_INVERTED, lambda p, m, s: (1 / s[1]) @ m[1] - (1 / s[0]) @ m[0]),
                (NO_CORRELATION, lambda p, m, s: _b(p, m, _diagonal(s))),
                (MEANS, lambda p, m, s: _inverse(s).sum(0) @ (m[1] - m[0])),
                (MEANS, lambda p, m, s: m[1] @ _inverse(s)[1] - m[0] @ _inverse(s)[1]),
                (MEANS, lambda p, m, s: _b(p, m, s)[:, None]),
            ),
        ),
        Part(
            "c",
            (
                (SWAPPED, lambda *g: -_c()(*g)),
                (NO_PRIOR, _c(prior=0.0)),
                (NO_PRIOR, _c(prior=-1.0)),
                (DETERMINANTS, _c(determinants=0.0)),
                (DETERMINANTS, _c(determinants=-1.0)),
                (DETERMINANTS, _c(determinants=2.0)),
                (MEANS, _c(means=0.0)),
                (MEANS, _c(means=-1.0)),
                (HALF, _c(means=2.0)),
                (DETERMINANTS, _c(determinants=-2.0)),
                (HALF, _c(means=2.0, determinants=2.0)),
                (HALF, _c(prior=2.0)),
                (HALF, _c(prior=0.5)),
                (MEANS, _c(means=0.0, determinants=0.0)),
                (NO_PRIOR, _c(prior=0.0, determinants=0.0)),
                (NO_PRIOR, _c(prior=0.0, means=0.0)),
                (NO_PRIOR, lambda p, m, s: _c(prior=0.0)(p, m, s) + p[1] - p[0]),
                (NO_PRIOR, lambda p, m, s: _c(prior=0.0)(p, m, s) + p[1] / p[0]),
                (NO_PRIOR, lambda p, m, s: _c(prior=0.0)(p, m, s) + p[1].log()),
                (
                    DETERMINANTS,
                    lambda p, m, s: _c(determinants=0.0)(p, m, s) + (torch.det(s[0]) - torch.det(s[1])) / 2,
                ),
                (DETERMINANTS, lambda p, m, s: _c()(p, m, s) + s.shape[1] / 2 * math.log(2 * math.pi)),
                (DETERMINANTS, lambda p, m, s: _c()(p, m, s) - s.shape[1] * math.log(2 * math.pi)),
                (MEANS, lambda p, m, s: _c(means=0.0)(p, m, s) - ((m[1] ** 2).sum() - (m[0] ** 2).sum()) / 2),
                (MEANS, lambda p, m, s: _c(means=0.0)(p, m, s) - (m * _pull(m, s)).sum() / 2),
                (
                    NOT_INVERTED,
                    lambda p, m, s: _c(means=0.0)(p, m, s) - (m[1] @ s[1] @ m[1] - m[0] @ s[0] @ m[0]) / 2,
                ),
                (NO_CORRELATION, lambda p, m, s: _c()(p, m, _diagonal(s))),
                (
                    DETERMINANTS,
                    lambda p, m, s: (
                        _c(determinants=0.0)(p, m, s)
                        - (s[1].diagonal().log().sum() - s[0].diagonal().log().sum()) / 2
                    ),
                ),
            ),
            is_number=True,
        ),
    ),
    whole=(
        (SWAPPED, lambda *g: tuple(-part for part in _terms(*g))),
        (STRAIGHT, _with(_pooled)),
        (STRAIGHT, _with(lambda p, s: s.mean(0).expand_as(s))),
        (NO_CORRELATION, _with(lambda p, s: _diagonal(s))),
        (HALF, lambda *g: tuple(2 * part for part in _terms(*g))),
        (HALF, lambda *g: tuple(part / 2 for part in _terms(*g))),
        (NOT_INVERTED, _with(lambda p, s: _inverse(s))),
    ),
)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    DUEL.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, NAME, *_cases(dice)["2 features"])


PROBES = (Probe(NAME, _judge, (*DUEL.misconceptions(), MODIFIES_INPUTS)),)
