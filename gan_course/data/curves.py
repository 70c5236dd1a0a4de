"""Toy distributions along a curve in the plane, and points drawn by hand.

Shapes: n points, all in the plane (d = 2).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from gan_course.data.mixture import GaussianMixture
from gan_course.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PIECES = 512  # Gaussians that stand for the curve where its density is asked for


class NoisyCurve:
    """Points drawn evenly along a curve's parameter, with Gaussian noise around them.

    Attributes:
        std: Standard deviation of the noise.
        name: The word used in pictures and descriptions.
        dim: Always 2.
    """

    dim = 2

    def __init__(self, curve: Callable[[Tensor], Tensor], std: float, *, name: str, about: str) -> None:
        """Keep the curve.

        Args:
            curve: From positions in [0, 1), shape (n,), to points, shape (n, 2).
            std: Standard deviation of the noise, above 0.
            name: The word used in pictures and descriptions.
            about: The rest of the sentence that ``describe`` returns.

        Raises:
            ValueError: If the deviation is not above 0.
        """
        if not std > 0:
            raise ValueError(f"std={std} does not fit: the standard deviation must be above 0.")
        self.std = float(std)
        self.name = name
        self._curve = curve
        self._about = about
        self._device = torch.device("cpu")

    @property
    def device(self) -> torch.device:
        """Where samples are drawn."""
        return self._device

    def to(self, device: str | torch.device) -> NoisyCurve:
        """Return the same distribution, drawing on another device."""
        moved = NoisyCurve(self._curve, self.std, name=self.name, about=self._about)
        moved._device = torch.device(device)
        return moved

    def sample(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Draw n fresh points, shape (n, 2).

        Args:
            n: How many.
            generator: Where the randomness comes from; torch's global one if left out.
        """
        where = torch.rand(n, generator=generator, device=self._device)
        noise = torch.randn(n, 2, generator=generator, device=self._device)
        return torch.add(self._curve(where), noise, alpha=self.std)

    def log_density(self, x: Tensor) -> Tensor:
        """Return log p(x) in nats, shape (n,), for points of shape (n, 2).

        The curve is replaced by 512 evenly spaced points, which is exact where their distance is small
        beside the noise.
        """
        where = (torch.arange(_PIECES, device=x.device) + 0.5) / _PIECES
        return GaussianMixture(self._curve(where), self.std, name=self.name).to(x.device).log_density(x)

    def density(self, x: Tensor) -> Tensor:
        """Return p(x), shape (n,), for points of shape (n, 2)."""
        return self.log_density(x).exp()

    def describe(self) -> str:
        """Say in one line what this is."""
        return f"{self.name}: {self._about}, noise of std {self.std:g}"

    def plot(self, ax: Axes | None = None, n: int = 1000) -> Axes:
        """Draw n samples and return the Axes."""
        from gan_course import plots

        own = torch.Generator(device=self._device).manual_seed(
            0
        )  # looking must not move the global generator
        return plots.samples(self.sample(n, own), ax=ax, title=self.name, labels=["data"])

    def __repr__(self) -> str:
        return f"<{self.describe()}>"


def moons(std: float = 0.08) -> NoisyCurve:
    """Make two interleaving half circles of radius 1, centred on the origin.

    Args:
        std: Standard deviation of the noise.
    """

    def curve(t: Tensor) -> Tensor:
        upper = t < 0.5
        angle = math.pi * 2 * torch.where(upper, t, t - 0.5)
        x = torch.where(upper, angle.cos() - 0.5, 0.5 - angle.cos())
        y = torch.where(upper, angle.sin() - 0.25, 0.25 - angle.sin())
        return torch.stack([x, y], dim=1)

    return NoisyCurve(curve, std, name="moons", about="two half circles in the plane")


def spiral(arms: int = 2, turns: float = 1.0, std: float = 0.04) -> NoisyCurve:
    """Make a spiral with one or more arms, from radius 0.2 to 2.

    Args:
        arms: How many arms, at least 1.
        turns: Full turns of each arm.
        std: Standard deviation of the noise.
    """
    if arms < 1:
        raise ValueError(f"arms={arms} does not fit: a spiral needs at least 1 arm.")

    def curve(t: Tensor) -> Tensor:
        arm = (t * arms).floor()
        along = t * arms - arm
        angle = 2 * math.pi * (turns * along + arm / arms)
        return (0.2 + 1.8 * along)[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)

    return NoisyCurve(curve, std, name="spiral", about=f"{arms} arm(s) of {turns:g} turn(s) in the plane")


def swiss_roll(std: float = 0.05) -> NoisyCurve:
    """Make the Swiss roll seen from its end: one arm of a turn and a half, radius up to 2 (Marsland, 2009).

    Args:
        std: Standard deviation of the noise.
    """

    def curve(t: Tensor) -> Tensor:
        angle = 1.5 * math.pi * (1 + 2 * t)
        return (2 * angle / (4.5 * math.pi))[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)

    return NoisyCurve(curve, std, name="swiss roll", about="one rolled arm in the plane")


def drawn(points: Any, std: float = 0.05, fit: float | None = 2.0) -> GaussianMixture:
    """Make a distribution from points drawn by hand: a small Gaussian around each.

    Args:
        points: Shape (n, 2), as a list, array or tensor, in any unit.
        std: Standard deviation around each point, after scaling.
        fit: Move and scale the points so that they fill the square from −fit to fit; None leaves them.

    Returns:
        A mixture with the points as its modes.

    Raises:
        ShapeError: If these are not points in the plane.
    """
    values = points if isinstance(points, Tensor) else torch.from_numpy(np.asarray(points, dtype=np.float32))
    centres = values.detach().float().cpu()
    if centres.ndim != 2 or centres.shape[1] != 2 or len(centres) == 0:
        raise ShapeError(f"points have shape {tuple(centres.shape)}: give (n, 2), n at least 1.")
    if not bool(torch.isfinite(centres).all()):
        raise ShapeError("points hold NaN or infinity: give finite coordinates.")
    if fit is not None:
        low, high = centres.min(dim=0).values, centres.max(dim=0).values
        size = float((high - low).max()) or 1.0
        centres = (centres - (low + high) / 2) * (2 * fit / size)
    return GaussianMixture(
        centres, std, name="drawn", about=f"{len(centres)} points drawn by hand, std {std:g}"
    )
