"""A class in folders of its own, graded with nbgrader's own commands."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan_grading.course import Course
from gan_grading.release.source import read_source, to_bytes
from tests.gan_grading.engine.conftest import HERE, correct_submission

GRADING = HERE.parents[2] / "grading"
NAME = "03_minimax"
SCORES = (
    "select a.student_id, b.name, g.auto_score from grade g join base_cell b on g.cell_id = b.id "
    "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment a on n.assignment_id = a.id"
)


@dataclass
class Classroom:
    """A course with one released assignment and what was handed in.

    Attributes:
        base: where everything lies.
        environment: more variables of the commands.
    """

    base: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.course.exists():
            shutil.copytree(HERE / "course", self.course)
            assignment = Course(self.course).assignment(NAME)
            assignment.solved.write_bytes(to_bytes(read_source(assignment.source)))
        self.correct = correct_submission(Course(self.course).assignment(NAME))

    @property
    def course(self) -> Path:
        """The course's own folder."""
        return self.base / "course_dir"

    @property
    def root(self) -> Path:
        """The class's folder."""
        return self.base / "class"

    def correct_copy(self) -> dict[str, Any]:
        """A fresh correct submission."""
        return deepcopy(self.correct)

    def folder(self, student: str) -> Path:
        """Where a student's submission lies."""
        return self.root / "submitted" / student / NAME

    def hand_in(self, student: str, notebook: dict[str, Any] | bytes | None = None) -> Path:
        """Write a submission; the correct one if none is given."""
        data = notebook if isinstance(notebook, bytes) else json.dumps(notebook or self.correct).encode()
        self.folder(student).mkdir(parents=True, exist_ok=True)
        (self.folder(student) / "minimax.ipynb").write_bytes(data)
        return self.folder(student)

    def start(self, *command: str, program: str = "") -> subprocess.Popen[str]:
        """Start one of nbgrader's commands."""
        environment = {**os.environ, "GAN_COURSE_DIR": str(self.course), "GAN_COURSE_ROOT": str(self.root)}
        environment.pop("GAN_GRADING_MODE", None)
        return subprocess.Popen(
            [*([program] if program else [sys.executable, "-m", "nbgrader"]), *command],
            cwd=GRADING,
            env={**environment, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="surrogateescape",
        )

    def run(self, *command: str, program: str = "") -> tuple[int, str]:
        """Run one of nbgrader's commands; return its exit code and what it printed."""
        started = self.start(*command, program=program)
        out, _ = started.communicate(timeout=600)
        return started.returncode, out

    def scores(self) -> dict[str, dict[str, float | None]]:
        """What the gradebook holds, by student and exercise."""
        found: dict[str, dict[str, float | None]] = {}
        with sqlite3.connect(self.root / "gradebook.db") as connection:
            for student, cell, score in connection.execute(SCORES):
                found.setdefault(student, {})[cell.removeprefix("test_")] = score
        return found

    def exported(self) -> tuple[int, str, dict[str, str]]:
        """Run ``nbgrader export``; return its exit code, what it printed, and each student's score."""
        code, out = self.run("export", f"--to={self.base / 'grades.csv'}")
        with (self.base / "grades.csv").open() as file:
            return code, out, {row["student_id"]: row["score"] for row in csv.DictReader(file)}
