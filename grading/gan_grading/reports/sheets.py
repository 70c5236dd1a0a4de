"""Grades as tables for other programs: totals, and points by exercise. No score is an empty place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from gan_grading.release.writing import write_atomically
from gan_grading.reports.grades import ClassGrades, Score, StudentGrades

ABOUT = ("assignment", "student_id", "name", "email")
TOTALS = (*ABOUT, "state", "raw_score", "late_submission_penalty", "score", "max_score", "reason")
EXERCISES = (
    *ABOUT,
    "exercise",
    "auto_score",
    "manual_score",
    "extra_credit",
    "score",
    "max_score",
    "misconceptions",
    "comment",
)


def totals_csv(classes: Iterable[ClassGrades]) -> str:
    """Return a row for each student and assignment."""
    return _csv(TOTALS, (_total(grades, each) for grades in classes for each in grades.students))


def exercises_csv(classes: Iterable[ClassGrades]) -> str:
    """Return a row for each student and exercise of what was handed in."""
    rows = (
        _exercise(grades, each, score)
        for grades in classes
        for each in grades.students
        for score in each.scores
    )
    return _csv(EXERCISES, rows)


def write_sheets(folder: Path, grades: ClassGrades) -> tuple[Path, Path]:
    """Write both tables of one assignment, each whole or not at all; return where they are.

    Args:
        folder: where they go; made if it is not there.
        grades: the class's.
    """
    totals, exercises = folder / "grades.csv", folder / "exercises.csv"
    write_atomically(totals, totals_csv([grades]).encode())
    write_atomically(exercises, exercises_csv([grades]).encode())
    return totals, exercises


def plain_cell(value: Any) -> Any:
    """Return a value for a table: nothing is empty, and no text is taken for a formula by a spreadsheet."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _total(grades: ClassGrades, each: StudentGrades) -> Sequence[Any]:
    about = (grades.assignment, each.student, each.name, each.email)
    return (*about, each.state, each.points, each.penalty, each.total, grades.max_points, each.reason)


def _exercise(grades: ClassGrades, each: StudentGrades, score: Score) -> Sequence[Any]:
    about = (grades.assignment, each.student, each.name, each.email)
    found = " ".join(dict.fromkeys(finding.misconception for finding in score.findings))
    by_hand = (score.manual, score.extra or None)
    points = (score.auto, *by_hand, score.points, score.max_points)
    return (*about, score.exercise, *points, found, score.comment)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(head)
    table.writerows([plain_cell(value) for value in row] for row in rows)
    return text.getvalue()
