"""Many small pictures in one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan_course.plots.convert import as_pictures
from gan_course.plots.style import axes, set_title, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def images(
    x: Tensor,
    *,
    columns: int | None = None,
    value_range: tuple[float, float] | None = None,
    ax: Axes | None = None,
    title: str = "",
) -> Axes:
    """Draw a sheet of grey or colour pictures.

    Args:
        x: Pictures of shape (n, h, w), (n, 1, h, w) or (n, 3, h, w), or rows (n, h²) of square ones.
        columns: Pictures in a row; about as wide as high if left out.
        value_range: Values of black and white; the pictures' own extremes if left out.
        ax: Where to draw; new Axes if left out.
        title: Above the sheet.

    Returns:
        The Axes.

    Raises:
        ShapeError: If the tensor is none of these shapes.
    """
    pictures = as_pictures(x).cpu()
    n, channels = len(pictures), pictures.shape[1]
    columns = columns or max(1, math.ceil(math.sqrt(2 * n)) if n > 3 else n)
    rows = math.ceil(n / columns)
    low, high = value_range or (float(pictures.min()), float(pictures.max()))
    shown = ((pictures - low) / ((high - low) or 1.0)).clamp(0, 1)
    sheet = _sheet(shown, rows, columns).numpy()
    ax = axes(ax, min(10.0, 0.6 * columns + 0.4), min(10.0, 0.6 * rows + 0.5))
    with styled():
        ax.imshow(
            sheet[..., 0] if channels == 1 else sheet, cmap="gray", vmin=0, vmax=1, interpolation="nearest"
        )
        ax.set_axis_off()
        set_title(ax, title)
    return ax


def _sheet(pictures: Tensor, rows: int, columns: int) -> Tensor:
    """Lay pictures of shape (n, c, h, w) on a white sheet with a one-pixel gap, shape (H, W, c)."""
    n, channels, height, width = pictures.shape
    sheet = torch.ones(rows * (height + 1) - 1, columns * (width + 1) - 1, channels)
    for i in range(n):
        top, left = (i // columns) * (height + 1), (i % columns) * (width + 1)
        sheet[top : top + height, left : left + width] = pictures[i].permute(1, 2, 0)
    return sheet
