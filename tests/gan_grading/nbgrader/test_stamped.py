"""``nbgrader generate_assignment`` hands out what ``gan-grade release`` does."""

from __future__ import annotations

from copy import deepcopy

from gan_course.shipped import METADATA
from gan_grading.course import find_course
from gan_grading.nbgrader.stamped import StampRelease
from gan_grading.release.source import from_bytes


def test_records_and_mark_are_those_of_the_release() -> None:
    """Without the records, checks in a notebook on a student's machine find nothing to compare with."""
    released = from_bytes(find_course().assignment("00_start_here").released.read_bytes())
    bare = deepcopy(released)
    del bare.metadata[METADATA]
    stamped, _ = StampRelease().preprocess(bare, {"nbgrader": {"assignment": "00_start_here"}})
    assert stamped == released
    assert set(stamped.metadata[METADATA]) == {"assignment", "records", "release"}
