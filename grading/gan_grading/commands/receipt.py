"""``gan-grade receipt``: is a packed file what its receipt says?"""

from __future__ import annotations

import argparse
from pathlib import Path

from gan_grading.commands.arguments import add_course
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "receipt",
        help="compare a file that a student packed with its receipt",
        description="Look at a file made by 'gan-course pack', offline and without running it. Exits with 0 "
        "if the notebook is the one that was packed, with all its exercises; 1 if not; 2 if it is no pack. "
        "Example: gan-grade receipt 03_minimax.zip",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the zip file")
    parser.add_argument("--code", metavar="CODE", help="the receipt's code that the student wrote down")
    add_course(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print."""
    from gan_grading.receipt import compare

    lines = compare(arguments.file, find_course(), arguments.code)
    print(*lines, sep="\n")
    return 1 if any(line.well is False for line in lines) else 0
