"""The data an explorer can be fed with: by name, by object, or drawn by hand.

Shapes: n points, d dimensions, K modes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor

from gan_course import data
from gan_course.data import GaussianMixture
from gan_course.widgets._errors import WidgetError


@runtime_checkable
class Source(Protocol):
    """Whatever draws points; `modes`, `std` and `density` are used where a source has them."""

    def sample(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Return n fresh points, shape (n, d)."""


class Traced:
    """Points spread evenly along a set of anchor points and blurred, such as a line or pen strokes.

    Args:
        anchors: the curve as many points, (K, 2).
        blur: standard deviation of the Gaussian noise around the curve.
        name: what to call it.
    """

    modes = None  # a curve has no separate modes to count

    def __init__(self, anchors: Tensor, blur: float, name: str) -> None:
        self._mixture = GaussianMixture(anchors, blur)
        self.name = name

    def sample(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Return n fresh points, shape (n, 2)."""
        return self._mixture.sample(n, generator)

    def density(self, x: Tensor) -> Tensor:
        """Return p(x), shape (n,), for points of shape (n, 2)."""
        return self._mixture.density(x)


def line() -> Traced:
    """A slanted line segment, the simplest support of lower dimension than the plane."""
    t = torch.linspace(-1, 1, 400)
    return Traced(torch.stack([1.8 * t, 1.2 * t], dim=1), 0.05, "line")


def gaussians() -> GaussianMixture:
    """Two round Gaussians far from each other."""
    return GaussianMixture(torch.tensor([[-1.2, -0.8], [1.2, 0.8]]), 0.25, name="gaussians")


def blobs() -> GaussianMixture:
    """Five blobs of different sizes and weights."""
    centres = torch.tensor([[-1.5, 1.2], [1.4, 1.5], [0.1, -0.1], [-1.3, -1.5], [1.6, -1.1]])
    return GaussianMixture(centres, [0.15, 0.30, 0.12, 0.22, 0.18], [3, 2, 1, 2, 2], name="blobs")


def moons() -> Traced:
    """Two interleaved half circles."""
    t = torch.linspace(0, math.pi, 200)
    upper = torch.stack([t.cos() - 0.5, t.sin() - 0.25], dim=1)
    lower = torch.stack([0.5 - t.cos(), 0.25 - t.sin()], dim=1)
    return Traced(1.3 * torch.cat([upper, lower]), 0.06, "moons")


def strokes(points: Sequence[Sequence[float]], blur: float = 0.06) -> Traced:
    """Make a source from points drawn by hand.

    Args:
        points: at least two pairs (x, y), in data units.
        blur: standard deviation of the noise around each point.

    Raises:
        WidgetError: for fewer than two points or anything that is not a finite pair.
    """
    try:
        anchors = torch.tensor([[float(x), float(y)] for x, y in points])
        usable = len(anchors) >= 2 and bool(torch.isfinite(anchors).all())
    except (TypeError, ValueError):
        usable = False
    if not usable:
        raise WidgetError(
            points, "a drawing needs at least two finite points (x, y)", "drag over the plane to draw some"
        )
    return Traced(anchors, blur, "drawn")


def _by_library(name: str) -> Callable[[], Source]:
    def make() -> Source:
        source = data.load(name)
        assert isinstance(source, Source)
        return source

    return make


PLANE: dict[str, Callable[[], Source]] = {
    "line": line,
    "gaussians": gaussians,
    "ring": _by_library("ring"),
    "grid": _by_library("grid"),
    "blobs": blobs,
    "moons": moons,
}
"""The two-dimensional sources by name."""

LINE: dict[str, Callable[[], Source]] = {
    "one bump": lambda: data.gaussian_mixture_1d([1.0], 0.6),
    "two bumps": lambda: data.gaussian_mixture_1d([-1.5, 1.5], 0.4),
    "uneven bumps": lambda: data.gaussian_mixture_1d([-2.0, 0.5, 2.0], [0.2, 0.5, 0.3], [0.2, 0.5, 0.3]),
}
"""The one-dimensional sources by name."""


def as_source(value: object, dim: int) -> Source:
    """Turn what a person passes as `data` into a source of points.

    Args:
        value: a name from `PLANE` (dim 2) or `LINE` (dim 1), or an object with `.sample(n, generator)`.
        dim: columns the points must have.

    Raises:
        WidgetError: for an unknown name, an object that cannot sample, or points of another dimension.
    """
    names = PLANE if dim == 2 else LINE
    if isinstance(value, str):
        if value not in names:
            raise WidgetError(
                value,
                f"data must be one of {', '.join(names)}",
                "or pass an object with .sample(n, generator)",
            )
        return names[value]()
    if not isinstance(value, Source):
        raise WidgetError(
            value, "data must be a name or have a method .sample(n, generator)", f"names: {', '.join(names)}"
        )
    points = value.sample(2, torch.Generator().manual_seed(0))
    if tuple(points.shape) != (2, dim):
        raise WidgetError(
            tuple(points.shape), f".sample(2) must have shape (2, {dim})", f"use data with {dim} column(s)"
        )
    return value
