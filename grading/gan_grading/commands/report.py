"""``gan-grade report``: the class report of a graded assignment."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_assignment, add_class
from gan_grading.commands.types import Subparsers
from gan_grading.course import Assignment, find_course

if TYPE_CHECKING:
    from gan_grading.reports.grades import ClassGrades


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "report",
        help="show what a graded class understood and misunderstood",
        description="Read one assignment's grades from the gradebook, scores and comments given by hand and "
        "late penalties included. Prints points per student and exercise, and writes an HTML report with a "
        "bar per exercise and the misconceptions found, and the same points as CSV. Exits with 1 if a "
        "submission is not graded. Example: gan-grade report 03_minimax",
    )
    add_assignment(parser)
    add_class(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="where report.html, grades.csv and exercises.csv go (default: reports/ASSIGNMENT in the class)",
    )
    parser.add_argument(
        "--similar",
        action="store_true",
        help="also list submissions whose answers are nearly the same text, as hints to be read",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Report on one assignment.

    Returns:
        0, or 1 if some submission is not graded; those are the last lines.
    """
    from gan_grading.nbgrader.directory import class_directory, open_gradebook
    from gan_grading.nbgrader.folders import reports_folder
    from gan_grading.reports.collect import collect
    from gan_grading.reports.html import write_class_report
    from gan_grading.reports.sheets import write_sheets
    from gan_grading.reports.table import class_table
    from gan_grading.shown import shown

    assignment = find_course().assignment(arguments.assignment)
    coursedir = class_directory()
    with open_gradebook(coursedir) as gradebook:
        grades = collect(gradebook, coursedir, assignment)
    print(class_table(grades))
    folder = (arguments.out or reports_folder(coursedir) / assignment.name).resolve()
    page = folder / "report.html"
    write_class_report(page, grades)
    totals, exercises = write_sheets(folder, grades)
    print(f"\nclass report: {page}\ntotals: {totals}\npoints by exercise: {exercises}")
    print(f"graded by {'; '.join(grades.graded_by) or 'nobody yet'}")
    for notice in grades.notices:
        print(f"note: {shown(notice)}")
    if arguments.similar:
        print(*similar_lines(grades, assignment), sep="\n")
    missing = len(grades.students) - len(grades.handed_in)
    if missing:
        print(f"{missing} of {len(grades.students)} students handed nothing in")
    for each in grades.ungraded:
        print(f"{shown(each.student)} is not graded, {shown(each.reason)}")
    return 1 if grades.ungraded else 0


def similar_lines(grades: ClassGrades, assignment: Assignment) -> list[str]:
    """Return the hints at similar submissions for the terminal; they stand in no file that is handed on."""
    from gan_grading.reports.similar import TELLING, WARNING, find_similar
    from gan_grading.shown import shown

    found = find_similar(grades, assignment)
    if not found.groups:
        lines = [f"no two submissions share answers of {TELLING} letters or more that few others have"]
    else:
        lines = [f"similar submissions: {len(found.groups)}", *(f"  {shown(str(g))}" for g in found.groups)]
        lines.append(WARNING)
    lines += [
        f"  {exercise}: {count} of {len(grades.handed_in)} answers are alike, too many for a hint"
        for exercise, count in found.usual.items()
    ]
    return ["", *lines, ""]
