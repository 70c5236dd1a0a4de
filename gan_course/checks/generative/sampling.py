"""Check of sampling from the joint: shares, means and covariances of a few thousand pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, exercise_check, number
from gan_course.checks.generative.parts import named_parts

_N = 4000
_PRIORS = torch.tensor([0.6, 0.3, 0.1])
_MEANS = torch.tensor([[0.0, 0.0], [5.0, -5.0], [-4.0, 8.0]])
_FACTORS = torch.tensor([[[1.0, 0.0], [0.8, 0.6]], [[0.5, 0.0], [-1.0, 0.3]], [[2.0, 0.0], [0.0, 0.5]]])


@exercise_check
def sample_joint(report: Report, answer: Callable[..., Any]) -> None:
    """Check 4,000 pairs of three classes, and that a second call draws others."""
    value = report.call(answer, _N, _PRIORS.clone(), _MEANS.clone(), _FACTORS.clone())
    x, y = named_parts(report, value, {"x": (_N, 2), "y": (_N,)})
    report.require(
        not y.is_floating_point() and not y.is_complex(),
        f"the labels are {str(y.dtype).removeprefix('torch.')}, wanted whole numbers (torch.long)",
        "A label is the number of a class and will be used as an index.",
    )
    report.require(
        bool(((y >= 0) & (y < 3)).all()),
        f"labels from {int(y.min())} to {int(y.max())}, wanted 0, 1 and 2",
        "There are as many classes as priors, counted from 0.",
    )
    shares = torch.bincount(y.long(), minlength=3) / _N
    listed = ", ".join(number(s, 2) for s in shares)
    even = bool((shares - 1 / 3).abs().max() < 0.05)
    right = report.expect(
        bool((shares - _PRIORS).abs().max() < 0.05),
        "the labels come with the priors' shares",
        f"shares of the labels: yours {listed}, wanted about 0.60, 0.30, 0.10",
        "All classes come equally often. A label is drawn with the probabilities of the priors."
        if even
        else "A label is drawn with the probabilities of the priors, each by itself.",
    )
    if not right or not _moments(report, x.double(), y.long()):
        return
    again = report.call(answer, _N, _PRIORS.clone(), _MEANS.clone(), _FACTORS.clone())
    report.expect(
        not torch.equal(torch.as_tensor(again[0]), x),
        "a second call draws other pairs",
        "a second call gives the same pairs again",
        "Is a seed set inside the function? Then it can only ever tell one story.",
    )
    single = report.call(answer, 1, _PRIORS.clone(), _MEANS.clone(), _FACTORS.clone())
    report.expect(
        isinstance(single, tuple | list) and [tuple(t.shape) for t in single] == [(1, 2), (1,)],
        "works for a single pair",
        f"n = 1: shapes {' and '.join(str(tuple(t.shape)) for t in single)}, wanted (1, 2) and (1,)",
        "squeeze() without a dimension removes every dimension of size 1.",
    )


def _moments(report: Report, x: Tensor, y: Tensor) -> bool:
    groups = [x[y == k] for k in range(3)]
    means = torch.stack([g.mean(0) for g in groups])
    right = report.expect(
        bool((means - _MEANS).abs().max() < 0.4),
        "each class lies around its own mean",
        f"mean of the samples labelled 1: yours ({number(means[1, 0], 2)}, {number(means[1, 1], 2)}), "
        "wanted about (5, −5)",
        "The sample must be drawn from the class that its label names. Is the same y used for both?",
    )
    if not right:
        return False
    spread = torch.stack([torch.cov(g.T) for g in groups])
    wanted = (_FACTORS @ _FACTORS.mT).double()
    # The two smaller sets of pairs vary more: room for that, none for another matrix.
    return report.expect(
        bool(((spread - wanted).abs() < 0.15 + 0.2 * wanted.abs()).all()),
        "each class has its own covariance L·Lᵀ",
        f"covariance of samples labelled 1: yours {_matrix(spread[1])}, wanted about {_matrix(wanted[1])}",
        _spread_hint(groups, spread),
    )


def _spread_hint(groups: list[Tensor], spread: Tensor) -> str:
    if float(spread.abs().max()) < 1e-6:
        return "There is no noise: every sample of a class is the same."
    transposed = (_FACTORS.mT @ _FACTORS).double()
    if bool(((spread - transposed).abs() < 0.15 + 0.2 * transposed.abs()).all()):
        return "That is Lᵀ·L: the matrix was multiplied from the wrong side, so L came in transposed."
    if float(spread[:, 0, 1].abs().max()) < 0.1:
        return "The features are independent here. What do the entries of L off the diagonal do?"
    return "Standard normal noise z, one vector for each sample, and x = μ + L z with the L of its own class."


def _matrix(m: Tensor) -> str:
    return f"[[{number(m[0, 0], 2)}, {number(m[0, 1], 2)}], [{number(m[1, 0], 2)}, {number(m[1, 1], 2)}]]"
