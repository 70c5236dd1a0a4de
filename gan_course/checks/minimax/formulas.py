"""Checks of D* and of the value function on a grid."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number, one_number, same_shape

_P_DATA = torch.tensor([0.4, 0.3, 0.1, 0.0, 0.2])
_P_G = torch.tensor([0.1, 0.3, 0.3, 0.2, 0.0])
_BEST_D = torch.tensor([0.8, 0.5, 0.25, 0.0, 1.0])


@exercise_check
def optimal_discriminator(report: Report, answer: Callable[..., Any]) -> None:
    """Check D* on five points worked by hand, two of them where one density is zero."""
    d = report.call(answer, _P_DATA.clone(), _P_G.clone())
    d = same_shape(report, d, [(5,)], "D* is asked at every point of the grid: one number a point.")
    if close(d, 1 - _BEST_D):
        report.failed(
            f"where p_data = 0.4 and p_g = 0.1: yours {number(d[0], 2)}, wanted 0.80",
            "Your D is high where the fakes are. Which of the two kinds of samples should get a high D?",
        )
        return
    if bool((d > 1).any()) or bool((d < 0).any()):
        report.failed(
            f"values from {number(d.min(), 2)} to {number(d.max(), 2)}, wanted probabilities between 0 and 1",
            "A ratio of two densities can be any number. Which share of all samples found at x is real?",
        )
        return
    cases = ((0, "more data than fakes"), (1, "as much data as fakes"), (2, "more fakes than data"))
    for i, words in cases:
        point = f"{words} (p_data = {_P_DATA[i]:.1f}, p_g = {_P_G[i]:.1f})"
        report.expect(
            close(d[i], _BEST_D[i]),
            f"{words}: D* = {_BEST_D[i]:.2f}",
            f"{point}: yours {number(d[i], 3)}, wanted {_BEST_D[i]:.3f}",
            "Of 100 samples found near x, how many come from the data? Work this point by hand.",
        )
    report.expect(
        close(d[3:], _BEST_D[3:]),
        "0 where only fakes are, 1 where only data are",
        f"only fakes: yours {number(d[3], 3)}, wanted 0; only data: yours {number(d[4], 3)}, wanted 1",
        "Where one density is zero, D can be certain.",
    )
    square = report.call(answer, _P_DATA[:4].reshape(2, 2), _P_G[:4].reshape(2, 2))
    same_shape(
        report, square, [(2, 2)], "A grid in the plane comes in as rows and columns and goes out alike."
    )
    report.passed("works on grids of any shape")


# Both densities have area 1, and both are 0 at the ends, so that every rule of integration agrees. The second
# point belongs to the data alone, the last but one to G alone.
_DX = 0.5
_GRID_DATA = torch.tensor([0.0, 0.4, 1.0, 0.6, 0.0, 0.0])
_GRID_G = torch.tensor([0.0, 0.0, 0.4, 0.8, 0.8, 0.0])
_INNER_D = torch.tensor([0.5, 0.7, 0.6, 0.4, 0.2, 0.5])
_EDGE_D = torch.tensor([0.5, 1.0, 0.6, 0.4, 0.0, 0.5])
_INNER_V, _EDGE_V = -1.0785, -0.9179

_VALUE_SIGNS = (
    (-2.1570, "The sum stands for an integral: each term is a height. What makes an area of it?"),
    (
        -0.3595,
        "This looks like an average over the grid points. An integral is a sum of heights times the spacing.",
    ),
    (1.0785, "V is a sum of logarithms of probabilities, so it cannot be positive: D climbs towards 0."),
    (-1.9646, "Data and fakes have changed places: which density belongs to log D?"),
    (-1.7141, "The second term rewards D for calling fakes fake: it needs 1 − D."),
    (-0.6016, "Only the data's term is there. V has a second one, for what G makes."),
    (-0.1248, "Both terms are added in V; yours are subtracted."),
)


@exercise_check
def value_function(report: Report, answer: Callable[..., Any]) -> None:
    """Check V on a grid of six points, at D = 1/2, and where D is exactly 0 or 1."""
    value = one_number(
        report, report.call(answer, _INNER_D.clone(), _GRID_DATA.clone(), _GRID_G.clone(), _DX)
    )
    report.passed("returns one number")
    teach = next((t for v, t in _VALUE_SIGNS if close(value, v)), "Work the six points by hand and compare.")
    report.expect(
        close(value, _INNER_V),
        f"V = {number(_INNER_V)} on a grid of six points",
        f"on a grid of six points: yours {number(value)}, wanted {number(_INNER_V)}",
        teach,
    )
    half = one_number(
        report, report.call(answer, torch.full_like(_GRID_G, 0.5), _GRID_DATA.clone(), _GRID_G.clone(), _DX)
    )
    report.expect(
        close(half, -math.log(4)),
        "a D that always says 1/2 gets −log 4 = −1.3863",
        f"a D that always says 1/2: yours {number(half)}, wanted −1.3863",
        "Both densities have area 1, so each expectation is log(1/2).",
    )
    edge = one_number(report, report.call(answer, _EDGE_D.clone(), _GRID_DATA.clone(), _GRID_G.clone(), _DX))
    if not math.isfinite(edge.item()):
        report.failed(
            f"D exactly 0 or 1 where only one density lives: yours {number(edge)}, wanted {number(_EDGE_V)}",
            "A computer makes 0·log 0 = 0·(−∞) = nan; its limit is 0. Keep log 0 from being multiplied, "
            "or look for a torch function that knows this rule.",
        )
        return
    report.expect(
        close(edge, _EDGE_V),
        "0·log 0 counts as 0",
        f"D exactly 0 or 1 where only one density lives: yours {number(edge)}, wanted {number(_EDGE_V)}",
        "Those points should add nothing, and leave the others as they were.",
    )
