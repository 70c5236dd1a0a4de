"""``gan-grade init`` makes a class, and never takes an instructor's work away from it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from gan_grading.cli import main
from gan_grading.course import Course
from gan_grading.term.begin import RECORD, begin

TOY = Path(__file__).resolve().parents[2] / "toy_course"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the toy course, to be changed."""
    return Path(shutil.copytree(TOY, tmp_path / "course"))


def init(folder: Path, course: Path, *options: str) -> int:
    """Run the command."""
    return main(["init", str(folder), "--course", str(course), *options])


def test_a_new_class_holds_its_files_and_leaves_the_course_alone(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(course.rglob("*"))
    folder = tmp_path / "class"
    assert init(folder, course) == 0
    assert "[assignments.01_sums]" in (folder / "class.toml").read_text()
    assert (folder / "roster.csv").read_text() == "id,first_name,last_name,email,lms_user_id\n"
    assert (folder / "nbgrader_config.py").is_file()
    assert (folder / "submitted").is_dir()
    assert (folder / "gradebook.db").is_file()
    assert sorted(course.rglob("*")) == before
    capsys.readouterr()
    assert init(folder, course) == 0
    assert capsys.readouterr().out == "everything is up to date\n"


def test_a_new_version_tells_what_changed_and_keeps_what_was_edited(course: Path, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    begin(folder, Course(course))
    (folder / "class.toml").write_text((folder / "class.toml").read_text() + "# mine\n")
    (folder / "nbgrader_config.py").write_text("# mine\n")
    # As an older version would have left it: other texts, other points, another notebook.
    record = json.loads((folder / RECORD).read_text())
    record["version"] = "0.0.1"
    record["files"]["nbgrader_config.py"] = "of an older text"
    old = b"an older text"
    (folder / "own" / "README.txt").write_bytes(old)
    record["files"]["own/README.txt"] = hashlib.sha256(old).hexdigest()
    record["assignments"]["01_sums"] = {
        "source": "other",
        "points": {"double": 2.0, "treble": 1.0, "q_sum": 1.0},
    }
    (folder / RECORD).write_text(json.dumps(record))
    told = begin(folder, Course(course)).lines
    assert told[0].startswith("nbgrader_config.py: edited by you, so it stays")
    assert told[1] == "own/README.txt: replaced by the new version's"
    assert told[2].startswith("gan-grading 0.0.1 has become ")
    assert told[3:6] == (
        "01_sums: treble is gone",
        "01_sums: double is worth 3 points, 2 before",
        "01_sums: average is new, 4 points",
    )
    assert told[6].startswith("01_sums: its notebook has changed")
    assert (folder / "nbgrader_config.py").read_text() == "# mine\n"
    assert "configure(" in (folder / "nbgrader_config.py.new").read_text()
    assert (folder / "class.toml").read_text().endswith("# mine\n")
    assert begin(folder, Course(course)).lines == ()


def test_folders_that_are_no_place_for_a_class(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(course, course) == 2
    assert "beside the course" in capsys.readouterr().err
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.tex").touch()
    assert init(full, course) == 2
    assert "begins in an empty folder" in capsys.readouterr().err
    assert init(tmp_path / "class", course, "--assignment", "02_none") == 2
    assert not (tmp_path / "class").exists()
