"""A class of 03_minimax for the benchmarks of grading: answers from the bank, in a folder of its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from nbgrader.converters import GenerateAssignment

from gan_grading.course import Assignment, find_course
from gan_grading.demo.classroom import ASSIGNMENT, PUPILS, Pupil, answers_of, write_submission
from gan_grading.nbgrader.application import nbgrader_app
from gan_grading.selfcheck.bank import read_bank

SCORES = (
    "select a.student_id, b.name, g.auto_score from grade g join base_cell b on g.cell_id = b.id "
    "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment a on n.assignment_id = a.id"
)
RIGHT = tuple(pupil for pupil in PUPILS if pupil.note.startswith("all right"))


@contextmanager
def class_of(
    root: Path, pupils: Sequence[Pupil], students: Sequence[str], mode: str = "engine"
) -> Iterator[Assignment]:
    """Make a class and be in it: each student hands in what one of the pupils did, in turn.

    Args:
        root: where it lives.
        pupils: of the sample class.
        students: names.
        mode: how ``nbgrader autograde`` runs student code.
    """
    course = find_course()
    variables = {"GAN_COURSE_ROOT": str(root), "GAN_COURSE_DIR": str(course.root), "GAN_GRADING_MODE": mode}
    with patch.dict(os.environ, variables):
        assignment = course.assignment(ASSIGNMENT)
        root.mkdir(parents=True, exist_ok=True)
        hand_in(root, assignment, pupils, students)
        app = nbgrader_app(ASSIGNMENT)
        app.coursedir.release_directory = str(root / "release")  # the committed release stays untouched
        GenerateAssignment(coursedir=app.coursedir, parent=app).start()
        yield assignment


def hand_in(root: Path, assignment: Assignment, pupils: Sequence[Pupil], students: Sequence[str]) -> None:
    """Write submissions; student number i hands in what pupil number i did, over and over."""
    bank = read_bank(
        find_course().root / "tests" / "banks", assignment.name, [e.id for e in assignment.exercises]
    )
    answers = [answers_of(pupil, assignment, bank) for pupil in pupils]
    for number, student in enumerate(students):
        which = number % len(pupils)
        write_submission(root / "submitted", replace(pupils[which], id=student), assignment, answers[which])


def scores(root: Path) -> dict[str, dict[str, float | None]]:
    """Return what the gradebook of a class holds, by student and test cell."""
    found: dict[str, dict[str, float | None]] = {}
    with sqlite3.connect(root / "gradebook.db") as connection:
        for student, cell, score in connection.execute(SCORES):
            found.setdefault(student, {})[cell] = score
    return found
