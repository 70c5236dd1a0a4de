"""``gan-course pack``: make one file to hand in, and say what was found on the way."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_course.commands import GOOD, NOT_AS_IT_MUST_BE
from gan_course.commands.check import add_notebook, check

if TYPE_CHECKING:
    from gan_course.commands import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "pack",
        help="make one file to hand in",
        description="Run a saved notebook's checks and pack it with a receipt: hash, versions, which checks "
        "were green. It is packed whatever they say. Exits with 1 if grading would miss something in it.",
    )
    add_notebook(parser)
    parser.add_argument("--to", type=Path, metavar="FILE", help="file to make (default: beside the notebook)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, pack, and print what was found."""
    from gan_course.shipped import find
    from gan_course.work.begin import release_of
    from gan_course.work.notebook import Notebook
    from gan_course.work.pack import MB, lacks, pack, place_for
    from gan_course.work.places import notebook_meant

    notebook = Notebook.read(notebook_meant(options.notebook, Path()))
    release = release_of(notebook.path) or Notebook.read(find(notebook.assignment).notebook)
    done = check(notebook)
    missing = lacks(notebook, release)
    for line in missing:
        print(f"✗ {line}")
    packed = pack(notebook, done, options.to or place_for(notebook))
    print(f"packed: {packed.path} ({packed.size / MB:.2f} MB)")
    if packed.without_outputs:
        print("  outputs were left out, the file was too large with them; grading runs the notebook again")
    print(f"receipt {packed.code}: write it down, it tells later which file you handed in")
    if not done.all_well:
        print("not all is green; what you have earns its points all the same, and you can pack again later")
    return NOT_AS_IT_MUST_BE if missing else GOOD
