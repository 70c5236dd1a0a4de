"""Checks of the two conditional networks: what the label does to their outputs, however it gets in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, describe, exercise_check, number, same_shape

_CLASSES, _N = 10, 40


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
    _every_label(report, g, z[:1])
    _condition(report, g, z, "picture")
    with torch.no_grad():
        one = torch.full((_N,), 3)
        spread = float((report.call(g, z, one) - report.call(g, z[:1], one[:1])).abs().max())
    report.expect(
        spread > 1e-6,
        "different z give different pictures of one class",
        "all z give the same picture of a class",
        "Without z there is one picture for each class, and no variety in it. Does z reach the first layer?",
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
    _every_label(report, d, x[:1])
    if _condition(report, d, x, "verdict"):
        _meets(report, d, x)
    d.train()
    rows = x.clone().requires_grad_()
    (slope,) = torch.autograd.grad(report.call(d, rows, y).flatten()[0], rows, allow_unused=True)
    report.expect(
        slope is not None and bool(slope[0].any()) and not bool(slope[1:].any()),
        "judges each pair by itself, by its image",
        "the verdict on a pair does not depend on its image alone",
        "Does x reach the first layer, and does something (batch normalisation, a mean) mix the rows?",
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


def _every_label(report: Report, module: nn.Module, row: Tensor) -> None:
    refused = []
    for label in range(_CLASSES):
        try:
            module(row, torch.tensor([label]))
        except Exception:
            refused.append(label)
    report.require(
        not refused,
        f"stops at the label {', '.join(map(str, refused))} of {_CLASSES} classes",
        "Labels run from 0 to classes − 1, and so do rows of an embedding: `classes` rows, and nothing added "
        "to the label or taken from it.",
    )
    report.passed("takes every label from 0 to 9")


def _condition(report: Report, module: nn.Module, first: Tensor, word: str) -> bool:
    with torch.no_grad():
        outs = [report.call(module, first, torch.full((len(first),), k)).flatten() for k in range(_CLASSES)]
    apart = torch.cdist(torch.stack(outs).double(), torch.stack(outs).double())
    off = ~torch.eye(_CLASSES, dtype=torch.bool)
    if not bool((apart[off] > 1e-6).any()):
        report.failed(
            f"the {word} is the same for every label",
            "The label is taken and dropped. It has to enter the layers beside the other input.",
        )
        return False
    alike = [(i, j) for i in range(_CLASSES) for j in range(i) if apart[i, j] <= 1e-6]
    first_pair = alike[0] if alike else (0, 0)
    return report.expect(
        not alike,
        f"every label changes the {word}",
        f"labels {first_pair[1]} and {first_pair[0]} give the same {word}",
        "Each class needs a code of its own.",
    )


def _meets(report: Report, d: nn.Module, x: Tensor) -> None:
    """Additive in x and y means: the label's effect is the same for every image."""
    with torch.no_grad():
        outs = torch.stack([d(x, torch.full((len(x),), k)).flatten() for k in range(_CLASSES)])
    effect = outs - outs.mean(0)
    mixed = (effect - effect.mean(1, keepdim=True)).abs().mean() / effect.abs().mean()
    report.expect(
        bool(mixed > 1e-3),
        "the label's effect depends on the image",
        "the label shifts every verdict by the same amount, whatever the image",
        "Then D cannot say whether x and y belong together. The label must meet x before a bend, or be "
        "multiplied with features of x.",
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
    parameters = list(module.parameters())
    out: Tensor = report.call(module, first, y).square().sum()
    slopes = (
        torch.autograd.grad(out, parameters, allow_unused=True) if out.requires_grad and parameters else ()
    )
    reached = [s is not None and bool(s.any()) for s in slopes]
    report.expect(
        bool(reached) and all(reached) and all(p.requires_grad for p in parameters),
        "a gradient reaches every parameter",
        f"a gradient reaches {sum(reached)} of {len(parameters)} parameter tensors",
        "An optimiser trains what module.parameters() lists: layers kept in a plain list are not in it, and "
        "detach or no_grad inside forward cuts the way to them.",
    )


def _fresh(report: Report, first: nn.Module, second: object, rows: tuple[Tensor, Tensor]) -> None:
    if isinstance(second, nn.Module):
        report.call(second, *rows)  # lazy layers get their sizes from the first batch
    own = {id(p) for p in first.parameters()}
    shared = not isinstance(second, nn.Module) or any(id(p) in own for p in second.parameters())
    report.expect(
        not shared,
        "makes a fresh network at each call",
        "two calls hand back the same parameters",
        "Two runs would train one network. Build the layers inside the function.",
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
