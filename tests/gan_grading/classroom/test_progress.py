"""How far a run is: plain lines where nobody looks at a terminal, names escaped."""

from __future__ import annotations

import io

import pytest

from gan_grading.classroom import progress
from gan_grading.classroom.progress import Progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, to be set."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_line_has_count_rate_time_left_and_who_is_in_trouble(clock: list[float]) -> None:
    file = io.StringIO()
    with Progress(600, "graded", file) as shown:
        for number in range(100):
            clock[0] += 0.5
            shown.step(f"student-{number}", in_trouble=number in (3, 7))
    last = file.getvalue().splitlines()[-1]
    assert last == "93 of 600 graded, 120 a minute, 4 min left, in trouble: student-3, student-7"
    assert shown.line() == "100 of 600 graded, 120 a minute, 4 min left, in trouble: student-3, student-7"


def test_the_end_is_always_told(clock: list[float]) -> None:
    file = io.StringIO()
    with Progress(2, "made", file) as shown:
        for name in ("a\x1b[2J", "b"):
            clock[0] += 1
            shown.step(name, in_trouble=True)
    assert file.getvalue() == "2 of 2 made, 60 a minute, in trouble: 'a\\x1b[2J', b\n"


def test_many_names_are_counted(clock: list[float]) -> None:
    with Progress(9, "graded", io.StringIO()) as shown:
        for number in range(5):
            clock[0] += 1
            shown.step(f"s{number}", in_trouble=True)
    assert shown.line().endswith("in trouble: s0, s1, s2 and 2 more")
