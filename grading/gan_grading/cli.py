"""``gan-grade``: the one place where an error becomes a line on the terminal and an exit code."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import textwrap
from collections.abc import Sequence
from typing import Any, NoReturn

from gan_course.errors import GanCourseError
from gan_grading.commands import COMMANDS
from gan_grading.course import course_named
from gan_grading.errors import GradingError
from gan_grading.term.place import class_named
from gan_grading.versions import graded_by_here, insist_on_one_version

BAD_INPUT = 2
PIPE_CLOSED = 141  # what a shell says of a program that SIGPIPE has ended


class Help(argparse.HelpFormatter):
    """argparse's help, which leaves ``gan-grade`` in one piece at the end of a line."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        words = " ".join(text.split())
        return textwrap.fill(
            words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": Help, **options})

    def error(self, message: str) -> NoReturn:
        """Print the message with a tip and exit with 2."""
        self.exit(BAD_INPUT, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """Make the parser with every subcommand."""
    parser = Parser(
        prog="gan-grade", description="The instructor's side of gan-course: release, grade, report."
    )
    parser.add_argument("--version", action="version", version=f"gan-grade: {graded_by_here()}")
    parser.add_argument("--debug", action="store_true", help="show the whole traceback of an error")
    parser.set_defaults(course=None, class_folder=None)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f"gan_grading.commands.{name.replace('-', '_')}")
        module.add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``gan-grade``.

    Args:
        argv: arguments without the program's name; ``None`` for those of the process.

    Returns:
        0 if all is well, 1 if something checked is not as it must be, 2 for bad input.
    """
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along, such as head, has had enough
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # nothing more is said of it at the end
        return PIPE_CLOSED
    return code


def _run(given: list[str]) -> int:
    debug = "--debug" in given  # wherever it stands, so that it can be added to the end of a failed command
    try:
        arguments = build_parser().parse_args([word for word in given if word != "--debug"])
    except SystemExit as stop:  # argparse has printed its line
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    try:
        insist_on_one_version()
        # Whatever a command asks for the course or the class by, it finds the one that was named.
        with course_named(arguments.course), class_named(arguments.class_folder):
            return int(arguments.run(arguments))
    except (GradingError, GanCourseError) as error:
        if debug:
            raise
        print(f"gan-grade: {error}", file=sys.stderr)
        return BAD_INPUT
    except SystemExit as stop:  # nbgrader's settings refuse in this way
        print(stop.code, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("gan-grade: stopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
