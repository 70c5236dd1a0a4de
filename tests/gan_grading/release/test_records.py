"""Records say what they were made of: the same sources give the same file on every processor."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from gan_grading.course import Assignment, Course
from gan_grading.release import records
from gan_grading.release.records import build_records, records_bytes, records_file

ROOT = Path(__file__).parents[3]
NAME = "00_start_here"


@pytest.fixture
def start(tmp_path: Path) -> tuple[Course, Assignment, Path]:
    """A course of one assignment, with the keys and the records that are released."""
    shutil.copytree(
        ROOT / "solutions" / NAME, tmp_path / "solutions" / NAME, ignore=shutil.ignore_patterns("*.ipynb")
    )
    shelf = tmp_path / "gan_course" / "exercises" / "records"
    shelf.mkdir(parents=True)
    shutil.copy(ROOT / "gan_course" / "exercises" / "records" / f"{NAME}.json", shelf)
    course = Course(tmp_path)
    file = records_file(course, course.assignment(NAME))
    assert file is not None
    return course, course.assignment(NAME), file


def built(course: Course, assignment: Assignment) -> bytes:
    """The file that a release would write."""
    text, problems = build_records(course, assignment)
    assert problems == []
    return records_bytes(course, assignment, text)


def test_no_key_is_played_while_its_sources_are_the_same(
    start: tuple[Course, Assignment, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, assignment, file = start
    monkeypatch.setattr(records, "make_record", None)
    assert built(course, assignment) == file.read_bytes()
    with pytest.raises(TypeError):
        build_records(course, assignment, anew=True)


def test_a_changed_key_breaks_the_seal_and_a_release_mends_it(start: tuple[Course, Assignment, Path]) -> None:
    course, assignment, file = start
    before = file.read_bytes()
    key = assignment.source.parent / "exercises" / "slope.py"
    key.write_text(key.read_text() + "\n# later\n")
    file.write_bytes(built(course, assignment))
    changed = [
        new
        for old, new in zip(before.split(b"\n"), file.read_bytes().split(b"\n"), strict=True)
        if old != new
    ]
    assert [line[:12] for line in changed] == [b'{"form": 1, ', b'"slope": {"e']
    assert built(course, assignment) == file.read_bytes()


def test_a_number_that_somebody_typed_in_is_found(start: tuple[Course, Assignment, Path]) -> None:
    course, assignment, file = start
    typed = re.sub(r'("of":\[)-?\d+\.\d+', r"\g<1>7.125", file.read_text(), count=1)
    assert "[7.125," in typed
    file.write_text(typed)
    assert "[7.125," not in built(course, assignment).decode()
