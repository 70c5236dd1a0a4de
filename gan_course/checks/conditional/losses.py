"""Checks of the two conditional losses."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.conditional.players import discriminator, generator
from gan_course.checks.framework import (
    Report,
    close,
    exercise_check,
    number,
    one_number,
    scalar_with_gradient,
)
from gan_course.checks.of_losses import (
    expect_column,
    expect_finite_at_large,
    expect_value_of_logits,
)

_MATCHED = torch.tensor([2.0, -1.0, 0.5, 3.0, -2.0, 0.0, 1.0])
_FAKE = torch.tensor([-0.5, 1.5, -3.0, 0.25, 1.0])
_WRONG = torch.tensor([0.75, -2.5, 2.0, 1.25])
_D_LOSS = 1.7699
_D_SIGNS = (
    (2.8118, "Fakes and mismatched pairs share one side: together they weigh as much as the right pairs."),
    (1.5824, "Here a real image with a wrong label is called right. It is real, but the pair is wrong."),
    (1.1644, "The mismatched pairs do not count."),
    (1.3336, "The fakes do not count."),
    (1.6007, "The mismatched pairs do not count, and the fakes weigh as much as the right pairs."),
    (1.9392, "The fakes do not count, and the mismatched pairs weigh as much as the right ones."),
    (-1.7699, "This is what D climbs. An optimiser goes downhill: what must it descend?"),
    (0.8850, "Exactly half of what is wanted. Nothing divides the sum again."),
    (0.9373, "A third of the sum of all three means. The weights are 1, 1/2 and 1/2."),
    (1.7511, "The wrong pairs went into one mean. Each kind has a mean of its own."),
    (1.4725, "It looks as if σ was applied twice. What D returns is a logit."),
)


@exercise_check
def discriminator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check the loss over three kinds of pairs: value, slope in each logit, large logits."""
    batches = [b.clone().requires_grad_() for b in (_MATCHED, _FAKE, _WRONG)]
    loss = scalar_with_gradient(report, report.call(answer, *batches))
    text = "7 matched, 5 fake and 4 mismatched logits"
    advice = "Write down the three means, then their weights."
    expect_value_of_logits(report, loss, _D_LOSS, text, _D_SIGNS, advice)
    if not math.isfinite(loss.item()):
        return
    expect_column(report, answer, loss, (_MATCHED, _FAKE, _WRONG))
    expect_finite_at_large(report, answer, 3)
    if loss.requires_grad:
        _directions(report, loss, batches)


def _directions(report: Report, loss: Tensor, batches: list[Tensor]) -> None:
    slopes = torch.autograd.grad(loss, batches, allow_unused=True)
    signs = [0 if s is None else int(torch.sign(s.sum())) for s in slopes]
    names = ("matched pairs", "fakes", "mismatched pairs")
    words = {-1: "up", 0: "nowhere", 1: "down"}
    yours = ", ".join(f"{n} {words[s]}" for n, s in zip(names, signs, strict=True))
    report.expect(
        signs == [-1, 1, 1],
        "pushes logits of matched pairs up, those of fakes and of mismatched pairs down",
        f"pushes {yours}; wanted up, down, down",
        "Only a real image with its own label is right.",
    )


@exercise_check
def generator_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check G's loss on two tiny players: who got which label, the value, and the way back to G."""
    g, d = generator(), discriminator()
    z = torch.tensor([[0.5, -1.0], [1.0, 0.25], [-0.75, 0.5], [0.0, 1.5]])
    y = torch.tensor([2, 0, 1, 2])
    loss = report.call(answer, g, d, z.clone(), y.clone())
    report.require(bool(g.calls), "G was never called", "The images to be judged are G(z, y).")
    report.require(bool(d.calls), "D was never called", "G's only teacher is D's verdict on G(z, y).")
    _labels_given(report, "G", g.calls, y, "`labels` says what G should make.")
    _labels_given(
        report, "D", d.calls, y, "D must say whether G made what it was asked for: the same labels again."
    )
    report.expect(
        close(torch.cat([x for x, _ in g.calls]), z),
        "G gets the z that was given",
        "G got other noise than the z that was given",
        "z is an argument: the caller draws it.",
    )
    loss = scalar_with_gradient(report, loss)
    with torch.no_grad():
        a = d.apply_to(g.apply_to(z, y), y)
    wanted = float(torch.nn.functional.softplus(-a).mean())
    others = (
        (float(torch.nn.functional.logsigmoid(-a).mean()), "This is log(1 − σ(a)), the saturating loss."),
        (-wanted, "The sign is turned round: minimising this would teach G to be caught."),
        (wanted * len(y), "The logarithms were summed. An expectation becomes a mean over the batch."),
        (float(-a.mean()), "The logarithm of σ is missing."),
        (
            float(torch.nn.functional.softplus(a).mean()),
            "This is D's loss on fakes: it teaches G to be caught.",
        ),
    )
    teach = next(
        (t for v, t in others if close(loss, v)), "Work it by hand for one logit of 0: −log σ(0) = 0.693."
    )
    report.expect(
        close(loss, wanted),
        f"value on four samples: {number(wanted)}",
        f"value on four samples: yours {number(loss)}, wanted {number(wanted)}",
        teach,
    )
    if loss.requires_grad:
        slopes = torch.autograd.grad(loss, list(g.parameters()), allow_unused=True)
        report.expect(
            all(s is not None and bool(s.any()) for s in slopes),
            "the gradient reaches G, through D",
            "no gradient reaches G",
            "The way from the loss through D and through x = G(z, y) must not be cut (detach, no_grad).",
        )
    _far(report, answer)


def _far(report: Report, answer: Callable[..., Any]) -> None:
    """Players whose logits are huge: the loss must stay a number."""
    g, d = generator(), discriminator()
    with torch.no_grad():
        d.bias.fill_(-300.0)
    loss = one_number(report, report.call(answer, g, d, torch.zeros(2, 2), torch.tensor([0, 1])))
    report.expect(
        math.isfinite(loss.item()),
        "finite where D is very sure",
        f"where D's logits are near −300: yours {number(loss)}",
        "σ(−300) is rounded to 0, and log 0 is −∞. Look for a function that takes logits and never forms σ.",
    )


def _labels_given(
    report: Report, who: str, calls: list[tuple[Tensor, Tensor]], wanted: Tensor, teach: str
) -> None:
    given = torch.cat([y.reshape(-1) for _, y in calls])
    report.expect(
        torch.equal(given.long(), wanted),
        f"{who} gets the labels that were given",
        f"{who} got the labels {given.tolist()}, wanted {wanted.tolist()}",
        teach,
    )
