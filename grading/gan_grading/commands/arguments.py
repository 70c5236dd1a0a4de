"""Arguments several subcommands take, so that they are spelt the same everywhere."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_assignments(parser: argparse.ArgumentParser) -> None:
    """Add ``ASSIGNMENT…``: none means all."""
    parser.add_argument(
        "assignments",
        nargs="*",
        metavar="ASSIGNMENT",
        help="such as 03_minimax (default: all one works on)",
    )


def add_course(parser: argparse.ArgumentParser) -> None:
    """Add ``--course DIR``."""
    parser.add_argument(
        "--course",
        type=Path,
        metavar="DIR",
        help="folder that holds solutions/ (default: $GAN_COURSE_DIR, else the nearest one above)",
    )


def add_assignment(parser: argparse.ArgumentParser) -> None:
    """Add ``ASSIGNMENT``."""
    parser.add_argument("assignment", metavar="ASSIGNMENT", help="such as 03_minimax")


def add_workers(parser: argparse.ArgumentParser) -> None:
    """Add ``--students``, ``--jobs`` and ``--cluster``: whose work, and where it is done."""
    parser.add_argument(
        "--students", nargs="+", default=[], metavar="NAME", help="these alone (default: everybody)"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs", type=positive, metavar="N", help="processes on this machine (default: one a core)"
    )
    where.add_argument(
        "--cluster", metavar="ADDRESS", help="a Dask scheduler instead, such as tls://grader.example.org:8786"
    )


def positive(text: str) -> int:
    """Read a whole number of at least 1."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return number


def add_class(parser: argparse.ArgumentParser) -> None:
    """Add ``--class DIR`` and ``--course DIR``: for every command that works on a class."""
    parser.add_argument(
        "--class",
        dest="class_folder",
        type=Path,
        metavar="DIR",
        help="folder of the class (default: the nearest that gan-grade init made, else $GAN_COURSE_ROOT)",
    )
    add_course(parser)


def add_consent(parser: argparse.ArgumentParser) -> None:
    """Add ``--dry-run`` and ``--yes``."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    how.add_argument("--yes", action="store_true", help="write it without asking")
