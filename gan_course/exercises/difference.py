"""Say in numbers where two observations differ."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.student.wire import NumpyValue, Ref

MOST_DIGITS = 7


def difference(wanted: Any, seen: Any, tolerance: Tolerance = DEFAULT, where: str = "") -> str:
    """Describe the first place where an observation is not the one wanted.

    Args:
        wanted: what a right answer gives.
        seen: what the student's answer gave.
        tolerance: the one they were compared with.
        where: names the place, for the nested parts.

    Returns:
        Such as "value on 7 logits: yours −0.650, wanted 0.650"; the two numbers printed are never alike.
    """
    if isinstance(wanted, Mapping) and isinstance(seen, Mapping):
        for name in wanted:
            if name not in seen or not same(wanted[name], seen[name], tolerance):
                return difference(wanted[name], seen.get(name), tolerance, _joined(where, str(name)))
        return ""
    if isinstance(wanted, list | tuple) and isinstance(seen, list | tuple) and len(wanted) == len(seen):
        for i, (one, other) in enumerate(zip(wanted, seen, strict=True)):
            if not same(one, other, tolerance):
                place = f"number {i + 1}" if isinstance(one, int | float) else f"part {i + 1}"
                return difference(one, other, tolerance, _joined(where, place if len(wanted) > 1 else ""))
        return ""
    if isinstance(wanted, torch.Tensor) and isinstance(seen, torch.Tensor) and wanted.shape == seen.shape:
        return _of_tensors(wanted, seen, tolerance, where)
    yours, right = _pair(seen, wanted)
    return f"{where}: yours {yours}, wanted {right}" if where else f"yours {yours}, wanted {right}"


def _of_tensors(wanted: torch.Tensor, seen: torch.Tensor, tolerance: Tolerance, where: str) -> str:
    if seen.is_complex():
        return f"{where}: yours has complex numbers"
    flat, mine = wanted.double().reshape(-1), seen.double().reshape(-1)
    room = tolerance.absolute + tolerance.relative * flat.abs()
    excess = torch.nan_to_num((mine - flat).abs() / room, nan=math.inf, posinf=math.inf)
    excess[(mine == flat) | (mine.isnan() & flat.isnan())] = 0.0
    place = int(excess.argmax())
    yours, right = _pair(float(mine[place]), float(flat[place]))
    many = wanted.numel() > 1
    index = torch.unravel_index(torch.tensor(place), wanted.shape) if many else ()
    at = f" at [{', '.join(str(int(i)) for i in index)}]" if many else ""
    return f"{where}{at}: yours {yours}, wanted {right}" if where else f"yours {yours}, wanted {right}"


def _joined(where: str, name: str) -> str:
    return ", ".join(part for part in (where, name) if part)


def _pair(seen: Any, wanted: Any) -> tuple[str, str]:
    """Write two values so that they read differently."""
    if type(seen) is type(wanted) is int and seen != wanted:
        return number_text(seen, 0), number_text(wanted, 0)
    if _is_number(seen) and _is_number(wanted):
        for digits in range(3, MOST_DIGITS + 1):
            yours, right = number_text(float(seen), digits), number_text(float(wanted), digits)
            if yours != right:
                return yours, right
    return type_text(seen), type_text(wanted)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def number_text(value: float, digits: int = 3) -> str:
    """Write a number as mathematics does, with a real minus sign."""
    if not math.isfinite(value):
        return {"nan": "NaN", "inf": "∞", "-inf": "−∞"}[str(value)]
    value += 0.0  # no minus before a zero
    size = abs(value)
    text = f"{value:.{digits}f}" if size == 0 or 10**-digits * 5 <= size < 1e6 else f"{value:.{digits}e}"
    return text.replace("-", "−")


def type_text(value: Any) -> str:
    """Name a returned value as a student would."""
    if isinstance(value, torch.Tensor):
        return f"a tensor of shape {tuple(value.shape)}"
    if isinstance(value, NumpyValue):
        return value.type_name
    if isinstance(value, Ref):
        return value.type_name
    if isinstance(value, str | bool):
        return repr(value)
    if isinstance(value, int | float):
        return number_text(float(value)) if isinstance(value, float) else str(value)
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    return "nothing (None)" if value is None else f"{type(value).__name__}"
