"""Pictures in the plane: samples, and D as a surface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from gan_course.plots.convert import call_quietly, points, to_array
from gan_course.plots.style import (
    FAKE,
    OPTIMAL,
    PALETTE,
    REAL,
    axes,
    legend_if_labelled,
    set_title,
    styled,
    verdicts,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def samples(
    *sets: Any,
    labels: Sequence[str] | None = None,
    modes: Any = None,
    ax: Axes | None = None,
    title: str = "",
    limit: float | None = None,
    size: float = 6.0,
) -> Axes:
    """Scatter one or more sets of points.

    Args:
        *sets: Points of shape (n, 2) each. One set is drawn as data; of two, the first is the data
            and the second the generator's.
        labels: One word per set.
        modes: Centres to mark with crosses, shape (K, 2).
        ax: Where to draw; new Axes if left out.
        title: Above the picture.
        limit: Show the square from −limit to limit; the sets' own extent if left out.
        size: Area of a point in points².

    Returns:
        The Axes.

    Raises:
        ShapeError: If a set is not of shape (n, 2).
    """
    ax = axes(ax, 4.0, 4.0)
    words = (
        list(labels) if labels is not None else ["data", "generated"][: len(sets)] if len(sets) == 2 else []
    )
    with styled():
        for i, given in enumerate(sets):
            xy = points(given)
            word = words[i] if i < len(words) else None
            colour = PALETTE[i % len(PALETTE)]
            alpha = 0.35 if len(sets) > 1 and i == 0 else 0.6
            ax.scatter(xy[:, 0], xy[:, 1], s=size, color=colour, alpha=alpha, linewidths=0, label=word)
        if modes is not None:
            centres = points(modes)
            ax.scatter(
                centres[:, 0], centres[:, 1], s=30, marker="x", color=OPTIMAL, linewidths=1, label="modes"
            )
    _square(ax, limit, title)
    legend_if_labelled(ax)
    return ax


def surface(
    discriminator: Callable[[Tensor], Tensor],
    *,
    real: Any = None,
    fake: Any = None,
    ax: Axes | None = None,
    title: str = "",
    limit: float = 3.0,
    resolution: int = 80,
    probability: bool = True,
    colorbar: bool = True,
) -> Axes:
    """Colour the plane by what D says, with samples on top.

    Args:
        discriminator: From points (n, 2) to logits (n,) or (n, 1).
        real: Real points to draw, shape (n, 2).
        fake: Generated points to draw, shape (n, 2).
        ax: Where to draw; new Axes if left out.
        title: Above the picture.
        limit: Show the square from −limit to limit.
        resolution: Points along a side at which D is asked.
        probability: Show σ(logit) from 0 to 1; False shows the output itself, as for a critic.
        colorbar: Draw the scale.

    Returns:
        The Axes.
    """
    ax = axes(ax, 4.8, 4.0)
    ticks = torch.linspace(-limit, limit, resolution)
    yy, xx = torch.meshgrid(ticks, ticks, indexing="ij")
    value = call_quietly(discriminator, torch.stack([xx.flatten(), yy.flatten()], dim=1))
    value = (value.sigmoid() if probability else value).reshape(resolution, resolution).cpu()
    bound = 1.0 if probability else float(value.abs().max()) or 1.0
    low = 0.0 if probability else -bound
    across, up, height = to_array(xx), to_array(yy), to_array(value)
    with styled():
        levels = np.linspace(low, bound, 21)
        filled = ax.contourf(across, up, height, levels=levels, cmap=verdicts(), alpha=0.75, extend="neither")
        if float(value.min()) < (low + bound) / 2 < float(value.max()):
            ax.contour(across, up, height, levels=[(low + bound) / 2], colors="#555555", linewidths=0.8)
        for given, colour, word in ((real, REAL, "data"), (fake, FAKE, "generated")):
            if given is not None:
                xy = points(given)
                ax.scatter(
                    xy[:, 0], xy[:, 1], s=8, color=colour, edgecolors="white", linewidths=0.2, label=word
                )
        if colorbar and ax.figure is not None:
            bar = ax.figure.colorbar(filled, ax=ax, ticks=np.linspace(low, bound, 5), shrink=0.85)
            bar.set_label("D(x), probability of real" if probability else "output of the network")
            bar.outline.set_visible(False)
    _square(ax, limit, title)
    legend_if_labelled(ax)
    return ax


def _square(ax: Axes, limit: float | None, title: str) -> None:
    ax.set_aspect("equal", adjustable="box")
    if limit is not None:
        ax.set_xlim(-limit, limit)
        ax.set_ylim(-limit, limit)
    set_title(ax, title)
