"""Checks of the two slopes and of the non-saturating loss."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    describe,
    exercise_check,
    number,
    one_number,
    scalar_with_gradient,
)
from gan_course.checks.pictures import Curve, draw_curves

_LOGITS = torch.tensor([-6.0, -0.5, 0.25, 1.5, 3.0])
_LARGE = torch.tensor([200.0, -200.0])
# 0 is left out: formulas with |a| or max(a, 0) have a corner there, and any slope at a corner is right.
_GRID = torch.cat([torch.linspace(-8, -0.25, 32), torch.linspace(0.25, 8, 32)])


def _rows(report: Report, value: object, n: int) -> tuple[Tensor, Tensor]:
    """Require two rows of n numbers, as a pair or stacked."""
    if isinstance(value, Tensor) and value.shape == (2, n):
        value = (value[0], value[1])
    right = isinstance(value, tuple | list) and len(value) == 2
    report.require(
        right and isinstance(value, tuple | list) and all(isinstance(v, Tensor) for v in value),
        f"returned {describe(value)}, wanted a pair of tensors",
        "One tensor of slopes for the saturating loss, then one for the other.",
    )
    assert isinstance(value, tuple | list)
    first, second = value
    report.require(
        first.shape == (n,) and second.shape == (n,),
        f"returned shapes {tuple(first.shape)} and {tuple(second.shape)}, wanted ({n},) twice",
        "A loss has one slope for each logit that goes into it.",
    )
    return first, second


@exercise_check
def generator_slopes(report: Report, answer: Callable[..., Any]) -> None:
    """Check both slopes at one logit, in a batch of five, and at ±200; draw them."""
    zero = _rows(report, report.call(answer, torch.zeros(1)), 1)
    report.passed("returns two rows of slopes")
    yours = (float(zero[0]), float(zero[1]))
    if not all(close(v, -0.5) for v in yours):
        report.failed(
            f"at a single logit of 0: yours {number(yours[0])} and {number(yours[1])}, wanted −0.5000 twice",
            _at_zero(yours),
        )
        return
    report.passed("at a single logit of 0: −0.5 twice")
    far = _rows(report, report.call(answer, torch.tensor([-6.0])), 1)
    yours = (float(far[0]), float(far[1]))
    if close(yours[0], -0.9975) and close(yours[1], -0.0025):
        teach = "The two have changed places: the saturating loss, the flat one, comes first."
    elif close(yours[0], yours[1]):
        teach = "Both of yours are the same loss. One slope holds σ(a), the other 1 − σ(a)."
    else:
        teach = "σ(−6) = 0.0025. Which of the two losses hardly changes there?"
    right = close(yours[0], -0.0025, 2e-4) and close(yours[1], -0.9975)
    report.expect(
        right,
        "at −6: −0.0025 for the saturating loss, −0.9975 for the other",
        f"at a single logit of −6: yours {number(yours[0])} and {number(yours[1])}, "
        "wanted −0.0025 and −0.9975",
        teach,
    )
    if not right:
        return
    _in_a_batch(report, answer)
    _at_large_logits(report, answer)
    curves = [_rows(report, report.call(answer, a.reshape(1)), 1) for a in _GRID]
    drawn = torch.tensor([[float(one), float(two)] for one, two in curves])
    wanted = torch.stack([-torch.sigmoid(_GRID), -torch.sigmoid(-_GRID)], dim=1)
    words = ("saturating", "non-saturating")
    draw_curves(
        [Curve(word, _GRID, drawn[:, i], wanted[:, i]) for i, word in enumerate(words)],
        "logit a",
        "slope",
    )


def _at_zero(yours: tuple[float, float]) -> str:
    """Return the sentence for slopes at a logit of 0 that are not −1/2."""
    if close(yours[0], 0.5) or close(yours[1], 0.5):
        return "Both losses fall when the logit grows, so both slopes are negative."
    if close(abs(yours[0]), math.log(2)) or close(abs(yours[1]), math.log(2)):
        return "These are the values of the losses. Their derivatives in a are asked for."
    if close(abs(yours[0]), 0.25):
        return "σ(1 − σ) is the slope of the sigmoid alone. A logarithm divides it by its argument."
    if close(abs(yours[0]), 2.0):
        return "This is the slope in D = σ(a). The chain rule has one more factor, σ'(a)."
    return "Put u = 1 − σ(a) and differentiate log u: u' / u. One factor cancels."


def _in_a_batch(report: Report, answer: Callable[..., Any]) -> None:
    rows = _rows(report, report.call(answer, _LOGITS.clone()), len(_LOGITS))
    wanted = (-torch.sigmoid(_LOGITS) / 5, -torch.sigmoid(-_LOGITS) / 5)
    five_times = all(close(row, 5 * w) for row, w in zip(rows, wanted, strict=True))
    report.expect(
        all(close(row, w, 1e-4) for row, w in zip(rows, wanted, strict=True)),
        "in a batch of 5 each slope has its share of the mean",
        "in a batch of 5 the slopes are " + ("five times too large" if five_times else "not as wanted"),
        "The losses are means. By what is each of the N terms divided?",
    )


def _at_large_logits(report: Report, answer: Callable[..., Any]) -> None:
    rows = _rows(report, report.call(answer, _LARGE.clone()), 2)
    wanted = (torch.tensor([-0.5, 0.0]), torch.tensor([0.0, -0.5]))
    report.expect(
        all(close(row, w) for row, w in zip(rows, wanted, strict=True)),
        "right at logits of −200 and +200",
        "at logits of +200 and −200 a slope is not finite, or not as wanted",
        "e²⁰⁰ is too large for a float. torch.sigmoid knows how to avoid it.",
    )


# Value of the loss on _LOGITS, and what another value on them tells.
_LOSS = 1.5605
_SIGNS = (
    (-1.5605, "The sign is turned round: minimising this would teach G to be caught."),
    (
        -1.2105,
        "This is the saturating loss of assignment 03, flat where D is sure that the sample is fake.",
    ),
    (1.2105, "This is −log(1 − D): minimising it would teach G to be caught."),
    (7.8026, "The logits were summed. An expectation becomes an average over the batch."),
    (0.7802, "Half of what is wanted: nothing stands in front of the mean."),
    (2.2513, "Another base than e: log is the natural logarithm."),
)


@exercise_check
def generator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check the non-saturating loss: slope in each logit, value, large logits."""
    logits = _LOGITS.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, logits))
    _large(report, answer)
    if loss.requires_grad and not _slope_at_six(report, answer):
        _draw(report, answer)
        return
    _value(report, loss)
    column = one_number(report, report.call(answer, _LOGITS.reshape(-1, 1).clone()))
    report.expect(
        close(column, loss.item()),
        "logits of shape (N, 1) give the same",
        f"logits of shape (N, 1): {number(column)}, but {number(loss)} for shape (N,)",
        "Somewhere (N, 1) meets (N,), and torch makes an N×N table of the two.",
    )
    if loss.requires_grad:
        _draw(report, answer)


def _slope(report: Report, answer: Callable[..., Any], logits: Tensor) -> Tensor:
    """Return the slope of the loss in each logit of a batch, times N."""
    given = logits.clone().requires_grad_()
    loss = one_number(report, report.call(answer, given))
    (slope,) = torch.autograd.grad(loss, [given], allow_unused=True) if loss.requires_grad else (None,)
    return (torch.zeros_like(logits) if slope is None else slope) * len(logits)


def _slope_at_six(report: Report, answer: Callable[..., Any]) -> bool:
    yours = float(_slope(report, answer, torch.tensor([-6.0])))
    if close(yours, -0.0025, 2e-4):
        teach = (
            "Your loss is almost flat where D is sure the sample is fake, so G learns nothing just when it "
            "is losing. That is the slope of log(1 − D). Read the sentence under the plot again: which of "
            "the two curves is steep on the left?"
        )
    elif yours > 0:
        teach = "Downhill must mean: towards logits that D takes for real. Yours leads the other way."
    elif not math.isfinite(yours):
        teach = "A logit is any real number, often negative, and has no logarithm. The probability is σ(a)."
    else:
        teach = "Differentiate −log σ(a), as in exercise 1, and compare with the curves below."
    return report.expect(
        close(yours, -0.9975),
        "slope at logit −6: −0.9975",
        f"slope at logit −6: yours {number(yours)}, wanted −0.9975",
        teach,
    )


def _value(report: Report, loss: Tensor) -> None:
    teach = next(
        (t for v, t in _signs() if close(loss, v)), "Work it by hand for one logit of 0: −log σ(0) = 0.693."
    )
    report.expect(
        close(loss, _LOSS),
        f"value on 5 fake logits: {number(_LOSS)}",
        f"value on 5 fake logits: yours {number(loss)}, wanted {number(_LOSS)}",
        teach,
    )


def _signs() -> Sequence[tuple[float, str]]:
    return _SIGNS


def _large(report: Report, answer: Callable[..., Any]) -> None:
    given = _LARGE.clone().requires_grad_()
    loss = one_number(report, report.call(answer, given))
    finite = math.isfinite(loss.item())
    if finite and loss.requires_grad:
        (slope,) = torch.autograd.grad(loss, [given], allow_unused=True)
        finite = slope is None or bool(torch.isfinite(slope).all())
    report.expect(
        finite,
        "finite at logits of −200 and +200",
        f"at logits of −200 and +200: yours {number(loss)}, or its slope, is not finite",
        "σ(−200) is rounded to 0, and log 0 is −∞. Look for a function that takes logits and never forms σ.",
    )


def _draw(report: Report, answer: Callable[..., Any]) -> None:
    curve = Curve("a fake sample", _GRID, _slope(report, answer, _GRID), -torch.sigmoid(-_GRID))
    draw_curves([curve], "logit a", "slope of the loss")
