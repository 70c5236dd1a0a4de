"""What came back: is it of the right kind, and what is lost when it is not?"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from gan_course.checks.report import Report
from gan_course.exercises.describe import kind, shape

_GRADIENT_LOST = "the gradient is lost when a tensor becomes a number. Return the tensor."


def _require_tensor(report: Report, value: object) -> Tensor:
    report.require(value is not None, "returned None", "A function without a return line gives back None.")
    if isinstance(value, float | int | np.generic):
        report.require(False, f"returned {kind(value)}; {_GRADIENT_LOST}")
    report.require(isinstance(value, Tensor), f"returned {kind(value)}, wanted a tensor")
    assert isinstance(value, Tensor)
    return value


def one_number(report: Report, value: object) -> Tensor:
    """Require a tensor that holds one finite-or-not number, of shape () or (1,).

    Args:
        report: Where the lines go.
        value: What the student's function returned.

    Returns:
        The value as a tensor of shape ().

    Raises:
        CheckEnded: For any other kind of value, after a line that explains it.
    """
    tensor = _require_tensor(report, value)
    report.require(
        tensor.numel() == 1,
        f"returned a tensor of shape {shape(tensor)}, wanted one number",
        "The formula averages over the batch (or sums over the grid): something is left to be added up.",
    )
    return tensor.reshape(())


def scalar_with_gradient(report: Report, value: object) -> Tensor:
    """Require one number through which gradients can flow; see :func:`one_number`."""
    tensor = one_number(report, value)
    report.expect(
        tensor.requires_grad,
        "returns a scalar that carries a gradient",
        "returns a scalar, but no gradient can flow through it",
        "Somewhere the logits were detached, computed under no_grad or rebuilt with torch.tensor(…). "
        "A loss that carries no gradient trains nobody.",
    )
    return tensor


def same_shape(report: Report, value: object, wanted: Sequence[tuple[int, ...]], meaning: str) -> Tensor:
    """Require a tensor of one of the wanted shapes.

    Args:
        report: Where the lines go.
        value: What the student's function returned.
        wanted: Shapes that are right.
        meaning: What the numbers of the shape stand for, put into the teaching sentence.

    Returns:
        The value.

    Raises:
        CheckEnded: Where it is no tensor or of another shape.
    """
    tensor = _require_tensor(report, value)
    listed = " or ".join(str(sizes) for sizes in wanted)
    report.require(tuple(tensor.shape) in wanted, f"returned shape {shape(tensor)}, wanted {listed}", meaning)
    return tensor


def python_float(report: Report, value: object) -> float:
    """Require a plain number, NumPy's included (a history of tensors would keep every graph in memory).

    Raises:
        CheckEnded: For any other kind of value, after a line that explains it.
    """
    report.require(
        value is not None,
        "returned None",
        "The step should hand back its loss, so that the run can be drawn.",
    )
    if isinstance(value, Tensor):
        report.require(
            False,
            "returned a tensor, wanted a Python float",
            "A list of loss tensors keeps the graph of every step alive, and memory grows until it is full. "
            "A tensor with one element can turn itself into a plain number.",
        )
    report.require(
        isinstance(value, float | int | np.floating) and not isinstance(value, bool),
        f"returned {kind(value)}, wanted a Python float",
    )
    assert isinstance(value, float | int | np.floating)
    return float(value)


def close(value: float | Tensor, wanted: float | Tensor, tolerance: float = 1e-3) -> bool:
    """Return whether every number lies within ``tolerance`` of the wanted one; NaN is close to nothing."""
    if isinstance(value, Tensor):
        target = torch.as_tensor(wanted, dtype=torch.float64).reshape(-1)
        given = value.detach().to(torch.float64).reshape(-1)
        return given.shape == target.shape and bool(torch.all((given - target).abs() <= tolerance))
    return math.isfinite(value) and abs(value - float(wanted)) <= tolerance
