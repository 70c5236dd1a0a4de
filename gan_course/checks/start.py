"""Checks of the assignment 00_start_here, one function an exercise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    exercise_check,
    number,
    question_check,
    same_shape,
    wants_choice,
)
from gan_course.checks.kept import expect_kept

__all__ = ["descend", "distances", "q_what_is_graded", "repeatable_noise", "slope"]

_POINTS = torch.tensor([[3.0, 4.0], [1.0, 1.0], [1.0, 2.0], [-2.0, 5.0]])
_CENTRE = torch.tensor([1.0, 1.0])
_DISTANCES = torch.tensor([3.6056, 0.0, 1.0, 5.0])


@exercise_check
def distances(report: Report, answer: Callable[..., Any]) -> None:
    """Check distances of four points to (1, 1)."""
    got = report.call(answer, _POINTS.clone(), _CENTRE.clone())
    got = same_shape(report, got, [(4,)], "One distance for each of the four points: shape (N,).")
    report.passed("one number for each point")
    hint = "Draw the fourth point, (−2, 5), and the centre (1, 1) on paper: legs 3 and 4."
    if close(got, _DISTANCES**2):
        hint = "These are squares of distances: one operation is still missing."
    report.expect(
        close(got, _DISTANCES),
        "the distances of four points to (1, 1)",
        f"distance of (−2, 5) to (1, 1): yours {number(got[3])}, wanted 5",
        hint,
    )
    expect_kept(report, answer, _POINTS, _CENTRE)


def _wave(x: Tensor) -> Tensor:
    return torch.sin(2 * x)


@exercise_check
def slope(report: Report, answer: Callable[..., Any]) -> None:
    """Check the slope of sin(2x) at three places."""
    x = torch.tensor([[0.0], [0.5], [1.0]])
    got = report.call(answer, _wave, x.clone())
    got = same_shape(report, got, [(3, 1)], "One slope for each place: the shape of x.")
    report.passed("has the shape of x")
    wanted = torch.tensor([[2.0], [1.0806], [-0.8323]])
    if close(got, wanted / 3):
        hint = "Each is a third of what is wanted, and there are three places: how did you get one number?"
    elif close(got, _wave(x)):
        hint = "These are the values of sin(2x). Where does backward() put the slopes?"
    else:
        hint = "The slope of sin(2x) is 2·cos(2x): 2 at 0, and negative at 1."
    report.expect(
        close(got, wanted),
        "the slope of sin(2x) at 0, 0.5 and 1",
        f"slope of sin(2x) at 0: yours {number(got[0, 0])}, wanted 2",
        hint,
    )
    expect_kept(report, answer, x, before=(_wave,))


def _bowl(x: Tensor) -> Tensor:
    return ((x - torch.tensor([1.0, -2.0])) ** 2).sum()


@exercise_check
def descend(report: Report, answer: Callable[..., Any]) -> None:
    """Check a walk into a bowl with its lowest point at (1, −2)."""
    start = torch.tensor([0.0, 0.0])
    one = report.call(answer, _bowl, start.clone(), 0.25, 1)
    one = same_shape(report, one, [(2,)], "The walk ends at a point like the one it started from.")
    if close(one, torch.tensor([-0.5, 1.0])):
        hint = "That leads away from (1, −2): the loss grows."
    elif close(one, start):
        hint = "After one step the point has not moved."
    else:
        hint = "The gradient at (0, 0) is (−2, 4), and the step is lr = 0.25 times that, downhill."
    right = report.expect(
        close(one, torch.tensor([0.5, -1.0])),
        "one step from (0, 0) with lr 0.25 leads to (0.5, −1)",
        f"one step from (0, 0) with lr 0.25: yours ({number(one[0])}, {number(one[1])}), wanted (0.5, −1)",
        hint,
    )
    if not right:
        return
    three = report.call(answer, _bowl, start.clone(), 0.25, 3)
    report.expect(
        close(three, torch.tensor([0.875, -1.75])),
        "three steps halve the distance three times",
        f"three steps: yours ({number(three[0])}, {number(three[1])}), wanted (0.875, −1.75)",
        "One step is right, three are not. What does the second backward() find in the gradient?",
    )
    expect_kept(report, answer, start, before=(_bowl,), then=(0.25, 1))


@exercise_check
def repeatable_noise(report: Report, answer: Callable[..., Any]) -> None:
    """Check that a seed repeats its numbers and leaves torch's own alone."""
    first = report.call(answer, 7, 5, 2)
    first = same_shape(report, first, [(5, 2)], "n = 5 samples of dim = 2 numbers each.")
    report.passed("shape (n, dim)")
    report.expect(
        close(report.call(answer, 7, 5, 2), first, tolerance=0.0),
        "seed 7 gives the same numbers again",
        "seed 7 gave other numbers the second time",
        "Somewhere a number is drawn that does not come from your generator.",
    )
    report.expect(
        not close(report.call(answer, 8, 5, 2), first),
        "seed 8 gives other numbers",
        "seeds 7 and 8 give the same numbers",
        "Is the seed you are given the one you use?",
    )
    _expect_normal(report, report.call(answer, 7, 2000, 2), first)
    torch.manual_seed(3)
    alone = torch.rand(1)
    torch.manual_seed(3)
    report.call(answer, 7, 5, 2)
    report.expect(
        close(torch.rand(1), alone, tolerance=0.0),
        "torch's own random numbers go on undisturbed",
        "after your function torch draws other numbers than it would have",
        "torch.manual_seed changes the numbers of the whole notebook. A torch.Generator keeps them private.",
    )


def _expect_normal(report: Report, many: Tensor, few: Tensor) -> None:
    """Look at 4,000 numbers: at their spread, and whether they differ from one another."""
    near = float((many.abs() < 1).float().mean())
    spread = float(many.std())
    normal = abs(near - 0.683) < 0.04 and abs(spread - 1) < 0.08 and abs(float(many.mean())) < 0.08
    report.expect(
        normal and few.unique().numel() == few.numel(),
        "standard normal: about 68% of many numbers lie between −1 and 1",
        f"{100 * near:.0f}% of 4,000 numbers lie between −1 and 1, their standard deviation is {spread:.2f}"
        if not normal
        else "some numbers come twice",
        "Standard normal numbers have 68% there and standard deviation 1, and each is drawn anew.",
    )


q_what_is_graded = question_check("q_what_is_graded", wants_choice("abcd"))
