"""The subcommands of ``gan-grade``, one module each.

A subcommand is a module with ``add_parser(subparsers)``, which adds its parser and sets ``run`` to a function
``run(arguments) -> int`` (the exit code). Naming it in ``COMMANDS`` is all the registration there is; it is
imported when it is about to run or to be listed.
"""

from __future__ import annotations

COMMANDS = (
    "init",
    "collect",
    "extend",
    "autograde",
    "feedback",
    "export",
    "report",
    "regrade",
    "migrate",
    "appeal",
    "serve",
    "check-one",
    "receipt",
    "release",
    "new-exercise",
    "selfcheck",
    "mutants",
    "demo",
)
