"""Every command of the page "An exercise of your own", and what the graded class says of its three kinds."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from gan_grading.cli import main
from gan_grading.versions import graded_by
from tests.gan_grading.pages import alone, run_page

PAGE = Path(__file__).parents[2] / "grading" / "docs" / "own-exercises.md"
NAME = "20_mine"
ANSWERS = {
    "hinge_loss": "def hinge_loss(a, b):\n    return torch.relu(-a).mean() + torch.relu(b).mean()",
    "share_beyond": "def share_beyond(a):\n    return (a > 1).float().mean().item()",
    "why_margin": "It does nothing, because its slope is 0.",
}


class Instructor:
    """What the page leaves to a person: a notebook with a mistake, and points by hand."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.term, self.handed_in, self._capsys = folder / "gan-2030", folder / "handed-in", capsys

    def answer(self) -> None:
        notebook = nbformat.read(self.term / "release" / NAME / "mine.ipynb", as_version=4)
        assert "Nothing: its slope" not in nbformat.writes(notebook), "the model answer is not handed out"
        for cell in notebook.cells:
            cell.source = ANSWERS.get(cell["id"], cell.source)
        (self.handed_in / "ada").mkdir(parents=True)
        nbformat.write(notebook, self.handed_in / "ada" / "mine.ipynb")

    def grade(self) -> None:
        """As formgrader does; before it there is no total and no zero."""
        self._capsys.readouterr()
        assert main(["report", NAME]) == 1
        assert "ada is not graded, why_margin: waits to be graded by hand" in self._capsys.readouterr().out
        assert main(["autograde", NAME]) == 0
        said = self._capsys.readouterr().out
        assert "1  skipped, unchanged" in said
        assert "1  wait for points by hand" in said
        assert f"graded by {graded_by()}" in said
        assert f'"by": "{graded_by()}"' in (self.term / "journal" / f"{NAME}.jsonl").read_text()
        with Gradebook(f"sqlite:///{self.term / 'gradebook.db'}", "gan_course") as gradebook:
            grade = gradebook.find_grade("why_margin", "mine", NAME, "ada")
            assert (grade.auto_score, grade.needs_manual_grade) == (None, True)
            grade.manual_score, grade.needs_manual_grade = 2.0, False
            gradebook.db.commit()


@pytest.mark.slow
def test_every_command_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone(tmp_path, monkeypatch)
    person = Instructor(tmp_path, capsys)
    run_page(
        PAGE,
        lambda: capsys.readouterr().err,
        {"gan-grade serve": person.grade},
        {"collect folder": person.answer},
        {},
    )
    with (person.term / "reports" / NAME / "exercises.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["exercise"]: row for row in csv.DictReader(file)}
    assert {name: float(row["score"]) for name, row in rows.items()} == {
        "hinge_loss": 0.0,
        "share_beyond": 2.0,
        "why_margin": 2.0,
    }
    report = (person.term / "reports" / NAME / "report.html").read_text()
    assert "no_margin" in report
    assert f"Graded by {graded_by()}." in report
    page = (person.term / "feedback" / "ada" / NAME / "mine.html").read_text()
    assert "flat as soon as a value is on the right side" in page
    assert "<math" in page
    assert f"Graded by {graded_by()}." in page
    assert re.findall(r"<(?:script|link)\b[^>]*", page) == [], "nothing is asked of another host"
    assert capsys.readouterr().err.splitlines()[-1] == "[GenerateFeedbackApp | INFO] ada: feedback made"
