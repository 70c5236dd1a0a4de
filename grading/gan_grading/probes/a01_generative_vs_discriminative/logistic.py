"""Probe of the logistic loss with its gradient, for any number of classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import is_finite
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MEAN_MISSING, MODIFIES_INPUTS, as_float, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.logistic_mistakes import (
    NO_BIAS,
    NO_LOG,
    NO_TRUTH,
    NOT_LABEL,
    ONE_VERSUS_REST,
    OTHER_GRADIENT,
    OVER_CLASSES,
    OVERFLOWS,
    PENALTY,
    SIGN,
    TRANSPOSED,
    TWICE,
    WRONG_AXIS,
)
from gan_grading.probes.a01_generative_vs_discriminative.parts import Form, Part, PartsDuel
from gan_grading.probes.probe import Probe

NAME = "logistic_loss"


def _scores(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    return x @ w.T + b


def _error(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return _scores(w, b, x).softmax(1) - F.one_hot(y, len(b))


def _loss(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return F.cross_entropy(_scores(w, b, x), y)


def _slope_w(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return _error(w, b, x, y).T @ x / len(x)


def _slope_b(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return _error(w, b, x, y).mean(0)


def _right(*given: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return _loss(*given), _slope_w(*given), _slope_b(*given)


def _cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    sizes = {
        "usual": (dice.integer(6, 9), 3, 2),
        "one row": (1, 2, 1),
        "many": (40, 4, 5),
        "square": (3, 3, 3),
    }
    return {name: _case(dice, *size) for name, size in sizes.items()}


def _case(dice: Dice, n: int, k: int, d: int) -> tuple[torch.Tensor, ...]:
    weights, bias, x = dice.normal(k, d), dice.normal(k), dice.normal(n, d, scale=1.5)
    scores = _scores(weights, bias, x)
    # No probability below about 0.002 here: guards against log 0 are looked for elsewhere.
    shrink = (5.0 / (scores.amax(1) - scores.amin(1)).max()).clamp_max(1.0)
    return shrink * weights, shrink * bias, x, _labels(dice, n, k)


def _labels(dice: Dice, n: int, k: int) -> torch.Tensor:
    return (dice.uniform(n) * k).long().clamp_max(k - 1)


def _of_loss(loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]) -> Form:
    """A loss of scores and labels with its own exact gradient: right calculus, wrong loss."""

    def form(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> tuple[torch.Tensor, ...]:
        with torch.enable_grad():
            w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
            value = loss(_scores(w, b, x), y)
            slopes = torch.autograd.grad(value, [w, b], allow_unused=True)
        zeros = [torch.zeros_like(t) if g is None else g for g, t in zip(slopes, (w, b), strict=True)]
        return (value.detach(), *zeros)

    return form


def _per_row(s: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return F.cross_entropy(s, y, reduction="none")


def _binary(s: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return F.binary_cross_entropy_with_logits(s, F.one_hot(y, s.shape[1]).float())


def _squares(s: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return ((s.softmax(1) - F.one_hot(y, s.shape[1])) ** 2).sum(1)


def _picked(s: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return s.gather(1, y[:, None])


WHOLE = tuple(
    (m, _of_loss(loss))
    for m, loss in (
        (MEAN_MISSING, lambda s, y: _per_row(s, y).sum()),
        (SIGN, lambda s, y: -_per_row(s, y).mean()),
        (SIGN, lambda s, y: -_per_row(s, y).sum()),
        (WRONG_AXIS, lambda s, y: -_picked(s.log_softmax(0), y).mean()),
        (NO_LOG, lambda s, y: -_picked(s.softmax(1), y).mean()),
        (NO_LOG, lambda s, y: 1 - _picked(s.softmax(1), y).mean()),
        (NO_LOG, lambda s, y: _squares(s, y).mean()),
        (NO_LOG, lambda s, y: _squares(s, y).mean() / 2),
        (ONE_VERSUS_REST, lambda s, y: _binary(s, y) * s.shape[1]),
        (ONE_VERSUS_REST, _binary),
        (OVER_CLASSES, lambda s, y: _per_row(s, y).mean() / s.shape[1]),
        (TWICE, lambda s, y: F.cross_entropy(s.softmax(1), y)),
        (NOT_LABEL, lambda s, y: -s.log_softmax(1).sum(1).mean()),
        (NOT_LABEL, lambda s, y: -s.log_softmax(1).mean()),
        (NOT_LABEL, lambda s, y: s.logsumexp(1).mean()),
        (NOT_LABEL, lambda s, y: -_picked(s, y).mean()),
    )
)


def _without_bias(
    w: torch.Tensor, b: torch.Tensor, x: torch.Tensor, y: torch.Tensor
) -> tuple[torch.Tensor, ...]:
    return _right(w, torch.zeros_like(b), x, y)


def _penalised(amount: float) -> Form:
    return lambda w, b, x, y: (
        _loss(w, b, x, y) + amount * (w**2).sum() / 2,
        _slope_w(w, b, x, y) + amount * w,
        _slope_b(w, b, x, y),
    )


def _clamped(lowest: float) -> Form:
    """The loss of probabilities that are not let below ``lowest``."""
    return lambda w, b, x, y: -_picked(_scores(w, b, x).softmax(1).clamp_min(lowest).log(), y).mean()


DUEL = PartsDuel(
    NAME,
    _cases,
    _right,
    (
        Part(
            "loss",
            (
                (MEAN_MISSING, lambda w, b, x, y: _per_row(_scores(w, b, x), y).sum()),
                (MEAN_MISSING, lambda w, b, x, y: _per_row(_scores(w, b, x), y)),
                *((m, lambda *given, f=f: f(*given)[0]) for m, f in WHOLE),
                (NO_BIAS, lambda w, b, x, y: _loss(w, torch.zeros_like(b), x, y)),
                *((OVERFLOWS, _clamped(lowest)) for lowest in (1e-3, 1e-2, 0.05, 0.1)),
            ),
            is_number=True,
        ),
        Part(
            "weights_gradient",
            (
                (SIGN, lambda *g: -_slope_w(*g)),
                (MEAN_MISSING, lambda *g: _slope_w(*g) * len(g[2])),
                (TRANSPOSED, lambda *g: _slope_w(*g).T),
                (NO_TRUTH, lambda w, b, x, y: _scores(w, b, x).softmax(1).T @ x / len(x)),
                (NO_TRUTH, lambda w, b, x, y: -F.one_hot(y, len(b)).float().T @ x / len(x)),
                (SIGN, lambda *g: -_slope_w(*g) * len(g[2])),
                (OVER_CLASSES, lambda *g: _slope_w(*g) / len(g[1])),
                (OVER_CLASSES, lambda *g: _slope_w(*g) / g[2].shape[1]),
                (OTHER_GRADIENT, lambda w, b, x, y: (_scores(w, b, x) - F.one_hot(y, len(b))).T @ x / len(x)),
                (
                    OTHER_GRADIENT,
                    lambda w, b, x, y: (
                        (_scores(w, b, x).log_softmax(1) - F.one_hot(y, len(b))).T @ x / len(x)
                    ),
                ),
                (
                    WRONG_AXIS,
                    lambda w, b, x, y: (_scores(w, b, x).softmax(0) - F.one_hot(y, len(b))).T @ x / len(x),
                ),
                (NO_BIAS, lambda w, b, x, y: _slope_w(w, torch.zeros_like(b), x, y)),
                (OTHER_GRADIENT, lambda *g: _slope_b(*g)[:, None].expand_as(g[0])),
                (OTHER_GRADIENT, lambda *g: torch.zeros_like(g[0])),
                *((m, lambda *given, f=f: f(*given)[1]) for m, f in WHOLE),
            ),
        ),
        Part(
            "bias_gradient",
            (
                (SIGN, lambda *g: -_slope_b(*g)),
                (MEAN_MISSING, lambda *g: _slope_b(*g) * len(g[2])),
                (NO_TRUTH, lambda w, b, x, y: _scores(w, b, x).softmax(1).mean(0)),
                (OVER_CLASSES, lambda *g: _slope_b(*g) / len(g[1])),
                (OVER_CLASSES, lambda *g: _error(*g).mean()),
                (OTHER_GRADIENT, lambda *g: torch.zeros_like(g[1])),
                (OTHER_GRADIENT, lambda *g: _error(*g).mean(1)),
                (OTHER_GRADIENT, lambda *g: _slope_b(*g) * g[1]),
                (OTHER_GRADIENT, lambda *g: _slope_w(*g).sum(1)),
                (OTHER_GRADIENT, lambda *g: _slope_w(*g).mean(1)),
                *((m, lambda *given, f=f: f(*given)[2]) for m, f in WHOLE),
            ),
        ),
    ),
    whole=(
        *WHOLE,
        (NO_BIAS, _without_bias),
        *((PENALTY, _penalised(a)) for a in (1.0, 0.5, 2.0, 0.1, 0.01, 0.02)),
    ),
)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    DUEL.judge(student, dice, sheet)
    weights, bias, rows = (
        torch.tensor([[200.0], [-200.0], [0.0]]),
        torch.zeros(3),
        torch.tensor([[1.0], [-1.0], [1.0]]),
    )
    for labels in ([0, 0, 1], [1, 1, 0], [2, 0, 1]):
        y = torch.tensor(labels)
        value = student.call(NAME, weights, bias, rows, y).value
        loss = as_float(value[0]) if isinstance(value, list | tuple) and len(value) == 3 else None
        finite = loss is not None and is_finite([float(loss), *value[1:]])
        right = float(_loss(weights, bias, rows, y))
        exact = finite and loss is not None and abs(loss - right) < 0.01 * right + 1e-3
        sheet.require(exact, "exact at scores of ±200", "overflows")
    judge_inputs_kept(student, sheet, NAME, *_cases(dice)["usual"])


PROBES = (Probe(NAME, _judge, (*DUEL.misconceptions(), MODIFIES_INPUTS)),)
