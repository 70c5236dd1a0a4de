"""The 1-D picture: two densities, D, and the best D there is (Goodfellow et al., 2014, Figure 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan_course.errors import ShapeError
from gan_course.plots.convert import Array, call_quietly, to_array
from gan_course.plots.style import (
    DISCRIMINATOR,
    FAKE,
    OPTIMAL,
    REAL,
    axes,
    legend_if_labelled,
    set_title,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Curve = Tensor | Callable[[Tensor], Tensor]


def densities(
    x: Tensor,
    p_data: Curve | None = None,
    p_g: Curve | None = None,
    d: Curve | None = None,
    d_star: Curve | None = None,
    *,
    generated: Tensor | None = None,
    ax: Axes | None = None,
    title: str = "",
) -> Axes:
    """Draw densities on the left axis and D and D* (probabilities) on the right one.

    Args:
        x: The grid, shape (n,) or (n, 1).
        p_data: Density of the data on the grid, shape (n,), or a function of the grid.
        p_g: Density of the generator, likewise.
        d: What D says, as probabilities, likewise.
        d_star: The optimal discriminator, likewise.
        generated: Samples of the generator, drawn as a histogram where its density is not known.
        ax: Where to draw; new Axes if left out.
        title: Above the picture.

    Returns:
        The Axes of the densities.

    Raises:
        ShapeError: If a curve does not have one value per grid point.
    """
    ax = axes(ax, 5.6, 3.4)
    grid = x.detach().flatten()
    with styled():
        for curve, colour, word in ((p_data, REAL, "p_data"), (p_g, FAKE, "p_g")):
            if curve is not None:
                height = _values(word, curve, x, grid)
                ax.plot(to_array(grid), height, color=colour, label=word)
                ax.fill_between(to_array(grid), height, color=colour, alpha=0.15, linewidth=0)
        if generated is not None:
            low, high = float(grid.min()), float(grid.max())
            shown = to_array(generated).ravel()
            ax.hist(shown, bins=80, range=(low, high), density=True, color=FAKE, alpha=0.3, label="generated")
        ax.set_xlabel("x")
        ax.set_ylabel("density")
        ax.set_ylim(bottom=0)
        if d is not None or d_star is not None:
            _judges(ax, x, grid, d, d_star)
    set_title(ax, title)
    legend_if_labelled(ax)
    return ax


def _judges(ax: Axes, x: Tensor, grid: Tensor, d: Curve | None, d_star: Curve | None) -> None:
    """Draw D and D* on a second axis that runs from 0 to 1."""
    right = ax.twinx()
    right.grid(visible=False)
    right.spines["right"].set_visible(True)
    for curve, colour, line, word in ((d, DISCRIMINATOR, "-", "D"), (d_star, OPTIMAL, "--", "D*")):
        if curve is not None:
            right.plot(to_array(grid), _values(word, curve, x, grid), line, color=colour, label=word)
            ax.plot([], [], line, color=colour, label=word)  # one legend for both axes
    right.set_ylim(0, 1.02)
    right.set_ylabel("probability of real")


def _values(word: str, curve: Curve, x: Tensor, grid: Tensor) -> Array:
    column = x.detach().reshape(-1, 1)
    value = curve if isinstance(curve, Tensor) else call_quietly(curve, column)
    value = torch.as_tensor(value).detach().flatten()
    if len(value) != len(grid):
        raise ShapeError(f"{word} has {len(value)} values for {len(grid)} grid points: give one for each.")
    return to_array(value)
