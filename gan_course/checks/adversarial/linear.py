"""Checks of the linear model's worst case, of the loss under it, and of ε in other units."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    describe,
    exercise_check,
    kind,
    number,
    same_shape,
    scalar_with_gradient,
)

_W = torch.tensor([2.0, -1.0, 0.5, 0.0, -3.0])
_EPS = 0.1


@exercise_check
def linear_worst_case(report: Report, answer: Callable[..., Any]) -> None:
    """Check η and wᵀη for five weights worked by hand, one of them 0."""
    given = _W.clone()
    pair = report.call(answer, given, _EPS)
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        report.failed(
            f"returned {describe(pair)}, wanted a pair", "First the perturbation eta, then the change wᵀη."
        )
        return
    eta = same_shape(report, pair[0], [(5,)], "eta has one entry for each weight.")
    if not _box(report, eta):
        return
    _change(report, eta, pair[1])
    if not torch.equal(given, _W):
        report.failed("the w that was given has changed", "Make a new tensor: the caller still needs w.")
    twice = report.call(answer, _W.clone(), 2 * _EPS)
    report.expect(
        _number(twice[1]) is not None and close(float(twice[1]), -1.3),
        "twice the ε, twice the change",
        f"for ε = 0.2 the change is {number(float(twice[1]), 3)}, wanted −1.300",
        "Does ε enter everywhere, as an argument?",
    )


def _box(report: Report, eta: Tensor) -> bool:
    if not bool(torch.isfinite(eta).all()):
        report.failed(
            "eta is not a number where the weight is 0",
            "w / |w| is 0/0 there. Which torch function gives +1, −1 or 0?",
        )
        return False
    if float(eta.abs().max()) > _EPS + 1e-6:
        report.failed(
            f"the largest change is {number(eta.abs().max(), 3)}, but ε = 0.100",
            "The box allows each pixel a change between −ε and ε.",
        )
        return False
    report.passed("no pixel changes by more than ε")
    moving = _W != 0
    if close(eta[moving], _EPS * _W.sign()[moving], 1e-5):
        report.failed("eta raises the score", "The worst case lowers it. Look at one term wᵢηᵢ with wᵢ > 0.")
        return False
    return report.expect(
        close(eta[moving], -_EPS * _W.sign()[moving], 1e-5),
        "each pixel does its worst",
        f"for w = (2, −1, …): yours ({number(eta[0], 2)}, {number(eta[1], 2)}, …), wanted (−0.10, 0.10, …)",
        "The box limits each pixel by itself. A pixel with a small weight may use its full ε as well.",
    )


def _change(report: Report, eta: Tensor, change: object) -> None:
    value = _number(change)
    report.require(
        value is not None,
        f"the change is {describe(change)}, wanted one number",
        "It is a sum over all pixels.",
    )
    assert value is not None
    teach = "Put your eta into wᵀη and add up term by term."
    if close(value, 0.65):
        teach = "The size is right. Does the score rise or fall?"
    elif close(value, -_EPS * float(_W.norm())):
        teach = "That is the Euclidean length of w. Add up |wᵢ| instead: which norm is that?"
    elif close(value, -6.5):
        teach = "Here ε is missing."
    report.expect(
        close(value, -0.65),
        "the change is −ε‖w‖₁ = −0.65",
        f"the change for w = (2, −1, 0.5, 0, −3), ε = 0.1: yours {number(value, 3)}, wanted −0.650",
        teach,
    )


def _number(value: object) -> float | None:
    if isinstance(value, Tensor | np.generic | float | int) and not isinstance(value, bool):
        return float(value) if not isinstance(value, Tensor) or value.numel() == 1 else None
    return None


_X = torch.tensor([[0.2, 0.9], [0.7, 0.1], [0.5, 0.4]])
_Y = torch.tensor([1.0, -1.0, -1.0])
_WEIGHT, _BIAS = torch.tensor([1.5, -2.0]), torch.tensor(0.3)
_LOSS = 1.4938
_LOSS_SIGNS = (
    (1.2381, "This is the loss without an attack. By how much does the worst case lower each margin?"),
    (
        1.1860,
        "For label −1 your attack helps. Does the label belong in front of ε‖w‖₁, or only of wᵀx + b?",
    ),
    (1.0071, "Your attack helps the model. A lower margin has to give a larger loss."),
    (4.4814, "The losses were summed. An expectation becomes an average over the batch."),
    (1.4184, "That looks like ε times the Euclidean length of w. Exercise 1 has the norm of the box."),
    (1.5881, "ε‖w‖₁ was added outside of ζ. It belongs to the margin, inside."),
    (1.4379, "The bias is missing: the margin is y(wᵀx + b)."),
    (0.9527, "The label is missing: a sample of class −1 is right when wᵀx + b is negative."),
    (0.4905, "The sign of the margin is turned round: a large margin has to give a small loss."),
    (0.2771, "The sign of the margin is turned round: a large margin has to give a small loss."),
)


@exercise_check
def robust_logistic_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check the loss on three examples, its slope in w, and that it survives large margins."""
    w, b = _WEIGHT.clone().requires_grad_(), _BIAS.clone().requires_grad_()
    x, y = _X.clone(), _Y.clone()
    loss = scalar_with_gradient(report, report.call(answer, x, y, w, b, _EPS))
    if not torch.equal(x, _X) or not torch.equal(y, _Y):
        report.failed(
            "the x or y that was given has changed", "Make a new tensor: the caller still needs it."
        )
    teach = next(
        (t for v, t in _LOSS_SIGNS if close(loss, v, 2e-4)), "Compare yours with the formula, part by part."
    )
    right = report.expect(
        close(loss, _LOSS, 2e-4),
        f"the loss of three examples is {number(_LOSS)}",
        f"the loss of three examples: yours {number(loss)}, wanted {number(_LOSS)}",
        teach,
    )
    if not right:
        return
    slopes = torch.autograd.grad(loss, (w, b), allow_unused=True) if loss.requires_grad else (None, None)
    report.expect(
        slopes[0] is not None and close(slopes[0], torch.tensor([0.3197, -0.2104]), 1e-3),
        "its slope in w knows both w·x and ‖w‖₁",
        "its slope in w is not that of the formula",
        "Both places where w appears must stay in the graph: the margin and ε‖w‖₁.",
    )
    far = report.call(answer, torch.tensor([[300.0]]), -torch.ones(1), torch.ones(1), torch.tensor(0.0), _EPS)
    yours = number(far, 1) if isinstance(far, Tensor) and far.numel() == 1 else describe(far)
    report.expect(
        isinstance(far, Tensor) and close(far, 300.1, 0.1),
        "finite for a margin of −300",
        f"for a margin of −300: yours {yours}, wanted 300.1",
        "exp(300) overflows. torch.nn.functional has ζ under the name softplus.",
    )


@exercise_check
def epsilon_in_range(report: Report, answer: Callable[..., Any]) -> None:
    """Check ε for three ranges of pixels."""
    cases = ((8, 0.0, 1.0, 0.031373), (8, -1.0, 1.0, 0.062745), (20, 0.0, 255.0, 20.0))
    for levels, low, high, wanted in cases:
        value = report.call(answer, levels, low, high)
        given = _number(value)
        report.require(given is not None, f"returned {kind(value)}, wanted a number")
        assert given is not None
        where = f"{levels} of 255 steps, pixels from {number(low, 0)} to {number(high, 0)}"
        report.expect(
            math.isfinite(given) and abs(given - wanted) < 1e-4 * max(1.0, wanted),
            f"{where}: ε = {number(wanted)}",
            f"{where}: yours {number(given)}, wanted {number(wanted)}",
            _units(given, wanted, low),
        )


def _units(given: float, wanted: float, low: float) -> str:
    if abs(given - wanted * 255 / 256) < 1e-4 * wanted:
        return "256 grey values have 255 steps between them."
    if abs(given - wanted / 2) < 1e-3 * wanted:
        return "Half of what is wanted: how long is the way from the darkest to the brightest value?"
    if low and abs(given - (wanted + low)) < 1e-4:
        return "ε is a difference of two pixels: a shift of the range does not enter."
    return "A number of steps out of 255 is a share of the range. How long is the range?"
