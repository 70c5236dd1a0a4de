"""``gan-course check``: all visible checks of a notebook at once, in a fresh kernel."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gan_course.commands import GOOD, NOT_AS_IT_MUST_BE

if TYPE_CHECKING:
    from gan_course.commands import Subparsers
    from gan_course.work.notebook import Notebook
    from gan_course.work.run import Run


def add_parser(subparsers: Subparsers) -> None:
    """Add the subcommand's parser."""
    parser = subparsers.add_parser(
        "check",
        help="run a notebook from top to bottom and say what its checks say",
        description="Run a saved notebook in a fresh kernel and print a verdict an exercise and the sum. "
        "Exits with 0 if every exercise is green, every question answered and every cell ran; with 1 else.",
    )
    add_notebook(parser)
    parser.add_argument(
        "--demos", action="store_true", help="run the demonstrations too; some train a minute"
    )
    parser.add_argument(
        "--cell-seconds", type=int, default=600, metavar="S", help="stop a cell after it (600)"
    )
    parser.set_defaults(run=run)


def add_notebook(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names a notebook."""
    parser.add_argument(
        "notebook",
        nargs="?",
        help="a notebook, its folder, or an assignment's name or number (default: here, or saved last)",
    )


def run(options: argparse.Namespace) -> int:
    """Check and print."""
    from gan_course.work.notebook import Notebook
    from gan_course.work.places import notebook_meant

    notebook = Notebook.read(notebook_meant(options.notebook, Path()))
    done = check(notebook, demos=options.demos, longest=options.cell_seconds)
    return GOOD if done.all_well else NOT_AS_IT_MUST_BE


def check(notebook: Notebook, *, demos: bool = False, longest: int = 600) -> Run:
    """Run a notebook, print each verdict as it comes and the sum at the end, and keep what was said.

    Raises:
        AssignmentError: If it has no checks.
    """
    from gan_course.errors import AssignmentError
    from gan_course.work.checked import keep
    from gan_course.work.headless import run_notebook
    from gan_course.work.sums import stops_text, sum_of, verdict_text

    if not notebook.tests:
        raise AssignmentError(
            f"{str(notebook.path)!r} holds no check of the course: give one that 'gan-course start' made."
        )
    print(f"{notebook.path}: running its cells in a fresh kernel, as it was last saved", flush=True)
    width = max(map(len, notebook.tests))
    done = run_notebook(
        notebook, demos=demos, longest=longest, tell=lambda v: print(verdict_text(v, width), flush=True)
    )
    if done.stops:
        print(stops_text(done))
    print(sum_of(done.verdicts))
    keep(notebook, done)
    return done
