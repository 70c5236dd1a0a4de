"""Arrays on their way to the browser: little-endian bytes the JavaScript side reads back."""

from __future__ import annotations

import numpy as np
from torch import Tensor

UNIT = 8192  # int16 steps in half a window: a point may lie four windows away before it is clipped
UNKNOWN = 65535  # what stands for a surface cell whose value is not known


def places(points: Tensor, low: Tensor, high: Tensor) -> bytes:
    """Points (..., 2) as int16, the window's corners at −UNIT and +UNIT; a lost point sits far outside."""
    unit = ((points - low) / (high - low) * 2 - 1) * UNIT
    whole: np.ndarray = np.nan_to_num(unit.clamp(-32767, 32767).numpy(), nan=32767).astype("<i2")
    return whole.tobytes()


def shades(values: Tensor) -> bytes:
    """Values 0..1 as uint16 0..65534, NaN as `UNKNOWN`; fine enough to draw where D crosses 1/2 early on."""
    scaled = (values.clamp(0, 1) * 65534).round().nan_to_num(nan=UNKNOWN)
    whole: np.ndarray = scaled.numpy().astype("<u2")
    return whole.tobytes()


def floats(values: Tensor | np.ndarray | list[list[float]]) -> bytes:
    """Numbers as float32."""
    return np.asarray(values, dtype="<f4").tobytes()
