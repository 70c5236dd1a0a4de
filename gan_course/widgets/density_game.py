"""DensityGame: data and generator on the line, with D and the best D there could be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from gan_course.plots.style import OPTIMAL
from gan_course.widgets import _packing, _stills
from gan_course.widgets._base import script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets._training import TrainingWidget
from gan_course.widgets.engine.line_views import LineViews
from gan_course.widgets.engine.sources import LINE, as_source

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class DensityGame(TrainingWidget):
    """Watch p_g move towards p_data while D moves towards D* = p_data/(p_data + p_g).

    Args:
        data: "one bump", "two bumps" or "uneven bumps"; or an object with `.sample(n, generator) -> (n, 1)`
            and, if known, `.density(x)`.
        loss: as for `GANExplorer`; so are `generator` (here to one column), `discriminator`, `d_step`,
            `g_step`, `optimizers`, `steps`, `interactive` and the settings.

    Raises:
        WidgetError: for a value that cannot be used.

    Source: Goodfellow et al. (2014), figure 1.
    """

    _esm = script("shared", "plot", "training", "density_game")
    _size = (8.2, 3.4)
    data_dim: ClassVar[int] = 1

    data = traitlets.Unicode("one bump").tag(sync=True)

    def __init__(self, data: object = "one bump", loss: object = "non-saturating", **rest: Any) -> None:
        source = as_source(data, 1)
        self._brought_data = source
        defaults = {"latent_dim": 1, "g_width": 32, "d_width": 32, "g_lr": 5e-4, "d_lr": 2e-3}
        name = data if isinstance(data, str) else "yours"
        super().__init__(source, loss=loss, data=name, **{**defaults, **rest})
        self.observe(self._on_data, "data")

    def describe(self) -> str:
        """Say in one line what is shown."""
        return f"DensityGame: {self.data}, {self.loss} loss, step {self.steps}"

    @traitlets.validate("data")
    def _known_data(self, proposal: Any) -> str:
        value: str = proposal["value"]
        if value in LINE or value == "yours":
            return value
        raise WidgetError(value, f"data must be one of {', '.join(LINE)}", "choose one of these")

    def _more_options(self) -> dict[str, Any]:
        return {"data": [*(["yours"] if self.data == "yours" else []), *LINE]}

    def _on_data(self, change: Any) -> None:
        self.trainer.source = self._brought_data if change["new"] == "yours" else as_source(change["new"], 1)
        self.reset()

    def _look_afresh(self) -> None:
        self.looks = LineViews(self.trainer)
        self.scene = {
            "x": _packing.floats(self.looks.x),
            "p_data": _packing.floats(self.looks.p_data),
            "floor": self.looks.floor,
            **self._loss_facts(),
        }

    def _measure(self) -> dict[str, float]:
        return self.looks.numbers()

    def _now(self) -> dict[str, Any]:
        curves = self.looks.curves()
        apart = self.looks.distance(curves)
        return {
            "p_g": _packing.floats(curves.p_g),
            "d": _packing.floats(curves.d),
            "d_star": _packing.floats(curves.d_star),
            "threads": _packing.floats(self.looks.threads()),
            "apart": None if math.isnan(apart) else round(apart, 4),  # JSON has no NaN
        }

    def _draw(self, figure: Figure) -> None:
        curves = self.looks.curves()
        x = curves.x.numpy()
        density, judged = figure.subplots(1, 2)
        density.plot(x, curves.p_data.numpy(), color=_stills.REAL, label="p_data")
        density.plot(x, curves.p_g.numpy(), color=_stills.FAKE, ls="--", label="p_g")
        density.set_title(f"densities, step {self.steps}", fontsize=9)
        judged.plot(x, curves.d.numpy(), color=_stills.DISCRIMINATOR, label="D")
        judged.plot(x, curves.d_star.numpy(), color=OPTIMAL, ls="--", label="D*")
        judged.axhline(0.5, color="#BBBBBB", lw=0.8)
        judged.set_ylim(0, 1.05)  # D* reaches 1, and its line is wide
        apart = self.looks.distance(curves)
        told = "" if math.isnan(apart) else f", mean |D − D*| {apart:.2f}"
        judged.set_title(f"after {self.trainer.d_updates:,} steps of D{told}", fontsize=9)
        for ax in (density, judged):
            ax.set_xlabel("x")
            ax.legend(fontsize=7)
