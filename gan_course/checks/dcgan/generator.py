"""Check of the generator for pictures."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.dcgan import modules
from gan_course.checks.framework import Report, exercise_check, number
from gan_course.exercises.describe import shape

_LATENT = 9


@exercise_check
def make_generator(report: Report, answer: Callable[..., Any]) -> None:
    """Check sizes, range, what G's output depends on, and what each pixel needs."""
    g = modules.network(report, report.call(answer, _LATENT, 16, width=8))
    z = torch.randn(12, _LATENT)
    x = _picture(report, report.call(g, z), 12, 16)
    report.passed("maps noise (12, 9) to pictures (12, 1, 16, 16)")
    other = modules.network(report, report.call(answer, _LATENT, 28, width=8))
    _picture(report, report.call(other, z), 12, 28)
    report.passed("size=28 gives pictures (12, 1, 28, 28)")
    _counts(report, g, z)
    for _ in range(40):  # spectral norm settles within some calls
        if torch.allclose(report.call(g, z), x, atol=1e-4):
            break
        x = report.call(g, z)
    report.expect(
        torch.allclose(report.call(g, z), x, atol=1e-3),
        "the same z gives the same picture",
        "the same z gives another picture each time",
        "All randomness of G comes in through z: is there dropout, or noise of its own, inside?",
    )
    _listens(report, g)
    _range(report, g)
    modules.learns(report, g, z)
    wide, again = (modules.network(report, report.call(answer, _LATENT, 16, width=w)) for w in (16, 8))
    for module in (wide, again):
        report.call(module, z)  # lazy layers get their sizes from the first batch
    modules.widens(report, again, wide)
    modules.fresh(report, g, again)
    modules.any_device(report, g, z)
    _bends(report, modules.network(report, report.call(answer, _LATENT, 16, width=8)))
    _output_norm(report, modules.network(report, report.call(answer, _LATENT, 16, width=8)), g)
    _shared(report, modules.network(report, report.call(answer, 23, 32, width=16)))
    modules.same_numbers_same_answer(report, g, again, z)


def _picture(report: Report, x: object, n: int, size: int) -> Tensor:
    wanted = (n, 1, size, size)
    report.require(
        isinstance(x, Tensor), f"the network returned {type(x).__name__}, wanted a tensor of shape {wanted}"
    )
    assert isinstance(x, Tensor)
    found = tuple(x.shape)
    teach = "One grey picture for each z: batch, channel, height, width."
    if len(found) == 4 and found[:2] == wanted[:2]:
        teach = (
            "Follow the size through your layers with transposed_size. The first one may depend on `size`."
        )
    report.require(found == wanted, f"returned shape {shape(x)}, wanted {wanted}", teach)
    return x


def _counts(report: Report, g: nn.Module, z: Tensor) -> None:
    for n in (5, 1):
        g.train(n > 1)  # batch norm cannot always train on one row, and need not
        found = report.call(g, z[:n])
        right = isinstance(found, Tensor) and tuple(found.shape) == (n, 1, 16, 16)
        report.require(
            right,
            f"for {n} noise vectors the shape is {shape(found)}, wanted {(n, 1, 16, 16)}",
            "No layer may know the size of the batch: a reshape needs −1 or len(z) where the batch goes.",
        )
    g.train()
    report.passed("works for other batch sizes, a single z included")


def _listens(report: Report, g: nn.Module) -> None:
    kept = copy.deepcopy(g.state_dict())
    modules.scramble(g, 0.5)
    with torch.no_grad():
        x = report.call(g, torch.randn(6, _LATENT))
    g.load_state_dict(kept)
    report.expect(
        float((x - x[:1]).abs().max()) > 1e-5,
        "another z gives another picture",
        "every z gives the same picture",
        "Follow z from the argument of forward to the first layer: does it arrive?",
    )


def _range(report: Report, g: nn.Module) -> None:
    """With large weights the pixels fill the range from −1 to 1, and never leave it."""
    kept = copy.deepcopy(g.state_dict())
    seen = []
    with torch.no_grad():
        for scale in (1.0, 1.0, 10.0, 10.0, 10.0, 10.0):
            modules.scramble(g, scale)
            seen.append(report.call(g, torch.randn(12, _LATENT)).flatten())
    g.load_state_dict(kept)
    x: Tensor = torch.cat(seen)
    low, high = float(x.min()), float(x.max())
    seen_text = f"pixels run from {number(low, 2)} to {number(high, 2)}, whatever the weights"
    if low < -1.00001 or high > 1.00001:
        teach = (
            "Real pixels stay between −1 and 1. Which activation, as the very last step, keeps "
            "fakes there too?"
        )
    elif low > -1e-6:
        teach = "That is the range of a sigmoid or a ReLU. The data go down to −1."
    else:
        teach = "tanh reaches −1 and 1 by itself: nothing should scale or bend it afterwards."
    fits = -1.00001 <= low < -0.97 and 0.97 < high <= 1.00001
    report.expect(fits, "pixels lie between −1 and 1 and can reach both", seen_text, teach)


def _before_tanh(x: Tensor) -> Tensor:
    return torch.atanh(x.double().clamp(-1 + 1e-7, 1 - 1e-7))


def _moderate(g: nn.Module, z: Tensor) -> float:
    """The smallest scale of weights at which pictures are neither all grey nor all black and white."""
    for scale in (0.02, 0.05, 0.1, 0.2, 0.4, 0.8):
        modules.scramble(g, scale)
        if float(g(z).abs().mean()) > 0.05:
            return scale
    return 1.6


@torch.no_grad()
def _bends(report: Report, g: nn.Module) -> None:
    """A linear map keeps sums: f(a) + f(b) = f(a + b) + f(0), here for what tanh is given.

    With its starting weights, because there each unit is on for some z and off for others.
    """
    for _ in range(25):  # let the running averages of batch norm settle
        g(torch.randn(12, _LATENT))
    g.eval()
    worst = 0.0
    for scale in (0.5, 2.0):
        a, b = scale * torch.randn(2, 24, _LATENT)
        x = torch.stack([g(z).double() for z in (a, b, a + b, torch.zeros_like(a))])
        clear = (x.abs() < 0.99).all(0)  # near the ends of tanh too few digits are left to undo it
        fa, fb, both, zero = _before_tanh(x)[:, clear]
        if bool(clear.any()):
            size = torch.stack([fa - zero, fb - zero]).abs().mean().clamp_min(1e-9)
            worst = max(worst, float((fa + fb - both - zero).abs().mean() / size))
    g.train()
    report.expect(
        worst > 1e-2,
        "hidden layers bend",
        "without its last activation the network is a linear map",
        "Convolutions in a row collapse into a single one. What stands between yours?",
    )


@torch.no_grad()
def _output_norm(report: Report, fresh: nn.Module, g: nn.Module) -> None:
    """The mean of the pixels follows z, unless something at the end sets it.

    Both with the weights it starts with and with others: in either one alone z may be drowned by biases.
    """
    fixed = _is_fixed(fresh)
    kept = copy.deepcopy(g.state_dict())
    modules.scramble(g, max(0.2, _moderate(g, torch.randn(24, _LATENT))))
    fixed = _is_fixed(g) and fixed
    g.load_state_dict(kept)
    report.expect(
        not fixed,
        "nothing normalises its output",
        "whatever z is, the pixels of a batch have the same mean and spread",
        "Batch norm stands between hidden layers, not at the output: pictures differ in how much ink "
        "they hold.",
    )


def _is_fixed(g: nn.Module) -> bool:
    noise = torch.randn(4, 24, _LATENT)
    kinds = (
        noise[0],
        3 * noise[1],
        2 + noise[2],
        torch.rand(24, _LATENT) ** 4,
        noise[3, :1] + 0.3 * noise[0],
    )
    moments = torch.stack([torch.stack([x.mean(), x.std()]) for x in (_before_tanh(g(z)) for z in kinds)])
    spread = (moments.amax(0) - moments.amin(0)) / moments[:, 1].mean().clamp_min(1e-9)
    return bool(spread[0] < 1e-3) and bool(spread[1] < 0.1)


def _shared(report: Report, g: nn.Module) -> None:
    z = torch.randn(16, 23)
    report.call(g, z)
    g.eval()  # in training batch norm ties all places together
    parts: dict[str, list[list[Tensor | None]]] = {"left": [], "whole": []}
    for _ in range(3):
        with torch.no_grad():
            modules.scramble(g, _moderate(g, z))
        signs = torch.randn(16, 1, 32, 32)
        left = signs.clone()
        left[..., 8:] = 0
        for name, weights in (("left", left), ("whole", signs)):
            parts[name].append(modules.slopes(report, g, z, weights))
    modules.shares_weights(report, parts["left"], parts["whole"], lambda p: 23 in p.shape)
