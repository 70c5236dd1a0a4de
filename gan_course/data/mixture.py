"""Mixtures of Gaussians in one or more dimensions, the toys of the GAN papers.

Shapes: n points, K modes, d dimensions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan_course.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Numbers = Sequence[float] | Tensor


class GaussianMixture:
    """A mixture of round Gaussians whose density and modes are known.

    Attributes:
        modes: Centres of the modes, shape (K, d).
        std: The one standard deviation if all modes share it, else a tensor of shape (K,).
        stds: Standard deviation of each mode, shape (K,).
        weights: Probability of each mode, shape (K,), summing to 1.
        name: The word used in pictures and descriptions.
    """

    def __init__(
        self,
        modes: Tensor,
        std: float | Numbers,
        weights: Numbers | None = None,
        *,
        name: str = "mixture",
        about: str = "",
    ) -> None:
        """Check the shapes and keep the parameters as float32 tensors.

        Args:
            modes: Centres, shape (K, d).
            std: One standard deviation for all modes, or K of them, all above 0.
            weights: K weights of at least 0, scaled here to sum to 1; equal ones if left out.
            name: The word used in pictures and descriptions.
            about: The rest of the sentence that ``describe`` returns.

        Raises:
            ShapeError: If the numbers of modes, deviations and weights differ.
            ValueError: If a deviation is not above 0 or a weight is negative.
        """
        self.modes = torch.as_tensor(modes, dtype=torch.float32)
        if self.modes.ndim != 2 or len(self.modes) == 0:
            raise ShapeError(f"modes has shape {tuple(self.modes.shape)}: give (K, d), one row per mode.")
        count = len(self.modes)
        self.stds = _per_mode("std", std, count)
        self.weights = _per_mode("weights", 1.0 if weights is None else weights, count)
        if bool((self.stds <= 0).any()):
            raise ValueError(f"std={_plain(std)} does not fit: every standard deviation must be above 0.")
        if bool((self.weights < 0).any()) or float(self.weights.sum()) == 0:
            raise ValueError(f"weights={_plain(weights)} do not fit: give numbers of at least 0, not all 0.")
        self.weights = self.weights / self.weights.sum()
        shared = bool((self.stds == self.stds[0]).all())
        first = std if isinstance(std, int | float) else torch.as_tensor(std).flatten()[0]
        self.std: float | Tensor = float(first) if shared else self.stds
        self.name = name
        self._about = about
        self._equal_weights = bool((self.weights == self.weights[0]).all())

    @property
    def dim(self) -> int:
        """Number of dimensions d of a point."""
        return self.modes.shape[1]

    @property
    def device(self) -> torch.device:
        """Where samples are drawn."""
        return self.modes.device

    def to(self, device: str | torch.device) -> GaussianMixture:
        """Return the same mixture with its tensors on another device."""
        moved = GaussianMixture.__new__(GaussianMixture)
        moved.__dict__.update(self.__dict__)
        moved.modes, moved.stds, moved.weights = (t.to(device) for t in (self.modes, self.stds, self.weights))
        if isinstance(self.std, Tensor):
            moved.std = moved.stds
        return moved

    def sample(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Draw n fresh points, shape (n, d).

        Args:
            n: How many.
            generator: Where the randomness comes from; torch's global one if left out.
        """
        device = self.modes.device
        if self._equal_weights:
            which = torch.randint(len(self.modes), (n,), generator=generator, device=device)
        else:
            which = torch.multinomial(self.weights, n, replacement=True, generator=generator)
        noise = torch.randn(n, self.dim, generator=generator, device=device)
        if isinstance(self.std, float):
            return torch.add(self.modes[which], noise, alpha=self.std)
        return self.modes[which] + self.stds[which, None] * noise

    def log_density(self, x: Tensor) -> Tensor:
        """Return log p(x) in nats.

        Args:
            x: Points, shape (n, d); for d = 1 shape (n,) will do.

        Returns:
            Shape (n,).

        Raises:
            ShapeError: If the points have another number of dimensions.
        """
        points = x[:, None] if x.ndim == 1 and self.dim == 1 else x
        if points.ndim != 2 or points.shape[1] != self.dim:
            raise ShapeError(
                f"x has shape {tuple(x.shape)}: {self.name} needs points of shape (n, {self.dim})."
            )
        squared = (points[:, None, :] - self.modes).square().sum(dim=-1)  # (n, K)
        each = -squared / (2 * self.stds**2) - self.dim * (self.stds.log() + 0.5 * math.log(2 * math.pi))
        return torch.logsumexp(each + self.weights.log(), dim=1)

    def density(self, x: Tensor) -> Tensor:
        """Return p(x), shape (n,), for points of shape (n, d), or (n,) where d = 1."""
        return self.log_density(x).exp()

    def describe(self) -> str:
        """Say in one line what this is."""
        return f"{self.name}: {self._about or f'{len(self.modes)} Gaussians in {self.dim} dimension(s)'}"

    def plot(self, ax: Axes | None = None, n: int = 1000) -> Axes:
        """Draw the density (d = 1) or n samples (d = 2) and return the Axes."""
        from gan_course import plots

        if self.dim == 1:
            spread = 4 * float(self.stds.max())
            low, high = float(self.modes.min()) - spread, float(self.modes.max()) + spread
            x = torch.linspace(low, high, 400, device=self.device)
            return plots.densities(x, p_data=self.density(x), ax=ax)
        own = torch.Generator(device=self.device).manual_seed(0)  # looking must not move the global generator
        return plots.samples(self.sample(n, own), ax=ax, title=self.name, labels=["data"])

    def __repr__(self) -> str:
        return f"<{self.describe()}>"


def gaussian_mixture_1d(
    means: Numbers, stds: float | Numbers, weights: Numbers | None = None
) -> GaussianMixture:
    """Make a mixture of Gaussians on the line.

    Args:
        means: The K centres.
        stds: One standard deviation, or K.
        weights: K weights of at least 0; equal ones if left out.

    Returns:
        The mixture, with d = 1: samples have shape (n, 1).

    >>> two = gaussian_mixture_1d([-2.0, 2.0], [0.5, 0.5], weights=[0.3, 0.7])
    >>> two.sample(4).shape
    torch.Size([4, 1])
    """
    centres = torch.as_tensor(means, dtype=torch.float32).reshape(-1, 1)
    return GaussianMixture(
        centres, stds, weights, name="1-D mixture", about=f"{len(centres)} Gaussian(s) on the line"
    )


def ring(
    modes: int = 8,
    radius: float = 2.0,
    std: float = 0.02,
    weights: Numbers | None = None,
    *,
    turn: float = 0.0,
) -> GaussianMixture:
    """Make Gaussians evenly spaced on a circle, the ring of Metz et al. (2017) and VEEGAN (2017).

    Args:
        modes: How many Gaussians, at least 1.
        radius: Radius of the circle.
        std: Standard deviation of each Gaussian.
        weights: One weight per mode; equal ones if left out.
        turn: Angle in radians by which the whole ring is turned.

    Returns:
        The mixture, with d = 2.
    """
    if modes < 1:
        raise ValueError(f"modes={modes} does not fit: a ring needs at least 1 mode.")
    angles = torch.arange(modes) * (2 * math.pi / modes) + turn
    centres = radius * torch.stack([angles.cos(), angles.sin()], dim=1)
    about = f"{modes} Gaussians in the plane, radius {radius:g}, std {std:g}"
    return GaussianMixture(centres, std, weights, name="ring", about=about)


def grid(
    side: int = 5, spacing: float = 2.0, std: float = 0.05, weights: Numbers | None = None
) -> GaussianMixture:
    """Make side x side Gaussians on a square grid around the origin, as in VEEGAN (2017) and PacGAN (2018).

    Args:
        side: Modes along one side, at least 1.
        spacing: Distance between neighbours.
        std: Standard deviation of each Gaussian.
        weights: One weight per mode; equal ones if left out.

    Returns:
        The mixture, with d = 2.
    """
    if side < 1:
        raise ValueError(f"side={side} does not fit: a grid needs at least 1 mode along its side.")
    ticks = (torch.arange(side) - (side - 1) / 2) * spacing
    about = f"{side}x{side} Gaussians in the plane, spacing {spacing:g}, std {std:g}"
    return GaussianMixture(
        torch.cartesian_prod(ticks, ticks).reshape(-1, 2), std, weights, name="grid", about=about
    )


def _per_mode(word: str, values: float | Numbers, count: int) -> Tensor:
    given = torch.as_tensor(values, dtype=torch.float32).flatten()
    if given.numel() not in (1, count):
        raise ShapeError(f"{word} has {given.numel()} value(s) for {count} mode(s): give 1 or {count}.")
    return given.expand(count).clone()


def _plain(values: object) -> object:
    return values.tolist() if isinstance(values, Tensor) else values
