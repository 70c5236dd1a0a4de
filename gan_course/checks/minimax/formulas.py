"""Checks of D* and of the value function on a grid."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.distributions import Normal

from gan_course.checks.framework import Report, close, exercise_check, number, one_number, same_shape
from gan_course.checks.kept import expect_kept

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
    expect_kept(report, answer, _P_DATA, _P_G)


# A fine grid on which both densities have died out at the ends, so that every rule of integration agrees.
_X = torch.linspace(-6.0, 6.0, 1201)
_DX = 0.01
_BELL_DATA, _BELL_G = (torch.exp(Normal(m, s).log_prob(_X)) for m, s in ((-1.0, 0.7), (1.0, 0.9)))
_D = torch.sigmoid(-_X)
# The same, cut off so that on the left only data live and on the right only fakes; D is certain there.
_CUT_DATA, _CUT_G = torch.where(_X <= 1.5, _BELL_DATA, 0.0), torch.where(_X >= -1.5, _BELL_G, 0.0)
_CUT_D = torch.where(_X > 1.5, 0.0, torch.where(_X < -1.5, 1.0, _D))
_VALUE, _CUT_VALUE, _TOLERANCE = -0.7501, -0.6721, 2e-3

_VALUE_SIGNS = (
    (-75.0097, "The sum stands for an integral: each term is a height. What makes an area of it?"),
    (-0.0625, "This looks like an average over the grid. An integral is a sum of heights times the spacing."),
    (0.7501, "V is a sum of logarithms of probabilities, so it cannot be positive: D climbs towards 0."),
    (-2.7501, "Data and fakes have changed places: which density belongs to log D?"),
    (-1.7501, "The second term rewards D for calling fakes fake: it needs 1 − D."),
    (-0.3750, "Half of what is wanted: V is the sum of both expectations, not their average."),
    (-0.3603, "Only the data's term is there. V has a second one, for what G makes."),
    (-0.3898, "Only the second term is there. V has a first one, for the data."),
    (0.0295, "Both terms are added in V; yours are subtracted."),
)


@exercise_check
def value_function(report: Report, answer: Callable[..., Any]) -> None:
    """Check V for two bells, at D = 1/2, and where D is exactly 0 or 1."""
    value = _value(report, answer, _D, _BELL_DATA, _BELL_G)
    report.passed("returns one number")
    teach = next(
        (t for v, t in _VALUE_SIGNS if close(value, v, _TOLERANCE)),
        "Compare yours with the formula, term by term.",
    )
    report.expect(
        close(value, _VALUE, _TOLERANCE),
        f"V = {number(_VALUE)} for two bells and a sloping D",
        f"for two bells and a sloping D: yours {number(value)}, wanted {number(_VALUE)}",
        teach,
    )
    half = _value(report, answer, torch.full_like(_X, 0.5), _BELL_DATA, _BELL_G)
    report.expect(
        close(half, -math.log(4), _TOLERANCE),
        "a D that always says 1/2 gets −log 4 = −1.3863",
        f"a D that always says 1/2: yours {number(half)}, wanted −1.3863",
        "Both densities have area 1, so each expectation is log(1/2).",
    )
    cut = _value(report, answer, _CUT_D, _CUT_DATA, _CUT_G)
    where = "D exactly 0 or 1 where only one density lives"
    if not math.isfinite(cut.item()):
        report.failed(
            f"{where}: yours {number(cut)}, wanted {number(_CUT_VALUE)}",
            "A computer makes 0·log 0 = 0·(−∞) = nan; its limit is 0. Keep log 0 from being multiplied, "
            "or look for a torch function that knows this rule.",
        )
        return
    report.expect(
        close(cut, _CUT_VALUE, _TOLERANCE),
        "0·log 0 counts as 0",
        f"{where}: yours {number(cut)}, wanted {number(_CUT_VALUE)}",
        "Those points should add nothing, and leave the others as they were.",
    )
    expect_kept(report, answer, _D, _BELL_DATA, _BELL_G, then=(_DX,))


def _value(report: Report, answer: Callable[..., Any], *grids: Tensor) -> Tensor:
    return one_number(report, report.call(answer, *[grid.clone() for grid in grids], _DX))
