"""Read several plain numbers from what a student's function returned, whatever holds them."""

from __future__ import annotations

from gan_course.checks.framework import Report, describe


def several_numbers(report: Report, value: object, count: int, meaning: str) -> list[float]:
    """Require a pair, a triple, ... of numbers: Python's, NumPy's or tensors with one element.

    Args:
        report: Where the lines go.
        value: What came back.
        count: How many are wanted.
        meaning: What they stand for, put into the teaching sentence.

    Returns:
        The numbers.

    Raises:
        CheckEnded: Where they cannot be read, after a line that explains it.
    """
    words = {2: "two", 3: "three"}[count]
    try:
        numbers = [float(v) for v in value]  # type: ignore[attr-defined]
    except (TypeError, ValueError, RuntimeError):
        numbers = []
    report.require(len(numbers) == count, f"returned {describe(value)}, wanted {words} numbers", meaning)
    return numbers
