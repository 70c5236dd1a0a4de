"""``gan-grade export``: grades and feedback in the form a learning platform takes."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from gan_grading.commands.arguments import add_class
from gan_grading.commands.types import Subparsers

EXPORTERS = {
    "csv": "gan_grading.nbgrader.export.HonestCsvExport",
    "moodle": "gan_grading.lms.export.MoodleExport",
    "canvas": "gan_grading.lms.export.CanvasExport",
}


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "export",
        help="write grades, and feedback, for Moodle or Canvas",
        description="Write the table of grades that a platform imports: `nbgrader export` with an exporter "
        "of this package. A submission that is not graded has no score in it, never a zero; it is listed, "
        "and the exit code is 1. Example: gan-grade export --to moodle --assignment 03_minimax "
        "--feedback minimax-feedback.zip",
    )
    parser.add_argument("--to", choices=tuple(EXPORTERS), default="csv", help="the form (default: csv)")
    parser.add_argument(
        "--assignment",
        action="append",
        default=[],
        metavar="NAME",
        help="only this one (may be repeated; default: all that are released)",
    )
    parser.add_argument("--exercises", action="store_true", help="a column for each exercise too")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the table (default: grades-FORM.csv)")
    parser.add_argument(
        "--feedback",
        type=Path,
        metavar="ZIP",
        help="also pack the feedback of one assignment, to be uploaded",
    )
    add_class(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the files.

    Returns:
        0, or 1 if some submission has no score, or there is no feedback to pack.
    """
    from gan_grading.nbgrader.directory import class_term
    from gan_grading.term.classfile import ClassError
    from gan_grading.term.gradebook import bring_up_to_date

    if arguments.to == "csv" and (arguments.exercises or arguments.feedback):
        given = "--exercises" if arguments.exercises else "--feedback"
        raise ClassError(
            f"{given} with --to csv", "it is of a platform's form", "add --to moodle or --to canvas"
        )
    if arguments.feedback and len(arguments.assignment) != 1:
        raise ClassError("--feedback", "platforms take the files of one assignment", "add --assignment NAME")
    term = class_term()
    for line in bring_up_to_date(term):
        print(line)
    target = (arguments.out or term.folder / f"grades-{arguments.to}.csv").resolve()
    command = [
        sys.executable,
        "-m",
        "nbgrader",
        "export",
        f"--exporter={EXPORTERS[arguments.to]}",
        f"--to={target}",
    ]
    command += [f"--ExportPlugin.assignment={name}" for name in arguments.assignment]
    command += ["--PlatformExport.exercises=True"] if arguments.exercises else []
    code = subprocess.run([*command, "--log-level=WARN"], cwd=term.folder, check=False).returncode
    if target.is_file():
        print(target)
    return max(code, _pack(arguments, term)) if arguments.feedback else code


def _pack(arguments: argparse.Namespace, term: object) -> int:
    from gan_grading.lms.feedback import pack_feedback
    from gan_grading.term.classfile import Term

    assert isinstance(term, Term)
    (name,) = arguments.assignment
    packed = pack_feedback(term, name, arguments.to, arguments.feedback.resolve())
    print(f"{arguments.feedback}: feedback for {len(packed.students)} students")
    for student in packed.without:
        print(f"gan-grade: {student}: was not collected from {arguments.to}, so not in it", file=sys.stderr)
    if not packed.students:
        print(f"gan-grade: no feedback of {name}: run nbgrader generate_feedback {name}", file=sys.stderr)
    return 0 if packed.students else 1
