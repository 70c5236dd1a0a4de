"""Scikit-learn's handwritten digits: real pictures that need no download."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from gan_course.data.tensors import TensorData


def digits(
    size: int = 8,
    *,
    flat: bool = False,
    value_range: tuple[float, float] = (-1.0, 1.0),
    device: str | torch.device = "cpu",
) -> TensorData:
    """Load 1,797 handwritten digits of 8x8 pixels (Alpaydin & Kaynak, UCI, 1998).

    Args:
        size: Pixels along a side; other sizes than 8 are interpolated (bicubic, kept in range).
        flat: Give rows of size² numbers, shape (N, size²), instead of pictures (N, 1, size, size).
        value_range: Values of black and white; −1 to 1 suits a generator that ends in tanh.
        device: Where the tensors live.

    Returns:
        The data with labels 0 to 9.

    Raises:
        ValueError: If the size is below 2 or the range is empty.

    >>> digits().x.shape
    torch.Size([1797, 1, 8, 8])
    """
    if size < 2:
        raise ValueError(f"size={size} does not fit: a digit needs at least 2 pixels along a side.")
    from sklearn.datasets import load_digits

    bunch = load_digits()
    pictures = torch.from_numpy(bunch.images).float().unsqueeze(1) / 16  # published as 0..16
    x = rescale(resize(pictures, size), value_range)
    y = torch.from_numpy(bunch.target).long()
    data = TensorData(x, y, name="digits", classes=[str(d) for d in range(10)], range=value_range).to(device)
    return data.flat() if flat else data


def resize(pictures: Tensor, size: int) -> Tensor:
    """Interpolate pictures in [0, 1], shape (N, C, h, w), to (N, C, size, size)."""
    if pictures.shape[-2:] == (size, size):
        return pictures
    resized = F.interpolate(pictures, size=(size, size), mode="bicubic", align_corners=False, antialias=True)
    return resized.clamp(0, 1)  # bicubic overshoots at strokes


def rescale(pictures: Tensor, value_range: tuple[float, float]) -> Tensor:
    """Map pictures from [0, 1] to the given range.

    Raises:
        ValueError: If the range is empty.
    """
    low, high = value_range
    if not low < high:
        raise ValueError(f"value_range={value_range} does not fit: give (low, high) with low < high.")
    return pictures * (high - low) + low
