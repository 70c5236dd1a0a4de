"""nbgrader's own validator says what is left to do in a student's notebook, with no configuration of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from gan_grading.course import find_course

HERE = Path(__file__).resolve()


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `nbgrader validate` prints of the notebook as it is released, and of one with one wrong answer."""
    folder = tmp_path_factory.mktemp("student")
    assignment = find_course(HERE.parents[3]).assignment("00_start_here")
    notebook = nbformat.read(assignment.released, as_version=4)
    nbformat.write(notebook, folder / "untouched.ipynb")
    answers = {exercise.id: exercise.answer for exercise in assignment.exercises}
    wrong = "def slope(function, x):\n    return 0 * x\n"
    for cell in notebook.cells:
        cell.source = (answers | {"slope": wrong}).get(cell["id"], cell.source)
        if cell.source.startswith("@demo"):
            cell.source = ""
    nbformat.write(notebook, folder / "one_wrong.ipynb")
    printed = {}
    for path in sorted(folder.glob("*.ipynb")):
        run = [sys.executable, "-m", "nbgrader", "validate", path.name]
        printed[path.stem] = subprocess.run(run, cwd=folder, capture_output=True, text=True).stdout
    return printed


def test_an_untouched_notebook_fails_on_every_exercise_with_the_reason(said: dict[str, str]) -> None:
    assert "VALIDATION FAILED ON 5 CELL(S)" in said["untouched"]
    for exercise in ("distances", "slope", "descend", "repeatable_noise"):
        assert f"\n    {exercise}: not written yet: replace the line" in said["untouched"]
    assert "\n    q_what_is_graded: not answered yet: give q_what_is_graded a value" in said["untouched"]
    assert "Traceback" not in said["untouched"]


def test_a_wrong_answer_alone_fails_with_its_verdict_and_first_sentence(said: dict[str, str]) -> None:
    assert "VALIDATION FAILED ON 1 CELL(S)" in said["one_wrong"]
    assert "\n    slope: " in said["one_wrong"]
