"""Checks of cross-entropy, Kullback-Leibler and Jensen-Shannon divergence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, close, exercise_check, number, one_number
from gan_course.checks.information.compare import (
    NOT_A_NUMBER,
    Signs,
    expect_good_manners,
    expect_number,
    is_infinite,
    short,
)

_P = torch.tensor([0.5, 0.25, 0.125, 0.125])
_Q = torch.tensor([0.1, 0.6, 0.2, 0.1])
_PAIR = "p = (0.5, 0.25, 0.125, 0.125), q = (0.1, 0.6, 0.2, 0.1), base 2"
_BY_HAND = "Work it by hand, outcome by outcome."
_PRODUCT = "The natural logarithm was multiplied by log of the base instead of divided."
_NO_LOG = (
    "A logarithm is missing. If you call a library function, does it want p or log p, and which one first?"
)
_ALIKE = "This is the same when p and q change places. Here p says what happens and q what is expected."
_NEGATIVE = "The logarithm of a number below 1 is negative. Count how the signs work out for one outcome."

# Cross-entropy of _P and _Q in bits is 2.5507; what another number tells.
_CROSS_SIGNS = (
    (-2.5507, _NEGATIVE),
    (2.2, "p and q have changed places. Which of the two says how often an outcome happens?"),
    (1.7680, "That is the value in nats: the base that was given is 2."),
    (0.7678, "That is the value to base 10: the base that was given is 2."),
    (1.2255, _PRODUCT),
    (2.3753, _ALIKE),
    (-0.2375, _NO_LOG),
    (0.6377, "A mean over the outcomes divides by their number; the weights p add up to 1 already."),
    (9.7028, "Every surprise was added with the same weight. How often does each outcome happen?"),
    (2.4257, "Every surprise has the same weight here. How often does each outcome happen?"),
    (1.75, "That is the entropy of p: the surprise must be the one that q predicts."),
    (1.5710, "That is the entropy of q: the outcomes happen as p says."),
    (
        0.8007,
        "That is the divergence: the entropy of p has been taken off. Here all of the surprise is asked.",
    ),
)


@exercise_check
def cross_entropy(report: Report, answer: Callable[..., Any]) -> None:
    """Check cross-entropy by hand, at q = p, with zeros, and that q can learn from it."""
    bits = one_number(report, report.call(answer, _P.clone(), _Q.clone(), 2.0))
    report.passed("returns one number")
    if not expect_number(report, bits, 2.5507, _PAIR, _CROSS_SIGNS, _BY_HAND):
        return
    _nats(report, answer, 1.7680)
    own = one_number(report, report.call(answer, _P.clone(), _P.clone(), 2.0))
    expect_number(
        report,
        own,
        1.75,
        "q = p, base 2: what is left is the entropy",
        ((0.0, "With q = p nothing is lost by the wrong code, and still the outcomes surprise."),),
        "With q = p every outcome surprises by −log p.",
    )
    value = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.25, 0.5, 0.25]), 2.0)
    )
    if not close(value, 1.5):
        expect_number(
            report,
            value,
            1.5,
            "p = (0.5, 0.5, 0), q = (0.25, 0.5, 0.25)",
            (),
            "What q says of the outcome that never happens costs nothing, and is not handed to the others.",
        )
        return
    value = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.25, 0.75, 0.0]), 2.0)
    )
    expect_number(
        report,
        value,
        1.2075,
        "where p = 0 nothing is added: p = (0.5, 0.5, 0), q = (0.25, 0.75, 0)",
        (),
        "An outcome that never happens costs nothing, whatever q says of it.",
    )
    _impossible(report, answer)
    _learns(report, answer)
    expect_good_manners(report, answer, _P, _Q)


# KL of _P from _Q in bits is 0.8007; what another number tells.
_KL_SIGNS = (
    (-0.8007, "A divergence is never negative. Which logarithm is larger on average under p?"),
    (0.6290, "That is KL(q‖p). Which of the two says how often an outcome happens?"),
    (-0.6290, "The weights are those of q, and the outcomes happen as p says."),
    (0.5550, "That is the value in nats: the base that was given is 2."),
    (0.2002, "A mean over the outcomes divides by their number; the weights p add up to 1 already."),
    (0.2410, "That is the value to base 10: the base that was given is 2."),
    (0.3847, _PRODUCT),
    (-2.0926, _NO_LOG),
    (0.1659, _ALIKE),
    (0.8500, _ALIKE),
    (0.4250, _ALIKE),
    (-0.1790, "That is a difference of two entropies. The extra is paid while outcomes happen as p says."),
    (2.5507, "That is the cross-entropy. How much of it would be left with the right code?"),
    (1.4297, "That is KL(p‖q) + KL(q‖p). Only one of the two is asked."),
    (0.7149, "That is the average of both directions. Only one of them is asked."),
    (0.7027, "Every ratio has the same weight here. How often does each outcome happen?"),
)


@exercise_check
def kl_divergence(report: Report, answer: Callable[..., Any]) -> None:
    """Check KL(p‖q) by hand, at q = p, in both directions and with zeros."""
    bits = one_number(report, report.call(answer, _P.clone(), _Q.clone(), 2.0))
    report.passed("returns one number")
    if not expect_number(report, bits, 0.8007, _PAIR, _KL_SIGNS, _BY_HAND):
        return
    _nats(report, answer, 0.5550)
    own = one_number(report, report.call(answer, _P.clone(), _P.clone(), 2.0))
    expect_number(
        report,
        own,
        0.0,
        "q = p costs nothing extra",
        ((1.75, "That is the entropy of p, which is paid with the best code too. Only the extra is asked."),),
        "With q = p every ratio is 1.",
    )
    value = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.25, 0.5, 0.25]), 2.0)
    )
    expect_number(
        report,
        value,
        0.5,
        "where p = 0 nothing is added: p = (0.5, 0.5, 0), q = (0.25, 0.5, 0.25)",
        (),
        "An outcome that never happens costs nothing, whatever q says of it.",
    )
    value = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.25, 0.75, 0.0]), 2.0)
    )
    expect_number(
        report,
        value,
        0.2075,
        "nor where p and q are both 0",
        (),
        "An outcome that never happens costs nothing, even where q is 0 as well.",
    )
    _impossible(report, answer)
    _learns(report, answer)
    expect_good_manners(report, answer, _P, _Q)


# JS of _P and _Q in bits is 0.1659; what another number tells.
_JS_SIGNS = (
    (-0.1659, "A divergence is never negative."),
    (0.3317, "Twice what is wanted: the two divergences are averaged."),
    (0.1150, "That is the value in nats: the base that was given is 2."),
    (0.0499, "That is the value to base 10: the base that was given is 2."),
    (0.0797, _PRODUCT),
    (0.4250, "That is another distance, without logarithms. JS is made of two divergences."),
    (0.1488, "That is how far p is from the mixture. q is asked as well, by the same right."),
    (0.1829, "That is how far q is from the mixture. p is asked as well, by the same right."),
    (0.1916, "Here the mixture is measured by p and q. It is the other way round: p and q by the mixture."),
    (0.4073, "That is the square root of what is asked (a distance, and useful; some libraries return it)."),
    (0.7149, "That is the average of KL(p‖q) and KL(q‖p). The comparison is with the mixture of the two."),
    (1.4297, "That is KL(p‖q) + KL(q‖p). The comparison is with the mixture of the two."),
    (-0.8341, "The mixture is a distribution: its probabilities add up to 1. Do yours?"),
    (0.8007, "That is KL(p‖q). The comparison is with the mixture of the two."),
    (-1.4946, "The entropies of p and q count half each."),
    (1.8263, "That is the entropy of the mixture. How much of it do p and q have already?"),
    (0.0415, "A mean over the outcomes divides by their number; the weights add up to 1 already."),
)


@exercise_check
def js_divergence(report: Report, answer: Callable[..., Any]) -> None:
    """Check JS by hand, its symmetry, its ends 0 and log 2, and zeros."""
    bits = one_number(report, report.call(answer, _P.clone(), _Q.clone(), 2.0))
    report.passed("returns one number")
    if not expect_number(report, bits, 0.1659, _PAIR, _JS_SIGNS, "Write the mixture down first."):
        return
    _nats(report, answer, 0.1150)
    back = one_number(report, report.call(answer, _Q.clone(), _P.clone(), 2.0))
    report.expect(
        close(back, bits),
        "the same in both directions",
        f"p and q exchanged: {number(back)}, before {number(bits)}",
        "The mixture does not change when p and q change places. What does?",
    )
    own = one_number(report, report.call(answer, _P.clone(), _P.clone(), 2.0))
    expect_number(report, own, 0.0, "0 for q = p", (), "With q = p the mixture is p as well.")
    apart = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.0, 0.0, 1.0]), 2.0)
    )
    expect_number(
        report,
        apart,
        1.0,
        "1 bit where p and q share nothing, and never more",
        (),
        "Each outcome tells for certain which of the two it came from: one yes/no question.",
    )
    both = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.5, 0.5, 0.0]), 2.0)
    )
    expect_number(report, both, 0.0, "outcomes that neither has add nothing", (), NOT_A_NUMBER)
    expect_good_manners(report, answer, _P, _Q)


def _nats(report: Report, answer: Callable[..., Any], wanted: float) -> None:
    value = one_number(report, report.call(answer, _P.clone(), _Q.clone(), math.e))
    signs: Signs = ((wanted / math.log(2), "That is the value in bits. The base is the third argument."),)
    expect_number(report, value, wanted, "the same in nats", signs, "One bit is log 2 = 0.6931 nats.")


def _impossible(report: Report, answer: Callable[..., Any]) -> None:
    value = one_number(
        report, report.call(answer, torch.tensor([0.5, 0.5]), torch.tensor([1.0, 0.0]), math.e)
    )
    report.expect(
        is_infinite(value),
        "infinite where q calls impossible what p produces",
        f"p = (0.5, 0.5), q = (1, 0): yours {short(value)}, wanted inf",
        "What q takes for impossible does happen, and surprises without bound. Was something clipped, "
        "or was a small number added before the logarithm?",
    )


def _learns(report: Report, answer: Callable[..., Any]) -> None:
    q = _Q.clone().requires_grad_()
    value = one_number(report, report.call(answer, _P.clone(), q, 2.0))
    slope: Tensor | None = None
    if value.requires_grad:
        slope = torch.autograd.grad(value, [q], allow_unused=True)[0]
    # Only changes of q that keep its sum matter, so the common part of the slope is taken off.
    wanted = -_P / (_Q * math.log(2))
    report.expect(
        slope is not None and close(slope - slope.mean(), wanted - wanted.mean()),
        "its gradient pulls q towards p",
        "the gradient that reaches q is not that of the formula",
        "Compute with tensors from q to the result: numbers taken out by float() or .item(), detach() and "
        "no_grad cut the way back.",
    )
