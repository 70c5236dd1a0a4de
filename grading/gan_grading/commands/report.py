"""``gan-grade report``: the class report of a graded assignment."""

from __future__ import annotations

import argparse
from pathlib import Path

from gan_grading.commands.arguments import add_course
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "report",
        help="show what a graded class understood and misunderstood",
        description="Read the graded notebooks of one assignment, print points per student and exercise, and "
        "write an HTML report with a bar per exercise and the misconceptions found.",
    )
    parser.add_argument("assignment", metavar="ASSIGNMENT", help="such as 03_minimax")
    add_course(parser)
    parser.add_argument(
        "--class",
        dest="class_folder",
        type=Path,
        metavar="DIR",
        help="folder that holds autograded/ (default: $GAN_COURSE_ROOT, else build/class of the course)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where the report goes (default: report.html there)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Report on one assignment.

    Returns:
        0, or 1 if some submission is not graded; those are the last lines.
    """
    from gan_grading.nbgrader.settings import class_folder
    from gan_grading.reports.collect import collect
    from gan_grading.reports.html import write_class_report
    from gan_grading.reports.table import class_table
    from gan_grading.shown import shown

    course = find_course(arguments.course)
    assignment = course.assignment(arguments.assignment)
    folder = arguments.class_folder or class_folder(course)
    graded = collect(folder / "autograded", assignment)
    print(class_table(graded))
    out = (arguments.out or folder / f"report-{assignment.name}.html").resolve()
    write_class_report(out, assignment.name, graded)
    print(f"\nclass report: {out}")
    handed_in = {path.parent.name for path in (folder / "submitted").glob(f"*/{assignment.name}")}
    reasons = dict.fromkeys(handed_in - {each.student for each in graded}, "no run has graded it")
    for each in graded:
        notes = [f"{r.exercise}: {shown(r.note)}" for r in each.results if r.points is None]
        if notes:
            reasons[each.student] = "; ".join(notes)
    for name in sorted(reasons):
        print(f"{shown(name)} is not graded, {reasons[name]}")
    return 1 if reasons else 0
