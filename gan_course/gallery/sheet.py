"""One look for the gallery's pictures: rows of small pictures with a word before each, a line above."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torch import Tensor

from gan_course import plots

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 6.4  # inches, at 100 dots each
_LABEL, _TITLE, _MARGIN = 1.45, 0.3, 0.06


@dataclass(frozen=True)
class Row:
    """Pictures side by side.

    Attributes:
        label: The word before them.
        pictures: Shape (n, 1 or 3, h, w), values from −1 to 1.
    """

    label: str
    pictures: Tensor


def sheet(*rows: Row, title: str = "") -> Figure:
    """Draw rows of pictures, each as wide as the sheet.

    Args:
        *rows: From top to bottom, with as many pictures each.
        title: A line above them.

    Returns:
        A figure that no pyplot holds; it is 640 pixels wide when saved.
    """
    from matplotlib.figure import Figure

    across = len(rows[0].pictures)
    cell = (WIDTH - _LABEL - _MARGIN) / across
    height = len(rows) * cell + (_TITLE if title else 0) + 2 * _MARGIN
    figure = Figure(figsize=(WIDTH, height), dpi=100)
    for i, row in enumerate(rows):
        bottom = _MARGIN + (len(rows) - 1 - i) * cell
        ax = figure.add_axes((_LABEL / WIDTH, bottom / height, across * cell / WIDTH, 0.96 * cell / height))
        plots.images(row.pictures, columns=across, value_range=(-1, 1), ax=ax)
        middle = (bottom + cell / 2) / height
        figure.text((_LABEL - 0.1) / WIDTH, middle, row.label, ha="right", va="center", fontsize=9)
    if title:
        figure.text(_MARGIN / WIDTH, 1 - 0.5 * _TITLE / height, title, va="center", fontsize=9.5)
    return figure


def png(figure: Figure) -> bytes:
    """Return a figure as a small PNG: few colours are enough for grey digits and flat shapes."""
    from PIL import Image

    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=100, bbox_inches=None, facecolor="white")
    small = io.BytesIO()
    Image.open(drawn).convert("RGB").quantize(64).save(small, format="png", optimize=True)
    return small.getvalue()
