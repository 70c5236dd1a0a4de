"""``gan-grade new-exercise``: begin an exercise with its cells, key and bank."""

from __future__ import annotations

import argparse

from gan_grading.commands.arguments import add_class
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course
from gan_grading.term.classfile import OWN
from gan_grading.term.place import class_at_hand


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "new-exercise",
        help="begin an exercise: cells, key and bank file",
        description="Add three cells to an assignment's percent source, and write the exercise's key and "
        "bank file. In a class folder, a new assignment begins with its first exercise. "
        "Example: gan-grade new-exercise 20_mine shift. "
        "`gan-grade selfcheck ASSIGNMENT --exercise NAME` then says what is missing.",
    )
    parser.add_argument("assignment", metavar="ASSIGNMENT", help="such as 05_wasserstein")
    parser.add_argument("exercise", metavar="NAME", help="the name that an answer defines")
    parser.add_argument("--after", default="", metavar="EXERCISE", help="the exercise it follows")
    add_class(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them.

    Returns:
        0.
    """
    from gan_grading.scaffold import begin_assignment, begin_exercise

    course, class_folder = find_course(), class_at_hand()
    if class_folder and arguments.assignment not in {each.name for each in course.assignments}:
        begin_assignment(class_folder / OWN, arguments.assignment)
        course = find_course()
    assignment = course.assignment(arguments.assignment)
    begun = begin_exercise(course, assignment, arguments.exercise, arguments.after)
    for file, what in ((begun.source, "cells"), (begun.key, "key"), (begun.bank, "answers")):
        print(f"{course.relative(file)}: {what}")
    command = f"gan-grade selfcheck {assignment.name} --exercise {arguments.exercise}"
    print(f"next: fill in every TODO, then {command}")
    return 0
