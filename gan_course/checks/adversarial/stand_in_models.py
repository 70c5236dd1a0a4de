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


# Pictures near both ends of the range, so that it matters where a step is stopped.
PICTURES = torch.tensor(
    [
        [0.50, 0.52, 0.48, 0.55],
        [0.96, 0.03, 0.40, 0.97],
        [0.02, 0.98, 0.95, 0.04],
        [0.05, 0.06, 0.94, 0.93],
        [0.97, 0.60, 0.02, 0.30],
        [0.35, 0.99, 0.01, 0.65],
    ]
).reshape(6, 1, 2, 2)
LABELS, TARGETS = torch.tensor([0, 1, 2, 0, 2, 1]), torch.tensor([1, 2, 0, 2, 1, 0])
_FIRST = torch.tensor([[5.0, -4, 2, 3], [-3, 6, 4, -5], [4, 5, -6, 2], [-6, 2, 3, 5], [2, -5, 5, -4]])
_SECOND = torch.tensor(
    [[1.5, -0.7, 0.4, 1.1, -1.2], [-1.0, 1.3, -0.6, 0.5, 0.9], [0.3, -0.8, 1.4, -1.3, 0.6]]
)


class Bent(nn.Module):
    """A classifier whose slopes change from place to place, with a record of what it saw.

    Attributes:
        inputs: every batch it was shown.
    """

    def __init__(self, idle: bool = False) -> None:
        """Build it; when ``idle``, the first pixel has no influence."""
        super().__init__()
        first = _FIRST.clone()
        if idle:
            first[:, 0] = 0.0
        self.first, self.second = nn.Parameter(first), nn.Parameter(_SECOND.clone())
        self.inputs: list[Tensor] = []

    def forward(self, x: Tensor) -> Tensor:
        """Return logits (N, 3)."""
        self.inputs.append(x.detach().clone())
        return torch.tanh((x.flatten(1) - 0.5) @ self.first.T) @ self.second.T

    def untouched(self) -> bool:
        """Whether the weights are as they were, still trainable, and the mode is that for use."""
        same = torch.equal(self.first.detach(), _FIRST) and torch.equal(self.second.detach(), _SECOND)
        return same and not self.training and self.first.requires_grad and self.second.requires_grad

    def clean(self) -> bool:
        """Whether no gradient was left in the parameters."""
        return all(p.grad is None or not bool(p.grad.any()) for p in self.parameters())


def slopes(x: Tensor, y: Tensor) -> Tensor:
    """∇ₓ of the cross-entropy of the bent classifier, shape of x."""
    leaf = x.detach().clone().requires_grad_()
    loss = nn.functional.cross_entropy(Bent()(leaf), y, reduction="sum")
    return torch.autograd.grad(loss, leaf)[0]


class Attack:
    """An attack that turns each picture it knows into what it was told, one outcome a visit.

    It leaves gradients behind as backward() would; pictures may come in batches of any size.

    Attributes:
        calls: (x, y) of every call.
        modes: for every call, whether the model was in training mode.
    """

    def __init__(self, clean: Tensor, *outcomes: Tensor, leaves: float = 0.0) -> None:
        self.clean, self.outcomes, self.leaves = clean, outcomes, leaves
        self.visits = [0] * len(clean)
        self.calls: list[tuple[Tensor, Tensor]] = []
        self.modes: list[bool] = []

    def __call__(self, model: nn.Module, x: Tensor, y: Tensor) -> Tensor:
        """Return each picture's next outcome; a picture it does not know stays as it is."""
        if not torch.is_grad_enabled():
            raise RuntimeError("an attack differentiates, but gradients are switched off here")
        self.calls.append((x.detach().clone(), y.clone()))
        self.modes.append(model.training)
        for parameter in model.parameters():
            old = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            parameter.grad = old + self.leaves
        attacked = []
        for row in x.detach():
            known = [i for i, one in enumerate(self.clean) if torch.equal(one, row)]
            if not known:
                attacked.append(row)
                continue
            attacked.append(self.outcomes[self.visits[known[0]] % len(self.outcomes)][known[0]])
            self.visits[known[0]] += 1
        return torch.stack(attacked)


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
