"""Rows, scores and Gaussians: to compute densities, posteriors, losses and boundaries.

Where inputs are public, a world begins with a case that the exercise's text shows. None of them knows what a
right answer gives.
"""

from __future__ import annotations

import math
from typing import Any

import torch

from gan_course.exercises.inputs import Inputs

Cases = dict[str, tuple[Any, ...]]


# ---- naive Bayes ----------------------------------------------------------------------------


def _naive(inputs: Inputs, k: int, d: int, rarest: float = 0.1) -> tuple[torch.Tensor, ...]:
    """Priors (k,), means and variances (k, d)."""
    priors = inputs.sizes(k, low=rarest, high=1.0)
    return priors / priors.sum(), inputs.normal(k, d).clamp(-2, 2), inputs.uniform(k, d, low=0.5, high=3.0)


def rows_and_gaussians(inputs: Inputs) -> Cases:
    """Rows (N, d), priors, means, variances, where no density is below about e⁻¹⁶."""
    cases: Cases = {}
    if inputs.public:
        cases["one feature at 0"] = (
            torch.zeros(1, 1),
            torch.tensor([0.5, 0.5]),
            torch.zeros(2, 1),
            torch.tensor([[1.0], [4.0]]),
        )
    for n, k, d in ((inputs.integer(5, 8), 3, 4), (1, 2, 1), (6, 4, 2), (3, 3, 3), (2, 3, 6), (4, 1, 2)):
        x = inputs.normal(n, d, scale=1.5).clamp(-2, 2)
        cases[f"{n} rows of {d}, {k} classes"] = (x, *_naive(inputs, k, d))
    return cases


def rows_of_any_scale(inputs: Inputs) -> Cases:
    """The same with a feature in hundredths, another in thousands, and with a very rare class."""
    # Not below: torch keeps variances from falling under 1e-6 by itself in F.gaussian_nll_loss.
    scale = torch.tensor([1e-2, 1.0, 1e3])
    priors, means, variances = _naive(inputs, 3, 3)
    x = inputs.normal(5, 3, scale=1.5).clamp(-2, 2)
    rare = torch.tensor([1e-9, 0.25, 0.75])
    narrow = inputs.sizes(3, 3, low=1e-5, high=1e-3)
    beside = means[[0, 1, 2, 1]] + inputs.normal(4, 3, scale=0.01)
    return {
        "features of unlike scales": (x * scale, priors, means * scale, variances * scale**2),
        "a class of prior 1e-9": (x, rare, means, variances),
        "densities far above 1": (beside, priors, means, narrow),
    }


def many_features_and_far(inputs: Inputs) -> Cases:
    """Four hundred features, and values 40 standard deviations from a mean."""
    wide = (inputs.normal(3, 400, scale=2.0), *_naive(inputs, 2, 400))
    far = inputs.normal(2, 3)
    far[0, 1], far[1, 2] = 40.0, -35.0
    near = _naive(inputs, 3, 3)
    return {
        "400 features": wide,
        "values 40 away": (far, *near),
        "40 standard deviations": (40 * near[2][:1].sqrt() + near[1][:1], *near),
    }


def scores(inputs: Inputs) -> Cases:
    """Log joints (N, K) of a few units."""
    cases: Cases = {}
    if inputs.public:
        cases["(0, log 3)"] = (torch.tensor([[0.0, math.log(3.0)]]),)
    for n, k in ((inputs.integer(4, 7), 3), (1, 2), (4, 4), (3, 10), (5, 1)):
        cases[f"{n} rows, {k} classes"] = (inputs.normal(n, k, scale=2.0),)
    return cases


def far_scores(inputs: Inputs) -> Cases:
    """Log joints in the thousands, of both signs, unlike from row to row; and classes without hope."""
    shifts = torch.tensor([[-2000.0], [500.0], [0.0], [-150.0]])
    gap = inputs.normal(2, 3)
    gap[:, 0] -= 400.0
    steps = inputs.signed(5, 1, low=30.0, high=3000.0)
    wide = inputs.signed(3, 4, low=1.0, high=1000.0)
    return {
        "rows of different size": (inputs.normal(4, 3, scale=2.0) + shifts,),
        "rows around ±30 to ±3000": (inputs.normal(5, 3, scale=2.0) + steps,),
        "one hopeless class": (gap,),
        "classes far apart": (wide,),
    }


# ---- logistic regression --------------------------------------------------------------------


def logits_and_labels(inputs: Inputs) -> Cases:
    """Weights (K, d), bias (K,), rows (N, d), labels (N,); no probability below about 0.002."""
    cases: Cases = {}
    if inputs.public:
        cases["four rows"] = (
            torch.tensor([[0.5, -1.0], [1.0, 0.5], [-0.5, 0.0]]),
            torch.tensor([0.2, -0.3, 0.1]),
            torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.0, -2.0], [3.0, 1.0]]),
            torch.tensor([1, 0, 2, 0]),
        )
    for n, k, d in ((inputs.integer(6, 9), 3, 2), (1, 2, 1), (40, 4, 5), (3, 3, 3), (2, 5, 1)):
        cases[f"{n} rows of {d}, {k} classes"] = _logistic(inputs, n, k, d)
    return cases


def _logistic(inputs: Inputs, n: int, k: int, d: int) -> tuple[torch.Tensor, ...]:
    weights, bias, x = inputs.normal(k, d), inputs.normal(k), inputs.normal(n, d, scale=1.5)
    a = x @ weights.T + bias
    # No probability below about 0.002 here: guards against log 0 are looked for elsewhere.
    shrink = (5.0 / (a.amax(1) - a.amin(1)).max()).clamp_max(1.0)
    return shrink * weights, shrink * bias, x, (inputs.uniform(n) * k).long().clamp_max(k - 1)


def sure_logits(inputs: Inputs) -> Cases:
    """Scores from ±10 to ±200, right and wrong."""
    cases: Cases = {}
    x = torch.tensor([[1.0], [-1.0], [1.0]])
    for size in (200.0, round(float(inputs.sizes(1, low=10.0, high=200.0)), 1)):
        weights = torch.tensor([[size], [-size], [0.0]])
        for labels in ([0, 0, 1], [1, 1, 0], [2, 0, 1]):
            name = f"scores of ±{size:g}, labels {', '.join(map(str, labels))}"
            cases[name] = (weights, torch.zeros(3), x, torch.tensor(labels))
    return cases


# ---- two Gaussians --------------------------------------------------------------------------


def two_gaussians(inputs: Inputs) -> Cases:
    """Priors (2,), means (2, d), covariances (2, d, d): unlike in size and in shape, and once equal."""
    cases: Cases = {}
    if inputs.public:
        cases["variances 1 and 4"] = (
            torch.tensor([0.5, 0.5]),
            torch.zeros(2, 1),
            torch.tensor([[[1.0]], [[4.0]]]),
        )
    for d in (2, 3, 1, 4):
        share = inputs.number(0.1, 0.4)
        order = [0, 1] if inputs.integer(0, 1) else [1, 0]
        priors = torch.tensor([share, 1 - share])[order]
        factor = torch.tril(inputs.uniform(2, d, d, low=-0.7, high=0.7), -1)
        factor = factor + torch.diag_embed(inputs.uniform(2, d, low=0.6, high=1.0))
        factor = factor * torch.tensor([0.8, 1.7])[order][:, None, None]
        cases[f"{d} features"] = (priors, inputs.normal(2, d, scale=1.5), factor @ factor.mT)
    priors, means, covariance = cases["3 features"]
    cases["equal covariances"] = (priors, means, covariance[:1].repeat(2, 1, 1))
    return cases


def two_unlike_gaussians(inputs: Inputs) -> Cases:
    """A very rare class, and features as unlike as metres and millimetres."""
    priors, means, covariance = two_gaussians(inputs)["2 features"]
    scale = torch.tensor([0.1, 10.0])
    rare = torch.tensor([1e-6, 1 - 1e-6])
    return {
        "a class of prior 1e-6": (rare, means, covariance),
        "features of unlike scales": (priors, means * scale, covariance * scale * scale[:, None]),
    }


def many_features(inputs: Inputs) -> Cases:
    """Two Gaussians of 64 features, as tight as pixels of digits: their determinants are about 10⁻¹²⁰."""
    priors = two_gaussians(inputs)["2 features"][0]
    d = 64
    mix = torch.eye(d) + inputs.normal(2, d, d, scale=0.03)
    spread = inputs.sizes(2, d, 1, low=0.09, high=0.2)
    factor = mix * spread
    return {"64 features": (priors, inputs.uniform(2, d) * 0.3, factor @ factor.mT)}
