"""Grade a class again after a key was mended: look whose points would change, then write those alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.converters import Autograde

from gan_course.exercises.finding import ExerciseResult
from gan_grading.classroom.fingerprint import fingerprint
from gan_grading.course import Assignment
from gan_grading.engine import Graded
from gan_grading.engine.recognise import recognise
from gan_grading.errors import SubmissionError
from gan_grading.nbgrader.engine import tidy_notebook
from gan_grading.nbgrader.names import quoted
from gan_grading.nbgrader.strays import insist_own_file
from gan_grading.nbgrader.timestamps import read_timestamp
from gan_grading.release.writing import write_atomically
from gan_grading.reports.grades import ClassGrades, Score, StudentGrades
from gan_grading.reports.notebooks import GradedNotebook, read_graded


class RegradeError(SubmissionError):
    """A class that cannot be graded again."""


@dataclass(frozen=True)
class Change:
    """One student's verdict on one exercise, then and now.

    Attributes:
        student: the student's id.
        before: the score as it stands.
        now: the new verdict.
    """

    student: str
    before: Score
    now: ExerciseResult

    @property
    def changes_points(self) -> bool:
        """Whether the grader gives other points than before, or the same of another number."""
        then = self.before.verdict.max_points if self.before.verdict else self.now.max_points
        return self.now.points != self.before.auto or then != self.now.max_points

    def __str__(self) -> str:
        then, now = (_points(points) for points in (self.before.auto, self.now.points))
        found = ", ".join(dict.fromkeys(f.misconception for f in self.now.findings)) or self.now.note[:60]
        stays = self.before.manual is not None
        kept = f"; {self.before.manual:g} given by hand stays and is marked for review" if stays else ""
        why = f" ({found})" if found else ""
        worth = self.now.max_points
        return (
            f"{quoted(self.student)}, {self.now.exercise}: {then} before, {now} of {worth:g} now{why}{kept}"
        )


@dataclass(frozen=True)
class Regraded:
    """One submission, graded again.

    Attributes:
        student: the student's id.
        notebook: the graded notebook, ready to be written.
        changes: verdicts that say something else than before.
    """

    student: str
    notebook: NotebookNode
    changes: tuple[Change, ...]


def seed_of(coursedir: Any, assignment: Assignment, student: str) -> int | None:
    """Return the seed that a submission was graded with: another one could change points by itself."""
    return _graded(coursedir, assignment, student).seed


@dataclass(frozen=True)
class Again:
    """A graded submission that is to be graded once more.

    Attributes:
        before: the student's grades as they stand.
        notebook: what was handed in, tidied.
        mark: its fingerprint.
        seed: the one that it was graded with.
    """

    before: StudentGrades
    notebook: NotebookNode
    mark: str
    seed: int


def to_grade_again(
    coursedir: Any, grades: ClassGrades, assignment: Assignment, version: str, say: Callable[[str], None]
) -> Iterator[Again]:
    """Find what is graded already.

    Args:
        coursedir: nbgrader's description of the class's folders.
        grades: the class's grades as they stand.
        assignment: the assignment.
        version: of the keys.
        say: called with a line on each submission whose scores stay because it is not what was graded.
    """
    for each in grades.handed_in:
        seed = seed_of(coursedir, assignment, each.student)
        if seed is None:
            continue  # it was never graded: autograde does that
        try:
            tidy = _submission(coursedir, assignment, each.student)
        except SubmissionError as error:
            say(f"{quoted(each.student)}: its scores stay, {error}")
            continue
        yield Again(each, tidy, fingerprint(tidy, version, seed), int(seed))


def compared(again: Again, graded: Graded, say: Callable[[str], None]) -> Regraded | None:
    """Return what a new verdict changes.

    Args:
        again: the submission.
        graded: the verdict.
        say: called with a line where the scores stay because they cannot be compared.
    """
    changes = tuple(_changes(again.before, graded.result.exercises))
    lost = [c.now for c in changes if c.now.points is None and c.before.auto is not None]
    if lost:  # a fault of the grader takes nobody's points
        say(f"{quoted(again.before.student)}: its scores stay, {lost[0].exercise}: {lost[0].note}")
        return None
    return Regraded(again.before.student, graded.notebook, changes)


def _submission(coursedir: Any, assignment: Assignment, student: str) -> NotebookNode:
    """Read what was graded; what was handed in since is another submission."""
    folder, done = (
        Path(coursedir.format_path(step, student, assignment.name))
        for step in (coursedir.submitted_directory, coursedir.autograded_directory)
    )
    found = recognise(folder, assignment)
    if found.path is None:
        raise RegradeError(found.reason)
    insist_own_file(found.path, folder, student)
    if read_timestamp(folder)[0] != read_timestamp(done)[0]:
        raise RegradeError("it was handed in again since it was graded", "", "run gan-grade autograde")
    return tidy_notebook(found.path, found.notices)


def write_back(
    coursedir: Any,
    config: Any,
    assignment: Assignment,
    regraded: Sequence[Regraded],
    say: Callable[[str], None],
) -> None:
    """Write graded notebooks and scores, with nbgrader's own steps.

    Args:
        coursedir: nbgrader's description of the class's folders.
        config: nbgrader's configuration of the class.
        assignment: the assignment.
        regraded: what is written.
        say: called with a line for each.
    """
    exporter = NotebookExporter(config=config)
    exporter._preprocessors = []
    steps = Autograde(config=config).autograde_preprocessors
    for step in steps[1:]:  # the first runs the student's code
        exporter.register_preprocessor(step)
    for each in regraded:
        folder = Path(coursedir.format_path(coursedir.autograded_directory, each.student, assignment.name))
        resources: Any = ResourcesDict(unique_key=assignment.solved.stem)
        resources["nbgrader"] = {
            "student": each.student,
            "assignment": assignment.name,
            "notebook": assignment.solved.stem,
            "db_url": coursedir.db_url,
        }
        text, _ = exporter.from_notebook_node(each.notebook, resources)
        write_atomically(folder / assignment.solved.name, text.encode())
        say(f"{quoted(each.student)}: written")


def _graded(coursedir: Any, assignment: Assignment, student: str) -> GradedNotebook:
    folder = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment.name))
    return read_graded(folder / assignment.solved.name)


def _changes(each: StudentGrades, verdicts: Sequence[ExerciseResult]) -> Iterator[Change]:
    scores = {score.exercise: score for score in each.scores}
    for verdict in verdicts:
        before = scores.get(verdict.exercise)
        if before is None:
            raise RegradeError(
                f"{verdict.exercise} is not in the gradebook",
                "an exercise was added after the assignment was recorded",
                "run gan-grade migrate",
            )
        change = Change(each.student, before, verdict)
        if change.changes_points or before.verdict is None or _said(before.verdict) != _said(verdict):
            yield change


def _said(verdict: ExerciseResult) -> ExerciseResult:
    """What a person reads of a verdict: curves differ in their last digits from machine to machine."""
    return replace(verdict, findings=tuple(replace(f, curves=()) for f in verdict.findings), seeds=())


def _points(points: float | None) -> str:
    return "no score" if points is None else f"{points:g}"
