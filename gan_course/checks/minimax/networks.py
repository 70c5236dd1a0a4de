"""Checks of the two players: shapes, bounds, bends, and who looks at whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, describe, exercise_check, number, same_shape


@exercise_check
def make_generator(report: Report, answer: Callable[..., Any]) -> None:
    """Check a generator from R³ to R²."""
    g = _module(report, report.call(answer, 3, 2))
    z = torch.randn(64, 3)
    x = same_shape(
        report, report.call(g, z), [(64, 2)], "One sample x of the data's size for each noise vector z."
    )
    report.passed("maps noise (64, 3) to samples (64, 2)")
    g.eval()  # batch normalisation cannot train on one row, and need not
    same_shape(report, report.call(g, z[:1]), [(1, 2)], "A batch may hold one sample.")
    g.train()
    report.passed("a single z works as well")
    report.expect(
        torch.allclose(report.call(g, z), x, atol=1e-5),
        "the same z gives the same x",
        "the same z gives another x each time",
        "All randomness of G should come in through z: is there dropout, or noise of its own, inside?",
    )
    _learns(report, g, z)
    _bends(report, g, 3)
    _unbounded(report, g, 3, "A bounded G (a tanh or sigmoid at the end, say) can never reach data outside.")
    _fresh(report, g, report.call(answer, 3, 2), z)
    _widens(report, g, report.call(answer, 3, 2, hidden=8), z)


@exercise_check
def make_discriminator(report: Report, answer: Callable[..., Any]) -> None:
    """Check a discriminator on R²."""
    d = _module(report, report.call(answer, 2))
    x = torch.randn(64, 2)
    meaning = "One logit for each sample: (N,) or (N, 1)."
    same_shape(report, report.call(d, x), [(64,), (64, 1)], meaning)
    report.passed("maps samples (64, 2) to one logit each")
    same_shape(report, report.call(d, x[:1]), [(1,), (1, 1)], meaning)
    report.passed("a single x works as well")
    rows = x.clone().requires_grad_()
    (slope,) = torch.autograd.grad(report.call(d, rows).flatten()[0], rows, allow_unused=True)
    report.expect(
        slope is not None and not bool(slope[1:].any()),
        "judges each sample by itself",
        "the verdict on one sample changes with the others in its batch",
        "Does something (batch normalisation, a mean over the batch) mix the rows?",
    )
    _learns(report, d, x)
    _bends(report, d, 2)
    _unbounded(
        report, d, 2, "A logit is any real number; a sigmoid belongs into the loss, not at the end of D."
    )
    _fresh(report, d, report.call(answer, 2), x)
    _widens(report, d, report.call(answer, 2, hidden=8), x)


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


def _learns(report: Report, module: nn.Module, rows: Tensor) -> None:
    """Every layer is registered, and a gradient reaches its parameters."""
    parameters = list(module.parameters())
    out: Tensor = report.call(module, rows).square().sum()
    slopes: Sequence[Tensor | None] = (
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


def _bends(report: Report, module: nn.Module, width: int) -> None:
    """A linear map keeps midpoints: f((a+b)/2) = (f(a)+f(b))/2. Dropout is asked to be quiet."""
    a, b = 5 * torch.randn(128, width), 5 * torch.randn(128, width)
    training = module.training
    module.eval()
    with torch.no_grad():
        fa, fb, middle = (report.call(module, x) for x in (a, b, (a + b) / 2))
    module.train(training)
    straight = torch.allclose(middle, (fa + fb) / 2, atol=1e-3 * float(1e-3 + fa.abs().max()))
    report.expect(
        not straight,
        "is not a linear map",
        "is a linear map, whatever its parameters",
        "Layers without a bend between them collapse into a single linear layer. What stands between yours?",
    )


def _unbounded(report: Report, module: nn.Module, width: int, teach: str) -> None:
    """With wild parameters a free output goes far to both sides; a squashed one stays in its range."""
    kept = {name: value.clone() for name, value in module.state_dict().items()}
    outputs = []
    with torch.no_grad():
        for _ in range(8):  # one draw alone can happen to favour one sign everywhere
            for parameter in module.parameters():
                parameter.copy_(100 * torch.randn_like(parameter))
            outputs.append(report.call(module, torch.randn(128, width)).flatten())
        module.load_state_dict(kept)
    reached: Tensor = torch.cat(outputs)
    low, high = float(reached.min()), float(reached.max())
    report.expect(
        low < -20 and high > 20,
        "can reach any number, positive or negative",
        f"its output cannot leave the range from {number(low, 2)} to {number(high, 2)}, whatever its weights",
        teach,
    )


def _widens(report: Report, wide: nn.Module, narrow: object, rows: Tensor) -> None:
    if not isinstance(narrow, nn.Module):
        return
    report.call(narrow, rows)  # lazy layers get their sizes from the first batch
    counts = [sum(p.numel() for p in module.parameters()) for module in (narrow, wide)]
    report.expect(
        counts[0] < counts[1],
        "grows with `hidden`",
        f"{counts[0]} parameters with hidden=8 and {counts[1]} with hidden=64",
        "The argument `hidden` is the width of the hidden layers: later assignments ask for other widths.",
    )


def _fresh(report: Report, first: nn.Module, second: object, rows: Tensor) -> None:
    if isinstance(second, nn.Module):
        report.call(second, rows)  # lazy layers get their sizes from the first batch
    own = {id(p) for p in first.parameters()}
    shared = not isinstance(second, nn.Module) or any(id(p) in own for p in second.parameters())
    if isinstance(second, nn.Module) and not shared and _alike(first, second):
        report.failed(
            "two calls start with the same numbers",
            "Each network should start by chance; is the random seed set inside the function?",
        )
        return
    report.expect(
        not shared,
        "makes a fresh network at each call",
        "two calls hand back the same parameters",
        "Two runs would train one network. Build the layers inside the function.",
    )


def _alike(first: nn.Module, second: nn.Module) -> bool:
    pairs = list(zip(first.parameters(), second.parameters(), strict=False))
    return bool(pairs) and all(a.shape == b.shape and torch.equal(a, b) for a, b in pairs)
