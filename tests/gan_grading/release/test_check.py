"""`release --check` finds whatever differs from what the sources make, and names the mending command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from gan_grading.course import Course
from gan_grading.release.check import check, stray_files


def test_a_fresh_release_passes(released: Course) -> None:
    assert check(released, released.assignment("01_sums")) == []
    assert stray_files(released) == []


def test_a_fresh_release_passes_when_run_again(released: Course) -> None:
    assert check(released, released.assignment("01_sums"), rerun=True) == []


def _edit_json(path: Path, edit: Callable[[dict], None]) -> None:
    notebook = json.loads(path.read_text())
    edit(notebook)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


def _code_cell(notebook: dict, name: str) -> dict:
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def _drop_outputs(notebook: dict) -> None:
    _code_cell(notebook, "sums-7").update(outputs=[], execution_count=None)


def _other_output(notebook: dict) -> None:
    _code_cell(notebook, "sums-7")["outputs"][0]["text"] = ["twice 8 is 17\n"]


def _other_source(notebook: dict) -> None:
    _code_cell(notebook, "double")["source"].append("\n# later")


def _add_error(notebook: dict) -> None:
    error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": []}
    _code_cell(notebook, "sums-7")["outputs"].append(error)


@pytest.mark.parametrize(
    ("edit", "rule"),
    [(_drop_outputs, "complete_outputs"), (_other_source, "executed"), (_add_error, "no_errors")],
)
def test_a_changed_executed_notebook_is_found(
    released: Course, edit: Callable[[dict], None], rule: str
) -> None:
    assignment = released.assignment("01_sums")
    _edit_json(assignment.solved, edit)
    problems = check(released, assignment)
    assert rule in [p.rule for p in problems]
    assert all("solutions/01_sums/sums.ipynb" in str(p) and "gan-grade release" in str(p) for p in problems)


def test_changed_outputs_are_found_by_a_fresh_run(released: Course) -> None:
    assignment = released.assignment("01_sums")
    _edit_json(assignment.solved, _other_output)
    assert check(released, assignment) == []
    assert [p.rule for p in check(released, assignment, rerun=True)] == ["replay"]


def test_a_changed_release_is_found(released: Course) -> None:
    assignment = released.assignment("01_sums")
    assignment.released.write_bytes(assignment.released.read_bytes().replace(b"Sums", b"Sumz"))
    (problem,) = check(released, assignment)
    assert str(problem) == (
        "course/01_sums/sums.ipynb: [released] differs from what the percent source makes; "
        "run: gan-grade release 01_sums"
    )


def test_missing_files_are_found(released: Course) -> None:
    assignment = released.assignment("01_sums")
    assignment.released.unlink()
    assignment.solved.unlink()
    assert [p.where for p in check(released, assignment)] == [
        "course/01_sums/sums.ipynb",
        "solutions/01_sums/sums.ipynb",
    ]


def test_a_file_that_is_no_notebook_is_found(released: Course) -> None:
    assignment = released.assignment("01_sums")
    assignment.solved.write_text("{")
    (problem,) = check(released, assignment)
    assert "gan-grade release --execute 01_sums" in str(problem)


def test_a_stray_file_in_the_release_is_found(released: Course) -> None:
    """A percent source copied there by hand would hand out the solutions."""
    (released.release / "01_sums" / "sums.py").write_text("q_sum = 55")
    assert [p.where for p in stray_files(released)] == ["course/01_sums/sums.py"]
