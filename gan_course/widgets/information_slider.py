"""InformationSlider: from a probability to surprise, entropy and cross-entropy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
import traitlets

from gan_course.widgets import _packing, _stills
from gan_course.widgets._base import CourseWidget, script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.information import UNITS, cross_entropy, entropy, surprise

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class InformationSlider(CourseWidget):
    """A coin that shows heads with probability p, and a belief q about it.

    Args:
        p: true probability of heads, 0 to 1.
        q: believed probability of heads, 0 to 1.
        unit: "bits" or "nats".
        interactive: False gives a still picture only; None asks `GAN_COURSE_INTERACTIVE`.

    Raises:
        WidgetError: for a value that cannot be used.
    """

    _esm = script("shared", "plot", "information_slider")
    _size = (8.2, 2.7)

    p = traitlets.Float(0.5).tag(sync=True)
    q = traitlets.Float(0.8).tag(sync=True)
    unit = traitlets.Unicode("bits").tag(sync=True)
    options = traitlets.Dict({"unit": list(UNITS)}).tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(
        self, p: float = 0.5, q: float = 0.8, *, interactive: bool | None = None, **traits: Any
    ) -> None:
        super().__init__(interactive=interactive, p=p, q=q, **traits)
        self.observe(self._work_out, ["p", "q", "unit"])
        self._work_out()

    def numbers(self) -> dict[str, float]:
        """Return surprise, entropy, cross-entropy and KL = H(p, q) − H(p) at p and q."""
        p, q = torch.tensor(self.p, dtype=torch.float64), torch.tensor(self.q, dtype=torch.float64)
        own, crossed = float(entropy(p, self.unit)), float(cross_entropy(p, q, self.unit))
        return {
            "surprise": float(surprise(p, self.unit)),
            "entropy": own,
            "cross_entropy": crossed,
            "kl": max(0.0, crossed - own),
        }

    def describe(self) -> str:
        """Say in one line what is shown."""
        now = self.numbers()
        parts = ", ".join(f"{name.replace('_', '-')} {value:.3f}" for name, value in now.items())
        return f"InformationSlider: p {self.p:.2f}, q {self.q:.2f}: {parts} {self.unit}"

    @traitlets.validate("p", "q")
    def _probability(self, proposal: Any) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        if not 0 <= value <= 1:
            raise WidgetError(value, f"{name} is a probability", "choose a number from 0 to 1")
        return float(value)

    @traitlets.validate("unit")
    def _known(self, proposal: Any) -> str:
        if proposal["value"] not in UNITS:
            raise WidgetError(
                proposal["value"], f"unit must be one of {', '.join(UNITS)}", "choose one of these"
            )
        return str(proposal["value"])

    def _curves(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        x = torch.linspace(0.002, 0.998, 250, dtype=torch.float64)
        crossed = cross_entropy(torch.tensor(self.p, dtype=torch.float64), x, self.unit)
        return x, surprise(x, self.unit), entropy(x, self.unit), crossed

    def _work_out(self, _change: Any = None) -> None:
        # JSON knows no infinity: −1 stands for it on the way to the browser.
        numbers = {name: (value if value < float("inf") else -1.0) for name, value in self.numbers().items()}
        names = ("x", "surprise", "entropy", "crossed")
        curves = {name: _packing.floats(curve) for name, curve in zip(names, self._curves(), strict=True)}
        self.error = ""
        self.result = {**curves, "numbers": numbers}

    def _draw(self, figure: Figure) -> None:
        x, one, two, three = (curve.numpy() for curve in self._curves())
        now = self.numbers()
        panels = figure.subplots(1, 3)
        for ax, curve, at, value, name in zip(
            panels,
            (one, two, three),
            (self.p, self.p, self.q),
            (now["surprise"], now["entropy"], now["cross_entropy"]),
            ("surprise −log p", "entropy H(p)", f"cross-entropy H(p, q) at p = {self.p:.2f}"),
            strict=True,
        ):
            ax.plot(x, curve, color=_stills.REAL)
            ax.plot(at, value, "o", color=_stills.FAKE)
            ax.set_title(name, fontsize=9)
            ax.set_ylim(0, min(8.0, float(curve.max()) * 1.05))
            ax.set_xlabel("q" if ax is panels[2] else "p")
        panels[2].axhline(now["entropy"], color="#333333", lw=0.8, ls=":")
        panels[0].set_ylabel(self.unit)
