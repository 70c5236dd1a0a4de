"""The sheet turns findings into points: shares, doubles and faults."""

from __future__ import annotations

import pytest

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.student.handle import StudentFault

HALF = Misconception("half", "Half is wrong.", "Look at the other half.", share=0.5)
MOST = Misconception("most", "Most is wrong.", "Begin again.", share=0.9)
SMALL = Misconception("small", "A little is wrong.", "Look closer.", share=0.3)


def sheet() -> Findings:
    return Findings((HALF, MOST, SMALL), points=6.0)


def test_nothing_found_keeps_all_points() -> None:
    page = sheet()
    page.passed("runs")
    assert (page.points(), page.findings(), page.criteria_passed()) == (6.0, (), ("runs",))


def test_shares_add_up() -> None:
    page = sheet()
    page.passed("value")
    page.miss("one", "half")
    page.miss("two", "small")
    assert page.points() == pytest.approx(6.0 * 0.2)


def test_no_share_is_left_without_anything_right() -> None:
    """A text where a picture was asked for once had half of the points."""
    page = sheet()
    page.passed("returns a tensor")
    page.passed("leaves its arguments alone")
    page.miss("one", "half")
    assert page.points() == 0.0
    page.passed("value")
    assert page.points() == 3.0


def test_points_never_fall_below_zero() -> None:
    page = sheet()
    for misconception in ("half", "most", "small"):
        page.miss("one", misconception)
    assert page.points() == 0.0


def test_one_misconception_costs_its_share_once_however_many_criteria_show_it() -> None:
    """Else the points would depend on which criteria a hidden input happens to reach."""
    page = sheet()
    page.passed("value")
    page.miss("one", "half")
    page.miss("two", "half")
    assert page.points() == 3.0
    assert [f.points_lost for f in page.findings()] == [3.0, 0.0]


def test_the_same_finding_on_another_seed_costs_nothing_more() -> None:
    page = sheet()
    page.passed("value")
    page.miss("one", "half", "seed 1")
    page.miss("one", "half", "seed 2")
    assert page.points() == 3.0
    assert len(page.findings()) == 1


def test_a_criterion_that_failed_once_is_not_listed_as_passed() -> None:
    page = sheet()
    page.passed("one")
    page.miss("one", "half")
    assert page.criteria_passed() == ()


def test_numbers_are_added_to_the_sentence() -> None:
    page = sheet()
    page.miss("one", "half", "yours 1, wanted 2")
    assert page.findings()[0].message == "Half is wrong. (yours 1, wanted 2)"


def test_an_undeclared_misconception_is_the_probes_error() -> None:
    with pytest.raises(KeyError):
        sheet().miss("one", "never declared")


def test_insist_gives_up_only_when_it_does_not_hold() -> None:
    page = sheet()
    page.insist(True, "one", "half")
    with pytest.raises(GiveUp):
        page.insist(False, "two", "half")


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (StudentFault("raised", "", "NotImplementedError"), "not_written"),
        (StudentFault("raised", "boom", "ValueError"), "raises"),
        (StudentFault("undefined", "`f` is not defined"), "not_defined"),
        (StudentFault("wire", "malformed"), "wrong_type"),
        (StudentFault("timeout", "10 s"), "too_slow"),
        (StudentFault("memory", "2 GiB"), "stopped"),
        (StudentFault("died", "signal 11"), "stopped"),
    ],
)
def test_each_kind_of_fault_has_its_own_name(fault: StudentFault, name: str) -> None:
    page = sheet()
    page.fault(fault)
    assert [f.misconception for f in page.findings()] == [name]
    assert page.points() == 0.0
