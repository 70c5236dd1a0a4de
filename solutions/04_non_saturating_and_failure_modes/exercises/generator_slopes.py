"""Key of the slopes of both generator losses in the logit, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

SWAPPED = Misconception(
    "swapped",
    "The two slopes have changed places.",
    "The saturating loss comes first. Which of the two losses is flat where D is sure that the sample is fake?",
)

MEAN_MISSING = Misconception(
    "mean_missing",
    "Your slopes do not shrink as the batch grows: the 1/N is missing.",
    "Each loss is a mean over N logits. One logit appears in one of its N terms.",
)

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "Both losses fall when D is fooled more, that is, when the logit grows. So what sign has the slope?",
)

ONE_SIGN = Misconception(
    "one_sign",
    "One of your two slopes has the wrong sign.",
    "Both losses are to be minimised and both fall as the logit grows: both slopes are negative.",
)

VALUES = Misconception(
    "values_not_slopes",
    "These are the terms of the losses, not their derivatives.",
    "Differentiate: d log u / da = u'(a) / u, and σ' = σ(1 − σ).",
)

IN_D = Misconception(
    "slope_in_d",
    "You differentiated in D = σ(a), not in the logit a.",
    "The chain rule has one more factor: dD/da = σ(a)(1 − σ(a)).",
)

SIGMOID_MISSING = Misconception(
    "sigmoid_missing",
    "You put the logit where the probability belongs.",
    "D's probability is σ(a), not a: a may be any real number.",
)

SIGMOID_SLOPE = Misconception(
    "slope_of_sigmoid",
    "You return σ(1 − σ), the slope of the sigmoid alone.",
    "The loss is a logarithm of a probability. What does dividing by that probability leave over?",
)

SAME_TWICE = Misconception(
    "same_twice",
    "Both of your slopes are those of one loss.",
    "The losses have the same goal and different slopes: one contains σ(a), the other 1 − σ(a).",
)

FIXED_BATCH = Misconception(
    "fixed_batch_size",
    "You divide by a fixed number, not by the number of logits that came in.",
    "N is the length of the batch, and it may change from call to call.",
)

Slopes = tuple[torch.Tensor, torch.Tensor]

Make = Callable[[torch.Tensor], Slopes]


def _right(a: torch.Tensor) -> Slopes:
    return -torch.sigmoid(a) / len(a), -torch.sigmoid(-a) / len(a)


def _of(saturating: Callable[[torch.Tensor], Any], non_saturating: Callable[[torch.Tensor], Any]) -> Make:
    """Slopes of these two terms, each over N."""
    return lambda a: (saturating(a) / len(a), non_saturating(a) / len(a))


def _s(a: torch.Tensor) -> torch.Tensor:
    return torch.sigmoid(a)


def _c(a: torch.Tensor) -> torch.Tensor:
    return torch.sigmoid(-a)


def _over(n: int) -> Make:
    return lambda a: (-_s(a) / n, -_c(a) / n)


def _scaled(make: Make, how: Callable[[torch.Tensor], Any]) -> Make:
    """The same pair with another factor in place of 1/N."""
    return lambda a: (make(a)[0] * len(a) * how(a), make(a)[1] * len(a) * how(a))


PAIRS: tuple[tuple[Misconception, Make], ...] = (
    (SWAPPED, _of(lambda a: -_c(a), lambda a: -_s(a))),
    (SIGN, _of(_s, _c)),
    (SWAPPED, _of(_c, _s)),
    (ONE_SIGN, _of(_s, lambda a: -_c(a))),
    (ONE_SIGN, _of(lambda a: -_s(a), _c)),
    (VALUES, _of(lambda a: torch.log(_c(a)), lambda a: -torch.log(_s(a)))),
    (VALUES, _of(lambda a: torch.log(_c(a)), lambda a: torch.log(_s(a)))),
    (IN_D, _of(lambda a: -1 / _c(a), lambda a: -1 / _s(a))),
    (IN_D, _of(lambda a: 1 / _c(a), lambda a: 1 / _s(a))),
    (IN_D, _of(lambda a: 1 / _c(a), lambda a: -1 / _s(a))),
    (SIGMOID_SLOPE, _of(lambda a: -_s(a) * _c(a), lambda a: -_s(a) * _c(a))),
    (SIGMOID_SLOPE, _of(lambda a: _s(a) * _c(a), lambda a: _s(a) * _c(a))),
    (SIGMOID_MISSING, _of(lambda a: -a, lambda a: -(1 - a))),
    (SIGMOID_MISSING, _of(lambda a: -1 / (1 - a), lambda a: -1 / a)),
    (SAME_TWICE, _of(lambda a: -_s(a), lambda a: -_s(a))),
    (SAME_TWICE, _of(lambda a: -_c(a), lambda a: -_c(a))),
    (SAME_TWICE, _of(lambda a: -_s(a), _s)),
    (SAME_TWICE, _of(_c, lambda a: -_c(a))),
)

RIVALS = (
    *((m, make) for m, make in PAIRS),
    (MEAN_MISSING, _scaled(_right, lambda a: 1.0)),
    *((m, _scaled(make, lambda a: 1.0)) for m, make in PAIRS),
    (MEAN_MISSING, _scaled(_right, lambda a: 1 / len(a) ** 2)),
    *((FIXED_BATCH, _over(n)) for n in (2, 3, 4, 5, 7, 8, 10, 16, 32, 64, 100, 128, 256)),
)


key = Key("logit_slopes", right=_right)
for misconception, answer in RIVALS:
    key.also(misconception, answer)
