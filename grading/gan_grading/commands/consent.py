"""Ask before something is written."""

from __future__ import annotations

import argparse
import sys


def is_agreed(arguments: argparse.Namespace, what: str) -> bool:
    """Tell whether to go on: ``--yes`` says so, ``--dry-run`` says no, else a person is asked.

    Args:
        arguments: with ``yes`` and ``dry_run``.
        what: is about to be done.
    """
    if arguments.dry_run:
        print("a dry run: nothing was written")
        return False
    if arguments.yes:
        return True
    if not sys.stdin.isatty():
        print(f"nothing was written; to {what}, add --yes")
        return False
    if input(f"{what}? [y/N] ").strip().lower() in ("y", "yes"):
        return True
    print("nothing was written")
    return False
