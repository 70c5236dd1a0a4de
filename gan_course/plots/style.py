"""One look for every picture of the course.

The colours are those of Okabe and Ito (2008), which stay apart for colour-blind eyes; real data,
generated data and D keep their colour in all pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

REAL = "#0072B2"  # blue
FAKE = "#D55E00"  # vermilion
DISCRIMINATOR = "#009E73"  # bluish green
OPTIMAL = "#333333"
EXTRA = ("#CC79A7", "#E69F00", "#56B4E9", "#F0E442")  # purple, orange, sky, yellow
PALETTE = (REAL, FAKE, DISCRIMINATOR, *EXTRA)

_RC: dict[str, Any] = {
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#888888",
    "axes.labelcolor": "#333333",
    "axes.titlesize": "medium",
    "axes.titlelocation": "left",
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#E6E6E6",
    "grid.linewidth": 0.8,
    "xtick.color": "#555555",
    "ytick.color": "#555555",
    "legend.frameon": False,
    "legend.fontsize": "small",
    "lines.linewidth": 1.8,
    "figure.dpi": 100,
    "savefig.bbox": "tight",
    "font.size": 10,
}


@lru_cache(maxsize=1)
def verdicts() -> Colormap:
    """Return the shades of what D says: the generator's colour at 0, white at 1/2, the data's at 1."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("verdicts", [FAKE, "#FFFFFF", REAL])


@contextmanager
def styled() -> Iterator[None]:
    """Draw with the course's look inside the ``with`` block, leaving the user's settings alone."""
    import matplotlib as mpl
    from cycler import cycler

    settings: Any = {**_RC, "axes.prop_cycle": cycler(color=PALETTE)}
    with mpl.rc_context(settings):
        yield


def axes(ax: Axes | None, width: float = 5.0, height: float = 3.6) -> Axes:
    """Return the given Axes, or new ones of that size in inches."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    with styled():
        _, made = plt.subplots(figsize=(width, height), layout="constrained")
    return made


def figure(rows: int = 1, columns: int = 1, width: float = 4.0, height: float = 3.4) -> Any:
    """Make a figure in the course's look.

    Args:
        rows: Panels from top to bottom.
        columns: Panels from left to right.
        width: Width of one panel in inches.
        height: Height of one panel in inches.

    Returns:
        ``(figure, axes)`` as ``plt.subplots`` gives them.
    """
    import matplotlib.pyplot as plt

    with styled():
        return plt.subplots(rows, columns, figsize=(width * columns, height * rows), layout="constrained")


def legend_if_labelled(ax: Axes) -> None:
    """Draw a legend where something has a label."""
    if ax.get_legend_handles_labels()[1]:
        from matplotlib.collections import PathCollection

        with styled():
            legend = ax.legend(frameon=True, framealpha=0.8, edgecolor="none")
        for handle in legend.legend_handles:
            if isinstance(handle, PathCollection):  # scattered points are too small to tell colours apart
                handle.set_sizes([36.0])
                handle.set_alpha(1.0)


def set_title(ax: Axes, title: str) -> None:
    """Write a title in the course's place; nothing for the empty string."""
    if title:
        with styled():
            ax.set_title(title)
