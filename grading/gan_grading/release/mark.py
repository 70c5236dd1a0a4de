"""The mark of a release: which version of an assignment a notebook was handed out in.

nbgrader's checksum, which every cell it knows carries, covers the cell's text, kind, role and points. The
version is a digest of all of them, so it changes with what is graded and with nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from gan_course.shipped import METADATA
from gan_grading.release.source import grade_id, is_by_hand, is_test

RELEASE = "release"
DIGITS = 12
MOST_EXERCISES, LONGEST = 200, 100


@dataclass(frozen=True)
class Mark:
    """What a released notebook says of itself.

    Attributes:
        version: digest of the cells that grading knows.
        points: what each exercise was worth.
    """

    version: str
    points: Mapping[str, float] = field(default_factory=dict)


def mark_of(released: NotebookNode) -> Mark:
    """Return the mark of a student's notebook.

    Args:
        released: as :func:`gan_grading.release.student.student_notebook` makes it, with its checksums.
    """
    known = [cell for cell in released.cells if grade_id(cell)]
    lines = [f"{grade_id(cell)} {cell.metadata.nbgrader.get('checksum', '')}" for cell in known]
    version = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]
    tests = [cell for cell in known if is_test(cell) or is_by_hand(cell)]
    points = {grade_id(cell).removeprefix("test_"): cell.metadata.nbgrader.get("points", 0) for cell in tests}
    return Mark(version, points)


def stamp(released: NotebookNode) -> None:
    """Write the mark into a notebook's metadata, beside what else the course keeps there."""
    released.metadata.setdefault(METADATA, {}).update(as_metadata(mark_of(released))[METADATA])


def as_metadata(mark: Mark | None) -> dict[str, Any]:
    """Return a mark as a notebook's metadata; nothing for none."""
    if mark is None:
        return {}
    return {METADATA: {RELEASE: {"version": mark.version, "points": dict(mark.points)}}}


def read_mark(metadata: Any) -> Mark | None:
    """Return the mark in a submitted notebook's metadata, which may hold anything, if there is a good one."""
    own = metadata.get(METADATA) if isinstance(metadata, Mapping) else None
    given = own.get(RELEASE) if isinstance(own, Mapping) else None
    version = given.get("version") if isinstance(given, Mapping) else None
    points = given.get("points") if isinstance(given, Mapping) else None
    if not isinstance(version, str) or len(version) != DIGITS or not version.isalnum():
        return None
    if not isinstance(points, Mapping) or len(points) > MOST_EXERCISES:
        return None
    is_plain = all(
        isinstance(name, str) and len(name) <= LONGEST and _is_number(worth) for name, worth in points.items()
    )
    return Mark(version, dict(points)) if is_plain and version.isascii() else None


def _is_number(given: Any) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e9
