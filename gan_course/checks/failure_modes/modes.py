"""Check of the mode counter: samples laid out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.failure_modes.numbers import several_numbers
from gan_course.checks.framework import Report, close, exercise_check, number

_MODES = torch.tensor([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0], [4.0, 4.0], [8.0, 0.0]])
_STD = 0.1


def _around(mode: int, n: int, far: float, turn: float = 0.3) -> Tensor:
    """N samples at `far` standard deviations from a mode, all round it."""
    angle = torch.arange(n) * 2.4 + turn
    return _MODES[mode] + far * _STD * torch.stack([angle.cos(), angle.sin()], dim=1)


def _scene() -> Tensor:
    """20 samples on mode 0, 19 on mode 1, one on mode 2, some just outside mode 3, none near mode 4."""
    # In the square around the mode, and 3.7 standard deviations away.
    corner = _MODES[3] + 2.6 * _STD * torch.tensor([[1.0, 1.0], [-1.0, 1.0], [1.0, -1.0]])
    parts = [_around(0, 20, 2.8), _around(1, 19, 2.5), _around(2, 1, 1.0), _around(3, 3, 3.3), corner]
    return torch.cat([*parts, torch.full((4, 2), 6.0)])


_MEANING = "Two counts of modes and one share of samples: (captured, touched, good)."


@exercise_check
def count_modes(report: Report, answer: Callable[..., Any]) -> None:
    """Check both counts and the share on one scene, then another value of `needed` and another width."""
    samples = _scene()

    def counted(*given: Any) -> list[float]:
        value = report.call(answer, samples.clone(), _MODES.clone(), *given)
        return several_numbers(report, value, 3, _MEANING)

    captured, touched, good = counted(_STD)
    report.passed("returns three numbers")
    report.expect(
        close(touched, 3.0),
        "touched: 3 modes have at least one sample within 3 standard deviations",
        f"touched: yours {number(touched, 2)}, wanted 3",
        _touched(touched),
    )
    report.expect(
        close(captured, 1.0),
        "captured: 1 mode has at least 20",
        f"captured: yours {number(captured, 2)}, wanted 1 (one mode has exactly 20 samples, another 19)",
        _captured(captured),
    )
    report.expect(
        close(good, 0.8),
        "good: 0.8 of the samples",
        f"good: yours {number(good, 2)}, wanted 0.80 (40 of 50 samples)",
        _good(good),
    )
    other = counted(_STD, 5)
    report.expect(
        close(other[0], 2.0),
        "captured follows `needed`: 2 modes have at least 5",
        f"captured with needed=5: yours {number(other[0], 2)}, wanted 2",
        "The number of samples that capture a mode is an argument.",
    )
    wide = counted(3 * _STD)
    report.expect(
        close(wide[1], 4.0),
        "touched follows `std`: with modes three times as wide, 4",
        f"touched with std three times as large: yours {number(wide[1], 2)}, wanted 4",
        "The circle around a mode has the radius 3·std, whatever std is.",
    )


def _touched(value: float) -> str:
    if close(value, 4.0):
        return (
            "Mode 3 has samples just outside its circle, some of them inside the square around it. "
            "The distance is √(dx² + dy²), and the radius three standard deviations."
        )
    if close(value, 5.0):
        return "Every sample has a nearest mode, but it counts only within three standard deviations."
    if close(value, 0.6):
        return "Give the number of modes, not their share."
    if close(value, 2.0) or close(value, 0.0):
        return "Some modes were not counted, or all: is the circle the wrong way round, or too small?"
    return "First count the samples within reach of each mode; then count the modes with at least one."


def _captured(value: float) -> str:
    if close(value, 0.0):
        return "Exactly 20 samples are enough: at least 20 means 20 or more. Or is your circle too small?"
    if close(value, 3.0):
        return "One sample touches a mode; capturing takes 20."
    if close(value, 2.0):
        return "The mode with 19 samples is not captured: where does your rule draw the line?"
    return "Count the modes whose number of samples within reach is at least `needed`."


def _good(value: float) -> str:
    if close(value, 40.0) or close(value, 80.0):
        return "A share lies between 0 and 1: good samples divided by all samples."
    if close(value, 0.4):
        return "Samples at modes that are only touched are good as well."
    if close(value, 1.0):
        return "Samples far from every mode are not good."
    return "A sample is good if it lies within reach of any mode. What share of the 50 is that?"
