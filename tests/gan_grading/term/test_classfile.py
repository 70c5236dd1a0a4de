"""``class.toml`` and ``roster.csv`` are read strictly: a mistake is one line that says the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading.term.classfile import ClassError, Late, read_term
from gan_grading.term.roster import Matcher, Student, read_roster


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[late", "it must be a TOML file"),
        ("timezone = 'Mars/Olympus'", "a time zone is named like Europe/Paris"),
        ("[late]\npercent = 10", "it may hold minutes_free, percent_per_day, percent_at_most"),
        ("[late]\npercent_per_day = '10'", "it is a number"),
        ("[assignments.01_sums]\ndue = 'soon'", "a date is written like 2026-10-12T23:59:00"),
        ("[assignments]\n01_sums = 3", "write [assignments.01_sums] on a line of its own"),
    ],
)
def test_a_mistake_in_the_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "class.toml").write_text(text)
    with pytest.raises(ClassError) as raised:
        read_term(tmp_path)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("seconds", "points"), [(0, 0), (900, 0), (901, 1), (86_400, 1), (86_401, 2), (1e7, 2.5)]
)
def test_each_day_begun_costs_up_to_a_limit(seconds: float, points: float) -> None:
    assert Late(15, 10, 25).penalty(10.0, seconds) == pytest.approx(points)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name\nada", "they are id,first_name"),
        ("id\nada\nada", "it stands there twice"),
        ("id\n../x", "a name is at most"),
    ],
)
def test_a_mistake_in_the_roster(tmp_path: Path, rows: str, said: str) -> None:
    (tmp_path / "roster.csv").write_text(rows)
    with pytest.raises(ClassError, match=said):
        read_roster(tmp_path)


def test_a_name_is_found_however_a_system_writes_it() -> None:
    matcher = Matcher([Student("emile", "Émile", "Borel-Néel", "e@example.org", "78")])
    for name in (
        "Émile Borel-Néel",
        "Borel-Néel, Emile",
        "borelnéelémile",
        "EMILE BORELNEEL",
        "e@example.org",
    ):
        assert matcher.find(name) == ("emile", "")
    assert matcher.find("whoever", "78") == ("emile", "")
    assert matcher.find("Émile", "79")[0] == ""
