"""Probes of the earth mover's distance on the line: equal numbers of samples, then weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_grading.probes.compare import same
from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import (
    BECOMES_NUMBER,
    DETACHED,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)
from gan_grading.student import Student, StudentFault

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


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.slopes(NAME, *_samples(Dice(dice.seed))[1]).value
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    judge_inputs_kept(student, sheet, NAME, *_samples(Dice(dice.seed))[2])
    Duel(NAME, "value and slopes", _play, _right, RIVALS).judge(student, dice, sheet)
    twin = dice.normal(9)
    zero = student.call(NAME, twin, twin.flip(0)).value
    sheet.require(same(torch.zeros(()), _scalar(zero)), "0 between a sample and itself", "unrecognised")


def _scalar(value: Any) -> Any:
    return value.reshape(()) if isinstance(value, torch.Tensor) and value.numel() == 1 else value


# ---- weights ---------------------------------------------------------------------------------------

WEIGHTED = "wasserstein_weighted"
WEIGHTS_IGNORED = Misconception(
    "weights_ignored",
    "Your distance does not depend on the weights.",
    "F jumps by the weight of a point where it passes that point, not by 1/n.",
)
NO_WIDTH = Misconception(
    "widths_forgotten",
    "You add up the gaps between F and G without the width over which each of them lasts.",
    "An area is height times width: the gap holds from one point to the next.",
)
NO_SIZE = Misconception(
    "size_forgotten",
    "Earth carried to the left pays off earth carried to the right in your sum.",
    "The gap F − G can have both signs, and work is never negative: take its size before you add.",
)
WEIGHTS_NOT_MOVED = Misconception(
    "weights_left_behind",
    "Points were sorted, and their weights were not sorted with them.",
    "A weight belongs to its point: sort both by the same order.",
)
CRAMER = Misconception(
    "another_distance",
    "You measure another distance between F and G: squared, or the largest gap alone.",
    "The earth mover's distance is the plain area between the two curves.",
)
SHIFTED = Misconception(
    "shifted_gap",
    "Each gap is multiplied by the width of the neighbouring interval.",
    "The running sum after the i-th point is the gap between the i-th point and the next.",
)
SAME_SIGN = Misconception(
    "masses_added",
    "You add the two distributions where you should subtract them.",
    "What is carried across a place is the difference of the two masses to the left of it.",
)
ONE_WEIGHTED = Misconception(
    "one_set_of_weights",
    "Only one of the two sets of weights is used.",
    "F jumps by x_weights, G jumps by y_weights.",
)


def _gaps(
    x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor, sign: float = -1.0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the gaps F − G and the widths over which they last."""
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([wx, sign * wy])[order]
    return mass.cumsum(0)[:-1], points.diff()


def _right_weighted(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap, width = _gaps(x, y, wx, wy)
    return (gap.abs() * width).sum()


def _even(w: torch.Tensor) -> torch.Tensor:
    return torch.full_like(w, 1 / len(w))


def _of_gaps(reduce: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda x, y, wx, wy: reduce(*_gaps(x, y, wx, wy))


def _unmoved(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap.abs() * torch.cat([x, y]).sort().values.diff()).sum()


def _sorted_alone(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    return _right_weighted(x.sort().values, y.sort().values, wx, wy)


def _unsorted(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap.abs() * torch.cat([x, y]).diff()).sum()


def _unsorted_size(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap * torch.cat([x, y]).diff()).abs().sum()


WEIGHTED_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (WEIGHTS_IGNORED, lambda x, y, wx, wy: _right_weighted(x, y, _even(wx), _even(wy))),
        (ONE_WEIGHTED, lambda x, y, wx, wy: _right_weighted(x, y, wx, _even(wy))),
        (ONE_WEIGHTED, lambda x, y, wx, wy: _right_weighted(x, y, _even(wx), wy)),
        (NO_SIZE, _of_gaps(lambda gap, width: (gap * width).sum())),
        (NO_SIZE, _of_gaps(lambda gap, width: -(gap * width).sum())),
        (NO_SIZE, _of_gaps(lambda gap, width: (gap * width).sum().abs())),
        (NO_SIZE, _of_gaps(lambda gap, width: (gap.clamp_min(0) * width).sum())),
        (NO_SIZE, _of_gaps(lambda gap, width: ((-gap).clamp_min(0) * width).sum())),
        (NO_WIDTH, _of_gaps(lambda gap, width: gap.abs().sum())),
        (NO_WIDTH, _of_gaps(lambda gap, width: gap.abs().mean())),
        (NO_WIDTH, _of_gaps(lambda gap, width: gap.abs().mean() * width.sum())),
        (NO_WIDTH, _of_gaps(lambda gap, width: (gap.abs() * width).mean())),
        (NO_WIDTH, _of_gaps(lambda gap, width: gap.abs().sum() / (len(gap) + 1))),
        (CRAMER, _of_gaps(lambda gap, width: (gap.square() * width).sum())),
        (CRAMER, _of_gaps(lambda gap, width: (gap.square() * width).sum().sqrt())),
        (CRAMER, _of_gaps(lambda gap, width: gap.abs().max())),
        (CRAMER, _of_gaps(lambda gap, width: (gap.abs() * width).max())),
        (CRAMER, _of_gaps(lambda gap, width: (gap.abs() * width.square()).sum())),
        (CRAMER, _of_gaps(lambda gap, width: (gap.abs() * width).sum() / width.sum())),
        (WEIGHTS_NOT_MOVED, _unmoved),
        (WEIGHTS_NOT_MOVED, _sorted_alone),
        (NOT_SORTED, _unsorted),
        (NOT_SORTED, _unsorted_size),
        (SHIFTED, _of_gaps(lambda gap, width: (gap[:-1].abs() * width[1:]).sum())),
        (SHIFTED, _of_gaps(lambda gap, width: (gap[1:].abs() * width[:-1]).sum())),
        (SHIFTED, _of_gaps(lambda gap, width: (gap[:-1].abs() * width[:-1]).sum())),
        (SHIFTED, _of_gaps(lambda gap, width: (gap[1:].abs() * width[1:]).sum())),
        (SAME_SIGN, lambda *a: (lambda gap, width: (gap.abs() * width).sum())(*_gaps(*a, sign=1.0))),
        (MEANS_ONLY, lambda x, y, wx, wy: ((x * wx).sum() - (y * wy).sum()).abs()),
        (MEANS_ONLY, lambda x, y, wx, wy: (x.mean() - y.mean()).abs()),
        (MEANS_ONLY, lambda x, y, wx, wy: (x * wx).sum() - (y * wy).sum()),
        (ALL_PAIRS, lambda x, y, wx, wy: (wx[:, None] * wy * (x[:, None] - y).abs()).sum()),
        (NEAREST, lambda x, y, wx, wy: (wx * (x[:, None] - y).abs().min(1).values).sum()),
        (NEAREST, lambda x, y, wx, wy: (wy * (y[:, None] - x).abs().min(1).values).sum()),
        (HALVED, lambda *a: _right_weighted(*a) / 2),
        (HALVED, lambda *a: 2 * _right_weighted(*a)),
        (HALVED, lambda *a: -_right_weighted(*a)),
    )
)


Heaps = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


def _weights(dice: Dice, n: int, empty: bool) -> torch.Tensor:
    raw = dice.uniform(n, low=0.05, high=1.0) ** 2
    if empty and n > 2:
        raw[dice.integer(0, n - 1)] = 0.0
    return raw / raw.sum()


def _heaps(dice: Dice) -> list[Heaps]:
    """Unequal numbers of points; the last pair stands on whole numbers, with ties and an empty heap."""
    made = []
    for n, m, shift in ((5, 8, 0.0), (9, 4, 1.0), (60, 37, 0.3), (6, 6, 0.0)):
        x, y = dice.normal(n, scale=2.0), dice.normal(m, scale=1.5) + shift
        made.append((x, y, _weights(dice, n, empty=False), _weights(dice, m, empty=False)))
    tied = (9, 7)
    x, y = (torch.round(dice.normal(n, scale=2.0)) for n in tied)
    made.append((x, y, *(_weights(dice, n, empty=True) for n in tied)))
    return made


def _play_weighted(student: Student, dice: Dice) -> Observation:
    return {
        f"value {i}": _scalar(student.call(WEIGHTED, *heaps).value) for i, heaps in enumerate(_heaps(dice))
    }


def _play_single(student: Student, dice: Dice) -> Observation:
    one, weight = dice.normal(1), torch.ones(1)
    many = dice.normal(5, scale=2.0)
    shares = _weights(dice, 5, empty=False)
    return {
        "one to many": _scalar(student.call(WEIGHTED, one, many, weight, shares).value),
        "one to one": _scalar(student.call(WEIGHTED, one, one + 2.5, weight, weight).value),
    }


EQUAL_SIZES = Misconception(
    "equal_sizes_only",
    "Your function needs as many points on one side as on the other.",
    "Partners cannot be counted off one by one here: compare the running sums F and G instead.",
)
SINGLE = Misconception(
    "single_point",
    "Your function fails where one of the two heaps is a single point.",
    "A batch of one is a distribution too: where does your code ask for a second point?",
    share=0.3,
)


def _judge_weighted(student: Student, dice: Dice, sheet: Sheet) -> None:
    heaps = _heaps(Dice(dice.seed))
    try:
        value = student.call(WEIGHTED, *heaps[0]).value
    except StudentFault as fault:
        if fault.kind != "raised" or not _works(student, heaps[3]):
            raise
        sheet.insist(False, "unequal numbers of points", "equal_sizes_only", fault.message)
        raise
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    Duel(WEIGHTED, "the distance", _play_weighted, _right_weighted, WEIGHTED_RIVALS).judge(
        student, dice, sheet
    )
    single = Duel(WEIGHTED, "single points", _play_single, _right_weighted)
    sheet.require(single.agrees(student, dice), "single points", "single_point")
    judge_inputs_kept(student, sheet, WEIGHTED, *heaps[2])


def _works(student: Student, heaps: Heaps) -> bool:
    try:
        student.call(WEIGHTED, *heaps)
    except StudentFault:
        return False
    return True


PROBES = (
    Probe(NAME, _judge, (*misconceptions_of(RIVALS), BECOMES_NUMBER, MODIFIES_INPUTS)),
    Probe(
        WEIGHTED,
        _judge_weighted,
        (*misconceptions_of(WEIGHTED_RIVALS), BECOMES_NUMBER, MODIFIES_INPUTS, EQUAL_SIZES, SINGLE),
    ),
)
