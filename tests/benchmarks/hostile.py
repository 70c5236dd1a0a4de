"""The hostile bank through ``nbgrader autograde``: with the engine, in kernel mode, and stock nbgrader.

    python -m tests.benchmarks.hostile [--json] [--modes MODE …] [--entries NAME …]

The modes are ``engine``, ``in-kernel`` (this course's settings without the engine) and ``stock`` (nbgrader's
own steps). Each entry is one student of a class. Entries that could harm the machine meet the engine only.
When a run ends early, the student it ended at is taken out of the class and counted as an abort.
It takes minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nbformat

from gan_grading.course import Assignment, Course
from gan_grading.release.source import read_source, to_bytes
from gan_grading.release.student import student_notebook
from tests.banks.hostile import ENTRIES, Entry

HERE = Path(__file__).resolve()
COURSE = HERE.parents[1] / "gan_grading" / "engine" / "course"
CONFIG = HERE.parents[2] / "grading"
MODES = ("engine", "in-kernel", "stock")
STOCK = (
    "c = get_config()\nc.CourseDirectory.root = {root!r}\nc.CourseDirectory.source_directory = {source!r}\n"
)
CLASS_S = 7200.0
QUERY = (
    "select a.student_id, b.name, g.auto_score from grade g join base_cell b on g.cell_id = b.id "
    "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment a on n.assignment_id = a.id"
)


Scores = dict[str, dict[str, float | None]]


@dataclass
class Tally:
    """What happened to the bank in one mode."""

    mode: str
    submissions: int = 0
    undeserved: int = 0
    undeserved_points: float = 0.0
    false_zeros: int = 0
    unscored: int = 0
    aborted: int = 0


def grade_all(mode: str, entries: Sequence[Entry]) -> Tally:
    """Grade one class of all entries."""
    with tempfile.TemporaryDirectory() as folder:
        aborted, scores = _grade(mode, entries, Path(folder))
    tally = Tally(mode, submissions=len(entries), aborted=aborted)
    for entry in entries:
        got = scores.get(entry.name, {})
        tally.unscored += not got or any(got.get(name) is None for name in entry.points)
        extra = sum(max(0.0, (got.get(name) or 0.0) - due) for name, due in entry.points.items())
        tally.undeserved += extra > 0
        tally.undeserved_points += extra
        tally.false_zeros += any(got.get(name) == 0.0 and due > 0 for name, due in entry.points.items())
    return tally


def _grade(mode: str, entries: Sequence[Entry], root: Path) -> tuple[int, Scores]:
    course = root / "course_dir"
    shutil.copytree(COURSE, course)
    assignment = Course(course).assignment("03_minimax")
    assignment.solved.write_bytes(to_bytes(read_source(assignment.source)))
    correct = _correct(assignment)
    submitted = root / "class" / "submitted"
    for entry in entries:
        built = entry.build(deepcopy(correct))
        folder = submitted / entry.name / "03_minimax"
        folder.mkdir(parents=True)
        data = built if isinstance(built, bytes) else json.dumps(built).encode()
        (folder / "minimax.ipynb").write_bytes(data)
    environment = {
        **os.environ,
        "GAN_COURSE_DIR": str(course),
        "GAN_COURSE_ROOT": str(root / "class"),
        "GAN_GRADING_MODE": "engine" if mode == "engine" else "in-kernel",
    }
    where = CONFIG
    if mode == "stock":
        where = root / "class"
        text = STOCK.format(root=str(where), source=str(course / "solutions"))
        (where / "nbgrader_config.py").write_text(text)
    _run("generate_assignment", where, environment)
    aborted = 0
    while _run("autograde", where, environment) != 0:
        waiting = sorted(set(os.listdir(submitted)) - set(_scores(root / "class" / "gradebook.db")))
        if not waiting:
            break
        aborted += 1
        shutil.rmtree(submitted / waiting[0])
    return aborted, _scores(root / "class" / "gradebook.db")


def _scores(book: Path) -> Scores:
    scores: Scores = {}
    with sqlite3.connect(book) as connection:
        for student, cell, points in connection.execute(QUERY):
            scores.setdefault(student, {})[cell.removeprefix("test_")] = points
    return scores


def _run(command: str, where: Path, environment: dict[str, str]) -> int:
    words = [sys.executable, "-m", "nbgrader", command, "03_minimax"]
    try:
        return subprocess.run(
            words, cwd=where, env=environment, capture_output=True, timeout=CLASS_S, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return -1


def _correct(assignment: Assignment) -> dict[str, Any]:
    released = student_notebook(read_source(assignment.source))
    answers = {exercise.id: exercise.answer for exercise in assignment.exercises}
    for cell in released.cells:
        cell.source = answers.get(cell["id"], cell.source)
    plain: dict[str, Any] = json.loads(nbformat.writes(released, split_lines=False))
    return plain


def main() -> None:
    """Grade the bank in the modes asked for and print one row each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--modes", nargs="*", choices=MODES, default=MODES)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--entries", nargs="*", help="only these entries")
    arguments = parser.parse_args()
    chosen = tuple(e for e in ENTRIES if not arguments.entries or e.name in arguments.entries)
    harmless = tuple(entry for entry in chosen if not entry.needs_sandbox)
    rows = [asdict(grade_all(mode, chosen if mode == "engine" else harmless)) for mode in arguments.modes]
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return
    for row in rows:
        print("  ".join(f"{name} {value}" for name, value in row.items()))


if __name__ == "__main__":
    main()
