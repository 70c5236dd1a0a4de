"""Bring one exercise's cell back as the release has it; the student's text is kept in a dated copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from gan_course.errors import AssignmentError, unknown_name
from gan_course.shipped import Assignment
from gan_course.work.begin import release_of
from gan_course.work.notebook import Notebook, source, write_whole
from gan_course.work.places import started


def whose(exercise: str, directory: Path, assignment: Assignment | None) -> Path:
    """Return the notebook in a folder that holds an exercise.

    Args:
        exercise: Its name, such as ``discriminator_loss``.
        directory: Where the assignments lie.
        assignment: The one that is meant; all that are begun if left out.

    Raises:
        UnknownNameError: If none has it.
        AssignmentError: If several have it.
    """
    there = {a: path for a, path in started(directory).items() if assignment in (None, a)}
    if not there:
        raise AssignmentError(f"nothing is begun in {str(directory)!r}: run this where your assignments lie.")
    answers = {path: Notebook.read(path).answers for path in there.values()}
    holders = [path for path in answers if exercise in answers[path]]
    if not holders:
        raise unknown_name("exercise", exercise, {name for names in answers.values() for name in names})
    if len(holders) > 1:
        names = " and ".join(path.parent.name for path in holders)
        raise AssignmentError(f"{exercise!r} is in {names}: name the assignment after it.")
    return holders[0]


def bring_back(path: Path, exercise: str, shipped: Path) -> Path:
    """Put an exercise's released cell in the place of the student's.

    Args:
        path: The student's notebook.
        exercise: The exercise, one that the notebook holds.
        shipped: The released notebook of the library, where the one begun from is not known.

    Returns:
        The file that keeps the student's text.
    """
    notebook = Notebook.read(path)
    release = release_of(path) or Notebook.read(shipped)
    if exercise not in release.answers:
        raise AssignmentError(f"{exercise!r} is not in the release that came with the library: update it.")
    cell = notebook.answers[exercise]
    kept = path.parent / "kept" / f"{exercise}-{datetime.now():%Y-%m-%d-%H%M%S}.py"
    write_whole(kept, (source(cell).rstrip() + "\n").encode())
    cell["source"] = release.answers[exercise]["source"]
    cell["outputs"], cell["execution_count"] = [], None
    write_whole(path, notebook.text().encode())
    return kept
