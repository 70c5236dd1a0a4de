"""Tensors of pictures turned into bytes a canvas can draw.

Shapes: N pictures, C channels (1 or 3), H rows, W columns.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor

from gan_course.widgets._errors import WidgetError


def as_pictures(x: Tensor) -> Tensor:
    """Return pictures as (N, C, H, W), whatever common shape they come in.

    Args:
        x: (N, C, H, W), (N, H, W), or (N, H·W) of square pictures of one channel.

    Raises:
        WidgetError: for any other shape.
    """
    if x.ndim == 4 and x.shape[1] in (1, 3):
        return x
    if x.ndim == 3:
        return x[:, None]
    side = math.isqrt(x.shape[-1]) if x.ndim == 2 else 0
    if side and side * side == x.shape[-1]:
        return x.reshape(-1, 1, side, side)
    raise WidgetError(
        tuple(x.shape),
        "pictures must have shape (N, 1 or 3, H, W), (N, H, W) or (N, H*H)",
        "reshape what your function returns",
    )


def pixels(picture: Tensor, low: float, high: float) -> dict[str, object]:
    """Pack one picture (C, H, W) with values from low to high for the browser."""
    scaled = ((picture.detach().float() - low) / (high - low)).clamp(0, 1).nan_to_num(0) * 255
    flat = scaled.round().to(torch.uint8).permute(1, 2, 0).contiguous()
    return {
        "height": flat.shape[0],
        "width": flat.shape[1],
        "channels": flat.shape[2],
        "bytes": flat.numpy().tobytes(),
    }


def sheet(pictures: Tensor, columns: int) -> Tensor:
    """Lay pictures (N, C, H, W) out in rows of `columns`: (C, rows·H, columns·W)."""
    n, c, h, w = pictures.shape
    rows = math.ceil(n / columns)
    padded = torch.zeros(rows * columns, c, h, w, dtype=pictures.dtype)
    padded[:n] = pictures
    return padded.reshape(rows, columns, c, h, w).permute(2, 0, 3, 1, 4).reshape(c, rows * h, columns * w)


def for_matplotlib(picture: Tensor, low: float, high: float) -> np.ndarray:
    """Return (H, W) or (H, W, 3) with values from 0 to 1."""
    scaled = ((picture.detach().float() - low) / (high - low)).clamp(0, 1).nan_to_num(0)
    return (scaled[0] if len(scaled) == 1 else scaled.permute(1, 2, 0)).numpy()
