"""A duel names the rival that behaves as the student does, and judges nothing but behaviour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import DirectChannel, Student, StudentFault
from gan_grading.probes.probe import Duel, Observation, Probe, Rival

TWICE = Misconception("twice", "Twice too much.", "Count again.")
FAILS = Misconception("fails", "It cannot divide.", "What is divided by what?")


def play(student: Student, dice: Dice) -> Observation:
    return {"value": student.call("f", dice.normal(4)).value}


def broken(_x: Any) -> Any:
    return 1 / 0


DUEL = Duel("f", "value", play, lambda x: x, (Rival(TWICE, lambda x: 2 * x), Rival(FAILS, broken)))


def judged(answer: Callable[..., Any]) -> Sheet:
    sheet = Sheet((TWICE, FAILS), 4.0)
    try:
        DUEL.judge(Student(DirectChannel({"f": answer})), Dice(3), sheet)
    except GiveUp:
        assert sheet.has_findings()
    return sheet


def names(sheet: Sheet) -> list[str]:
    return [f.misconception for f in sheet.findings()]


def test_the_reference_written_otherwise_passes() -> None:
    assert judged(lambda x: x.clone() * 3 / 3).criteria_passed() == ("value",)


def test_a_rival_written_otherwise_is_recognised() -> None:
    assert names(judged(lambda x: x + x)) == ["twice"]


def test_a_rival_that_raises_is_recognised_by_the_same_error() -> None:
    assert names(judged(lambda x: 5 / 0)) == ["fails"]


def test_an_error_no_rival_makes_goes_on_as_it_is() -> None:
    with pytest.raises(StudentFault, match="no such thing"):
        judged(lambda x: {}["no such thing"])


def test_an_unknown_mistake_says_so() -> None:
    assert names(judged(lambda x: x**2)) == ["unrecognised"]


def test_nan_says_so() -> None:
    assert names(judged(lambda x: x * float("nan"))) == ["not_finite"]


def test_misconceptions_of_a_probe_need_names_of_their_own() -> None:
    with pytest.raises(ValueError, match="twice"):
        Probe("f", DUEL.judge, (TWICE, TWICE))
