"""Rows with labels, all of them or some: to fit classes, their covariances, and what is missing.

Where inputs are public, a world begins with a case that can be followed with a pencil. None of them knows
what a right answer gives.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.inputs import Inputs

Cases = dict[str, tuple[Any, ...]]


# ---- labelled rows --------------------------------------------------------------------------


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


# ---- missing labels -------------------------------------------------------------------------


def half_labelled(inputs: Inputs) -> Cases:
    """Rows (N, d), labels (N,) of which about half are −1, scores (N, K)."""
    cases: Cases = {}
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
    without = torch.where(hidden == 2, -1, hidden)
    others = scores[:, :2].logsumexp(1)
    rare = torch.cat([scores[:, :2], (others - 4.5 + inputs.normal(18))[:, None]], dim=1)
    return {
        "none known": (x, torch.full_like(y, -1), scores),
        "all known": (x, y, scores),
        "a class without any label": (x, without, scores),
        "a class with less than one row in all": (x, without, rare),
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
