"""Probe of the earth mover's distance of two weighted sets of points, on the line."""

from __future__ import annotations

from collections.abc import Callable

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import BECOMES_NUMBER, MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.a05_wasserstein.distance import (
    ALL_PAIRS,
    HALVED,
    MEANS_ONLY,
    NEAREST,
    NOT_SORTED,
    scalar,
)
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "wasserstein_weighted"
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


def _right(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
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
    return _right(x.sort().values, y.sort().values, wx, wy)


def _unsorted(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap.abs() * torch.cat([x, y]).diff()).sum()


def _unsorted_size(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap * torch.cat([x, y]).diff()).abs().sum()


def _masses_added(x: torch.Tensor, y: torch.Tensor, wx: torch.Tensor, wy: torch.Tensor) -> torch.Tensor:
    gap, width = _gaps(x, y, wx, wy, sign=1.0)
    return (gap.abs() * width).sum()


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (WEIGHTS_IGNORED, lambda x, y, wx, wy: _right(x, y, _even(wx), _even(wy))),
        (ONE_WEIGHTED, lambda x, y, wx, wy: _right(x, y, wx, _even(wy))),
        (ONE_WEIGHTED, lambda x, y, wx, wy: _right(x, y, _even(wx), wy)),
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
        (SAME_SIGN, _masses_added),
        (MEANS_ONLY, lambda x, y, wx, wy: ((x * wx).sum() - (y * wy).sum()).abs()),
        (MEANS_ONLY, lambda x, y, wx, wy: (x.mean() - y.mean()).abs()),
        (MEANS_ONLY, lambda x, y, wx, wy: (x * wx).sum() - (y * wy).sum()),
        (ALL_PAIRS, lambda x, y, wx, wy: (wx[:, None] * wy * (x[:, None] - y).abs()).sum()),
        (NEAREST, lambda x, y, wx, wy: (wx * (x[:, None] - y).abs().min(1).values).sum()),
        (NEAREST, lambda x, y, wx, wy: (wy * (y[:, None] - x).abs().min(1).values).sum()),
        (HALVED, lambda *a: _right(*a) / 2),
        (HALVED, lambda *a: 2 * _right(*a)),
        (HALVED, lambda *a: -_right(*a)),
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
    x, y = (torch.round(dice.normal(n, scale=2.0)) for n in (9, 7))
    made.append((x, y, _weights(dice, 9, empty=True), _weights(dice, 7, empty=True)))
    return made


def _play(student: Student, dice: Dice) -> Observation:
    return {f"value {i}": scalar(student.call(NAME, *heaps).value) for i, heaps in enumerate(_heaps(dice))}


def _play_single(student: Student, dice: Dice) -> Observation:
    one, weight = dice.normal(1), torch.ones(1)
    many = dice.normal(5, scale=2.0)
    shares = _weights(dice, 5, empty=False)
    return {
        "one to many": scalar(student.call(NAME, one, many, weight, shares).value),
        "one to one": scalar(student.call(NAME, one, one + 2.5, weight, weight).value),
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


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    heaps = _heaps(Dice(dice.seed))
    try:
        value = student.call(NAME, *heaps[0]).value
    except StudentFault as fault:
        if fault.kind != "raised" or not _works(student, heaps[3]):
            raise
        sheet.insist(False, "unequal numbers of points", "equal_sizes_only", fault.message)
        raise
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    Duel(NAME, "the distance", _play, _right, RIVALS).judge(student, dice, sheet)
    single = Duel(NAME, "single points", _play_single, _right)
    sheet.require(single.agrees(student, dice), "single points", "single_point")
    judge_inputs_kept(student, sheet, NAME, *heaps[2])


def _works(student: Student, heaps: Heaps) -> bool:
    try:
        student.call(NAME, *heaps)
    except StudentFault:
        return False
    return True


OTHERS = (BECOMES_NUMBER, MODIFIES_INPUTS, EQUAL_SIZES, SINGLE)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *OTHERS)),)
