"""Try one answer of a bank: grade it as a submission would be, over several grading runs."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from gan_course.exercises.check import play_check
from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.record import Record
from gan_course.exercises.student.cells import run_source
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.course import Assignment
from gan_grading.exercise import Exercise
from gan_grading.keys.memory import MEMORY
from gan_grading.keys.memory import Remembered as Play
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe
from gan_grading.keys.seeds import SEEDS_PER_PROBE, hidden_seeds


@dataclass(frozen=True)
class Trial:
    """What became of one answer.

    Attributes:
        results: the exercise's result in each grading run.
        others: results of the other exercises in the first run, where that was asked for.
        error: why the answer's own cell could not run, or "".
        plays: what rivals did, for the answers after it.
        notebook: what the visible check found, where the exercise has a record.
    """

    results: tuple[ExerciseResult, ...]
    others: tuple[ExerciseResult, ...]
    error: str = ""
    plays: Mapping[Hashable, Play] = field(default_factory=dict)
    notebook: ExerciseResult | None = None


def try_answer(
    assignment: Assignment,
    exercise: Exercise,
    source: str,
    namespace: Mapping[str, Any],
    runs: Sequence[int],
    others: Sequence[Exercise] = (),
    record: Record | None = None,
    inputs: int = SEEDS_PER_PROBE,
) -> Trial:
    """Grade one answer with everything else solved.

    Args:
        assignment: the assignment.
        exercise: the exercise answered.
        source: the answer.
        namespace: of the solved notebook.
        runs: base seeds, one a grading run.
        others: exercises to grade too, once: a wrong answer costs only its own points.
        record: of the exercise, to try the visible check too.
        inputs: sets of hidden inputs in a run.
    """
    torch.set_num_threads(1)
    results = []
    with quiet():
        for run in runs:
            # Each grading run begins with a fresh process; what an answer remembers must not outlive it.
            student, error = _begin(exercise, source, namespace)
            results.append(_grade(assignment, exercise, student, hidden_seeds(run, inputs)))
        # One seed is enough to see whether an answer breaks what is not its own.
        rest = tuple(_grade(assignment, e, student, hidden_seeds(runs[0], count=1)) for e in others)
        seen = None if record is None else _check(exercise, source, namespace, record)
    return Trial(tuple(results), rest, error, MEMORY.take_new(), seen)


def _check(
    exercise: Exercise, source: str, namespace: Mapping[str, Any], record: Record
) -> ExerciseResult | None:
    """Play the visible check of an answer; ``None`` where its own cell does not even define the name."""
    own = dict(namespace)
    own.pop(exercise.id, None)
    with contextlib.suppress(Exception):
        run_source(exercise.id, source, own)
    return play_check(record, own[exercise.id]).result if exercise.id in own else None


def _begin(exercise: Exercise, source: str, namespace: Mapping[str, Any]) -> tuple[Student, str]:
    own = dict(namespace)
    own.pop(exercise.id, None)
    try:
        run_source(exercise.id, source, own)
    except Exception as raised:  # an answer that cannot run is a wrong answer, and is graded as one
        return Student(DirectChannel(own)), f"{type(raised).__name__}: {raised}"
    return Student(DirectChannel(own)), ""


def _grade(
    assignment: Assignment, exercise: Exercise, student: Student, seeds: Sequence[int]
) -> ExerciseResult:
    return run_probe(
        probe_for(assignment.name, exercise.id, assignment.source.parent), student, exercise.points, seeds
    )


@contextlib.contextmanager
def quiet() -> Any:
    """Drop what answers print, warn and log."""
    logging.disable(logging.CRITICAL)
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)
