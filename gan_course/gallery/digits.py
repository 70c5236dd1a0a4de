"""Handwritten digits, and what can be ordered of one: its class, its slant, the thickness of its strokes.

Slant and thickness are measured as in assignment 07, so that nobody had to write a caption.
Shapes: N pictures of 1x16x16 pixels from −1 to 1; a condition has 12 numbers.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor

from gan_course.data import TensorData, mnist_5k

SIZE = 16
CLASSES = 10
SLANT, THICKNESS = CLASSES, CLASSES + 1  # their columns in a condition, behind the classes
CONDITION = CLASSES + 2
_EXTREME = 2.5  # standard deviations: the few digits beyond would be learned from hardly any example


@lru_cache(maxsize=2)
def handwritten(split: str = "train") -> TensorData:
    """Return MNIST's offline digits, ``"train"`` (4,000) or ``"test"`` (1,000), at the gallery's size."""
    return mnist_5k("train" if split == "train" else "test", size=SIZE)


def ordered(digit: int | Tensor, slant: float | Tensor = 0.0, thickness: float | Tensor = 0.0) -> Tensor:
    """Return conditions for a painter of digits, shape (N, 12).

    Args:
        digit: The class, or N of them.
        slant: In standard deviations of the training digits; positive leans to the right.
        thickness: Likewise.
    """
    labels, *rest = torch.broadcast_tensors(
        torch.as_tensor(digit), torch.as_tensor(slant), torch.as_tensor(thickness)
    )
    rows = torch.nn.functional.one_hot(labels.long().reshape(-1), CLASSES).float()
    return torch.cat([rows, *(numbers.float().reshape(-1, 1) for numbers in rest)], dim=1)


def conditions(data: TensorData) -> Tensor:
    """Measure the conditions of pictures, shape (N, 12)."""
    assert data.y is not None
    return ordered(data.y, *measured(data.x))


def measured(pictures: Tensor) -> tuple[Tensor, Tensor]:
    """Measure slant and thickness in standard deviations of the training digits, shape (N,) each."""
    pairs = zip((slant(pictures), thickness(pictures)), _usual(), strict=True)
    leaning, thick = (((x - mean) / spread).clamp(-_EXTREME, _EXTREME) for x, (mean, spread) in pairs)
    return leaning, thick


@lru_cache(maxsize=1)
def _usual() -> list[tuple[float, float]]:
    pictures = handwritten().x
    return [(float(x.mean()), float(x.std())) for x in (slant(pictures), thickness(pictures))]


def slant(pictures: Tensor) -> Tensor:
    """Return how far the ink moves to the right per row upwards, shape (N,)."""
    p = _ink(pictures)
    at = torch.arange(float(SIZE))
    mass = p.sum((1, 2))
    down = at[None, :, None] - ((p.sum(2) * at).sum(1) / mass)[:, None, None]
    right = at[None, None, :] - ((p.sum(1) * at).sum(1) / mass)[:, None, None]
    return -(p * down * right).sum((1, 2)) / (p * down**2).sum((1, 2))


def thickness(pictures: Tensor) -> Tensor:
    """Return the width of the strokes in pixels, 2 · ink / outline, shape (N,)."""
    p = _ink(pictures)
    steep = ((p[:, :-1, 1:] - p[:, :-1, :-1]) ** 2 + (p[:, 1:, :-1] - p[:, :-1, :-1]) ** 2).sqrt()
    return 2 * p.sum((1, 2)) / steep.sum((1, 2))


def _ink(pictures: Tensor) -> Tensor:
    return ((pictures.reshape(-1, SIZE, SIZE) + 1) / 2).clamp(0, 1)
