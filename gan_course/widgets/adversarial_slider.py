"""AdversarialSlider: how little has to change before a classifier changes its mind."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
import traitlets
from torch import Tensor, nn

from gan_course.widgets import _stills
from gan_course.widgets._base import CourseWidget, script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.attacks import ATTACKS, Attack
from gan_course.widgets.engine.images import as_pictures, for_matplotlib, pixels
from gan_course.widgets.engine.views import looking

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class AdversarialSlider(CourseWidget):
    """A picture, a magnified perturbation, the sum of both, and what the classifier says.

    Args:
        model: maps pictures (N, ...) to logits (N, K), on any device; x and y are taken to it.
        x: pictures to choose from, in the shape the model takes, values within `value_range`.
        y: their labels, (N,).
        classes: names of the K classes; numbers if left out.
        methods: your own attacks by name, each `f(model, x, y, epsilon)`, with `targeted=True` as well if
            it can aim at a class; FGSM and PGD if left out.
        value_range: lowest and highest pixel value.
        epsilon: largest change of a pixel.
        most: upper end of the slider for epsilon.
        method: name of the attack.
        target: class to aim at; −1 only moves away from the true one.
        index: which picture.
        interactive: False gives a still picture only; None asks `GAN_COURSE_INTERACTIVE`.

    Raises:
        WidgetError: for a value that cannot be used.
    """

    _esm = script("shared", "pictures", "adversarial_slider")
    _size = (8.4, 3.0)

    epsilon = traitlets.Float(0.0).tag(sync=True)
    method = traitlets.Unicode("").tag(sync=True)
    target = traitlets.Int(-1).tag(sync=True)
    index = traitlets.Int(0).tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        model: nn.Module | Callable[[Tensor], Tensor],
        x: Tensor,
        y: Tensor,
        *,
        classes: Sequence[str] = (),
        methods: dict[str, Attack] | None = None,
        value_range: tuple[float, float] = (0.0, 1.0),
        most: float = 0.5,
        interactive: bool | None = None,
        **traits: Any,
    ) -> None:
        if len(x) == 0 or len(x) != len(y):
            raise WidgetError(
                (len(x), len(y)), "x and y must be of the same length, at least 1", "cut both alike"
            )
        self._model, self._range = model, value_range
        home = next((p.device for net in self._networks() for p in net.parameters()), x.device)
        self._x, self._y = x.to(home), torch.as_tensor(y, device=home)
        self._methods = methods or ATTACKS
        with looking(*self._networks()):
            count = model(self._x[:1]).shape[-1]
        self.classes = [str(c) for c in classes] or [str(i) for i in range(count)]
        as_pictures(x[:1])
        traits.setdefault("method", next(iter(self._methods)))
        facts = {"classes": self.classes, "method": list(self._methods), "count": len(x), "most": most}
        super().__init__(interactive=interactive, options=facts, **traits)
        self.observe(self._attack, ["epsilon", "method", "target", "index"])
        self._attack()

    def describe(self) -> str:
        """Say in one line what is shown."""
        return f"AdversarialSlider: picture {self.index}, {self.method}, epsilon {self.epsilon:.3f}"

    @traitlets.validate("epsilon", "target", "index")
    def _within(self, proposal: Any) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        low, high = {
            "epsilon": (0.0, self.options.get("most", 0.5)),
            "target": (-1, len(self.classes) - 1),
            "index": (0, len(self._x) - 1),
        }[name]
        if not low <= value <= high:
            raise WidgetError(value, f"{name} must lie between {low:g} and {high:g}", "choose another")
        return float(value) if name == "epsilon" else int(value)

    @traitlets.validate("method")
    def _known(self, proposal: Any) -> str:
        value: str = proposal["value"]
        if value not in self._methods:
            raise WidgetError(
                value, f"method must be one of {', '.join(self._methods)}", "choose one of these"
            )
        return value

    def _networks(self) -> list[nn.Module]:
        return [self._model] if isinstance(self._model, nn.Module) else []

    def _attack(self, _change: Any = None) -> None:
        x = self._x[self.index : self.index + 1]
        with looking(*self._networks()):
            with torch.enable_grad():
                adversarial = self._attacked(x) if self.epsilon > 0 else x
            self.clean = self._model(x)[0].softmax(dim=-1).cpu()
            self.attacked = self._model(adversarial)[0].softmax(dim=-1).cpu()
        self.before, self.after = as_pictures(x)[0].cpu(), as_pictures(adversarial.detach())[0].cpu()
        change = self.after - self.before
        largest = float(change.abs().max())
        self.error = ""
        self.result = {
            "before": pixels(self.before, *self._range),
            # Magnified until its largest change fills the scale; middle grey is no change.
            "change": pixels(change, -max(largest, 1e-9), max(largest, 1e-9)),
            "after": pixels(self.after, *self._range),
            "largest": largest,
            "magnified": 0.5 * (self._range[1] - self._range[0]) / max(largest, 1e-9),
            "clean": [round(float(p), 4) for p in self.clean],
            "attacked": [round(float(p), 4) for p in self.attacked],
            "label": int(self._y[self.index]),
        }

    def _attacked(self, x: Tensor) -> Tensor:
        attack = self._methods[self.method]
        if self.target < 0:
            return attack(self._model, x, self._y[self.index : self.index + 1], self.epsilon)
        if "targeted" not in inspect.signature(attack).parameters:
            raise WidgetError(
                self.method,
                "this attack cannot aim",
                "give it an argument targeted=False, or choose target −1",
            )
        wished = torch.tensor([self.target], device=x.device)
        return attack(self._model, x, wished, self.epsilon, targeted=True)

    def _draw(self, figure: Figure) -> None:
        panels = figure.subplots(1, 4, width_ratios=(1, 1, 1, 1.4))
        change = self.after - self.before
        largest = max(float(change.abs().max()), 1e-9)
        shown = [
            (for_matplotlib(self.before, *self._range), "picture"),
            (
                for_matplotlib(change, -largest, largest),
                f"change × {0.5 * (self._range[1] - self._range[0]) / largest:.0f}"
                if self.epsilon
                else "no change",
            ),
            (for_matplotlib(self.after, *self._range), f"ε = {self.epsilon:.3f}"),
        ]
        for ax, (picture, title) in zip(panels, shown, strict=False):
            ax.imshow(picture, cmap="gray", vmin=0, vmax=1)
            _stills.bare(ax, title)
        place = np.arange(len(self.classes))
        panels[3].barh(place - 0.2, self.clean.numpy(), 0.4, color=_stills.REAL, label="before")
        panels[3].barh(
            place + 0.2,
            self.attacked.numpy(),
            0.4,
            color=_stills.FAKE,
            label="after",
            hatch="///",
            edgecolor="white",
        )
        panels[3].set_yticks(place, self.classes, fontsize=7)
        panels[3].set_xlim(0, 1)
        panels[3].invert_yaxis()
        panels[3].legend(fontsize=7)
