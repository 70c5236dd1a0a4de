"""The assignments that came with the library, and copying one to where a student works on it.

In an installed wheel they are package data in ``gan_course/notebooks``; in a checkout they are the
repository's ``course`` folder.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gan_course.errors import AssignmentError, unknown_name

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Assignment:
    """One released assignment.

    Attributes:
        name: Its folder's name, such as ``03_minimax``.
        folder: Where it was shipped.
        notebook: The notebook in it.
    """

    name: str
    folder: Path
    notebook: Path

    @property
    def title(self) -> str:
        """The notebook's first heading; the name if it has none."""
        try:
            cells = json.loads(self.notebook.read_text(encoding="utf-8"))["cells"]
        except (OSError, ValueError, KeyError, TypeError):
            return self.name
        for cell in cells:
            for line in "".join(cell.get("source", [])).splitlines():
                if cell.get("cell_type") == "markdown" and line.startswith("# "):
                    return line[2:].strip()
        return self.name


def notebooks_folder() -> Path | None:
    """Return the folder that holds the released assignments; None if there is none."""
    for folder in (_PACKAGE / "notebooks", _PACKAGE.parent / "course"):
        if folder.is_dir():
            return folder
    return None


def assignments(folder: Path | None = None) -> list[Assignment]:
    """Return the released assignments, in the order of the course.

    Args:
        folder: Where to look; where the library's own are if left out.
    """
    home = folder or notebooks_folder()
    if home is None:
        return []
    found = []
    for place in sorted(p for p in home.iterdir() if p.is_dir()):
        notebooks = sorted(place.glob("*.ipynb"))
        if notebooks:
            found.append(Assignment(place.name, place, notebooks[0]))
    return found


def find(name: str, folder: Path | None = None) -> Assignment:
    """Return an assignment by its name, its number or the rest of its name.

    Args:
        name: Such as ``03_minimax``, ``03`` or ``minimax``.
        folder: Where to look; where the library's own are if left out.

    Raises:
        UnknownNameError: If there is no such assignment; the message lists those there are.
    """
    there = assignments(folder)
    for assignment in there:
        number, _, word = assignment.name.partition("_")
        if name in (assignment.name, number, word):
            return assignment
    raise unknown_name("assignment", name, [a.name for a in there])


def start(assignment: Assignment, directory: Path) -> tuple[Path, bool]:
    """Copy an assignment into a folder, never over something that is there.

    The copy is made beside its place and moved there in one step, so it is whole or absent.

    Args:
        assignment: What to copy.
        directory: Where to put it; the assignment gets a folder of its own in it.

    Returns:
        The path of the student's notebook, and whether it was copied now (False: it was there).

    Raises:
        AssignmentError: If the place cannot be written, or holds something else.
    """
    target = directory / assignment.name
    notebook = target / assignment.notebook.name
    if notebook.is_file():
        return notebook, False
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise AssignmentError(f"{str(target)!r} is there but holds no {notebook.name}: give another folder.")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=directory, prefix=f".{assignment.name}.") as scratch:
            copy = Path(scratch) / assignment.name
            shutil.copytree(assignment.folder, copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
            os.rename(copy, target)
    except OSError as error:
        raise AssignmentError(
            f"{str(target)!r} cannot be written ({error.strerror}): give a folder of your own."
        ) from error
    return notebook, True
