"""Checks of the earth mover's distance on the line: by sorting, and by the running sums of weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    exercise_check,
    number,
    one_number,
    scalar_with_gradient,
)
from gan_course.checks.wasserstein.left_alone import unchanged

_X = torch.tensor([4.0, 0.0, 1.0, -3.0])
_Y = torch.tensor([2.0, 3.0, -2.0, 0.5])
_DISTANCE = 0.875
_SIGNS = (
    (2.875, "The samples were matched as they came. Sort both, so that no two paths cross."),
    (3.5, "The distances were added up. Each of the n samples carries 1/n of the earth."),
    (0.375, "This is the difference of the means: ways to the left paid off ways to the right."),
    (-0.375, "This is the difference of the means: ways to the left paid off ways to the right."),
    (0.8125, "The distances were squared. Work is mass times distance, plain."),
    (
        0.9014,
        "This is the root of the mean square, another distance (W₂). Here the plain size is averaged.",
    ),
    (1.0, "This is a single way, the longest or the middle one. Every shovel's way counts, with weight 1/n."),
    (0.4375, "Half of what is wanted: each of the n shovels carries 1/n, and nothing halves that."),
    (3.625, "The leftmost was sent to the rightmost. Sort both in the same direction."),
    (-0.875, "The sign is turned round. Work is never negative."),
    (0.75, "Each sample went to its nearest neighbour. Then one hole is filled twice and another never."),
    (2.625, "This averages over all pairs. Each sample has one partner only."),
)


@exercise_check
def wasserstein_1d(report: Report, answer: Callable[..., Any]) -> None:
    """Check the distance of two samples of equal size: worked by hand, moved, repeated; and its slope."""
    x, y = _X.clone().requires_grad_(), _Y.clone().requires_grad_()
    value = scalar_with_gradient(report, report.call(answer, x, y))
    words = "for x = 4, 0, 1, −3 and y = 2, 3, −2, 0.5"
    if not _hit(report, value, _DISTANCE, words, _SIGNS):
        return
    spread = _value(report, answer, torch.tensor([-1.0, 1.0]), torch.tensor([-4.0, 4.0]))
    report.expect(
        close(spread, 3.0),
        "two clouds with the same mean can be far apart: 3.0000",
        f"for x = −1, 1 and y = −4, 4: yours {number(spread)}, wanted 3.0000",
        "The means are equal here, but each grain has a way to go, one to the left and one to the right.",
    )
    twice = _value(report, answer, _X.repeat(2), _Y.repeat(2))
    report.expect(
        close(twice, _DISTANCE),
        "every sample twice: the distance stays",
        f"every sample twice: yours {number(twice)}, wanted {number(_DISTANCE)}",
        "The distance is one between distributions; repeating all samples changes no distribution.",
    )
    ties = _value(report, answer, torch.tensor([1.0, 1.0, 2.0]), torch.tensor([4.0, 0.0, 4.0]))
    report.expect(
        close(ties, 2.0),
        "a number that comes twice counts twice",
        f"for x = 1, 1, 2 and y = 4, 0, 4: yours {number(ties)}, wanted 2.0000",
        "Two samples at one place are two shares of the earth, not one.",
    )
    shuffled = _value(report, answer, _X.flip(0), _Y[[2, 0, 3, 1]])
    report.expect(
        close(shuffled, _DISTANCE),
        "another order of the samples: the distance stays",
        f"another order of the samples: yours {number(shuffled)}, wanted {number(_DISTANCE)}",
        "The order in which samples come means nothing.",
    )
    moved = _value(report, answer, _X - 5, _Y - 5)
    report.expect(
        close(moved, _DISTANCE),
        "everything moved by −5: the distance stays",
        f"everything moved by −5: yours {number(moved)}, wanted {number(_DISTANCE)}",
        "Where the origin lies means nothing to a distance.",
    )
    _slope(report, answer)
    unchanged(report, answer, _X, _Y)


def _slope(report: Report, answer: Callable[..., Any]) -> None:
    x = torch.tensor([100.0, 102.0, 101.0, 103.0], requires_grad=True)
    y = torch.tensor([0.0, 2.0, 1.0, 3.0], requires_grad=True)
    value = report.call(answer, x, y)
    if not (isinstance(value, Tensor) and value.requires_grad):
        return
    slopes = torch.autograd.grad(value.sum(), [x, y], allow_unused=True)
    right, left = (torch.zeros(4) if slope is None else slope for slope in slopes)
    report.expect(
        close(right, torch.full((4,), 0.25)) and close(left, torch.full((4,), -0.25)),
        "its slope is 1/n in every sample, as far away as it may be",
        f"slope in a sample of x and of y at distance 100, n = 4: yours {number(right[0])} and "
        f"{number(left[0])}, wanted 0.2500 and −0.2500",
        "Moving one sample by a little changes the distance by 1/n of that, for either of the two.",
    )


_PLACES = (torch.tensor([0.0, 4.0]), torch.tensor([3.0, 1.0, 6.0]))
_WEIGHTS = (torch.tensor([0.75, 0.25]), torch.tensor([0.5, 0.25, 0.25]))
# F − G is 0.75 on [0, 1], 0.5 on [1, 3], 0 on [3, 4] and 0.25 on [4, 6].
_WEIGHTED = 2.25
_WEIGHTED_SIGNS = (
    (1.6667, "The weights play no part. F jumps by the weight of a point, not by 1/n."),
    (1.5, "The gaps were added without the widths over which they last. An area is height times width."),
    (0.375, "The gaps were averaged. An area is height times width, summed."),
    (1.1875, "The gaps were squared: that is another distance. The plain area is asked."),
    (0.75, "This is the largest gap alone (Kolmogorov's distance). The whole area is asked."),
    (0.5625, "The terms were averaged. An area is their sum."),
    (7.75, "The two masses were added. What is carried across a place is their difference."),
    (-2.25, "The sign is turned round. Work is never negative."),
    (1.125, "Half of what is wanted."),
)


@exercise_check
def wasserstein_weighted(report: Report, answer: Callable[..., Any]) -> None:
    """Check the distance of weighted points: worked by hand, with gaps of both signs, with ties."""
    value = _value(report, answer, *_PLACES, *_WEIGHTS)
    words = "two heaps against three, as drawn in the exercise"
    if not _hit(report, value, _WEIGHTED, words, _WEIGHTED_SIGNS):
        return
    even = torch.full((2,), 0.5)
    both = _value(report, answer, torch.tensor([-1.0, 1.0]), torch.tensor([4.0, -4.0]), even, even)
    report.expect(
        close(both, 3.0),
        "earth carried to the left does not pay off earth carried to the right",
        f"for x = −1, 1 and y = 4, −4, halves: yours {number(both)}, wanted 3.0000",
        "The gap F − G has both signs here. Take its size before you add.",
    )
    tied = _value(report, answer, torch.tensor([1.0, 1.0, 2.0]), torch.tensor([1.0, 3.0]), *_TIED)
    report.expect(
        close(tied, 1.1),
        "several points at one place",
        f"for x = 1, 1, 2 and y = 1, 3 with weights: yours {number(tied)}, wanted 1.1000",
        "Points may coincide: then the width between them is 0, and the order among them does not matter.",
    )
    one = torch.ones(1)
    single = _value(report, answer, torch.tensor([5.0]), torch.tensor([2.0]), one, one)
    report.expect(
        close(single, 3.0),
        "one heap against one: the way between them",
        f"for x = 5 and y = 2: yours {number(single)}, wanted 3.0000",
        "All earth goes from one place to the other.",
    )
    unchanged(report, answer, *_PLACES, *_WEIGHTS)


_TIED = (torch.tensor([0.2, 0.3, 0.5]), torch.tensor([0.2, 0.8]))


def _value(report: Report, answer: Callable[..., Any], *given: Tensor) -> Tensor:
    return one_number(report, report.call(answer, *[g.clone() for g in given]))


def _hit(
    report: Report, value: Tensor, wanted: float, words: str, signs: Sequence[tuple[float, str]]
) -> bool:
    teach = next((t for v, t in signs if close(value, v)), "Work the example through by hand.")
    return report.expect(
        close(value, wanted),
        f"{number(wanted)} {words}",
        f"{words}: yours {number(value)}, wanted {number(wanted)}",
        teach,
    )
