"""``gan-course list``: the assignments that came with the library."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gan_course.commands import GOOD
from gan_course.shipped import the_assignments

if TYPE_CHECKING:
    from gan_course.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser("list", help="list the assignments")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each name with its title."""
    there = the_assignments()
    width = max(len(a.name) for a in there)
    for assignment in there:
        print(f"{assignment.name:<{width}}  {assignment.title}")
    return GOOD
