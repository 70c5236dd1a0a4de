"""Read verdicts back from graded notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from gan_course.exercises.finding import RESULT_MIMETYPE, ExerciseResult
from gan_grading.course import Assignment
from gan_grading.errors import GradingError
from gan_grading.release.source import grade_id, is_answer


class NothingGradedError(GradingError):
    """A folder without graded notebooks of the assignment."""


@dataclass(frozen=True)
class GradedSubmission:
    """One student's graded notebook.

    Attributes:
        student: the student's id.
        results: one result an exercise, in the notebook's order.
        answers: source of each answer by exercise.
        notices: what else the instructor should know, e.g. that the notebook was tampered with.
    """

    student: str
    results: tuple[ExerciseResult, ...]
    answers: dict[str, str]
    notices: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """Points reached; ungraded exercises count nothing yet."""
        return round(sum(r.points or 0.0 for r in self.results), 2)

    @property
    def ungraded(self) -> int:
        """Number of exercises the grader could not judge."""
        return sum(r.points is None for r in self.results)


def collect(autograded: Path, assignment: Assignment) -> list[GradedSubmission]:
    """Read every graded notebook of one assignment.

    Args:
        autograded: nbgrader's folder of that name: ``<student>/<assignment>/<notebook>.ipynb``.
        assignment: the assignment.

    Raises:
        NothingGradedError: if there is no graded notebook.
    """
    found = sorted(autograded.glob(f"*/{assignment.name}/{assignment.solved.name}"))
    if not found:
        raise NothingGradedError(
            f"{autograded} holds no graded {assignment.name}",
            "a report is made of graded notebooks",
            f"run nbgrader autograde {assignment.name} first",
        )
    return [_read(path, assignment) for path in found]


def _read(path: Path, assignment: Assignment) -> GradedSubmission:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    by_exercise = {r.exercise: r for r in _results(notebook)}
    results = tuple(by_exercise.get(e.id) or _missing(e.id, e.points) for e in assignment.exercises)
    answers = {grade_id(c): str(c.source) for c in notebook.cells if is_answer(c)}
    notices = notebook.metadata.get("gan_grading", {}).get("notices", [])
    return GradedSubmission(path.parent.parent.name, results, answers, tuple(str(n) for n in notices))


def _results(notebook: NotebookNode) -> list[ExerciseResult]:
    data = [
        output.data[RESULT_MIMETYPE]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if RESULT_MIMETYPE in output.get("data", {})
    ]
    return [_result(dict(d)) for d in data]


def _result(data: dict[str, Any]) -> ExerciseResult:
    data.pop("assignment", None)
    return ExerciseResult.from_json(data)


def _missing(exercise: str, points: float) -> ExerciseResult:
    return ExerciseResult(
        exercise, None, points, status="ungraded", note="the graded notebook holds no verdict"
    )
