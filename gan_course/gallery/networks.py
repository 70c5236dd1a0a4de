"""The gallery's networks: a painter that takes orders, the judge beside it, and a translator of pictures.

Shapes: N pictures of C channels and S pixels a side; a condition is a row of numbers, or a picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

LATENT = 24  # numbers of z, for every painter here
FEATURES = 64  # numbers that a judge sees a sample as


class Painter(nn.Module):
    """G(z, y): strided transposed convolutions, with the condition beside the noise at the start."""

    def __init__(self, condition: int, shape: Sequence[int], width: int) -> None:
        """Build it.

        Args:
            condition: Numbers of y.
            shape: Of one sample: (C, S, S), S a multiple of 4.
            width: Channels before the last layer.
        """
        super().__init__()
        channels, side, _ = shape
        quarter = side // 4
        self.layers = nn.Sequential(
            nn.Linear(LATENT + condition, 2 * width * quarter**2),
            nn.Unflatten(1, (2 * width, quarter, quarter)),
            nn.BatchNorm2d(2 * width),
            nn.LeakyReLU(0.2),
            *_doubled(2 * width, width),
            nn.ConvTranspose2d(width, channels, 4, stride=2, padding=1),
            nn.Tanh(),
        )

    def forward(self, z: Tensor, y: Tensor) -> Tensor:
        """Return samples of the painter's shape, with values from −1 to 1."""
        painted: Tensor = self.layers(torch.cat([z, y], dim=1))
        return painted


class Judge(nn.Module):
    """D(x, y) by projection: is x real at all, and is it a y?"""

    def __init__(self, condition: int, features: nn.Module) -> None:
        """Build it.

        Args:
            condition: Numbers of y.
            features: From samples to 64 numbers.
        """
        super().__init__()
        self.features = features
        self.real = nn.Linear(FEATURES, 1)
        self.fits = nn.Linear(condition, FEATURES)

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Return logits, shape (N,)."""
        seen = self.features(x)
        logits: Tensor = self.real(seen).squeeze(1) + (self.fits(y) * seen).sum(dim=1)
        return logits


def features(shape: Sequence[int], width: int) -> nn.Sequential:
    """Return strided convolutions from pictures (C, S, S) to 64 numbers."""
    channels, side, _ = shape
    return nn.Sequential(
        nn.Conv2d(channels, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(2 * width * (side // 4) ** 2, FEATURES),
        nn.LeakyReLU(0.2),
    )


def flat_features(shape: Sequence[int], hidden: int = 256) -> nn.Sequential:
    """Return plain layers from samples of any shape to 64 numbers."""
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(math.prod(shape), hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, FEATURES),
        nn.LeakyReLU(0.2),
    )


class FlatPainter(nn.Module):
    """G(z, y) of plain layers, for toys whose parts do not stay in place."""

    def __init__(self, condition: int, shape: Sequence[int], hidden: int = 192) -> None:
        """Build it.

        Args:
            condition: Numbers of y.
            shape: Of one sample.
            hidden: Width of both hidden layers.
        """
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(LATENT + condition, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, math.prod(shape)),
            nn.Tanh(),
            nn.Unflatten(1, tuple(shape)),
        )

    def forward(self, z: Tensor, y: Tensor) -> Tensor:
        """Return samples of the painter's shape, with values from −1 to 1."""
        painted: Tensor = self.layers(torch.cat([z, y], dim=1))
        return painted


class Translator(nn.Module):
    """A picture from a picture, for several tasks at once: a small U with a shortcut at each size."""

    def __init__(self, tasks: int, width: int = 16) -> None:
        """Build it.

        Args:
            tasks: How many tasks it is trained for; which one is meant comes with the picture.
            width: Channels at full size.
        """
        super().__init__()
        self.tasks = tasks
        self.down = nn.ModuleList(
            [
                _block(1 + tasks, width),
                _block(width, 2 * width, stride=2),
                _block(2 * width, 4 * width, stride=2),
            ]
        )
        self.middle = _block(4 * width, 4 * width)
        self.up = nn.ModuleList([_doubled(4 * width, 2 * width), _doubled(4 * width, width)])
        self.out = nn.Conv2d(2 * width, 1, 3, padding=1)

    def forward(self, given: Tensor, task: Tensor) -> Tensor:
        """Return pictures (N, 1, S, S) for given ones and the numbers of their tasks, shape (N,)."""
        full = self.down[0](with_task(given, task, self.tasks))
        half = self.down[1](full)
        inner = self.middle(self.down[2](half))
        wider = torch.cat([self.up[0](inner), half], dim=1)
        painted: Tensor = torch.tanh(self.out(torch.cat([self.up[1](wider), full], dim=1)))
        return painted


class PairJudge(nn.Module):
    """D(x, given): is x real, and does it belong to the picture it was made from?"""

    def __init__(self, tasks: int, width: int = 16) -> None:
        """Build it for the pictures and tasks of a ``Translator``."""
        super().__init__()
        self.tasks = tasks
        self.layers = nn.Sequential(
            nn.Conv2d(2 + tasks, width, 4, stride=2, padding=1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(2 * width),
            nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 1, 3, padding=1),  # one verdict a patch, as in pix2pix
            nn.Flatten(),
        )

    def forward(self, x: Tensor, given: Tensor, task: Tensor) -> Tensor:
        """Return logits, one for each patch of each picture."""
        verdicts: Tensor = self.layers(torch.cat([x, with_task(given, task, self.tasks)], dim=1))
        return verdicts


def with_task(given: Tensor, task: Tensor, tasks: int) -> Tensor:
    """Put one plane for each task behind a picture, of ones for the task that is meant."""
    planes = nn.functional.one_hot(task, tasks).to(given.dtype)[:, :, None, None]
    return torch.cat([given, planes.expand(-1, -1, *given.shape[2:])], dim=1)


def _block(before: int, after: int, stride: int = 1) -> nn.Sequential:
    convolution = nn.Conv2d(before, after, 3, stride=stride, padding=1, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(after), nn.LeakyReLU(0.2))


def _doubled(before: int, after: int) -> nn.Sequential:
    convolution = nn.ConvTranspose2d(before, after, 4, stride=2, padding=1, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(after), nn.LeakyReLU(0.2))
