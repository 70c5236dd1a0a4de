"""``gan-grade release``: build, or check, the executed notebooks and the student release."""

from __future__ import annotations

import argparse
import sys

from gan_grading.commands.arguments import add_assignments, add_class
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "release",
        help="build the executed notebooks and the student release from the percent sources",
        description="Build solutions/*/*.ipynb (executed, outputs stored) and course/ from solutions/*/*.py. "
        "A notebook runs again only if one of its code cells changed; after a change in the library or in a "
        "probe that alters what cells print, add --execute. "
        "Example: gan-grade release 03_minimax",
    )
    add_assignments(parser)
    add_class(parser)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if anything differs")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--execute", action="store_true", help="run the notebooks even if no cell changed")
    how.add_argument("--no-execute", action="store_true", help="never run them; stop if one would have to")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Release or check the chosen assignments.

    Returns:
        0, or 1 if a source breaks a rule or a check found a difference.
    """
    from gan_grading.release.check import check, stray_files
    from gan_grading.release.pipeline import RefusedError, When, release

    course = find_course()
    chosen = course.worked_on(arguments.assignments)
    problems = stray_files(course) if arguments.check else []
    when: When = "always" if arguments.execute else "never" if arguments.no_execute else "changed"
    for assignment in chosen:
        if arguments.check:
            found = check(course, assignment, rerun=arguments.execute)
            problems += found
            print(f"{assignment.name}: {'differs' if found else 'as the source makes it'}")
            continue
        try:
            done = release(course, assignment, when)
        except RefusedError as refused:
            problems += refused.problems
            continue
        ran = f"ran in {done.execution}; " if done.execution else ""
        wrote = f"wrote {', '.join(done.written)}" if done.written else "nothing changed"
        print(f"{done.assignment}: {ran}{wrote}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0
