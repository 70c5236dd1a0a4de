"""Probe of the log joint of naive Bayes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch.distributions import Normal

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import REMEMBERS, judge_repeatable
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NO_PRIOR = Misconception(
    "no_prior",
    "The class prior is missing, so imbalance is ignored.",
    "log p(x, y) = log p(x | y) + log P(y). A rare class needs stronger evidence.",
)
PRIOR_WRONG = Misconception(
    "prior_not_log",
    "The prior is not added once, as a logarithm.",
    "A product of the prior with the densities becomes a sum of their logarithms, one of each.",
)
CONSTANTS = Misconception(
    "constants_missing",
    "A part of the Gaussian's normalisation is missing or has the wrong factor.",
    "Each feature brings −½ log(2πσ²), which differs from class to class and makes the density integrate to 1.",
)
SPREAD = Misconception(
    "variance_mistaken",
    "Variance and standard deviation are mixed up.",
    "The formula divides the squared deviation by 2σ², and σ² is what you are given.",
)
SQUARE = Misconception(
    "square_wrong",
    "The squared deviation has the wrong sign or factor, or is not squared.",
    "−(x − μ)²/(2σ²): it falls on both sides of the mean.",
)
AVERAGED = Misconception(
    "features_not_summed",
    "The features are averaged, or not brought together by a sum.",
    "Independent features multiply their densities, so their logarithms add.",
)
NOT_LOG = Misconception(
    "not_a_logarithm",
    "You return the joint or a density, not its logarithm.",
    "For 64 features the joint is 0 to a computer; its logarithm is an ordinary number.",
)
SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "The best class must have the largest score.",
)
NORMALISED = Misconception(
    "already_posterior",
    "You return the posterior or its logarithm: p(x) has been divided away.",
    "The joint is asked here; Bayes' rule comes in the next exercise.",
)
UNDERFLOWS = Misconception(
    "underflow",
    "With many features, or far from every mean, what comes back is infinite, NaN or cut off.",
    "A product of probabilities vanishes in a computer, and its logarithm is −∞. Take logarithms first, then add.",
    share=0.5,
)


def _features(x: torch.Tensor, m: torch.Tensor, v: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Both terms of every feature, shape (N, K, d) and (K, d)."""
    return -0.5 * (x[:, None] - m) ** 2 / v, -0.5 * torch.log(2 * math.pi * v)


def _log_joint(
    square: float = 1.0, norm: float = 1.0, prior: Callable[[torch.Tensor], Any] = torch.log
) -> Callable[..., torch.Tensor]:
    def form(x: torch.Tensor, p: torch.Tensor, m: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
        quadratic, constant = _features(x, m, v)
        total: torch.Tensor = prior(p) + (square * quadratic + norm * constant).sum(-1)
        return total

    return form


RIGHT = _log_joint()


def _nothing(p: torch.Tensor) -> float:
    return 0.0


def _parameters(dice: Dice, k: int, d: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    priors = dice.uniform(k, low=0.1, high=1.0)
    return priors / priors.sum(), dice.normal(k, d).clamp(-2, 2), dice.uniform(k, d, low=0.5, high=3.0)


def _play_joint(student: Student, dice: Dice) -> Observation:
    sizes = ((dice.integer(5, 8), 3, 4), (1, 2, 1), (6, 4, 2), (3, 3, 3), (2, 3, 6))
    seen: dict[str, Any] = {}
    # No density below about e⁻¹⁶ here: guards against log 0 are looked for elsewhere.
    for n, k, d in sizes:
        parameters = _parameters(dice, k, d)
        seen[f"{n} rows, {k} classes, {d} features"] = student.call(
            "log_joint", dice.normal(n, d, scale=1.5).clamp(-2, 2), *parameters
        ).value
    return seen


def _play_many(student: Student, dice: Dice) -> Observation:
    wide = student.call("log_joint", dice.normal(3, 400, scale=2.0), *_parameters(dice, 2, 400)).value
    far = dice.normal(2, 3)
    far[0, 1], far[1, 2] = 40.0, -35.0
    return {"wide": wide, "far": student.call("log_joint", far, *_parameters(dice, 3, 3)).value}


def _unlogged(x: torch.Tensor, p: torch.Tensor, m: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
    return torch.exp(_log_joint(prior=_nothing)(x, p, m, v))


JOINT_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (NO_PRIOR, _log_joint(prior=_nothing)),
        (PRIOR_WRONG, _log_joint(prior=lambda p: p)),
        (CONSTANTS, lambda x, p, m, v: RIGHT(x, p, m, v) + 0.5 * x.shape[1] * math.log(2 * math.pi)),
        (CONSTANTS, _log_joint(norm=0.0)),
        (SPREAD, lambda x, p, m, v: RIGHT(x, p, m, v**2)),
        (SPREAD, lambda x, p, m, v: RIGHT(x, p, m, v.sqrt())),
        (SPREAD, lambda x, p, m, v: p.log() + (_features(x, m, v.sqrt())[0] + _features(x, m, v)[1]).sum(-1)),
        (SPREAD, lambda x, p, m, v: p.log() + (_features(x, m, v**2)[0] + _features(x, m, v)[1]).sum(-1)),
        (SPREAD, lambda x, p, m, v: p.log() + (_features(x, m, v)[0] + _features(x, m, v**2)[1]).sum(-1)),
        (CONSTANTS, _log_joint(norm=2.0)),
        (CONSTANTS, _log_joint(norm=-1.0)),
        (SQUARE, _log_joint(square=2.0)),
        (SQUARE, _log_joint(square=-1.0)),
        (SQUARE, lambda x, p, m, v: p.log() + (_features(x, m, v)[1] - 0.5 * (x[:, None] - m) / v).sum(-1)),
        (
            SQUARE,
            lambda x, p, m, v: p.log() + (_features(x, m, v)[1] - 0.5 * (x[:, None] - m).abs() / v).sum(-1),
        ),
        (AVERAGED, lambda x, p, m, v: p.log() + sum(_features(x, m, v)).mean(-1)),  # type: ignore[union-attr]
        (AVERAGED, lambda x, p, m, v: p.log() + sum(_features(x, m, v)).prod(-1)),  # type: ignore[union-attr]
        (AVERAGED, lambda x, p, m, v: p.log() + Normal(m, v.sqrt()).log_prob(x[:, None]).exp().sum(-1).log()),
        (PRIOR_WRONG, lambda x, p, m, v: (p.log()[:, None] + sum(_features(x, m, v))).sum(-1)),
        (AVERAGED, lambda x, p, m, v: p.log()[:, None] + sum(_features(x, m, v))),
        (NOT_LOG, lambda x, p, m, v: RIGHT(x, p, m, v).exp()),
        (NOT_LOG, _unlogged),
        (SIGN, lambda x, p, m, v: -RIGHT(x, p, m, v)),
        (NORMALISED, lambda x, p, m, v: RIGHT(x, p, m, v).log_softmax(1)),
        (NORMALISED, lambda x, p, m, v: RIGHT(x, p, m, v).softmax(1)),
        (PRIOR_WRONG, _log_joint(prior=lambda p: -p.log())),
        (PRIOR_WRONG, lambda x, p, m, v: p * _log_joint(prior=_nothing)(x, p, m, v)),
        (PRIOR_WRONG, lambda x, p, m, v: p.log() * _log_joint(prior=_nothing)(x, p, m, v)),
        (
            CONSTANTS,
            lambda x, p, m, v: p.log() + (_features(x, m, v)[0] - 0.5 * math.log(2 * math.pi)).sum(-1),
        ),
        (NO_PRIOR, _log_joint(norm=0.0, prior=_nothing)),
        (NO_PRIOR, lambda x, p, m, v: -_log_joint(prior=_nothing)(x, p, m, v)),
        (NO_PRIOR, lambda x, p, m, v: _log_joint(prior=_nothing)(x, p, m, v) - math.log(len(p))),
        (AVERAGED, lambda x, p, m, v: RIGHT(x, p, m, v).sum(1)),
        (AVERAGED, lambda x, p, m, v: RIGHT(x, p, m, v).T),
        (NORMALISED, lambda x, p, m, v: RIGHT(x, p, m, v).logsumexp(1)),
        (AVERAGED, lambda x, p, m, v: RIGHT(x, p, m, v).logsumexp(1, keepdim=True)),
    )
)


def _judge_joint(student: Student, dice: Dice, sheet: Sheet) -> None:
    arguments = (dice.normal(4, 2), *_parameters(dice, 3, 2))
    insist_tensor(sheet, student.call("log_joint", *arguments).value, "returns a tensor")
    sheet.passed("returns a tensor")
    Duel("log_joint", "every row with every class", _play_joint, RIGHT, JOINT_RIVALS).judge(
        student, dice, sheet
    )
    many = Duel("log_joint", "many features, far values", _play_many, RIGHT)
    sheet.require(many.agrees(student, dice), "many features, far values", "underflow")
    judge_inputs_kept(student, sheet, "log_joint", *arguments)
    judge_repeatable(student, sheet, "log_joint", *arguments)


PROBES = (
    Probe(
        "log_joint", _judge_joint, (*misconceptions_of(JOINT_RIVALS), UNDERFLOWS, REMEMBERS, MODIFIES_INPUTS)
    ),
)
