"""Points come from complete evidence only, and a fault of the grader is nobody's zero."""

from __future__ import annotations

from typing import Any

import pytest

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs, derived_seed
from gan_course.exercises.run import Probe
from gan_course.exercises.student.handle import Student, StudentFault
from gan_grading.keys.run import run_probe
from gan_grading.keys.seeds import hidden_seeds

HALF = Misconception("half", "Half is wrong.", "Look at the other half.", share=0.5)


def probe(judge: object) -> Probe:
    return Probe("answer", judge, (HALF,), "because")  # type: ignore[arg-type]


def test_every_seed_is_played(student_with: Any) -> None:
    seen = []

    def judge(_student: Student, dice: Inputs, _sheet: Findings) -> None:
        seen.append(dice.seed)

    result = run_probe(probe(judge), student_with(), 4.0, [3, 1, 2])
    assert seen == [derived_seed(seed, "answer") for seed in (3, 1, 2)]
    assert (result.points, result.seeds, result.note) == (4.0, (3, 1, 2), "because")


def test_an_error_of_the_probe_leaves_the_exercise_ungraded(student_with: Any) -> None:
    def judge(_student: Student, _dice: Inputs, _sheet: Findings) -> None:
        raise ZeroDivisionError("by the grader")

    result = run_probe(probe(judge), student_with(), 4.0, [1])
    assert (result.status, result.points) == ("ungraded", None)
    assert "ZeroDivisionError: by the grader" in result.note


def test_an_undeclared_misconception_leaves_it_ungraded_too(student_with: Any) -> None:
    result = run_probe(probe(lambda s, d, sheet: sheet.miss("x", "unheard of")), student_with(), 4.0, [1])
    assert result.status == "ungraded"


def test_a_fault_of_the_student_is_a_finding(student_with: Any) -> None:
    def judge(_student: Student, _dice: Inputs, _sheet: Findings) -> None:
        raise StudentFault("raised", "boom", "ValueError")

    result = run_probe(probe(judge), student_with(), 4.0, [1, 2])
    assert (result.status, result.points) == ("graded", 0.0)
    assert [f.misconception for f in result.findings] == ["raises"]


def test_giving_up_on_one_seed_does_not_end_the_others(student_with: Any) -> None:
    def judge(_student: Student, dice: Inputs, sheet: Findings) -> None:
        if dice.seed == derived_seed(1, "answer"):
            sheet.miss("one", "half")
            raise GiveUp
        sheet.passed("two")

    result = run_probe(probe(judge), student_with(), 4.0, [1, 2])
    assert (result.points, result.passed) == (2.0, ("two",))


def test_no_seeds_is_refused(student_with: Any) -> None:
    with pytest.raises(ValueError, match="at least one"):
        run_probe(probe(lambda *_: None), student_with(), 4.0, [])


def test_seeds_follow_the_runs_base_seed() -> None:
    """The whole class gets the same seeds; another run gets others."""
    assert hidden_seeds(7) == hidden_seeds(7)
    assert not set(hidden_seeds(7)) & set(hidden_seeds(8))


def test_dice_of_one_seed_repeat_themselves() -> None:
    one, two = Inputs(11), Inputs(11)
    assert [one.integer(1, 9), one.number(0, 1)] == [two.integer(1, 9), two.number(0, 1)]
    assert one.normal(3).equal(two.normal(3))
    assert all(1 <= one.integer(1, 3) <= 3 for _ in range(20))
