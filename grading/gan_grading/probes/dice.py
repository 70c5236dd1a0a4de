"""Hidden inputs, drawn from a secret seed; the same seed draws the same inputs again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import torch

T = TypeVar("T")


class Dice:
    """Draws a probe's inputs."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._generator = torch.Generator().manual_seed(seed)

    def normal(self, *shape: int, scale: float = 1.0) -> torch.Tensor:
        """Return normal numbers of standard deviation ``scale``."""
        return torch.randn(*shape, generator=self._generator) * scale

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        """Return uniform numbers in [low, high)."""
        return torch.rand(*shape, generator=self._generator) * (high - low) + low

    def number(self, low: float, high: float) -> float:
        """Return one uniform number in [low, high), rounded to 3 digits for readable records."""
        return round(float(self.uniform(1, low=low, high=high)), 3)

    def integer(self, low: int, high: int) -> int:
        """Return a whole number between ``low`` and ``high``, both included."""
        return int(torch.randint(low, high + 1, (1,), generator=self._generator))

    def choice(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.integer(0, len(options) - 1)]

    def seed_for(self) -> int:
        """Return a seed for a source of its own."""
        return self.integer(1, 2**31 - 1)
