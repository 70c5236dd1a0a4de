"""``gan-grade init``: a class of one's own beside the course."""

from __future__ import annotations

import argparse
from pathlib import Path

from gan_grading.commands.arguments import add_course
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "init",
        help="make a class folder, or bring one up to date",
        description="Make a folder for one class: class.toml (assignments, due dates, what lateness costs), "
        "roster.csv, nbgrader_config.py. Run it again, as `gan-grade init .`, after a change in these files "
        "or after installing a new version: it brings the gradebook up to date, says what has changed, and "
        "leaves what you have edited. Example: gan-grade init gan-2030 --assignment 00_start_here",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the class lies")
    parser.add_argument(
        "--assignment",
        action="append",
        default=[],
        metavar="NAME",
        help="only this one, in a new class (may be repeated; default: all of the course)",
    )
    add_course(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make or update the class and tell what was done.

    Returns:
        0.
    """
    from gan_grading.nbgrader.directory import class_term
    from gan_grading.term.begin import begin
    from gan_grading.term.gradebook import bring_up_to_date

    begun = begin(arguments.folder, find_course(), arguments.assignment)
    lines = [*begun.lines, *bring_up_to_date(class_term(begun.folder))]
    for line in lines or ["everything is up to date"]:
        print(line)
    return 0
