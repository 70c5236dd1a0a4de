"""Drawing pairs from a joint distribution: labels by the priors, samples by the class that the label names.

No right answer is needed: shares, means, covariances and independence of what is drawn tell.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import torch

from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.moments import (
    SIGMAS,
    counts_fit,
    in_order,
    mean_mistake,
    means_fit,
    spread_fits,
    spread_mistake,
)
from gan_course.exercises.sampling_mistakes import MISTAKES
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept, type_text

VERSION = 1
MISCONCEPTIONS = (*MISTAKES, MODIFIES_INPUTS)

# About N·π pairs a class.
N, CLASSES = 6000, 3
BOTH, SHAPES = "returns both parts", "shapes"

Parameters = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Draw pairs and look at them.

    Args:
        student: the handle on the answer.
        inputs: for priors, means and factors.
        findings: where to note.
        exercise: name of the function.
    """
    _judge_copies(student, findings, exercise)
    given = _parameters(inputs, inputs.integer(2, 3))
    for n in (7, N):
        x, y = _draw(student, findings, exercise, n, given)
    _judge_labels(findings, y, given[0])
    again = _draw(student, findings, exercise, N, given)
    _judge_samples(findings, x.double(), y, given)
    findings.insist(not torch.equal(again[0], x), "fresh in every call", "same_again")
    findings.require(not in_order(y, given[0]), "independent pairs", "sorted_labels")
    _judge_counts(student, findings, exercise, given)
    single = _parameters(inputs, 1)
    alone = torch.ones(1), given[1][:1], given[2][:1]
    for n, few in ((1, given), (7, single), (1, single), (3, alone)):
        _draw(student, findings, exercise, n, few, "squeezed")
    judge_inputs_kept(student, findings, exercise, 5, *given, compare=False)


@cache
def _digits() -> tuple[torch.Tensor, ...]:
    """Rows of the digits, with priors, means and factors of naive Bayes fitted to them."""
    from gan_course.data import digits

    data = digits(flat=True, value_range=(0, 1))
    assert data.y is not None
    rows = [data.x[data.y == k] for k in range(10)]
    spread = torch.stack([(own.var(0, correction=0) + 0.01).sqrt() for own in rows])
    priors = torch.tensor([len(own) / len(data) for own in rows])
    return data.x, priors, torch.stack([own.mean(0) for own in rows]), torch.diag_embed(spread)


def _parameters(inputs: Inputs, d: int) -> Parameters:
    """Unequal priors, means far apart and far from 0, and lower triangular factors of very different classes."""
    shares = torch.tensor([0.55, 0.3, 0.15])[inputs.uniform(CLASSES).argsort()]
    means = inputs.normal(CLASSES, d) + 6.0 * torch.eye(CLASSES)[:, :d] + torch.tensor([[0.0], [4.0], [-5.0]])
    means = means + inputs.signed(1, d, low=25.0, high=40.0)
    diagonal = inputs.uniform(CLASSES, d, low=0.5, high=1.5) * torch.tensor([[0.4], [1.0], [2.2]])
    below = inputs.uniform(CLASSES, d, d, low=0.7, high=1.3) * diagonal[:, :, None]
    return shares, means, torch.diag_embed(diagonal) + torch.tril(below, -1)


def _judge_copies(student: Student, findings: Findings, exercise: str) -> None:
    rows, *parameters = _digits()
    value = student.call(exercise, 60, *parameters).value
    if not isinstance(value, list | tuple) or len(value) != 2:
        return
    for x in value:
        if isinstance(x, torch.Tensor) and tuple(x.shape) == (60, 64) and x.is_floating_point():
            nearest = torch.cdist(x.float(), rows).amin(1)
            # Honest samples lie 1 to 3 away; naive Bayes puts a grain of 0.1 on each of 64 pixels.
            findings.insist(float(nearest.median()) > 0.3, "new, not copied", "copied_from_training")


def _draw(
    student: Student,
    findings: Findings,
    exercise: str,
    n: int,
    parameters: Parameters,
    otherwise: str = "wrong_shape",
) -> tuple[torch.Tensor, torch.Tensor]:
    """Draw n pairs and require their form; ``otherwise`` is noted for other shapes."""
    value = student.call(exercise, n, *parameters).value
    classes, d = parameters[1].shape
    fits = isinstance(value, list | tuple) and len(value) == 2
    findings.insist(fits, BOTH, "wrong_type", f"returned {type_text(value)}, wanted (x, y)")
    for name, part in zip("xy", value, strict=True):
        findings.insist(isinstance(part, torch.Tensor), BOTH, "wrong_type", f"{name} is {type_text(part)}")
    x, y = value
    shapes = (tuple(x.shape), tuple(y.shape))
    findings.insist(n * d == 1 or shapes != ((n,), (n, d)), SHAPES, "order_swapped")
    wanted = f"for n = {n}, d = {d} x has shape {shapes[0]}, y {shapes[1]}"
    findings.insist(shapes == ((n, d), (n,)), SHAPES, otherwise, wanted)
    whole = not y.is_floating_point() and not y.is_complex() and y.dtype != torch.bool
    in_range = whole and bool(((y >= 0) & (y < classes)).all())
    findings.insist(in_range, "labels are class numbers", "not_labels", _labels_seen(y))
    findings.insist(bool(torch.isfinite(x).all()), BOTH, "not_finite")
    return x, y.long()


def _labels_seen(y: torch.Tensor) -> str:
    return f"yours are {str(y.dtype).removeprefix('torch.')}, from {float(y.min()):g} to {float(y.max()):g}"


def _judge_labels(findings: Findings, y: torch.Tensor, priors: torch.Tensor) -> None:
    counts = torch.bincount(y, minlength=CLASSES).double()
    even = torch.full((CLASSES,), 1 / CLASSES)
    name = "uniform_labels" if counts_fit(counts, even) else "wrong_shares"
    seen = f"of {N} labels yours are {_listed(counts / N)}, wanted about {_listed(priors)}"
    findings.insist(counts_fit(counts, priors), "labels by the priors", name, seen)


def _listed(shares: torch.Tensor) -> str:
    return ", ".join(f"{float(s):.2f}" for s in shares)


def _judge_samples(findings: Findings, x: torch.Tensor, y: torch.Tensor, given: Any) -> None:
    priors, means, factors = (t.double() for t in given)
    groups = [x[y == k] for k in range(CLASSES)]
    spread = torch.stack([torch.cov(g.T) for g in groups])
    if float(spread.abs().max()) < 1e-8:
        bare = float((x - means[y]).abs().max()) < 1e-4
        findings.insist(False, "noise of its own", "no_noise" if bare else "shared_noise")
    centre, wanted = torch.stack([g.mean(0) for g in groups]), factors @ factors.mT
    # A spread that is too large moves the averages as well, and is judged below under its own name.
    around = means_fit(groups, means, spread, wanted)
    seen = "" if around else _farthest(centre, means, "mean")
    name = "wrong_mean" if around else mean_mistake(centre, spread, wanted, priors, means)
    findings.insist(around, "around the class's mean", name, seen)
    spread_out = spread_fits(spread, wanted, groups)
    seen = "" if spread_out else _farthest(spread, wanted, "covariance")
    name = "wrong_spread" if spread_out else spread_mistake(spread, factors, groups)
    findings.insist(spread_out, "the class's covariance", name, seen)
    z = torch.linalg.solve_triangular(factors[y], (x - means[y])[:, :, None], upper=False).squeeze(-1)
    # The fourth moment of a normal number is 3, its standard error here below 0.1; of a uniform one 1.8.
    findings.insist(abs(float((z**4).mean()) - 3) < 0.75, "normal noise", "not_normal")
    together = float((z[1:] * z[:-1]).mean().abs())
    # Mirrored noise, z and −z, is repeated noise too.
    repeated = len(torch.unique(z[:, 0].abs().float().round(decimals=5))) < 0.8 * N
    findings.insist(
        together < SIGMAS / math.sqrt(N) and not repeated, "noise of its own for each pair", "shared_noise"
    )


def _farthest(seen: torch.Tensor, wanted: torch.Tensor, what: str) -> str:
    """Say where two tables (K, ...) differ most."""
    place = torch.unravel_index((seen - wanted).abs().argmax(), seen.shape)
    at = ", ".join(str(int(i)) for i in place[1:])
    yours, right = f"{float(seen[place]):.2f}", f"{float(wanted[place]):.2f}"
    text = f"{what} of the samples labelled {int(place[0])} at [{at}]: yours {yours}, wanted about {right}"
    return "" if yours == right else text.replace("-", "−")


def _judge_counts(student: Student, findings: Findings, exercise: str, given: Parameters) -> None:
    """Sixty times twenty labels: how often the commonest comes must vary as it does where labels are drawn.

    The sum of squares below follows χ² with 60 degrees of freedom: it falls under 15 by chance once in 10⁹.
    """
    share, commonest = (float(t) for t in given[0].max(0))
    drawn = [_draw(student, findings, exercise, 20, given)[1] for _ in range(60)]
    off = torch.tensor([float((y == commonest).sum()) - 20 * share for y in drawn])
    squares = float((off**2).sum()) / (20 * share * (1 - share))
    findings.require(squares > 15, "labels are drawn", "fixed_counts")
