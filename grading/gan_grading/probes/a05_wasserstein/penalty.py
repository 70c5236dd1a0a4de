"""Probe of the gradient penalty (Gulrajani et al. 2017, https://arxiv.org/abs/1704.00028).

The points are drawn by the answer, in whatever way. The critic is a spy and writes down where it was asked;
there the probe computes the slopes itself, and so what the penalty should be.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from gan_course.exercises.compare import same
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.student.spies import SpyModule, Tape
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
)
from gan_grading.probes.a05_wasserstein.penalty_mistakes import FORMULAS, NO_CRITIC, NO_GRAPH, Formula, right
from gan_grading.probes.a05_wasserstein.points import (
    POINT_MISCONCEPTIONS,
    judge_points,
    judge_spread,
)
from gan_grading.probes.probe import Probe
from gan_grading.probes.steps import LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS

NAME = "gradient_penalty"


def _layers(dice: Dice, shape: tuple[int, ...]) -> list[tuple[Any, ...]]:
    width = int(torch.tensor(shape).prod())
    hidden = dice.integer(4, 6)
    layers: list[tuple[Any, ...]] = [
        ("linear", dice.normal(hidden, width, scale=0.8), dice.normal(hidden)),
        ("softplus",),
        ("linear", dice.normal(1, hidden, scale=0.8), dice.normal(1) + 3.0),
    ]
    return [("flatten",), *layers] if len(shape) > 1 else layers


def _asked(student: Student, n: int) -> torch.Tensor | None:
    """Return the N points at which the critic was asked for its slope, in whatever portions."""
    events = [e for e in student.tape() if e["who"] == "D"]
    for chosen in ([e for e in events if e["input_attached"]], events):
        # All at once, the last of several times; or one by one.
        whole = [e["input"] for e in chosen if len(e["input"]) == n]
        if whole:
            return torch.as_tensor(whole[-1])
        rows = torch.cat([e["input"] for e in chosen]) if chosen else torch.empty(0)
        if len(rows) == n:
            return rows
    return None


def _expect(
    layers: list[tuple[Any, ...]], points: torch.Tensor, formula: Formula
) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """Return what a formula gives at the points, and its gradients in the critic's weights."""
    critic: nn.Module = SpyModule("D", [list(layer) for layer in layers], Tape())
    x = points.clone().requires_grad_(True)
    values = critic(x).reshape(-1)
    (slopes,) = torch.autograd.grad(values.sum(), x, create_graph=True)
    penalty = formula(slopes, values)
    weights = list(critic.parameters())
    found = torch.autograd.grad(penalty.sum(), weights, allow_unused=True)
    return penalty.detach(), [
        torch.zeros_like(w) if g is None else g for w, g in zip(weights, found, strict=True)
    ]


def _judge_case(student: Student, dice: Dice, sheet: Sheet, n: int, shape: tuple[int, ...]) -> None:
    layers = _layers(dice, shape)
    critic = student.spy_module("D", layers, flat_output=dice.choice((True, False)))
    real, fake = dice.normal(n, *shape) + 2.0, dice.normal(n, *shape) - 1.0
    student.tape()
    slopes = student.slopes(NAME, critic, real, fake, of=critic, seed=dice.seed_for())
    value = slopes.value
    trainable = all(p.trainable for p in student.parameters(critic))
    sheet.insist(trainable, "the critic can still learn", "left_frozen")
    points = _asked(student, n)
    sheet.insist(points is not None, "asks the critic between the samples", "critic_not_asked")
    assert points is not None
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    wanted, gradients = _expect(layers, points, right)
    if not same(wanted, value.reshape(()) if value.numel() == 1 else value):
        name = _name(student, dice, n, shape, (value, layers, points))
        sheet.insist(False, "mean of (‖∇f‖ − 1)²", name, _numbers(value, wanted))
    sheet.passed("mean of (‖∇f‖ − 1)²")
    judge_points(sheet, points, real, fake)
    mine = [g if g is not None else torch.zeros_like(w) for g, w in _paired(slopes.parameters, gradients)]
    if same(gradients, mine):
        sheet.passed("trains the critic")
        return
    none = not any(bool(g.any()) for g in mine)
    # A formula may give the right number here and another slope, such as one that spares norms below 1.
    name = "create_graph_missing" if none else _name(student, dice, n, shape, (value, layers, points), mine)
    sheet.insist(False, "trains the critic", name)


Seen = tuple[torch.Tensor, list[tuple[Any, ...]], torch.Tensor]


def _name(
    student: Student,
    dice: Dice,
    n: int,
    shape: tuple[int, ...],
    first: Seen,
    gradients: list[torch.Tensor] | None = None,
) -> str:
    """Name the formula that fits two critics: one number alone fits several by chance.

    Where the number was right, the formula must also fit the gradients that reached the critic's weights.
    """
    layers = _layers(dice, shape)
    critic = student.spy_module("D", layers)
    student.tape()
    value = student.call(NAME, critic, dice.normal(n, *shape) + 2.0, dice.normal(n, *shape) - 1.0).value
    points = _asked(student, n)
    if points is None or not isinstance(value, torch.Tensor):
        return "unrecognised"
    both = (first, (value, layers, points))
    fits = (f for f in FORMULAS if all(_matches(*seen, f[1]) for seen in both))
    if gradients is not None:
        _, layers, points = first
        fits = (f for f in fits if same(_expect(layers, points, f[1])[1], gradients))
    return next((misconception.id for misconception, _ in fits), "unrecognised")


def _paired(
    mine: dict[str, torch.Tensor | None], wanted: list[torch.Tensor]
) -> list[tuple[torch.Tensor | None, torch.Tensor]]:
    found = list(mine.values()) or [None] * len(wanted)
    return list(zip(found, wanted, strict=True))


def _matches(value: torch.Tensor, layers: list[tuple[Any, ...]], points: torch.Tensor, f: Formula) -> bool:
    wrong, _ = _expect(layers, points, f)
    if wrong.numel() == 1 and value.numel() == 1:
        return same(wrong.reshape(()), value.reshape(()))
    return same(wrong, value)


def _numbers(value: torch.Tensor, wanted: torch.Tensor) -> str:
    return f"yours {float(value):.3f}, wanted {float(wanted):.3f}" if value.numel() == 1 else ""


SHAPES = ((4, (2, 3, 3)), (7, (2,)), (1, (3,)), (6, (1, 4, 2)), (5, (5,)))  # images first: they tell most


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    for n, shape in SHAPES:
        _judge_case(student, dice, sheet, n, shape)
    judge_spread(student, dice, sheet, NAME, _asked)
    _judge_left_alone(student, dice, sheet)


def _judge_left_alone(student: Student, dice: Dice, sheet: Sheet) -> None:
    critic: Ref = student.spy_module("D", _layers(dice, (3,)))
    real, fake = dice.normal(6, 3), dice.normal(6, 3)
    judge_inputs_kept(student, sheet, NAME, critic, real, fake)
    sheet.require(student.is_training(critic), "the critic stays in training mode", "left_in_eval")
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    student.call(NAME, critic, real, fake)
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")


OWN = {m.id: m for m, _ in FORMULAS}
OTHERS = (
    NO_GRAPH,
    NO_CRITIC,
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    RESEEDS,
    *POINT_MISCONCEPTIONS,
)
PROBES = (Probe(NAME, _judge, (*OWN.values(), *OTHERS)),)
