"""Checks of the critic's and the generator's loss: values, slopes, both shapes."""

from __future__ import annotations

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
    scalar_with_gradient,
)
from gan_course.checks.of_losses import expect_column, expect_value
from gan_course.checks.pictures import Curve, draw_curves

_ADVICE = "Compare yours with the formula, term by term."

_REAL = torch.tensor([2.0, -1.0, 0.5, 3.0, -2.0, 0.0, 1.0])
_FAKE = torch.tensor([-0.5, 1.5, -3.0, 0.25, 1.0])
_VALUES = torch.linspace(-6.0, 6.0, 49)

_CRITIC_LOSS = -0.65
_CRITIC_SIGNS = (
    (0.65, "Minimised, this gives the fakes the higher values. The critic wants real minus fake LARGE."),
    (-0.325, "Half of what is wanted: nothing divides the difference of the two averages."),
    (-0.3542, "All values went into one average. Each batch has its own mean."),
    (-4.25, "The values were summed. An expectation becomes an average over the batch."),
    (0.35, "The two averages were added. Only their difference says anything about the distance."),
    (
        -0.35,
        "Both averages enter with the same sign. Only their difference says anything about the distance.",
    ),
    (-0.5, "Only the real values are there. The critic compares two averages."),
    (-0.15, "Only the fake values are there. The critic compares two averages."),
    (-0.0750, "It looks as if a sigmoid was applied. A critic returns heights, not probabilities."),
    (1.6007, "This is the loss of the old game, logarithms and all. Here two plain averages are subtracted."),
)


@exercise_check
def critic_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check E[f(G(z))] − E[f(x)]: its value, and its slope in each value, the same everywhere."""
    real, fake = _REAL.clone().requires_grad_(), _FAKE.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, real, fake))
    if not expect_value(report, loss, _CRITIC_LOSS, "7 real and 5 fake values", _CRITIC_SIGNS, _ADVICE):
        return
    expect_column(report, answer, loss, (_REAL, _FAKE), "values")
    lifted = one_number(report, report.call(answer, _REAL + 100, _FAKE + 100))
    report.expect(
        close(lifted, loss.item()),
        "all values lifted by 100: the loss stays",
        f"all values lifted by 100: {number(lifted)}, but {number(loss)} before",
        "Only differences of the critic's values mean anything.",
    )
    if not loss.requires_grad:
        return
    curves = []
    for which, (word, wanted) in enumerate((("real", -1.0), ("fake", 1.0))):
        yours = _slope(report, answer, 2, which)
        curves.append(Curve(f"a {word} sample", _VALUES, yours, torch.full_like(yours, wanted)))
        report.expect(
            close(yours, torch.full_like(yours, wanted)),
            f"slope in the value of a {word} sample: {number(wanted, 0)} everywhere",
            f"slope in the value of a {word} sample at −6 and +6: yours {number(yours[0])} and "
            f"{number(yours[-1])}, wanted {number(wanted, 0)}",
            "The slope does not depend on the value: a critic's verdict never saturates.",
        )
    draw_curves(curves, "critic's value", "slope of the loss")


_G_VALUES = torch.tensor([-6.0, -0.5, 0.25, 1.5, 3.0])
_G_LOSS = 0.35
_G_SIGNS = (
    (-0.35, "Minimised, this makes G worse: G wants the critic's values of its samples LARGE."),
    (1.75, "The values were summed. An expectation becomes an average over the batch."),
    (-0.5425, "It looks as if a sigmoid was applied. A critic returns heights, not probabilities."),
    (1.5605, "This is −log σ, the loss of assignment 04. Here no logarithm is left."),
    (-1.2105, "This is log(1 − σ), the loss of assignment 03. Here no logarithm is left."),
    (2.25, "The size of the values was taken. −3 is better than −5: keep the sign."),
    (-2.25, "The size of the values was taken. −3 is better than −5: keep the sign."),
    (1.35, "This is E[1 − f]: same slope, but the 1 does not belong there."),
)


@exercise_check
def generator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check −E[f(G(z))]: its value, and its slope in each value, the same everywhere."""
    values = _G_VALUES.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, values))
    if not expect_value(report, loss, _G_LOSS, "5 fake values", _G_SIGNS, _ADVICE):
        return
    expect_column(report, answer, loss, (_G_VALUES,), "values")
    if not loss.requires_grad:
        return
    yours = _slope(report, answer, 1, 0)
    report.expect(
        close(yours, torch.full_like(yours, -1.0)),
        "slope in every value: −1, however sure the critic is",
        f"slope at values −6 and +6: yours {number(yours[0])} and {number(yours[-1])}, wanted −1",
        "The slope does not depend on the value: a critic's verdict never saturates.",
    )
    curve = Curve("a fake sample", _VALUES, yours, torch.full_like(yours, -1.0))
    draw_curves([curve], "critic's value", "slope of the loss")


def _slope(report: Report, answer: Callable[..., Any], count: int, which: int) -> Tensor:
    """Return the slope of the loss in each value of one batch, times N, shape (N,)."""
    given = [_VALUES.clone().requires_grad_() for _ in range(count)]
    loss = one_number(report, report.call(answer, *given))
    slopes: list[Tensor | None] = list(torch.autograd.grad(loss, [given[which]], allow_unused=True))
    slope = slopes[0] if slopes[0] is not None else torch.zeros_like(_VALUES)
    return slope * len(_VALUES)
