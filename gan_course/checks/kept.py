"""Does a function leave alone what it was given?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.report import Report


def expect_kept(
    report: Report,
    answer: Callable[..., Any],
    *tensors: Tensor,
    before: Sequence[Any] = (),
    then: Sequence[Any] = (),
) -> Any:
    """Print ✗ where the tensors given are changed; else nothing.

    Args:
        report: Where the line goes.
        answer: The student's function.
        tensors: What it is given, each as a copy.
        before: Arguments before the tensors.
        then: Arguments after them.

    Returns:
        What the function returned.
    """
    given = [t.clone() for t in tensors]
    value = report.call(answer, *before, *given, *then)
    if not all(torch.equal(g, t) for g, t in zip(given, tensors, strict=True)):
        report.failed(
            "your code changes the tensors it was given",
            "Whoever calls the function still needs them. +=, x[...] = and methods that end in _ "
            "work in place: make a new tensor.",
        )
    return value
