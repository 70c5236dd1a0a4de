"""Read a bank: answers kept for testing the grader.

A bank is a folder ``<assignment>/<exercise>/{correct,wrong,noisy}/NAME.py``. Each file is the source
of one answer. The first line of a wrong answer may name the misconception a finding must recognise::

    # misconception: saturating_loss
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gan_grading.errors import GradingError

Verdict = Literal["correct", "wrong", "noisy"]
VERDICTS: tuple[Verdict, ...] = ("correct", "wrong", "noisy")
HEADER = re.compile(r"#\s*misconception:\s*(\w+)\s*$")


class BankError(GradingError):
    """A bank that cannot be read."""


@dataclass(frozen=True)
class BankAnswer:
    """One answer of a bank.

    Attributes:
        exercise: id of the exercise it answers.
        verdict: "correct" and "noisy" must reach all points, "wrong" must not.
        name: file name without ending.
        source: the answer.
        misconception: id a finding must name, or ``None``.
    """

    exercise: str
    verdict: Verdict
    name: str
    source: str
    misconception: str | None

    @property
    def is_right(self) -> bool:
        """Whether it deserves all points."""
        return self.verdict != "wrong"

    def __str__(self) -> str:
        return f"{self.exercise}/{self.verdict}/{self.name}"


def read_bank(folder: Path, assignment: str, exercises: Collection[str]) -> list[BankAnswer]:
    """Read the answers of one assignment.

    Args:
        folder: the banks' folder.
        assignment: e.g. ``03_minimax``; a folder without answers for it gives an empty list.
        exercises: the assignment's exercises.

    Raises:
        BankError: if a folder is named after no exercise or no verdict.
    """
    answers: list[BankAnswer] = []
    root = folder / assignment
    for place in sorted(p for p in root.glob("*") if p.is_dir() and p.name != "__pycache__"):
        if place.name not in exercises:
            known = ", ".join(exercises)
            raise BankError(
                f"bank folder {place.name!r}", f"{assignment} has the exercises {known}", "rename it"
            )
        for kind in sorted(p for p in place.iterdir() if p.is_dir() and p.name != "__pycache__"):
            if kind.name not in VERDICTS:
                known = ", ".join(VERDICTS)
                raise BankError(f"bank folder {place.name}/{kind.name}", f"answers are {known}", "rename it")
            answers += [_read(place.name, kind.name, file) for file in sorted(kind.glob("*.py"))]
    return answers


def _read(exercise: str, verdict: Verdict, file: Path) -> BankAnswer:
    source = file.read_text(encoding="utf-8")
    found = HEADER.match(source.split("\n", 1)[0])
    return BankAnswer(exercise, verdict, file.stem, source, found.group(1) if found else None)
