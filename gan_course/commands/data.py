"""``gan-course data``: list, fetch and remove data sets."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gan_course.commands import GOOD

if TYPE_CHECKING:
    from gan_course.commands import Subparsers
    from gan_course.data.kept import Kept

MB = 1_000_000


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "data",
        help="list, fetch or remove data sets",
        description="List the data sets. No lesson needs one that is downloaded; fetch brings one before a "
        "journey without a network. GAN_COURSE_DATA names another folder for downloads.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    for action, what in (("fetch", "download a data set"), ("remove", "remove a downloaded data set")):
        one = actions.add_parser(action, help=what)
        one.add_argument("name", help="such as mnist")
        one.set_defaults(run=_fetch if action == "fetch" else _remove)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List all."""
    from gan_course.data.download import cache_folder
    from gan_course.data.kept import data_sets

    there = data_sets()
    width = max(len(one.name) for one in there)
    for one in there:
        print(f"{one.name:<{width}}  {_line(one)}")
    print(f"downloads are kept in {cache_folder()}")
    return GOOD


def _line(one: Kept) -> str:
    if not one.files:
        return one.origin
    if not one.here:
        return f"{one.origin}: not here, gan-course data fetch {one.name}"
    part = "" if one.here == one.files else f"{one.here} of {one.files} files, "
    return f"{one.origin}: {part}{one.size / MB:.1f} MB here"


def _fetch(options: argparse.Namespace) -> int:
    from gan_course.data.kept import bring

    print(f"{options.name}: {bring(options.name)}")
    return GOOD


def _remove(options: argparse.Namespace) -> int:
    from gan_course.data.kept import remove

    print(f"{options.name}: {remove(options.name) / MB:.1f} MB freed")
    return GOOD
