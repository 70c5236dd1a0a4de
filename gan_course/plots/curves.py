"""Curves over training, and bars."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from gan_course.errors import ShapeError
from gan_course.plots.convert import Array, to_array
from gan_course.plots.style import (
    DISCRIMINATOR,
    FAKE,
    OPTIMAL,
    PALETTE,
    axes,
    legend_if_labelled,
    set_title,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = {"d": DISCRIMINATOR, "g": FAKE}
_WORDS = {"d": "discriminator", "g": "generator"}


def losses(
    history: Any,
    *,
    ax: Axes | None = None,
    title: str = "",
    smooth: int | None = None,
    equilibrium: float | None = None,
) -> Axes:
    """Draw the losses of D and G over the iterations.

    Args:
        history: What ``train`` returned, its ``.history``, or a mapping ``{"d": [...], "g": [...]}``. A
            list k times as long as the shortest is taken as k values an iteration.
        ax: Where to draw; new Axes if left out.
        title: Above the picture.
        smooth: Width of the running mean in iterations; 1/50 of the length if left out, 1 for none.
        equilibrium: Height of a dashed line, such as ``2 * math.log(2)`` for D's summed loss.

    Returns:
        The Axes.

    Raises:
        ShapeError: If there is nothing to draw.
    """
    curves = {name: to_array(values) for name, values in _curves(history).items() if len(values)}
    if not curves:
        raise ShapeError("the history is empty: train for at least one step before drawing its losses.")
    iterations = min(len(values) for values in curves.values())
    width = smooth or max(1, iterations // 50)
    ax = axes(ax, 5.6, 3.2)
    with styled():
        for i, (name, values) in enumerate(curves.items()):
            per = len(values) / iterations
            where = (np.arange(len(values)) + 1) / per
            colour = _COLOURS.get(name, PALETTE[(i + 3) % len(PALETTE)])
            if width > 1:
                ax.plot(where, values, color=colour, alpha=0.2, linewidth=0.7)
            mean, centre = _running_mean(values, where, round(width * per) if width > 1 else 1)
            ax.plot(centre, mean, color=colour, label=_WORDS.get(name, name))
        if equilibrium is not None:
            ax.axhline(equilibrium, color=OPTIMAL, linestyle="--", linewidth=1, label="equilibrium")
        ax.set_xlabel("iteration")
        ax.set_ylabel("loss")
        set_title(ax, title)
    legend_if_labelled(ax)
    return ax


def series(
    curves: Mapping[str, Sequence[float] | Any],
    x: Sequence[float] | Any = None,
    *,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "iteration",
    ylabel: str = "",
    log: bool = False,
) -> Axes:
    """Draw named curves over one x axis.

    Args:
        curves: Values by name.
        x: Where they were measured; 1, 2, 3, ... if left out.
        ax: Where to draw; new Axes if left out.
        title: Above the picture.
        xlabel: Under the picture.
        ylabel: Beside the picture.
        log: Use a logarithmic y axis.

    Returns:
        The Axes.
    """
    ax = axes(ax, 5.6, 3.2)
    with styled():
        for i, (name, values) in enumerate(curves.items()):
            height = to_array(values)
            where = to_array(x) if x is not None else np.arange(1, len(height) + 1)
            ax.plot(where, height, color=PALETTE[i % len(PALETTE)], label=name)
        ax.set_xlabel(xlabel)
        ax.set_ylabel(ylabel)
        if log:
            ax.set_yscale("log")
        set_title(ax, title)
    legend_if_labelled(ax)
    return ax


def bars(
    values: Mapping[str, float],
    *,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "",
    limit: float | None = None,
    digits: int = 2,
) -> Axes:
    """Draw one horizontal bar per name, the number at its end.

    Args:
        values: Lengths by name, drawn from top to bottom.
        ax: Where to draw; new Axes if left out.
        title: Above the picture.
        xlabel: Under the picture.
        limit: Right end of the axis, such as the best possible value.
        digits: Decimal places of the numbers.

    Returns:
        The Axes.
    """
    ax = axes(ax, 5.6, 0.9 + 0.32 * len(values))
    names, lengths = list(values), [float(v) for v in values.values()]
    with styled():
        drawn = ax.barh(
            names, [v if math.isfinite(v) else 0.0 for v in lengths], color=PALETTE[0], height=0.65
        )
        ax.bar_label(drawn, labels=[f"{v:.{digits}f}" for v in lengths], padding=4, fontsize="small")
        ax.invert_yaxis()
        ax.grid(visible=False, axis="y")
        ax.set_xlabel(xlabel)
        if limit is not None:
            ax.set_xlim(0, limit * 1.08)
        set_title(ax, title)
    return ax


def _curves(history: Any) -> Mapping[str, Sequence[float]]:
    """Find the losses in what ``train`` returned, a History or a plain mapping."""
    found = getattr(history, "history", history)
    found = getattr(found, "losses", found)
    if not isinstance(found, Mapping):
        raise ShapeError(f"losses got {type(history).__name__}: give what train returned, or {{'d': [...]}}.")
    return found


def _running_mean(values: Array, where: Array, width: int) -> tuple[Array, Array]:
    """Average over ``width`` neighbours, with the place of each average."""
    if width <= 1:
        return values, where
    kernel = np.ones(width) / width
    return np.convolve(values, kernel, "valid"), np.convolve(where, kernel, "valid")
