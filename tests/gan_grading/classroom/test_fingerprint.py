"""A fingerprint changes with what a grade hangs on, and with nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from gan_grading.classroom.fingerprint import fingerprint, keys_version
from gan_grading.classroom.worker import texts_of
from gan_grading.course import Course, find_course
from gan_grading.engine.plan import make_plan
from gan_grading.nbgrader.engine import tidy_notebook
from tests.gan_grading.engine.classes import NAME
from tests.gan_grading.engine.conftest import HERE, correct_submission


@pytest.fixture(scope="module")
def correct() -> dict[str, Any]:
    return correct_submission(Course(HERE / "course").assignment(NAME))


def mark_of(notebook: dict[str, Any], folder: Path, version: str = "v", seed: int = 1) -> str:
    path = folder / "minimax.ipynb"
    path.write_text(json.dumps(notebook))
    return fingerprint(tidy_notebook(path), version, seed)


def _run_it(notebook: dict[str, Any]) -> None:
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1\n"}]
    notebook["metadata"]["widgets"] = {"state": {}}


def _change_an_answer(notebook: dict[str, Any]) -> None:
    cell = next(c for c in notebook["cells"] if c.get("id") == "discriminator_loss")
    cell["source"] += "\n# thought about it again"


def test_running_the_notebook_again_changes_nothing(correct: dict[str, Any], tmp_path: Path) -> None:
    changed = deepcopy(correct)
    _run_it(changed)
    assert mark_of(changed, tmp_path) == mark_of(correct, tmp_path)


def test_text_keys_and_seed_change_it(correct: dict[str, Any], tmp_path: Path) -> None:
    changed = deepcopy(correct)
    _change_an_answer(changed)
    marks = {
        mark_of(correct, tmp_path),
        mark_of(changed, tmp_path),
        mark_of(correct, tmp_path, version="w"),
        mark_of(correct, tmp_path, seed=2),
    }
    assert len(marks) == 4


def test_it_is_the_same_after_nbgrader_has_written_the_tidied_notebook(
    correct: dict[str, Any], tmp_path: Path
) -> None:
    """``nbgrader autograde`` reads a submission twice; both commands must give it one fingerprint."""
    first = mark_of(correct, tmp_path)
    tidied = nbformat.writes(tidy_notebook(tmp_path / "minimax.ipynb"))
    assert mark_of(json.loads(tidied), tmp_path) == first


def test_the_same_assignment_elsewhere_is_the_same_version(tmp_path: Path) -> None:
    """A worker makes it of text in a folder of its own, and must come to the coordinator's version."""
    course = Course(tmp_path)
    assignment = find_course().assignment(NAME)
    for name, text in texts_of(assignment).items():
        file = course.solutions / NAME / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert keys_version(make_plan(course.assignment(NAME))) == keys_version(make_plan(assignment))


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("exercises/discriminator_loss.py", lambda text: text + "\n# mended\n"),
        ("minimax.py", lambda text: text.replace('"points": 6', '"points": 7')),
    ],
    ids=["key", "points"],
)
def test_a_mended_key_and_other_points_are_another_version(
    tmp_path: Path, file: str, change: Callable[[str], str]
) -> None:
    course = Course(tmp_path)
    shutil.copytree(find_course().solutions / NAME, course.solutions / NAME)
    before = keys_version(make_plan(course.assignment(NAME)))
    path = course.solutions / NAME / file
    path.write_text(change(path.read_text()))
    assert keys_version(make_plan(course.assignment(NAME))) != before


def test_a_corrected_sentence_of_the_lesson_is_none() -> None:
    plan = make_plan(find_course().assignment(NAME))
    text = next(cell for cell in plan.cells if cell.role == "text")
    other = replace(text, visible=f"{text.visible} Corrected.")
    changed = replace(plan, cells=tuple(other if cell is text else cell for cell in plan.cells))
    assert keys_version(changed) == keys_version(plan)
