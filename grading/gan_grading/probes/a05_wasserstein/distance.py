"""Probe of the earth mover's distance of two samples of equal size, on the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "wasserstein_1d"
NOT_SORTED = Misconception(
    "not_sorted",
    "You match the samples in the order in which they came.",
    "The order of samples in a batch means nothing. Which heap should the leftmost shovel of earth fill?",
)
MEANS_ONLY = Misconception(
    "difference_of_means",
    "You compare only the two means.",
    "Two distributions with the same mean can be far apart. Take each distance's size before you average.",
)
SQUARED = Misconception(
    "squared",
    "You square the distances.",
    "Work is mass times distance, not distance squared: that is another of Wasserstein's distances, W₂.",
)
SUMMED = Misconception(
    "summed",
    "Your distance grows with the number of samples.",
    "Each of n samples carries 1/n of the earth.",
)
NEAREST = Misconception(
    "nearest_neighbour",
    "Each sample goes to its nearest neighbour, so that one hole may be filled many times and another never.",
    "Every target needs its own share of the earth: a plan moves all of one heap onto all of the other.",
)
ALL_PAIRS = Misconception(
    "all_pairs",
    "You average over all pairs, so your distance is not 0 between a sample and itself.",
    "A plan sends each sample to one partner. Which partners make the total work least?",
)
WORST = Misconception(
    "worst_matching",
    "One of the two samples is sorted the wrong way round: the leftmost goes to the rightmost.",
    "Sort both in the same direction, so that no two paths cross.",
)
BOTTLENECK = Misconception(
    "longest_way",
    "You return a single distance, such as the longest or the one in the middle, not the average.",
    "Work counts the way of every shovel.",
)
HALVED = Misconception(
    "wrong_factor",
    "Your distance is a fixed multiple of the right one.",
    "n partners, each with mass 1/n: nothing else multiplies or divides.",
)
BATCH = Misconception(
    "fixed_batch_size",
    "Your distance divides by a fixed number or by another count than n.",
    "n is the number of samples that came in, and it may change from call to call.",
)

REPEATS_LOST = Misconception(
    "repeats_lost",
    "Your distance is wrong where the same number comes more than once.",
    "Two samples at one place are two shares of the earth, not one.",
    share=0.5,
)

Distance = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def _sorted_gap(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return x.sort().values - y.sort().values


def _right(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return _sorted_gap(x, y).abs().mean()


def _chamfer(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return (x[:, None] - y).abs().min(1).values.mean()


def _pairs(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return (x[:, None] - y).abs().mean()


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (NOT_SORTED, lambda x, y: (x - y).abs().mean()),
        (SUMMED, lambda x, y: _sorted_gap(x, y).abs().sum()),
        (SUMMED, lambda x, y: _sorted_gap(x, y).abs()),
        (MEANS_ONLY, lambda x, y: (x.mean() - y.mean()).abs()),
        (MEANS_ONLY, lambda x, y: x.mean() - y.mean()),
        (MEANS_ONLY, lambda x, y: y.mean() - x.mean()),
        (MEANS_ONLY, lambda x, y: (x.sum() - y.sum()).abs()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).square().mean()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).square().mean().sqrt()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).square().sum()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).norm()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).abs().sqrt().mean()),
        (SQUARED, lambda x, y: _sorted_gap(x, y).abs().mean().sqrt()),
        (SQUARED, lambda x, y: (x - y).square().mean()),
        (NOT_SORTED, lambda x, y: (x.sort().values - y).abs().mean()),
        (NOT_SORTED, lambda x, y: (x - y.sort().values).abs().mean()),
        (NOT_SORTED, lambda x, y: (x[y.argsort()] - y[y.argsort()]).abs().mean()),
        (NOT_SORTED, lambda x, y: (x - y).abs().sum()),
        (NOT_SORTED, lambda x, y: (x[x.argsort()] - y[x.argsort()]).abs().mean()),
        (WORST, lambda x, y: (x.sort().values - y.sort(descending=True).values).abs().mean()),
        (NEAREST, _chamfer),
        (NEAREST, lambda x, y: _chamfer(y, x)),
        (NEAREST, lambda x, y: _chamfer(x, y) + _chamfer(y, x)),
        (NEAREST, lambda x, y: (_chamfer(x, y) + _chamfer(y, x)) / 2),
        (ALL_PAIRS, _pairs),
        (ALL_PAIRS, lambda x, y: (x[:, None] - y).abs().sum()),
        (ALL_PAIRS, lambda x, y: 2 * _pairs(x, y) - _pairs(x, x) - _pairs(y, y)),
        (ALL_PAIRS, lambda x, y: _pairs(x, y) - _pairs(x, x) / 2 - _pairs(y, y) / 2),
        (BOTTLENECK, lambda x, y: _sorted_gap(x, y).abs().max()),
        (BOTTLENECK, lambda x, y: _sorted_gap(x, y).abs().median()),
        (BOTTLENECK, lambda x, y: (x.median() - y.median()).abs()),
        (HALVED, lambda x, y: _right(x, y) / 2),
        (HALVED, lambda x, y: 2 * _right(x, y)),
        (HALVED, lambda x, y: -_right(x, y)),
        (HALVED, lambda x, y: _right(x, y) ** 2),
        (BATCH, lambda x, y: _sorted_gap(x, y).abs().sum() / (2 * len(x))),
        (BATCH, lambda x, y: _sorted_gap(x, y).abs().sum() / (len(x) + 1)),
        (BATCH, lambda x, y: _sorted_gap(x, y).abs().sum() / max(1, len(x) - 1)),
        *((BATCH, lambda x, y, n=n: _sorted_gap(x, y).abs().sum() / n) for n in (3, 4, 5, 6, 8, 10, 64, 100)),
        (DETACHED, lambda x, y: _right(x, y).detach()),
        (DETACHED, lambda x, y: _right(x.detach(), y)),
        (DETACHED, lambda x, y: _right(x, y.detach())),
    )
)


def _samples(dice: Dice) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Two samples each, mixed and far apart, of several sizes, with paths that cross when not sorted."""
    made = []
    for n, shift in ((1, 2.0), (7, 0.5), (40, 0.0), (200, 30.0)):
        x = dice.normal(n, scale=dice.number(0.5, 3.0)) + dice.number(-1.0, 1.0)
        made.append((x, dice.normal(n, scale=dice.number(0.5, 3.0)) + shift))
    return made


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for i, (x, y) in enumerate(_samples(dice)):
        slopes = student.slopes(NAME, x, y)
        value = slopes.value
        one = isinstance(value, torch.Tensor) and value.numel() == 1
        seen[f"value {i}"] = value.reshape(()) if one else value
        seen[f"slopes {i}"] = [or_zeros(g, x) for g in slopes.args]
    return seen


def _play_ties(student: Student, dice: Dice) -> Observation:
    """Samples that coincide keep their mass; only the value is looked at, for the slope is not unique."""
    x, y = dice.normal(6), dice.normal(6, scale=2.0)
    return {"value": scalar(student.call(NAME, x[[0, 1, 1, 2, 3, 3]], y).value)}


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.slopes(NAME, *_samples(Dice(dice.seed))[1]).value
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    judge_inputs_kept(student, sheet, NAME, *_samples(Dice(dice.seed))[2])
    Duel(NAME, "value and slopes", _play, _right, RIVALS).judge(student, dice, sheet)
    ties = Duel(NAME, "repeated samples", _play_ties, _right)
    sheet.require(ties.agrees(student, dice), "repeated samples", "repeats_lost")
    twin = dice.normal(9)
    zero = student.call(NAME, twin, twin.flip(0)).value
    sheet.require(same(torch.zeros(()), scalar(zero)), "0 between a sample and itself", "unrecognised")


def scalar(value: Any) -> Any:
    """Return a tensor of one number in shape (), and all else as it is."""
    return value.reshape(()) if isinstance(value, torch.Tensor) and value.numel() == 1 else value


PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), BECOMES_NUMBER, MODIFIES_INPUTS, REPEATS_LOST)),)
