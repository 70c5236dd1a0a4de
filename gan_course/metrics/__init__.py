"""Numbers that say how good samples are: modes found, distances between distributions, copies."""

from __future__ import annotations

from gan_course.metrics.classifier import Classifier, train_classifier
from gan_course.metrics.distances import frechet_distance, kernel_distance
from gan_course.metrics.manifold import Memorisation, PrecisionRecall, memorisation, precision_recall
from gan_course.metrics.modes import Coverage, mode_coverage, reverse_kl

__all__ = [
    "Classifier",
    "Coverage",
    "Memorisation",
    "PrecisionRecall",
    "frechet_distance",
    "kernel_distance",
    "memorisation",
    "mode_coverage",
    "precision_recall",
    "reverse_kl",
    "train_classifier",
]
