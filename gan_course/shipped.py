"""The assignments that came with the library.

In an installed wheel they are package data in ``gan_course/notebooks``; in a checkout they are the
repository's ``course`` folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from gan_course.errors import GanCourseError, unknown_name

METADATA = "gan_course"  # the name under which a released notebook carries what is the course's own

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


def the_assignments() -> list[Assignment]:
    """Return the library's own assignments.

    Raises:
        GanCourseError: If there are none.
    """
    there = assignments()
    if not there:
        raise GanCourseError(
            "no assignments came with this installation: run 'gan-course doctor' to see why."
        )
    return there


def find(name: str, folder: Path | None = None) -> Assignment:
    """Return an assignment by its name, its number, the rest of its name or its notebook.

    Args:
        name: Such as ``03_minimax``, ``03``, ``3`` or ``minimax``; a slash at its end (a shell's completion
            puts it there) and capital letters do not matter.
        folder: Where to look; where the library's own are if left out.

    Raises:
        UnknownNameError: If there is no such assignment; the message lists those there are.
    """
    there = assignments(folder)
    word = name.strip().rstrip("/\\").lower()
    for assignment in there:
        number, _, rest = assignment.name.partition("_")
        if word in (assignment.name, number, number.lstrip("0") or "0", rest, assignment.notebook.stem):
            return assignment
    raise unknown_name("assignment", name, [a.name for a in there])
