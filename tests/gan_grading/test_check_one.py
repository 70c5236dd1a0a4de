"""``gan-grade check-one``: one file, one verdict, one line for bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gan_grading.cli import main
from gan_grading.course import Course
from gan_grading.release.source import read_source, to_bytes
from gan_grading.release.student import student_notebook

COURSE = Path(__file__).resolve().parent / "engine" / "course"


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A submission in which nothing was written, in a folder named after its assignment."""
    folder = tmp_path / "03_minimax"
    folder.mkdir()
    source = Course(COURSE).assignment("03_minimax").source
    file = folder / "minimax.ipynb"
    file.write_bytes(to_bytes(student_notebook(read_source(source))))
    return file


def test_json_is_the_result(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Zero points are a verdict, not an error."""
    assert main(["check-one", str(released), "--course", str(COURSE), "--json", "--seed", "5"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["points"], data["max_points"], data["seed"], data["status"]) == (0, 17, 5, "graded")
    assert {f["misconception"] for e in data["exercises"] for f in e["findings"]} <= {"not_written", "raises"}


def test_text_ends_with_the_sum(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-one", str(released), "--course", str(COURSE)]) == 0
    out = capsys.readouterr().out
    assert out.rstrip().endswith("03_minimax: 0 of 17 points")
    assert "sandbox: bubblewrap" in out
    assert "The answer is not written yet." in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["none.ipynb"], "none.ipynb"),
        (["{file}", "--assignment", "99_none"], "99_none"),
        (["{other}"], "--assignment"),
        (["{file}", "--seed", "many"], "--seed"),
    ],
)
def test_bad_input_is_one_line(
    words: list[str], says: str, released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = released.parent.parent / "other.ipynb"
    other.write_text("{}")
    given = [word.format(file=released, other=other) for word in words]
    assert main(["check-one", "--course", str(COURSE), *given]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert says in error
