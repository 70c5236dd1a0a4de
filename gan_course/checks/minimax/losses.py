"""Checks of the two losses: values, slopes, large logits, both shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from gan_course.checks.kept import expect_kept
from gan_course.checks.of_losses import expect_column, expect_finite_at_large, expect_value_of_logits
from gan_course.checks.pictures import Curve, draw_curves

_REAL = torch.tensor([2.0, -1.0, 0.5, 3.0, -2.0, 0.0, 1.0])
_FAKE = torch.tensor([-0.5, 1.5, -3.0, 0.25, 1.0])
# 0 is left out: formulas with |a| or max(a, 0) have a corner there, and any slope at a corner is right.
_LOGITS = torch.cat([torch.linspace(-6, -0.25, 24), torch.linspace(0.25, 6, 24)])
_BY_HAND = "Work it by hand for one logit of 0: log σ(0) = −0.693."

# Value of the loss on _REAL and _FAKE, and what another value on them tells.
_D_LOSS = 1.6007
_D_SIGNS = (
    (-1.6007, "This is V itself. An optimiser goes downhill, and D wants to climb V: what must it descend?"),
    (0.8003, "Exactly half of what is wanted. V is the sum of two expectations; nothing divides it by two."),
    (0.7883, "All logits went into one average. V has two expectations, each with its own mean."),
    (9.4595, "The logits were summed. An expectation becomes an average over the batch."),
    (2.2507, "Here D is rewarded for calling real samples fake. Which logit belongs to log σ(a)?"),
    (1.7507, "Here D is rewarded for calling the fakes real as well. The second term holds 1 − σ(a)."),
    (
        1.4407,
        'It looks as if σ was applied twice. A function with "logits" in its name applies it by itself.',
    ),
)


@exercise_check
def discriminator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check L_D = −V of a batch: its value, its slope in each logit, and that it survives large logits."""
    real, fake = _REAL.clone().requires_grad_(), _FAKE.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, real, fake))
    expect_value_of_logits(report, loss, _D_LOSS, "7 real and 5 fake logits", _D_SIGNS, _BY_HAND)
    expect_column(report, answer, loss, (_REAL, _FAKE))
    expect_finite_at_large(report, answer, 2)
    expect_kept(report, answer, _REAL, _FAKE)
    if loss.requires_grad:
        _slopes_of_both(report, answer)


# Value of the saturating loss on _G_LOGITS, and what another value on them tells.
_G_LOGITS = torch.tensor([-6.0, -0.5, 0.25, 1.5, 3.0])
_G_LOSS = -1.2105
_G_SIGNS = (
    (1.2105, "The sign is turned round: minimising this would teach G to be caught."),
    (-6.0525, "The logits were summed. An expectation becomes an average over the batch."),
    (
        1.5605,
        "This is −log D(G(z)), another loss, which comes in assignment 04. Here the term of V is asked.",
    ),
    (
        -1.5605,
        "This is log D(G(z)). The term of V has 1 − D inside, and minimising yours would make G worse.",
    ),
    (-1.0139, "It looks as if σ was applied twice. What comes in is a logit: the probability is σ(a)."),
)


@exercise_check
def saturating_generator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check G's term of V: its value, its slope in each logit, and that it survives large logits."""
    logits = _G_LOGITS.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, logits))
    expect_value_of_logits(report, loss, _G_LOSS, "5 fake logits", _G_SIGNS, _BY_HAND)
    expect_column(report, answer, loss, (_G_LOGITS,))
    expect_finite_at_large(report, answer, 1)
    expect_kept(report, answer, _G_LOGITS)
    if not loss.requires_grad:
        return
    yours = _slope(report, answer, (_LOGITS,), 0)
    wanted = -torch.sigmoid(_LOGITS)
    report.expect(
        close(yours, wanted),
        "slope in every logit as wanted: almost flat on the left, −1 on the right",
        f"slope at logit −4: yours {_at(yours, -4)}, wanted {_at(wanted, -4)}; "
        f"at +4: yours {_at(yours, 4)}, wanted {_at(wanted, 4)}",
        "Downhill must mean: towards logits that D takes for real. Compare the two curves below.",
    )
    draw_curves([Curve("a fake sample", _LOGITS, yours, wanted)], "logit a", "slope of the loss")


def _slope(report: Report, answer: Callable[..., Any], batches: Sequence[Tensor], which: int) -> Tensor:
    """Return the slope of the loss in each logit of one batch, times N, shape (N,)."""
    given = [b.clone().requires_grad_() for b in batches]
    loss = one_number(report, report.call(answer, *given))
    slopes: list[Tensor | None] = list(torch.autograd.grad(loss, [given[which]], allow_unused=True))
    slope = slopes[0] if slopes[0] is not None else torch.zeros_like(given[which])
    return slope * len(given[which])


def _slopes_of_both(report: Report, answer: Callable[..., Any]) -> None:
    curves = []
    for which, (word, wanted) in enumerate(
        (("real", torch.sigmoid(_LOGITS) - 1), ("fake", torch.sigmoid(_LOGITS)))
    ):
        yours = _slope(report, answer, (_LOGITS, _LOGITS), which)
        curves.append(Curve(f"a {word} sample", _LOGITS, yours, wanted))
        report.expect(
            close(yours, wanted),
            f"slope in the logit of a {word} sample as wanted",
            f"slope at logit −2 of a {word} sample: yours {_at(yours, -2)}, wanted {_at(wanted, -2)}",
            "Downhill must push real logits up and fake logits down, hardest where D is wrong.",
        )
    draw_curves(curves, "logit a", "slope of the loss")


def _at(values: Tensor, logit: float) -> str:
    return number(values[int((_LOGITS - logit).abs().argmin())])
