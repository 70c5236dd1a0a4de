"""Checks of the two conditional networks: what the label does to their outputs, however it gets in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.conditional.label_effects import every_label, label_effects
from gan_course.checks.framework import Report, describe, exercise_check, number, same_shape

_CLASSES, _N = 11, 44


@exercise_check
def make_generator(report: Report, answer: Callable[..., Any]) -> None:
    """Check a generator from R⁴ and ten classes to 9 pixels."""
    g = _module(report, report.call(answer, 4, _CLASSES, 9, 32))
    z, y = torch.randn(_N, 4), torch.arange(_N) % _CLASSES
    same_shape(
        report, report.call(g, z, y), [(_N, 9)], "One image of data_dim pixels for each pair of z and y."
    )
    report.passed(f"maps noise ({_N}, 4) and labels ({_N},) to images ({_N}, 9)")
    g.eval()  # batch normalisation cannot train on one row, and takes off what all rows share
    same_shape(report, report.call(g, z[:1], y[:1]), [(1, 9)], "A batch may hold one sample.")
    every_label(report, g, z[:1], _CLASSES)
    label_effects(report, g, z, _CLASSES, "picture")
    _first_input(
        report,
        g,
        z,
        "every number of z changes the picture",
        "Without z a class has one picture, and no variety. Does all of z reach the first layer?",
    )
    report.expect(
        torch.equal(report.call(g, z, y), report.call(g, z, y)),
        "the same z and y give the same picture",
        "the same z and y give another picture each time",
        "All randomness of G should come in through z.",
    )
    _pixels(report, g, z, y)
    g.train()
    _learns(report, g, z, y)
    _fresh(report, g, report.call(answer, 4, _CLASSES, 9, 32), (z, y))
    _widens(report, answer, (4, _CLASSES, 9), (z, y))


@exercise_check
def make_discriminator(report: Report, answer: Callable[..., Any]) -> None:
    """Check a discriminator of 6 pixels and ten classes."""
    d = _module(report, report.call(answer, 6, _CLASSES, 32))
    x, y = torch.randn(_N, 6), torch.arange(_N) % _CLASSES
    meaning = "One logit for each pair of x and y: (N,) or (N, 1)."
    same_shape(report, report.call(d, x, y), [(_N,), (_N, 1)], meaning)
    report.passed(f"maps images ({_N}, 6) and labels ({_N},) to one logit each")
    d.eval()
    same_shape(report, report.call(d, x[:1], y[:1]), [(1,), (1, 1)], meaning)
    every_label(report, d, x[:1], _CLASSES)
    label_effects(report, d, x, _CLASSES, "verdict")
    _first_input(
        report,
        d,
        x,
        "every pixel changes the verdict",
        "A discriminator that ignores x judges labels. Does all of x reach the first layer?",
    )
    _bends(report, d, x, y)
    d.train()
    rows = x.clone().requires_grad_()
    verdict = report.call(d, rows, y).flatten()[0]
    slope = torch.autograd.grad(verdict, rows, allow_unused=True)[0] if verdict.requires_grad else None
    report.expect(
        slope is None or not bool(slope[1:].any()),
        "judges each pair by itself",
        "the verdict on a pair changes with the other pairs of its batch",
        "Does something (batch normalisation, a mean, a sum over the batch) mix the rows?",
    )
    _logits(report, d, x, y)
    _learns(report, d, x, y)
    _fresh(report, d, report.call(answer, 6, _CLASSES, 32), (x, y))
    _widens(report, answer, (6, _CLASSES), (x, y))


def _module(report: Report, value: object) -> nn.Module:
    report.require(
        isinstance(value, nn.Module),
        f"returned {describe(value)}, wanted a network (nn.Module)",
        "The function makes the network and hands it back, without calling it."
        if value is not None
        else "A function without a return line gives back None.",
    )
    assert isinstance(value, nn.Module)
    return value


def _first_input(report: Report, module: nn.Module, x: Tensor, claim: str, teach: str) -> None:
    """Move one number of the first input at a time: the output of a class must change."""
    y = torch.full((len(x),), 3)
    idle = []
    with torch.no_grad():
        base = report.call(module, x, y)
        for column in range(x.shape[1]):
            moved = x.clone()
            moved[:, column] += 1.0
            if not bool((report.call(module, moved, y) - base).abs().max() > 1e-7):
                idle.append(column)
    text = f"{len(idle)} of {x.shape[1]} numbers of the first input change nothing"
    report.expect(not idle, claim, text, teach)


def _bends(report: Report, d: nn.Module, x: Tensor, y: Tensor) -> None:
    """For given labels, a linear map has f(a) + f(b) = f(a + b) + f(0)."""
    other = x.flip(0)
    with torch.no_grad():
        a, b, both, zero = (report.call(d, v, y) for v in (x, other, x + other, torch.zeros_like(x)))
    report.expect(
        bool((a + b - both - zero).abs().max() > 1e-4 * float(a.abs().max() + b.abs().max())),
        "is no linear map of the image",
        "for a given label the verdict is a linear map of the image",
        "A linear D has one direction for each class. What has to stand between two linear layers?",
    )


def _pixels(report: Report, g: nn.Module, z: Tensor, y: Tensor) -> None:
    low, high = _wild(report, g, z, y)
    report.expect(
        -1.0001 <= low < -0.9 and 0.9 < high <= 1.0001,
        "pixels reach from −1 to 1 and not beyond",
        f"with wild weights pixels lie between {number(low, 2)} and {number(high, 2)}, wanted −1 and 1",
        "Black is −1 and white is 1 in the data. Which function squashes any number into this range?",
    )


def _logits(report: Report, d: nn.Module, x: Tensor, y: Tensor) -> None:
    low, high = _wild(report, d, x, y)
    report.expect(
        low < -20 and high > 20,
        "logits can be any number",
        f"with wild weights logits lie between {number(low, 2)} and {number(high, 2)}",
        "A logit is any real number; a sigmoid belongs into the loss, not at the end of D.",
    )


def _wild(report: Report, module: nn.Module, first: Tensor, y: Tensor) -> tuple[float, float]:
    kept = {name: value.clone() for name, value in module.state_dict().items()}
    outputs = []
    with torch.no_grad():
        for _ in range(8):  # one draw alone can happen to favour one sign everywhere
            for parameter in module.parameters():
                parameter.copy_(30 * torch.randn_like(parameter))
            outputs.append(report.call(module, first, y).flatten())
        module.load_state_dict(kept)
    reached: Tensor = torch.cat(outputs)
    return float(reached.min()), float(reached.max())


def _learns(report: Report, module: nn.Module, first: Tensor, y: Tensor) -> None:
    parameters = [p for p in module.parameters() if p.requires_grad]
    every = len(list(module.parameters()))
    out: Tensor = report.call(module, first, y).square().sum()
    slopes = (
        torch.autograd.grad(out, parameters, allow_unused=True) if out.requires_grad and parameters else ()
    )
    reached = [s is not None and bool(s.any()) for s in slopes]
    report.expect(
        bool(reached) and sum(reached) == every,
        "a gradient reaches every parameter",
        f"a gradient reaches {sum(reached)} of {every} parameter tensors",
        "An optimiser trains what module.parameters() lists: layers kept in a plain list are not in it, and "
        "detach or no_grad inside forward cuts the way to them.",
    )


def _fresh(report: Report, first: nn.Module, second: object, rows: tuple[Tensor, Tensor]) -> None:
    if isinstance(second, nn.Module):
        report.call(second, *rows)  # lazy layers get their sizes from the first batch
    own = {id(p) for p in first.parameters()}
    shared = not isinstance(second, nn.Module) or any(id(p) in own for p in second.parameters())
    report.require(
        not shared,
        "two calls hand back the same parameters",
        "Two runs would train one network. Build the layers inside the function.",
    )
    assert isinstance(second, nn.Module)
    pairs = list(zip(first.parameters(), second.parameters(), strict=False))
    report.expect(
        any(a.shape != b.shape or not torch.equal(a, b) for a, b in pairs),
        "makes a fresh network at each call",
        "two calls start with the same numbers",
        "Each network should start by chance; is the random seed set inside the function?",
    )
    second.load_state_dict(first.state_dict())
    first.eval()
    second.eval()
    report.expect(
        torch.allclose(report.call(first, *rows), report.call(second, *rows), rtol=1e-4, atol=1e-4),
        "is given by its parameters",
        "two networks with the same parameters give different outputs",
        "Some of its numbers are not parameters, so no optimiser trains them: a table made with torch.randn "
        "must become an nn.Parameter or an nn.Embedding.",
    )


def _widens(
    report: Report, answer: Callable[..., Any], sizes: tuple[int, ...], rows: tuple[Tensor, Tensor]
) -> None:
    counts = []
    for hidden in (8, 64):
        module = _module(report, report.call(answer, *sizes, hidden))
        report.call(module, *rows)
        counts.append(sum(p.numel() for p in module.parameters()))
    report.expect(
        counts[0] < counts[1],
        "grows with `hidden`",
        f"{counts[0]} parameters with hidden=8 and {counts[1]} with hidden=64",
        "The argument `hidden` is the width of the hidden layers.",
    )
