"""Checks of the two shape formulas: each case is one that a certain slip gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from torch import Tensor

from gan_course.checks.framework import Report, describe, exercise_check

Case = tuple[tuple[int, int, int, int], int, str]

_CONV: Sequence[Case] = (
    ((16, 4, 1, 0), 13, "Count the places of a kernel of 4 on a row of 16, one pixel further each time."),
    ((16, 4, 2, 0), 7, "With stride 2 only every second place is used. The first one counts too."),
    ((16, 4, 2, 1), 8, "The padding is added at both ends of the row."),
    ((7, 7, 1, 0), 1, "A kernel as large as the picture has exactly one place."),
    ((10, 3, 2, 0), 4, "The last pixel is left over: no place for the kernel there, and sizes are whole."),
    (
        (27, 5, 3, 2),
        9,
        "First find how far the kernel can move over the padded row, then divide by the stride.",
    ),
)
_TRANSPOSED: Sequence[Case] = (
    ((1, 7, 1, 0), 7, "One pixel becomes one stamp of the kernel's size."),
    (
        (5, 3, 1, 0),
        7,
        "Five stamps, each one pixel further: where does the last one start, where does it end?",
    ),
    ((4, 4, 2, 0), 10, "Between n stamps lie n − 1 steps of the stride."),
    (
        (4, 4, 2, 1),
        8,
        "Padding is cut away here, at both ends: it undoes what padding adds in a convolution.",
    ),
    ((8, 5, 3, 2), 22, "Where does the last stamp start, where does it end, and what is cut away?"),
)


@exercise_check
def conv_size(report: Report, answer: Callable[..., Any]) -> None:
    """Check the size after a convolution on cases worked by hand."""
    _walk(report, answer, _CONV)


@exercise_check
def transposed_size(report: Report, answer: Callable[..., Any]) -> None:
    """Check the size after a transposed convolution on cases worked by hand."""
    _walk(report, answer, _TRANSPOSED)


def _walk(report: Report, answer: Callable[..., Any], cases: Sequence[Case]) -> None:
    for case, wanted, teach in cases:
        n, kernel, stride, padding = case
        value = report.call(answer, *case)
        _is_number(report, value)
        found = float(value)
        report.require(
            found == wanted,
            f"{n} pixels, kernel {kernel}, stride {stride}, padding {padding}: yours {found:g}, "
            f"wanted {wanted}",
            teach,
        )
        report.passed(f"{n} pixels, kernel {kernel}, stride {stride}, padding {padding}: {wanted}")
    whole = isinstance(value, int | np.integer) or (
        isinstance(value, Tensor) and not value.is_floating_point()
    )
    report.expect(
        whole,
        "sizes are whole numbers",
        f"returned {describe(value)}, wanted an int",
        "A layer takes no 8.0 for a size. Whole-number division keeps whole numbers whole.",
    )


def _is_number(report: Report, value: object) -> None:
    report.require(value is not None, "returned None", "A function without a return line gives back None.")
    single = isinstance(value, Tensor) and value.numel() == 1
    report.require(
        single or (isinstance(value, int | float | np.number) and not isinstance(value, bool)),
        f"returned {describe(value)}, wanted one whole number",
        "The pictures are square: one side is enough.",
    )
