"""Still pictures of widgets, drawn with matplotlib and kept small enough to store in a notebook."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

REAL, FAKE, DISCRIMINATOR = "#0072B2", "#D55E00", "#009E73"
"""Okabe and Ito (2008): data, generated, discriminator; the same colours as `gan_course.plots`."""


def png(draw: Callable[[Figure], None], size: tuple[float, float], dpi: int = 90) -> bytes:
    """Draw into a figure of its own and return it as PNG with at most 192 colours.

    Args:
        draw: fills the figure.
        size: width and height in inches.
        dpi: dots per inch.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PIL import Image

    from gan_course.plots.style import styled

    with styled():
        figure = Figure(figsize=size, dpi=dpi, layout="constrained")
        canvas = FigureCanvasAgg(figure)
        draw(figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # not pyplot: the notebook's own figures and backend stay as they are
    picture = Image.fromarray(memoryview_of(canvas)).convert("RGB")
    out = io.BytesIO()
    picture.quantize(192, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def memoryview_of(canvas: Any) -> Any:
    """Return the canvas's pixels as an array (height, width, 4)."""
    import numpy as np

    return np.asarray(canvas.buffer_rgba())


def bare(ax: Axes, title: str) -> None:
    """Give a panel its title and take its ticks away."""
    ax.set_title(title)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.grid(False)


def legend_below(ax: Axes) -> None:
    """Put the legend under a panel whose curves reach all its corners."""
    ax.legend(fontsize=7, loc="upper center", bbox_to_anchor=(0.5, -0.17), ncols=3, frameon=False)
