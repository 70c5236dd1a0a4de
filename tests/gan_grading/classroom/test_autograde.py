"""``gan-grade autograde`` and ``feedback`` beside nbgrader's own commands: one class, the same grades."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from gan_grading.classroom.cluster import Cluster
from gan_grading.classroom.seed import class_seed
from gan_grading.classroom.worker import pack, unpack
from tests.banks.hostile import ENTRIES
from tests.gan_grading.classroom.rooms import autograded, gan_grade, gradebook, journaled
from tests.gan_grading.engine.classes import NAME, Classroom

PICKED = ("leaves_python", "bad_json", "verdict_forged")
HOSTILE = {entry.name: entry for entry in ENTRIES if entry.name in PICKED}


@dataclass(frozen=True)
class Graded:
    """A class graded with nbgrader's commands, and its twin graded with gan-grade."""

    stock: Classroom
    ours: Classroom
    code: int
    printed: str


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    stock = Classroom(tmp_path_factory.mktemp("stock"))
    stock.hand_in("alice")
    for name, entry in HOSTILE.items():
        stock.hand_in(name, entry.build(stock.correct_copy()))
    (stock.hand_in("on_time") / "timestamp.txt").write_text("2024-03-01 10:00:00 UTC\n")
    stock.folder("empty").mkdir(parents=True)
    code, out = stock.run("generate_assignment", NAME)
    assert code == 0, out
    class_seed(stock.root, NAME)
    base = tmp_path_factory.mktemp("ours") / "copy"
    shutil.copytree(stock.base, base)
    ours = Classroom(base)
    assert stock.run("autograde", NAME)[0] == 1  # one folder is empty
    with pytest.MonkeyPatch.context() as patch:
        lines: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_: lines.append(" ".join(map(str, words))))
        code = gan_grade(ours, "autograde", "--jobs", "2")
    return Graded(stock, ours, code, "\n".join(lines))


def test_scores_comments_and_times_are_nbgraders(graded: Graded) -> None:
    assert gradebook(graded.ours) == gradebook(graded.stock)
    assert len(gradebook(graded.ours)["grades"]) == 4 * (len(PICKED) + 2)


def test_autograded_notebooks_are_nbgraders(graded: Graded) -> None:
    """Cell by cell, outputs and the record of the run included."""
    assert autograded(graded.ours) == autograded(graded.stock)
    for student in ("alice", "on_time"):
        ours, stock = (room.root / "autograded" / student / NAME for room in (graded.ours, graded.stock))
        assert sorted(p.name for p in ours.iterdir()) == sorted(p.name for p in stock.iterdir())
        assert (ours / "minimax.ipynb").stat().st_mode == (stock / "minimax.ipynb").stat().st_mode


def test_the_summary_says_who_has_no_score_and_the_exit_code_too(graded: Graded) -> None:
    assert graded.code == 1
    assert "5  graded" in graded.printed
    assert f"GAN_GRADING_SEED={class_seed(graded.ours.root, NAME)}" in graded.printed
    last = graded.printed.splitlines()[-1]
    assert last == f"empty, {NAME}: not graded, there is no notebook in its folder"
    assert "bad_json: the file is no notebook" in graded.printed


def test_nothing_unchanged_is_graded_again(graded: Graded, capsys: pytest.CaptureFixture[str]) -> None:
    before = journaled(graded.ours)
    assert gan_grade(graded.ours, "autograde") == 1
    assert "5  skipped, unchanged" in capsys.readouterr().out
    assert journaled(graded.ours) == before
    # What nbgrader has graded is as good as graded here.
    assert gan_grade(graded.stock, "autograde") == 1
    assert "5  skipped, unchanged" in capsys.readouterr().out
    assert journaled(graded.stock) == []


def test_pages_are_nbgraders_and_are_made_once(graded: Graded, capsys: pytest.CaptureFixture[str]) -> None:
    assert graded.stock.run("generate_feedback", NAME)[0] == 0
    assert gan_grade(graded.ours, "feedback", "--jobs", "1") == 1  # one folder is empty
    for student in ("alice", *PICKED):
        ours, stock = (
            (room.root / "feedback" / student / NAME / "minimax.html").read_text()
            for room in (graded.ours, graded.stock)
        )
        assert re.sub(r"<!-- made of \w+ -->\n", "", ours) == stock
    capsys.readouterr()
    assert gan_grade(graded.ours, "feedback") == 1
    assert "5  left, unchanged" in capsys.readouterr().out


def test_what_changes_is_graded_again_and_a_manual_score_stays(
    graded: Graded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(graded.ours.base, tmp_path / "copy")
    room = Classroom(tmp_path / "copy")
    with sqlite3.connect(room.root / "gradebook.db") as connection:
        connection.execute("update grade set manual_score = 1.5 where auto_score = 6.0")
    notebook = room.correct_copy()
    cell = next(c for c in notebook["cells"] if c["id"] == "double")
    cell["source"] = "def double(x):\n    return x"
    room.hand_in("alice", notebook)
    before = journaled(room)
    assert gan_grade(room, "autograde", "--jobs", "1", "--students", "alice") == 0
    assert "1  graded" in capsys.readouterr().out
    assert journaled(room) == [*before, "alice"]
    mine = {row[1]: row[2:] for row in gradebook(room)["grades"] if row[0] == "alice"}
    assert mine["test_double"][0] == 0
    assert mine["test_discriminator_loss"] == (6.0, 1.5, 1)


def test_who_was_stopped_in_company_is_graded_once_more_alone(
    graded: Graded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first verdict on alice says that she hardly computed; the second one counts, and it alone."""
    asked: list[list[str]] = []
    results = Cluster.results

    def hurried(self: Cluster, work: Any, tasks: Any) -> Iterator[Any]:
        asked.append([student for student, _ in tasks])
        for task, outcome in results(self, work, tasks):
            is_first = len(asked) == 1 and task[0] == "alice"
            yield task, pack(replace(unpack(outcome), hurried=True)) if is_first else outcome

    monkeypatch.setattr(Cluster, "results", hurried)
    before = journaled(graded.ours)
    assert (
        gan_grade(graded.ours, "autograde", "--force", "--students", "alice", "on_time", "--jobs", "1") == 0
    )
    assert asked == [["alice", "on_time"], ["alice"]]
    assert sorted(journaled(graded.ours)[len(before) :]) == ["alice", "on_time"]


def test_a_lost_gradebook_is_filled_from_the_journal(
    graded: Graded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As after a run that was cut off between judging and writing: nobody is graded twice."""
    shutil.copytree(graded.ours.base, tmp_path / "copy")
    room = Classroom(tmp_path / "copy")
    with sqlite3.connect(room.root / "gradebook.db") as connection:
        for table in ("grade", "comment", "submitted_notebook", "submitted_assignment"):
            connection.execute(f"delete from {table}")
    shutil.rmtree(room.root / "autograded" / "alice")
    before = journaled(room)
    assert gan_grade(room, "autograde") == 1
    assert "5  taken from an earlier run" in capsys.readouterr().out
    assert journaled(room) == before
    assert gradebook(room) == gradebook(graded.stock)
    assert autograded(room) == autograded(graded.stock)


def test_a_locked_gradebook_is_one_line_and_the_next_run_goes_on(
    graded: Graded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(graded.ours.base, tmp_path / "copy")
    room = Classroom(tmp_path / "copy")
    shutil.rmtree(room.root / "autograded" / "alice")
    with sqlite3.connect(room.root / "gradebook.db") as other:
        other.execute("begin exclusive")
        assert gan_grade(room, "autograde") == 2
        said = capsys.readouterr().err.strip().splitlines()
        assert "locked" in said[-1]
        assert "run the same command again" in said[-1]
        other.rollback()
    assert gan_grade(room, "autograde") == 1
    assert autograded(room) == autograded(graded.stock)


def test_who_is_not_released_or_not_there_is_one_line(
    graded: Graded, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gan_grade(graded.ours, "autograde", "--students", "nobody") == 2
    assert "nobody: submitted/ holds no 03_minimax of theirs" in capsys.readouterr().err
    assert gan_grade(graded.ours, "autograde", GAN_GRADING_SEED="5") == 2
    assert "--new-seed" in capsys.readouterr().err
    assert gan_grade(graded.ours, "autograde", GAN_GRADING_MODE="in-kernel") == 2
    assert "in-kernel" in capsys.readouterr().err
    assert gan_grade(graded.ours, "autograde", "--students", "alice") == 0
