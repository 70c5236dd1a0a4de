"""Write an appeal down so that others can repeat it, without anybody's name and without the class's seed."""

from __future__ import annotations

import platform
import re
from collections.abc import Collection
from importlib.metadata import version
from pathlib import Path

from gan_course.exercises.finding import ExerciseResult
from gan_grading.appeals.bank import Ruling
from gan_grading.appeals.names import plain_without_names
from gan_grading.course import Assignment
from gan_grading.exercise import Exercise
from gan_grading.keys.load import keys_in
from gan_grading.release.writing import write_atomically
from gan_grading.reports.feedback import result_text
from gan_grading.selfcheck.bank import BankAnswer


def write_case(
    folder: Path,
    assignment: Assignment,
    exercise: Exercise,
    answer: BankAnswer,
    ruling: Ruling,
    verdict: ExerciseResult,
    release: str,
    names: Collection[str],
) -> Path:
    """Write a case as Markdown and return where it is.

    Args:
        folder: where cases go; made if it is not there.
        assignment: the assignment.
        exercise: the exercise.
        answer: as it stands in the class's bank.
        ruling: a person's.
        verdict: the grader's.
        release: version of the assignment.
        names: to be taken out of what the grader quotes.
    """
    key = keys_in(assignment.source.parent).get(exercise.id)
    said = plain_without_names(result_text(verdict), names)
    cell = f"# %% {answer.verdict} · {answer.name}\n{answer.source.rstrip()}"
    packages = ", ".join(f"{name} {version(name)}" for name in ("gan-grading", "gan-course", "torch"))
    text = f"""# {assignment.name}/{exercise.id}: ruled {ruling}

A person ruled this answer **{ruling}**. The grader says:

{_fenced(said)}

The answer, as a cell for `tests/banks/{assignment.name}/{exercise.id}.py`:

{_fenced(cell, "python")}

Release {release}, key {key.digest if key else "none"}, {packages}, Python {platform.python_version()}.
"""
    path = folder / f"{assignment.name}-{exercise.id}-{answer.name}.md"
    write_atomically(path, text.encode())
    return path


def _fenced(text: str, language: str = "") -> str:
    """Return a block of code, in a fence longer than any within it."""
    longest = max((len(found) for found in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
