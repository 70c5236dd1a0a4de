"""``gan-course doctor``: is this machine ready, and what is wasted on it?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gan_course.commands import GOOD, NOT_AS_IT_MUST_BE

if TYPE_CHECKING:
    from gan_course.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "doctor",
        help="see whether this machine is ready for the course",
        description="Look at this machine. ✓ is well; ! works, but something is wasted or out of date; ✗ "
        "keeps the course from running, and the exit code is 1. An arrow says what mends it.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each finding as soon as it is there: importing torch alone may take many seconds."""
    from gan_course.doctor import look

    print("looking at this machine; the first time torch may take half a minute to load", flush=True)
    good = True
    for finding in look():
        print(finding, flush=True)
        good = good and finding.good
    return GOOD if good else NOT_AS_IT_MUST_BE
