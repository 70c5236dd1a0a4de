"""Checks of surprise and entropy."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number, one_number, same_shape
from gan_course.checks.information.compare import NOT_A_NUMBER, expect_good_manners, expect_number

_P = torch.tensor([1.0, 0.5, 0.25, 0.1])
_BITS = torch.tensor([0.0, 1.0, 2.0, 3.3219])
_NATS = torch.tensor([0.0, 0.6931, 1.3863, 2.3026])

# Surprise of P = 1/4 in bits is 2; what another number there tells.
_SURPRISE_SIGNS = (
    (-2.0, "The logarithm of a number below 1 is negative. Surprise counts upwards from 0."),
    (
        1.3863,
        "That is the surprise in nats: the base that was given is 2. How is a logarithm's base changed?",
    ),
    (0.6021, "That is a logarithm to base 10. How is a logarithm's base changed to the one given?"),
    (0.9609, "The natural logarithm was multiplied by log of the base. Try it on P = 1/2: 1 bit is wanted."),
    (0.5, "That is P·h(P), which belongs into an average; here the surprise itself is asked."),
    (4.0, "1/P grows with surprise, but two independent events would multiply it. Surprises must add."),
)


@exercise_check
def information(report: Report, answer: Callable[..., Any]) -> None:
    """Check surprise on four probabilities, in bits and nats, and on a table of them."""
    bits = same_shape(report, report.call(answer, _P.clone(), 2.0), [(4,)], "One surprise a probability.")
    right = expect_number(
        report,
        bits[2],
        2.0,
        "surprise of P = 1/4 in bits",
        _SURPRISE_SIGNS,
        "How many yes/no questions find one of four equally likely things?",
    )
    if not right:
        return
    report.expect(
        close(bits[0], 0.0),
        "what is certain does not surprise: 0",
        f"surprise of P = 1: yours {number(bits[0])}, wanted 0",
        "An event that must happen tells nothing new.",
    )
    report.expect(
        close(bits, _BITS),
        "1 bit for 1/2, 3.32 bits for 1/10",
        f"surprise of P = 1/10 in bits: yours {number(bits[3])}, wanted 3.3219",
        "Compare with the formula at the other probabilities.",
    )
    nats = same_shape(report, report.call(answer, _P.clone(), math.e), [(4,)], "One surprise a probability.")
    report.expect(
        close(nats, _NATS),
        "base e gives nats: 0.6931 for 1/2",
        f"surprise of P = 1/2 to base e: yours {number(nats[1])}, wanted 0.6931",
        "The base is the second argument; the same function must serve bits and nats.",
    )
    table = report.call(answer, _P[1:3].reshape(1, 2).clone(), 2.0)
    same_shape(report, table, [(1, 2)], "A table of probabilities comes in and goes out with one shape.")
    report.passed("works on tensors of any shape")
    expect_good_manners(report, answer, _P)


_FOUR = torch.tensor([0.5, 0.25, 0.125, 0.125])

# Entropy of _FOUR in bits is 1.75; what another number tells.
_ENTROPY_SIGNS = (
    (-1.75, "The logarithm of a number below 1 is negative, an average surprise is not."),
    (1.2130, "That is the entropy in nats: the base that was given is 2."),
    (0.5268, "That is an entropy to base 10: the base that was given is 2."),
    (0.8408, "The natural logarithm was multiplied by log of the base instead of divided."),
    (0.4375, "A mean over the outcomes counts rare ones as often as frequent ones, on top of P."),
    (9.0, "Every surprise was added as if its outcome happened each time. How often does each happen?"),
    (2.25, "That is the average over the list. On average over what happens, frequent outcomes count more."),
    (
        2.8984,
        "That adds the entropy of 'yes or no' for each outcome. Only the outcome that happens surprises.",
    ),
)


@exercise_check
def entropy(report: Report, answer: Callable[..., Any]) -> None:
    """Check entropy by hand, in two bases, at the uniform distribution and with impossible outcomes."""
    bits = one_number(report, report.call(answer, _FOUR.clone(), 2.0))
    report.passed("returns one number")
    right = expect_number(
        report,
        bits,
        1.75,
        "entropy of (1/2, 1/4, 1/8, 1/8) in bits",
        _ENTROPY_SIGNS,
        "Work it by hand: the surprises are 1, 2, 3 and 3 bits. What do they average to?",
    )
    if not right:
        return
    nats = one_number(report, report.call(answer, _FOUR.clone(), math.e))
    expect_number(
        report,
        nats,
        1.2130,
        "the same in nats",
        ((1.75, "That is the value in bits. The base is the second argument."),),
        "One bit is log 2 = 0.6931 nats.",
    )
    even = one_number(report, report.call(answer, torch.full((26,), 1 / 26), 2.0))
    expect_number(
        report,
        even,
        4.7004,
        "26 equally likely letters, in bits",
        (),
        "Each letter surprises by log₂ 26, so the average does too.",
    )
    _impossible_outcomes(report, answer)


def _impossible_outcomes(report: Report, answer: Callable[..., Any]) -> None:
    coin = one_number(report, report.call(answer, torch.tensor([0.5, 0.0, 0.5]), 2.0))
    report.expect(
        close(coin, 1.0),
        "an outcome of probability 0 adds nothing",
        f"entropy of (1/2, 0, 1/2): yours {number(coin)}, wanted 1.0000",
        NOT_A_NUMBER if math.isnan(coin.item()) else "An outcome that never happens never surprises.",
    )
    certain = one_number(report, report.call(answer, torch.tensor([0.0, 1.0, 0.0]), 2.0))
    report.expect(
        close(certain, 0.0),
        "nothing to learn where one outcome is certain: 0",
        f"entropy of (0, 1, 0): yours {number(certain)}, wanted 0",
        "An outcome that never happens adds nothing, and a certain one does not surprise.",
    )
    expect_good_manners(report, answer, torch.tensor([0.5, 0.0, 0.5]))
