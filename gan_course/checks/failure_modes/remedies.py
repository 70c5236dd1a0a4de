"""Checks of the remedies: R1, one step of weight averaging, and the form of the mended settings."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, describe, exercise_check, number, one_number
from gan_course.checks.stand_ins import leave_gradients, linear, snapshot

_OLD = 50.0  # gradient left over from an earlier step
_REAL = torch.tensor([[1.0, 0.5], [0.0, 2.0], [-1.0, 0.25]])
_R1_SIGNS = (
    (5.0, "Twice what is wanted: γ/2 stands in front."),
    (0.5, "This is the length of the slope, not its square: 3² + 4² = 25, and no root is taken."),
    (7.5, "The samples were summed. The expectation becomes a mean over the batch."),
    (1.25, "The mean was taken over the coordinates as well: ‖·‖² adds them up."),
    (1.6, "This pulls the length of the slope towards 1. R1 pulls it towards 0."),
    (-2.5, "The sign is turned round: this would reward steep slopes."),
    (0.7, "Absolute values were added. ‖·‖² is a sum of squares."),
    (12.5, "γ is missing: twice the γ must give twice the penalty."),
    (25.0, "γ/2 is missing."),
    (2.5 / 9, "Each slope is N times too small: differentiate the sum of the logits, not their mean."),
)


class _Curved(nn.Module):
    """D(x) = w · (x₁² + 2 x₂): its slope (2 w x₁, 2 w) differs from sample to sample."""

    def __init__(self) -> None:
        super().__init__()
        self.w = nn.Parameter(torch.tensor(1.5))

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of shape (N,)."""
        return self.w * (x[:, 0] ** 2 + 2 * x[:, 1])


@exercise_check
def r1_penalty(report: Report, answer: Callable[..., Any]) -> None:
    """Check the penalty of a straight D and of a curved one, what D learns from it, what it leaves."""
    straight = linear([[3.0, 4.0]], [1.0])
    leave_gradients(straight, _OLD)
    value = one_number(report, report.call(answer, straight, _REAL.clone(), 0.2))
    report.passed("returns one number")
    teach = next(
        (t for v, t in _R1_SIGNS if close(value, v)), "The slope is (3, 4) for each of the 3 samples."
    )
    if not report.expect(
        close(value, 2.5),
        "for D(x) = 3x₁ + 4x₂ and γ = 0.2: 2.5",
        f"for D(x) = 3x₁ + 4x₂ and γ = 0.2: yours {number(value)}, wanted 2.5000",
        teach,
    ):
        return
    left = [p.grad for p in straight.parameters()]
    report.expect(
        all(g is not None and bool((g == _OLD).all()) for g in left),
        "leaves D's .grad as it was",
        "D's .grad has changed",
        "backward() adds to .grad, and D's own step would use that. torch.autograd.grad returns slopes.",
    )
    curved = _Curved()
    value = one_number(report, report.call(answer, curved, _REAL.clone(), 1.0))
    # ½ · w² · mean(4 x₁² + 4) = ½ · 2.25 · (8 + 4 + 8) / 3
    report.expect(
        close(value, 7.5),
        "for a curved D each sample has its own slope: 7.5",
        f"for D(x) = 1.5 (x₁² + 2x₂) and γ = 1: yours {number(value)}, wanted 7.5000",
        "Square each sample's slope first, then take the mean over the samples.",
    )
    slope = torch.autograd.grad(value, [curved.w], allow_unused=True)[0] if value.requires_grad else None
    report.expect(
        slope is not None and close(slope, 10.0),
        "D can learn from it: the gradient reaches its weights",
        "no gradient (or a wrong one) reaches D's weights",
        "The slope came back without a graph. Which argument of torch.autograd.grad keeps one?",
    )


def _pair() -> tuple[nn.Sequential, nn.Sequential]:
    one = nn.Sequential(linear([[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0]), nn.ReLU(), linear([[1.0, -1.0]], [2.0]))
    two = nn.Sequential(linear([[3.0, 0.0], [1.0, 8.0]], [1.0, 0.0]), nn.ReLU(), linear([[5.0, 1.0]], [-2.0]))
    return one, two


@exercise_check
def average_weights(report: Report, answer: Callable[..., Any]) -> None:
    """Check one step with keep = 0.75, one with 0.9, and that training goes on untouched."""
    averaged, model = _pair()
    before, theirs = snapshot(averaged), snapshot(model)
    report.call(answer, averaged, model, 0.75)
    now = snapshot(averaged)
    report.expect(
        close(snapshot(model), theirs, 0),
        "the model is left alone",
        "the model has changed",
        "The average watches from outside: nothing may be written into the model.",
    )
    wanted = 0.75 * before + 0.25 * theirs
    if not report.expect(
        close(now, wanted),
        "every parameter of the average moved a quarter of the way for keep = 0.75",
        "the average is not 0.75 of itself and 0.25 of the model",
        _moved(now, before, theirs),
    ):
        return
    report.call(answer, averaged, model, 0.9)
    report.expect(
        close(snapshot(averaged), 0.9 * wanted + 0.1 * theirs),
        "the next step goes on from there, with another keep",
        "the second step, with keep = 0.9, does not go on from the first",
        "Use the argument, and the average as it is now.",
    )
    kept = snapshot(averaged)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(100.0)
    report.expect(
        close(snapshot(averaged), kept, 0),
        "later training of the model does not move the average",
        "when the model is trained further the average moves along",
        "The two share memory: copy numbers instead of assigning tensors.",
    )


def _moved(now: Tensor, before: Tensor, theirs: Tensor) -> str:
    if close(now, before):
        return "It has not moved. a = … gives a name to a new tensor; write into the parameter instead."
    if close(now, 0.25 * before + 0.75 * theirs):
        return "The shares have changed places: `keep` is what the average keeps of itself."
    if close(now, theirs):
        return "It has become the model. Only the share 1 − keep comes from there."
    wanted = 0.75 * before + 0.25 * theirs
    if bool(((now - wanted).abs() < 1e-3).any()) and bool((now == before).any()):
        return "Some parameters moved and others did not: weights and biases of all layers are meant."
    return "The two shares add up to 1: averaging a model with itself leaves it as it is."


_COLLAPSED = {"g_lr": 2e-3, "d_lr": 1e-4, "r1": 0.0, "decay": 1.0, "average": 0.0}


@exercise_check
def mend(report: Report, answer: Callable[..., Any]) -> None:
    """Check the form of the settings: five numbers that can be meant, and the old ones left alone."""
    given = dict(_COLLAPSED)
    settings = report.call(answer, given)
    report.require(
        isinstance(settings, Mapping),
        f"returned {describe(settings)}, wanted a dictionary",
        "The new settings, under the same five names as the old ones.",
    )
    missing, more = sorted(set(_COLLAPSED) - set(settings)), sorted(set(settings) - set(_COLLAPSED), key=str)
    report.require(
        not missing and not more,
        f"missing: {', '.join(missing) or 'none'}; not known: {', '.join(map(str, more)) or 'none'}",
        "A run takes exactly the five names of the dictionary that came in.",
    )
    report.passed("returns a dictionary with the five names")
    for name, (low, high, words) in _LIMITS.items():
        value = _number(settings[name])
        usable = value is not None and low <= value <= high
        report.require(usable, f"{name} = {describe(settings[name])}, wanted {words}")
    report.passed("every setting is a number that a run can take")
    report.expect(
        given == _COLLAPSED,
        "the old settings are as they were",
        "the dictionary that came in was changed",
        "Make a new dictionary, for example by {**settings, ...} or a copy.",
    )
    report.expect(
        any(_number(settings[name]) != value for name, value in _COLLAPSED.items()),
        "something has changed",
        "these are the settings of the collapsed run",
        "Which of the five made it collapse? Compare with the run of equal rates.",
    )
    if report.failures == 0:
        print("· whether the run is mended, the next cell shows")


_LIMITS = {
    "g_lr": (1e-8, 1.0, "a learning rate above 0"),
    "d_lr": (1e-8, 1.0, "a learning rate above 0"),
    "r1": (0.0, 1e4, "a weight of at least 0"),
    "decay": (0.0, 1.0, "the share left at the end, from 0 to 1"),
    "average": (0.0, 1 - 1e-9, "the share that is kept, at least 0 and below 1"),
}


def _number(value: Any) -> float | None:
    try:
        found = float(value)
    except (TypeError, ValueError, RuntimeError):
        return None
    return found if math.isfinite(found) else None
