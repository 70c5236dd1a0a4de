"""Stand-ins a check hands to a training step: a noise source and a loss that keep a record, tiny players.

They have known numbers, so that a check can say what a correct step does to them.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class Noise:
    """A source of noise that remembers what it gave.

    Attributes:
        given: Every batch handed out, shape (n, dim) each.
    """

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self.given: list[Tensor] = []

    def __call__(self, n: int) -> Tensor:
        """Return a fresh batch, shape (n, dim); no two batches are alike."""
        start = 1.0 + len(self.given)
        batch = torch.sin(start + 1.7 * torch.arange(float(n * self.dim))).reshape(n, self.dim)
        self.given.append(batch)
        return batch.clone()

    def last(self, n: int) -> Tensor:
        """Return the last n rows handed out, in whatever portions they were asked for."""
        return torch.cat(self.given)[-n:]

    @property
    def rows(self) -> int:
        """How many rows were handed out in all."""
        return sum(len(batch) for batch in self.given)


_NAMES = (
    "real_logits",
    "matched_logits",
    "fake_logits",
    "mismatched_logits",
    "real_values",
    "fake_values",
)


class Loss:
    """A loss that is linear in the means of its arguments, Σ wᵢ·mean(logitsᵢ), and keeps what it was given.

    Attributes:
        seen: For every call the logits it got, each flattened.
    """

    def __init__(self, *weights: float) -> None:
        self.weights = weights
        self.seen: list[list[Tensor]] = []

    def __call__(self, *logits: Tensor, **named: Tensor) -> Tensor:
        """Return the weighted sum of the means."""
        given = [*logits, *(named[name] for name in _NAMES if name in named)]
        self.seen.append([g.detach().flatten() for g in given])
        terms = [w * g.mean() for w, g in zip(self.weights, given, strict=True)]
        return torch.stack(terms).sum()


def linear(weight: Sequence[Sequence[float]], bias: Sequence[float]) -> nn.Linear:
    """Return a linear layer with these numbers: weight (out, in), bias (out,)."""
    layer = nn.Linear(len(weight[0]), len(weight))
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight))
        layer.bias.copy_(torch.tensor(bias))
    return layer


def leave_gradients(module: nn.Module, value: float) -> None:
    """Fill every gradient with ``value``, as if an earlier step of the other player had left it there."""
    for parameter in module.parameters():
        parameter.grad = torch.full_like(parameter, value)


def snapshot(module: nn.Module) -> Tensor:
    """Return a copy of all parameters in one row."""
    return torch.cat([p.detach().flatten() for p in module.parameters()]).clone()


def trainable(module: nn.Module) -> bool:
    """Tell whether every parameter still asks for gradients."""
    return all(p.requires_grad for p in module.parameters())
