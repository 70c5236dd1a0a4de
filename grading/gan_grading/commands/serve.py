"""``gan-grade serve``: JupyterLab with formgrader on a class."""

from __future__ import annotations

import argparse
import os
import sys

from gan_grading.commands.arguments import add_class
from gan_grading.commands.types import Subparsers


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "serve",
        help="open formgrader on a class",
        description="Bring the gradebook up to date and start JupyterLab in the class folder; formgrader is "
        "in its menu Nbgrader. What stands after -- goes to JupyterLab. "
        "Example: gan-grade serve -- --no-browser --port 8899",
    )
    add_class(parser)
    parser.add_argument("jupyter", nargs="*", metavar="-- OPTION", help="options of jupyter lab")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Become JupyterLab.

    Returns:
        Nothing: the process ends as JupyterLab's.
    """
    from gan_grading.nbgrader.directory import class_term
    from gan_grading.term.gradebook import bring_up_to_date

    term = class_term()
    for line in bring_up_to_date(term):
        print(line, flush=True)
    os.chdir(term.folder)  # nbgrader looks here for its configuration, and formgrader for the class
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={term.folder}"]
    os.execv(sys.executable, [*command, "--LabApp.default_url=/formgrader", *arguments.jupyter])
