"""``gan-grade migrate``: bring a gradebook to an assignment whose exercises or points have changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from gan_grading.commands.arguments import add_assignment, add_class, add_consent
from gan_grading.commands.consent import is_agreed
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "migrate",
        help="bring a class's gradebook to exercises or points that changed after release",
        description="Compare the gradebook with the source of an assignment: exercises that were added or "
        "dropped, points and texts that changed. Shows what scores would go, asks, and changes the gradebook "
        "in one step. Exits with 1 if changes were found and not made. "
        "Example: gan-grade migrate 03_minimax --dry-run",
    )
    add_assignment(parser)
    add_class(parser)
    add_consent(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show what changes, ask, change it.

    Returns:
        0 if nothing is to be changed or it was, else 1.
    """
    from gan_grading.nbgrader.application import nbgrader_app
    from gan_grading.nbgrader.directory import open_gradebook
    from gan_grading.nbgrader.lock import only_run
    from gan_grading.nbgrader.migrate import migrate

    assignment = find_course().assignment(arguments.assignment)
    app = nbgrader_app(assignment.name)
    config, coursedir = app.config, app.coursedir
    with open_gradebook(coursedir) as gradebook:
        found = migrate(gradebook, assignment, config, is_dry=True)
        if found.is_empty:
            print(f"the gradebook holds {assignment.name} as its source is")
            return 0
        print(*found.lines(), sep="\n")
        if not is_agreed(arguments, f"change the gradebook's {assignment.name}"):
            return 1
        with only_run(Path(coursedir.root)):
            migrate(gradebook, assignment, config, is_dry=False)
    print(f"the gradebook now holds {assignment.name} as its source is")
    if found.added or found.worth:
        print(f"scores were given before that: run gan-grade regrade {assignment.name}")
    return 0
