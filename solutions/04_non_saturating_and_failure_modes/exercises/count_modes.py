"""Key of the mode counter: both rules, and the share of good samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

ONE_CAPTURES = Misconception(
    "one_sample_captures",
    "One sample is enough for your captured modes.",
    "Captured asks for `needed` samples within reach; one is the other rule.",
)

MORE_THAN = Misconception(
    "more_than_needed",
    "A mode with exactly `needed` samples is not captured by yours.",
    "At least means ≥.",
)

NEEDED_FIXED = Misconception(
    "needed_ignored",
    "Your captured modes do not follow the argument `needed`.",
    "20 is the usual value for 2,500 samples; use the argument.",
)

NO_RADIUS = Misconception(
    "no_radius",
    "You count samples for their nearest mode, however far away it is.",
    "Only samples within three standard deviations of a mode count for it.",
)

RADIUS = Misconception(
    "wrong_radius",
    "Your circle around a mode has another radius than three standard deviations.",
    "Compare distances with 3·std, or squared distances with the square of that.",
)

SQUARED = Misconception(
    "squared_distance",
    "You compare the squared distance with 3·std, or the distance with its square.",
    "The distance is the root of the sum of squares. Take the root, or square the other side as well.",
)

BOX = Misconception(
    "box_not_circle",
    "You look at each coordinate by itself: that is a box, not a circle.",
    "The distance in the plane combines both coordinates: √(dx² + dy²).",
)

DIAMOND = Misconception(
    "other_distance",
    "You add up |dx| and |dy|, which is not the distance in the plane.",
    "The distance in the plane is √(dx² + dy²).",
)

GOOD_COUNT = Misconception(
    "good_is_count",
    "Your third number is a count or a percentage, not a share.",
    "A share lies between 0 and 1: good samples divided by all samples.",
    share=0.5,
)

GOOD_CAPTURED = Misconception(
    "good_of_captured_only",
    "Your share of good samples leaves out modes that are not captured.",
    "Good is a property of a sample: within reach of some mode, captured or not.",
    share=0.5,
)

ORDER = Misconception(
    "order",
    "Your numbers come in another order.",
    "The order is captured, touched, good.",
)

SHARES = Misconception(
    "shares_of_modes",
    "You return shares of the modes, not their number.",
    "Two whole numbers and one share: 7 modes captured is 7, not 0.875.",
)

MISSED = Misconception(
    "counts_missed",
    "You count the modes that are not found.",
    "Captured and touched are the modes with enough samples, not those without.",
)

SAMPLES = Misconception(
    "counts_samples",
    "One of your two counts counts samples, not modes.",
    "First count the samples of each mode; then count the modes whose number is large enough.",
)

Counts = tuple[float, float, float]


def _within(samples: torch.Tensor, modes: torch.Tensor, radius: float, power: float = 2.0) -> torch.Tensor:
    """Which sample lies within reach of which mode, shape (n, K)."""
    apart = (samples[:, None] - modes).double()
    inside: torch.Tensor = torch.linalg.vector_norm(apart, ord=power, dim=2) <= radius
    return inside


def _counts(inside: torch.Tensor, needed: float) -> Counts:
    per_mode = inside.sum(dim=0)
    captured, touched = (per_mode >= needed).sum(), (per_mode >= 1).sum()
    return int(captured), int(touched), float(inside.any(dim=1).float().mean())


def _right(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    return _counts(_within(samples, modes, 3 * std), needed)


Make = Callable[..., Counts]


def _radius(factor: float, power: float = 2.0) -> Make:
    return lambda s, m, std, needed=20: _counts(_within(s, m, factor * std, power), needed)


def _nearest(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    which = torch.linalg.vector_norm(samples[:, None] - modes, dim=2).argmin(dim=1)
    return _counts(torch.nn.functional.one_hot(which, len(modes)).bool(), needed)


def _nearest_and_good(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    return (*_nearest(samples, modes, std, needed)[:2], _right(samples, modes, std, needed)[2])


def _needed(change: Callable[[int], float]) -> Make:
    return lambda s, m, std, needed=20: _counts(_within(s, m, 3 * std), change(needed))


def _always(n: int) -> Callable[[int], float]:
    return lambda needed: n


def _shuffled(*order: int) -> Make:
    def answer(s: torch.Tensor, m: torch.Tensor, std: float, needed: int = 20) -> Any:
        three = _right(s, m, std, needed)
        return tuple(three[i] for i in order)

    return answer


def _good(change: Callable[[torch.Tensor, int], float]) -> Make:
    """Right counts with another third number, from the (n, K) table of who is within reach."""

    def answer(s: torch.Tensor, m: torch.Tensor, std: float, needed: int = 20) -> Counts:
        inside = _within(s, m, 3 * std)
        return (*_counts(inside, needed)[:2], change(inside, needed))

    return answer


def _other(change: Callable[[torch.Tensor, int], Any]) -> Make:
    return lambda s, m, std, needed=20: change(_within(s, m, 3 * std), needed)


def _of_captured(inside: torch.Tensor, needed: int) -> float:
    return float(inside[:, inside.sum(dim=0) >= needed].any(dim=1).float().mean())


GOOD_RIVALS = (
    (GOOD_COUNT, _good(lambda inside, needed: float(inside.any(dim=1).sum()))),
    (GOOD_COUNT, _good(lambda inside, needed: 100 * float(inside.any(dim=1).float().mean()))),
    (GOOD_CAPTURED, _good(_of_captured)),
)

RIVALS = (
    (ONE_CAPTURES, _needed(lambda needed: 1)),
    (MORE_THAN, _needed(lambda needed: needed + 1)),
    *((NEEDED_FIXED, _needed(_always(n))) for n in (20, 10, 5, 2)),
    (NO_RADIUS, _nearest),
    (NO_RADIUS, _nearest_and_good),
    (RADIUS, lambda s, m, std, needed=20: _counts(_within(s, m, 3.0), needed)),
    (SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, (3 * std) ** 0.5), needed)),
    (SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, (3 * std) ** 2), needed)),
    (SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, 3**0.5 * std), needed)),
    *((RADIUS, _radius(f)) for f in (1.0, 2.0, 1.5, 4.0, 6.0, 9.0)),
    (BOX, _radius(3.0, float("inf"))),
    (DIAMOND, _radius(3.0, 1.0)),
    (ORDER, _shuffled(1, 0, 2)),
    (ORDER, _shuffled(2, 0, 1)),
    (ORDER, _shuffled(2, 1, 0)),
    (ORDER, _shuffled(0, 2, 1)),
    (SHARES, _other(lambda i, n: (*[c / i.shape[1] for c in _counts(i, n)[:2]], _counts(i, n)[2]))),
    (MISSED, _other(lambda i, n: (*[i.shape[1] - c for c in _counts(i, n)[:2]], _counts(i, n)[2]))),
    (SAMPLES, _other(lambda i, n: (_counts(i, n)[0], int(i.sum()), _counts(i, n)[2]))),
    (SAMPLES, _other(lambda i, n: (int(i.sum()), _counts(i, n)[1], _counts(i, n)[2]))),
)


key = Key("mode_counting", right=_right)
for misconception, answer in (*GOOD_RIVALS, *RIVALS):
    key.also(misconception, answer)
