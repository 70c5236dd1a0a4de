"""GANExplorer: watch a GAN learn points on the plane, with the student's own parts where they have some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
import traitlets

from gan_course.widgets import _packing, _plane_still
from gan_course.widgets._base import script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets._phases import Phase
from gan_course.widgets._training import TrainingWidget
from gan_course.widgets.engine.sources import PLANE, Source, as_source, strokes
from gan_course.widgets.engine.views import LATENT_CELLS, PlaneViews, latent_grid

if TYPE_CHECKING:
    from matplotlib.figure import Figure

VIEWS = (
    "real",
    "fake",
    "surface",
    "best",
    "manifold",
    "arrows",
    "verdicts",
    "losses",
    "divergences",
    "modes",
    "diagram",
)
"""Everything that can be shown; `surface` is D, `best` is D*."""


class GANExplorer(TrainingWidget):
    """Train a GAN on two-dimensional data and see every part of it move.

    Args:
        data: "line", "gaussians", "ring", "grid", "blobs" or "moons"; an object with
            `.sample(n, generator) -> (n, 2)`; or a list of points (x, y) to be traced.
        loss: "minimax", "non-saturating", "wasserstein-clip", "wasserstein-gp" or "least-squares"; or your
            own pair `(d_loss, g_loss)`: `d_loss(real_logits, fake_logits)` and `g_loss(fake_logits)`.
        generator: your own module (N, latent_dim) -> (N, 2), trained in place, or a function
            `f(latent_dim, data_dim)` that makes one. Left out: a perceptron of `g_layers` x `g_width`.
        discriminator: your own module (N, 2) -> (N,) or (N, 1) of logits, or a function `f(data_dim)`.
        d_step: your own `f(generator, discriminator, d_optimizer, real, noise, loss)`.
        g_step: your own `f(generator, discriminator, g_optimizer, n, noise, loss)`.
        optimizers: your own `f(generator, discriminator) -> (g_optimizer, d_optimizer)`.
        steps: iterations trained before it is shown; the still picture shows the same state.
        interactive: False gives a still picture only; None asks `GAN_COURSE_INTERACTIVE`.
        views: what is shown, from `VIEWS`.
        **traits: seed, k, g_steps, batch, latent_dim, noise ("normal" or "uniform"), g_layers, g_width,
            d_layers, d_width, g_optimizer, d_optimizer, g_lr, d_lr, slow, speed (iterations a second, 0
            for full speed).

    Raises:
        WidgetError: for a value that cannot be used; the message says what to write instead.

    Source: the idea of a GAN trained before one's eyes is that of GAN Lab (Kahng et al., 2019).
    """

    _esm = script(
        "shared",
        "plot",
        "training",
        "explorer_plane",
        "explorer_diagram",
        "explorer_verdicts",
        "gan_explorer",
    )
    _size = (8.6, 3.9)

    data = traitlets.Unicode("ring").tag(sync=True)
    views = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        data: object = "ring",
        loss: object = "non-saturating",
        *,
        views: tuple[str, ...] | list[str] = (
            "real",
            "fake",
            "surface",
            "losses",
            "divergences",
            "modes",
            "diagram",
        ),
        **rest: Any,
    ) -> None:
        drawn = isinstance(data, list | tuple)
        source: Source = strokes(data) if isinstance(data, list | tuple) else as_source(data, 2)
        name = "drawn" if drawn else data if isinstance(data, str) else "yours"
        self._brought_data, self._brought_name = source, name
        super().__init__(source, loss=loss, data=name, views=list(views), **rest)
        self.observe(self._on_data, "data")
        self.observe(self._on_views, "views")

    def draw(self, points: list[list[float]]) -> None:
        """Use points drawn by hand as the data and start again.

        Args:
            points: at least two pairs (x, y) in data units.
        """
        self._brought_data, self._brought_name = strokes(points), "drawn"
        if self.data == "drawn":
            self._on_data({"new": "drawn"})
        else:
            self.options = {**self.options, "data": self._data_names("drawn")}
            self.data = "drawn"

    def describe(self) -> str:
        """Say in one line what is shown."""
        return f"GANExplorer: {self.data}, {self.loss} loss, step {self.steps}"

    @traitlets.validate("views")
    def _known_views(self, proposal: Any) -> list[str]:
        wrong = [name for name in proposal["value"] if name not in VIEWS]
        if wrong:
            raise WidgetError(wrong[0], f"views must be among {', '.join(VIEWS)}", "leave it out")
        return list(dict.fromkeys(proposal["value"]))

    @traitlets.validate("data")
    def _known_data(self, proposal: Any) -> str:
        value: str = proposal["value"]
        if value in PLANE or (value == self._brought_name):
            return value
        raise WidgetError(value, f"data must be one of {', '.join(PLANE)}", "choose one, or draw your own")

    def _data_names(self, brought: str) -> list[str]:
        return [*([brought] if brought not in PLANE else []), *PLANE]

    def _more_options(self) -> dict[str, Any]:
        return {"data": self._data_names(self.data)}

    def _on_data(self, change: Any) -> None:
        name = change["new"]
        self.trainer.source = self._brought_data if name in ("drawn", "yours") else as_source(name, 2)
        self.reset()

    def _on_views(self, _change: Any) -> None:
        if not self._player.running:
            self.publish()

    def _handle(self, message: dict[str, Any]) -> None:
        if message.get("do") == "draw":
            self.draw(message["points"])
        else:
            super()._handle(message)

    def show_phase(self, phase: Phase | None) -> None:
        """Light up one phase of slow motion; the one about gradients shows them, asked for or not."""
        super().show_phase(phase)
        if phase is not None and phase.name == "g_back":
            self.publish()

    def _look_afresh(self) -> None:
        self.looks = PlaneViews(self.trainer)
        self._hits: list[int] = []
        self._arrows: torch.Tensor | None = None
        modes = getattr(self.trainer.source, "modes", None)
        self.scene = {
            "low": self.looks.low.tolist(),
            "high": self.looks.high.tolist(),
            "real": _packing.places(self.looks.real, self.looks.low, self.looks.high),
            "latent": self._latent_places(),
            "modes": 0 if modes is None else len(modes),
            **self._mode_places(),
            "floor": self.looks.floor,
            **self._loss_facts(),
        }

    def _mode_places(self) -> dict[str, Any]:
        """Where the modes lie, and three standard deviations (the widest mode's) in shares of the window."""
        modes = getattr(self.trainer.source, "modes", None)
        if modes is None:
            return {}
        low, high = self.looks.low, self.looks.high
        std = torch.as_tensor(self.trainer.source.std)  # type: ignore[attr-defined]
        radius = 3 * float(std.max() / (high - low)[0])
        return {"mode_places": _packing.places(modes, low, high), "mode_radius": radius}

    def _latent_places(self) -> bytes:
        """The latent grid itself, fitted into the window, from where the manifold unfolds in the picture."""
        z = latent_grid(self.latent_dim, LATENT_CELLS, self.noise)
        if z.shape[1] == 1:
            z = torch.cat([z, torch.zeros_like(z)], dim=1)
        corner = z[:, :2].abs().max() * torch.ones(2)
        return _packing.places(z[:, :2] / 1.2, -corner, corner)

    def _measure(self) -> dict[str, float]:
        return self.looks.numbers()

    def _now(self) -> dict[str, Any]:
        looks, low, high = self.looks, self.looks.low, self.looks.high
        shown: dict[str, Any] = {"fake": _packing.places(looks.samples(), low, high)}
        if "modes" in self.views and self.scene["modes"]:
            # Counting takes as long as a training step: while playing, every fifth picture is enough.
            if not self.playing or self._player.sent % 5 == 0 or not self._hits:
                self._hits = looks.mode_hits()
            shown["mode_hits"] = self._hits
        if "surface" in self.views:
            surface = looks.surface()
            shown["surface"] = _packing.shades(surface.values)
            shown["ends"] = [round(surface.low, 3), round(surface.high, 3)]
        if "best" in self.views:
            shown["best"] = _packing.shades(looks.best_surface().values)
        if "manifold" in self.views:
            manifold = looks.manifold()
            shown["manifold"] = _packing.places(manifold, low, high)
            shown["rows"] = manifold.shape[0]
        if "arrows" in self.views or self.phase.get("name") in ("g_back", "g_move"):
            # While G moves, the arrows it follows are those from before.
            follows = self.phase.get("name") == "g_move"
            arrows = self._arrows if follows and self._arrows is not None else looks.arrows()
            self._arrows = arrows
            shown["arrow_from"] = _packing.places(arrows[:, :2], low, high)
            shown["arrow_slope"] = _packing.floats(arrows[:, 2:])
            shown["mean_slope"] = float(arrows[:, 2:].norm(dim=1).mean())
        if "verdicts" in self.views:
            verdicts = looks.verdicts()
            shown["verdicts"] = _packing.floats(torch.stack([verdicts.real, verdicts.fake]))
            shown["right"] = verdicts.right
        return shown

    def _draw(self, figure: Figure) -> None:
        _plane_still.draw(figure, self)
