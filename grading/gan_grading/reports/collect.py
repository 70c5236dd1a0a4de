"""Read a class's grades: scores from the gradebook, verdicts and notices from the graded notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment as Recorded
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    SubmittedAssignment,
    SubmittedNotebook,
)

from gan_grading.course import Assignment
from gan_grading.errors import GradingError
from gan_grading.nbgrader.names import quoted
from gan_grading.nbgrader.waiting import who_waits
from gan_grading.reports.grades import ClassGrades, Score, State, StudentGrades
from gan_grading.reports.notebooks import GradedNotebook, read_graded


class NothingGradedError(GradingError):
    """A gradebook without submissions of the assignment."""


def collect(gradebook: Gradebook, coursedir: Any, assignment: Assignment) -> ClassGrades:
    """Read the grades of one assignment.

    Args:
        gradebook: the open gradebook.
        coursedir: nbgrader's description of the class's folders.
        assignment: the assignment.

    Raises:
        NothingGradedError: if the gradebook does not know the assignment, or holds no student.
    """
    try:
        recorded = gradebook.find_assignment(assignment.name)
    except MissingEntry:
        recorded = None
    if recorded is None:
        raise NothingGradedError(
            f"the gradebook does not know {assignment.name}",
            "a report is made of what the gradebook holds",
            f"run nbgrader generate_assignment {assignment.name} first, then nbgrader autograde",
        )
    everybody = who_waits(gradebook, coursedir)
    waiting = {each.student: each.reason for each in everybody if each.assignment == assignment.name}
    worth, notices = _worth(recorded, assignment)
    source = _Source(
        gradebook=_rows(gradebook, assignment.name),
        comments=_comments(gradebook, assignment.name),
        worth=worth,
        submissions={each.student_id: each for each in recorded.submissions},
        roster={student.id: student for student in gradebook.students},
        waiting=waiting,
    )
    names = sorted({*source.roster, *source.submissions, *waiting})
    if not names:
        raise NothingGradedError(
            f"the gradebook holds no student for {assignment.name}",
            "a report is made of submissions",
            f"run nbgrader autograde {assignment.name} first",
        )
    folders = {n: coursedir.format_path(coursedir.autograded_directory, n, assignment.name) for n in names}
    file = assignment.solved.name
    students = [_student(name, source, read_graded(Path(folders[name]) / file)) for name in names]
    return ClassGrades(assignment.name, worth, tuple(students), tuple(notices))


@dataclass(frozen=True)
class _Source:
    """What the gradebook holds of one assignment, asked once for the whole class."""

    gradebook: Mapping[tuple[str, str], Any]
    comments: Mapping[tuple[str, str], str]
    worth: Mapping[str, float]
    submissions: Mapping[str, Any]
    roster: Mapping[str, Any]
    waiting: Mapping[str, str]


def _student(name: str, source: _Source, notebook: GradedNotebook) -> StudentGrades:
    given, known = source.submissions.get(name), source.roster.get(name)
    held = source.worth.items() if given is not None else ()
    scores = tuple(_score(name, exercise, worth, source, notebook) for exercise, worth in held)
    state: State = "missing" if given is None else "graded"
    odd = tuple(filter(None, (score.oddity for score in scores)))
    return StudentGrades(
        student=name if known is not None else quoted(name),
        scores=scores,
        answers=dict(notebook.answers),
        notices=(*notebook.notices, *odd),
        name=_full_name(known),
        email=str(getattr(known, "email", None) or ""),
        penalty=float(given.late_submission_penalty or 0.0) if given is not None else 0.0,
        state="ungraded" if name in source.waiting else state,
        reason=source.waiting.get(name, ""),
        graded_by=notebook.graded_by,
    )


def _worth(recorded: Any, assignment: Assignment) -> tuple[dict[str, float], list[str]]:
    """Return the gradebook's points by exercise in the notebook's order, and where the source differs."""
    cells = [
        cell for notebook in recorded.notebooks for cell in (*notebook.grade_cells, *notebook.task_cells)
    ]
    held = {cell.name.removeprefix("test_"): float(cell.max_score) for cell in cells}
    source = {exercise.id: exercise.points for exercise in assignment.exercises}
    order = [*(name for name in source if name in held), *sorted(held.keys() - source.keys())]
    # Worth 0 is what a class has dropped, and no slip.
    unlike = sorted(name for name in {*held, *source} if held.get(name) not in (0, source.get(name)))
    mend = f"run gan-grade migrate {assignment.name} --dry-run"
    notices = (
        [f"source and gradebook differ in {', '.join(unlike)}: the gradebook counts; {mend}"]
        if unlike
        else []
    )
    return {name: held[name] for name in order}, notices


def _rows(gradebook: Gradebook, assignment: str) -> dict[tuple[str, str], Any]:
    query = _joined(
        gradebook.db.query(SubmittedAssignment.student_id, BaseCell.name, Grade), Grade, assignment
    )
    return {(student, cell.removeprefix("test_")): grade for student, cell, grade in query}


def _comments(gradebook: Gradebook, assignment: str) -> dict[tuple[str, str], str]:
    query = gradebook.db.query(SubmittedAssignment.student_id, BaseCell.name, Comment.manual_comment)
    found = _joined(query, Comment, assignment).filter(Comment.manual_comment.is_not(None))
    return {
        (student, cell.removeprefix("test_")): str(comment) for student, cell, comment in found if comment
    }


def _joined(query: Any, table: Any, assignment: str) -> Any:
    """One question for a whole class: asking for each student takes seconds for a hundred of them."""
    return (
        query.select_from(table)
        .join(BaseCell, table.cell_id == BaseCell.id)
        .join(SubmittedNotebook, table.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Recorded, SubmittedAssignment.assignment_id == Recorded.id)
        .filter(Recorded.name == assignment)
    )


def _score(student: str, exercise: str, worth: float, source: _Source, notebook: GradedNotebook) -> Score:
    row = source.gradebook.get((student, exercise))
    auto, manual, extra = (row.auto_score, row.manual_score, row.extra_credit) if row else (None,) * 3
    points = auto if manual is None else manual
    return Score(
        exercise=exercise,
        points=None if points is None else round(points + (extra or 0.0), 4),
        max_points=worth,
        verdict=notebook.verdicts.get(exercise),
        auto=auto,
        manual=manual,
        extra=extra or 0.0,
        comment=source.comments.get((student, exercise), ""),
    )


def _full_name(student: Any) -> str:
    names = (getattr(student, key, None) for key in ("first_name", "last_name"))
    return " ".join(str(name) for name in names if name)
