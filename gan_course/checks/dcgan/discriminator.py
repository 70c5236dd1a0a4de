"""Check of the discriminator for pictures."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.dcgan import modules
from gan_course.checks.framework import Report, exercise_check, number
from gan_course.exercises.describe import shape


@exercise_check
def make_discriminator(report: Report, answer: Callable[..., Any]) -> None:
    """Check sizes, that it gives logits, and what it looks at."""
    d = modules.network(report, report.call(answer, 16, width=8))
    x = torch.randn(12, 1, 16, 16)
    _logits(report, report.call(d, x), 12)
    report.passed("maps pictures (12, 1, 16, 16) to one logit each")
    other = modules.network(report, report.call(answer, 28, width=8))
    _logits(report, report.call(other, torch.randn(12, 1, 28, 28)), 12)
    report.passed("size=28 works on pictures of 28 pixels")
    for n in (5, 1):
        d.train(n > 1)
        _logits(report, report.call(d, x[:n]), n, batch=True)
    d.train()
    report.passed("works for other batch sizes, a single picture included")
    _listens(report, d, x)
    _unbounded(report, d, x)
    _bends(report, d, x)
    modules.learns(report, d, x)
    wide, again = (modules.network(report, report.call(answer, 16, width=w)) for w in (16, 8))
    for module in (wide, again):
        report.call(module, x)  # lazy layers get their sizes from the first batch
    modules.widens(report, again, wide)
    modules.fresh(report, d, again)
    modules.any_device(report, d, x)
    _alone(report, d, x)
    _contrast(report, d, x)
    _shared(report, modules.network(report, report.call(answer, 16, width=24)))
    modules.same_numbers_same_answer(report, d, again, x)


def _logits(report: Report, a: object, n: int, batch: bool = False) -> None:
    report.require(isinstance(a, Tensor), f"the network returned {type(a).__name__}, wanted a tensor")
    assert isinstance(a, Tensor)
    found = tuple(a.shape)
    teach = (
        "One logit for each picture: the last layer has one output, and sees all that is left of the picture."
    )
    if found == (n, 1, 1, 1):
        teach = (
            "That is a map of one pixel. Beside logits of shape (N,) it would make an N-by-N "
            "table: flatten it."
        )
    elif batch:
        teach = "No layer may know the size of the batch, and squeeze() removes the batch too when N is 1."
    report.require(found in ((n,), (n, 1)), f"returned shape {shape(a)}, wanted ({n},) or ({n}, 1)", teach)


def _kept(d: nn.Module) -> dict[str, Tensor]:
    return copy.deepcopy(d.state_dict())


def _listens(report: Report, d: nn.Module, x: Tensor) -> None:
    kept = _kept(d)
    modules.scramble(d, 0.5)
    with torch.no_grad():
        a = report.call(d, x).flatten()
    d.load_state_dict(kept)
    report.expect(
        float((a - a[0]).abs().max()) > 1e-6,
        "another picture gets another logit",
        "every picture gets the same logit",
        "Follow x from the argument of forward to the first layer: does it arrive?",
    )


def _unbounded(report: Report, d: nn.Module, x: Tensor) -> None:
    kept, seen = _kept(d), []
    with torch.no_grad():
        for _ in range(12):  # one draw alone can happen to favour one sign everywhere
            modules.scramble(d, 30.0)
            seen.append(report.call(d, x).flatten())
    d.load_state_dict(kept)
    a: Tensor = torch.cat(seen)
    low, high = float(a.min()), float(a.max())
    report.expect(
        low < -20 and high > 20,
        "can give any logit, positive or negative",
        f"its output cannot leave the range from {number(low, 2)} to {number(high, 2)}, whatever its weights",
        "A logit is any real number; a sigmoid belongs into the loss, not at the end of D.",
    )


@torch.no_grad()
def _bends(report: Report, d: nn.Module, x: Tensor) -> None:
    """A linear map keeps sums. Dropout is asked to be quiet."""
    kept = _kept(d)
    d.eval()
    modules.scramble(d, 1.0)
    y = x.flip(0)
    fa, fb, both, zero = (d(v).double() for v in (x, y, x + y, torch.zeros_like(x)))
    gap = (fa + fb - both - zero).abs().mean() / torch.stack([fa, fb, both, zero]).abs().mean().clamp_min(
        1e-9
    )
    d.load_state_dict(kept)
    d.train()
    report.expect(
        float(gap) > 1e-3,
        "is not a linear map",
        "is a linear map, whatever its weights",
        "Convolutions in a row collapse into a single one. What stands between yours?",
    )


@torch.no_grad()
def _alone(report: Report, d: nn.Module, x: Tensor) -> None:
    kept = _kept(d)
    modules.scramble(d, 0.5)
    d.eval()
    x = x * torch.linspace(1, 3, len(x))[:, None, None, None]  # the extremes lie in the last rows
    whole, part = d(x), d(x[:3])
    d.load_state_dict(kept)
    d.train()
    report.expect(
        torch.allclose(whole[:3], part, rtol=1e-3, atol=1e-3 * float(whole.abs().mean())),
        "in evaluation mode each picture is judged by itself",
        "in evaluation mode the verdict on a picture changes with the others in its batch",
        "Batch norm may look at the batch while training only. What else of yours looks along the batch?",
    )


@torch.no_grad()
def _contrast(report: Report, d: nn.Module, x: Tensor) -> None:
    kept = _kept(d)
    modules.scramble(d, 1.0)
    seen = []
    for contrast in (1.0, 2.0, 5.0):
        torch.manual_seed(1)  # dropout drops the same each time
        seen.append(d(contrast * x).double().flatten())
    d.load_state_dict(kept)
    change = max(float((s - seen[0]).abs().max()) for s in seen)
    report.expect(
        change > 1e-2 * float(seen[0].std()),
        "sees how much contrast its pictures have",
        "gives the same logits when the contrast of all pictures is doubled",
        "Batch norm on the pictures, or on the output of the first convolution, hides from D how "
        "bright and sharp "
        "they are.",
    )


def _shared(report: Report, d: nn.Module) -> None:
    """Without biases, so that nothing comes of an empty half; in evaluation mode, for the same reason."""
    x = torch.randn(16, 1, 16, 16)
    report.call(d, x)
    d.eval()
    left = x.clone()
    left[..., 8:] = 0
    parts: dict[str, list[list[Tensor | None]]] = {"left": [], "whole": []}
    for _ in range(2):
        modules.scramble(d, 0.3)
        for key, value in d.state_dict().items():
            if key.endswith(("bias", "running_mean")):
                value.zero_()
        weights = torch.randn(16)
        for name, pictures in (("left", left), ("whole", x)):
            parts[name].append(modules.slopes(report, d, pictures, weights))
    modules.shares_weights(report, parts["left"], parts["whole"])
