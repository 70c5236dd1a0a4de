"""Data sets: toy distributions whose density is known, and real pictures of digits.

A toy distribution draws fresh points (``.sample``) and knows its density; a tensor data set holds
its examples in one tensor and gives batches by index (``.batch``). Both ``describe()`` and ``plot()``
themselves.
"""

from __future__ import annotations

from gan_course.data.curves import NoisyCurve, drawn, moons, spiral, swiss_roll
from gan_course.data.mixture import GaussianMixture, gaussian_mixture_1d, grid, ring
from gan_course.data.offline_mnist import mnist_5k
from gan_course.data.published import fashion_mnist, mnist
from gan_course.data.registry import load, names
from gan_course.data.scikit_digits import digits
from gan_course.data.tensors import TensorData

__all__ = [
    "GaussianMixture",
    "NoisyCurve",
    "TensorData",
    "digits",
    "drawn",
    "fashion_mnist",
    "gaussian_mixture_1d",
    "grid",
    "load",
    "mnist",
    "mnist_5k",
    "moons",
    "names",
    "ring",
    "spiral",
    "swiss_roll",
]
