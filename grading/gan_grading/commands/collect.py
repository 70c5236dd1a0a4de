"""``gan-grade collect``: from a learning platform's archive to ``submitted/``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_assignment, add_class
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course

if TYPE_CHECKING:
    from gan_grading.lms.collect import Collected


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "collect",
        help="take submissions from an archive of Moodle or Canvas",
        description="Unpack what a platform lets you download of one assignment, find each student in "
        "roster.csv, and put the newest upload of each into submitted/; all that was uploaded stays in "
        "collected/. Exits with 1 if nothing was there to collect, or somebody is not in the roster. "
        "Example: gan-grade collect moodle 03_minimax ~/Downloads/minimax.zip",
    )
    parser.add_argument("platform", choices=("moodle", "canvas", "folder"), help="who wrote the names in it")
    add_assignment(parser)
    parser.add_argument("archive", type=Path, metavar="ARCHIVE", help="zip, tar, or the folder it became")
    add_class(parser)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Collect, and tell what could not be.

    Returns:
        0, or 1 if nothing was collected or a file belongs to nobody known.
    """
    from gan_grading.lms.collect import collect
    from gan_grading.nbgrader.directory import class_term

    term = class_term()
    assignment = find_course().assignment(arguments.assignment)
    found = collect(arguments.platform, arguments.archive, term, assignment)
    if arguments.json:
        print(json.dumps(_as_json(found), indent=2, ensure_ascii=False))
    else:
        for student, upload in found.taken.items():
            print(f"{student}: {term.shown(upload.time) if upload.time else 'at a time not known'}")
        for line in (*found.notes, *(f"{other}: not the newest, kept" for other in found.others)):
            print(line)
        print(f"{len(found.taken)} collected, {len(found.unchanged)} there already")
        if found.missing:
            print(f"nothing yet from {', '.join(found.missing)}")
    for line in (*found.unmatched, *found.skipped):
        print(f"gan-grade: {line}", file=sys.stderr)
    if found.taken or found.unchanged:
        return 1 if found.unmatched else 0
    reason = "every file was left out" if found.unmatched or found.skipped else "it holds no notebook"
    print(f"gan-grade: nothing collected from {arguments.archive.name}: {reason}", file=sys.stderr)
    return 1


def _as_json(found: Collected) -> dict[str, object]:
    times = {name: each.time.isoformat() if each.time else None for name, each in found.taken.items()}
    return {
        "schema": 1,
        "collected": times,
        "unchanged": found.unchanged,
        "others": found.others,
        "unmatched": found.unmatched,
        "skipped": found.skipped,
        "missing": found.missing,
        "notes": found.notes,
    }
