"""Parts that a person grades: nbgrader and formgrader show them, and until then they are no zero anywhere."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from gan_grading import cli
from gan_grading.course import Assignment, Course
from gan_grading.release.rules import Subject, broken_rules
from gan_grading.release.source import is_answer, is_by_hand, is_test, read_source, to_bytes
from gan_grading.release.student import student_notebook
from tests.gan_grading.engine.classes import NAME, Classroom
from tests.gan_grading.engine.conftest import HERE

WORTH = '"points": 3'
MARKS = f'"grade": true, "solution": true, "grade_id": "report", {WORTH}, "locked": false'
RUBRIC = f"""
# %% [markdown]
# | points | for |
# |---|---|
# | 3 | a reason |

# %% [markdown] nbgrader={{{MARKS}, "schema_version": 3, "task": false}}
# **Why.**
#
# <!-- BEGIN SOLUTION -->
# Because a model solution says so, at some length.
# <!-- END SOLUTION -->
"""
WRITTEN = "**Why.**\n\nI had a reason."


def course_with(base: Path, text: str) -> Assignment:
    """Copy the engine's small course, with more cells at the end of its assignment."""
    shutil.copytree(HERE / "course", base / "course_dir")
    assignment = Course(base / "course_dir").assignment(NAME)
    assignment.source.write_text(assignment.source.read_text() + text)
    assignment.solved.write_bytes(to_bytes(read_source(assignment.source)))
    return assignment


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class of two: ann writes the part that a person grades, ben leaves it as it was."""
    base = tmp_path_factory.mktemp("by_hand")
    course_with(base, RUBRIC)
    made = Classroom(base)
    by_ann = made.correct_copy()
    next(cell for cell in by_ann["cells"] if cell["id"] == "report")["source"] = WRITTEN
    made.hand_in("ann", by_ann)
    made.hand_in("ben")
    assert made.run("generate_assignment", NAME)[0] == 0
    return made


def test_a_part_graded_by_hand_is_neither_answer_nor_test(tmp_path: Path) -> None:
    assignment = course_with(tmp_path, RUBRIC)
    (cell,) = [c for c in student_notebook(read_source(assignment.source)).cells if c["id"] == "report"]
    assert (is_by_hand(cell), is_answer(cell), is_test(cell)) == (True, False, False)
    assert "YOUR ANSWER HERE" in cell.source
    assert "model solution" not in cell.source
    assert assignment.by_hand == {"report": 3.0}
    assert assignment.worth["report"] == 3.0
    assert "report" not in {exercise.id for exercise in assignment.exercises}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("| points |", "| score |", "has_rubric"),
        (WORTH, '"points": 0', "positive_points"),
        ("<!-- END SOLUTION -->", "", "markers_match"),
    ],
)
def test_a_rubric_points_and_markers_are_asked_for(tmp_path: Path, old: str, new: str, rule: str) -> None:
    for text, broken in ((RUBRIC, False), (RUBRIC.replace(old, new), True)):
        folder = tmp_path / str(broken)
        source = read_source(course_with(folder, text).source)
        found = [p.rule for p in broken_rules(Subject(NAME, "minimax.py", source)) if "'report'" in p.where]
        assert found == ([rule] if broken else [])


def test_waiting_for_a_person_is_no_failure_of_autograde_and_no_zero(
    room: Classroom, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = room.run("autograde", NAME)
    assert code == 0, out
    assert "1 submissions wait to be graded by hand in formgrader" in out
    scores = room.scores()
    assert scores["ann"]["report"] is None
    assert scores["ben"]["report"] == 0, "nbgrader's own rule: nothing was written"
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "gan_course") as gradebook:
        assert gradebook.find_grade("report", "minimax", NAME, "ann").needs_manual_grade
        assert gradebook.find_submission(NAME, "ann").needs_manual_grade
        assert gradebook.find_comment("report", "minimax", NAME, "ben").auto_comment == "No response."
    graded = json.loads((room.root / "autograded" / "ann" / NAME / "minimax.ipynb").read_text())
    (cell,) = [c for c in graded["cells"] if c["id"] == "report"]
    assert "".join(cell["source"]) == WRITTEN
    assert cell["metadata"]["nbgrader"]["points"] == 3
    assert _report(room) == 1
    said = capsys.readouterr().out
    assert "ann is not graded, report: waits to be graded by hand" in said
    assert "differ" not in said
    assert _total(room, "ann") == ""
    assert room.exported()[2]["ann"] == ""


def test_a_person_s_score_counts(room: Classroom) -> None:
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "gan_course") as gradebook:
        grade = gradebook.find_grade("report", "minimax", NAME, "ann")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    assert _report(room) == 0
    assert float(_total(room, "ann")) == float(_total(room, "ben")) + 2


def _report(room: Classroom) -> int:
    return cli.main(["report", NAME, "--course", str(room.course), "--class", str(room.root)])


def _total(room: Classroom, student: str) -> str:
    with (room.root / "reports" / NAME / "grades.csv").open() as file:
        return next(row["score"] for row in csv.DictReader(file) if row["student_id"] == student)
