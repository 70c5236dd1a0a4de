"""Tell whether two observations are the same, within the rounding of honest implementations."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.student.wire import NumpyValue, Ref


@dataclass(frozen=True)
class Tolerance:
    """How far numbers may differ: |a − b| ≤ absolute + relative · |b|.

    The default leaves room for float32 formulas such as log(1 − σ(a)) at |a| ≤ 6, whose rounding
    error is about 1e-4 relative, and none for a formula that is really different.
    """

    relative: float = 1e-3
    absolute: float = 2e-5


DEFAULT = Tolerance()


def same(ours: Any, theirs: Any, tolerance: Tolerance = DEFAULT) -> bool:
    """Compare two observations.

    Args:
        ours: what the reference or a rival gave.
        theirs: what the student's code gave; may be anything.
        tolerance: for numbers and tensors.

    Returns:
        True when both have the same structure and, within the tolerance, the same numbers. NaN
        equals NaN, so that a rival that produces NaN can be recognised.
    """
    if isinstance(ours, torch.Tensor):
        return isinstance(theirs, torch.Tensor) and _same_tensors(ours, theirs, tolerance)
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, int | float):
        return isinstance(theirs, int | float) and _same_numbers(float(ours), float(theirs), tolerance)
    if isinstance(ours, NumpyValue):
        return isinstance(theirs, NumpyValue) and _same_tensors(ours.tensor, theirs.tensor, tolerance)
    if isinstance(ours, Ref):
        return isinstance(theirs, Ref) and ours.kind == theirs.kind
    if isinstance(ours, Mapping):
        return (
            isinstance(theirs, Mapping)
            and ours.keys() == theirs.keys()
            and all(same(ours[k], theirs[k], tolerance) for k in ours)
        )
    if isinstance(ours, list | tuple):
        return (
            isinstance(theirs, list | tuple)
            and len(ours) == len(theirs)
            and all(same(a, b, tolerance) for a, b in zip(ours, theirs, strict=True))
        )
    return type(ours) is type(theirs) and bool(ours == theirs)


def _same_numbers(ours: float, theirs: float, tolerance: Tolerance) -> bool:
    if math.isnan(ours) or math.isnan(theirs):
        return math.isnan(ours) and math.isnan(theirs)
    if math.isinf(ours) or math.isinf(theirs):
        return ours == theirs
    return abs(ours - theirs) <= tolerance.absolute + tolerance.relative * abs(ours)


def _same_tensors(ours: torch.Tensor, theirs: torch.Tensor, tolerance: Tolerance) -> bool:
    if ours.shape != theirs.shape or theirs.is_complex():
        return False
    return torch.allclose(
        theirs.double(),
        ours.double(),
        rtol=tolerance.relative,
        atol=tolerance.absolute,
        equal_nan=True,
    )


def is_finite(value: Any) -> bool:
    """Whether every number in an observation is finite."""
    if isinstance(value, torch.Tensor):
        return bool(torch.isfinite(value).all())
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, Mapping):
        return all(is_finite(v) for v in value.values())
    if isinstance(value, list | tuple):
        return all(is_finite(v) for v in value)
    return True
