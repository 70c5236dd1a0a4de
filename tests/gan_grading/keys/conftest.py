"""What the tests of keys share: a key of a small loss, and the grades of single answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.keys.losses import LossKey
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe


@pytest.fixture
def student_with():
    """Make a student whose notebook defines the given names."""

    def make(**names: Any) -> Student:
        return Student(DirectChannel(dict(names)))

    return make


@pytest.fixture
def grade(student_with):
    """Grade one answer with the exercise's own key, out of 10 points."""

    def run(exercise: str, answer: Any, seeds: Sequence[int] = (5,)) -> ExerciseResult:
        return run_probe(probe_for("03_minimax", exercise), student_with(**{exercise: answer}), 10.0, seeds)

    return run


@pytest.fixture
def found():
    """Name the misconceptions of a result, in order."""

    def names(result: ExerciseResult) -> list[str]:
        return [finding.misconception for finding in result.findings]

    return names


@pytest.fixture
def key() -> LossKey:
    """The key of E[f(G(z))] − E[f(x)]."""
    made = LossKey(right=(lambda a: -a, lambda a: a * 1.0), batches=["real value", "fake value"])
    made.exercise = "critic_loss"
    turned, pooled = (lambda a: a * 1.0, lambda a: -a), lambda r, f: (f.sum() - r.sum()) / (len(r) + len(f))
    made.wrong("wrong_way", "The sign is turned round.", "Which way is down?", turned)
    made.wrong("pooled", "One mean over all.", "Each batch has its own.", pooled)
    return made
