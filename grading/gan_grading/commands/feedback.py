"""``gan-grade feedback``: make the pages of a graded class on all cores, or on a cluster."""

from __future__ import annotations

import argparse

from gan_grading.commands.arguments import add_assignment, add_class, add_workers
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "feedback",
        help="make a graded class's feedback pages",
        description="Make the page of each graded submission, as nbgrader generate_feedback does, on many "
        "cores or machines. Pages whose grades and comments have not changed are left. Exits with 1 if "
        "somebody who handed in has no page. "
        "Example: gan-grade feedback 03_minimax",
    )
    add_assignment(parser)
    add_workers(parser)
    parser.add_argument("--force", action="store_true", help="make unchanged pages too")
    add_class(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make a class's feedback.

    Returns:
        0, or 1 if somebody has no page; those are the last lines.
    """
    from gan_grading.classroom.feedback import make_feedback
    from gan_grading.classroom.options import Options

    assignment = find_course().assignment(arguments.assignment)
    options = Options(tuple(arguments.students), arguments.jobs, arguments.cluster, arguments.force)
    summary = make_feedback(assignment, options)
    print(f"{len(summary.made):6d}  made\n{len(summary.skipped):6d}  left, unchanged")
    print(f"{len(summary.waiting):6d}  without feedback")
    for each in summary.waiting:
        print(each)
    return 1 if summary.waiting else 0
