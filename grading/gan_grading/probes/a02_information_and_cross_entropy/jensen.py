"""Probe of the Jensen-Shannon divergence (Lin 1991, https://doi.org/10.1109/18.61115)."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float
from gan_grading.probes.a02_information_and_cross_entropy.distributions import (
    ADDS_NOTHING,
    BASES,
    NOT_ONE_NUMBER,
    distribution,
    in_base,
    insist_one_number,
    judge_call,
    rivals_of,
    scalar,
)
from gan_grading.probes.a02_information_and_cross_entropy.surprise import MEAN_FOR_SUM
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "Both divergences are never negative, and so is their average.",
)
NOT_HALVED = Misconception(
    "not_halved",
    "You add the two divergences without averaging them.",
    "Each of the two counts one half, so that JS never exceeds log 2.",
)
ONE_SIDED = Misconception(
    "one_sided",
    "You compare only one of the two distributions with the mixture.",
    "JS treats p and q alike: how far is each of them from the mixture?",
)
REVERSED = Misconception(
    "reversed",
    "You measure the mixture by p and q, which may be infinite.",
    "Outcomes are drawn from p and from q; the mixture is what they are compared with.",
)
NO_MIXTURE = Misconception(
    "no_mixture",
    "You average the two directions of KL; the mixture of p and q plays no part.",
    "Write m = (p + q)/2 down first. It is positive wherever p or q is.",
)
MIXTURE_NOT_HALVED = Misconception(
    "mixture_not_halved",
    "Your mixture is no distribution: its probabilities do not add up to 1.",
    "Toss a coin, then draw from p or from q: how likely is each outcome?",
)
SQUARE_ROOT = Misconception(
    "square_root",
    "You return the square root of the divergence.",
    "The root is a distance in the strict sense, and some libraries return it; here the divergence itself is asked.",
)
ENTROPIES = Misconception(
    "entropies",
    "You combine the entropies of p, q and the mixture with the wrong weights.",
    "JS is the entropy of the mixture less what p and q have on average: each counts one half.",
)
KL_ONLY = Misconception(
    "kl_only",
    "You return the divergence of Kullback and Leibler.",
    "JS compares p and q with their mixture, not with each other.",
)
GEOMETRIC = Misconception(
    "geometric_mixture",
    "You return a quarter of KL(p‖q) + KL(q‖p), which is what a geometric mean in place of the mixture gives.",
    "Toss a coin, then draw from p or from q: the probabilities of an outcome are averaged, not multiplied.",
)
OTHER_DISTANCE = Misconception(
    "other_distance",
    "You return another distance between p and q, one without logarithms.",
    "JS is made of surprises, which are logarithms.",
)
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "The result is NaN, infinite, wrong or an error where a probability is 0.",
    "An outcome that never happens adds nothing. The mixture is 0 only where p and q both are.",
    share=0.5,
)


def _entropy(p: torch.Tensor) -> torch.Tensor:
    return -torch.xlogy(p, p).sum()


def _kl(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()


def _js(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    m = (p + q) / 2
    return (_kl(p, m) + _kl(q, m)) / 2


def _geometric(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    m = (p * q).sqrt()
    return (_kl(p, m) + _kl(q, m)) / 2


RIVALS = (
    *rivals_of(
        _js,
        (
            (SIGN, lambda p, q: -_js(p, q)),
            (NOT_HALVED, lambda p, q: 2 * _js(p, q)),
            (ONE_SIDED, lambda p, q: _kl(p, (p + q) / 2)),
            (ONE_SIDED, lambda p, q: _kl(q, (p + q) / 2)),
            (ONE_SIDED, lambda p, q: _kl(p, (p + q) / 2) / 2),
            (REVERSED, lambda p, q: (_kl((p + q) / 2, p) + _kl((p + q) / 2, q)) / 2),
            (REVERSED, lambda p, q: _kl((p + q) / 2, p) + _kl((p + q) / 2, q)),
            (NO_MIXTURE, lambda p, q: (_kl(p, q) + _kl(q, p)) / 2),
            (NO_MIXTURE, lambda p, q: _kl(p, q) + _kl(q, p)),
            (MIXTURE_NOT_HALVED, lambda p, q: (_kl(p, p + q) + _kl(q, p + q)) / 2),
            (MIXTURE_NOT_HALVED, lambda p, q: _kl(p, p + q) + _kl(q, p + q)),
            (ENTROPIES, lambda p, q: _entropy((p + q) / 2) - _entropy(p) - _entropy(q)),
            (ENTROPIES, lambda p, q: (_entropy(p) + _entropy(q)) / 2 - _entropy((p + q) / 2)),
            (ENTROPIES, lambda p, q: _entropy((p + q) / 2)),
            (KL_ONLY, _kl),
            (KL_ONLY, lambda p, q: _kl(q, p)),
            (GEOMETRIC, _geometric),
            (MEAN_FOR_SUM, lambda p, q: _js(p, q) / p.numel()),
            (MEAN_FOR_SUM, lambda p, q: 2 * _js(p, q) / p.numel()),
        ),
    ),
    # The root is taken after the change of base, so it is no form in nats.
    Rival(SQUARE_ROOT, lambda p, q, base: in_base(_js)(p, q, base).clamp_min(0).sqrt()),
    Rival(SQUARE_ROOT, lambda p, q, base: _js(p, q).clamp_min(0).sqrt()),
    Rival(OTHER_DISTANCE, lambda p, q, base: (p - q).abs().sum() / 2),
    Rival(OTHER_DISTANCE, lambda p, q, base: (p - q).abs().sum()),
    Rival(OTHER_DISTANCE, lambda p, q, base: ((p - q) ** 2).sum()),
)


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for size, base in zip((dice.integer(3, 6), 26, dice.integer(7, 12)), BASES, strict=True):
        p, q = distribution(dice, size), distribution(dice, size)
        seen[f"js {base:.1f}"] = scalar(student.call("js_divergence", p, q, base).value)
    return seen


def _play_zeros(student: Student, dice: Dice) -> Observation:
    p, q, none = distribution(dice, 3), distribution(dice, 4), torch.zeros(2)
    apart = torch.cat([p, torch.zeros(4)]), torch.cat([torch.zeros(3), q])
    overlap = torch.cat([q, none]), torch.cat([none, distribution(dice, 4)])
    neither = torch.cat([none, p]), torch.cat([none, distribution(dice, 3)])
    pairs = {"apart": apart, "overlap": overlap, "neither": neither}
    return {name: scalar(student.call("js_divergence", *pair, 2.0).value) for name, pair in pairs.items()}


def _text(student: Student) -> str:
    p, q = torch.tensor([1.0, 0.0]), torch.tensor([0.5, 0.5])
    value = as_float(student.call("js_divergence", p, q, 2.0).value)
    return (
        "" if value is None else f"for p = (1, 0), q = (1/2, 1/2), base 2: yours {value:.4f}, wanted 0.3113"
    )


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call("js_divergence", distribution(dice, 5), distribution(dice, 5), 2.0).value
    insist_one_number(sheet, value)
    reference = in_base(_js)
    Duel("js_divergence", "value", _play, reference, RIVALS, _text).judge(student, dice, sheet)
    zeros = Duel("js_divergence", ADDS_NOTHING, _play_zeros, reference)
    sheet.require(zeros.agrees(student, dice), ADDS_NOTHING, "nan_at_zero")
    with_zeros = (torch.cat([distribution(dice, n), torch.zeros(5 - n)]) for n in (3, 4))
    judge_call(student, sheet, "js_divergence", *with_zeros)


PROBES = (
    Probe(
        "js_divergence", _judge, (*misconceptions_of(RIVALS), NOT_ONE_NUMBER, NAN_AT_ZERO, MODIFIES_INPUTS)
    ),
)
