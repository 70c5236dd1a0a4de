"""Begin an assignment: copy the release, never over a student's work; bring a changed release beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gan_course.errors import AssignmentError
from gan_course.shipped import Assignment
from gan_course.work.changes import changes
from gan_course.work.notebook import Notebook, is_written, write_whole
from gan_course.work.places import STATE

RELEASE = "release.json"  # not .ipynb: a check looks through the notebooks of its folder


@dataclass(frozen=True)
class Begun:
    """What beginning an assignment came to.

    Attributes:
        notebook: The student's notebook.
        copied: Whether it was copied now; it was there else, and is as it was.
        newer: A changed release that lies beside it; None if the release has not changed.
        changes: What has changed in it, a line each.
    """

    notebook: Path
    copied: bool
    newer: Path | None = None
    changes: tuple[str, ...] = ()


def begin(assignment: Assignment, directory: Path) -> Begun:
    """Copy an assignment into a folder, never over something that is there.

    The copy is made beside its place and moved there in one step, so it is whole or absent.

    Args:
        assignment: What to copy.
        directory: Where to put it; the assignment gets a folder of its own in it.

    Raises:
        AssignmentError: If the place cannot be written, or holds something else.
    """
    target = directory / assignment.name
    notebook = target / assignment.notebook.name
    if notebook.is_file():
        newer, changed = _beside(assignment, notebook)
        return Begun(notebook, False, newer, changed)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise AssignmentError(f"{str(target)!r} is there but holds no {notebook.name}: give another folder.")
    _copy(assignment, target)
    return Begun(notebook, True)


def release_of(notebook: Path) -> Notebook | None:
    """Return the release that a student's notebook was begun from; None where that is not known."""
    kept = notebook.parent / STATE / RELEASE
    return Notebook.read(kept) if kept.is_file() else None


def is_outdated(assignment: Assignment, notebook: Path) -> bool:
    """Tell whether a student's notebook was begun from another release than the library's."""
    old = release_of(notebook)
    return old is not None and old.raw != assignment.notebook.read_bytes()


def _copy(assignment: Assignment, target: Path, answers: Notebook | None = None) -> None:
    """Copy a release to a place where nothing is, with answers put into it."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{assignment.name}.") as scratch:
            copy = Path(scratch) / assignment.name
            shutil.copytree(assignment.folder, copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
            state = copy / STATE
            state.mkdir()
            shutil.copyfile(assignment.notebook, state / RELEASE)
            if answers is not None:
                _carry_over(answers, copy / assignment.notebook.name)
            os.rename(copy, target)
    except OSError as error:
        raise AssignmentError(
            f"{str(target)!r} cannot be written ({error.strerror}): give a folder of your own."
        ) from error


def _beside(assignment: Assignment, notebook: Path) -> tuple[Path | None, tuple[str, ...]]:
    """Bring a changed release beside a student's notebook, with the student's answers in it."""
    if not is_outdated(assignment, notebook):
        return None, ()
    old, new = release_of(notebook), Notebook.read(assignment.notebook)
    assert old is not None
    name = f"new-release-{hashlib.sha256(new.raw).hexdigest()[:6]}"
    place = notebook.parent / name
    if not place.exists():
        _copy(assignment, place, answers=Notebook.read(notebook))
    return place / assignment.notebook.name, tuple(changes(old, new))


def _carry_over(mine: Notebook, path: Path) -> None:
    """Put the answers that are written into another notebook."""
    release = release_of(mine.path)
    new = Notebook.read(path)
    written = [e for e in mine.answers if release is None or is_written(mine, e, release)]
    for exercise in written:
        if exercise in new.answers:
            new.answers[exercise]["source"] = mine.answers[exercise]["source"]
    write_whole(path, new.text().encode())
