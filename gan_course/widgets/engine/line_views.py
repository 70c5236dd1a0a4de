"""What can be seen of a GAN on the line: the four curves of Goodfellow et al. (2014), figure 1.

Shapes: B bins of the line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_course.widgets.engine.divergence import Histogram, js_divergence, kl_divergence
from gan_course.widgets.engine.trainer import Trainer, draw_noise
from gan_course.widgets.engine.views import even_noise, looking, window

BINS = 160
COUNTED = 20_000


@dataclass(frozen=True)
class Curves:
    """The curves over the bin centres, each of shape (B,).

    Attributes:
        x: bin centres.
        p_data: density of the data.
        p_g: density of the generator, counted.
        d: what D says, read as a probability where the loss allows it.
        d_star: p_data/(p_data + p_g); NaN where both are next to nothing.
    """

    x: Tensor
    p_data: Tensor
    p_g: Tensor
    d: Tensor
    d_star: Tensor


class LineViews:
    """The curves, the map z → x and the divergences of one trainer on the line.

    Args:
        trainer: the GAN to look at, with one data column.
    """

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        own = torch.Generator().manual_seed(trainer.settings.seed + 1)
        counted = trainer.source.sample(COUNTED, own)
        self.low, self.high = window(counted, margin=0.5)
        self.histogram = Histogram(self.low, self.high, BINS)
        self.real_counts = self.histogram.counts(counted)
        self.width = float((self.high - self.low)[0]) / BINS
        self.x = self.low + self.width * (torch.arange(BINS) + 0.5)
        self.z = self._spread_noise(COUNTED, own)
        known = getattr(trainer.source, "density", None)
        self.p_data = known(self.x[:, None]).detach() if known else self._counted_density(self.real_counts)
        self.floor = self._divergences(self.histogram.counts(trainer.source.sample(COUNTED, own)))

    def curves(self) -> Curves:
        """Evaluate all curves now."""
        trainer = self.trainer
        with looking(trainer.G, trainer.D):
            p_g = self._counted_density(self.histogram.counts(trainer.G(self.z)))
            raw = trainer.judge(self.x[:, None])
        if trainer.loss.reading == "probability":
            d = torch.sigmoid(raw)
        elif trainer.loss.reading == "score":
            d = raw.clamp(0, 1)
        else:
            d = (raw - raw.min()) / (raw.max() - raw.min()).clamp_min(1e-9)
        total = self.p_data + p_g
        d_star = torch.where(total > 1e-4, self.p_data / total.clamp_min(1e-12), torch.nan)
        return Curves(self.x, self.p_data, p_g, d, d_star)

    def distance(self, curves: Curves) -> float:
        """Average |D − D*| over places where real or generated samples fall; NaN for a critic."""
        if self.trainer.loss.reading == "critic":
            return math.nan
        share = torch.where(curves.d_star.isnan(), 0.0, curves.p_data + curves.p_g)
        apart = (curves.d - curves.d_star).abs().nan_to_num(0.0)
        return float((share * apart).sum() / share.sum().clamp_min(1e-12))

    def threads(self, n: int = 24) -> Tensor:
        """Pairs (z, G(z)) for n evenly likely z, (n, 2); later latent dimensions are 0."""
        z = even_noise(self.trainer.settings.noise, (torch.arange(n) + 0.5) / n)[:, None]
        z = F.pad(z, (0, self.trainer.settings.latent_dim - 1))
        with looking(self.trainer.G):
            return torch.stack([z[:, 0], self.trainer.G(z)[:, 0]], dim=1)

    def numbers(self) -> dict[str, float]:
        """KL and JS in nats between the data and 20,000 generated points."""
        with looking(self.trainer.G):
            return self._divergences(self.histogram.counts(self.trainer.G(self.z)))

    def _divergences(self, fake_counts: Tensor) -> dict[str, float]:
        return {
            "kl": kl_divergence(self.real_counts, fake_counts),
            "js": js_divergence(self.real_counts, fake_counts),
        }

    def _counted_density(self, counts: Tensor) -> Tensor:
        """Density from counts, blurred by a bin and a half so that the curve can be read: (B,)."""
        share = (counts[:-1] / counts.sum() / self.width).view(1, 1, -1)
        tap = torch.exp(-0.5 * (torch.arange(-5.0, 6.0) / 1.5) ** 2)
        return F.conv1d(share, (tap / tap.sum()).view(1, 1, -1), padding=5)[0, 0]

    def _spread_noise(self, n: int, generator: torch.Generator) -> Tensor:
        """Draw z so that the first column is spread evenly, which takes the flicker out of p_g: (n, L)."""
        settings = self.trainer.settings
        first = even_noise(settings.noise, (torch.arange(n) + 0.5) / n)[:, None]
        return torch.cat([first, draw_noise(settings.noise, n, settings.latent_dim - 1, generator)], dim=1)
