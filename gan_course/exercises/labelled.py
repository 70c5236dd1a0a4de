"""Worlds to call functions of tensors in: tables of counts, labelled rows, Gaussians, scores.

A world draws cases, each a tuple of arguments under a name that students read. Where inputs are public, it
begins with a case that the exercise's text shows, or that can be followed with a pencil. None of them knows
what a right answer gives.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.inputs import Inputs

Cases = Mapping[str, tuple[Any, ...]]
World = Callable[[Inputs], Cases]


# ---- tables -----------------------------------------------------------------------------------


def counts(inputs: Inputs) -> Cases:
    """Tables of counts (R, K), some entries 0, every row with something in it; from a few boats to many."""
    cases: dict[str, tuple[Any, ...]] = {}
    if inputs.public:
        cases["the harbour"] = (torch.tensor([[270.0, 20.0], [130.0, 580.0]]),)
    shapes = [
        (3, 3),
        (inputs.integer(4, 6), 2),
        (2, inputs.integer(3, 5)),
        (1, 3),
        (3, 1),
        (1, 1),
    ]
    for i, shape in enumerate(shapes):
        table = inputs.uniform(*shape, high=30.0).floor()
        if i == 1:
            table = inputs.sizes(*shape, low=1.0, high=3e5).floor()
        table[:, 0] += 1 + inputs.integer(0, 5)  # every row has seen something
        if table.shape[1] > 1:
            table[-1, -1] = 0.0
        cases[f"{shape[0]} × {shape[1]} counts"] = (table,)
    return cases


# ---- labelled rows ----------------------------------------------------------------------------


def class_rows(
    inputs: Inputs, n: int, d: int, classes: int, single: bool = False
) -> tuple[torch.Tensor, torch.Tensor]:
    """Draw labelled rows: classes of unequal size, mean and spread, in mixed order.

    Args:
        inputs: where the numbers come from.
        n: rows; at least three for each class.
        d: features.
        classes: how many there are.
        single: let the last class have one row only.

    Returns:
        ``x`` of shape (n, d) and ``y`` of shape (n,); every class occurs at least three times.
    """
    y = (inputs.uniform(n) ** 1.6 * classes).long().clamp_max(classes - 1)
    y[: 3 * classes] = torch.arange(3 * classes) % classes
    if single:
        y[y == classes - 1] = 0
        y[n // 2] = classes - 1
    y = y[inputs.uniform(n).argsort()]
    centre = inputs.uniform(classes, d, low=-3.0, high=3.0)
    mix = torch.eye(d) + inputs.uniform(classes, d, d, low=-0.6, high=0.6)
    spread = inputs.uniform(classes, 1, low=0.4, high=1.8)
    noise = torch.einsum("nij,nj->ni", mix[y], inputs.normal(n, d))
    return centre[y] + spread[y] * noise, y


SIX_POINTS = torch.tensor([[1.0, 1.0], [0.0, 1.0], [7.0, 7.0], [5.0, 0.0], [6.0, 3.0], [3.0, 2.0]])
SIX_LABELS = torch.tensor([1, 0, 2, 1, 0, 1])


def _groups(inputs: Inputs) -> dict[str, tuple[torch.Tensor, torch.Tensor, int]]:
    """Rows, labels and the number of classes."""
    sizes = [
        (inputs.integer(40, 60), 3, 3, False),
        (12, 2, 2, True),
        (30, 5, 4, False),
        (15, 1, 3, False),
    ]
    groups = {"six points": (SIX_POINTS.clone(), SIX_LABELS.clone(), 3)} if inputs.public else {}
    for n, d, k, single in sizes:
        x, y = class_rows(inputs, n, d, k, single)
        if d == 5:  # features as unlike as metres and millimetres
            x = x * inputs.sizes(d, low=0.1, high=10.0)
        groups[f"{n} rows of {d}, {k} classes"] = (x, y, k)
    groups["a single row"] = (inputs.normal(1, 2), torch.zeros(1, dtype=torch.long), 1)
    return groups


def labelled_rows(inputs: Inputs) -> Cases:
    """Rows (N, d), labels (N,), the number of classes; a class of one row, features of unlike scales."""
    return _groups(inputs)


def small_rows(inputs: Inputs) -> Cases:
    """The same with numbers around a thousandth: whatever is added to a variance shows."""
    x, y = class_rows(inputs, 20, 2, 2)
    return {"numbers around 0.001": (x * 1e-3, y, 2)}


def own_groups(inputs: Inputs) -> Cases:
    """Rows, labels, the classes' means, False."""
    return {name: (*rows, False) for name, rows in _rows_and_means(inputs).items()}


def shared_groups(inputs: Inputs) -> Cases:
    """Rows, labels, the classes' means, True."""
    return {name: (*rows, True) for name, rows in _rows_and_means(inputs).items()}


def _rows_and_means(inputs: Inputs) -> dict[str, tuple[torch.Tensor, ...]]:
    # A single feature has a criterion of its own: torch.cov makes a number of it.
    groups = {name: group for name, group in _groups(inputs).items() if group[0].shape[1] > 1}
    return {name: _with_means(*group) for name, group in groups.items()}


def small_groups(inputs: Inputs) -> Cases:
    """The same with numbers around a thousandth, own and shared."""
    rows = _with_means(*small_rows(inputs)["numbers around 0.001"])
    return {"numbers around 0.001, own": (*rows, False), "numbers around 0.001, shared": (*rows, True)}


def single_feature(inputs: Inputs) -> Cases:
    """One feature, own and shared: the matrices are 1 × 1."""
    rows = _with_means(*class_rows(inputs, 15, 1, 3), 3)
    return {"one feature, own": (*rows, False), "one feature, shared": (*rows, True)}


def _with_means(x: torch.Tensor, y: torch.Tensor, k: int) -> tuple[torch.Tensor, ...]:
    return x, y, torch.stack([x[y == c].mean(0) for c in range(k)])


# ---- naive Bayes ------------------------------------------------------------------------------


def _naive(inputs: Inputs, k: int, d: int, rarest: float = 0.1) -> tuple[torch.Tensor, ...]:
    """Priors (k,), means and variances (k, d)."""
    priors = inputs.sizes(k, low=rarest, high=1.0)
    return priors / priors.sum(), inputs.normal(k, d).clamp(-2, 2), inputs.uniform(k, d, low=0.5, high=3.0)


def rows_and_gaussians(inputs: Inputs) -> Cases:
    """Rows (N, d), priors, means, variances, where no density is below about e⁻¹⁶."""
    cases: dict[str, tuple[Any, ...]] = {}
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
    """The same with a feature in thousandths, another in thousands, and with a very rare class."""
    scale = torch.tensor([1e-3, 1.0, 1e3])
    priors, means, variances = _naive(inputs, 3, 3)
    x = inputs.normal(5, 3, scale=1.5).clamp(-2, 2)
    rare = torch.tensor([1e-9, 0.25, 0.75])
    return {
        "features of unlike scales": (x * scale, priors, means * scale, variances * scale**2),
        "a class of prior 1e-9": (x, rare, means, variances),
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
    cases: dict[str, tuple[Any, ...]] = {}
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


# ---- logistic regression ----------------------------------------------------------------------


def logits_and_labels(inputs: Inputs) -> Cases:
    """Weights (K, d), bias (K,), rows (N, d), labels (N,); no probability below about 0.002."""
    cases: dict[str, tuple[Any, ...]] = {}
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
    cases: dict[str, tuple[Any, ...]] = {}
    x = torch.tensor([[1.0], [-1.0], [1.0]])
    for size in (200.0, round(float(inputs.sizes(1, low=10.0, high=200.0)), 1)):
        weights = torch.tensor([[size], [-size], [0.0]])
        for labels in ([0, 0, 1], [1, 1, 0], [2, 0, 1]):
            name = f"scores of ±{size:g}, labels {', '.join(map(str, labels))}"
            cases[name] = (weights, torch.zeros(3), x, torch.tensor(labels))
    return cases


# ---- two Gaussians ----------------------------------------------------------------------------


def two_gaussians(inputs: Inputs) -> Cases:
    """Priors (2,), means (2, d), covariances (2, d, d): unlike in size and in shape, and once equal."""
    cases: dict[str, tuple[Any, ...]] = {}
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


# ---- missing labels ---------------------------------------------------------------------------


def half_labelled(inputs: Inputs) -> Cases:
    """Rows (N, d), labels (N,) of which about half are −1, scores (N, K)."""
    cases: dict[str, tuple[Any, ...]] = {}
    if inputs.public:
        cases["six points"] = _six_half_labelled()
    for n, d, k in ((inputs.integer(20, 30), 2, 3), (12, 1, 2), (50, 4, 5)):
        x, y, scores = _scored(inputs, n, d, k)
        cases[f"{n} rows of {d}, {k} classes"] = (x, _hide(inputs, y), scores)
    return cases


def _six_half_labelled() -> tuple[torch.Tensor, ...]:
    joint = [[0.1, 0.3], [0.03, 0.01], [0.02, 0.02], [0.01, 0.04], [0.5, 0.1], [0.001, 0.001]]
    x = torch.tensor([[0.0, 1.0], [2.0, 0.0], [4.0, 3.0], [1.0, 5.0], [6.0, 2.0], [3.0, 3.0]])
    return x, torch.tensor([0, -1, 1, -1, 1, -1]), torch.tensor(joint).log()


def _scored(inputs: Inputs, n: int, d: int, k: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows, their true labels, and scores that know something about them."""
    x, y = class_rows(inputs, n, d, k)
    return x, y, inputs.normal(n, k, scale=1.5) + 1.5 * F.one_hot(y, k) - 3.0


def _hide(inputs: Inputs, y: torch.Tensor) -> torch.Tensor:
    """Hide about half of the labels; at least one of each class stays and one is gone."""
    hidden = torch.where(inputs.uniform(len(y)) < 0.55, -1, y)
    for k in y.unique().tolist():
        where = (y == k).nonzero().flatten()
        hidden[where[0]], hidden[where[1]] = k, -1
    return hidden


def all_or_none_labelled(inputs: Inputs) -> Cases:
    """No label at all, and no label missing; a class without any label; one class alone."""
    x, y, scores = _scored(inputs, 18, 2, 3)
    alone = _scored(inputs, 5, 2, 1)
    hidden = _hide(inputs, y)
    return {
        "none known": (x, torch.full_like(y, -1), scores),
        "all known": (x, y, scores),
        "a class without any label": (x, torch.where(hidden == 2, -1, hidden), scores),
        "one class": (alone[0], torch.tensor([-1, 0, -1, 0, 0]), alone[2]),
    }


def half_labelled_far(inputs: Inputs) -> Cases:
    """The same with scores around −1000 and +500."""
    x, y, scores = _scored(inputs, 18, 2, 3)
    hidden = _hide(inputs, y)
    return {
        "scores down to −1000": (x, hidden, scores - torch.linspace(100, 1000, 18)[:, None]),
        "scores up to 500": (x, hidden, scores + torch.linspace(500, 50, 18)[:, None]),
    }


def half_labelled_small(inputs: Inputs) -> Cases:
    """The same with numbers around a thousandth: whatever is added to a variance shows."""
    x, y, scores = _scored(inputs, 18, 2, 2)
    return {"numbers around 0.001": (x * 1e-3, _hide(inputs, y), scores)}


# ---- points -----------------------------------------------------------------------------------


def points_and_centre(inputs: Inputs) -> Cases:
    """Points (N, d) and a centre (d,)."""
    cases: dict[str, tuple[Any, ...]] = {}
    if inputs.public:
        points = torch.tensor([[3.0, 4.0], [1.0, 1.0], [1.0, 2.0], [-2.0, 5.0]])
        cases["four points"] = (points, torch.tensor([1.0, 1.0]))
    sizes = ((inputs.integer(5, 9), 2), (inputs.integer(10, 12), 3), (1, 2), (4, 4), (6, 1), (1, 1))
    for n, d in sizes:
        cases[f"{n} points in {d} dimensions"] = (inputs.normal(n, d, scale=2.0), inputs.normal(d))
    return cases


def points_near_and_far(inputs: Inputs) -> Cases:
    """Points as near to the centre as 10⁻⁴ and as far as 10⁴; one of them lies on it."""
    # A centre of round numbers, so that float32 keeps what is small beside it.
    centre = torch.tensor([0.0, 0.0, 0.0])
    near, far = inputs.signed(4, 3, low=1e-4, high=1e-2), inputs.signed(4, 3, low=1e2, high=1e4)
    return {
        "points near the centre": (near, centre),
        "points far away": (far, centre + 1.0),
        "a point on the centre": (torch.cat([inputs.normal(2, 3), torch.ones(1, 3)]), torch.ones(3)),
    }


WORLDS: Mapping[str, World] = {
    world.__name__: world
    for world in (
        counts,
        labelled_rows,
        small_rows,
        own_groups,
        shared_groups,
        small_groups,
        single_feature,
        rows_and_gaussians,
        rows_of_any_scale,
        many_features_and_far,
        scores,
        far_scores,
        logits_and_labels,
        sure_logits,
        two_gaussians,
        two_unlike_gaussians,
        many_features,
        half_labelled,
        all_or_none_labelled,
        half_labelled_far,
        half_labelled_small,
        points_and_centre,
        points_near_and_far,
    )
}
