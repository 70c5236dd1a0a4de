"""``gan-course gallery``: write the gallery's notebook."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_course.commands import GOOD
from gan_course.errors import AssignmentError

if TYPE_CHECKING:
    from gan_course.commands import Subparsers

NOTEBOOK = "gallery.ipynb"


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "gallery",
        help="write a notebook of what GANs are used for",
        description="Write a notebook that shows what GANs have been used for: each application with its "
        "paper, the lesson that teaches its method and a small picture made on the spot. Nothing to hand in.",
    )
    parser.add_argument("directory", nargs="?", default=".", help="where to put it (default: here)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write it, never over one that is there."""
    import nbformat

    from gan_course.gallery.notebook import notebook

    place = Path(options.directory) / NOTEBOOK
    if place.exists():
        print(f"already there, left as it is: {place}")
    else:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook(), place)  # type: ignore[no-untyped-call]
        except OSError as error:
            raise AssignmentError(
                f"{str(place)!r} cannot be written ({error.strerror}): give a folder of your own."
            ) from error
        print(f"ready: {place}")
    print(f'open it with: jupyter lab "{place}"')
    return GOOD
