"""What checks of losses share: the value on a batch, (N, 1) as good as (N,), large logits."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.report import Report
from gan_course.checks.values import close, one_number
from gan_course.exercises.describe import number

Signs = Sequence[tuple[float, str]]
_LARGE = torch.tensor([200.0, -200.0])


def expect_value(report: Report, loss: Tensor, wanted: float, batch: str, signs: Signs, advice: str) -> bool:
    """Compare a loss with its value as worked by hand.

    Args:
        report: Where the lines go.
        loss: What the student's loss returned, shape ().
        wanted: The right value.
        batch: What it was computed on, e.g. "7 real and 5 fake logits".
        signs: Other values, and the sentence that says what each of them tells.
        advice: The sentence for any other value.

    Returns:
        Whether it is the right one.
    """
    teach = next((t for v, t in signs if close(loss, v)), advice)
    return report.expect(
        close(loss, wanted),
        f"value on {batch}: {number(wanted)}",
        f"value on {batch}: yours {number(loss)}, wanted {number(wanted)}",
        teach,
    )


def expect_value_of_logits(
    report: Report, loss: Tensor, wanted: float, batch: str, signs: Signs, advice: str
) -> None:
    """The same for a loss of logits, where a value that is not finite has a reason of its own."""
    if math.isfinite(loss.item()):
        expect_value(report, loss, wanted, batch, signs, advice)
        return
    report.failed(
        f"value on {batch}: yours {number(loss)}, wanted {number(wanted)}",
        "A logit is any real number, often negative, and has no logarithm. The probability is σ(a).",
    )


def expect_column(
    report: Report, answer: Callable[..., Any], loss: Tensor, batches: Sequence[Tensor], word: str = "logits"
) -> None:
    """Compare with the loss of the same batches, each of shape (N, 1); ``word`` names what is in them."""
    column = one_number(report, report.call(answer, *[b.reshape(-1, 1) for b in batches]))
    report.expect(
        close(column, loss.item()),
        f"{word} of shape (N, 1) give the same",
        f"{word} of shape (N, 1): {number(column)}, but {number(loss)} for shape (N,)",
        "Somewhere (N, 1) meets (N,), and torch makes an N×N table of the two.",
    )


def expect_finite_at_large(report: Report, answer: Callable[..., Any], count: int) -> None:
    """Require a finite value with finite slopes at logits of ±200, in each of ``count`` batches."""
    given = [_LARGE.clone().requires_grad_() for _ in range(count)]
    loss = one_number(report, report.call(answer, *given))
    finite = math.isfinite(loss.item())
    if finite and loss.requires_grad:
        slopes = torch.autograd.grad(loss, given, allow_unused=True)
        finite = all(s is None or bool(torch.isfinite(s).all()) for s in slopes)
    report.expect(
        finite,
        "finite at logits of −200 and +200",
        f"at logits of −200 and +200: yours {number(loss)}, or its slope, is not finite",
        "σ(−200) is rounded to 0, and log 0 is −∞. Look for a function that takes logits and never forms σ.",
    )
