"""The sample class: made of the bank, graded by nbgrader's own commands, every submission as expected."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from gan_grading.course import find_course
from gan_grading.demo.classroom import ASSIGNMENT, PUPILS, DemoError, answers_of, expected_points
from gan_grading.demo.run import run_demo
from gan_grading.selfcheck.bank import read_bank


@pytest.fixture(scope="module")
def course():
    return find_course()


@pytest.fixture(scope="module")
def assignment(course):
    return course.assignment(ASSIGNMENT)


@pytest.fixture(scope="module")
def bank(course, assignment):
    return read_bank(course.root / "tests" / "banks", ASSIGNMENT, [e.id for e in assignment.exercises])


def test_the_class_is_a_dozen_of_the_kinds_promised():
    assert len(PUPILS) == 12
    assert sum(not p.mistakes and not p.sources and not p.is_blank for p in PUPILS) >= 5
    assert any(p.is_blank for p in PUPILS)
    assert any(p.verdict == "noisy" for p in PUPILS)
    assert any(p.sources for p in PUPILS)


@pytest.mark.parametrize("pupil", PUPILS, ids=lambda p: p.id)
def test_every_submission_can_be_made_from_the_bank(pupil, assignment, bank):
    answers = answers_of(pupil, assignment, bank)
    assert set(answers) == (set() if pupil.is_blank else {e.id for e in assignment.exercises})


def test_all_right_is_expected_to_reach_every_point_and_a_mistake_to_cost_its_share(assignment):
    by_id = {p.id: expected_points(p, assignment) for p in PUPILS}
    assert by_id["student-01"] == assignment.points
    # D* upside down costs 4 of 4, 0·log 0 half of 5, a loss with its graph half of 7.
    assert by_id["student-10"] == assignment.points - 4 - 2.5 - 3.5
    assert by_id["student-11"] == 0


def test_a_misconception_the_bank_lacks_is_one_line(assignment, bank):
    odd = replace(PUPILS[0], mistakes={"value_function": "no_such_misconception"})
    with pytest.raises(DemoError, match="no wrong answer for value_function"):
        answers_of(odd, assignment, bank)


@pytest.mark.slow
def test_three_of_the_class_are_graded_for_real(course, tmp_path):
    """One right, one with mistakes, one blank: table, report, feedback and grades must agree."""
    chosen = [PUPILS[0], PUPILS[9], PUPILS[10]]
    said: list[str] = []
    assert run_demo(course, tmp_path / "class", said.append, chosen) == []
    table = "\n".join(said)
    assert "student-01" in table
    assert str(tmp_path / "class" / "report.html") in table
    report = (tmp_path / "class" / "report.html").read_text()
    assert "nan_at_edge" in report
    with (tmp_path / "class" / "grades.csv").open() as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"student-01": 71.0, "student-10": 61.0, "student-11": 0.0}
    feedback = list((tmp_path / "class" / "feedback").rglob("*.html"))
    assert len(feedback) == 3
    assert not any("gan_grading.kernel" in page.read_text() for page in feedback)
