"""Probe of the gradient penalty (Gulrajani et al. 2017, https://arxiv.org/abs/1704.00028).

The points are drawn by the answer, in whatever way. The critic is a spy and writes down where it was asked;
there the probe computes the slopes itself, and so what the penalty should be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_grading.probes.a05_wasserstein.points import (
    POINT_MISCONCEPTIONS,
    judge_points,
    judge_spread,
)
from gan_grading.probes.compare import same
from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Probe
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.steps import LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS
from gan_grading.probes.values import (
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
)
from gan_grading.student import Ref, Student
from gan_worker.spies import SpyModule, Tape

NAME = "gradient_penalty"
NO_GRAPH = Misconception(
    "create_graph_missing",
    "The number is right, but no gradient reaches the critic: your penalty does not train it.",
    "The slope must itself be differentiable in the critic's weights. What tells autograd to keep the graph of a derivative?",
)
WHOLE_BATCH = Misconception(
    "norm_over_batch",
    "You take one norm over the whole batch.",
    "Each sample has a slope of its own, and each slope's length should be 1. How many norms does a batch of N have?",
)
WRONG_AXIS = Misconception(
    "norm_over_wrong_axis",
    "Your norm does not run over all numbers of one sample and nothing else.",
    "For images the slope of one sample has the shape (C, H, W): all of it belongs under one root, and nothing of the others.",
)
SQUARED_NORM = Misconception(
    "squared_norm",
    "You compare the squared norm with 1.",
    "The root belongs to the norm: (‖∇f‖ − 1)², not (‖∇f‖² − 1)².",
)
NOT_FROM_ONE = Misconception(
    "not_from_one",
    "Your penalty pulls the slope towards 0.",
    "The best critic has slope 1 between the samples, so the distance of the norm from 1 is what is punished.",
)
NOT_SQUARED = Misconception(
    "not_squared",
    "You do not square the distance of the norm from 1.",
    "A slope of 0 is as wrong as a slope of 2, and a large miss should weigh more than two small ones.",
)
NOT_MEAN = Misconception(
    "mean_missing",
    "Your penalty grows with the size of the batch, or is one number per sample.",
    "The formula has an expectation in front: an average over the batch.",
)
MEAN_FIRST = Misconception(
    "mean_before_square",
    "You average the norms before you compare with 1.",
    "A slope of 0 at one point does not make up for a slope of 2 at another: compare each norm, then average.",
)
ONE_SIDED = Misconception(
    "one_sided",
    "Only slopes above 1 are punished.",
    "The formula is two-sided. The paper tries the one-sided penalty too (section 4), but this exercise does not.",
)
SUBTRACTED = Misconception(
    "subtracted",
    "Your penalty is negative: it rewards wrong slopes.",
    "It is added to a loss that is minimised, so it must be smallest, and 0, where every norm is 1.",
)
WEIGHTED = Misconception(
    "weight_inside",
    "Your penalty contains a weight λ (or another factor).",
    "The caller multiplies by λ: it has to suit the scale of the data, as you will see.",
)
OTHER_NORM = Misconception(
    "another_norm",
    "You do not use the Euclidean norm.",
    "Steepness is the length of the gradient: the root of the sum of the squares.",
)
OF_MEAN = Misconception(
    "slope_of_mean",
    "Your slopes are N times too small: they are those of the mean of the values.",
    "One value per sample is differentiated by its own sample. What do you give autograd to start from, 1 or 1/N?",
)
NO_CRITIC = Misconception(
    "critic_not_asked",
    "The critic is never asked at points between the samples.",
    "x̂ goes through the critic, and the slope is taken of its answer.",
)
OTHER_LOSS = Misconception(
    "not_a_penalty",
    "What you return contains the critic's values, not only their slopes.",
    "Adding a constant to the critic must not change its penalty.",
)

Formula = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]  # of slopes (N, …) and values (N,)


def _norms(g: torch.Tensor) -> torch.Tensor:
    return g.flatten(1).norm(dim=1)


def _right(g: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
    return (_norms(g) - 1).square().mean()


def _along(dims: tuple[int, ...]) -> Formula:
    def formula(g: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
        kept = tuple(d for d in dims if d < g.dim())
        return (g.square().sum(dim=kept).sqrt() - 1).square().mean() if kept else g.sum() * float("nan")

    return formula


def _of_norms(change: Callable[[torch.Tensor], torch.Tensor]) -> Formula:
    return lambda g, _: change(_norms(g))


FORMULAS: tuple[tuple[Misconception, Formula], ...] = (
    (SQUARED_NORM, _of_norms(lambda n: (n.square() - 1).square().mean())),
    (WHOLE_BATCH, lambda g, _: (g.norm() - 1).square()),
    (WRONG_AXIS, _along((1,))),
    (WRONG_AXIS, _along((3,))),
    (WRONG_AXIS, _along((2,))),
    (WRONG_AXIS, _along((2, 3))),
    (WRONG_AXIS, _along((1, 2))),
    (WRONG_AXIS, _along((0,))),
    (WRONG_AXIS, _along((0, 2, 3))),
    (WRONG_AXIS, lambda g, _: (g.abs() - 1).square().mean()),
    (WRONG_AXIS, lambda g, _: (g - 1).square().mean()),
    (NOT_FROM_ONE, _of_norms(lambda n: n.square().mean())),
    (NOT_FROM_ONE, _of_norms(lambda n: n.square().mean() / 2)),
    (NOT_FROM_ONE, _of_norms(lambda n: n.mean())),
    (NOT_SQUARED, _of_norms(lambda n: (n - 1).mean())),
    (NOT_SQUARED, _of_norms(lambda n: (n - 1).abs().mean())),
    (NOT_SQUARED, _of_norms(lambda n: (1 - n).mean())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square().sum())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square()[:, None])),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).norm())),
    (MEAN_FIRST, _of_norms(lambda n: (n.mean() - 1).square())),
    (ONE_SIDED, _of_norms(lambda n: torch.relu(n - 1).square().mean())),
    (ONE_SIDED, _of_norms(lambda n: torch.relu(n - 1).mean())),
    (SUBTRACTED, _of_norms(lambda n: -(n - 1).square().mean())),
    (SUBTRACTED, _of_norms(lambda n: -10 * (n - 1).square().mean())),
    *(
        (WEIGHTED, _of_norms(lambda n, w=w: w * (n - 1).square().mean()))
        for w in (10.0, 0.1, 0.5, 2.0, 1.0 / 3, 5.0, 100.0)
    ),
    (OTHER_NORM, lambda g, _: (g.flatten(1).abs().sum(1) - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).abs().max(1).values - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).square().mean(1).sqrt() - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).sum(1) - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).mean(1) - 1).square().mean()),
    (OF_MEAN, lambda g, _: (_norms(g) / len(g) - 1).square().mean()),
    (OF_MEAN, lambda g, _: (_norms(g) / len(g) - 1).square().sum()),
    (OTHER_LOSS, lambda g, v: (_norms(g) - 1).square().mean() + v.mean()),
    (OTHER_LOSS, lambda g, v: (v - 1).square().mean()),
    (OTHER_LOSS, lambda g, v: (v.norm() - 1).square()),
    (SQUARED_NORM, lambda g, _: (g.square().sum() - 1).square()),
    (SQUARED_NORM, _of_norms(lambda n: (n.sqrt() - 1).square().mean())),
    (SQUARED_NORM, _of_norms(lambda n: 10 * (n.square() - 1).square().mean())),
    (WHOLE_BATCH, lambda g, _: 10 * (g.norm() - 1).square()),
    (WRONG_AXIS, lambda g, _: 10 * _along((1,))(g, _)),
)


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
    wanted, gradients = _expect(layers, points, _right)
    if not same(wanted, value.reshape(()) if value.numel() == 1 else value):
        name = next((m.id for m, f in FORMULAS if _matches(value, layers, points, f)), "unrecognised")
        sheet.insist(False, "mean of (‖∇f‖ − 1)²", name, _numbers(value, wanted))
    sheet.passed("mean of (‖∇f‖ − 1)²")
    judge_points(sheet, points, real, fake)
    mine = [g if g is not None else torch.zeros_like(w) for g, w in _paired(slopes.parameters, gradients)]
    sheet.insist(same(gradients, mine), "trains the critic", "create_graph_missing")


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


SHAPES = ((7, (2,)), (4, (2, 3, 3)), (1, (3,)), (6, (1, 4, 2)), (5, (5,)))


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
