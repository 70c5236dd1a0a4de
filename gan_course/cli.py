"""The script ``gan-course``: the one place where an error becomes a line on the terminal and an exit code."""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence
from typing import NoReturn

from gan_course import __version__
from gan_course.commands import BAD_INPUT, COMMANDS, GOOD
from gan_course.errors import GanCourseError

_WAY = """\
a usual evening:
  gan-course start            the notebook where you left off, or the first one
  jupyter lab                 write answers, run their checks
  gan-course check            all checks at once, in a fresh kernel
  gan-course pack             one file to hand in
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the script.

    Args:
        argv: The words after ``gan-course``; those of the process if left out.

    Returns:
        The exit code: 0 good, 1 something looked at is not as it must be, 2 bad input, 130 interrupted.
    """
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # a terminal may lack ✓; a question mark is better than a traceback
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    parser = build_parser()
    options = parser.parse_args(argv)
    if not hasattr(options, "run"):
        parser.print_help()
        return GOOD
    try:
        return int(options.run(options))
    except GanCourseError as error:
        print(f"gan-course: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("gan-course: stopped", file=sys.stderr)
        return 130


class _OneLineParser(argparse.ArgumentParser):
    """Says what is wrong with the words given in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"gan-course: {message}: see '{self.prog} --help'.", file=sys.stderr)
        sys.exit(BAD_INPUT)


def build_parser() -> argparse.ArgumentParser:
    """Make the parser with every subcommand."""
    parser = _OneLineParser(
        prog="gan-course",
        description="A course on generative adversarial networks.",
        epilog=_WAY,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"gan-course {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"gan_course.commands.{name}").add_parser(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
