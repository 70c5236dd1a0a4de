"""Stand-ins for the checks: a linear classifier with known numbers, an attack, a projection."""

from __future__ import annotations

import torch
from torch import Tensor, nn

# Rows: the classes. A linear classifier's cross-entropy has slopes that can be worked out by hand.
WEIGHT = torch.tensor([[2.0, -1.0, 0.5, 1.0], [-1.0, 2.0, 0.25, -2.0], [0.5, 0.5, -2.0, 1.5]])
X = torch.tensor([[0.5, 0.5, 0.5, 0.5], [0.95, 0.05, 0.4, 0.6], [0.1, 0.98, 0.3, 0.2]]).reshape(3, 1, 2, 2)
Y = torch.tensor([0, 2, 1])
EPS = 0.1


class Linear(nn.Module):
    """Logits W·x of pictures (N, 1, 2, 2), with a record of what it saw.

    Attributes:
        inputs: every batch it was shown.
        modes: for every call, whether it was in training mode.
    """

    def __init__(self, weight: Tensor = WEIGHT) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight.clone())
        self.inputs: list[Tensor] = []
        self.modes: list[bool] = []

    def forward(self, x: Tensor) -> Tensor:
        """Return logits (N, 3)."""
        self.inputs.append(x.detach().clone())
        self.modes.append(self.training)
        return x.flatten(1) @ self.weight.T


def slopes(x: Tensor, y: Tensor, weight: Tensor = WEIGHT) -> Tensor:
    """∇ₓ of the cross-entropy of a linear classifier in closed form: Wᵀ(p − e_y), shape of x."""
    p = (x.flatten(1) @ weight.T).softmax(dim=1)
    return ((p - nn.functional.one_hot(y, len(weight))) @ weight).reshape(x.shape)


class Attack:
    """An attack that returns what it was told to, and leaves gradients behind as backward() would.

    Attributes:
        calls: (x, y) of every call.
        modes: for every call, whether the model was in training mode.
    """

    def __init__(self, *outcomes: Tensor, leaves: float = 0.0) -> None:
        self.outcomes, self.leaves = outcomes, leaves
        self.calls: list[tuple[Tensor, Tensor]] = []
        self.modes: list[bool] = []

    def __call__(self, model: nn.Module, x: Tensor, y: Tensor) -> Tensor:
        """Return the next outcome."""
        if not torch.is_grad_enabled():
            raise RuntimeError("an attack differentiates, but gradients are switched off here")
        self.calls.append((x.detach().clone(), y.clone()))
        self.modes.append(model.training)
        for parameter in model.parameters():
            old = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            parameter.grad = old + self.leaves
        return self.outcomes[(len(self.calls) - 1) % len(self.outcomes)].clone()


class Project:
    """Puts a candidate into the box around x and into 0..1, and writes down around what.

    Attributes:
        centres: the x of every call.
    """

    def __init__(self) -> None:
        self.centres: list[Tensor] = []

    def __call__(self, candidate: Tensor, x: Tensor, epsilon: float) -> Tensor:
        """Return the projected pictures."""
        self.centres.append(x.detach().clone())
        return put(candidate, x, epsilon)


def put(candidate: Tensor, x: Tensor, epsilon: float, low: float = 0.0, high: float = 1.0) -> Tensor:
    """The right projection."""
    return torch.minimum(torch.maximum(candidate, x - epsilon), x + epsilon).clamp(low, high)
