"""What can be seen of a GAN on the plane at one moment, as plain arrays.

Nothing here trains or draws from the trainer's random streams: looking never changes what comes next.
Shapes: n points, S cells along a side, M latent cells along a side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from gan_course.metrics import Coverage, mode_coverage
from gan_course.widgets.engine.divergence import Histogram, js_divergence, kl_divergence
from gan_course.widgets.engine.trainer import Trainer, draw_noise

SIDE = 30  # cells of D's surface along a side
LATENT_CELLS = 16  # cells of the manifold along a side
HISTOGRAM_SIDE = 20
VERDICT_BINS = 20
REAL_COUNTED = 20_000  # real points counted once into the histograms
FAKE_COUNTED = 2_000  # generated points counted at each moment
NOTHING_THERE = 1e-5  # share of all points in a cell below which D* is left open


@contextmanager
def looking(*networks: nn.Module) -> Iterator[None]:
    """Evaluate networks without gradients and without touching batch-norm statistics or dropout."""
    modes = [network.training for network in networks]
    for network in networks:
        network.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for network, mode in zip(networks, modes, strict=True):
            network.train(mode)


@dataclass(frozen=True)
class Surface:
    """D over the plane.

    Attributes:
        values: shape (S, S), rows from low to high second coordinate, scaled to 0..1; NaN where unknown.
        low: raw value shown as 0.
        high: raw value shown as 1.
    """

    values: Tensor
    low: float
    high: float


@dataclass(frozen=True)
class Verdicts:
    """What D says about points.

    Attributes:
        real: share of the real points in each of the bins from 0 to 1, (B,).
        fake: the same for generated points.
        right: share of all points on the right side of 1/2; None for a critic, which knows no sides.
    """

    real: Tensor
    fake: Tensor
    right: float | None


class PlaneViews:
    """Everything drawn over the plane for one trainer.

    Args:
        trainer: the GAN to look at.
        shown: real and generated points shown.
    """

    def __init__(self, trainer: Trainer, shown: int = 500) -> None:
        self.trainer = trainer
        own = torch.Generator().manual_seed(trainer.settings.seed + 1)
        counted = trainer.source.sample(REAL_COUNTED, own)
        self.real = counted[:shown]
        self.low, self.high = window(counted)
        latent = trainer.settings.latent_dim
        # The same z at every frame, so that a point can be followed by eye as it moves.
        kind = trainer.settings.noise
        self.z = draw_noise(kind, FAKE_COUNTED, latent, own)
        self.shown = shown
        self.histogram = Histogram(self.low, self.high, HISTOGRAM_SIDE)
        self.real_counts = self.histogram.counts(counted)
        # What real points score against real points: the lowest curve a perfect G could be shown with.
        self.floor = self._divergences(self.histogram.counts(trainer.source.sample(FAKE_COUNTED, own)))
        self._cells = Histogram(self.low, self.high, SIDE)
        self._real_cells = self._blurred(self._cells.counts(counted))
        self._grid = self._cell_centres()
        self._latent_grid = latent_grid(latent, LATENT_CELLS, kind)

    def samples(self) -> Tensor:
        """Generated points at fixed z, shape (n, 2)."""
        with looking(self.trainer.G):
            out: Tensor = self.trainer.G(self.z[: self.shown])
        return out

    def surface(self) -> Surface:
        """D(x) at the cell centres, read the way the loss reads it."""
        with looking(self.trainer.D):
            return self._read(self.trainer.judge(self._grid).reshape(SIDE, SIDE))

    def best_surface(self) -> Surface:
        """D*(x) = p_data/(p_data + p_g), both counted in cells and blurred by one cell; NaN far from both.

        For curves and drawings no closed form of p_g exists, so both densities are counted the same way.
        """
        with looking(self.trainer.G):
            fake = self._blurred(self._cells.counts(self.trainer.G(self.z)))
        total = self._real_cells + fake
        values = torch.where(total > NOTHING_THERE, self._real_cells / total.clamp_min(1e-12), math.nan)
        return Surface(values, 0.0, 1.0)

    def manifold(self) -> Tensor:
        """G over a latent grid of equal-probability cells: (M+1, M+1, 2), or (1, M²+1, 2) for one latent."""
        with looking(self.trainer.G):
            out: Tensor = self.trainer.G(self._latent_grid)
        if self.trainer.settings.latent_dim == 1:
            return out.reshape(1, -1, 2)
        return out.reshape(LATENT_CELLS + 1, LATENT_CELLS + 1, 2)

    def arrows(self, n: int = 80) -> Tensor:
        """Where L_G pushes generated points: (n, 4) rows of position and of −∂L_G/∂x for a batch of one."""
        trainer = self.trainer
        with looking(trainer.G):
            points = trainer.G(self.z[:n])
        with looking(trainer.D), torch.enable_grad():
            points = points.detach().requires_grad_(True)
            loss = trainer.loss.g(trainer.judge(points))
            (slope,) = torch.autograd.grad(loss, points)
        # The loss is a mean over n points; times n is what one point feels.
        return torch.cat([points.detach(), -n * slope], dim=1)

    def verdicts(self) -> Verdicts:
        """What D says about the shown real points and about as many generated ones."""
        with looking(self.trainer.G, self.trainer.D):
            raw = self.trainer.judge(torch.cat([self.real, self.trainer.G(self.z[: self.shown])]))
        said = self._read(raw).values.nan_to_num(0)
        real, fake = said[: len(self.real)], said[len(self.real) :]
        shares = [torch.histc(part, VERDICT_BINS, 0, 1) / len(part) for part in (real, fake)]
        right = (
            None
            if self.trainer.loss.reading == "critic"
            else float(((real > 0.5).sum() + (fake <= 0.5).sum()) / len(said))
        )
        return Verdicts(shares[0], shares[1], right)

    def numbers(self) -> dict[str, float]:
        """KL and JS in nats and, where the data has modes, modes found and the share of good points."""
        with looking(self.trainer.G):
            fake = self.trainer.G(self.z)
        found = self._divergences(self.histogram.counts(fake))
        coverage = self._coverage(fake)
        if coverage is not None:
            found |= {
                "modes": float(coverage.captured),
                "touched": float(coverage.any),
                "good": coverage.good,
            }
        return found

    def mode_hits(self) -> list[int]:
        """Say of each mode whether it is captured (2), touched (1) or neither (0); empty without modes."""
        with looking(self.trainer.G):
            coverage = self._coverage(self.trainer.G(self.z))
        if coverage is None:
            return []
        return [2 if count >= coverage.needed else int(count > 0) for count in coverage.counts]

    def _coverage(self, fake: Tensor) -> Coverage | None:
        modes = getattr(self.trainer.source, "modes", None)
        if modes is None:
            return None
        return mode_coverage(fake, modes, self.trainer.source.std)  # type: ignore[attr-defined]

    def _read(self, raw: Tensor) -> Surface:
        """Scale D's raw outputs, of any shape, to 0..1 the way the loss reads them."""
        reading = self.trainer.loss.reading
        if reading == "probability":
            return Surface(torch.sigmoid(raw), 0.0, 1.0)
        if reading == "score":
            return Surface(raw.clamp(0, 1), 0.0, 1.0)
        low, high = float(raw.min()), float(raw.max())
        return Surface((raw - low) / max(high - low, 1e-9), low, high)

    def _divergences(self, fake_counts: Tensor) -> dict[str, float]:
        return {
            "kl": kl_divergence(self.real_counts, fake_counts),
            "js": js_divergence(self.real_counts, fake_counts),
        }

    def _cell_centres(self) -> Tensor:
        step = (self.high - self.low) / SIDE
        x, y = (self.low[i] + step[i] * (torch.arange(SIDE) + 0.5) for i in (0, 1))
        across, up = torch.meshgrid(x, y, indexing="xy")
        return torch.stack([across, up], dim=-1).reshape(-1, 2)

    def _blurred(self, counts: Tensor) -> Tensor:
        """Share of all points in each cell, blurred with a Gaussian of one cell: (S, S)."""
        share = (counts[:-1] / counts.sum()).reshape(1, 1, SIDE, SIDE)
        tap = torch.exp(-0.5 * torch.arange(-2.0, 3.0) ** 2)
        tap = tap / tap.sum()
        return F.conv2d(
            F.conv2d(share, tap.view(1, 1, 1, 5), padding=(0, 2)), tap.view(1, 1, 5, 1), padding=(2, 0)
        )[0, 0]


def window(points: Tensor, margin: float = 0.35) -> tuple[Tensor, Tensor]:
    """Return the corners (d,), (d,) of a square window around points (n, d), with a margin of its half."""
    low, high = points.min(dim=0).values, points.max(dim=0).values
    half = (high - low).max().clamp_min(1e-3) / 2 * (1 + margin)
    centre = (low + high) / 2
    return centre - half, centre + half


def even_noise(kind: str, share: Tensor) -> Tensor:
    """Return the places below which the given shares of one column of z lie, of the shape of share."""
    if kind == "uniform":
        return 2 * share - 1
    found: Tensor = torch.distributions.Normal(0.0, 1.0).icdf(share)
    return found


def latent_grid(latent_dim: int, cells: int, kind: str = "normal") -> Tensor:
    """Corners of cells of equal probability of z, as rows of z.

    Each cell holds the same share of p_z, so the share divided by its area on the plane is the density
    there. Latent dimensions beyond the second stay at 0: a slice.

    Args:
        latent_dim: columns of z.
        cells: cells along a side (cells² along the line when there is one latent dimension).
        kind: kind of noise.

    Returns:
        Shape ((cells+1)², latent_dim), or (cells²+1, 1).
    """

    def corners(count: int) -> Tensor:
        # A normal's outermost corners lie at infinity: the drawing ends a quarter of a cell before.
        share = (torch.arange(count + 1) / count).clamp(0.25 / count, 1 - 0.25 / count)
        return even_noise(kind, share)

    if latent_dim == 1:
        return corners(cells * cells)[:, None]
    across, up = torch.meshgrid(corners(cells), corners(cells), indexing="xy")
    plane = torch.stack([across, up], dim=-1).reshape(-1, 2)
    return F.pad(plane, (0, latent_dim - 2))
