"""``nbgrader autograde`` with the engine: right, hostile and broken submissions, and the gradebook."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from gan_grading.course import Course
from gan_grading.release.source import read_source, to_bytes
from tests.banks.hostile import ENTRIES
from tests.gan_grading.engine.conftest import HERE, correct_submission

PICKED = (
    "unchanged",
    "tag_skip_execution",
    "verdict_forged",
    "leaves_python",
    "bad_json",
    "format_3",
    "test_cell_made_markdown",
    "warns",
)
CHOSEN = {entry.name: entry for entry in ENTRIES if entry.name in PICKED}
RESULT = "application/vnd.gan-grading.result+json"
QUERY = (
    "select a.student_id, b.name, g.auto_score, g.needs_manual_grade from grade g "
    "join base_cell b on g.cell_id = b.id join submitted_notebook n on g.notebook_id = n.id "
    "join submitted_assignment a on n.assignment_id = a.id"
)


@dataclass(frozen=True)
class Class:
    """A graded class."""

    root: Path
    scores: dict[str, dict[str, float | None]]
    waiting: int

    def notebook(self, student: str) -> NotebookNode:
        """A student's autograded notebook."""
        path = self.root / "autograded" / student / "03_minimax" / "minimax.ipynb"
        return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Class:
    base = tmp_path_factory.mktemp("class")
    course, root = base / "course_dir", base / "class"
    shutil.copytree(HERE / "course", course)
    assignment = Course(course).assignment("03_minimax")
    assignment.solved.write_bytes(to_bytes(read_source(assignment.source)))
    for name, entry in CHOSEN.items():
        folder = root / "submitted" / name / "03_minimax"
        folder.mkdir(parents=True)
        built = entry.build(correct_submission(assignment))
        data = built if isinstance(built, bytes) else json.dumps(built).encode()
        (folder / "minimax.ipynb").write_bytes(data)
    environment = {**os.environ, "GAN_COURSE_DIR": str(course), "GAN_COURSE_ROOT": str(root)}
    environment.pop("GAN_GRADING_MODE", None)
    for command in ("generate_assignment", "autograde"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", command, "03_minimax"],
            cwd=HERE.parents[2] / "grading",
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]
    scores: dict[str, dict[str, float | None]] = {}
    waiting = 0
    with sqlite3.connect(root / "gradebook.db") as connection:
        for student, cell, score, by_hand in connection.execute(QUERY):
            scores.setdefault(student, {})[cell.removeprefix("test_")] = score
            waiting += bool(by_hand)
    return Class(root, scores, waiting)


def test_the_gradebook_holds_what_each_deserves(graded: Class) -> None:
    """No batch ends early, nobody is left out, and nothing waits for a person."""
    assert graded.scores == {name: entry.points for name, entry in CHOSEN.items()}
    assert graded.waiting == 0


def test_each_verdict_stands_in_its_test_cell(graded: Class) -> None:
    for student, entry in CHOSEN.items():
        cells = [c for c in graded.notebook(student).cells if c.metadata.get("nbgrader", {}).get("grade")]
        shown = {}
        for cell in cells:
            results = [o.data[RESULT] for o in cell.outputs if RESULT in o.get("data", {})]
            assert len(results) == 1
            shown[results[0]["exercise"]] = results[0]["points"]
        assert shown == entry.points


def test_the_run_is_recorded(graded: Class) -> None:
    """One seed for the class, the sandbox by name, and what was odd about a submission."""
    records = {student: graded.notebook(student).metadata["gan_grading"] for student in CHOSEN}
    assert len({record["seed"] for record in records.values()}) == 1
    assert {record["sandbox"]["kind"] for record in records.values()} == {"bubblewrap"}
    assert any("skip-execution" in notice for notice in records["tag_skip_execution"]["notices"])
    assert records["unchanged"]["notices"] == []


def test_what_was_odd_about_a_file_is_told_though_it_is_read_twice(graded: Class) -> None:
    """The tidied copy that the second step reads shows no trace of it any more."""
    records = {student: graded.notebook(student).metadata["gan_grading"] for student in CHOSEN}
    assert any("old format" in notice for notice in records["format_3"]["notices"])
    assert any("no notebook" in notice for notice in records["bad_json"]["notices"])
