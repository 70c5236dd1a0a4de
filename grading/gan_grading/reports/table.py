"""A class as a table in the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from gan_grading.reports.grades import ClassGrades, Score, StudentGrades
from gan_grading.shown import shown

WIDTH = 100
BY_HAND = "*"


def class_table(grades: ClassGrades, notes: Mapping[str, str] | None = None) -> str:
    """Return points per student and exercise as text.

    Exercises are numbered in the order of the notebook; a legend under the table names them.

    Args:
        grades: a class's.
        notes: a word on each student, shown in a last column, where names from the roster stand else.
    """
    notes = notes or {each.student: each.name for each in grades.students}
    numbers = [str(i) for i in range(1, len(grades.worth) + 1)]
    worth = [f"{points:g}" for points in grades.worth.values()]
    has_penalty = any(each.penalty for each in grades.students)
    late = ["late"] if has_penalty else []
    rows = [
        ["student", *numbers, *late, "points", ""],
        ["worth", *worth, *([""] if has_penalty else []), f"{grades.max_points:g}", ""],
        *(_row(each, grades, has_penalty, notes.get(each.student, "")) for each in grades.students),
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(2, "─" * max(len(line) for line in lines))
    legend = " · ".join(f"{n}\u00a0{name}" for n, name in zip(numbers, grades.worth, strict=True))
    if any(score.is_by_hand for each in grades.students for score in each.scores):
        legend += f" · {BY_HAND}\u00a0changed by hand"
    if not all(grades.worth.values()):
        legend += " · (…)\u00a0does not count"
    return "\n".join([*lines, "", *textwrap.wrap(legend, WIDTH, break_on_hyphens=False)])


def _row(each: StudentGrades, grades: ClassGrades, has_penalty: bool, note: str) -> list[str]:
    none = "–" if each.state == "missing" else "?"
    cells = [_cell(score) for score in each.scores] or [none] * len(grades.worth)
    late = [f"-{each.penalty:g}" if each.penalty else ""] if has_penalty else []
    word = "nothing handed in" if each.state == "missing" else ""
    return [each.student, *cells, *late, _sum(each), shown(", ".join(filter(None, (note, word))))]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Names and notes stand to the left of their columns, numbers to the right."""
    middle = [text.rjust(width) for text, width in zip(row[1:-1], widths[1:-1], strict=True)]
    return "  ".join([row[0].ljust(widths[0]), *middle, row[-1]]).rstrip()


def _sum(each: StudentGrades) -> str:
    """What is not graded makes no sum: it would read as a zero."""
    return "?" if each.total is None else f"{each.total:g}"


def _cell(score: Score) -> str:
    if score.is_dropped:
        return "–" if score.reached is None else f"({score.reached:g})"
    if score.points is None:
        return "?"
    return f"{score.points:g}{BY_HAND if score.is_by_hand else ''}"
