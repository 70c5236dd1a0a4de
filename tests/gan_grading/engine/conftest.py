"""One warm parent for all tests of the engine, and a small assignment to grade."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
import pytest

from gan_grading.course import Assignment, Course
from gan_grading.engine import Grader, Limits, Pool, choose_sandbox
from gan_grading.release.source import read_source
from gan_grading.release.student import student_notebook
from gan_worker.confine.caps import Caps

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))  # the bank is imported as tests.banks

# Short, so that what hangs costs little; long enough for what is honest on a slow machine.
LIMITS = Limits(cell_s=8, request_s=5, exercise_s=20, caps=Caps(memory_mb=800, scratch_mb=64, file_mb=32))


@pytest.fixture(scope="session")
def assignment() -> Assignment:
    """Four exercises: three judged by the course's probes, one by a plain test cell."""
    return Course(HERE / "course").assignment("03_minimax")


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    with Pool(choose_sandbox(), LIMITS) as shared:
        shared.warm()
        yield shared


@pytest.fixture(scope="session")
def grader(assignment: Assignment, pool: Pool) -> Grader:
    return Grader(assignment, seed=7, pool=pool)


def correct_submission(assignment: Assignment) -> dict[str, Any]:
    """Return the released notebook with the right answers typed in."""
    released = student_notebook(read_source(assignment.source))
    answers = {exercise.id: exercise.answer for exercise in assignment.exercises}
    for cell in released.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        cell.source = answers.get(name, cell.source)
    plain: dict[str, Any] = json.loads(nbformat.writes(released, split_lines=False))
    return plain


@pytest.fixture(scope="session")
def correct(assignment: Assignment) -> Callable[[], dict[str, Any]]:
    """Make a fresh correct submission on each call."""
    made = correct_submission(assignment)
    return lambda: deepcopy(made)
