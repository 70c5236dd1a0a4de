"""What an experiment is played with: inputs drawn from a seed; the same seed draws the same inputs again."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import torch

T = TypeVar("T")

# The seed of the visible checks. Hidden seeds are hashed numbers of 62 bits and never meet it.
PUBLIC_SEED = 7


class Inputs:
    """Draws an experiment's inputs.

    NumPy's generator draws the same numbers on every processor, with one thread and with several.

    Attributes:
        public: whether these are the inputs of the visible check: few, and known to everybody.
    """

    def __init__(self, seed: int, public: bool = False) -> None:
        self.seed, self.public = seed, public
        self._generator = np.random.Generator(np.random.PCG64(seed))

    def again(self) -> Inputs:
        """Return the same source at its beginning: it draws the same numbers again."""
        return Inputs(self.seed, self.public)

    def elsewhere(self) -> Inputs:
        """Return a source of other numbers, to see whether what fits here fits there too."""
        return Inputs(derived_seed(self.seed, "elsewhere"), self.public)

    # ---- numbers ------------------------------------------------------------------------------

    def normal(self, *shape: int, scale: float = 1.0) -> torch.Tensor:
        """Return normal numbers of standard deviation ``scale``, float32."""
        return torch.from_numpy(self._generator.standard_normal(shape)).float() * scale

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        """Return uniform numbers in [low, high), float32."""
        return torch.from_numpy(self._generator.random(shape)).float() * (high - low) + low

    def sizes(self, *shape: int, low: float, high: float) -> torch.Tensor:
        """Return positive numbers between ``low`` and ``high``, uniform in their logarithm, float32.

        Half a decade near 0 is visited as often as half a decade far away.
        """
        return torch.exp(self.uniform(*shape, low=math.log(low), high=math.log(high)))

    def signed(self, *shape: int, low: float, high: float) -> torch.Tensor:
        """Return numbers of both signs whose size lies between ``low`` and ``high``, see :meth:`sizes`."""
        signs = torch.from_numpy(self._generator.integers(0, 2, shape)).float() * 2 - 1
        return self.sizes(*shape, low=low, high=high) * signs

    def probabilities(self, *shape: int, nearest: float = 1e-6) -> torch.Tensor:
        """Return probabilities as near as ``nearest`` to 0 and to 1, on both sides alike often, float32."""
        small = self.sizes(*shape, low=nearest, high=0.5)
        upper = torch.from_numpy(self._generator.integers(0, 2, shape)).bool()
        return torch.where(upper, 1 - small, small)

    def number(self, low: float, high: float) -> float:
        """Return one uniform number in [low, high), rounded to 3 digits for readable records."""
        return round(float(self.uniform(1, low=low, high=high)), 3)

    def integer(self, low: int, high: int) -> int:
        """Return a whole number between ``low`` and ``high``, both included."""
        return int(self._generator.integers(low, high + 1))

    def count(self, hidden: int, public: int) -> int:
        """Return how many of something to draw: many where it is hidden, few in a visible check."""
        return public if self.public else hidden

    def choice(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.integer(0, len(options) - 1)]

    def seed_for(self) -> int:
        """Return a seed for a source of its own."""
        return self.integer(1, 2**31 - 1)


def derived_seed(seed: int, *purpose: str | int) -> int:
    """Return a seed that follows from another one, and from which that one cannot be found.

    Args:
        seed: the one it follows from.
        purpose: tells the seeds apart that follow from the same one.
    """
    text = "/".join(str(part) for part in (seed, *purpose))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 2
