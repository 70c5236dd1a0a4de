"""Probes of surprise and entropy (Shannon 1948, https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)."""

from __future__ import annotations

import math
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, insist_tensor
from gan_grading.probes.a02_information_and_cross_entropy.distributions import (
    ADDS_NOTHING,
    BASES,
    NOT_ONE_NUMBER,
    WRONG_BASE,
    distribution,
    in_base,
    insist_one_number,
    judge_call,
    rivals_of,
    scalar,
)
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "The logarithm of a probability is never positive, and a surprise is never negative.",
)
WEIGHTED = Misconception(
    "weighted",
    "You return −P·log P, the share an outcome has in the average surprise.",
    "How much one event surprises does not depend on how often one looks: no weight in front.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "The logarithm is missing.",
    "Independent events multiply their probabilities and add their surprises. Which function does that?",
)
COMPLEMENT = Misconception(
    "complement",
    "You measure the event that did not happen.",
    "h depends on P, the probability of what happened, not on 1 − P.",
)
REDUCED = Misconception(
    "reduced",
    "You return one number for all the probabilities together.",
    "Each probability has a surprise of its own: the result has the shape of what came in.",
)

INFORMATION_RIVALS = (
    *rivals_of(
        lambda p: -torch.log(p),
        (
            (SIGN, torch.log),
            (WEIGHTED, lambda p: -p * torch.log(p)),
            (WEIGHTED, lambda p: p * torch.log(p)),
            (COMPLEMENT, lambda p: -torch.log(1 - p)),
            (COMPLEMENT, lambda p: torch.log(1 - p)),
            (COMPLEMENT, lambda p: torch.log(p / (1 - p))),
            (COMPLEMENT, lambda p: torch.log((1 - p) / p)),
            (REDUCED, lambda p: -torch.log(p).sum()),
            (REDUCED, lambda p: -torch.log(p).mean()),
            (REDUCED, lambda p: -(p * torch.log(p)).sum()),
        ),
    ),
    Rival(WRONG_BASE, lambda p, base: -math.log(base) / torch.log(p)),
    Rival(WRONG_BASE, lambda p, base: -torch.log(p / base)),
    Rival(NO_LOG, lambda p, base: 1 / p),
    Rival(NO_LOG, lambda p, base: 1 - p),
    Rival(NO_LOG, lambda p, base: -p),
)


def _play_information(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for shape, base in zip(((7,), (3, 4), (1,)), BASES, strict=True):
        p = dice.uniform(*shape, low=0.02, high=0.98)
        seen[f"base {base:.1f}"] = student.call("information", p, base).value
    return seen


def _information_text(student: Student) -> str:
    value = as_float(student.call("information", torch.tensor([0.125]), 2.0).value)
    return "" if value is None else f"for P = 1/8 and base 2: yours {value:.3f}, wanted 3.000"


def _judge_information(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call("information", torch.tensor([0.5, 0.25]), 2.0).value
    insist_tensor(sheet, value, "returns a tensor")
    sheet.passed("returns a tensor")
    reference = in_base(lambda p: -torch.log(p))
    Duel(
        "information",
        "surprise of every probability",
        _play_information,
        reference,
        INFORMATION_RIVALS,
        _information_text,
    ).judge(student, dice, sheet)
    judge_call(student, sheet, "information", dice.uniform(6, low=0.02, high=0.98))


MEAN_FOR_SUM = Misconception(
    "mean_for_sum",
    "You take a mean over the outcomes where the formula has a sum.",
    "The probabilities are the weights of the average, and they add up to 1 already.",
)
NOT_WEIGHTED = Misconception(
    "not_weighted",
    "Every outcome counts the same in your average.",
    "An outcome that happens twice as often surprises you twice as often.",
)
BINARY_SUM = Misconception(
    "binary_sum",
    "You add the term (1 − p)·log(1 − p) for every outcome.",
    "That term belongs to a coin, where 1 − p is the other outcome. Here every outcome is in the list.",
)
OF_UNIFORM = Misconception(
    "of_uniform",
    "You return the entropy of equally likely outcomes, whatever the probabilities are.",
    "log K is the largest entropy K outcomes can have. What the probabilities are makes it smaller.",
)
PERPLEXITY = Misconception(
    "perplexity",
    "You return the base to the power of the entropy.",
    "That number is called perplexity; asked is the average surprise itself.",
)
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "Your entropy is NaN, wrong or an error where an outcome has probability 0.",
    "An outcome that never happens adds nothing: 0·log 0 counts as 0. In floating point it is NaN unless you say so.",
    share=0.5,
)


def _entropy(p: torch.Tensor) -> torch.Tensor:
    return -torch.xlogy(p, p).sum()


ENTROPY_RIVALS = (
    *rivals_of(
        _entropy,
        (
            (SIGN, lambda p: -_entropy(p)),
            (MEAN_FOR_SUM, lambda p: _entropy(p) / p.numel()),
            (NOT_WEIGHTED, lambda p: -torch.log(p).sum()),
            (NOT_WEIGHTED, lambda p: -torch.log(p).mean()),
            (NOT_WEIGHTED, lambda p: torch.log(p).sum()),
            (BINARY_SUM, lambda p: _entropy(p) + _entropy(1 - p)),
            (BINARY_SUM, lambda p: (_entropy(p) + _entropy(1 - p)) / p.numel()),
            (OF_UNIFORM, lambda p: torch.tensor(math.log(p.numel()))),
            (SIGN, lambda p: -_entropy(p) / p.numel()),
        ),
    ),
    Rival(PERPLEXITY, lambda p, base: torch.exp(_entropy(p))),
    Rival(NO_LOG, lambda p, base: (p * (1 - p)).sum()),
    Rival(NO_LOG, lambda p, base: (p**2).sum()),
    Rival(NO_LOG, lambda p, base: p.sum()),
)


def _play_entropy(student: Student, dice: Dice) -> Observation:
    sizes = (dice.integer(3, 6), 26, dice.integer(7, 12))
    cases = [(distribution(dice, size), base) for size, base in zip(sizes, BASES, strict=True)]
    return {f"entropy {base:.1f}": scalar(student.call("entropy", p, base).value) for p, base in cases}


def _play_zeros(student: Student, dice: Dice) -> Observation:
    p = distribution(dice, 5)
    gaps = torch.cat([torch.zeros(1), p[:2], torch.zeros(2), p[2:]])
    certain = torch.eye(4)[dice.integer(0, 3)]
    return {
        "gaps": scalar(student.call("entropy", gaps, 2.0).value),
        "certain": scalar(student.call("entropy", certain, math.e).value),
    }


def _entropy_text(student: Student) -> str:
    p = torch.tensor([0.5, 0.25, 0.25])
    value = as_float(student.call("entropy", p, 2.0).value)
    return "" if value is None else f"for p = (1/2, 1/4, 1/4) and base 2: yours {value:.3f}, wanted 1.500"


def _judge_entropy(student: Student, dice: Dice, sheet: Sheet) -> None:
    insist_one_number(sheet, student.call("entropy", distribution(dice, 5), 2.0).value)
    reference = in_base(_entropy)
    Duel("entropy", "average surprise", _play_entropy, reference, ENTROPY_RIVALS, _entropy_text).judge(
        student, dice, sheet
    )
    zeros = Duel("entropy", ADDS_NOTHING, _play_zeros, reference)
    sheet.require(zeros.agrees(student, dice), ADDS_NOTHING, "nan_at_zero")
    judge_call(student, sheet, "entropy", torch.cat([distribution(dice, 4), torch.zeros(1)]))


PROBES = (
    Probe("information", _judge_information, (*misconceptions_of(INFORMATION_RIVALS), MODIFIES_INPUTS)),
    Probe(
        "entropy",
        _judge_entropy,
        (*misconceptions_of(ENTROPY_RIVALS), NOT_ONE_NUMBER, NAN_AT_ZERO, MODIFIES_INPUTS),
    ),
)
