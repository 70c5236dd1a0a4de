"""A class as a table in the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from gan_course.exercises.finding import ExerciseResult
from gan_grading.reports.collect import GradedSubmission

WIDTH = 100


def class_table(submissions: Sequence[GradedSubmission], notes: Mapping[str, str] | None = None) -> str:
    """Return points per student and exercise as text.

    Exercises are numbered in the order of the notebook; a legend under the table names them.

    Args:
        submissions: graded submissions of one assignment, at least one.
        notes: a word on each student, shown in a last column.
    """
    notes = notes or {}
    first = submissions[0].results
    numbers = [str(i) for i in range(1, len(first) + 1)]
    worth = [f"{r.max_points:g}" for r in first]
    rows = [
        ["student", *numbers, "points", ""],
        ["worth", *worth, f"{sum(r.max_points for r in first):g}", ""],
    ]
    rows += [[s.student, *map(_cell, s.results), _sum(s), notes.get(s.student, "")] for s in submissions]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(2, "─" * max(len(line) for line in lines))
    legend = " · ".join(f"{n}\u00a0{r.exercise}" for n, r in zip(numbers, first, strict=True))
    return "\n".join([*lines, "", *textwrap.wrap(legend, WIDTH, break_on_hyphens=False)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Names and notes stand to the left of their columns, numbers to the right."""
    middle = [text.rjust(width) for text, width in zip(row[1:-1], widths[1:-1], strict=True)]
    return "  ".join([row[0].ljust(widths[0]), *middle, row[-1]]).rstrip()


def _sum(submission: GradedSubmission) -> str:
    """What is not graded makes no sum: it would read as a zero."""
    return "?" if submission.ungraded else f"{submission.points:g}"


def _cell(result: ExerciseResult) -> str:
    return "?" if result.points is None else f"{result.points:g}"
