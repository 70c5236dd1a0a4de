"""Predictions: what a student writes down before a cell answers it, compared kindly and never graded.

A prediction has a cell of its own. The cell holds one plain dictionary, under the name that is the cell's
``grade_id`` too, so that it is found in a submission and can be read without running it::

    predict_slow_d = {
        "modes captured, of 8": ...,  # a number
        "where the samples lie": ...,  # "a" or "b"
    }

``...`` stands for "not predicted", and stops nothing. The demo that answers compares at its end::

    predictions.compare(predict_slow_d, {"modes captured, of 8": 0, "where the samples lie": "b"}, near=1)
"""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping

PREFIX = "predict_"  # of every cell, and variable, that holds predictions
Prediction = float | str


def compare(
    predicted: object, measured: Mapping[str, Prediction], near: float = 0.0, digits: int = 0
) -> None:
    """Print each prediction beside what was measured. Never raises for anything a student wrote.

    Args:
        predicted: The dictionary of the prediction's cell, whatever has become of it.
        measured: For each question the number, or the letter of the choice, that turned out.
        near: How far off a number may be and still count as foreseen.
        digits: Decimals of the numbers shown.
    """
    given = predicted if isinstance(predicted, Mapping) else {}
    for question, truth in measured.items():
        print(_line(question, given.get(question, ...), truth, near, digits))


def recorded(source: str) -> dict[str, Prediction]:
    """Read the predictions in the source text of a cell, without running it.

    Args:
        source: The cell's text.

    Returns:
        What was predicted, question by question; what was left open, or is neither a number nor a letter,
        is left out. Empty where the text holds no dictionary of predictions.
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Prediction] = {}
    for statement in statements:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict):
            found |= _answers(statement.value)
    return found


def _answers(table: ast.Dict) -> dict[str, Prediction]:
    found: dict[str, Prediction] = {}
    for key, value in zip(table.keys, table.values, strict=True):
        try:
            question, given = ast.literal_eval(key) if key else None, ast.literal_eval(value)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            continue  # an expression: nothing of a submission is run to read it
        read = _read(given)
        if isinstance(question, str) and read is not None:
            found[question] = read
    return found


def _line(question: str, given: object, truth: Prediction, near: float, digits: int) -> str:
    shown = truth if isinstance(truth, str) else f"{truth:.{digits}f}"
    read = _read(given)
    if read is None:
        why = "you left it open" if given is ... else "what you wrote is neither a number nor a letter"
        return f"· {question}: {shown} ({why})"
    yours = read if isinstance(read, str) else f"{read:g}"
    if isinstance(read, str) != isinstance(truth, str):
        kind = "letter" if isinstance(truth, str) else "number"
        return f"· {question}: {shown} (you wrote {yours}; the answer is a {kind})"
    if _foreseen(read, truth, near):
        return f"✓ {question}: {shown}, as you foresaw ({yours})"
    return f"→ {question}: {shown}; you expected {yours}. What in the lesson explains the difference?"


def _foreseen(read: Prediction, truth: Prediction, near: float) -> bool:
    if isinstance(read, str) or isinstance(truth, str):
        return read == truth
    return abs(read - truth) <= near


def _read(given: object) -> Prediction | None:
    """Return a number or a letter as it was meant; ``None`` for anything else."""
    if isinstance(given, str):
        letter = given.strip().lower()
        return letter if len(letter) == 1 and letter.isalpha() else None
    if isinstance(given, bool) or not hasattr(given, "__float__"):
        return None
    try:
        number = float(given)
    except Exception:  # a tensor of many numbers, or an object of the student's own
        return None
    return number if math.isfinite(number) else None
