"""A student's own answers to earlier lessons, brought into the notebook that is open.

What is handed in is one notebook, so the *text* of an answer is copied and nothing is imported from another
notebook: what runs here runs in grading too. Each part says where it was taken from and whether its check is
green there. Where there is no answer, the course's own part is named.
"""

from __future__ import annotations

import contextlib
import copy
import io
import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from gan_course.errors import AssignmentError, GanCourseError, unknown_name
from gan_course.exercises.check import play_check
from gan_course.exercises.experiment import NoExperiment
from gan_course.exercises.record import RecordError
from gan_course.exercises.shelf import record_for
from gan_course.exercises.student.cells import run_source
from gan_course.project import stand_ins
from gan_course.shipped import find
from gan_course.work.notebook import Notebook, is_written, source

# Where each part was an exercise.
PARTS = {
    "make_generator": "03_minimax",
    "make_discriminator": "03_minimax",
    "discriminator_loss": "03_minimax",
    "discriminator_step": "03_minimax",
    "generator_step": "03_minimax",
    "generator_loss": "04_non_saturating_and_failure_modes",
    "r1_penalty": "04_non_saturating_and_failure_modes",
    "average_weights": "04_non_saturating_and_failure_modes",
    "critic_loss": "05_wasserstein",
    "gradient_penalty": "05_wasserstein",
    "relativistic_d_loss": "12_gans_today",
    "relativistic_g_loss": "12_gans_today",
    "slope_penalties": "12_gans_today",
}
# What the notebooks of those lessons import for their answers.
IMPORTS = {"copy": copy, "math": math, "torch": torch, "nn": nn, "F": F}


@dataclass(frozen=True)
class Part:
    """One part of a game.

    Attributes:
        name: The exercise that it answers.
        origin: Where it comes from, in words.
        text: Its source; ``""`` where nobody has it.
    """

    name: str
    origin: str
    text: str

    def __str__(self) -> str:
        return f"{self.name:20s} {self.origin}"


def part(name: str, beside: Path | None = None) -> Part:
    """Find a part: in the student's notebook of the lesson that asked for it, else the course's own.

    Args:
        name: The exercise, one of :data:`PARTS`.
        beside: The folder of the notebook that is open; the working folder if left out.

    Raises:
        UnknownNameError: If no lesson asks for such a part.
    """
    if name not in PARTS:
        raise unknown_name("part", name, list(PARTS))
    assignment = PARTS[name]
    try:
        answer = _answer(name, assignment, beside or Path.cwd())
    except AssignmentError as error:  # a notebook that is damaged costs this part, and not the others
        return _course_own(name, f"your {assignment} cannot be read: {error}")
    if answer is None:
        return _course_own(name, f"you have no answer in {assignment}")
    return Part(name, f"yours, from {assignment}; {_verdict(name, assignment, answer)}", answer)


def bring(*names: str, beside: Path | None = None) -> None:
    """Show where parts come from, and put their text into a new cell below, ready to be run and changed.

    Args:
        names: Of the parts; all there are if none is given.
        beside: The folder of the notebook that is open; the working folder if left out.
    """
    found = [part(name, beside) for name in names or PARTS]
    print(*found, sep="\n")
    shell = _shell()
    if shell is not None:
        shell.set_next_input(text_of(*found))
        print("\nTheir text is in the cell below: run it. It is part of what you hand in.")


def text_of(*parts: Part) -> str:
    """Return a cell's text with all of these parts, each under a comment that says where it comes from."""
    return "\n\n\n".join(f"# {each.name}: {each.origin}\n{each.text}".rstrip() for each in parts) + "\n"


def _answer(name: str, assignment: str, here: Path) -> str | None:
    """Return the text of a student's answer that is more than the release gave; ``None`` if there is none."""
    try:
        release = find(assignment)
    except GanCourseError:
        return None  # an installation without notebooks
    for folder in (here.parent / assignment, here / assignment, here):
        path = folder / release.notebook.name
        if not path.is_file():
            continue
        notebook = Notebook.read(path)
        if name in notebook.answers and is_written(notebook, name, Notebook.read(release.notebook)):
            return source(notebook.answers[name]).strip()
    return None


def _verdict(name: str, assignment: str, text: str) -> str:
    """Say what the check of the part's own lesson finds in it."""
    names: dict[str, Any] = dict(IMPORTS)
    try:
        with _silence():
            run_source(name, text, names)
            result = play_check(record_for(assignment, name), names[name]).result
    except (RecordError, NoExperiment):
        return "its check cannot be played here"
    except Exception as error:  # whatever a student's cell does, the other parts are brought
        return f"its check cannot be played: {type(error).__name__}: {error}"[:160]
    if result.is_full:
        return "its check is green"
    first = next(iter(result.findings), None)
    return f"its check is red: {first.message}" if first else "its check is red"


def _course_own(name: str, why: str) -> Part:
    if hasattr(stand_ins, name):
        return Part(name, f"the course's: {why}", f"from gan_course.project.stand_ins import {name}")
    return Part(name, f"nobody's: {why}, and the course has none ready", "")


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _shell() -> Any:
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    return shell if getattr(shell, "kernel", None) is not None else None
