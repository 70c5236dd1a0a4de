"""A class after release: renamed files, scores by hand, a mended key, an appeal, other points and exercises.

The commands run one after another on one class, as an instructor would give them.
"""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from gan_grading import cli
from gan_grading.appeals.judge import Judge
from gan_grading.course import Assignment, Course
from gan_grading.exercise import Exercise
from gan_grading.release.source import read_source, to_bytes
from tests.gan_grading.engine.classes import NAME, Classroom

GOOD = "2 * torch.ones(3))\n### END"
SPOILED = "3 * torch.ones(3))\n### END"
WRONG = "def discriminator_loss(real_logits, fake_logits):\n    return real_logits.sum() * 0"
OWN = "import gc\n\n# Alice Miller wrote this\ndef two():\n    return 2"


@dataclass
class Graded(Classroom):
    """A class, with what grading it gave and said."""

    code: int = 0
    out: str = ""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """A class whose key of ``double`` is wrong, graded with nbgrader's own command."""
    made = Graded(tmp_path_factory.mktemp("life"))
    _edit_source(made, GOOD, SPOILED)
    alice = made.correct_copy()
    cells = {cell["id"]: cell for cell in alice["cells"]}
    cells["double"]["source"] = "def double(x):\n    return two() * x  # alice"
    alice["cells"].insert(2, {"cell_type": "code", "metadata": {}, "source": OWN, "outputs": []})
    made.hand_in("alice", alice).joinpath("minimax.ipynb").rename(made.folder("alice") / "minimax (1).ipynb")
    bob = made.correct_copy()
    next(c for c in bob["cells"] if c["id"] == "discriminator_loss")["source"] = WRONG
    made.hand_in("bob", bob)
    made.folder("carol").mkdir(parents=True)
    (made.folder("carol") / "homework.ipynb").write_text('{"cells": [{"cell_type": "code", "source": "1"}]}')
    assert made.run("generate_assignment", NAME)[0] == 0
    made.code, made.out = made.run("autograde", NAME)
    with _gradebook(made) as gradebook:
        gradebook.update_or_create_student("dave", first_name="Dave", last_name="Late")
        gradebook.update_or_create_student("alice", first_name="Alice", last_name="Miller")
    return made


def _edit_source(room: Graded, old: str, new: str) -> None:
    source = room.course / "solutions" / NAME / "minimax.py"
    assert old in source.read_text()
    source.write_text(source.read_text().replace(old, new))


def _gradebook(room: Graded) -> Gradebook:
    return Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "gan_course")


def _command(room: Graded, *words: str) -> int:
    return cli.main([*words, "--course", str(room.course), "--class", str(room.root)])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open() as file:
        return list(csv.DictReader(file))


def test_a_renamed_file_is_graded_and_what_is_no_such_notebook_is_not_zero(room: Graded) -> None:
    assert room.code == 1
    assert "homework.ipynb holds too little of 03_minimax" in room.out.strip().splitlines()[-2]
    assert "minimax (1).ipynb was recognised by its cells" in room.out
    assert room.scores()["alice"]["discriminator_loss"] == 6
    assert "carol" not in room.scores()
    assert [path.name for path in room.folder("alice").iterdir()] == ["minimax (1).ipynb"]


def test_scores_by_hand_are_the_truth_everywhere(room: Graded, capsys: pytest.CaptureFixture[str]) -> None:
    with _gradebook(room) as gradebook:
        grade = gradebook.find_grade("test_saturating_generator_loss", "minimax", NAME, "bob")
        grade.manual_score = 1.5
        gradebook.find_comment("saturating_generator_loss", "minimax", NAME, "bob").manual_comment = "nearly"
        gradebook.find_submission_notebook("minimax", NAME, "bob").late_submission_penalty = 2.0
        gradebook.db.commit()
    assert _command(room, "report", NAME) == 1
    out = capsys.readouterr().out
    bob = next(line for line in out.splitlines() if line.startswith("bob"))
    assert bob.split() == ["bob", "0", "1.5*", "0", "5", "-2", "4.5"]
    assert "carol is not graded, there is no minimax.ipynb" in out.splitlines()[-1]
    assert "Dave Late, nothing handed in" in out
    page = (room.root / "reports" / NAME / "report.html").read_text()
    for text in ("recognised by its cells", "reaches for the garbage collector", "nearly", "Alice Miller"):
        assert text in page
    rows = {
        (r["student_id"], r["exercise"]): r for r in _rows(room.root / "reports" / NAME / "exercises.csv")
    }
    assert rows["bob", "saturating_generator_loss"]["score"] == "1.5"
    assert rows["bob", "saturating_generator_loss"]["auto_score"] == "4.0"


def test_the_export_goes_to_the_class_and_says_the_same(room: Graded) -> None:
    code, _ = room.run("export")
    assert code == 1
    scores = {row["student_id"]: row["score"] for row in _rows(room.root / "reports" / "grades.csv")}
    assert scores == {"alice": "15.0", "bob": "4.5", "carol": "", "dave": "0.0"}
    assert (room.root / "reports" / "grades-exercises.csv").is_file()
    assert not list(room.course.rglob("grades*.csv"))


def test_feedback_agrees_with_the_gradebook_and_says_who_got_none(room: Graded) -> None:
    """The cell of a page said 4 of 4 below a header of 1.5; a page that was not made said nothing."""
    cut_off = room.root / "autograded" / "erin" / NAME
    cut_off.mkdir(parents=True)
    (cut_off / "minimax.ipynb").touch()
    code, out = room.run("generate_feedback", NAME)
    shutil.rmtree(cut_off.parent)
    assert code == 1
    assert [line.split("] ")[1] for line in out.splitlines() if "no feedback page" in line] == [
        "erin: no feedback page",
        "1 submissions have no feedback page",
    ]
    page = (room.root / "feedback" / "bob" / NAME / "minimax.html").read_text()
    assert "Score: 1.5 / 4.0" in page
    assert "1.5 of 4 points, by the gradebook; the check alone gave 4 of 4 points" in page
    assert "nearly" in page


def test_an_appeal_waits_for_the_key_and_then_regrades_the_class(
    room: Graded, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = str(room.folder("alice") / "minimax (1).ipynb")
    words = ("appeal", notebook, "double", "--ruling", "right", "--assignment", NAME)
    assert _command(room, *words, "--yes") == 1
    out = capsys.readouterr().out
    assert "double: 0 of 2 points" in out
    assert "the grader disagrees: mend solutions/03_minimax/exercises/double.py" in out
    kept = (room.root / "bank" / NAME / "double.py").read_text()
    assert kept.startswith("# %% correct · appeal_")
    assert "def two():" in kept  # the answer needs the student's own cell
    (case,) = (room.root / "appeals").iterdir()
    for text in (kept, case.read_text()):
        assert "alice" not in text.lower()
        assert "miller" not in text.lower()
    _edit_source(room, SPOILED, GOOD)
    assert _command(room, *words, "--dry-run") == 1
    out = capsys.readouterr().out
    assert "alice, double: 0 before, 2 of 2 now" in out
    assert "2 submissions graded again: 2 scores change" in out
    assert room.scores()["alice"]["double"] == 0
    assert _command(room, *words, "--yes") == 0
    assert (room.root / "bank" / NAME / "double.py").read_text() == kept
    assert {each["double"] for each in room.scores().values()} == {2.0}
    again = room.folder("bob") / "timestamp.txt"
    again.write_text("2024-03-01 10:00:00 UTC\n")
    capsys.readouterr()
    assert _command(room, "regrade", NAME) == 0
    again.unlink()
    out = capsys.readouterr().out
    assert "1 submissions graded again: 0 scores change" in out
    assert "bob: its scores stay, it was handed in again since it was graded" in out


def test_other_points_follow_the_gradebook_until_it_is_migrated(
    room: Graded, capsys: pytest.CaptureFixture[str]
) -> None:
    """A score of 4 out of 2 was given without a word."""
    _edit_source(
        room,
        '"test_saturating_generator_loss", "locked": true, "points": 4',
        '"test_saturating_generator_loss", "locked": true, "points": 2',
    )
    code, out = room.run("autograde", NAME, "--student=alice", "--force")
    assert code == 0, out
    assert "4 points by the gradebook, 2 by the source; the gradebook counts" in out
    assert room.scores()["alice"]["saturating_generator_loss"] == 4
    assert _command(room, "migrate", NAME, "--dry-run") == 1
    assert "points: saturating_generator_loss, 4 before, 2 now" in capsys.readouterr().out
    assert _command(room, "migrate", NAME, "--yes") == 0
    capsys.readouterr()
    assert _command(room, "report", NAME) == 1
    page = (room.root / "reports" / NAME / "report.html").read_text()
    assert "saturating_generator_loss: 4 of 2 points, more than there are" in page
    capsys.readouterr()
    assert _command(room, "regrade", NAME, "--yes") == 0
    assert "alice, saturating_generator_loss: 4 before, 2 of 2 now" in capsys.readouterr().out
    assert room.scores()["alice"]["saturating_generator_loss"] == 2


def test_an_instructors_change_is_no_students_tampering(room: Graded) -> None:
    """Alice's notebook is of the release before the points changed."""
    with Judge(*_double(room), seed=1, no_sandbox=False) as judge:
        result = judge._grader.grade(room.folder("alice") / "minimax (1).ipynb")
    assert not any("was changed" in notice for notice in result.notices)
    assert any("the notebook is of release" in notice for notice in result.notices)


def _double(room: Graded) -> tuple[Assignment, Exercise]:
    assignment = Course(room.course).assignment(NAME)
    return assignment, assignment.exercise("double")


def test_dropped_and_added_exercises_migrate_with_one_command(
    room: Graded, capsys: pytest.CaptureFixture[str]
) -> None:
    source = room.course / "solutions" / NAME / "minimax.py"
    source.write_text(source.read_text().replace("double", "twofold"))
    Course(room.course).assignment(NAME).solved.write_bytes(to_bytes(read_source(source)))
    code, out = room.run("generate_assignment", NAME)
    assert code == 1
    assert f"run gan-grade migrate {NAME} --dry-run" in out
    before = room.scores()["bob"]
    assert _command(room, "migrate", NAME, "--dry-run") == 1
    said = capsys.readouterr().out
    assert "added: twofold, 2 points; it waits to be graded" in said
    assert "dropped: double, and 2 scores with it" in said
    assert room.scores()["bob"] == before
    assert _command(room, "migrate", NAME, "--yes") == 0
    after = room.scores()["bob"]
    assert after.pop("twofold") is None
    assert after == {name: points for name, points in before.items() if name != "double"}
    capsys.readouterr()
    assert _command(room, "report", NAME) == 1  # it waits, and is no zero
    assert "bob is not graded, twofold: waits" in capsys.readouterr().out
    code, out = room.run("autograde", NAME, "--student=bob", "--force")
    assert code == 1
    assert "added after the release that this notebook came from" in out
    assert room.scores()["bob"]["twofold"] is None
