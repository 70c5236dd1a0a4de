"""A class as a table in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gan_grading.probes.finding import ExerciseResult
from gan_grading.reports.collect import GradedSubmission


def class_table(submissions: Sequence[GradedSubmission], notes: Mapping[str, str] | None = None) -> str:
    """Return points per student and exercise as text.

    Args:
        submissions: graded submissions of one assignment, at least one.
        notes: a word on each student, shown in a last column.
    """
    first = submissions[0].results
    header = ["student", *(_short(r.exercise) for r in first), "points"]
    worth = ["worth", *(f"{r.max_points:g}" for r in first), f"{sum(r.max_points for r in first):g}"]
    rows = [header, worth]
    for submission in submissions:
        cells = [_cell(r) for r in submission.results]
        rows.append([submission.student, *cells, f"{submission.points:g}"])
    if notes:
        rows[0].append("")
        rows[1].append("")
        for row, submission in zip(rows[2:], submissions, strict=True):
            row.append(notes.get(submission.student, ""))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(
            _pad(c, w, i, bool(notes), len(row)) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines.insert(2, "  ".join("─" * w for w in widths))
    return "\n".join(lines)


def _pad(text: str, width: int, column: int, has_notes: bool, columns: int) -> str:
    left = column == 0 or (has_notes and column == columns - 1)
    return text.ljust(width) if left else text.rjust(width)


def _cell(result: ExerciseResult) -> str:
    return "?" if result.points is None else f"{result.points:g}"


def _short(exercise: str) -> str:
    """Abbreviate a long id by the first letters of its words, e.g. ``d_step`` for ``discriminator_step``."""
    words = exercise.split("_")
    if len(exercise) <= 10 or len(words) == 1:
        return exercise[:12]
    return "_".join([*(w[0] for w in words[:-1]), words[-1][:9]])
