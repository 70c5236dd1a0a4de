"""Two-player games in two numbers: x minimises V(x, y), y maximises it.

The smallest models of a GAN: x stands for the generator, y for the discriminator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

Value = Callable[[Tensor, Tensor], Tensor]
Update = Callable[[float, float, float], tuple[float, float]]

METHODS = ("simultaneous", "alternating", "damped")
FAR = 1e4  # beyond this a player has left for good: the path ends


@dataclass(frozen=True)
class Game:
    """A game with its equilibrium at the origin.

    Attributes:
        name: what to call it.
        value: V(x, y) for tensors of equal shape.
        formula: V in words for people.
    """

    name: str
    value: Value
    formula: str


GAMES: dict[str, Game] = {
    "xy": Game("xy", lambda x, y: x * y, "V(x, y) = x·y"),
    "dirac": Game(
        "dirac",
        lambda x, y: -F.softplus(-x * y) - F.softplus(torch.zeros_like(x)),
        "V(x, y) = f(x·y) + f(0), f(t) = −log(1 + e⁻ᵗ): the Dirac-GAN (Mescheder et al. 2018)",
    ),
    "saddle": Game(
        "saddle",
        lambda x, y: 0.5 * x**2 + x * y - 0.5 * y**2,
        "V(x, y) = x²/2 + x·y − y²/2: each has a bowl of its own",
    ),
}


def slopes(value: Value, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Return ∂V/∂x and ∂V/∂y at points, each of the shape of x."""
    x, y = x.detach().requires_grad_(True), y.detach().requires_grad_(True)
    with torch.enable_grad():
        total = value(x, y).sum()
    dx, dy = torch.autograd.grad(total, (x, y), allow_unused=True)
    return (torch.zeros_like(x) if dx is None else dx), (torch.zeros_like(y) if dy is None else dy)


def play(
    value: Value,
    method: str,
    start: tuple[float, float],
    eta: float,
    rounds: int,
    damping: float = 0.0,
    update: Update | None = None,
) -> Tensor:
    """Play a number of rounds.

    Args:
        value: V.
        method: "simultaneous" (both look at the same point), "alternating" (y answers x's new place) or
            "damped" (simultaneous, and each also pays damping/2 times its own square, as R1 makes D pay).
        start: where both begin.
        eta: step size.
        rounds: how many.
        damping: γ of the damped method.
        update: the student's own `update(x, y, eta) -> (x, y)`; takes the place of the method.

    Returns:
        The path, shape (rounds + 1, 2); NaN after a player has gone beyond `FAR`.
    """
    path = torch.full((rounds + 1, 2), torch.nan, dtype=torch.float64)
    x, y = torch.tensor(start, dtype=torch.float64)
    path[0] = torch.stack([x, y])
    for i in range(1, rounds + 1):
        if update is not None:
            x, y = torch.tensor([float(v) for v in update(float(x), float(y), eta)], dtype=torch.float64)
        else:
            x, y = _round(value, method, x, y, eta, damping)
        if not (x.abs() < FAR and y.abs() < FAR):
            break
        path[i] = torch.stack([x, y])
    return path


def _round(
    value: Value, method: str, x: Tensor, y: Tensor, eta: float, damping: float
) -> tuple[Tensor, Tensor]:
    friction = damping if method == "damped" else 0.0
    dx, dy = slopes(value, x, y)
    new_x = x - eta * (dx + friction * x)
    if method == "alternating":
        _, dy = slopes(value, new_x, y)
    return new_x, y + eta * (dy - friction * y)


def field(value: Value, reach: float, side: int = 13) -> Tensor:
    """Where both players want to go on a grid of places: rows (x, y, −∂V/∂x, ∂V/∂y), (side², 4)."""
    ticks = torch.linspace(-reach, reach, side)
    x, y = torch.meshgrid(ticks, ticks, indexing="xy")
    dx, dy = slopes(value, x.reshape(-1), y.reshape(-1))
    return torch.stack([x.reshape(-1), y.reshape(-1), -dx, dy], dim=1)


def verdict(path: Tensor) -> str:
    """Say in a word what a path does: "leaves", "spirals out", "circles" or "comes home"."""
    distance = path.norm(dim=1)
    seen = distance[~distance.isnan()]
    if len(seen) < len(distance):
        return "leaves"
    tail = max(1, len(seen) // 5)
    before, after = seen[:tail].mean(), seen[-tail:].mean()
    if after > 1.15 * before:
        return "spirals out"
    return "comes home" if after < 0.85 * before else "circles"
