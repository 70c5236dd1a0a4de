"""From what a student has at hand to what matplotlib draws."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gan_course.errors import ShapeError

Array = NDArray[np.float64]


def to_array(values: Any) -> Array:
    """Turn a tensor on any device, a list or an array into a float64 array."""
    if isinstance(values, Tensor):
        return values.detach().double().cpu().numpy()
    return np.asarray(values, dtype=np.float64)


def points(values: Any) -> Array:
    """Turn points in the plane into an array of shape (n, 2).

    Raises:
        ShapeError: If they are not points in the plane.
    """
    array = to_array(values)
    if array.ndim != 2 or array.shape[1] != 2:
        raise ShapeError(f"points have shape {array.shape}: this picture needs (n, 2), points in the plane.")
    return array


def as_pictures(x: Tensor) -> Tensor:
    """Return pictures as a float tensor of shape (n, channels, h, w).

    Raises:
        ShapeError: If the tensor does not hold pictures.
    """
    given = x.detach().float()
    if given.ndim == 2:
        side = math.isqrt(given.shape[1])
        if side * side == given.shape[1]:
            given = given.reshape(-1, 1, side, side)
    elif given.ndim == 3:
        given = given.unsqueeze(1)
    if given.ndim != 4 or given.shape[1] not in (1, 3) or len(given) == 0:
        raise ShapeError(
            f"pictures have shape {tuple(x.shape)}: give (n, h, w), (n, 1, h, w), (n, 3, h, w) or (n, h*h)."
        )
    return given


def call_quietly(function: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Evaluate a network for a picture: no gradient, its mode and its device respected.

    Args:
        function: A module, or any function of a tensor.
        x: Its input, moved to the module's device first.

    Returns:
        The output, flattened to shape (n,).
    """
    if not isinstance(function, torch.nn.Module):
        with torch.no_grad():
            return function(x).flatten()
    parameter = next(function.parameters(), None)
    was_training = function.training
    function.eval()  # a picture must not move batch-norm statistics
    try:
        with torch.no_grad():
            output: Tensor = function(x if parameter is None else x.to(parameter.device))
            return output.flatten()
    finally:
        function.train(was_training)
