"""Where a student's notebooks lie, and which one is meant."""

from __future__ import annotations

from pathlib import Path

from gan_course.errors import AssignmentError, UnknownNameError
from gan_course.shipped import Assignment, find, the_assignments

STATE = ".gan-course"


def started(directory: Path) -> dict[Assignment, Path]:
    """Return the assignments whose notebook lies in a folder, in the course's order."""
    places = {a: directory / a.name / a.notebook.name for a in the_assignments()}
    return {assignment: path for assignment, path in places.items() if path.is_file()}


def left_off(directory: Path) -> Assignment | None:
    """Return the assignment whose notebook was saved last; None if none is begun."""
    there = started(directory)
    return max(there, key=lambda assignment: there[assignment].stat().st_mtime, default=None)


def notebook_meant(word: str | None, directory: Path) -> Path:
    """Return the notebook that a student means.

    Args:
        word: A notebook, its folder, an assignment's name or number; None for the one in the folder, or the
            one where they left off.
        directory: The working folder.

    Raises:
        AssignmentError: If there is none; the message says how to begin it.
    """
    if word is None:
        here = _in_folder(directory)
        latest = left_off(directory)
        if here is None and latest is None:
            raise AssignmentError(
                "no notebook of the course is begun here: run 'gan-course start', or give a notebook's path."
            )
        return here or directory / latest.name / latest.notebook.name  # type: ignore[union-attr]
    given = directory / word
    if given.is_file():
        return given
    in_folder = _in_folder(given) if given.is_dir() else None
    if in_folder:
        return in_folder
    try:
        assignment = find(word)
    except UnknownNameError as error:
        if word.endswith(".ipynb") or "/" in word.strip("/"):
            raise AssignmentError(f"{word!r} is not there: give the path of a notebook of yours.") from error
        raise
    for place in (directory / assignment.name, directory):
        if (place / assignment.notebook.name).is_file():
            return place / assignment.notebook.name
    raise AssignmentError(
        f"{assignment.name} is not begun here: run 'gan-course start {assignment.name}', or give a path."
    )


def _in_folder(folder: Path) -> Path | None:
    """Return the course's notebook that lies in a folder, by its file's name."""
    names = {assignment.notebook.name for assignment in the_assignments()}
    found = [path for path in sorted(folder.glob("*.ipynb")) if path.name in names]
    return found[0] if len(found) == 1 else None
