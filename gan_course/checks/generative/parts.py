"""What several of the checks share: answers of several tensors, one number beside the one wanted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, close, number
from gan_course.exercises.describe import describe, shape

Signs = Sequence[tuple[float, str]]


def named_parts(
    report: Report, value: Any, wanted: Mapping[str, tuple[int, ...]], claim: str = ""
) -> list[Tensor]:
    """Require a tuple (or list) of tensors of these shapes; a number may stand for shape ().

    Args:
        report: Where the lines go.
        value: What the student's function returned.
        wanted: The shape of each part by name, in order.
        claim: The ✓ line where all is well, in place of the usual one.

    Returns:
        The parts.

    Raises:
        CheckEnded: For anything else, after a line that says what.
    """
    listed = f"({', '.join(wanted)})"
    report.require(value is not None, "returned None", "A function without a return line gives back None.")
    report.require(
        isinstance(value, tuple | list) and len(value) == len(wanted),
        f"returned {describe(value)}, wanted {len(wanted)} tensors {listed}",
        "Put a comma between them: `return one, two` hands back both.",
    )
    parts = []
    for (name, sizes), part in zip(wanted.items(), value, strict=True):
        if sizes == () and isinstance(part, int | float) and not isinstance(part, bool):
            part = torch.tensor(float(part))
        report.require(
            isinstance(part, Tensor), f"{name} is {describe(part)}, wanted a tensor of shape {sizes}"
        )
        if sizes == () and part.numel() == 1:
            part = part.reshape(())
        report.require(
            tuple(part.shape) == sizes,
            f"{name} has shape {shape(part)}, wanted {sizes}",
            "Compare with the line 'You return' of the exercise: which dimension is one too many, or gone?",
        )
        parts.append(part.detach())
    report.passed(claim or f"returns {listed} in the right shapes")
    return parts


def expect_entry(
    report: Report, value: Tensor, wanted: float, where: str, signs: Signs, fallback: str, nan: str = ""
) -> bool:
    """Print ✓ where one number is the one wanted, else ✗ and the sentence its value points to.

    Args:
        report: Where the lines go.
        value: The student's number, one element.
        wanted: The right number.
        where: What was asked.
        signs: Other numbers, each with the sentence for whoever gets it.
        fallback: The sentence for any other number.
        nan: The sentence where it is NaN or infinite; the fallback if left out.

    Returns:
        Whether it is right.
    """
    got = value.detach().reshape(())
    teach = next((text for sign, text in signs if close(got, sign)), fallback)
    if not math.isfinite(got.item()):
        teach = nan or fallback
    return report.expect(
        close(got, wanted),
        f"{where}: {number(wanted)}",
        f"{where}: yours {number(got)}, wanted {number(wanted)}",
        teach,
    )
