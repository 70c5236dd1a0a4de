"""Numbers that say how good samples are: modes found, distances between distributions, copies."""

from __future__ import annotations

from gan_course.metrics.modes import Coverage, mode_coverage, reverse_kl

__all__ = ["Coverage", "mode_coverage", "reverse_kl"]
