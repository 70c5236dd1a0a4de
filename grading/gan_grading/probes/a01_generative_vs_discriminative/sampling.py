"""Probe of sampling from the joint: labels by the priors, samples by the class that the label names."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import torch

from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import ALL_PARTS, Part, insist_parts
from gan_grading.probes.a01_generative_vs_discriminative.sampling_mistakes import (
    COPIED,
    DIAGONAL,
    FIXED_COUNTS,
    LABELS,
    NO_NOISE,
    NOT_NORMAL,
    ONE_FACTOR,
    ONE_NOISE,
    ORDER,
    SAME_AGAIN,
    SHAPE,
    SHARES,
    SQUARED_FACTOR,
    TRANSPOSED,
    UNIFORM,
    UNRELATED,
    WRONG_MEAN,
    WRONG_SPREAD,
)
from gan_grading.probes.probe import Probe

NAME = "sample_joint"

# About N·π pairs a class. Bounds are at 6 standard errors: by chance once in 10⁸.
N, CLASSES, SIGMAS = 6000, 3, 6.0
PARTS = (Part("x"), Part("y"))


@cache
def _digits() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows of the digits, with priors, means and factors of naive Bayes fitted to them."""
    from gan_course.data import digits

    data = digits(flat=True, value_range=(0, 1))
    assert data.y is not None
    rows = [data.x[data.y == k] for k in range(10)]
    spread = torch.stack([(own.var(0, correction=0) + 0.01).sqrt() for own in rows])
    priors = torch.tensor([len(own) / len(data) for own in rows])
    return data.x, priors, torch.stack([own.mean(0) for own in rows]), torch.diag_embed(spread)


def _parameters(dice: Dice, d: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Unequal priors, means far apart, and lower triangular factors of very different classes."""
    shares = torch.tensor([0.55, 0.3, 0.15])[dice.uniform(CLASSES).argsort()]
    means = dice.normal(CLASSES, d) + 6.0 * torch.eye(CLASSES)[:, :d] + torch.tensor([[0.0], [4.0], [-5.0]])
    diagonal = dice.uniform(CLASSES, d, low=0.5, high=1.5) * torch.tensor([[0.4], [1.0], [2.2]])
    below = dice.uniform(CLASSES, d, d, low=0.7, high=1.3) * diagonal[:, :, None]
    return shares, means, torch.diag_embed(diagonal) + torch.tril(below, -1)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    _judge_copies(student, sheet)
    d = dice.integer(2, 3)
    parameters = _parameters(dice, d)
    for n in (1, 7, N):
        x, y = _draw(student, sheet, n, parameters)
    _judge_labels(sheet, y, parameters[0])
    again = _draw(student, sheet, N, parameters)
    _judge_samples(sheet, x.double(), y, parameters)
    sheet.insist(not torch.equal(again[0], x), "fresh in every call", "same_again")
    _judge_counts(student, sheet, parameters)
    judge_inputs_kept(student, sheet, NAME, 5, *parameters)


def _judge_copies(student: Student, sheet: Sheet) -> None:
    rows, *parameters = _digits()
    value = student.call(NAME, 60, *parameters).value
    if not isinstance(value, list | tuple) or len(value) != 2:
        return
    for x in value:
        if isinstance(x, torch.Tensor) and tuple(x.shape) == (60, 64) and x.is_floating_point():
            nearest = torch.cdist(x.float(), rows).amin(1)
            # Honest samples lie 1 to 3 away; naive Bayes puts a grain of 0.1 on each of 64 pixels.
            sheet.insist(float(nearest.median()) > 0.3, "new, not copied", "copied_from_training")


def _draw(
    student: Student, sheet: Sheet, n: int, parameters: tuple[torch.Tensor, ...]
) -> tuple[torch.Tensor, torch.Tensor]:
    value = student.call(NAME, n, *parameters).value
    insist_parts(sheet, value, PARTS)
    x, y = value
    d = parameters[1].shape[1]
    shapes = (tuple(x.shape), tuple(y.shape))
    sheet.insist(shapes != ((n,), (n, d)), "shapes", "order_swapped")
    sheet.insist(shapes == ((n, d), (n,)), "shapes", "wrong_shape", f"x has shape {shapes[0]}, y {shapes[1]}")
    whole = not y.is_floating_point() and not y.is_complex() and y.dtype != torch.bool
    in_range = whole and bool(((y >= 0) & (y < CLASSES)).all())
    sheet.insist(in_range, "labels are class numbers", "not_labels")
    sheet.insist(bool(torch.isfinite(x).all()), ALL_PARTS, "not_finite")
    return x, y.long()


def _judge_labels(sheet: Sheet, y: torch.Tensor, priors: torch.Tensor) -> None:
    counts = torch.bincount(y, minlength=CLASSES).double()
    even = torch.full((CLASSES,), 1 / CLASSES)
    if not _counts_fit(counts, priors):
        sheet.insist(
            False, "labels by the priors", "uniform_labels" if _counts_fit(counts, even) else "wrong_shares"
        )
    sheet.passed("labels by the priors")


def _counts_fit(counts: torch.Tensor, shares: torch.Tensor) -> bool:
    p = shares.double()
    return bool(((counts - N * p).abs() < SIGMAS * (N * p * (1 - p)).sqrt()).all())


def _judge_samples(sheet: Sheet, x: torch.Tensor, y: torch.Tensor, parameters: Any) -> None:
    priors, means, factors = (t.double() for t in parameters)
    groups = [x[y == k] for k in range(CLASSES)]
    spread = torch.stack([torch.cov(g.T) for g in groups])
    if float(spread.abs().max()) < 1e-8:
        bare = float((x - means[y]).abs().max()) < 1e-4
        sheet.insist(False, "noise of its own", "no_noise" if bare else "shared_noise")
    centre = torch.stack([g.mean(0) for g in groups])
    wanted = factors @ factors.mT
    # A spread that is too large moves the averages as well, and is judged below under its own name.
    variance = torch.maximum(wanted, spread).diagonal(dim1=1, dim2=2)
    errors = (variance / torch.tensor([len(g) for g in groups])[:, None]).sqrt()
    if not bool(((centre - means).abs() < SIGMAS * errors + 1e-4).all()):
        sheet.insist(False, "around the class's mean", _mean_mistake(centre, spread, wanted, priors, means))
    sheet.passed("around the class's mean")
    if not _spread_fits(spread, wanted, groups):
        sheet.insist(False, "the class's covariance", _spread_mistake(spread, factors, groups))
    sheet.passed("the class's covariance")
    z = torch.linalg.solve_triangular(factors[y], (x - means[y])[:, :, None], upper=False).squeeze(-1)
    # The fourth moment of a normal number is 3, its standard error here below 0.1; of a uniform one 1.8.
    sheet.insist(abs(float((z**4).mean()) - 3) < 0.75, "normal noise", "not_normal")
    together = float((z[1:] * z[:-1]).mean().abs())
    # Mirrored noise, z and −z, is repeated noise too.
    repeated = len(torch.unique(z[:, 0].abs().float().round(decimals=5))) < 0.8 * N
    sheet.insist(together < SIGMAS / math.sqrt(N) and not repeated, "independent pairs", "shared_noise")


def _mean_mistake(
    centre: torch.Tensor, spread: torch.Tensor, own: torch.Tensor, priors: torch.Tensor, means: torch.Tensor
) -> str:
    """Labels drawn a second time give every class the mean of all, and the spread of all."""
    whole = priors @ means
    apart = means - whole
    alike = (centre - whole).abs().max() < 0.1 * apart.abs().max()
    between = (priors @ apart.square()).mean()
    widened = (spread - own).diagonal(dim1=1, dim2=2).mean() > 0.5 * between
    return "unrelated_labels" if alike and widened else "wrong_mean"


def _spread_fits(spread: torch.Tensor, wanted: torch.Tensor, groups: list[torch.Tensor]) -> bool:
    variance = wanted.diagonal(dim1=1, dim2=2)
    size = torch.tensor([len(g) for g in groups])[:, None, None]
    errors = ((variance[:, :, None] * variance[:, None, :] + wanted**2) / size).sqrt()
    return bool(((spread - wanted).abs() < SIGMAS * errors + 1e-6).all())


def _spread_mistake(spread: torch.Tensor, factors: torch.Tensor, groups: list[torch.Tensor]) -> str:
    covariance = factors @ factors.mT
    row_sums = factors.sum(2)
    diagonal = torch.diag_embed(factors.diagonal(dim1=1, dim2=2))
    unit = torch.eye(factors.shape[1], dtype=torch.float64).expand_as(factors)
    candidates = [
        ("transposed_factor", factors.mT @ factors),
        ("covariance_for_factor", covariance @ covariance),
        ("diagonal_only", diagonal**2),
        ("diagonal_only", torch.diag_embed(covariance.diagonal(dim1=1, dim2=2))),
        ("shared_noise", row_sums[:, :, None] * row_sums[:, None, :]),
        ("diagonal_only", torch.diag_embed(row_sums**2)),
        ("diagonal_only", torch.diag_embed(factors.sum(1) ** 2)),
        ("not_normal", covariance / 12),
        ("one_factor", unit),
        *(("one_factor", covariance[k].expand_as(covariance)) for k in range(len(factors))),
        ("one_factor", covariance.mean(0).expand_as(covariance)),
        ("one_factor", (factors.mean(0) @ factors.mean(0).mT).expand_as(covariance)),
    ]
    for name, candidate in candidates:
        if _spread_fits(spread, candidate, groups):
            return name
    return "wrong_spread"


def _judge_counts(student: Student, sheet: Sheet, parameters: tuple[torch.Tensor, ...]) -> None:
    """Ten labels, 25 times: drawn labels agree in all 25 calls with a chance far below 10⁻¹⁰."""
    seen = {
        tuple(torch.bincount(_draw(student, sheet, 10, parameters)[1], minlength=CLASSES).tolist())
        for _ in range(25)
    }
    sheet.require(len(seen) > 1, "labels are drawn", "fixed_counts")


PROBES = (
    Probe(
        NAME,
        _judge,
        (
            *(COPIED, ORDER, SHAPE, LABELS, UNIFORM, SHARES, FIXED_COUNTS, UNRELATED, WRONG_MEAN, NO_NOISE),
            *(ONE_NOISE, TRANSPOSED, SQUARED_FACTOR, DIAGONAL, ONE_FACTOR, WRONG_SPREAD, NOT_NORMAL),
            *(SAME_AGAIN, MODIFIES_INPUTS),
        ),
    ),
)
