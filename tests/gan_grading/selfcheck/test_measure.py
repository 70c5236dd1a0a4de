"""The self-check sees each way in which a grader can be wrong, shown with banks that are wrong themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading.course import Course
from gan_grading.selfcheck import ExerciseMeasure, measure_assignment
from gan_grading.selfcheck.bank import BankAnswer
from gan_grading.selfcheck.measure import NEIGHBOURS, _neighbours

ROOT = Path(__file__).resolve().parents[3]
RIGHT = "def distances(points, centre):\n    return (points - centre).norm(dim=1)\n"
MANHATTAN = "def distances(points, centre):\n    return (points - centre).abs().sum(dim=1)\n"
# Right or wrong by the toss of a coin, once a notebook.
FICKLE = """
coin = torch.randint(2, ())

def distances(points, centre):
    return (points - centre).norm(dim=1) + coin
"""
SPOILS = RIGHT + "def slope(function, x):\n    return x\n"


@pytest.fixture(scope="module")
def start():
    return Course(ROOT).assignment("00_start_here")


def measured(start, verdict, source, misconception=None, runs=(0, 1)) -> ExerciseMeasure:
    answer = BankAnswer("distances", verdict, "tried", source, misconception)
    (measure,) = measure_assignment(start, [answer], runs, jobs=1, only=["distances"])
    return measure


def test_a_sound_bank_has_no_problems(start):
    measure = measured(start, "correct", RIGHT)
    assert (measure.right, measure.wrong, measure.problems) == (2, 1, [])  # with the solution and the stub


def test_a_wrong_answer_that_passes_is_reported(start):
    (line,) = measured(start, "wrong", RIGHT).problems
    assert line == "00_start_here/distances/wrong/tried (2 of 2 runs): wrong answer accepted"


def test_a_right_answer_that_loses_points_is_reported_with_what_was_said(start):
    line, red = measured(start, "correct", MANHATTAN).problems
    assert "right answer rejected" in line
    assert "2 of 2 runs" in line
    assert "right answer red in the notebook" in red


def test_a_hint_that_does_not_name_the_misconception_is_reported(start):
    (line,) = measured(start, "wrong", MANHATTAN, misconception="no_root").problems
    assert "wanted no_root, said " in line
    assert "misconception missed" in line


def test_an_answer_whose_points_depend_on_the_seed_is_reported(start):
    problems = measured(start, "wrong", FICKLE, runs=range(30)).problems
    assert any("points depend on the seed" in line for line in problems)
    assert any("wrong answer accepted" in line for line in problems)


def test_an_answer_that_costs_another_exercise_its_points_is_reported(start):
    problems = measured(start, "wrong", SPOILS, runs=range(4)).problems
    assert any("also cost points in slope" in line for line in problems)


def test_a_short_run_meets_every_neighbour_with_some_answer(start):
    exercise = start.exercise("distances")
    others = {e.id for e in start.exercises} - {"distances"}
    met = [_neighbours(start, exercise, number, 1) for number in range(len(others))]
    assert {e.id for (e,) in met} == others
    assert len(_neighbours(start, exercise, 0, 50)) == NEIGHBOURS
