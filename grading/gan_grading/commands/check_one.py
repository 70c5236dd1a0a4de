"""``gan-grade check-one``: grade one notebook file without a database, and print the verdict."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_class
from gan_grading.commands.types import Subparsers
from gan_grading.course import Course, find_course
from gan_grading.errors import SubmissionError, UnknownAssignmentError

if TYPE_CHECKING:
    from gan_grading.engine import Result


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "check-one",
        help="grade one notebook file and print the verdict",
        description="Grade one notebook in the sandbox, without a database. Exits with 0 whatever the "
        "points, with 1 if an exercise is ungraded (a fault of the grader), with 2 for bad input. "
        "Example: gan-grade check-one minimax.ipynb --json",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the submitted notebook")
    parser.add_argument(
        "--assignment", metavar="NAME", help="such as 03_minimax (default: told from the file's name)"
    )
    add_class(parser)
    parser.add_argument("--json", action="store_true", help="print the whole result as JSON")
    parser.add_argument("--seed", type=int, metavar="N", help="base of the hidden seeds (default: drawn)")
    parser.add_argument(
        "--no-sandbox",
        action="store_true",
        help="run the student's code unprotected: for your own files",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade and print.

    Returns:
        0, or 1 if some exercise is ungraded.
    """
    course = find_course()
    if not arguments.file.is_file():
        raise SubmissionError(str(arguments.file), "a submission is a notebook file", "give the path of one")
    name = arguments.assignment or assignment_of(arguments.file, course)
    from gan_grading.engine import grade

    assignment = course.assignment(name)
    result = grade(arguments.file, assignment, seed=arguments.seed, no_sandbox=arguments.no_sandbox)
    if arguments.json:
        print(json.dumps(result.to_json(), indent=2, ensure_ascii=False))
    else:
        print(as_text(result))
        for exercise in (each for each in assignment.exercises if each.kind == "by_hand"):
            print(f"{exercise.id}: {exercise.points:g} more points are given by a person")
    return 1 if result.status == "ungraded" else 0


def assignment_of(file: Path, course: Course) -> str:
    """Tell the assignment from a file's name or folder.

    Raises:
        UnknownAssignmentError: if neither names one.
    """
    for assignment in course.assignments:
        if assignment.name in file.resolve().parts or file.stem == assignment.released.stem:
            return assignment.name
    known = ", ".join(assignment.name for assignment in course.assignments) or "none yet"
    raise UnknownAssignmentError(
        f"{file}: no assignment goes by that file or folder name",
        f"the course holds {known}",
        "name it with --assignment",
    )


def as_text(result: Result) -> str:
    """Return a result for the terminal."""
    from gan_grading.reports.feedback import result_text

    blocks = [result_text(exercise) for exercise in result.exercises]
    held = f" ({'; '.join(result.sandbox.layers)})" if result.sandbox.layers else ""
    lines = [f"note: {notice}" for notice in result.notices]
    lines.append(f"sandbox: {result.sandbox.kind}{held}")
    lines.append(f"seed {result.seed}, {result.seconds:.1f} s")
    lines.append(f"{result.assignment}: {result.points:g} of {result.max_points:g} points")
    return "\n\n".join([*blocks, "\n".join(lines)])
