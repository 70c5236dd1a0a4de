"""The script ``gan-course``: look at the machine, list the assignments, start one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from gan_course import __version__
from gan_course.errors import GanCourseError

GOOD, NOT_READY, BAD_INPUT = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the script.

    Args:
        argv: The words after ``gan-course``; those of the process if left out.

    Returns:
        The exit code: 0 good, 1 the machine is not ready, 2 bad input.
    """
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except GanCourseError as error:
        print(f"gan-course: {error}", file=sys.stderr)
        return BAD_INPUT


class _OneLineParser(argparse.ArgumentParser):
    """Says what is wrong with the words given in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"gan-course: {message}: see 'gan-course --help'.", file=sys.stderr)
        sys.exit(BAD_INPUT)


def _parser() -> argparse.ArgumentParser:
    parser = _OneLineParser(prog="gan-course", description="A course on generative adversarial networks.")
    parser.add_argument("--version", action="version", version=f"gan-course {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    doctor = commands.add_parser("doctor", help="see whether this machine is ready for the course")
    doctor.set_defaults(run=_doctor)
    listing = commands.add_parser("list", help="list the assignments")
    listing.set_defaults(run=_list)
    start = commands.add_parser("start", help="copy an assignment to a folder of yours")
    start.add_argument("assignment", help="its name or number, such as 03_minimax or 03")
    start.add_argument("directory", nargs="?", default=".", help="where to put it (default: here)")
    start.set_defaults(run=_start)
    return parser


def _doctor(options: argparse.Namespace) -> int:
    from gan_course.doctor import examine

    findings = examine()
    for finding in findings:
        print(finding)
    return GOOD if all(f.good for f in findings) else NOT_READY


def _list(options: argparse.Namespace) -> int:
    from gan_course.shipped import assignments

    there = assignments()
    if not there:
        raise GanCourseError(
            "no assignments came with this installation: run 'gan-course doctor' to see why."
        )
    width = max(len(a.name) for a in there)
    for assignment in there:
        print(f"{assignment.name:<{width}}  {assignment.title}")
    return GOOD


def _start(options: argparse.Namespace) -> int:
    from gan_course.shipped import find, start

    notebook, copied = start(find(options.assignment), Path(options.directory))
    print(f"{'ready' if copied else 'already there, left as it is'}: {notebook}")
    print(f'open it with: jupyter lab "{notebook}"')
    return GOOD


if __name__ == "__main__":
    sys.exit(main())
