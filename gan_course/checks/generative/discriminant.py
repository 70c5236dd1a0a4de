"""Checks of Gaussian discriminant analysis: covariances, and the terms of the boundary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number, same_shape
from gan_course.checks.generative.parts import expect_entry, named_parts

_X = torch.tensor([[1.0, 1.0], [0.0, 1.0], [7.0, 7.0], [5.0, 0.0], [6.0, 3.0], [3.0, 2.0]])
_Y = torch.tensor([1, 0, 2, 1, 0, 1])
_MEANS = torch.tensor([[3.0, 2.0], [3.0, 1.0], [7.0, 7.0]])
_OWN = torch.tensor([[[9.0, 3.0], [3.0, 1.0]], [[8 / 3, -2 / 3], [-2 / 3, 2 / 3]], [[0.0, 0.0], [0.0, 0.0]]])
_SHARED = torch.tensor([[13 / 3, 2 / 3], [2 / 3, 2 / 3]])
_SHAPE = "A matrix of d × d for each of the K classes, shared or not: shape (K, d, d)."

_OWN_SIGNS = (
    (4.0, "That divides by N_k − 1. The formula divides by N_k."),
    (8.0, "That is the sum of squares; it is divided by N_k."),
    (1.3333, "The class's squares are divided by the number of all rows. Divide by N_k."),
    (4.3333, "That is the shared covariance. Pooled like this, the boundary stays straight."),
    (6.5556, "That is the spread of all rows around one mean. Each class spreads around its own."),
    (1.0, "That is a correlation: the matrix was divided by standard deviations."),
    (11.6667, "The means were not subtracted."),
)
_SHARED_SIGNS = (
    (2.6667, "That is the class's own covariance, though `shared` is True."),
    (
        3.8889,
        "That is the plain average of the classes' matrices. Every row counts once, so large classes more.",
    ),
    (
        6.5556,
        "That counts the distance between classes as spread. Deviations are from the row's own class mean.",
    ),
    (5.2, "That divides by N − 1. The formula divides by N."),
    (8.6667, "That divides by N − K. The formula divides by N."),
    (26.0, "That is the sum of squares; it is divided by N."),
)


@exercise_check
def covariances(report: Report, answer: Callable[..., Any]) -> None:
    """Check own and shared covariances of six points in three classes."""
    own = same_shape(
        report, report.call(answer, _X.clone(), _Y.clone(), _MEANS.clone(), False), [(3, 2, 2)], _SHAPE
    )
    shared = same_shape(
        report, report.call(answer, _X.clone(), _Y.clone(), _MEANS.clone(), True), [(3, 2, 2)], _SHAPE
    )
    report.passed("a matrix for each class, shared or not")
    fallback = "Deviations from the class's mean, their products, averaged over the class."
    right = expect_entry(
        report, own[1, 0, 0], 8 / 3, "own, class 1: variance of its first feature", _OWN_SIGNS, fallback
    )
    fallback = "Deviations from each row's own class mean, their products, averaged over all rows."
    right &= expect_entry(
        report, shared[1, 0, 0], 13 / 3, "shared: variance of the first feature", _SHARED_SIGNS, fallback
    )
    if not right:
        return
    report.expect(
        close(own, _OWN),
        "own: all three matrices, off the diagonal too",
        f"own, class 1, off the diagonal: yours {number(own[1, 0, 1])}, wanted −0.6667",
        "The entry (i, j) averages the product of deviations of features i and j.",
    )
    report.expect(
        close(shared, _SHARED.repeat(3, 1, 1)),
        "shared: three times the same matrix",
        f"shared, off the diagonal: yours {number(shared[1, 0, 1])}, wanted 0.6667",
        "All K matrices are the same, and every row counts once.",
    )


_PRIORS = torch.tensor([0.25, 0.75])
_CENTRES = torch.tensor([[0.0, 1.0], [2.0, -1.0]])
_COVARIANCES = torch.tensor([[[2.0, 0.5], [0.5, 1.0]], [[1.0, -0.25], [-0.25, 0.5]]])
_TERMS = {"A": (2, 2), "b": (2,), "c": ()}

_A_SIGNS = (
    (0.2857, "The sign is turned round: the log odds are those of class 1 against class 0."),
    (-0.5714, "The factor ½ is missing."),
    (0.5714, "The factor ½ is missing, and the sign is turned round."),
    (0.0, "A is 0 only where the covariances are equal: here the boundary must bend."),
    (0.5, "These are the covariances themselves; the formula has their inverses."),
    (-0.5, "These are the covariances themselves; the formula has their inverses."),
    (-0.25, "Each entry was inverted by itself. The inverse of a matrix is another thing."),
)
_B_SIGNS = (
    (2.2857, "The sign is turned round: the log odds are those of class 1 against class 0."),
    (-4.5714, "Twice what is wanted: the ½ in front of the square meets the 2 of the mixed term."),
    (-1.1429, "Half of what is wanted: the ½ in front of the square meets the 2 of the mixed term."),
    (-2.0, "The means are not multiplied by the inverse covariances of their classes."),
)
_C_SIGNS = (
    (-0.0775, "The sign is turned round: the log odds are those of class 1 against class 0."),
    (-1.0211, "The priors are missing."),
    (-2.1198, "The priors' part has the wrong sign: a frequent class 1 must raise the odds."),
    (-0.5211, "The priors are not in logarithms."),
    (-0.6157, "The determinants are missing: a wide Gaussian is lower everywhere."),
    (-1.3088, "The determinants' part has the wrong sign: the wider Gaussian is the lower one."),
    (0.7706, "The determinants come with a factor ½, from the square root in the density."),
    (1.7918, "The part of the means, μᵀΣ⁻¹μ, is missing."),
    (-1.6368, "The part of the means comes with a factor ½."),
    (3.5060, "The part of the means has the wrong sign."),
    (1.0986, "Only the priors are there. What is log N(0; μ, Σ)?"),
)


@exercise_check
def boundary_terms(report: Report, answer: Callable[..., Any]) -> None:
    """Check A, b and c of two Gaussians, and that equal covariances leave a straight line."""
    value = report.call(answer, _PRIORS.clone(), _CENTRES.clone(), _COVARIANCES.clone())
    a, b, c = named_parts(report, value, _TERMS)
    symmetric = (a + a.T) / 2  # x'Ax sees nothing else of A
    right = expect_entry(
        report, symmetric[0, 0], -0.2857, "A, upper left", _A_SIGNS, "Half the difference of two inverses."
    )
    right &= expect_entry(
        report, b[1], -2.2857, "b, second entry", _B_SIGNS, "Inverse times mean, class by class."
    )
    right &= expect_entry(report, c, 0.0775, "c", _C_SIGNS, "Put x = 0 into the log odds: what is left?")
    if not right:
        return
    rest = close(symmetric, torch.tensor([[-0.2857, -0.4286], [-0.4286, -0.5714]])) and close(
        b, torch.tensor([2.0, -2.2857])
    )
    report.expect(
        rest,
        "A and b in all entries",
        f"A off the diagonal: yours {number(symmetric[0, 1])}, wanted −0.4286",
        "Are whole matrices inverted and multiplied?",
    )
    _straight(report, answer)


def _straight(report: Report, answer: Callable[..., Any]) -> None:
    """Three features and equal covariances: nothing may bend, and b is Σ⁻¹(μ₁ − μ₀)."""
    equal = torch.tensor([[2.0, 0.5, 0.0], [0.5, 1.0, 0.0], [0.0, 0.0, 4.0]]).repeat(2, 1, 1)
    means = torch.tensor([[0.0, 1.0, 2.0], [2.0, -1.0, 0.0]])
    value = report.call(answer, _PRIORS.clone(), means, equal)
    a, b, _ = (torch.as_tensor(part) for part in value)
    report.expect(
        close(b, torch.tensor([1.7143, -2.8571, -0.5])),
        "three features: b = Σ⁻¹(μ₁ − μ₀) where the covariances are equal",
        f"three features, equal covariances: the last entry of b is {number(b.reshape(-1)[-1])}, wanted −0.5",
        "Any number of features may come: is the whole matrix inverted?",
    )
    report.expect(
        bool((a + a.mT).abs().max() < 1e-4),
        "equal covariances: A = 0, a straight boundary",
        f"equal covariances: the largest entry of A is {number(a.abs().max())}, wanted 0",
        "With equal covariances nothing may bend.",
    )
