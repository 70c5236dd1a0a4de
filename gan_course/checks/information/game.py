"""Checks of the step from two outputs to one logit, and of V from binary cross-entropy."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    exercise_check,
    number,
    one_number,
    same_shape,
    scalar_with_gradient,
)
from gan_course.checks.information.compare import NO_LOGARITHM, expect_number
from gan_course.checks.kept import expect_kept

_TWO = torch.tensor([[1.0, 3.0], [0.5, -1.0], [-2.0, -2.0]])
_ONE = torch.tensor([2.0, -1.5, 0.0])

# The logit of the first row is 2; what another number there tells.
_LOGIT_SIGNS = (
    (-2.0, "That is the logit of output 0. The probability of output 1 is asked."),
    (0.8808, "That is the probability already. Which number has it as its σ?"),
    (-0.1269, "That is the logarithm of the probability. Which number has the probability as its σ?"),
    (3.0, "The other output counts too: add 5 to both and softmax does not change. Does your number?"),
    (4.0, "Add 5 to both outputs: softmax does not change, and your number does."),
    (1.0, "Too small: σ of it must be the softmax. Write softmax as 1/(1 + e^…) and compare."),
)


@exercise_check
def one_logit(report: Report, answer: Callable[..., Any]) -> None:
    """Check the logit on three rows, that σ of it is the softmax, and that it survives ±200."""
    outputs = _TWO.clone().requires_grad_()
    logit = same_shape(report, report.call(answer, outputs), [(3,)], "One logit a row of two outputs.")
    right = expect_number(
        report,
        logit[0],
        2.0,
        "outputs (1, 3)",
        _LOGIT_SIGNS,
        "Write softmax with two outputs as one fraction and divide it by its numerator.",
        NO_LOGARITHM,
    )
    if not right:
        return
    report.expect(
        close(logit, _ONE),
        "σ of the logit is the softmax's second probability on every row",
        f"outputs (0.5, −1): yours {number(logit[1])}, wanted −1.5000",
        "Compare σ of your number with softmax on that row.",
    )
    report.expect(
        logit.requires_grad,
        "a gradient can flow to both outputs",
        "no gradient can flow to the outputs",
        "Was something detached, or rebuilt with torch.tensor(…)?",
    )
    _one_row(report, answer)
    large = report.call(answer, torch.tensor([[200.0, -200.0], [-200.0, 200.0]]))
    large = same_shape(report, large, [(2,)], "One logit a row of two outputs.")
    report.expect(
        close(large, torch.tensor([-400.0, 400.0])),
        "exact at outputs of ±200",
        f"outputs (200, −200): yours {number(large[0], 1)}, wanted −400.0",
        "There the softmax is rounded to 0 or 1, and nothing can be read from it. Is it needed at all?",
    )


def _one_row(report: Report, answer: Callable[..., Any]) -> None:
    """Say what is wrong with a single row, or with the slopes; nothing where both are right."""
    single = torch.tensor([[1.0, 3.0]], requires_grad=True)
    logit = same_shape(
        report, report.call(answer, single), [(1,)], "One row in, one logit out: which dimensions may go?"
    )
    slope = torch.autograd.grad(logit.sum(), [single], allow_unused=True)[0] if logit.requires_grad else None
    if slope is None or not close(slope, torch.tensor([[-1.0, 1.0]])):
        report.expect(
            False,
            "",
            "the slopes in the two outputs are not those of the logit",
            "Raising output 1 raises the logit, raising output 0 lowers it as much. Was one detached?",
        )
    expect_kept(report, answer, torch.tensor([[1.0, 3.0], [0.5, -1.0]]))


_REAL = torch.tensor([2.5, -1.5, 0.5])
_FAKE = torch.tensor([-2.0, 1.0, -3.5])
_MORE_REAL = torch.tensor([2.5, -1.5, 0.5, -3.0, -2.0])

# V of _REAL and _FAKE is −1.2414; what another number tells.
_V_SIGNS = (
    (1.2414, "V is a sum of logarithms of probabilities, so it cannot be positive: D climbs towards 0."),
    (-0.6207, "Half of what is wanted: in the mean over both batches each expectation counts half."),
    (0.6207, "This is the cross-entropy of the whole batch. Which factor and sign make V of it?"),
    (-3.7243, "The terms were summed. An expectation becomes an average over the batch."),
    (-3.2414, "Labels have changed places: real samples carry a 1."),
    (-2.7414, "The fakes were labelled 1 as well. The second term of V holds 1 − D."),
    (-0.2615, "Both terms are added in V; yours are subtracted."),
    (0.2615, "Both terms are added in V; yours are subtracted."),
    (-0.7515, "Only the data's term is there. V has a second one, for what G makes."),
    (-0.49, "Only the fakes' term is there. V has one for the data as well."),
    (-1.3188, "It looks as if σ was applied twice. A function that takes logits applies it by itself."),
    (-1.7910, "That is the value in bits; V is written with natural logarithms."),
)


@exercise_check
def value_from_bce(report: Report, answer: Callable[..., Any]) -> None:
    """Check V on a balanced and an unbalanced batch, at the coin toss, in columns and at ±200."""
    real, fake = _REAL.clone().requires_grad_(), _FAKE.clone().requires_grad_()
    value = scalar_with_gradient(report, report.call(answer, real, fake))
    fallback = "Work it by hand for one real and one fake logit of 0: V = −2·log 2 = −1.386."
    where = "V of 3 real and 3 fake logits"
    if not expect_number(report, value, -1.2414, where, _V_SIGNS, fallback, NO_LOGARITHM):
        return
    _slopes(report, value, real, fake)
    coin = one_number(report, report.call(answer, torch.zeros(4), torch.zeros(4)))
    expect_number(report, coin, -1.3863, "a D that only tosses a coin gets −log 4", (), fallback)
    unbalanced = one_number(report, report.call(answer, _MORE_REAL.clone(), _FAKE.clone()))
    signs = (
        (
            -2.2250,
            "That is −2·BCE of all eight samples: with 5 real and 3 fake ones the real weigh 5/8, not 1/2. "
            "How can each kind have its own mean?",
        ),
    )
    expect_number(report, unbalanced, -1.9760, "5 real and 3 fake logits", signs, fallback)
    column = one_number(report, report.call(answer, _REAL.reshape(-1, 1), _FAKE.reshape(-1, 1)))
    report.expect(
        close(column, value.item()),
        "logits of shape (N, 1) give the same",
        f"logits of shape (N, 1): {number(column)}, but {number(value)} for shape (N,)",
        "Somewhere (N, 1) meets (N,), and torch makes an N×N table of the two.",
    )
    large = torch.tensor([200.0, -200.0])
    extreme = one_number(report, report.call(answer, large.clone(), large.clone()))
    report.expect(
        math.isfinite(extreme.item()),
        "finite at logits of −200 and +200",
        f"at logits of −200 and +200: yours {number(extreme)}",
        "σ(200) is rounded to 1, and log(1 − 1) is −∞. Use the function that takes logits.",
    )


def _slopes(report: Report, value: Tensor, real: Tensor, fake: Tensor) -> None:
    """Both batches must be reached, each with 1/N of its own."""
    slopes: list[Tensor | None] = [None, None]
    if value.requires_grad:
        slopes = list(torch.autograd.grad(value, [real, fake], allow_unused=True))
    wanted = (torch.sigmoid(-real) / 3, -torch.sigmoid(fake) / 3)
    for word, slope, right in zip(("real", "fake"), slopes, wanted, strict=True):
        report.expect(
            slope is not None and close(slope, right),
            f"its slope reaches the {word} logits",
            f"the slope that reaches the {word} logits is not that of V",
            "Was this batch detached, or are its labels others than the exercise says?",
        )
