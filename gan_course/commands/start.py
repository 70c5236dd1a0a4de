"""``gan-course start``: begin an assignment, or bring one exercise of it back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_course.commands import GOOD
from gan_course.shipped import Assignment, find, the_assignments

if TYPE_CHECKING:
    from gan_course.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "start",
        help="copy an assignment to a folder of yours, or find where you left off",
        description="Copy an assignment, never over your work. A release that has changed since comes beside "
        "it, with your answers in it. With --fresh one exercise's cell becomes as it was; your text is kept.",
    )
    parser.add_argument("assignment", nargs="?", help="its name or number (default: where you left off)")
    parser.add_argument("directory", nargs="?", default=".", help="where to put it (default: here)")
    parser.add_argument("--fresh", metavar="EXERCISE", help="bring the cell of one exercise back")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Copy, or bring back, and say where the notebook is."""
    directory = Path(options.directory)
    if options.fresh:
        return _fresh(options.fresh, directory, options.assignment)
    from gan_course.work.begin import begin

    assignment = find(options.assignment) if options.assignment else _next(directory)
    begun = begin(assignment, directory)
    print(f"{'ready' if begun.copied else 'already there, left as it is'}: {begun.notebook}")
    if begun.newer:
        print(f"the release has changed since you began; the new one lies beside it: {begun.newer}")
        print(*(f"  - {line}" for line in begun.changes), sep="\n")
        print("  your answers are in it; cells of your own are not. Go on in whichever you like.")
    print(f'open it with: jupyter lab "{begun.notebook}"')
    return GOOD


def _next(directory: Path) -> Assignment:
    """Return the assignment where a student left off; the one after it where its last check was all green."""
    from gan_course.work.checked import last_check
    from gan_course.work.places import left_off, started

    latest = left_off(directory)
    course = the_assignments()
    if latest is None:
        return course[0]
    checked = last_check(started(directory)[latest])
    place = course.index(latest)
    done = checked is not None and checked.all_well and not checked.outdated
    return course[min(place + done, len(course) - 1)]


def _fresh(exercise: str, directory: Path, assignment: str | None) -> int:
    from gan_course.work.fresh import bring_back, whose

    meant = find(assignment) if assignment else None
    notebook = whose(exercise, directory, meant)
    shipped = find(notebook.parent.name).notebook
    kept = bring_back(notebook, exercise, shipped)
    print(f"{exercise} is as it was in {notebook}")
    print(f"your text is kept in {kept}")
    print("if the notebook is open in JupyterLab: File, Reload Notebook from Disk")
    return GOOD
