"""Key of the boundary between two Gaussians: the three terms of the log odds."""

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_grading.keys.parts import PartsKey

Form = Callable[..., Any]


def inverse(s: Tensor) -> Tensor:
    found: Tensor = torch.linalg.inv(s.double())
    return found.to(s.dtype)


def pull(m: Tensor, s: Tensor) -> Tensor:
    """Σ⁻¹μ of both classes, shape (2, d)."""
    return torch.einsum("kij,kj->ki", inverse(s), m)


def bend(p: Tensor, m: Tensor, s: Tensor) -> Tensor:
    precision = inverse(s)
    return (precision[0] - precision[1]) / 2


def tilt(p: Tensor, m: Tensor, s: Tensor) -> Tensor:
    found = pull(m, s)
    return found[1] - found[0]


def constant(prior: float = 1.0, means: float = 1.0, determinants: float = 1.0) -> Form:
    """The constant, with each of its three parts weighted."""

    def form(p: Tensor, m: Tensor, s: Tensor) -> Tensor:
        squares, dets, logs = (m * pull(m, s)).sum(1), torch.logdet(s), p.log()
        return (
            prior * (logs[1] - logs[0])
            - means * 0.5 * (squares[1] - squares[0])
            - determinants * 0.5 * (dets[1] - dets[0])
        )

    return form


def right(p: Tensor, m: Tensor, s: Tensor) -> tuple[Tensor, ...]:
    return bend(p, m, s), tilt(p, m, s), constant()(p, m, s)


def diagonal(s: Tensor) -> Tensor:
    return torch.diag_embed(s.diagonal(dim1=1, dim2=2))


def pooled(p: Tensor, s: Tensor) -> Tensor:
    return (p[:, None, None] * s).sum(0).expand_as(s)


def averaged(p: Tensor, s: Tensor) -> Tensor:
    return s.mean(0).expand_as(s)


def one_of(k: int) -> Callable[[Tensor, Tensor], Tensor]:
    return lambda p, s: s[k].expand_as(s)


def of_changed(form: Form, *changes: Callable[[Tensor, Tensor], Tensor]) -> list[Form]:
    """A right term, or all of them, of changed covariances."""
    return [lambda p, m, s, c=c: form(p, m, c(p, s)) for c in changes]


def times(form: Form, *factors: float) -> list[Form]:
    return [lambda *g, f=f: f * form(*g) for f in factors]


def plus(form: Form, more: Form) -> Form:
    return lambda *g: form(*g) + more(*g)


key = PartsKey(
    parts=["A", "b", "c"],
    right=right,
    world="two_gaussians",
    numbers=["c"],
    symmetric=["A"],
    further=[
        {
            "criterion": "a rare class, unlike features",
            "world": "two_unlike_gaussians",
            "otherwise": "guarded",
        },
        {
            "criterion": "c for 64 features",
            "world": "many_features",
            "otherwise": "determinant_vanishes",
            "parts": ["c"],
        },
    ],
)
SWAPPED = key.wrong(
    "classes_swapped",
    "The signs are turned round: these are the log odds of class 0 against class 1.",
    "Where class 1 is the likelier one, the log odds are positive.",
    lambda *g: tuple(-part for part in right(*g)),
)
HALF = key.wrong(
    "half_misplaced",
    "A factor ½ is missing or in the wrong place.",
    "The density has −½(x − μ)ᵀΣ⁻¹(x − μ). Multiply out: which terms keep the ½, in which does a 2 cancel it?",
    lambda *g: tuple(2 * part for part in right(*g)),
    lambda *g: tuple(part / 2 for part in right(*g)),
)
ADDED = key.wrong(
    "added_not_subtracted",
    "The two classes' terms are added, not subtracted.",
    "The log odds are a difference: log of the one density minus log of the other.",
)
STRAIGHT = key.wrong(
    "always_straight",
    "Your A is 0: the boundary stays straight.",
    "The x² terms of the two densities cancel only where the covariances are equal.",
)
ONE_COVARIANCE = key.wrong(
    "one_covariance",
    "One covariance stands for both classes, where each has its own.",
    "Σ₀ belongs to μ₀ and Σ₁ to μ₁: what is the same for both classes only if the covariances are equal?",
    *of_changed(right, pooled, averaged),
)
NOT_INVERTED = key.wrong(
    "not_inverted",
    "The covariance is used in place of its inverse, or inverted entry by entry.",
    "A wide Gaussian falls off slowly: large variances must give small coefficients. Matrices are inverted as a whole.",
    *of_changed(right, lambda p, s: inverse(s)),
)
NO_CORRELATION = key.wrong(
    "diagonal_only",
    "Only the diagonals of the matrices are used.",
    "Features that go together belong to the model: use the whole matrices.",
    *of_changed(right, lambda p, s: diagonal(s)),
)
MEANS = key.wrong(
    "means_mistaken",
    "The means do not enter as they should.",
    "b is the difference of Σ⁻¹μ, each class with its own matrix; c has −½ μᵀΣ⁻¹μ of class 1 and +½ of class 0.",
)
NO_PRIOR = key.wrong(
    "no_prior",
    "The priors are missing, have the wrong sign, or no logarithm.",
    "The log odds contain log(π₁/π₀): a frequent class needs less evidence.",
)
DETERMINANTS = key.wrong(
    "determinants",
    "The part of the determinants is missing or has the wrong sign or factor.",
    "A Gaussian's height is 1/√det Σ: the wider one is the lower one. What becomes of the root under a logarithm?",
)
HEIGHT = key.wrong(
    "two_pi_left",
    "Your c contains a log 2π.",
    "Both densities have the same factor (2π)^(−d/2): what is left of it in the difference of their logarithms?",
)
key.wrong(
    "guarded",
    "With a rare class, or features of unlike scales, the terms come out wrong: something was added or cut off.",
    "Priors and covariances are positive as they come: no floor and no bound belongs into the formulas.",
    share=0.5,
)

key.wrong(
    "determinant_vanishes",
    "With 64 features of small variances c is NaN, infinite or wrong.",
    "Such a determinant is about 10⁻¹²⁰, which is 0 to a computer. Which function gives its logarithm directly?",
    share=0.5,
)

key.part("A", SWAPPED, *times(bend, -1.0))
key.part("A", HALF, *times(bend, 2.0, -2.0, 0.5, -0.5))
key.part("A", STRAIGHT, lambda p, m, s: torch.zeros_like(s[0]))
key.part(
    "A",
    NOT_INVERTED,
    lambda p, m, s: (s[0] - s[1]) / 2,
    lambda p, m, s: (s[1] - s[0]) / 2,
    lambda p, m, s: (1 / s[0] - 1 / s[1]) / 2,
    lambda p, m, s: s[0] - s[1],
    lambda p, m, s: s[1] - s[0],
)
key.part(
    "A",
    key.wrong(
        "inverse_of_difference",
        "You invert the difference of the covariances.",
        "Each matrix is inverted by itself, and then the inverses are subtracted.",
    ),
    lambda p, m, s: torch.linalg.pinv(s[0] - s[1]) / 2,
    lambda p, m, s: torch.linalg.pinv(s[1] - s[0]) / 2,
    lambda p, m, s: torch.linalg.pinv(s[0] - s[1]),
)
key.part(
    "A",
    NO_CORRELATION,
    *of_changed(bend, lambda p, s: diagonal(s)),
    lambda p, m, s: bend(p, m, diagonal(s)).diagonal(),
    lambda p, m, s: torch.diag(bend(p, m, s).diagonal()),
)
key.part("A", ADDED, *times(lambda p, m, s: inverse(s).sum(0), 0.5, -0.5, 1.0, -1.0))

key.part("b", SWAPPED, *times(tilt, -1.0))
key.part("b", HALF, *times(tilt, 2.0, 0.5, -2.0, -0.5))
key.part("b", ADDED, lambda p, m, s: pull(m, s).sum(0))
key.part(
    "b",
    MEANS,
    lambda p, m, s: m[1] - m[0],
    lambda p, m, s: pull(m, s.flip(0))[1] - pull(m, s.flip(0))[0],
    lambda p, m, s: inverse(s).sum(0) @ (m[1] - m[0]),
    lambda p, m, s: inverse(s).mean(0) @ (m[1] - m[0]),
)
key.part("b", NOT_INVERTED, lambda p, m, s: s[1] @ m[1] - s[0] @ m[0])
key.part("b", NOT_INVERTED, lambda p, m, s: (1 / s[1]) @ m[1] - (1 / s[0]) @ m[0])
key.part("b", ONE_COVARIANCE, *of_changed(tilt, pooled, averaged, one_of(0), one_of(1)))
key.part("b", NO_CORRELATION, *of_changed(tilt, lambda p, s: diagonal(s)))
key.part(
    "b",
    key.wrong(
        "column",
        "Your b has shape (d, 1).",
        "b is a vector, shape (d,): .squeeze(-1), or take the product with a vector from the beginning.",
        share=0.5,
    ),
    lambda p, m, s: tilt(p, m, s)[:, None],
)

key.part(
    "c",
    key.wrong(
        "not_a_scalar",
        "Your c is a table of one number.",
        "A scalar has no rows and columns: products of vectors (d,) give it, or .squeeze().",
        share=0.5,
    ),
    lambda *g: constant()(*g).reshape(1, 1),
)
key.part("c", SWAPPED, *times(constant(), -1.0))
key.part(
    "c",
    NO_PRIOR,
    constant(prior=0.0),
    constant(prior=-1.0),
    constant(prior=0.0, determinants=0.0),
    constant(prior=0.0, means=0.0),
    plus(constant(prior=0.0), lambda p, m, s: p[1] - p[0]),
    plus(constant(prior=0.0), lambda p, m, s: p[1] / p[0]),
    plus(constant(prior=0.0), lambda p, m, s: p[1].log()),
)
key.part(
    "c",
    DETERMINANTS,
    constant(determinants=0.0),
    constant(determinants=-1.0),
    constant(determinants=2.0),
    constant(determinants=-2.0),
    plus(constant(determinants=0.0), lambda p, m, s: (torch.det(s[0]) - torch.det(s[1])) / 2),
    plus(
        constant(determinants=0.0),
        lambda p, m, s: (s[0].diagonal().log().sum() - s[1].diagonal().log().sum()) / 2,
    ),
)
key.part(
    "c",
    MEANS,
    constant(means=0.0),
    constant(means=-1.0),
    constant(means=0.0, determinants=0.0),
    plus(constant(means=0.0), lambda p, m, s: -((m[1] ** 2).sum() - (m[0] ** 2).sum()) / 2),
)
key.part("c", ADDED, plus(constant(means=0.0), lambda p, m, s: -(m * pull(m, s)).sum() / 2))
key.part(
    "c",
    HALF,
    constant(means=2.0),
    constant(means=2.0, determinants=2.0),
    constant(prior=2.0),
    constant(prior=0.5),
)
key.part(
    "c",
    HEIGHT,
    plus(constant(), lambda p, m, s: -s.shape[1] / 2 * math.log(2 * math.pi)),
    plus(constant(), lambda p, m, s: s.shape[1] / 2 * math.log(2 * math.pi)),
    plus(constant(), lambda p, m, s: -s.shape[1] * math.log(2 * math.pi)),
)
key.part(
    "c",
    NOT_INVERTED,
    plus(constant(means=0.0), lambda p, m, s: -(m[1] @ s[1] @ m[1] - m[0] @ s[0] @ m[0]) / 2),
)
key.part("c", NO_CORRELATION, *of_changed(constant(), lambda p, s: diagonal(s)))
key.part("c", ONE_COVARIANCE, *of_changed(constant(), pooled, averaged, one_of(0), one_of(1)))
