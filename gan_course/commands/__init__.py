"""The subcommands of ``gan-course``, one module each.

A subcommand is a module with ``add_parser(subparsers)``, which adds its parser and sets ``run`` to a function
``run(options) -> int`` (the exit code). Naming it in ``COMMANDS`` is all the registration there is.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

COMMANDS = ("start", "check", "status", "pack", "list", "gallery", "data", "doctor")
GOOD, NOT_AS_IT_MUST_BE, BAD_INPUT = 0, 1, 2
