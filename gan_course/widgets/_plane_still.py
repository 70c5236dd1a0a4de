"""The still picture of a GANExplorer: the plane on the left, losses and divergences on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import torch

from gan_course.widgets import _stills
from gan_course.widgets.engine.run import Run
from gan_course.widgets.engine.views import PlaneViews, Surface

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Shown(Protocol):
    """What the picture needs of an explorer."""

    looks: PlaneViews
    run: Run
    scene: dict[str, Any]
    views: Any
    data: Any
    loss: Any

    @property
    def steps(self) -> int:
        """Iterations done."""


def draw(figure: Figure, explorer: Shown) -> None:
    """Draw the explorer's present state."""
    both = "best" in explorer.views
    grid = figure.add_gridspec(2, 2 + both, width_ratios=(1, *([0.8] if both else []), 1))
    plane(figure.add_subplot(grid[:, 0]), explorer)
    if both:
        best(figure.add_subplot(grid[:, 1]), explorer)
    losses(figure.add_subplot(grid[0, -1]), explorer)
    divergences(figure.add_subplot(grid[1, -1]), explorer)


def plane(ax: Axes, explorer: Shown) -> None:
    """Draw D's surface and the points."""
    looks, views = explorer.looks, explorer.views
    low, high = looks.low.tolist(), looks.high.tolist()
    extent = (low[0], high[0], low[1], high[1])
    if "surface" in views:
        _shade(ax, looks.surface(), extent)
        # Two squares in the legend say what the shades mean.
        for shade, word in ((_stills.REAL, "D says real"), (_stills.FAKE, "D says generated")):
            ax.scatter([], [], marker="s", s=30, color=shade, alpha=0.6, linewidths=0, label=word)
    if "manifold" in views:
        manifold = looks.manifold().numpy()
        for row in (*manifold, *manifold.transpose(1, 0, 2)):
            ax.plot(*row.T, color=_stills.FAKE, lw=0.4, alpha=0.6)
    if "real" in views:
        real = looks.real.numpy()
        ax.scatter(real[:, 0], real[:, 1], s=5, color=_stills.REAL, label="real", linewidths=0)
    if "fake" in views:
        fake = looks.samples().numpy()
        ax.scatter(
            fake[:, 0], fake[:, 1], s=9, color=_stills.FAKE, label="generated", marker="x", linewidths=0.7
        )
    if "arrows" in views:
        x, y, across, up = looks.arrows().numpy().T
        ax.quiver(x, y, across, up, angles="xy", width=0.003, color="#333333")
    if "modes" in views and explorer.scene["modes"]:
        _rings(ax, explorer)
    ax.set(xlim=extent[:2], ylim=extent[2:], aspect="equal")
    ax.grid(False)
    now = explorer.run.now()
    found = f" · {int(now['modes'])} of {explorer.scene['modes']} modes" if "modes" in now else ""
    data, loss = (
        text.replace("yours", f"your {what}")
        for text, what in ((explorer.data, "data"), (explorer.loss, "loss"))
    )
    ax.set_title(f"{data} · {loss} · step {explorer.steps}{found}", fontsize=10)
    if ax.get_legend_handles_labels()[1]:
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.06), fontsize=7, ncols=3)


def best(ax: Axes, explorer: Shown) -> None:
    """Draw D*, the best answer D could give now, beside D."""
    low, high = explorer.looks.low.tolist(), explorer.looks.high.tolist()
    _shade(ax, explorer.looks.best_surface(), (low[0], high[0], low[1], high[1]))
    ax.set(aspect="equal")
    ax.grid(False)
    ax.set_title("D*, blank where nothing is", fontsize=9)
    ax.tick_params(labelsize=7)


def _shade(ax: Axes, surface: Surface, extent: tuple[float, float, float, float]) -> None:
    """Tint the plane as the live picture does: orange for generated, blue for real."""
    from gan_course.plots.style import verdicts

    values = surface.values.numpy()
    ax.imshow(values, origin="lower", extent=extent, cmap=verdicts(), vmin=0, vmax=1, alpha=0.6)


def _rings(ax: Axes, explorer: Shown) -> None:
    """Ring each mode: full where captured, dashed where touched, dotted and faint before."""
    from matplotlib.patches import Circle

    source: Any = explorer.looks.trainer.source
    looks = {
        2: ("captured", "-", _stills.DISCRIMINATOR),
        1: ("touched", "--", _stills.DISCRIMINATOR),
        0: ("not found", ":", "#808080"),
    }
    # Three standard deviations, and at least as wide as can be seen around the points.
    widest = float(torch.as_tensor(source.std).max())
    radius = max(3 * widest, 0.035 * float((explorer.looks.high - explorer.looks.low)[0]))
    for centre, hit in zip(source.modes.tolist(), explorer.looks.mode_hits(), strict=True):
        _, line, colour = looks[hit]
        ax.add_patch(Circle(tuple(centre), radius, fill=False, ls=line, color=colour, lw=1.2))
    for word, line, colour in looks.values():
        ax.plot([], [], ls=line, color=colour, lw=1.2, label=f"mode {word}")


def losses(ax: Axes, explorer: Shown) -> None:
    """Draw both losses over the steps."""
    curves = explorer.run.curves()
    ax.plot(curves[:, 0], curves[:, 1], color=_stills.DISCRIMINATOR, label="loss of D")
    ax.plot(curves[:, 0], curves[:, 2], color=_stills.FAKE, ls="--", label="loss of G")
    _finish(ax, "losses")


def divergences(ax: Axes, explorer: Shown) -> None:
    """Draw KL and JS over the steps, with what real points would score."""
    curves = explorer.run.curves()
    ax.plot(curves[:, 0], curves[:, 3], color="#CC79A7", label="KL(data ‖ G)")
    ax.plot(curves[:, 0], curves[:, 4], color="#333333", ls="--", label="JS")
    ax.axhline(explorer.looks.floor["kl"], color="#CC79A7", lw=1, ls=":", label="KL of real points")
    ax.set_xlabel("step")
    _finish(ax, "divergence, nats")


def _finish(ax: Axes, title: str) -> None:
    ax.set_title(title, fontsize=9)
    ax.tick_params(labelsize=7)
    ax.margins(x=0.02)
    if not np.isfinite(ax.dataLim.intervaly).all():
        ax.set_ylim(0, 1)  # nothing has been measured yet
    # The names get a strip of their own above the curves.
    low, high = ax.get_ylim()
    ax.set_ylim(low, high + 0.5 * (high - low))
    ax.legend(fontsize=7, loc="upper left", ncols=2, borderaxespad=0.2, frameon=False)
