"""Probes of the warm-up with autograd: a slope, and a walk downhill."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

Function = Callable[[torch.Tensor], torch.Tensor]

# ---- slope ------------------------------------------------------------------------------------

VALUE = Misconception(
    "value_not_slope",
    "These are the values of the function, not its slopes.",
    "After backward() the slopes lie in x.grad.",
)
AVERAGED = Misconception(
    "averaged",
    "Every slope is too small by the number of points.",
    "The mean divides by N, and so does its gradient. Which way to one number leaves each slope as it is?",
)
FINITE_DIFFERENCE = Misconception(
    "finite_difference",
    "The function was called at other places than x.",
    "A difference quotient is only close to the slope. Autograd needs one call, at x itself, and is exact.",
    share=0.5,
)
SECOND = Misconception(
    "second_derivative",
    "These are slopes of the slopes.",
    "Differentiate once.",
)
TOTAL = Misconception(
    "one_number",
    "One number came back for all points.",
    "Each point has a slope of its own: the result has the shape of x.",
)


def _network(student: Student, dice: Dice, who: str = "function") -> Ref:
    layers = [
        ("linear", dice.normal(5, 1), dice.normal(5)),
        ("tanh",),
        ("linear", dice.normal(1, 5), dice.normal(1)),
    ]
    return student.spy_module(who, layers)


def _play_slope(student: Student, dice: Dice) -> Observation:
    function = _network(student, dice)
    sizes = (dice.integer(5, 9), 1, dice.integer(20, 30))
    return {f"N = {n}": student.call("slope", function, dice.normal(n, 1)).value for n in sizes}


def _judge_slope(student: Student, dice: Dice, sheet: Sheet) -> None:
    function, x = _network(student, Dice(dice.seed)), dice.normal(6, 1)
    student.tape()
    value = student.call("slope", function, x).value
    insist_tensor(sheet, value, "returns a tensor")
    sheet.passed("returns a tensor")
    places = [event["input"] for event in student.tape() if event["who"] == "function"]
    at_x = all(isinstance(p, torch.Tensor) and p.shape == x.shape and torch.equal(p, x) for p in places)
    sheet.require(at_x, "asks the function at x only", "finite_difference")
    # A difference quotient is close to the slope, not equal to it.
    room = Tolerance() if at_x else Tolerance(relative=0.05, absolute=0.02)
    duel = Duel(
        "slope", "the slope at every point", _play_slope, _slope, SLOPE_RIVALS if at_x else (), tolerance=room
    )
    duel.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "slope", function, x)


def _slope(function: Function, x: torch.Tensor) -> torch.Tensor:
    leaf = x.clone().requires_grad_(True)
    return torch.autograd.grad(function(leaf).sum(), leaf)[0]


def _second(function: Function, x: torch.Tensor) -> torch.Tensor:
    leaf = x.clone().requires_grad_(True)
    (first,) = torch.autograd.grad(function(leaf).sum(), leaf, create_graph=True)
    return torch.autograd.grad(first.sum(), leaf)[0]


SLOPE_RIVALS = (
    Rival(VALUE, lambda f, x: f(x).detach()),
    Rival(AVERAGED, lambda f, x: _slope(f, x) / len(x)),
    Rival(SECOND, _second),
    Rival(TOTAL, lambda f, x: _slope(f, x).sum()),
    Rival(TOTAL, lambda f, x: _slope(f, x).mean()),
    Rival(TOTAL, lambda f, x: _slope(f, x)[:1]),
)

# ---- downhill ---------------------------------------------------------------------------------

UPHILL = Misconception(
    "uphill",
    "The walk goes uphill.",
    "The gradient points to where the loss grows. Which sign leads the other way?",
)
PILED_UP = Misconception(
    "gradients_piled_up",
    "Each step uses the gradients of all steps before it too.",
    "backward() adds to x.grad. Clear it before the next one.",
)
STEPS_OFF = Misconception(
    "wrong_number_of_steps",
    "The number of steps is not `steps`.",
    "Count by hand for steps = 1: one gradient, one move.",
)
RATE = Misconception(
    "rate_ignored",
    "The length of a step does not follow lr.",
    "The move is lr times the gradient.",
)
NORMALISED = Misconception(
    "normalised",
    "Every step has the same length.",
    "Plain gradient descent moves by lr · gradient: where it is steep, the step is long.",
)
STALE_SLOPE = Misconception(
    "old_slope",
    "Every step uses the slope at the start.",
    "After a move the slope is another one: compute it inside the loop.",
)


def _play_descend(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    # The last walk is on gentle ground: who stops where it is nearly flat never gets anywhere there.
    for steps, weight in ((dice.integer(4, 6), 1.0), (1, 1.0), (0, 1.0), (dice.integer(7, 9), 0.02)):
        loss = student.spy_loss("loss", [(dice.number(-1.0, 1.0), weight * dice.number(0.5, 1.5))])
        start, lr = dice.normal(dice.integer(2, 4), scale=2.0), dice.number(0.1, 0.6)
        seen[f"after {steps} steps"] = student.call("descend", loss, start, lr, steps).value
    return seen


def _judge_descend(student: Student, dice: Dice, sheet: Sheet) -> None:
    loss = student.spy_loss("loss", [(0.5, 1.0)])
    value = student.call("descend", loss, dice.normal(3), 0.2, 3).value
    insist_tensor(sheet, value, "returns a tensor")
    sheet.passed("returns a tensor")
    Duel("descend", "where the walk ends", _play_descend, _walk(), DESCEND_RIVALS).judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "descend", loss, dice.normal(3), 0.2, 2)


def _walk(
    sign: float = -1.0,
    extra: int = 0,
    pile: bool = False,
    fixed_rate: float | None = None,
    unit: bool = False,
) -> Callable[..., torch.Tensor]:
    """Return gradient descent, or one of its mistakes."""

    def descend(loss: Function, start: torch.Tensor, lr: float, steps: int) -> torch.Tensor:
        x, piled = start.clone(), torch.zeros_like(start)
        for _ in range(steps + extra):
            gradient = _slope(loss, x)
            piled = piled + gradient if pile else gradient
            move = piled / piled.norm() if unit else piled
            x = x + sign * (fixed_rate or lr) * move
        return x

    return descend


def _old_slope(loss: Function, start: torch.Tensor, lr: float, steps: int) -> torch.Tensor:
    return start - lr * steps * _slope(loss, start)


DESCEND_RIVALS = (
    Rival(UPHILL, _walk(sign=1.0)),
    Rival(PILED_UP, _walk(pile=True)),
    Rival(STEPS_OFF, _walk(extra=1)),
    Rival(STEPS_OFF, _walk(extra=-1)),
    Rival(STEPS_OFF, lambda loss, start, lr, steps: _walk()(loss, start, lr, 1)),
    Rival(STEPS_OFF, lambda loss, start, lr, steps: start),
    Rival(RATE, _walk(fixed_rate=1.0)),
    Rival(RATE, _walk(fixed_rate=0.1)),
    Rival(RATE, _walk(fixed_rate=0.01)),
    Rival(NORMALISED, _walk(unit=True)),
    Rival(STALE_SLOPE, _old_slope),
)

PROBES = (
    Probe("slope", _judge_slope, (*misconceptions_of(SLOPE_RIVALS), FINITE_DIFFERENCE, MODIFIES_INPUTS)),
    Probe("descend", _judge_descend, (*misconceptions_of(DESCEND_RIVALS), MODIFIES_INPUTS)),
)
