"""One number beside the one wanted, and what a wrong one usually means."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor

from gan_course.checks.framework import Report, close, number
from gan_course.checks.kept import expect_kept

Signs = Sequence[tuple[float, str]]

NOT_A_NUMBER = (
    "A computer makes 0·log 0 = 0·(−∞) = nan; its limit is 0. Keep log 0 from being multiplied, "
    "or look for a torch function that knows this rule."
)

NO_LOGARITHM = "A logit is any real number, often negative, and has no logarithm. The probability is σ(a)."


def expect_number(
    report: Report,
    value: Tensor,
    wanted: float,
    where: str,
    signs: Signs,
    fallback: str,
    nan: str = NOT_A_NUMBER,
) -> bool:
    """Print ✓ where the number is the one wanted, else ✗ and the sentence its value points to.

    Args:
        report: Where the lines go.
        value: The student's number, shape ().
        wanted: The right number, finite.
        where: What was asked, such as "p = (1/2, 1/2), base 2".
        signs: Other numbers, each with the sentence for whoever gets it.
        fallback: The sentence for any other number.
        nan: The sentence where it is no number at all.

    Returns:
        Whether it is right.
    """
    teach = next((text for sign, text in signs if close(value, sign)), fallback)
    if math.isnan(value.item()):
        teach = nan
    return report.expect(
        close(value, wanted),
        f"{where}: {number(wanted)}",
        f"{where}: yours {number(value)}, wanted {number(wanted)}",
        teach,
    )


def expect_good_manners(report: Report, answer: Callable[..., Any], *distributions: Tensor) -> None:
    """Print ✗ where the distributions given are changed, or where a base left out is not 2; else nothing."""
    bits = expect_kept(report, answer, *distributions, then=(2.0,))
    if "base" in _with_default(answer):
        left_out = report.call(answer, *[d.clone() for d in distributions])
        same = isinstance(left_out, Tensor) and isinstance(bits, Tensor) and close(left_out, bits)
        if not same:
            report.expect(
                False,
                "",
                "without a base the result is not in bits",
                "The definition said base=2.0.",
            )


def _with_default(answer: Callable[..., Any]) -> list[str]:
    try:
        parameters = inspect.signature(answer).parameters.values()
    except (TypeError, ValueError):
        return []
    return [p.name for p in parameters if p.default is not p.empty]


def short(value: Tensor) -> str:
    """Write a number that may be huge."""
    return f"{value.item():.1e}" if 1e6 < abs(value.item()) < math.inf else number(value)


def is_infinite(value: Tensor) -> bool:
    """Tell whether the value is +∞, which is close to no number."""
    return math.isinf(value.item()) and value.item() > 0
