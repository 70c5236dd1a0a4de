"""``gan-course status``: how far every assignment in a folder is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_course.commands import GOOD
from gan_course.shipped import Assignment, the_assignments

if TYPE_CHECKING:
    from gan_course.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "status",
        help="how far every assignment is",
        description="What is written, and what 'gan-course check' last said. Nothing is run.",
    )
    parser.add_argument(
        "directory", nargs="?", default=".", help="where your assignments lie (default: here)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print a line an assignment."""
    from gan_course.work.places import started

    there = started(Path(options.directory))
    course = the_assignments()
    width = max(len(a.name) for a in course)
    for assignment in course:
        path = there.get(assignment)
        print(f"{assignment.name:<{width}}  {_line(assignment, path) if path else 'not begun'}")
    return GOOD


def _line(assignment: Assignment, path: Path) -> str:
    from gan_course.errors import AssignmentError
    from gan_course.work.begin import is_outdated, release_of
    from gan_course.work.checked import last_check
    from gan_course.work.notebook import Notebook, is_written
    from gan_course.work.sums import sum_of

    try:
        notebook = Notebook.read(path)
        release = release_of(path) or Notebook.read(assignment.notebook)
        newer = is_outdated(assignment, path)
    except AssignmentError as error:
        return str(error)
    written = sum(is_written(notebook, exercise, release) for exercise in notebook.answers)
    parts = [f"{written} of {len(notebook.answers)} answers written"]
    checked = last_check(path)
    if checked is None:
        parts.append("not checked yet")
    else:
        when = checked.at.astimezone().strftime("%d %b %H:%M")
        changed = ", its code has changed since" if checked.outdated else ""
        parts.append(f"{sum_of(checked.run.verdicts)} (checked {when}{changed})")
    if newer:
        parts.append(f"a changed release is there: gan-course start {assignment.name}")
    return "; ".join(parts)
