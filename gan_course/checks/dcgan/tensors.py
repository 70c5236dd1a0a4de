"""Checks of two functions of tensors: the scale of pixels, and a walk between two points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, close, describe, exercise_check, same_shape


@exercise_check
def scale_pixels(report: Report, answer: Callable[..., Any]) -> None:
    """Check both ends, a shade between, another range, a batch without white, and 8-bit pixels."""
    scikit = torch.tensor([[0.0, 4.0], [8.0, 16.0]])
    kept = scikit.clone()
    x = same_shape(report, report.call(answer, scikit, 16), [(2, 2)], "Every pixel stays in its place.")
    report.require(
        x.is_floating_point(),
        f"returned {describe(x)}, wanted floating-point numbers",
        "Whole numbers cannot hold the shades between black and white.",
    )
    _values(report, x.flatten(), [-1.0, -0.5, 0.0, 1.0], "0, 4, 8 and 16 of 16", _line(x.flatten()))
    report.expect(
        torch.equal(scikit, kept),
        "leaves the pixels it was given alone",
        "the pixels you were given have changed",
        "Operations such as += and methods that end in _ work in place. Make a new tensor.",
    )
    dark = report.call(answer, torch.tensor([2.0, 6.0]), 16)
    teach = "A shade of grey must not depend on the other pixels of its batch: 0 and `highest` are the ends."
    _values(report, dark, [-0.75, -0.25], "2 and 6 of 16, with no black and no white beside them", teach)
    darker = report.call(answer, torch.tensor([0.4, 0.8]), 16)
    _values(report, darker, [-0.95, -0.9], "0.4 and 0.8 of 16", teach)
    mnist = report.call(answer, torch.tensor([0, 51, 204, 255], dtype=torch.uint8), 255)
    teach = (
        "Where does 2 · 204 go in a type that holds 0 to 255? Turn 8-bit pixels into floats "
        "before you calculate."
    )
    if isinstance(mnist, Tensor) and mnist.numel() == 4 and not close(mnist.flatten()[-1], 1.0):
        teach = "White is 255 here. Use the argument `highest`, not a number of your own."
    _values(report, mnist, [-1.0, -0.6, 0.6, 1.0], "0, 51, 204 and 255 of 255 (uint8)", teach)


def _line(x: Tensor) -> str:
    low, high = float(x[0]), float(x[-1])
    if (round(low, 3), round(high, 3)) == (0.0, 1.0):
        return "These run from 0 to 1. tanh runs from −1 to 1: stretch, then shift."
    if (round(low, 3), round(high, 3)) == (1.0, -1.0):
        return "Black and white have changed places: the darkest pixel is to become −1."
    return "A straight line takes 0 to −1 and `highest` to 1. Put these two in and see where they land."


def _values(report: Report, value: object, wanted: list[float], what: str, teach: str) -> None:
    x = same_shape(report, value, [(len(wanted),)], "Every pixel stays in its place.")
    report.require(close(x, torch.tensor(wanted)), f"{what}: yours {_list(x)}, wanted {_list(wanted)}", teach)
    report.passed(f"{what} become {_list(wanted)}")


def _list(values: Tensor | list[float]) -> str:
    numbers = values.tolist() if isinstance(values, Tensor) else values
    return ", ".join(f"{v:.2f}".replace("-", "−") for v in numbers)


@exercise_check
def interpolate(report: Report, answer: Callable[..., Any]) -> None:
    """Check shape, both ends, the middle, even steps, and another number of points."""
    start, end = torch.tensor([0.0, 4.0, -2.0]), torch.tensor([8.0, 0.0, 2.0])
    kept = start.clone(), end.clone()
    value = report.call(answer, start, end, 5)
    report.require(
        not isinstance(value, list | tuple),
        f"returned {describe(value)}, wanted one tensor",
        "G takes a batch: one tensor with a row for each point. torch.stack makes one of a list.",
    )
    walk = same_shape(
        report, value, [(5, 3)], "One row for each of the 5 points, one column for each coordinate of z."
    )
    report.passed("returns (steps, latent_dim)")
    backwards = close(walk[0], end) and close(walk[-1], start)
    report.require(
        close(walk[0], start),
        f"the first point is ({_list(walk[0])}), wanted z_start = ({_list(start)})",
        "The walk goes the other way." if backwards else "At t = 0 only z_start should be left.",
    )
    report.require(
        close(walk[-1], end),
        f"the last point is ({_list(walk[-1])}), wanted z_end = ({_list(end)})",
        "At t = 1 only z_end should be left. Does your t reach 1?",
    )
    report.passed("starts at z_start and ends at z_end")
    report.expect(
        close(walk[1], torch.tensor([2.0, 3.0, -1.0])) and close(walk[2], (start + end) / 2),
        "goes straight, in even steps",
        f"after a quarter of the way it is at ({_list(walk[1])}), wanted (2.00, 3.00, −1.00)",
        "All coordinates travel together: row i belongs to one t, and t grows by the same amount each time.",
    )
    same_shape(report, report.call(answer, start, end, 2), [(2, 3)], "`steps` is an argument: here it is 2.")
    report.expect(
        torch.equal(start, kept[0]) and torch.equal(end, kept[1]),
        "leaves both ends alone",
        "z_start or z_end has changed",
        "Operations such as += and methods that end in _ work in place. Make a new tensor.",
    )
