"""Variants of one kind of data: a ring of Gaussians, turned, squashed, moved and scaled, its modes unequal.

A recipe is played on the variant that everybody knows and judged on one that nobody has seen. What may
change from one to the other is all here, and the notebook says it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from gan_course.data import GaussianMixture

PUBLIC_VARIANT = 7  # the seed of the variant that the visible check plays
ROWS = 1000
FEWEST, MOST = 5, 8  # modes
SIZES, SQUASHES, SHIFT, HEAVIEST = (0.5, 1.5), (0.7, 1.0), 2.0, 2.5
RADIUS, STD = 2.0, 0.05  # of a ring of size 1


@dataclass(frozen=True)
class Variant:
    """Data of the project, with the mixture that they come from.

    Attributes:
        mixture: The mixture: its modes, their one standard deviation and their weights.
        real: What a recipe is given, shape (1000, 2).
        fresh: As many rows from the same mixture, which no recipe has seen, shape (1000, 2).
        held_out: Further rows, to measure variety against, shape (1000, 2).
    """

    mixture: GaussianMixture
    real: Tensor
    fresh: Tensor
    held_out: Tensor


def variant(seed: int) -> Variant:
    """Draw a variant; the same seed draws the same one.

    Args:
        seed: Which one; :data:`PUBLIC_VARIANT` is the one of the visible check.
    """
    own = torch.Generator().manual_seed(seed)

    def between(low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=own))

    modes = int(torch.randint(FEWEST, MOST + 1, (), generator=own))
    size, squash = between(*SIZES), between(*SQUASHES)
    angles = torch.arange(modes) * (2 * math.pi / modes) + between(0, 2 * math.pi)
    around = torch.stack([angles.cos(), squash * angles.sin()], dim=1) @ _turn(between(0, 2 * math.pi))
    centre = SHIFT * (2 * torch.rand(2, generator=own) - 1)
    weights = 1 + (HEAVIEST - 1) * torch.rand(modes, generator=own)
    about = f"{modes} Gaussians on a turned ellipse"
    mixture = GaussianMixture(
        size * RADIUS * around + centre, size * STD, weights, name="variant", about=about
    )
    real, fresh, held_out = mixture.sample(3 * ROWS, own).split(ROWS)
    return Variant(mixture, real, fresh, held_out)


def _turn(angle: float) -> Tensor:
    cos, sin = math.cos(angle), math.sin(angle)
    return torch.tensor([[cos, sin], [-sin, cos]])
