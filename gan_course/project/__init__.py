"""The project of assignment 13: its data, how a generator is measured, and what it may start from."""

from __future__ import annotations

from gan_course.project.earlier import bring, text_of
from gan_course.project.measures import THRESHOLDS, Figures, Samples, figures
from gan_course.project.variants import PUBLIC_VARIANT, Variant, variant

__all__ = [
    "PUBLIC_VARIANT",
    "THRESHOLDS",
    "Figures",
    "Samples",
    "Variant",
    "bring",
    "figures",
    "text_of",
    "variant",
]
