"""Probe of the slopes of both generator losses in the logit, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.compare import is_finite, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "generator_slopes"
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
OVERFLOWS = Misconception(
    "overflows",
    "A slope is NaN or infinite when a logit is very large.",
    "e^200 is too large for float32. torch.sigmoid is safe; so is 1/(1 + e^(−a)), in one of two forms.",
    share=0.5,
)
WRONG_WHEN_SURE = Misconception(
    "wrong_when_sure",
    "A slope is finite but wrong where D is very sure, at logits of ±200.",
    "At +200 the saturating slope is −1/N and the other 0; at −200 it is the other way round.",
    share=0.5,
)

Slopes = tuple[torch.Tensor, torch.Tensor]
Make = Callable[[torch.Tensor], Slopes]


def _right(a: torch.Tensor) -> Slopes:
    return -torch.sigmoid(a) / len(a), -torch.sigmoid(-a) / len(a)


def pair_of(value: Any) -> Any:
    """Read two rows of numbers from a pair, a list or a stacked tensor; anything else comes back as it is."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor) and value.ndim == 2 and len(value) == 2:
        return [value[0], value[1]]
    if isinstance(value, list | tuple) and len(value) == 2:
        rows = [v.tensor if isinstance(v, NumpyValue) else v for v in value]
        return [torch.tensor(r) if _numbers(r) else r for r in rows]
    return value


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, float | int) for v in value)


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for n in (dice.integer(2, 6), 1, dice.integer(7, 40), 128):
        logits = dice.normal(n, scale=2.5).clamp(-7.0, 7.0)
        seen[f"slopes {n}"] = pair_of(student.call(NAME, logits).value)
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = pair_of(student.call(NAME, torch.tensor([-1.0, 0.5, 2.0])).value)
    is_pair = isinstance(value, list) and all(isinstance(v, torch.Tensor) for v in value)
    found = f"returned {type_text(value)}"
    sheet.insist(is_pair, "returns two rows of slopes", "wrong_type", found)
    Duel(NAME, "both slopes", _play, _right, RIVALS, _text).judge(student, dice, sheet)
    large = torch.tensor([200.0, -200.0, 0.5, 90.0])
    rows = pair_of(student.call(NAME, large).value)
    finite = is_finite(rows)
    if sheet.require(finite, "finite at logits of ±200", "overflows"):
        right = [row.clone() for row in _right(large)]
        sheet.require(same(right, rows), "right at logits of ±200", "wrong_when_sure")
    judge_inputs_kept(student, sheet, NAME, torch.tensor([-1.0, 0.5, 2.0]))


def _text(student: Student) -> str:
    rows = pair_of(student.call(NAME, torch.tensor([-6.0])).value)
    try:
        yours = " and ".join(f"{float(row):.4f}" for row in rows)
    except (TypeError, ValueError, RuntimeError):
        return ""
    return f"at a single logit of −6: yours {yours}, wanted -0.0025 and -0.9975"


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
    *(Rival(m, make) for m, make in PAIRS),
    Rival(MEAN_MISSING, _scaled(_right, lambda a: 1.0)),
    *(Rival(m, _scaled(make, lambda a: 1.0)) for m, make in PAIRS),
    Rival(MEAN_MISSING, _scaled(_right, lambda a: 1 / len(a) ** 2)),
    *(Rival(FIXED_BATCH, _over(n)) for n in (2, 3, 4, 5, 7, 8, 10, 16, 32, 64, 100, 128, 256)),
)

OTHERS = (OVERFLOWS, WRONG_WHEN_SURE, MODIFIES_INPUTS)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *OTHERS)),)
