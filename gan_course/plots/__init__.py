"""Pictures the course draws. Every function takes ``ax=`` and returns the Axes it drew on."""

from __future__ import annotations

from gan_course.plots.animation import Animation, animate, capture
from gan_course.plots.curves import bars, losses, series
from gan_course.plots.line import densities
from gan_course.plots.pictures import images
from gan_course.plots.plane import samples, surface
from gan_course.plots.style import figure, styled, verdicts

__all__ = [
    "Animation",
    "animate",
    "bars",
    "capture",
    "densities",
    "figure",
    "images",
    "losses",
    "samples",
    "series",
    "styled",
    "surface",
    "verdicts",
]
