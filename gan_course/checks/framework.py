"""How a visible check is written: one decorated function an exercise.

    @exercise_check
    def discriminator_loss(report: Report, answer: Callable[..., Tensor]) -> None:
        loss = report.call(answer, REAL, FAKE)
        scalar_with_gradient(report, loss)
        report.expect(abs(loss.item() - 1.78) < 1e-3, "value as worked by hand", "…", "…")

The notebook calls it with the student's function alone: ``check.discriminator_loss(discriminator_loss)``.
A check is quick help and never evidence: it holds fixed inputs and expected numbers or properties, prints
lines, and returns nothing. It never raises and never says how many points anything is worth.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.report import CheckEnded, Report
from gan_course.checks.values import (
    close,
    one_number,
    python_float,
    same_shape,
    scalar_with_gradient,
)
from gan_course.exercises.describe import describe, kind, number

__all__ = [
    "CheckEnded",
    "Report",
    "close",
    "describe",
    "exercise_check",
    "kind",
    "number",
    "one_number",
    "python_float",
    "question_check",
    "same_shape",
    "scalar_with_gradient",
]


def exercise_check(body: Callable[[Report, Callable[..., Any]], None]) -> Callable[[object], None]:
    """Make a check of a function body that uses a report.

    The random state of the notebook is left as it was, and whatever happens inside is printed, not raised.

    Args:
        body: ``body(report, answer)``; its name is the exercise's name.

    Returns:
        ``check(answer) -> None``, to be called with the student's function.
    """
    name = body.__name__

    @functools.wraps(body)
    def check(answer: object) -> None:
        if not callable(answer):
            print(
                f"✗ {name} is {describe(answer)} by now, not a function: run the cell that defines it again"
            )
            return
        report = Report(name, getattr(answer, "__globals__", None))
        try:
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(0)
                body(report, answer)
        except CheckEnded:
            return
        except Exception as error:  # what came back was stranger than the check foresaw
            print(f"✗ the check could not go on with what came back ({type(error).__name__}: {error})")

    # The wrapper's own signature is what a reader of the notebook should see.
    del check.__wrapped__
    return check


def question_check(name: str, form: Callable[[object], str]) -> Callable[[object], None]:
    """Make the check of a closing question: it looks at the form of the answer and never at its truth.

    Args:
        name: The question's variable.
        form: Returns "" where the form is right, else a sentence that says what form is wanted.

    Returns:
        ``check(value) -> None``.
    """

    def check(value: object) -> None:
        if value is None or value is ...:
            print(f"· not answered yet: give {name} a value, run the cell, come back")
            return
        complaint = form(value)
        print(f"✗ {complaint}" if complaint else f"✓ recorded: {name} = {value!r}")

    check.__name__ = check.__qualname__ = name
    check.__doc__ = f"Check the form of ``{name}``; whether it is right is told after grading."
    return check


def wants_number(value: object) -> str:
    """Form of a question answered by a number of any kind: Python's, NumPy's, a tensor's, a fraction."""
    complaint = f"got {describe(value)}; the answer is a number, written like -0.25 or as an expression"
    if isinstance(value, bool | str | bytes):
        return complaint
    try:
        float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, RuntimeError):
        return complaint
    return ""


def wants_choice(letters: str) -> Callable[[object], str]:
    """Form of a question answered by one of ``letters``; "b", "B", "(b)" and " b." are all the letter b."""

    def form(value: object) -> str:
        letter = value.strip(" ().").lower() if isinstance(value, str) else ""
        if len(letter) == 1 and letter in letters:
            return ""
        listed = ", ".join(f'"{letter}"' for letter in letters)
        return f"got {describe(value)}; the answer is one of {listed}"

    return form
