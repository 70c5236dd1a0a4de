"""Answers that were copied and dressed up hint at each other; what has few ways to be written does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gan_grading.course import Assignment, Course
from gan_grading.reports.grades import ClassGrades, StudentGrades
from gan_grading.reports.normal_form import normal_form
from gan_grading.reports.similar import LONG, TELLING, find_similar

TOY = Path(__file__).resolve().parents[2] / "toy_course"
LOOP = """
def double(x):
    parts = []
    for piece in range(2):
        parts.append(x if piece == 0 else x * 1)
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total
"""
DRESSED_UP = '''
def double(number: float) -> float:
    """My own idea!"""
    pieces = []  # collects them
    for i in range(2):
        pieces.append(number if i == 0 else number * 1)

    result = pieces[0]
    for each in pieces[1:]:
        result = result + each
    return result
'''
OTHER = """
def double(x):
    table = {"twice": lambda value: value + value, "once": lambda value: value}
    if isinstance(x, (list, tuple)):
        return type(x)(double(item) for item in x)
    return table["twice"](x) if callable(table["twice"]) else table["once"](x) * 2
"""
AVERAGE = """
def average(values):
    count = 0
    running = 0.0
    for value in values:
        count = count + 1 if value is not None else count
        running = running + (value - running) / count
    return running
"""
SHORT = "def double(x):\n    return x * 2\n"


@pytest.fixture(scope="module")
def sums() -> Assignment:
    return Course(TOY).assignment("01_sums")


def grades(**answers: tuple[str, str]) -> ClassGrades:
    """A class by its answers to `double` and `average`."""
    students = [
        StudentGrades(name, (), dict(zip(("double", "average"), texts, strict=True)))
        for name, texts in answers.items()
    ]
    return ClassGrades("01_sums", {"double": 3.0, "average": 4.0}, tuple(students))


def test_names_comments_and_order_are_left_out() -> None:
    assert normal_form(LOOP) == normal_form(DRESSED_UP)
    assert normal_form("a = f(1)\nb = g(2)\n") == normal_form("first = g(2)\nsecond = f(1)\n")
    assert normal_form("torch.relu(x)") != normal_form("torch.tanh(x)"), "names of libraries say what is done"
    assert normal_form("x = (1") == "x 1"
    assert normal_form("It is flat. So nothing moves!", False) == normal_form(
        "So nothing moves. It is FLAT", False
    )


def test_two_answers_alike_are_a_hint_and_other_answers_are_none(sums: Assignment) -> None:
    found = find_similar(
        grades(
            ada=(LOOP, AVERAGE), bob=(DRESSED_UP, AVERAGE), cem=(OTHER, AVERAGE + "# mine"), dora=(OTHER, "")
        ),
        sums,
    )
    (group,) = found.groups
    assert group.students == ("ada", "bob")
    assert group.exercises == {"double": 100, "average": 100}
    assert str(group) == "ada, bob: double 100 %, average 100 %"


def test_one_answer_alone_must_be_long(sums: Assignment) -> None:
    assert TELLING <= len(normal_form(LOOP)) < LONG
    assert find_similar(grades(ada=(LOOP, ""), bob=(DRESSED_UP, "")), sums).groups == ()
    long = LOOP + AVERAGE + OTHER
    nearly = long.replace("range(2)", "range(3)", 1)
    assert len(normal_form(long)) >= LONG
    (group,) = find_similar(grades(ada=(long, ""), bob=(nearly, "")), sums).groups
    assert 92 <= group.exercises["double"] < 100


def test_stub_solution_and_short_answers_say_nothing(sums: Assignment) -> None:
    long = sums.exercise("average").answer + "\n" + AVERAGE.replace("average", "helper")
    own = replace(sums.exercise("average"), answer_cell=long)
    given = replace(sums)
    given.__dict__["exercises"] = (sums.exercise("double"), own)
    for answer in (own.answer, own.stub):
        assert find_similar(grades(ada=(SHORT, answer), bob=(SHORT, answer)), given).groups == ()


def test_what_much_of_a_class_wrote_is_counted_and_names_nobody(sums: Assignment) -> None:
    everybody = {f"student{number}": (LOOP, AVERAGE) for number in range(12)}
    found = find_similar(grades(**everybody), sums)
    assert found.groups == ()
    assert found.usual == {"double": 12, "average": 12}
