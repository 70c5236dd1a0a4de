"""Verdicts as lines on a terminal, and their sum."""

from __future__ import annotations

from collections.abc import Sequence

from gan_course.work.run import Run, Verdict

_MARKS = {"green": "✓", "answered": "·", "red": "✗", "unknown": "?"}
_PLAIN = {
    "not written": "not written yet",
    "answered": "answered; whether it is right is told after grading",
    "not answered": "not answered yet",
    "unknown": "could not be judged",
}


def verdict_text(verdict: Verdict, width: int = 0) -> str:
    """Return a verdict for the terminal: one line, and below a red one what its check says.

    Args:
        verdict: What was found.
        width: Of the column of names.
    """
    head = f"{_MARKS.get(verdict.state, '·')} {verdict.exercise:<{width}}"
    if verdict.state == "green":
        return f"{head}  {verdict.lines[0].removeprefix('✓').strip()}"
    if verdict.state == "unknown":
        return f"{head}  {_PLAIN['unknown']}: {' '.join(verdict.lines)}"
    if verdict.state != "red":
        return f"{head}  {_PLAIN[verdict.state]}"
    first, *rest = verdict.lines
    said = [line for line in rest if not line.startswith("✓")]
    return "\n".join([f"{head}  {first.removeprefix('✗').strip()}", *(f"    {line}" for line in said)])


def sum_of(verdicts: Sequence[Verdict]) -> str:
    """Return the sum, such as ``7 of 10 exercises green, 3 of 4 questions answered``.

    >>> sum_of([Verdict("slope", False, "green"), Verdict("descend", False, "red")])
    '1 of 2 exercises green'
    """
    code = [v for v in verdicts if not v.question]
    questions = [v for v in verdicts if v.question]
    parts = []
    if code:
        parts.append(f"{sum(v.well for v in code)} of {_count(len(code), 'exercise')} green")
    if questions:
        parts.append(f"{sum(v.well for v in questions)} of {_count(len(questions), 'question')} answered")
    return ", ".join(parts) or "no exercises"


def stops_text(run: Run) -> str:
    """Return a line for each cell that stopped; empty if none did."""
    return "\n".join(f"✗ cell {stop.number} stopped: {stop.reason}" for stop in run.stops)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
