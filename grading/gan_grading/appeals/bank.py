"""A class's own bank: answers that a person has ruled on, in the form of this course's banks."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

from gan_grading.errors import GradingError
from gan_grading.release.writing import write_atomically
from gan_grading.selfcheck.bank import WORD, BankAnswer, read_answers

Ruling = Literal["right", "wrong"]
VERDICT = {"right": "correct", "wrong": "wrong"}
HEAD = re.compile(r"^(# ?)%%", re.MULTILINE)


class RulingError(GradingError):
    """A ruling that cannot be kept."""


def as_cell_text(source: str) -> str:
    """Return an answer as it can stand in a bank, where a line cannot begin like the head of a cell."""
    return HEAD.sub("#  %%", source.strip("\n")) + "\n"


def rule(folder: Path, exercise: str, source: str, ruling: Ruling, misconception: str = "") -> BankAnswer:
    """Put a ruling into a bank, once.

    Args:
        folder: of the assignment in the bank; made if it is not there.
        exercise: id of the exercise.
        source: the answer.
        ruling: on it.
        misconception: id of what a wrong answer shows, if that is known.

    Raises:
        RulingError: if the answer was ruled on otherwise before, or the misconception is no word.
        BankError: if the bank cannot be read.
    """
    text = as_cell_text(source)
    if misconception and (ruling == "right" or not WORD.fullmatch(misconception)):
        raise RulingError(
            f"--misconception {misconception!r}",
            "a wrong answer shows one, named by one word",
            "leave it out",
        )
    if not text.strip():
        raise RulingError(
            f"the answer to {exercise} is empty", "an appeal is about an answer", "see the notebook"
        )
    path = folder / f"{exercise}.py"
    for known in read_answers(path) if path.is_file() else ():
        if known.source == text:
            if known.verdict != VERDICT[ruling]:
                raise RulingError(
                    f"this answer was ruled {known.verdict} before",
                    "an answer has one ruling",
                    f"take {known.name} out of {path} first",
                )
            return known
    name = f"appeal_{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    head = " · ".join(filter(None, (f"# %% {VERDICT[ruling]}", name, misconception)))
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    write_atomically(path, "\n".join(filter(None, (before, f"{head}\n{text}"))).encode())
    return next(answer for answer in read_answers(path) if answer.name == name)
