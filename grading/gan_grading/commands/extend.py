"""``gan-grade extend``: more time for one student."""

from __future__ import annotations

import argparse
from datetime import datetime

from gan_grading.commands.arguments import add_assignment, add_class
from gan_grading.commands.types import Subparsers
from gan_grading.errors import GradingError


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "extend",
        help="give one student more time",
        description="Note in extensions.csv until when a student may hand in, and set the penalty of what is "
        "graded already. Example: gan-grade extend ada 03_minimax '2030-10-15 23:59'",
    )
    parser.add_argument("student", metavar="STUDENT", help="the id in roster.csv")
    add_assignment(parser)
    parser.add_argument("until", metavar="UNTIL", help="in the class's time zone, unless it names one")
    add_class(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Note the extension and tell what it changes.

    Returns:
        0.
    """
    from gan_grading.nbgrader.directory import class_term
    from gan_grading.term.classfile import ClassError
    from gan_grading.term.gradebook import bring_up_to_date, write_extension
    from gan_grading.term.roster import read_roster

    term = class_term()
    if arguments.student not in {each.id for each in read_roster(term.folder)}:
        raise ClassError(
            f"student {arguments.student!r}", "an extension is for somebody in roster.csv", "correct it"
        )
    planned = term.assignments.get(arguments.assignment)
    if planned is None or planned.due is None:
        raise ClassError(
            f"assignment {arguments.assignment!r}", "it has no due date in class.toml", "give it one"
        )
    try:
        until = term.in_utc(datetime.fromisoformat(arguments.until))
    except ValueError as error:
        raise GradingError(
            arguments.until, "a time is written like 2030-10-15 23:59", "correct it"
        ) from error
    write_extension(term, arguments.student, arguments.assignment, until)
    print(f"{arguments.student} may hand in {arguments.assignment} until {term.shown(until)}")
    for line in bring_up_to_date(term):
        print(line)
    return 0
