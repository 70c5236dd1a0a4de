"""Probe of one critic step with weight clipping (Arjovsky et al. 2017, algorithm 1, lines 5 to 7)."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept
from gan_grading.probes.a05_wasserstein.clipping_mistakes import RIVALS, reference
from gan_grading.probes.a05_wasserstein.returned import judge_return
from gan_grading.probes.probe import Duel, Observation, Probe, misconceptions_of
from gan_grading.probes.steps import (
    IGNORES_LOSS,
    KEEPS_GRAPH,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    WRONG_RETURN,
)

NAME = "clipped_step"


def _world(student: Student, dice: Dice) -> tuple[Ref, Ref, Ref]:
    """A critic with old gradients, its optimiser with momentum, and a loss nobody can guess."""
    hidden = dice.integer(4, 6)
    critic = student.spy_module(
        "D",
        [
            ("linear", _beyond_both(dice.normal(hidden, 2, scale=0.6)), _beyond_both(dice.normal(hidden))),
            ("softplus",),
            ("linear", _beyond_both(dice.normal(1, hidden, scale=0.6)), dice.normal(1, scale=0.6)),
        ],
        flat_output=dice.choice((True, False)),
    )
    student.set_gradients(critic, dice.number(0.5, 1.5))
    optimizer = student.optimizer("sgd", critic, lr=dice.number(0.1, 0.3), momentum=0.5)
    terms = [(dice.number(-1.5, 1.5), dice.number(0.6, 1.6)) for _ in range(2)]
    return critic, optimizer, student.spy_loss("loss", terms)


def _beyond_both(weights: torch.Tensor) -> torch.Tensor:
    """Put two of the weights beyond the bounds, one on each side: so each side shows in each layer."""
    weights.view(-1)[:2] = torch.tensor([1.2, -1.2])
    return weights


def _batches(dice: Dice, n: int) -> list[torch.Tensor]:
    return [dice.normal(n, 2) + 1.0, dice.normal(n, 2)]


def _play(student: Student, dice: Dice) -> Observation:
    """Three steps with bounds that cut some weights and leave others; the last bound is far away."""
    critic, optimizer, loss = _world(student, dice)
    seen: dict[str, Any] = {}
    for step, (low, high) in enumerate(((0.3, 0.4), (0.2, 0.28), (5.0, 6.0))):
        c = dice.number(low, high)
        student.call(NAME, critic, optimizer, *_batches(dice, dice.integer(3, 8)), loss, c)
        seen[f"after {step}"] = student.state(critic)
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    student.tape()
    critic, optimizer, loss = _world(student, Dice(dice.seed))
    try:
        student.call(NAME, critic, optimizer, *_batches(dice, 4), loss, 0.3)
        used = any(e["who"] == "loss" for e in student.tape())
        sheet.insist(used, "uses the loss given", "ignores_loss")
        trainable = all(p.trainable for p in student.parameters(critic))
        sheet.insist(trainable, "the critic can still learn", "left_frozen")
    except StudentFault as fault:
        # What raises may raise as a rival does: the duel names it, or raises it again.
        if fault.kind != "raised":
            raise
    Duel(NAME, "a step, then the bounds", _play, reference, RIVALS).judge(student, dice, sheet)
    _judge_aftermath(student, dice, sheet)


def _judge_aftermath(student: Student, dice: Dice, sheet: Sheet) -> None:
    critic, optimizer, loss = _world(student, dice)
    batches = _batches(dice, 5)
    answer = student.call(NAME, critic, optimizer, *batches, loss, 0.3)
    sheet.require(student.is_training(critic), "the critic stays in training mode", "left_in_eval")
    judge_inputs_kept(student, sheet, NAME, critic, optimizer, *batches, loss, 0.3)
    right = Duel(NAME, "", _returned, reference).agrees(student, Dice(dice.seed))
    judge_return(sheet, answer, right)


def _returned(student: Student, dice: Dice) -> Observation:
    critic, optimizer, loss = _world(student, dice)
    return {"loss": as_float(student.call(NAME, critic, optimizer, *_batches(dice, 5), loss, 0.3).value)}


OTHERS = (IGNORES_LOSS, LEFT_FROZEN, LEFT_IN_EVAL, KEEPS_GRAPH, WRONG_RETURN, MODIFIES_INPUTS)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *OTHERS)),)
