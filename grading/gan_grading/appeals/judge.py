"""Ask the grader about single answers, in the sandbox: an appealed answer is a student's code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import nbformat

from gan_course.exercises.finding import ExerciseResult
from gan_grading.appeals.bank import Ruling
from gan_grading.course import Assignment
from gan_grading.engine import Grader
from gan_grading.engine.limits import Limits
from gan_grading.engine.match import find_answers
from gan_grading.engine.rebuild import rebuild
from gan_grading.engine.submitted import read_submission
from gan_grading.errors import SubmissionError
from gan_grading.exercise import Exercise
from gan_grading.release.source import grade_id, is_answer, read_source
from gan_grading.release.student import student_notebook
from gan_grading.selfcheck.bank import BankAnswer


class Judge:
    """Judges answers to one exercise; a context manager, like the grader it holds."""

    def __init__(
        self, assignment: Assignment, exercise: Exercise, seed: int | None, no_sandbox: bool
    ) -> None:
        """Prepare; nothing runs yet.

        Args:
            assignment: the assignment.
            exercise: the one that is judged.
            seed: that the submission was graded with; drawn if not given.
            no_sandbox: let student code run unprotected where no sandbox is wanted.
        """
        self._assignment, self._exercise = assignment, exercise
        self._grader = Grader(assignment, seed=seed, no_sandbox=no_sandbox)
        self._grader.plan = self._grader.plan.only(exercise.id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: Any) -> None:
        self._grader.__exit__(*error)

    def notebook(self, path: Path) -> ExerciseResult:
        """Judge the exercise in a submitted notebook."""
        return self._grader.grade(path).exercise(self._exercise.id)

    def alone(self, source: str) -> ExerciseResult:
        """Judge an answer among the right answers to everything else."""
        released = student_notebook(read_source(self._assignment.source))
        answers = {exercise.id: exercise.answer for exercise in self._assignment.exercises}
        answers[self._exercise.id] = source
        for cell in released.cells:
            if is_answer(cell):
                cell.source = answers[grade_id(cell)]
        text: str = nbformat.writes(released)  # type: ignore[no-untyped-call]
        return self._grader.grade(json.loads(text)).exercise(self._exercise.id)

    def texts(self, path: Path) -> list[str]:
        """Return an answer's text as it stands in a notebook, and with the student's own cells above it.

        Raises:
            SubmissionError: if the notebook does not answer the exercise.
        """
        limits = Limits()
        submitted = read_submission(path, limits)
        found = find_answers(self._grader.plan, submitted.cells)[self._exercise.id].source
        if found is None or found.strip() == self._exercise.stub.strip():
            raise SubmissionError(
                f"{path} does not answer {self._exercise.id}",
                "an appeal is about an answer",
                "see the notebook",
            )
        steps = rebuild(self._grader.plan, submitted.cells, limits, submitted.mark).steps
        place = next(
            i for i, step in enumerate(steps) if step.part == "answer" and step.name == self._exercise.id
        )
        own = [step.source for step in steps[:place] if step.part == "extra"]
        return [found, "\n\n".join([*own, found])] if own else [found]


def agrees(ruling: Ruling, verdict: ExerciseResult) -> bool | None:
    """Tell whether the grader says what a person ruled; ``None`` where it gives no verdict."""
    if verdict.points is None:
        return None
    return verdict.is_full == (ruling == "right")


def contradicted(assignment: Assignment, answers: Sequence[BankAnswer], no_sandbox: bool) -> list[str]:
    """Return the rulings of a class's bank that the grader does not follow, in words.

    Args:
        assignment: the assignment.
        answers: ruled on.
        no_sandbox: let student code run unprotected.
    """
    lines = []
    for exercise in assignment.exercises:
        own = [answer for answer in answers if answer.exercise == exercise.id]
        if not own:
            continue
        with Judge(assignment, exercise, None, no_sandbox) as judge:
            for answer in own:
                verdict = judge.alone(answer.source)
                ruling: Ruling = "right" if answer.is_right else "wrong"
                if not agrees(ruling, verdict):
                    said = "no score" if verdict.points is None else f"{verdict.points:g}"
                    worth = f"{said} of {verdict.max_points:g} points"
                    lines.append(f"{answer}: ruled {ruling}, the grader gives {worth}")
    return lines
