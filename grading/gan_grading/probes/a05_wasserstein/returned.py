"""What a step hands back: the loss as a plain number."""

from __future__ import annotations

import torch

from gan_course.exercises.findings import Sheet
from gan_course.exercises.student.handle import Answer
from gan_course.exercises.values import as_float, type_text

CRITERION = "returns the loss as a number"


def judge_return(sheet: Sheet, answer: Answer, right: bool) -> None:
    """Require a plain number, and the right one.

    Args:
        sheet: where findings go; it knows ``keeps_graph`` and ``wrong_return``.
        answer: what one step returned.
        right: whether the number is that of the reference.
    """
    seen = f"returned {type_text(answer.value)}"
    if not sheet.require(not answer.attached, CRITERION, "keeps_graph", seen):
        return
    # A Python float is asked for; a NumPy number serves a history just as well.
    if isinstance(answer.value, torch.Tensor) or as_float(answer.value) is None:
        sheet.miss(CRITERION, "wrong_return", seen)
        return
    sheet.require(right, CRITERION, "wrong_return")
