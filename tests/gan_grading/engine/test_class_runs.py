"""Whole runs of ``nbgrader autograde`` and ``export``: nobody is lost, nobody gets a zero that is none."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gan_grading.nbgrader.waiting import UNFINISHED
from tests.banks.hostile import ENTRIES
from tests.banks.hostile.entry import code_cell, place_of
from tests.gan_grading.engine.classes import NAME, Classroom

STRAINING = ("halves_of_letters", "prints_half_a_letter", "raises_half_a_letter", "displays_no_text")
ENTRY = {entry.name: entry for entry in ENTRIES if entry.name in STRAINING}
NO_TIMES = (
    b"\xff\xfe not a date",
    b"9999-12-31 23:59:59 UTC",
    b"1" * 100_000,
    b"2024-01-01 10:00 /etc/passwd",
)
FULL = 17.0
BROKEN = "import not_installed_here\n"


def slow(notebook: dict[str, Any], seconds: int) -> dict[str, Any]:
    """Put a cell that takes its time in front."""
    cell = code_cell(f"import time\ntime.sleep({seconds})")
    notebook["cells"].insert(place_of(notebook, "discriminator_loss"), cell)
    return notebook


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Classroom, int, str]:
    """A class with odd names, times and text, released and graded once, without the environment's PATH."""
    room = Classroom(tmp_path_factory.mktemp("odd"), {"PATH": "/usr/local/bin:/usr/bin:/bin"})
    for name, entry in ENTRY.items():
        room.hand_in(name, entry.build(room.correct_copy()))
    room.hand_in("alice")
    for name in ("two\nlines", "esc\x1b[2J", "x[1]", "b*", ".hidden"):
        room.hand_in(name)
    os.makedirs(os.fsencode(room.root / "submitted") + b"/\xff/" + NAME.encode())
    room.folder("empty").mkdir(parents=True)
    for index, text in enumerate(NO_TIMES):
        (room.hand_in(f"time{index}") / "timestamp.txt").write_bytes(text)
    (room.hand_in("on_time") / "timestamp.txt").write_text("2024-03-01 10:00:00 UTC\n")
    nbgrader = str(Path(sys.executable).parent / "nbgrader")
    code, out = room.run("generate_assignment", NAME, program=nbgrader)
    assert code == 0, out
    return room, *room.run("autograde", NAME, program=nbgrader)


def test_everybody_who_can_be_graded_is(odd: tuple[Classroom, int, str]) -> None:
    room, _, out = odd
    scores = room.scores()
    for student in ("alice", "on_time", *(f"time{i}" for i in range(len(NO_TIMES)))):
        assert sum(score or 0 for score in scores[student].values()) == FULL, out
    for name, entry in ENTRY.items():
        assert scores[name] == entry.points


def test_who_cannot_is_told_on_the_last_lines(odd: tuple[Classroom, int, str]) -> None:
    """And the exit code says so too."""
    _, code, out = odd
    assert code == 1
    last = out.strip().splitlines()[-8:]
    assert "7 submissions are not graded" in last[-1]
    for name in ("two\\nlines", "esc\\x1b[2J", "x[1]", "b*", ".hidden", "\\udcff", "empty"):
        assert any(name in line for line in last), (name, out)
    assert "Traceback" not in out


def test_what_students_wrote_reaches_the_terminal_escaped(odd: tuple[Classroom, int, str]) -> None:
    _, _, out = odd
    assert "\x1b]52" not in out
    assert "\x1b[2J" not in out
    assert "\n14 of 14 points" not in out


def test_a_student_takes_one_line_unless_something_is_wrong(odd: tuple[Classroom, int, str]) -> None:
    _, _, out = odd
    assert sum("alice" in line for line in out.splitlines()) == 1
    assert "alice: 17 of 17 points" in out


def test_a_time_that_is_none_is_replaced_with_a_notice(odd: tuple[Classroom, int, str]) -> None:
    room, _, out = odd
    for index in range(len(NO_TIMES)):
        assert f"time{index}: its timestamp.txt holds no time" in out
    copied = room.root / "autograded" / "on_time" / NAME / "timestamp.txt"
    assert copied.read_text() == "2024-03-01 10:00:00 UTC\n"


def test_the_export_lists_who_is_not_graded_and_gives_no_zero(odd: tuple[Classroom, int, str]) -> None:
    room, _, _ = odd
    code, out, scores = room.exported()
    assert code == 1
    assert scores["alice"] == "17.0"
    assert scores["empty"] == ""
    assert scores["'x[1]'"] == ""
    assert "not graded" in out.strip().splitlines()[-1]


def test_feedback_is_made_for_everybody_graded(odd: tuple[Classroom, int, str]) -> None:
    room, _, _ = odd
    code, out = room.run("generate_feedback", NAME)
    assert code == 0, out
    for student in ("alice", *ENTRY):
        assert (room.root / "feedback" / student / NAME / "minimax.html").stat().st_size > 1000


def test_a_run_that_was_killed_is_taken_up_again(tmp_path: Path) -> None:
    """After SIGKILL in the middle nobody is skipped for ever, and a second run beside it gives one line."""
    room = Classroom(tmp_path)
    room.hand_in("alice")
    room.hand_in("bob", slow(room.correct_copy(), 50))
    assert room.run("generate_assignment", NAME)[0] == 0
    first = room.start("autograde", NAME)
    mark = room.root / "autograded" / "bob" / NAME / UNFINISHED
    wait_for(mark.exists)
    code, out = room.run("autograde", NAME)
    assert code == 1
    assert "another run grades this class" in out
    assert "Traceback" not in out
    wait_for((mark.parent / "minimax.ipynb").exists)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    room.hand_in("bob")
    code, out, scores = room.exported()
    assert (code, scores["alice"], scores["bob"]) == (1, "17.0", "")
    code, out = room.run("autograde", NAME)
    assert code == 0, out
    assert "an earlier run was cut off" in out
    assert {sum(score or 0 for score in each.values()) for each in room.scores().values()} == {FULL}
    assert not mark.exists()
    assert room.exported()[0] == 0


def test_a_fault_of_the_grader_is_no_zero_in_any_command(tmp_path: Path) -> None:
    """An instructor's setup cell that fails leaves a class without scores, and each command says so."""
    room = Classroom(tmp_path)
    room.hand_in("alice")
    assert room.run("generate_assignment", NAME)[0] == 0
    source = room.course / "solutions" / NAME / "minimax.py"
    source.write_text(source.read_text().replace("import torch\n", f"import torch\n{BROKEN}", 1))
    for _ in range(2):  # the second run skips what is there, and still says so
        code, out = room.run("autograde", NAME)
        assert code == 1
        assert "not_installed_here" in out.strip().splitlines()[-2]
    code, out, scores = room.exported()
    assert (code, scores) == (1, {"alice": ""})
    assert "not_installed_here" in out.strip().splitlines()[-2]
    assert room.run("generate_feedback", NAME)[0] == 0
    page = (room.root / "feedback" / "alice" / NAME / "minimax.html").read_text()
    assert "Score: 0.0" not in page
    assert "not graded yet" in page


def wait_for(holds: Callable[[], bool], seconds: float = 120.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
