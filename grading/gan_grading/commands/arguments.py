"""Arguments several subcommands take, so that they are spelt the same everywhere."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_assignments(parser: argparse.ArgumentParser) -> None:
    """Add ``ASSIGNMENT…``: none means all."""
    parser.add_argument(
        "assignments", nargs="*", metavar="ASSIGNMENT", help="such as 03_minimax (default: all of them)"
    )


def add_course(parser: argparse.ArgumentParser) -> None:
    """Add ``--course DIR``."""
    parser.add_argument(
        "--course",
        type=Path,
        metavar="DIR",
        help="folder that holds solutions/ (default: $GAN_COURSE_DIR, else the nearest one above)",
    )


def add_class(parser: argparse.ArgumentParser) -> None:
    """Add ``--class DIR``."""
    parser.add_argument(
        "--class",
        dest="class_folder",
        type=Path,
        metavar="DIR",
        help="folder that gan-grade init made (default: the nearest one above)",
    )
