"""``gan-grade autograde``: grade a class on all cores, or on a cluster."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gan_grading.commands.arguments import add_assignment, add_class, add_workers
from gan_grading.commands.types import Subparsers
from gan_grading.course import find_course

if TYPE_CHECKING:
    from gan_grading.classroom.autograde import Summary

MOST_NOTICES = 3  # of one student, on the screen


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "autograde",
        help="grade a class on all cores, or on a cluster",
        description="Grade what a class handed in, as nbgrader autograde does, on many cores or machines. "
        "Submissions that have not changed are skipped. Whatever ends a run, the same command goes on where "
        "it stopped. Exits with 1 if somebody has no score. "
        "Example: gan-grade autograde 03_minimax --jobs 4",
    )
    add_assignment(parser)
    add_workers(parser)
    parser.add_argument("--force", action="store_true", help="grade unchanged submissions too")
    parser.add_argument(
        "--new-seed",
        action="store_true",
        help="draw new hidden inputs for the class, or take GAN_GRADING_SEED, and so grade everybody again",
    )
    add_class(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade a class.

    Returns:
        0, or 1 if somebody has no score; those are the last lines.
    """
    from gan_grading.classroom.autograde import autograde
    from gan_grading.classroom.options import Options

    assignment = find_course().assignment(arguments.assignment)
    options = Options(
        tuple(arguments.students), arguments.jobs, arguments.cluster, arguments.force, arguments.new_seed
    )
    summary = autograde(assignment, options)
    for line in lines_of(summary):
        print(line)
    return 1 if summary.waiting else 0


def lines_of(summary: Summary) -> list[str]:
    """Return what a run did, for the terminal: who has no score comes last."""
    from gan_grading.classroom.seed import seed_text
    from gan_grading.nbgrader.names import quoted
    from gan_grading.shown import shown
    from gan_grading.versions import graded_by_here

    lines = []
    for student, notices in sorted(summary.notices.items()):
        lines += [f"{quoted(student)}: {shown(notice)}" for notice in notices[:MOST_NOTICES]]
        if len(notices) > MOST_NOTICES:
            lines.append(f"{quoted(student)}: and {len(notices) - MOST_NOTICES} more notices")
    counts = {
        "graded": len(summary.graded),
        "taken from an earlier run": len(summary.recovered),
        "skipped, unchanged": len(summary.skipped),
        "not graded": len(summary.waiting),
        "wait for points by hand": len(summary.by_hand),
        "with notices": len(summary.notices),
    }
    lines.append("")
    lines += [f"{number:6d}  {what}" for what, number in counts.items()]
    lines.append(f"graded by {graded_by_here()}")
    lines.append(f"hidden inputs: {seed_text(summary.seed)}, kept for this class")
    return [*lines, *map(str, summary.waiting)]
