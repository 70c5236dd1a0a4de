"""``gan-grade regrade``: grade a class again, after a key was mended or points have changed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_assignment, add_class, add_consent, add_workers
from gan_grading.commands.consent import is_agreed
from gan_grading.commands.types import Subparsers
from gan_grading.course import Assignment, find_course

if TYPE_CHECKING:
    from gan_grading.classroom.options import Options
    from gan_grading.nbgrader.regrade import Regraded


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "regrade",
        help="grade a class again and show whose points change before they do",
        description="Grade every graded submission again with the seed it had before and the keys as they "
        "are now, list whose points change, and ask before anything is written. Scores given by hand stay. "
        "Exits with 1 if changes were found and not written. "
        "Example: gan-grade regrade 03_minimax --dry-run",
    )
    add_assignment(parser)
    add_class(parser)
    add_workers(parser)
    add_consent(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade again, show, ask, write.

    Returns:
        0 if nothing changed or the changes were written, else 1.
    """
    from gan_grading.classroom.options import Options

    options = Options(tuple(arguments.students), arguments.jobs, arguments.cluster)
    return regrade(find_course().assignment(arguments.assignment), arguments, options)


def regrade(assignment: Assignment, arguments: argparse.Namespace, options: Options) -> int:
    """Grade a class again.

    Args:
        assignment: the assignment.
        arguments: ``yes`` and ``dry_run``.
        options: whose submissions, and where they are graded.

    Returns:
        0 if nothing changed or the changes were written, else 1.
    """
    from gan_grading.appeals.judge import contradicted
    from gan_grading.classroom.regrade import grade_again
    from gan_grading.nbgrader.application import nbgrader_app
    from gan_grading.nbgrader.directory import open_gradebook
    from gan_grading.nbgrader.engine import grading_mode
    from gan_grading.nbgrader.folders import BANK
    from gan_grading.nbgrader.lock import only_run
    from gan_grading.nbgrader.regrade import RegradeError, write_back
    from gan_grading.reports.collect import collect
    from gan_grading.selfcheck.bank import read_bank

    mode = grading_mode()
    if mode == "in-kernel":
        raise RegradeError("GAN_GRADING_MODE=in-kernel", "a class is graded again by the engine", "unset it")
    app = nbgrader_app(assignment.name)
    coursedir = app.coursedir
    with open_gradebook(coursedir) as gradebook:
        grades = collect(gradebook, coursedir, assignment)
    bank = Path(coursedir.root) / BANK
    rulings = read_bank(bank, assignment.name, [exercise.id for exercise in assignment.exercises])
    for line in contradicted(assignment, rulings, mode == "no-sandbox"):
        print(f"the grader still contradicts a ruling: {line}")
    again = list(grade_again(coursedir, grades, assignment, mode == "no-sandbox", options, print))
    found = sorted((each for each in again if each.changes), key=lambda each: each.student)
    _tell(found, len(again))
    if not found:
        return 0
    if not is_agreed(arguments, f"write {len(found)} submissions"):
        return 1
    with only_run(Path(coursedir.root)):
        write_back(coursedir, app.config, assignment, found, print)
    print(f"now run nbgrader generate_feedback {assignment.name} --force")
    return 0


def _tell(found: list[Regraded], count: int) -> None:
    points = [change for each in found for change in each.changes if change.changes_points]
    words = sum(len(each.changes) for each in found) - len(points)
    for change in points:
        print(change)
    print(f"{count} submissions graded again: {len(points)} scores change", end="")
    print(f", {words} verdicts say something else for the same points" if words else "")
