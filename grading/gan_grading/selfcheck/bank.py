"""Read a bank: answers kept for testing the grader.

A bank holds one file an exercise, ``<assignment>/<exercise>.py``, and in it a cell an answer::

    # %% correct · as_on_the_slide
    def loss(logits): ...

    # %% wrong · sign · wrong_way
    def loss(logits): ...

    # %% noisy · prints
    def loss(logits): ...

The last word in the head of a wrong answer is the misconception that a finding must recognise; it may be
missing. Such a file is never run as a whole. A line of an answer cannot begin with ``# %%``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from gan_grading.errors import GradingError

Verdict = Literal["correct", "wrong", "noisy"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
CELL = re.compile(r"^# ?%%(?P<head>.*)\n?", re.MULTILINE)
WORD = re.compile(r"\w+")
FORM = "a cell begins with '# %% VERDICT · NAME', a wrong one may add ' · MISCONCEPTION'"


class BankError(GradingError):
    """A bank that cannot be read."""


@dataclass(frozen=True)
class BankAnswer:
    """One answer of a bank.

    Attributes:
        exercise: id of the exercise it answers.
        verdict: "correct" and "noisy" must reach all points, "wrong" must not.
        name: what it is called in its cell's head.
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

    Returns:
        Exercises by name; the answers of each in the order of its file.

    Raises:
        BankError: if something in the folder is no file named after an exercise, or breaks the form of one.
    """
    answers: list[BankAnswer] = []
    for file in sorted((folder / assignment).glob("[!._]*")):
        if file.is_dir() or file.suffix != ".py":
            raise BankError(
                f"{file.name!r} in the bank of {assignment}",
                "an exercise's answers are the cells of one file, EXERCISE.py",
                "put its answers there and remove it",
            )
        if file.stem not in exercises:
            known = ", ".join(exercises)
            raise BankError(
                f"bank file {file.name!r}", f"{assignment} has the exercises {known}", "rename it"
            )
        answers += read_answers(file)
    return answers


def read_answers(file: Path) -> list[BankAnswer]:
    """Read the answers to one exercise.

    Args:
        file: named after the exercise.

    Raises:
        BankError: if there is text before the first cell, a head that cannot be read, an unknown verdict, a
            name that two answers of one verdict share, a misconception of a right answer, or an empty cell.
    """
    text = file.read_text(encoding="utf-8")
    heads = list(CELL.finditer(text))
    before = text[: heads[0].start()] if heads else text
    if before.strip():
        found = before.strip().split("\n", 1)[0]
        raise BankError(
            f"{file.name} begins with {found!r}", FORM, "put such a line above it, or take the text out"
        )
    answers: list[BankAnswer] = []
    first_seen: dict[str, str] = {}
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        where = f"{file.name}, line {text.count(chr(10), 0, head.start()) + 1}"
        source = text[head.end() : following.start() if following else len(text)].rstrip("\n") + "\n"
        answer = _answer(file.stem, head["head"], source, where)
        if str(answer) in first_seen:
            raise BankError(
                f"{where}: {answer.verdict} answer {answer.name!r} stands at {first_seen[str(answer)]} too",
                "each answer of a verdict has its own name",
                "rename one of the two",
            )
        first_seen[str(answer)] = where
        answers.append(answer)
    return answers


def _answer(exercise: str, head: str, source: str, where: str) -> BankAnswer:
    verdict_given, *names = (part.strip() for part in head.split("·"))
    verdict = next((v for v in VERDICTS if v == verdict_given), None)
    if verdict is None:
        known = ", ".join(VERDICTS)
        raise BankError(f"{where}: verdict {verdict_given!r}", f"answers are {known}", "write one of these")
    if not 1 <= len(names) <= 2 or not all(WORD.fullmatch(name) for name in names):
        raise BankError(f"{where}: {head.strip()!r}", FORM, "write it so, each name one word")
    if len(names) == 2 and verdict != "wrong":
        raise BankError(
            f"{where}: {verdict} answer {names[0]!r} with misconception {names[1]!r}",
            "only a wrong answer shows a misconception",
            "take it out, or call the answer wrong",
        )
    if not source.strip():
        raise BankError(
            f"{where}: {verdict} answer {names[0]!r} is empty", "a cell holds an answer", "write it"
        )
    return BankAnswer(exercise, verdict, names[0], source, names[1] if len(names) == 2 else None)
