"""Tables and archives in the form that Moodle and Canvas take; what is not graded is never a zero."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import ExportApp
from nbgrader.coursedir import CourseDirectory

from gan_grading.cli import main
from gan_grading.course import Assignment
from gan_grading.lms.collect import collect
from gan_grading.lms.export import CanvasExport, MoodleExport, PlatformExport
from gan_grading.lms.feedback import pack_feedback
from gan_grading.term.classfile import Term
from gan_grading.term.gradebook import bring_up_to_date

pytestmark = pytest.mark.filterwarnings("ignore:Object of type")  # nbgrader's own slip
POINTS = {"double": 3.0, "average": 4.0}


@pytest.fixture
def graded(recorded: Term) -> Term:
    """Ada has 5 of 7 points and loses one for lateness; Émile has an ungraded answer; Grace sent nothing."""
    bring_up_to_date(recorded)
    scores = {"ada": {"double": 3.0, "average": 2.0}, "emile": {"double": 3.0, "average": None}}
    with Gradebook(recorded.db_url, recorded.course_id) as gradebook:
        gradebook.update_or_create_assignment("02_planned", duedate="2026-12-01")
        gradebook.add_notebook("sums", "01_sums")
        for name, points in POINTS.items():
            gradebook.add_grade_cell(f"test_{name}", "sums", "01_sums", max_score=points, cell_type="code")
        for student, reached in scores.items():
            gradebook.add_submission("01_sums", student)
            for name, score in reached.items():
                grade = gradebook.find_grade(f"test_{name}", "sums", "01_sums", student)
                grade.auto_score, grade.needs_manual_grade = score, score is None
        gradebook.find_submission("01_sums", "ada").notebooks[0].late_submission_penalty = 1.0
        gradebook.db.commit()
    return recorded


def exported(term: Term, kind: type[PlatformExport], exercises: bool = True) -> list[list[str]]:
    """The table that an exporter writes, row by row; the exit code must be 1, as somebody is not graded."""
    app = ExportApp()
    app.coursedir = CourseDirectory(parent=app, root=str(term.folder), db_url=term.db_url)
    table = term.folder / "table.csv"
    with Gradebook(term.db_url, term.course_id) as gradebook, pytest.raises(SystemExit) as stopped:
        kind(parent=app, to=str(table), exercises=exercises).export(gradebook)
    assert stopped.value.code == 1
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def due(term: Term, moment: datetime) -> None:
    """Set the date of the assignment."""
    planned = replace(term.assignments["01_sums"], due=moment)
    bring_up_to_date(replace(term, assignments={"01_sums": planned}))


def test_moodle_matches_by_address_and_reads_a_dash_as_no_grade(graded: Term) -> None:
    header, *rows = exported(graded, MoodleExport)
    assert header == [
        *("First name", "Last name", "ID number", "Email address"),
        *("01_sums", "01_sums: double", "01_sums: average"),
    ], "what is planned and not released has no column"
    found = {row[2]: row[3:] for row in rows}
    assert found["ada"] == ["ada@example.org", "4", "3", "2"]
    assert found["emile"] == ["emile@example.org", "-", "3", "-"]


def test_canvas_has_its_columns_and_the_points_possible(graded: Term) -> None:
    header, possible, *rows = exported(graded, CanvasExport, exercises=False)
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "01_sums"]
    assert possible == ["    Points Possible", "", "", "", "", "7"]
    found = {row[0]: row[1:] for row in rows}
    assert found["Lovelace, Ada"] == ["77", "ada", "ada@example.org", "", "4"]
    assert found["Borel, Émile"][-1] == ""


def test_nothing_handed_in_is_a_zero_only_once_the_time_is_over(graded: Term) -> None:
    due(graded, datetime.now() - timedelta(days=2))
    assert [row[-1] for row in exported(graded, CanvasExport, exercises=False) if "Hopper" in row[0]] == ["0"]
    due(graded, datetime.now() + timedelta(days=2))
    assert [row[-1] for row in exported(graded, CanvasExport, exercises=False) if "Hopper" in row[0]] == [""]


def test_feedback_goes_back_under_the_names_it_came_by(
    term: Term, sums: Assignment, tmp_path: Path, zipped: object
) -> None:
    assert callable(zipped)
    moodle = ("Ada Lovelace_1042_assignsubmission_file/sums.ipynb", "x", 1, 1)
    flat = ("Émile Borel_1043_assignsubmission_file_my sums.ipynb", "x", 1, 1)
    collect("moodle", zipped(moodle, flat), term, sums)
    for student in ("ada", "emile", "grace"):
        folder = term.folder / "feedback" / student / "01_sums"
        folder.mkdir(parents=True)
        (folder / "sums.html").write_text(student)
    packed = pack_feedback(term, "01_sums", "moodle", tmp_path / "moodle.zip")
    assert packed.without == ("grace",)
    with zipfile.ZipFile(tmp_path / "moodle.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "Ada Lovelace_1042_assignsubmission_file/sums.html": b"ada",
            "Émile Borel_1043_assignsubmission_file_my sums.html": b"emile",
        }
    canvas = zipped(("lovelaceada_77_3051_sums.ipynb", "y", 2, 1))
    collect("canvas", canvas, term, sums)
    assert pack_feedback(term, "01_sums", "canvas", tmp_path / "canvas.zip").students == ("ada",)
    with zipfile.ZipFile(tmp_path / "canvas.zip") as archive:
        assert archive.namelist() == ["lovelaceada_77_3051_sums.html"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exercises"], "add --to moodle or --to canvas"),
        (["--to", "moodle", "--feedback", "f.zip"], "add --assignment NAME"),
    ],
)
def test_what_cannot_be_asked_for(
    term: Term, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *words, "--class", str(term.folder)]) == 2
    assert said in capsys.readouterr().err
