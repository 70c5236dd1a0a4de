"""Probe of one EM step with missing labels (Dempster, Laird & Rubin 1977)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.missing_mistakes import (
    ALL_OR_NOTHING,
    CENTRE,
    DEVIATION,
    DIVISOR,
    HARD,
    LABELS_IGNORED,
    LAST_CLASS,
    LEFT_OUT,
    NOT_NORMALISED,
    ONLY_MISSING,
    POOLED,
    PRIORS,
    SMOOTHED,
    UNDERFLOWS,
    UNINFORMED,
    WRONG_AXIS,
)
from gan_grading.probes.a01_generative_vs_discriminative.parts import Form, Part, PartsDuel, class_rows
from gan_grading.probes.probe import Probe

NAME = "em_step"

Weights = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def _mixed(unlabelled: Callable[[torch.Tensor], torch.Tensor]) -> Weights:
    """Responsibilities: certain where the label is known, a function of the scores elsewhere."""

    def weights(y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
        certain = F.one_hot(y.clamp_min(0), s.shape[1]).to(s.dtype)
        return torch.where((y >= 0)[:, None], certain, unlabelled(s))

    return weights


RIGHT = _mixed(lambda s: s.softmax(1))


def _m_step(x: torch.Tensor, r: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    variances = (r[:, :, None] * (x[:, None] - means) ** 2).sum(0) / count[:, None]
    return count / len(x), means, variances


def _with(weights: Weights, normalised: bool = False) -> Form:
    """A whole step with other responsibilities."""

    def form(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> tuple[torch.Tensor, ...]:
        priors, means, variances = _m_step(x, weights(y, s))
        return priors / priors.sum() if normalised else priors, means, variances

    return form


def _last_class(y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return torch.eye(s.shape[1])[y]


def _zeros_if_missing(y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return torch.where((y >= 0)[:, None], s.softmax(1) * 0 + F.one_hot(y.clamp_min(0), s.shape[1]), 0.0)


def _only_missing(y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return torch.where((y >= 0)[:, None], 0.0, s.softmax(1))


def _known_only(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> tuple[torch.Tensor, ...]:
    known = y >= 0
    return _m_step(x[known], RIGHT(y[known], s[known]))


def _missing_only(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return _m_step(x[y < 0], s[y < 0].softmax(1))


def _rows(dice: Dice, n: int, d: int, k: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows, their true labels, and scores that know something about them."""
    x, y = class_rows(dice, n, d, k)
    return x, y, dice.normal(n, k, scale=1.5) + 1.5 * F.one_hot(y, k) - 3.0


def _hide(dice: Dice, y: torch.Tensor) -> torch.Tensor:
    """Hide about half of the labels; at least one of each class stays and one is gone."""
    hidden = torch.where(dice.uniform(len(y)) < 0.55, -1, y)
    for k in y.unique().tolist():
        where = (y == k).nonzero().flatten()
        hidden[where[0]], hidden[where[1]] = k, -1
    return hidden


def _cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    cases = {}
    for name, size in {"usual": (dice.integer(20, 30), 2, 3), "two": (12, 1, 2), "many": (50, 4, 5)}.items():
        x, y, scores = _rows(dice, *size)
        cases[name] = (x, _hide(dice, y), scores)
    return cases


def _extremes(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    x, y, scores = _rows(dice, 18, 2, 3)
    return {"none known": (x, torch.full_like(y, -1), scores), "all known": (x, y, scores)}


def _far(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    x, y, scores = _rows(dice, 18, 2, 3)
    return {"far": (x, _hide(dice, y), scores - torch.linspace(100, 1000, 18)[:, None])}


def _r(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return RIGHT(y, s)


def _variance(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return _m_step(x, RIGHT(y, s))[2]


def _around(centre: Callable[..., torch.Tensor]) -> Form:
    def form(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
        r = RIGHT(y, s)
        return (r[:, :, None] * (x[:, None] - centre(x, y, s)) ** 2).sum(0) / r.sum(0)[:, None]

    return form


def _spread(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    """Weighted sums of squared deviations, shape (K, d)."""
    return _variance(x, y, s) * _r(x, y, s).sum(0)[:, None]


def _known_means(x: torch.Tensor, y: torch.Tensor, s: torch.Tensor) -> torch.Tensor:
    return _known_only(x, y, s)[1]


WHOLE = (
    (LABELS_IGNORED, _with(lambda y, s: s.softmax(1))),
    (HARD, _with(_mixed(lambda s: F.one_hot(s.argmax(1), s.shape[1]).float()))),
    (NOT_NORMALISED, _with(_mixed(torch.exp))),
    (LEFT_OUT, _known_only),
    (LEFT_OUT, _with(_zeros_if_missing)),
    (LAST_CLASS, _with(_last_class)),
    (UNINFORMED, _with(_mixed(lambda s: torch.full_like(s, 1 / s.shape[1])))),
    (WRONG_AXIS, _with(_mixed(lambda s: s.softmax(0)))),
    (ONLY_MISSING, _missing_only),
    (ONLY_MISSING, _with(_only_missing)),
    (LABELS_IGNORED, _with(lambda y, s: F.one_hot(s.argmax(1), s.shape[1]).float())),
    (NOT_NORMALISED, _with(_mixed(torch.exp), normalised=True)),
    (NOT_NORMALISED, _with(lambda y, s: s.exp())),
    (NOT_NORMALISED, _with(lambda y, s: s.exp(), normalised=True)),
    (NOT_NORMALISED, _with(_mixed(lambda s: s))),
    (UNINFORMED, _with(_mixed(torch.ones_like))),
    (UNINFORMED, _with(_mixed(torch.ones_like), normalised=True)),
    (WRONG_AXIS, _with(lambda y, s: s.softmax(0))),
    (LABELS_IGNORED, _with(lambda y, s: s.softmax(1) + _zeros_if_missing(y, s))),
    (NOT_NORMALISED, _with(_mixed(lambda s: s.log_softmax(1)))),
)
DUEL = PartsDuel(
    NAME,
    _cases,
    _with(RIGHT),
    (
        Part(
            "priors",
            (
                (PRIORS, lambda x, y, s: _r(x, y, s).sum(0)),
                (PRIORS, lambda x, y, s: _known_only(x, y, s)[0]),
                (PRIORS, lambda x, y, s: _missing_only(x, y, s)[0]),
                (PRIORS, lambda x, y, s: torch.full((s.shape[1],), 1 / s.shape[1])),
                (PRIORS, lambda x, y, s: s.softmax(1).mean(0)),
                (PRIORS, lambda x, y, s: (_r(x, y, s).sum(0) / len(x)).log()),
                (PRIORS, lambda x, y, s: _r(x, y, s).sum(0) / int((y < 0).sum())),
                (PRIORS, lambda x, y, s: _r(x, y, s).sum(0) / int((y >= 0).sum())),
                (SMOOTHED, lambda x, y, s: (_r(x, y, s).sum(0) + 1) / (len(x) + s.shape[1])),
                (PRIORS, lambda x, y, s: _r(x, y, s).sum(0).softmax(0)),
                *((m, lambda x, y, s, f=f: f(x, y, s)[0]) for m, f in WHOLE),
            ),
        ),
        Part(
            "means",
            (
                (DIVISOR, lambda x, y, s: _r(x, y, s).T @ x / len(x)),
                (DIVISOR, lambda x, y, s: _r(x, y, s).T @ x),
                *((m, lambda x, y, s, f=f: f(x, y, s)[1]) for m, f in WHOLE),
                (
                    DIVISOR,
                    lambda x, y, s: (
                        _r(x, y, s).T @ x / torch.bincount(y[y >= 0], minlength=s.shape[1])[:, None]
                    ),
                ),
                (DIVISOR, lambda x, y, s: x.mean(0).expand(s.shape[1], -1)),
            ),
        ),
        Part(
            "variances",
            (
                (CENTRE, _around(lambda x, y, s: torch.zeros(x.shape[1]))),
                (CENTRE, _around(lambda x, y, s: x.mean(0))),
                (CENTRE, _around(_known_means)),
                (DEVIATION, lambda x, y, s: _variance(x, y, s).sqrt()),
                (DIVISOR, _spread),
                (DIVISOR, lambda x, y, s: _spread(x, y, s) / len(x)),
                (DIVISOR, lambda x, y, s: _spread(x, y, s) / (_r(x, y, s).sum(0)[:, None] - 1)),
                (POOLED, lambda x, y, s: (_spread(x, y, s).sum(0) / len(x)).expand(s.shape[1], -1)),
                (POOLED, lambda x, y, s: _variance(x, y, s).mean(0).expand(s.shape[1], -1)),
                (POOLED, lambda x, y, s: _variance(x, y, s).mean(1, keepdim=True).expand(-1, x.shape[1])),
                (POOLED, lambda x, y, s: x.var(0, correction=0).expand(s.shape[1], -1)),
                (POOLED, lambda x, y, s: x.var(0).expand(s.shape[1], -1)),
                *((SMOOTHED, lambda x, y, s, f=f: _variance(x, y, s) + f) for f in (1e-3, 1e-2, 0.1, 1.0)),
                *((m, lambda x, y, s, f=f: f(x, y, s)[2]) for m, f in WHOLE),
                (
                    DIVISOR,
                    lambda x, y, s: _around(lambda *g: RIGHT(g[1], g[2]).T @ g[0] / len(g[0]))(x, y, s),
                ),
            ),
        ),
    ),
    whole=WHOLE,
)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    DUEL.judge(student, dice, sheet)
    for cases, criterion, name in (
        (_extremes, "all labels missing, or none", "all_or_none_missing"),
        (_far, "scores near −1000", "underflow"),
    ):
        duel = PartsDuel(NAME, cases, _with(RIGHT), DUEL.parts).duel(_with(RIGHT))
        sheet.require(duel.agrees(student, dice), criterion, name)
    judge_inputs_kept(student, sheet, NAME, *_cases(dice)["usual"])


PROBES = (Probe(NAME, _judge, (*DUEL.misconceptions(), UNDERFLOWS, ALL_OR_NOTHING, MODIFIES_INPUTS)),)
