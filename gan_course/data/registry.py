"""Data sets by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.data.curves import NoisyCurve, drawn, moons, spiral, swiss_roll
from gan_course.data.mixture import GaussianMixture, gaussian_mixture_1d, grid, ring
from gan_course.data.offline_mnist import mnist_5k
from gan_course.data.published import fashion_mnist, mnist
from gan_course.data.scikit_digits import digits
from gan_course.data.tensors import TensorData
from gan_course.errors import GanCourseError, unknown_name

DataSet = GaussianMixture | NoisyCurve | TensorData

_MAKERS: dict[str, Callable[..., DataSet]] = {
    "digits": digits,
    "drawn": drawn,
    "fashion_mnist": fashion_mnist,
    "gaussian_mixture_1d": gaussian_mixture_1d,
    "grid": grid,
    "mnist": mnist,
    "mnist_5k": mnist_5k,
    "moons": moons,
    "ring": ring,
    "spiral": spiral,
    "swiss_roll": swiss_roll,
}


def names() -> list[str]:
    """Return the names that ``load`` knows, sorted."""
    return sorted(_MAKERS)


def load(name: str, **options: Any) -> DataSet:
    """Make a data set by name.

    Args:
        name: One of ``names()``.
        **options: Passed to the function of that name.

    Returns:
        The data set.

    Raises:
        UnknownNameError: If no data set has that name; the message lists them.
        GanCourseError: If an option is not known to that data set.

    >>> load("ring", modes=5).modes.shape
    torch.Size([5, 2])
    """
    maker = _MAKERS.get(name)
    if maker is None:
        raise unknown_name("data set", name, _MAKERS)
    try:
        return maker(**options)
    except TypeError as error:
        raise GanCourseError(f"data set {name!r} cannot be made with {options}: {error}.") from error
