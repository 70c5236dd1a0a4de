"""The still picture of a GANExplorer: the plane on the left, losses and divergences on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from gan_course.widgets import _stills
from gan_course.widgets.engine.run import Run
from gan_course.widgets.engine.views import PlaneViews

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
    grid = figure.add_gridspec(2, 2, width_ratios=(1, 1))
    plane(figure.add_subplot(grid[:, 0]), explorer)
    losses(figure.add_subplot(grid[0, 1]), explorer)
    divergences(figure.add_subplot(grid[1, 1]), explorer)


def plane(ax: Axes, explorer: Shown) -> None:
    """Draw D's surface and the points."""
    looks, views = explorer.looks, explorer.views
    low, high = looks.low.tolist(), looks.high.tolist()
    extent = (low[0], high[0], low[1], high[1])
    if "surface" in views or "best" in views:
        from matplotlib.colors import LinearSegmentedColormap

        # The tints of the live picture: orange where D believes points generated, blue where real.
        tints = LinearSegmentedColormap.from_list("verdict", [_stills.FAKE, "#FFFFFF", _stills.REAL])
        surface = looks.best_surface() if "best" in views else looks.surface()
        ax.imshow(
            surface.values.numpy(), origin="lower", extent=extent, cmap=tints, vmin=0, vmax=1, alpha=0.6
        )
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
        ax.legend(loc="upper right", fontsize=7, framealpha=0.7, frameon=True)


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
    ax.axhline(explorer.looks.floor["kl"], color="#CC79A7", lw=0.8, ls=":")
    ax.set_xlabel("step")
    _finish(ax, "divergence, nats (dotted: KL of fresh real points)")


def _finish(ax: Axes, title: str) -> None:
    ax.set_title(title, fontsize=9)
    ax.tick_params(labelsize=7)
    ax.legend(fontsize=7)
    ax.margins(x=0.02)
    if not np.isfinite(ax.dataLim.intervaly).all():
        ax.set_ylim(0, 1)  # nothing has been measured yet
