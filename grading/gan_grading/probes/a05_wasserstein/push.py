"""Probe of the push that a generated point feels: minus the loss's slope in the point, for one sample."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.steps import LEFT_FROZEN, LEFT_IN_EVAL

NAME = "push"
UPHILL = Misconception(
    "uphill",
    "Your push points up the loss.",
    "G goes down its loss, so a sample is pushed against the slope of the loss.",
)
SHARE_KEPT = Misconception(
    "batch_share_kept",
    "Your push shrinks as the batch grows.",
    "The loss is a mean, so each sample has a share of 1/N in its slope. The push of one sample undoes it.",
)
OF_CRITIC = Misconception(
    "loss_left_out",
    "You differentiate the critic itself, not the loss.",
    "The four losses share one D. What makes them differ is the loss on top of it.",
)
UNIT = Misconception(
    "direction_only",
    "Your push has the same length everywhere.",
    "How strong the push is matters as much as where it points: do not normalise it.",
)
WRONG_FACTOR = Misconception(
    "wrong_factor",
    "Your push is a multiple of the right one.",
    "N is the number of samples, the first number of the shape, and the only factor there is.",
)
NOT_OF_X = Misconception(
    "not_one_per_coordinate",
    "You return another shape than that of x.",
    "A push is a direction: one number for every coordinate of every sample.",
)
CUT = Misconception(
    "cut",
    "Your push is zero everywhere, or no gradient was found.",
    "Something between x and the loss cuts the graph: detach() after D, no_grad(), or an x that asks for no gradient.",
)
Push = Callable[[nn.Module, torch.Tensor, Callable[[torch.Tensor], torch.Tensor]], torch.Tensor]


def _slope(critic: nn.Module, x: torch.Tensor, loss: Callable[..., torch.Tensor]) -> torch.Tensor:
    x = x.detach().clone().requires_grad_(True)
    slope: torch.Tensor = torch.autograd.grad(loss(critic(x)), x)[0]
    return slope


def _right(critic: nn.Module, x: torch.Tensor, loss: Callable[..., torch.Tensor]) -> torch.Tensor:
    return -len(x) * _slope(critic, x, loss)


def _from(change: Callable[[torch.Tensor], torch.Tensor]) -> Push:
    return lambda critic, x, loss: change(_right(critic, x, loss))


def _own(critic: nn.Module, x: torch.Tensor) -> torch.Tensor:
    return _slope(critic, x, torch.sum)


def _in_values(critic: nn.Module, x: torch.Tensor, loss: Callable[..., torch.Tensor]) -> torch.Tensor:
    """The push on D's value instead of that on the sample."""
    values = critic(x).detach().requires_grad_(True)
    slope: torch.Tensor = torch.autograd.grad(loss(values), values)[0]
    return -len(x) * slope


def _length(f: torch.Tensor) -> torch.Tensor:
    norms: torch.Tensor = torch.linalg.vector_norm(f.flatten(1), dim=1)
    return norms.reshape(-1, *[1] * (f.dim() - 1)).clamp_min(1e-12)


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (UPHILL, _from(lambda f: -f)),
        (SHARE_KEPT, lambda critic, x, loss: -_slope(critic, x, loss)),
        (SHARE_KEPT, lambda critic, x, loss: _slope(critic, x, loss)),
        (OF_CRITIC, lambda critic, x, loss: _own(critic, x)),
        (OF_CRITIC, lambda critic, x, loss: -_own(critic, x)),
        (OF_CRITIC, lambda critic, x, loss: len(x) * _own(critic, x)),
        (OF_CRITIC, lambda critic, x, loss: _own(critic, x) / len(x)),
        (SHARE_KEPT, lambda critic, x, loss: -_slope(critic, x, loss) / len(x)),
        (UNIT, _from(lambda f: f / _length(f))),
        (UNIT, _from(lambda f: -f / _length(f))),
        (UNIT, _from(lambda f: f / f.norm())),
        (UNIT, _from(torch.sign)),
        (NOT_OF_X, _from(lambda f: f.flatten(1).norm(dim=1))),
        (NOT_OF_X, _from(lambda f: f.flatten(1).sum(dim=1))),
        (NOT_OF_X, _from(lambda f: f.mean(dim=0))),
        (NOT_OF_X, _from(lambda f: f.sum(dim=0))),
        (NOT_OF_X, _from(lambda f: f.flatten(1))),
        (NOT_OF_X, _in_values),
        (NOT_OF_X, lambda critic, x, loss: -_in_values(critic, x, loss)),
        (WRONG_FACTOR, lambda critic, x, loss: -x.numel() * _slope(critic, x, loss)),
        (WRONG_FACTOR, lambda critic, x, loss: -x.shape[-1] * _slope(critic, x, loss)),
        (WRONG_FACTOR, lambda critic, x, loss: x.numel() * _slope(critic, x, loss)),
        (WRONG_FACTOR, lambda critic, x, loss: -x[0].numel() * _slope(critic, x, loss)),
        (WRONG_FACTOR, lambda critic, x, loss: -x.shape[1] * _slope(critic, x, loss)),
        (CUT, _from(lambda f: f * 0.0)),
    )
)


def _critic(student: Student, dice: Dice, width: int, images: bool) -> Ref:
    hidden = dice.integer(3, 6)
    layers: list[tuple[Any, ...]] = [
        ("linear", dice.normal(hidden, width), dice.normal(hidden)),
        ("softplus",),
        ("linear", dice.normal(1, hidden), dice.normal(1)),
    ]
    flat = dice.choice((True, False))
    return student.spy_module("D", [("flatten",), *layers] if images else layers, flat_output=flat)


def _shapes(dice: Dice) -> list[tuple[int, ...]]:
    return [(dice.integer(5, 9), 2), (1, 3), (dice.integer(3, 4), 2, 3, 3)]


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for i, shape in enumerate(_shapes(dice)):
        x = dice.normal(*shape)
        critic = _critic(student, dice, x[0].numel(), images=len(shape) > 2)
        loss = student.spy_loss("loss", [(dice.number(-1.5, 1.5), dice.number(0.4, 1.6))])
        student.set_gradients(critic, 1.0)
        seen[f"push {i}"] = student.call(NAME, critic, x, loss).value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    critic, x = _critic(student, dice, 2, images=False), dice.normal(6, 2)
    loss = student.spy_loss("loss", [(0.5, 1.0)])
    student.tape()
    try:
        first = student.call(NAME, critic, x, loss).value
    except StudentFault as fault:
        if fault.kind == "raised" and "require grad" in fault.message:
            sheet.insist(False, "the push", "cut", fault.message)
        raise
    used = any(e["who"] == "loss" for e in student.tape())
    insist_tensor(sheet, first, "returns a tensor")
    sheet.insist(used, "uses the loss given", "loss_left_out")
    Duel(NAME, "the push", _play, _right, RIVALS).judge(student, dice, sheet)
    trainable = all(p.trainable for p in student.parameters(critic))
    sheet.require(trainable, "D can still learn", "left_frozen")
    sheet.require(student.is_training(critic), "D stays in training mode", "left_in_eval")
    judge_inputs_kept(student, sheet, NAME, critic, x, loss)


OTHERS = (LEFT_FROZEN, LEFT_IN_EVAL, MODIFIES_INPUTS)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *OTHERS)),)
