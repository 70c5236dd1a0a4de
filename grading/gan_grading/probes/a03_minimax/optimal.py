"""Probe of D*, the optimal discriminator (Goodfellow et al. 2014, proposition 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.compare import Tolerance, is_finite, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

SWAPPED = Misconception(
    "swapped",
    "Your D* is high where the generator's density is high.",
    "D answers: how likely is it that this x came from the data? Which density belongs in the numerator?",
)
CONSTANT = Misconception(
    "constant_half",
    "Your D* is 1/2 everywhere.",
    "1/2 is what is left when p_g equals p_data. Away from the equilibrium D* depends on x.",
)
RATIO = Misconception(
    "plain_ratio",
    "Your D* is a ratio of the two densities, which can exceed 1.",
    "A probability lies between 0 and 1: both ways x can come about belong in the denominator.",
)
LOGIT = Misconception(
    "returns_logit",
    "You return log p_data − log p_g, which is the logit of D*, not D* itself.",
    "The exercise asks for the probability. What turns a logit into a probability?",
)
HARD = Misconception(
    "hard_decision",
    "Your D* only says 0 or 1.",
    "Where both densities are positive, x may have come from either: D* is the share of the data in both.",
)
DIFFERENCE = Misconception(
    "difference",
    "Your D* is built on the difference of the densities.",
    "Set the derivative of p_data·log D + p_g·log(1 − D) in D to zero and solve for D.",
)
ONE_DENSITY = Misconception(
    "one_density",
    "Your D* does not depend on both densities.",
    "How sure D can be at x depends on how often each of the two sources produces x.",
)
RESCALED = Misconception(
    "rescaled",
    "Your D* rescales the densities before it compares them.",
    "The densities are given as they are: D* at x needs only the two numbers at x.",
)
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "Your D* is NaN or infinite where one of the two densities is exactly 0.",
    "Where only one source can produce x, D* is exactly 0 or 1. Does your formula divide by, or take the log of, that zero?",
    share=0.5,
)
BLURRED = Misconception(
    "blurred",
    "Your D* is close, but a guard against division by zero changes it where no guard is needed.",
    "Where only one source can produce x, D* is exactly 0 or 1. How small must the guard be to leave every other value alone?",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "Your D* has not the shape of the densities it was given.",
    "D* is asked at every point of the grid, whatever the grid's shape. Which operation of yours adds up or drops a dimension?",
)


def _optimal(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return p / (p + q)


def _play_optimal(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for shape in ((dice.integer(5, 40),), (dice.integer(2, 5), dice.integer(2, 5)), (1,)):
        # Twice each: an answer that remembers what it returned for a shape is wrong the second time.
        for time in ("first", "second"):
            p, q = dice.uniform(*shape, low=0.01, high=3.0), dice.uniform(*shape, low=0.01, high=3.0)
            seen[f"{shape}, {time}"] = student.call("optimal_discriminator", p, q).value
    # Tails of densities are small: a guard of 1e-6 is invisible there, one of 1e-4 is not.
    p, q = dice.uniform(60, low=0.01, high=0.1), dice.uniform(60, low=0.01, high=0.1)
    seen["tails"] = student.call("optimal_discriminator", p, q).value
    return seen


def _play_far_out(student: Student, dice: Dice) -> Observation:
    p, q = dice.uniform(60, low=2e-5, high=2e-4), dice.uniform(60, low=2e-5, high=2e-4)
    return {"far out": student.call("optimal_discriminator", p, q).value}


def _judge_optimal(student: Student, dice: Dice, sheet: Sheet) -> None:
    p, q = torch.tensor([0.3, 0.0, 0.2]), torch.tensor([0.1, 0.5, 0.0])
    value = student.call("optimal_discriminator", p[:1], q[:1]).value
    insist_tensor(sheet, value, "returns a tensor")
    sheet.passed("returns a tensor")
    Duel(
        "optimal_discriminator", "D* at every point", _play_optimal, _optimal, OPTIMAL_RIVALS, _optimal_text
    ).judge(student, dice, sheet)
    # Far out in the tails both densities are tiny, and their share is what it is; a guard of 1e-6 may show there.
    far = Duel("optimal_discriminator", "", _play_far_out, _optimal, tolerance=Tolerance(relative=0.1))
    sheet.require(far.agrees(student, dice), "densities that are tiny", "blurred")
    value = student.call("optimal_discriminator", p, q).value
    edge = "blurred" if is_finite(value) else "nan_at_zero"
    sheet.require(same(_optimal(p, q), value), "densities that are exactly 0", edge)
    judge_inputs_kept(student, sheet, "optimal_discriminator", p, q)


def _optimal_text(student: Student) -> str:
    value = student.call("optimal_discriminator", torch.tensor([0.3]), torch.tensor([0.1])).value
    number = as_float(value)
    if number is None:
        return ""
    return f"at a point with p_data = 0.3 and p_g = 0.1: yours {number:.3f}, wanted 0.750"


def _guarded(eps: float, above: float, below: float) -> Callable[..., torch.Tensor]:
    return lambda p, q: (p + above * eps) / (p + q + below * eps)


def _clamped(eps: float) -> Callable[..., torch.Tensor]:
    return lambda p, q: _optimal(p, q).clamp(eps, 1 - eps)


BLURS = (
    *(_guarded(eps, *where) for eps in (1e-4, 1e-3, 1e-2, 1e-1) for where in ((0, 1), (1, 1), (1, 2))),
    *(_clamped(eps) for eps in (1e-4, 1e-3, 1e-2, 0.05, 0.1)),
)

OPTIMAL_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (SWAPPED, lambda p, q: q / (p + q)),
        (CONSTANT, lambda p, q: torch.full_like(p, 0.5)),
        (CONSTANT, lambda p, q: torch.tensor(0.5)),
        (RATIO, lambda p, q: p / q),
        (RATIO, lambda p, q: q / p),
        (LOGIT, lambda p, q: torch.log(p / q)),
        (HARD, lambda p, q: (p > q).float()),
        (HARD, lambda p, q: p > q),
        (DIFFERENCE, lambda p, q: torch.sigmoid(p - q)),
        (DIFFERENCE, lambda p, q: p - q),
        (DIFFERENCE, lambda p, q: (p - q) / (p + q)),
        (DIFFERENCE, lambda p, q: (1 + p - q) / 2),
        (ONE_DENSITY, lambda p, q: p),
        (ONE_DENSITY, lambda p, q: q),
        (ONE_DENSITY, lambda p, q: 1 - q),
        (ONE_DENSITY, lambda p, q: p / (p + 1)),
        (RESCALED, lambda p, q: (p / p.sum()) / (p / p.sum() + q / q.sum())),
        (RESCALED, lambda p, q: p / (p.sum() + q.sum())),
        (RESCALED, lambda p, q: (p / (p + q)) / (p / (p + q)).max()),
        (RATIO, lambda p, q: p / (p * q)),
        (RATIO, lambda p, q: 1 + q),
        (RATIO, lambda p, q: (p / q).clamp(0, 1)),
        (RESCALED, lambda p, q: p**2 / (p**2 + q**2)),
        (RESCALED, lambda p, q: p / (p + q).sum()),
        (RESCALED, lambda p, q: (p / p.max()) / (p / p.max() + q / q.max())),
        (ONE_DENSITY, lambda p, q: torch.sigmoid(p)),
        (ONE_DENSITY, lambda p, q: torch.sigmoid(-q)),
        (HARD, lambda p, q: (p > q).long()),
        (DIFFERENCE, lambda p, q: (p - q).clamp(0, 1)),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).reshape(-1)),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).reshape(-1, 1)),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).squeeze()),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).unsqueeze(0)),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).unsqueeze(-1)),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).mean()),
        (WRONG_SHAPE, lambda p, q: _optimal(p, q).sum()),
        (WRONG_SHAPE, lambda p, q: p.sum() / (p.sum() + q.sum())),
        *((BLURRED, blur) for blur in BLURS),
    )
)

PROBES = (
    Probe(
        "optimal_discriminator",
        _judge_optimal,
        (*misconceptions_of(OPTIMAL_RIVALS), NAN_AT_ZERO, MODIFIES_INPUTS),
    ),
)
