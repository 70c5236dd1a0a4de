"""Probes of cross-entropy and of the divergence of Kullback & Leibler (1951, https://doi.org/10.1214/aoms/1177729694)."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import DETACHED, MODIFIES_INPUTS, as_float, or_zeros
from gan_grading.probes.a02_information_and_cross_entropy.distributions import (
    ADDS_NOTHING,
    BASES,
    NOT_ONE_NUMBER,
    Form,
    distribution,
    in_base,
    insist_one_number,
    judge_call,
    rivals_of,
    scalar,
)
from gan_grading.probes.a02_information_and_cross_entropy.surprise import MEAN_FOR_SUM, NOT_WEIGHTED
from gan_grading.probes.probe import (
    Duel,
    Experiment,
    Observation,
    Probe,
    Rival,
    misconceptions_of,
)

IMPOSSIBLE = "what q calls impossible"

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "Work one outcome by hand: a probability below 1 has a negative logarithm, and the result is never negative.",
)
SWAPPED = Misconception(
    "swapped",
    "p and q have changed places.",
    "Outcomes happen as p, the first argument, says. Whose logarithm tells how much they surprise?",
)
ENTROPY_ONLY = Misconception(
    "entropy_only",
    "You return an entropy: one of the two distributions plays no part.",
    "One distribution says how often each outcome happens, the other how much it surprises.",
)
DIVERGENCE = Misconception(
    "divergence",
    "You return the divergence: the entropy of p has been taken off.",
    "Asked is all of the surprise, also the part that the best code would leave.",
)
CROSS_ENTROPY = Misconception(
    "cross_entropy",
    "You return the cross-entropy, which is not 0 for q = p.",
    "Asked is only the extra cost of the wrong code. What is paid with the right one as well?",
)
SYMMETRIC = Misconception(
    "symmetric",
    "Your result is the same when p and q change places.",
    "The divergence has a direction: outcomes happen as p says, and q is what they are compared with.",
)
BINARY = Misconception(
    "binary",
    "You add a term with 1 − p and 1 − q for every outcome.",
    "Those terms belong to a coin, where 1 − p is the other outcome. Here every outcome is in the list.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "A logarithm is missing.",
    "A surprise is a logarithm. If you call a library function, does it expect probabilities or their logarithms?",
)
CUT = dataclasses.replace(DETACHED, share=0.5)
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "The result is NaN, wrong or an error where p has an outcome of probability 0.",
    "An outcome that never happens adds nothing, whatever q says of it: its whole term counts as 0.",
    share=0.5,
)
FINITE = Misconception(
    "finite_where_impossible",
    "The result is not infinite where q gives probability 0 to something that p produces.",
    "What was taken for impossible surprises without bound. Clipping q, adding a small number or dropping the term hides that.",
    share=0.5,
)


def _entropy(p: torch.Tensor) -> torch.Tensor:
    return -torch.xlogy(p, p).sum()


def _cross(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return -torch.xlogy(p, q).sum()


def _kl(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()


def _cut(form: Form) -> Form:
    return lambda *args: form(*args).detach()


def _experiment(name: str) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        seen: dict[str, Any] = {}
        for size, base in zip((dice.integer(3, 6), 26, dice.integer(7, 12)), BASES, strict=True):
            p, q = distribution(dice, size), distribution(dice, size)
            slopes = student.slopes(name, p, q, base, only=(1,))
            seen[f"value {base:.1f}"] = scalar(slopes.value)
            # Only changes of q that keep its sum at 1 matter, so the common part of the slope is taken
            # off: an answer that normalises q once more has the same slope along those.
            slope = or_zeros(slopes.args[1], q)
            seen[f"slope {base:.1f}"] = slope - slope.mean()
            seen[f"itself {base:.1f}"] = scalar(student.call(name, p, p.clone(), base).value)
        return seen

    return play


def _zeros(name: str) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        p, q = distribution(dice, 4), distribution(dice, 4)
        none = torch.zeros(2)
        wide = distribution(dice, 6)
        return {
            "p is 0": scalar(student.call(name, torch.cat([p, none]), wide, 2.0).value),
            "both are 0": scalar(student.call(name, torch.cat([none, p]), torch.cat([none, q]), 2.0).value),
        }

    return play


def _never(name: str) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        p, q = distribution(dice, 5), torch.cat([distribution(dice, 4), torch.zeros(1)])
        # In nats, where a huge number put in the place of ∞ does not overflow to ∞ after all.
        return {"q is 0": scalar(student.call(name, p, q, math.e).value)}

    return play


def _probe(name: str, right: Form, wrong: Sequence[tuple[Misconception, Form]], wanted: float) -> Probe:
    reference = in_base(right)
    rivals = (*rivals_of(right, wrong), Rival(CUT, _cut(reference)))
    rivals += tuple(Rival(m, _cut(in_base(form))) for m, form in wrong)

    def measure(student: Student) -> str:
        value = as_float(student.call(name, torch.tensor([0.5, 0.5]), torch.tensor([0.25, 0.75]), 2.0).value)
        return (
            ""
            if value is None
            else f"for p = (1/2, 1/2), q = (1/4, 3/4), base 2: yours {value:.4f}, wanted {wanted:.4f}"
        )

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        insist_one_number(sheet, student.call(name, distribution(dice, 5), distribution(dice, 5), 2.0).value)
        Duel(name, "value and slope in q", _experiment(name), reference, rivals, measure).judge(
            student, dice, sheet
        )
        zeros = Duel(name, ADDS_NOTHING, _zeros(name), reference)
        sheet.require(zeros.agrees(student, dice), ADDS_NOTHING, "nan_at_zero")
        never = Duel(name, IMPOSSIBLE, _never(name), reference)
        sheet.require(never.agrees(student, dice), IMPOSSIBLE, "finite_where_impossible")
        with_zeros = (torch.cat([distribution(dice, n), torch.zeros(5 - n)]) for n in (3, 4))
        judge_call(student, sheet, name, *with_zeros)

    return Probe(
        name, judge, (*misconceptions_of(rivals), NOT_ONE_NUMBER, NAN_AT_ZERO, FINITE, MODIFIES_INPUTS)
    )


PROBES = (
    _probe(
        "cross_entropy",
        _cross,
        (
            (SIGN, lambda p, q: -_cross(p, q)),
            (SWAPPED, lambda p, q: _cross(q, p)),
            (SWAPPED, lambda p, q: -_cross(q, p)),
            (ENTROPY_ONLY, lambda p, q: _entropy(p)),
            (ENTROPY_ONLY, lambda p, q: _entropy(q)),
            (DIVERGENCE, _kl),
            (DIVERGENCE, lambda p, q: _kl(q, p)),
            (MEAN_FOR_SUM, lambda p, q: _cross(p, q) / p.numel()),
            (MEAN_FOR_SUM, lambda p, q: -_cross(p, q) / p.numel()),
            (NOT_WEIGHTED, lambda p, q: -torch.log(q).sum()),
            (NOT_WEIGHTED, lambda p, q: -torch.log(q).mean()),
            (BINARY, lambda p, q: _cross(p, q) + _cross(1 - p, 1 - q)),
            (BINARY, lambda p, q: (_cross(p, q) + _cross(1 - p, 1 - q)) / p.numel()),
            (SYMMETRIC, lambda p, q: (_cross(p, q) + _cross(q, p)) / 2),
            (NO_LOG, lambda p, q: (p * torch.logsumexp(q, 0) - p * q).sum()),
            (NO_LOG, lambda p, q: -(p * q).sum()),
            (NO_LOG, lambda p, q: (p * q).sum()),
        ),
        wanted=1.2075,
    ),
    _probe(
        "kl_divergence",
        _kl,
        (
            (SIGN, lambda p, q: -_kl(p, q)),
            (SWAPPED, lambda p, q: _kl(q, p)),
            (SWAPPED, lambda p, q: -_kl(q, p)),
            (CROSS_ENTROPY, _cross),
            (CROSS_ENTROPY, lambda p, q: -_cross(p, q)),
            (CROSS_ENTROPY, lambda p, q: _cross(q, p)),
            (MEAN_FOR_SUM, lambda p, q: _kl(p, q) / p.numel()),
            (MEAN_FOR_SUM, lambda p, q: _kl(q, p) / p.numel()),
            (MEAN_FOR_SUM, lambda p, q: -_kl(p, q) / p.numel()),
            (SYMMETRIC, lambda p, q: _kl(p, q) + _kl(q, p)),
            (SYMMETRIC, lambda p, q: (_kl(p, q) + _kl(q, p)) / 2),
            (SYMMETRIC, lambda p, q: (_kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)) / 2),
            (SYMMETRIC, lambda p, q: (p - q).abs().sum()),
            (SYMMETRIC, lambda p, q: (p - q).abs().sum() / 2),
            (SYMMETRIC, lambda p, q: ((p - q) ** 2).sum()),
            (NOT_WEIGHTED, lambda p, q: torch.log(p / q).sum()),
            (NOT_WEIGHTED, lambda p, q: torch.log(p / q).mean()),
            (BINARY, lambda p, q: _kl(p, q) + _kl(1 - p, 1 - q)),
            (ENTROPY_ONLY, lambda p, q: _entropy(q) - _entropy(p)),
            (ENTROPY_ONLY, lambda p, q: _entropy(p) - _entropy(q)),
            (NO_LOG, lambda p, q: (torch.xlogy(p, p) - p * q).sum()),
            (NO_LOG, lambda p, q: (torch.xlogy(q, q) - p * q).sum()),
            (NO_LOG, lambda p, q: (torch.xlogy(p, p) - p * q).mean()),
            (NO_LOG, lambda p, q: (torch.xlogy(q, q) - p * q).mean()),
            (NO_LOG, lambda p, q: (p * (p / q)).sum()),
        ),
        wanted=0.2075,
    ),
)
