"""Pictures that open a lesson: where it leads, shown before the student has written a line."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from gan_course.data import digits, ring
from gan_course.side_by_side import play
from gan_course.training import R1, Run, every, train

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOMENTS = (1, 150, 600, 2500)
_DIGIT_MOMENTS = (5, 60, 300)


def ring_in_training(seed: int = 0) -> Figure:
    """Train a GAN on the ring of eight Gaussians for about four seconds and draw it at four moments.

    Args:
        seed: Of the networks and of all samples.

    Returns:
        The figure, four panels wide.
    """
    from gan_course import plots

    target = ring()
    seen: dict[int, Tensor] = {}

    def look(run: Run) -> None:
        if run.step in _MOMENTS:
            seen[run.step] = run.sample(1000)

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        train(
            mlp(2, 128, 128, 2),
            mlp(2, 128, 128, 1),
            target,
            loss="saturating",
            steps=_MOMENTS[-1],
            lr=1e-3,
            decay=0.05,
            average=0.99,
            seed=seed,
            callbacks=[every(1, look)],
            progress=False,
        )
    figure, axes = plots.figure(1, len(_MOMENTS), 2.6, 2.8)
    for ax, (step, x) in zip(axes, seen.items(), strict=True):
        ax.scatter(*target.modes.T, marker="x", color="#888888", s=40)
        ax.scatter(*x.T, s=4, color="#D55E00", alpha=0.5, linewidths=0)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xticks=[], yticks=[])
        ax.set_title(f"after {step} iteration{'s' * (step > 1)}")
    made: Figure = figure
    return made


def collapsed_and_mended(collapsing: Mapping[str, float], seed: int = 0) -> Figure:
    """Play the ring twice for about three seconds: with settings that collapse, and with others that do not.

    Args:
        collapsing: Settings of :func:`gan_course.side_by_side.play` for the upper row.
        seed: Of the networks and of all samples.

    Returns:
        The figure, two rows of five panels.
    """
    from gan_course import plots

    target = ring()
    rows = {
        "collapsed": (dict(collapsing), (150, 300, 400, 600, 800), 4),
        "mended": ({"r1": 0.1, "decay": 0.05, "average": 0.995}, (150, 300, 600, 1000, 1500), 3),
    }
    figure, axes = plots.figure(2, 5, 2.2, 2.4)
    for row, (word, (settings, moments, limit)) in zip(axes, rows.items(), strict=True):
        games = play(target, seeds=[seed], steps=moments[-1], look_at=moments, **settings)  # type: ignore[arg-type]
        for ax, (step, x) in zip(row, games.seen.items(), strict=True):
            ax.scatter(*target.modes.T, marker="x", color="#888888", s=30, linewidths=1)
            ax.scatter(*x[0, :500].T, s=5, color="#D55E00", alpha=0.5, linewidths=0)
            ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal", xticks=[], yticks=[])
            ax.set_title(f"{step} iterations", fontsize=10)
        row[0].set_ylabel(word)
    made: Figure = figure
    return made


def digits_by_class(seed: int = 0) -> Figure:
    """Train a conditional GAN on digits for about five seconds and draw ten orders, a row each.

    Args:
        seed: Of the networks and of all samples.

    Returns:
        The figure.
    """
    from gan_course import plots

    data, columns, latent = digits(16, flat=True), 12, 16
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        run = train(
            Painter(nn.Sequential(mlp(latent + 10, 256, 256, 256), nn.Tanh())),
            Judge(nn.Sequential(mlp(256, 256, 256, 128), nn.LeakyReLU(0.2)), 128),
            data,
            loss="non_saturating",
            labels=True,
            latent_dim=latent,
            steps=600,
            batch_size=64,
            lr=1e-3,
            betas=(0.5, 0.99),
            decay=0.05,
            average=0.99,
            penalty=R1(0.1),
            penalty_every=4,
            seed=seed,
            progress=False,
        )
        z = torch.randn(columns, latent).repeat(10, 1)
        with torch.no_grad():
            x = (run.averaged or run.generator)(z, torch.arange(10).repeat_interleave(columns))
    figure, ax = plots.figure(1, 1, 5.2, 4.4)
    plots.images(x, columns=columns, value_range=(-1, 1), ax=ax)
    made: Figure = figure
    return made


def digits_in_training(seed: int = 0) -> Figure:
    """Train a small convolutional GAN on digits for a few seconds and draw it at three moments.

    Args:
        seed: Of the networks and of all samples.

    Returns:
        The figure: a row of real digits, and a row of samples for each moment.
    """
    from gan_course import plots

    data, columns, width = digits(16), 14, 20
    rows: dict[str, Tensor] = {"real": data.x[:columns]}

    def look(run: Run) -> None:
        if run.step in _DIGIT_MOMENTS:
            rows[f"{run.step} steps"] = run.sample(columns)

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        train(
            _enlarging(24, width),
            nn.Sequential(
                nn.Conv2d(1, width, 5, 2, 2), nn.LeakyReLU(0.2), nn.Conv2d(width, 2 * width, 5, 2, 2),
                nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(2 * width * 16, 1),
            ),
            data, loss="non_saturating", steps=_DIGIT_MOMENTS[-1], batch_size=48, lr=2e-3, d_lr=1e-3,
            decay=0.05, average=0.97, penalty=R1(0.1), penalty_every=4, seed=seed,
            callbacks=[every(1, look)], progress=False,
        )  # fmt: skip
    figure, axes = plots.figure(len(rows), 1, 7.6, 0.72)
    for ax, (name, x) in zip(axes, rows.items(), strict=True):
        plots.images(x, columns=columns, value_range=(-1, 1), ax=ax)
        ax.text(-0.01, 0.5, name, transform=ax.transAxes, ha="right", va="center")
    made: Figure = figure
    return made


def _enlarging(latent: int, width: int) -> nn.Sequential:
    """A generator that enlarges by repeating pixels, and convolves after each enlargement."""
    layers: list[nn.Module] = [nn.Linear(latent, 32 * width), nn.Unflatten(1, (2 * width, 4, 4))]
    for before, after in ((2 * width, width), (width, 1)):
        layers += [nn.BatchNorm2d(before), nn.ReLU(), nn.Upsample(scale_factor=2)]
        layers += [nn.Conv2d(before, after, 3, padding=1)]
    return nn.Sequential(*layers, nn.Tanh())


class Painter(nn.Module):
    """G(z, y) with the label's one-hot row beside the noise."""

    def __init__(self, layers: nn.Module) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, z: Tensor, y: Tensor) -> Tensor:
        """Map noise and labels (N,) to pictures in rows of pixels."""
        out: Tensor = self.layers(torch.cat([z, nn.functional.one_hot(y, 10).to(z.dtype)], dim=1))
        return out


class Judge(nn.Module):
    """D(x, y) by projection (Miyato & Koyama, 2018)."""

    def __init__(self, features: nn.Module, width: int) -> None:
        super().__init__()
        self.features, self.real = features, nn.Linear(width, 1)
        self.direction = nn.Embedding(10, width)

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Map pictures and labels (N,) to logits (N,)."""
        features = self.features(x)
        out: Tensor = self.real(features).squeeze(1) + (self.direction(y) * features).sum(dim=1)
        return out


def mlp(*widths: int) -> nn.Sequential:
    """Return linear layers of these widths, with a bend after each but the last."""
    layers: list[nn.Module] = []
    for before, after in pairwise(widths):
        layers += [nn.Linear(before, after), nn.ReLU()]
    return nn.Sequential(*layers[:-1])  # nothing bends the last layer's output
