"""LatentWalk: move over a plane of the latent space and see what a trained generator makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import torch
import traitlets
from torch import Tensor, nn

from gan_course.widgets._base import CourseWidget, script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.images import as_pictures, for_matplotlib, pixels, sheet
from gan_course.widgets.engine.views import looking

if TYPE_CHECKING:
    from matplotlib.figure import Figure

REACH = 2.5  # standard deviations from the middle of the pad to its edge
SIDE = 7  # pictures along a side of the sheet behind the pad


class LatentWalk(CourseWidget):
    """A pad over a plane of the latent space, a class selector, and the picture at each place.

    The plane goes through the origin along two random directions at right angles (`plane` is its seed);
    for a two-dimensional z it is the whole space.

    Args:
        generator: `G(z)` or, with classes, `G(z, y)`: z (N, latent_dim), y (N,) of integers; returns
            pictures (N, C, H, W), (N, H, W) or (N, H·H).
        latent_dim: columns of z.
        classes: number of classes, or their names; 0 for a generator without classes.
        value_range: lowest and highest pixel value, (−1, 1) for a tanh output.
        a: place along the first direction, within ±2.5.
        b: place along the second direction.
        label: class shown.
        plane: seed of the two directions.
        interactive: False gives a still picture only; None asks `GAN_COURSE_INTERACTIVE`.

    Raises:
        WidgetError: for a value that cannot be used.
    """

    _esm = script("shared", "pictures", "latent_walk")
    _size = (7.0, 3.6)

    a = traitlets.Float(0.0).tag(sync=True)
    b = traitlets.Float(0.0).tag(sync=True)
    label = traitlets.Int(0).tag(sync=True)
    plane = traitlets.Int(0).tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    picture_now = traitlets.Dict().tag(sync=True)
    sheet_now = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        generator: nn.Module | Callable[..., Tensor],
        latent_dim: int,
        *,
        classes: int | list[str] | tuple[str, ...] = 0,
        value_range: tuple[float, float] = (-1.0, 1.0),
        interactive: bool | None = None,
        **traits: Any,
    ) -> None:
        if not callable(generator):
            raise WidgetError(
                generator, "generator must be callable: G(z) or G(z, y)", "pass the trained module"
            )
        if latent_dim < 2:
            raise WidgetError(
                latent_dim, "latent_dim must be at least 2 to have a plane", "train with more noise"
            )
        self._generator, self._latent_dim, self._range = generator, latent_dim, value_range
        self.classes = (
            [str(i) for i in range(classes)] if isinstance(classes, int) else [str(c) for c in classes]
        )
        super().__init__(interactive=interactive, options={"classes": self.classes, "reach": REACH}, **traits)
        self.observe(self._move, ["a", "b"])
        self.observe(self._renew, ["label", "plane"])
        self._renew()

    def describe(self) -> str:
        """Say in one line what is shown."""
        label = f", class {self.classes[self.label]}" if self.classes else ""
        return f"LatentWalk: plane {self.plane}{label}, at ({self.a:.2f}, {self.b:.2f})"

    def z(self, places: Tensor) -> Tensor:
        """Return latent rows for places (N, 2) on the plane: (N, latent_dim)."""
        if self._latent_dim == 2:
            return places
        own = torch.Generator().manual_seed(self.plane)
        directions, _ = torch.linalg.qr(torch.randn(self._latent_dim, 2, generator=own))
        # A typical z is √latent_dim long; places are in standard deviations of a two-dimensional z.
        z: Tensor = places @ directions.T * (self._latent_dim / 2) ** 0.5
        return z

    def make(self, places: Tensor) -> Tensor:
        """Return the pictures at places (N, 2): (N, C, H, W)."""
        z = self.z(places)
        inputs = (z, torch.full((len(z),), self.label)) if self.classes else (z,)
        networks = [self._generator] if isinstance(self._generator, nn.Module) else []
        with looking(*networks):
            return as_pictures(self._generator(*inputs))

    @traitlets.validate("a", "b")
    def _on_the_pad(self, proposal: Any) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        if not -REACH <= value <= REACH:
            raise WidgetError(value, f"{name} must lie within ±{REACH:g}", "stay on the pad")
        return float(value)

    @traitlets.validate("label")
    def _known_class(self, proposal: Any) -> int:
        value: int = proposal["value"]
        if not 0 <= value < max(1, len(self.classes)):
            raise WidgetError(
                value, f"label must lie in 0..{max(0, len(self.classes) - 1)}", "choose a class"
            )
        return value

    def _move(self, _change: Any = None) -> None:
        self.picture_now = pixels(self.make(torch.tensor([[self.a, self.b]]))[0], *self._range)

    def _renew(self, _change: Any = None) -> None:
        self.sheet_now = pixels(self._sheet(), *self._range)
        self._move()

    def _sheet(self) -> Tensor:
        ticks = (torch.arange(SIDE) + 0.5) / SIDE * 2 * REACH - REACH
        up, across = torch.meshgrid(-ticks, ticks, indexing="ij")
        return sheet(self.make(torch.stack([across, up], dim=-1).reshape(-1, 2)), SIDE)

    def _draw(self, figure: Figure) -> None:
        left, right = figure.subplots(1, 2, width_ratios=(1.3, 1))
        left.imshow(
            for_matplotlib(self._sheet(), *self._range),
            cmap="gray",
            vmin=0,
            vmax=1,
            extent=(-REACH, REACH, -REACH, REACH),
        )
        left.plot(self.a, self.b, "o", mfc="none", mec="#D55E00", ms=14, mew=2)
        left.set_title("a plane of the latent space", fontsize=9)
        here = self.make(torch.tensor([[self.a, self.b]]))[0]
        right.imshow(for_matplotlib(here, *self._range), cmap="gray", vmin=0, vmax=1)
        right.set_title(
            f"G at ({self.a:.2f}, {self.b:.2f})"
            + (f", class {self.classes[self.label]}" if self.classes else ""),
            fontsize=9,
        )
        for ax in (left, right):
            ax.grid(False)
            ax.set_xticks([])
            ax.set_yticks([])
