"""What the checks of both networks ask of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, describe, number

_NO_MODULE = "The function makes the network and hands it back, without calling it."


def network(report: Report, value: object) -> nn.Module:
    """Require a network in training mode."""
    report.require(
        isinstance(value, nn.Module),
        f"returned {describe(value)}, wanted a network (nn.Module)",
        _NO_MODULE if value is not None else "A function without a return line gives back None.",
    )
    assert isinstance(value, nn.Module)
    if not value.training:
        report.failed(
            "the network comes in evaluation mode",
            "eval() belongs where a network is used. It is built to be trained first.",
        )
        value.train()
    return value


def learns(report: Report, module: nn.Module, x: Tensor) -> None:
    """Every layer is registered, and a gradient reaches its parameters."""
    parameters = list(module.parameters())
    out: Tensor = report.call(module, x)
    goal = (out * torch.linspace(-1, 2, out.numel()).reshape(out.shape)).sum()
    slopes = (
        torch.autograd.grad(goal, parameters, allow_unused=True) if goal.requires_grad and parameters else ()
    )
    # A bias before batch norm is taken away again by it: its slope is 0, and no harm done.
    reached = [s is not None for s in slopes]
    report.expect(
        bool(reached) and all(reached) and all(p.requires_grad for p in parameters),
        "a gradient reaches every parameter",
        f"a gradient reaches {sum(reached)} of {len(parameters)} parameter tensors",
        "An optimiser trains what module.parameters() lists: layers kept in a plain list are not in it, and "
        "detach or no_grad inside forward cuts the way to them.",
    )


def same_numbers_same_answer(report: Report, first: nn.Module, second: nn.Module, x: Tensor) -> None:
    """A network is given by its parameters and buffers: with the same ones two networks agree."""
    if first.state_dict().keys() != second.state_dict().keys():
        return
    second.load_state_dict(first.state_dict())
    first.eval(), second.eval()
    with torch.no_grad():
        alike = torch.allclose(first(x), second(x), atol=1e-5)
    first.train(), second.train()
    report.expect(
        alike,
        "all of its weights are parameters",
        "two networks with the same parameters give different answers",
        "Some layer is not registered: it is kept in a plain list, or made anew in forward, and no optimiser "
        "will ever find it.",
    )


def fresh(report: Report, first: nn.Module, second: nn.Module) -> None:
    """Two calls, two networks, each with its own start."""
    own = {id(p) for p in first.parameters()}
    if any(id(p) in own for p in second.parameters()):
        report.failed(
            "two calls hand back the same parameters",
            "Two runs would train one network. Build the layers inside the function.",
        )
        return
    pairs = list(zip(first.parameters(), second.parameters(), strict=False))
    alike = all(a.shape == b.shape and torch.equal(a, b) for a, b in pairs)
    report.expect(
        not (pairs and alike),
        "makes a fresh network at each call",
        "two calls start with the same numbers",
        "Each network should start by chance; is the random seed set inside the function?",
    )


def widens(report: Report, narrow: nn.Module, wide: nn.Module) -> None:
    """More channels, more weights."""
    counts = [sum(p.numel() for p in module.parameters()) for module in (narrow, wide)]
    report.expect(
        counts[0] < counts[1],
        "grows with `width`",
        f"{counts[0]} parameters with width=8 and {counts[1]} with width=16",
        "The argument `width` is the number of channels next to the picture.",
    )


def any_device(report: Report, module: nn.Module, x: Tensor) -> None:
    """On a device that holds shapes only: a tensor that forward makes on the CPU does not fit in there."""
    import copy

    try:
        copy.deepcopy(module).to("meta")(x.to("meta"))
    except (RuntimeError, NotImplementedError) as error:
        if "meta" in str(error) and "cpu" in str(error):
            report.failed(
                "forward makes a tensor on the CPU, whatever device the batch is on",
                "On a GPU the two could not meet. A tensor made in forward takes its device from the input, "
                "as in torch.zeros(…, device=x.device).",
            )


def shares_weights(
    report: Report,
    left: list[list[Tensor | None]],
    whole: list[list[Tensor | None]],
    exempt: Callable[[Tensor], bool] = lambda _: False,
) -> None:
    """A part of a picture needs almost every weight of a convolution, and few of those of a linear layer.

    Args:
        report: Where the lines go.
        left: Slopes that a part of the picture gives to each parameter, from several batches.
        whole: The same for the whole picture.
        exempt: Which tables of weights may connect everything; what gives a single output always may.
    """
    total = alone = 0
    for part, every in zip(zip(*left, strict=True), zip(*whole, strict=True), strict=True):
        found = [slope for slope in every if slope is not None]
        if not found or found[0].ndim not in (2, 4) or found[0].shape[0] == 1 or exempt(found[0]):
            continue
        needed = torch.stack([slope != 0 for slope in found]).any(0)
        some = [slope != 0 for slope in part if slope is not None]
        enough = torch.stack(some).any(0) if some else torch.zeros_like(needed)
        total += int(needed.sum())
        alone += int((needed & ~enough).sum())
    report.expect(
        alone <= 0.2 * total,
        "hidden layers use the same weights at every place",
        f"{number(100 * alone / max(total, 1), 0)}% of the hidden weights belong to single places",
        "A fully connected hidden layer has a weight for every pixel. A convolution has one small kernel, "
        "and uses it everywhere.",
    )


def slopes(report: Report, module: nn.Module, x: Tensor, weights: Tensor) -> list[Tensor | None]:
    """Return the gradient of Σ weights · output in every parameter."""
    out: Any = report.call(module, x)
    if not out.requires_grad:
        return [None for _ in module.parameters()]
    goal = (out * weights.reshape(out.shape)).sum()
    return list(torch.autograd.grad(goal, list(module.parameters()), allow_unused=True))


def scramble(module: nn.Module, scale: float) -> None:
    """Fill every parameter with normal numbers."""
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(scale * torch.randn_like(parameter))
