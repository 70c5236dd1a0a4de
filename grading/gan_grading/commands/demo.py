"""``gan-grade demo``: grade a sample class and show the reports."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gan_grading.commands.arguments import add_course
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "demo",
        help="grade a sample class and show the reports",
        description="Make a dozen submissions of 03_minimax from the bank, grade them with nbgrader, print "
        "the table and write the class report. Exits with 1 if a submission does not get the points it must. "
        "Example: gan-grade demo --folder build/sample",
    )
    add_course(parser)
    parser.add_argument(
        "--folder",
        type=Path,
        metavar="DIR",
        help="where the class is put (default: build/demo of the course)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade the sample class.

    Returns:
        0 if every submission got the points it must, else 1.
    """
    from gan_grading.demo.run import run_demo

    course = find_course()
    folder = (arguments.folder or course.root / "build" / "demo").resolve()
    differences = run_demo(course, folder)
    for line in differences:
        print(line, file=sys.stderr)
    return 1 if differences else 0
