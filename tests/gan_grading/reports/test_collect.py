"""Grades are read from the gradebook, whatever database it is in; notebooks add verdicts and notices."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbgrader.api import Gradebook

from gan_course.exercises.finding import RESULT_MIMETYPE, ExerciseResult
from gan_grading.course import Course
from gan_grading.errors import GradingError
from gan_grading.nbgrader.directory import class_directory, open_gradebook
from gan_grading.reports.collect import NothingGradedError, collect
from gan_grading.reports.notebooks import read_graded
from tests.gan_grading.engine.conftest import HERE

NAME = "03_minimax"
POINTS = {"discriminator_loss": 6.0, "saturating_generator_loss": 4.0, "double": 2.0, "make_generator": 5.0}


@pytest.fixture
def coursedir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A class whose gradebook lies elsewhere than its folder, as a configuration file may say."""
    (tmp_path / "nbgrader_config.py").write_text(
        "from gan_grading.nbgrader.settings import configure\n\nc = get_config()\nconfigure(c)\n"
        f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path}/elsewhere.db'\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GAN_COURSE_ROOT", str(tmp_path / "class"))
    return class_directory(Course(HERE / "course"))


@pytest.fixture
def gradebook(coursedir):
    with Gradebook(coursedir.db_url, coursedir.course_id) as opened:
        opened.add_assignment(NAME)
        opened.add_notebook("minimax", NAME)
        for name, points in POINTS.items():
            opened.add_grade_cell(f"test_{name}", "minimax", NAME, max_score=points, cell_type="code")
            opened.add_solution_cell(name, "minimax", NAME)
        yield opened


def hand_in(gradebook, coursedir, student, scores, cells=(), **record):
    gradebook.update_or_create_student(student)
    gradebook.add_submission(NAME, student)
    for name, points in scores.items():
        gradebook.find_grade(f"test_{name}", "minimax", NAME, student).auto_score = points
    gradebook.db.commit()
    for step in (coursedir.submitted_directory, coursedir.autograded_directory):
        folder = Path(coursedir.format_path(step, student, NAME))
        folder.mkdir(parents=True)
        data = {"cells": list(cells), "metadata": {"gan_grading": record}}
        (folder / "minimax.ipynb").write_text(json.dumps(data))


def verdict(exercise, points):
    data = {"assignment": NAME, **ExerciseResult(exercise, points, POINTS[exercise]).to_json()}
    return {"cell_type": "code", "metadata": {}, "source": "", "outputs": [{"data": {RESULT_MIMETYPE: data}}]}


def test_a_score_by_hand_counts_wherever_the_gradebook_is(gradebook, coursedir):
    assert coursedir.db_url.endswith("elsewhere.db")
    hand_in(gradebook, coursedir, "ann", POINTS, [verdict("double", 2.0)], notices=["odd"], seed=5)
    grade = gradebook.find_grade("test_double", "minimax", NAME, "ann")
    grade.manual_score, grade.extra_credit = 1.5, 0.25
    gradebook.find_comment("double", "minimax", NAME, "ann").manual_comment = "nearly"
    gradebook.find_submission_notebook("minimax", NAME, "ann").late_submission_penalty = 3.0
    gradebook.update_or_create_student("bea", first_name="Bea", last_name="Moe", email="b@x.org")
    gradebook.db.commit()
    grades = collect(gradebook, coursedir, Course(HERE / "course").assignment(NAME))
    ann, bea = grades.students
    double = {score.exercise: score for score in ann.scores}["double"]
    assert (double.points, double.auto, double.comment) == (1.75, 2.0, "nearly")
    assert (ann.points, ann.total, ann.notices) == (16.75, 13.75, ("odd",))
    assert (bea.state, bea.total, bea.name, bea.email) == ("missing", 0.0, "Bea Moe", "b@x.org")
    assert list(grades.worth) == list(POINTS)
    assert grades.notices == ()


def test_no_score_is_no_zero_and_comes_with_its_reason(gradebook, coursedir):
    hand_in(gradebook, coursedir, "ann", {**POINTS, "double": None})
    lost = Path(coursedir.format_path(coursedir.submitted_directory, "eve", NAME))
    lost.mkdir(parents=True)
    (lost / "poem.ipynb").write_text('{"cells": [{"cell_type": "markdown", "source": "roses"}]}')
    grades = collect(gradebook, coursedir, Course(HERE / "course").assignment(NAME))
    assert [(each.student, each.total) for each in grades.ungraded] == [("ann", None), ("eve", None)]
    assert "double" in grades.students[0].reason


def test_a_gradebook_that_differs_from_the_source_says_so(gradebook, coursedir):
    hand_in(gradebook, coursedir, "ann", POINTS)
    gradebook.find_grade_cell("test_double", "minimax", NAME).max_score = 3.0
    gradebook.add_grade_cell("test_dropped", "minimax", NAME, max_score=1.0, cell_type="code")
    gradebook.db.commit()
    grades = collect(gradebook, coursedir, Course(HERE / "course").assignment(NAME))
    assert "differ in double, dropped" in grades.notices[0]
    assert (grades.worth["double"], list(grades.worth)[-1]) == (3.0, "dropped")


def test_an_assignment_that_is_not_there_and_a_gradebook_that_is_not_there_are_one_line(
    gradebook, coursedir, tmp_path
):
    known = Course(HERE / "course").assignment(NAME)
    other = SimpleNamespace(name="99_other", solved=known.solved, exercises=known.exercises)
    with pytest.raises(NothingGradedError, match="run nbgrader generate_assignment 99_other first"):
        collect(gradebook, coursedir, other)
    elsewhere = SimpleNamespace(db_url=f"sqlite:///{tmp_path}/none.db", course_id="c")
    with pytest.raises(GradingError, match="there is no gradebook"), open_gradebook(elsewhere):
        pass
    assert not (tmp_path / "none.db").exists()


def test_a_graded_notebook_that_cannot_be_read_is_a_notice(tmp_path):
    path = tmp_path / "minimax.ipynb"
    path.write_text("{")
    assert "cannot be read" in read_graded(path).notices[0]
