"""What the probes of sums over distributions share: hidden distributions, bases, and wrong bases."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Rival

Form = Callable[..., torch.Tensor]
BASES = (2.0, math.e, 10.0)
ONE_NUMBER = "returns one number as a tensor"
ADDS_NOTHING = "probabilities that are exactly 0"

WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm does not have the base that was given.",
    "The base is the last argument: 2 for bits, e for nats. How is a natural logarithm turned into another one?",
)
NOT_ONE_NUMBER = Misconception(
    "not_one_number",
    "You return one number per outcome.",
    "One number describes the whole distribution: what every outcome contributes has to be added up.",
)


def distribution(dice: Dice, outcomes: int) -> torch.Tensor:
    """Return probabilities, all positive, shape (outcomes,)."""
    weights = dice.uniform(outcomes, low=0.03, high=1.0)
    return weights / weights.sum()


def in_base(form: Form) -> Form:
    """Return a form in nats as a function whose last argument is the base."""
    return lambda *args: form(*args[:-1]) / math.log(args[-1])


def wrong_bases(form: Form) -> list[Form]:
    """Return a form in nats with every usual slip in its base."""
    return [
        lambda *args: form(*args[:-1]),
        lambda *args: form(*args[:-1]) / math.log(2),
        lambda *args: form(*args[:-1]) / math.log(10),
        lambda *args: form(*args[:-1]) * math.log(args[-1]),
        lambda *args: form(*args[:-1]) / args[-1],
    ]


def rivals_of(right: Form, wrong: Sequence[tuple[Misconception, Form]]) -> tuple[Rival, ...]:
    """Make rivals of wrong forms in nats: each in the base asked for, then with a wrong base on top.

    Args:
        right: the right form in nats.
        wrong: misconceptions with their forms, the likeliest first.
    """
    rivals = [Rival(m, in_base(form)) for m, form in wrong]
    rivals += [Rival(WRONG_BASE, form) for form in wrong_bases(right)]
    rivals += [Rival(m, slipped) for m, form in wrong for slipped in wrong_bases(form)]
    return tuple(rivals)


def scalar(value: Any) -> Any:
    """Return a tensor of one element with shape (); anything else as it is."""
    return value.reshape(()) if isinstance(value, torch.Tensor) and value.numel() == 1 else value


def insist_one_number(sheet: Sheet, value: Any) -> None:
    """Note what came back instead of one number.

    Raises:
        GiveUp: if it is not a tensor of one number.
    """
    tensor = insist_tensor(sheet, value, ONE_NUMBER)
    sheet.insist(tensor.numel() == 1, ONE_NUMBER, "not_one_number")


def judge_call(student: Student, sheet: Sheet, name: str, *distributions: torch.Tensor) -> None:
    """Require that without a base the answer is in bits, and that the distributions stay as they were."""
    bits = scalar(student.call(name, *distributions, 2.0).value)
    try:
        left_out = scalar(student.call(name, *distributions).value)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        left_out = bits  # the argument was made a required one: nothing is measured in a wrong unit
    sheet.require(same(bits, left_out), "without a base, bits", "wrong_base")
    judge_inputs_kept(student, sheet, name, *distributions, 2.0)
