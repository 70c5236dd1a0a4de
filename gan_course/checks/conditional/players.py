"""Tiny conditional players with known numbers, and wrong labels that keep a record."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class Labelled(nn.Module):
    """A linear map whose label adds a row of a table: f(x, y) = W x + b + table[y].

    Attributes:
        calls: The inputs of every call, (x, labels).
    """

    def __init__(
        self,
        weight: Sequence[Sequence[float]],
        bias: Sequence[float],
        table: Sequence[Sequence[float]],
        bend: bool = False,
    ) -> None:
        """Keep weight (out, in), bias (out,) and table (classes, out); ``bend`` puts a tanh at the end."""
        super().__init__()
        self.weight = nn.Parameter(torch.tensor(weight))
        self.bias = nn.Parameter(torch.tensor(bias))
        self.table = nn.Parameter(torch.tensor(table))
        self.bend = bend
        self.calls: list[tuple[Tensor, Tensor]] = []

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Map (N, in) and labels (N,) to (N, out)."""
        self.calls.append((x.detach().clone(), y.detach().clone()))
        return self.apply_to(x, y)

    def apply_to(self, x: Tensor, y: Tensor) -> Tensor:
        """The map itself, without a record."""
        out = x @ self.weight.T + self.bias + self.table[y]
        return torch.tanh(out) if self.bend else out


def generator() -> Labelled:
    """G from R² to R² with three classes."""
    return Labelled([[1.0, 0.0], [0.5, 2.0]], [0.5, -1.0], [[0.0, 1.0], [2.0, 0.0], [-1.0, 3.0]])


def discriminator() -> Labelled:
    """D from R² to one logit with three classes."""
    return Labelled([[1.0, -0.5]], [0.25], [[0.0], [3.0], [-2.0]])


class Mismatch:
    """Wrong labels of three classes: moves each label by 1 or 2, in turn.

    Attributes:
        given: Every batch handed out.
    """

    def __init__(self) -> None:
        self.given: list[Tensor] = []

    def __call__(self, labels: Tensor) -> Tensor:
        """Return wrong labels, shape (N,)."""
        wrong: Tensor = (labels + 1 + torch.arange(len(labels)) % 2) % 3
        self.given.append(wrong.clone())
        return wrong
