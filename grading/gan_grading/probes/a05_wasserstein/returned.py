"""What a step hands back: the loss as a plain number."""

from __future__ import annotations

import torch

from gan_grading.probes.dice import Dice
from gan_grading.probes.probe import Duel
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import as_float, type_text
from gan_grading.student import Answer, Student

CRITERION = "returns the loss as a number"


def judge_return(student: Student, dice: Dice, sheet: Sheet, duel: Duel, answer: Answer) -> None:
    """Require a plain number, and the right one.

    Args:
        student: the handle.
        dice: for the duel.
        sheet: where findings go; it knows ``keeps_graph`` and ``wrong_return``.
        duel: plays a step and observes what it returns.
        answer: what one step returned.
    """
    seen = f"returned {type_text(answer.value)}"
    if not sheet.require(not answer.attached, CRITERION, "keeps_graph", seen):
        return
    # A Python float is asked for; a NumPy number serves a history just as well.
    if isinstance(answer.value, torch.Tensor) or as_float(answer.value) is None:
        sheet.miss(CRITERION, "wrong_return", seen)
        return
    sheet.require(duel.agrees(student, dice), CRITERION, "wrong_return")
