"""What a gradient penalty may get wrong about the slopes, each as a formula of the slopes."""

from __future__ import annotations

from collections.abc import Callable

import torch

from gan_course.exercises.finding import Misconception

NO_GRAPH = Misconception(
    "create_graph_missing",
    "The number is right, but no gradient reaches the critic: your penalty does not train it.",
    "The slope must itself be differentiable in the critic's weights. What tells autograd to keep the graph of a derivative?",
)
WHOLE_BATCH = Misconception(
    "norm_over_batch",
    "You take one norm over the whole batch.",
    "Each sample has a slope of its own, and each slope's length should be 1. How many norms does a batch of N have?",
)
WRONG_AXIS = Misconception(
    "norm_over_wrong_axis",
    "Your norm does not run over all numbers of one sample and nothing else.",
    "For images the slope of one sample has the shape (C, H, W): all of it belongs under one root, and nothing of the others.",
)
SQUARED_NORM = Misconception(
    "squared_norm",
    "You compare the squared norm with 1.",
    "The root belongs to the norm: (‖∇f‖ − 1)², not (‖∇f‖² − 1)².",
)
NOT_FROM_ONE = Misconception(
    "not_from_one",
    "Your penalty pulls the slope towards 0.",
    "The best critic has slope 1 between the samples, so the distance of the norm from 1 is what is punished.",
)
NOT_SQUARED = Misconception(
    "not_squared",
    "You do not square the distance of the norm from 1.",
    "A slope of 0 is as wrong as a slope of 2, and a large miss should weigh more than two small ones.",
)
NOT_MEAN = Misconception(
    "mean_missing",
    "Your penalty grows with the size of the batch, or is one number per sample.",
    "The formula has an expectation in front: an average over the batch.",
)
MEAN_FIRST = Misconception(
    "mean_before_square",
    "You average the norms before you compare with 1.",
    "A slope of 0 at one point does not make up for a slope of 2 at another: compare each norm, then average.",
)
ONE_SIDED = Misconception(
    "one_sided",
    "Only slopes above 1 are punished.",
    "The formula is two-sided. The paper tries the one-sided penalty too (section 4), but this exercise does not.",
)
SUBTRACTED = Misconception(
    "subtracted",
    "Your penalty is negative: it rewards wrong slopes.",
    "It is added to a loss that is minimised, so it must be smallest, and 0, where every norm is 1.",
)
WEIGHTED = Misconception(
    "weight_inside",
    "Your penalty contains a weight λ (or another factor).",
    "The caller multiplies by λ: it has to suit the scale of the data, as you will see.",
)
OTHER_NORM = Misconception(
    "another_norm",
    "You do not use the Euclidean norm.",
    "Steepness is the length of the gradient: the root of the sum of the squares.",
)
OF_MEAN = Misconception(
    "slope_of_mean",
    "Your slopes are N times too small: they are those of the mean of the values.",
    "One value per sample is differentiated by its own sample. What do you give autograd to start from, 1 or 1/N?",
)
NO_CRITIC = Misconception(
    "critic_not_asked",
    "The critic is never asked at points between the samples.",
    "x̂ goes through the critic, and the slope is taken of its answer.",
)
OTHER_LOSS = Misconception(
    "not_a_penalty",
    "What you return contains the critic's values, not only their slopes.",
    "Adding a constant to the critic must not change its penalty.",
)

Formula = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]  # of slopes (N, …) and values (N,)


def _norms(g: torch.Tensor) -> torch.Tensor:
    norms: torch.Tensor = torch.linalg.vector_norm(g.flatten(1), dim=1)
    return norms


def right(g: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
    """Return the mean of (‖∇f‖ − 1)² from slopes of shape (N, …)."""
    return (_norms(g) - 1).square().mean()


def _along(dims: tuple[int, ...]) -> Formula:
    def formula(g: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
        kept = tuple(d for d in dims if d < g.dim())
        if not kept:
            return g.sum() * float("nan")  # such an answer would have raised
        norms: torch.Tensor = g.square().sum(dim=kept).sqrt()
        return (norms - 1).square().mean()

    return formula


def _of_norms(change: Callable[[torch.Tensor], torch.Tensor]) -> Formula:
    return lambda g, _: change(_norms(g))


def _times(factor: float) -> Formula:
    return lambda g, v: factor * right(g, v)


FORMULAS: tuple[tuple[Misconception, Formula], ...] = (
    (SQUARED_NORM, _of_norms(lambda n: (n.square() - 1).square().mean())),
    (WHOLE_BATCH, lambda g, _: (g.norm() - 1).square()),
    (WRONG_AXIS, _along((1,))),
    (WRONG_AXIS, _along((3,))),
    (WRONG_AXIS, _along((2,))),
    (WRONG_AXIS, _along((2, 3))),
    (WRONG_AXIS, _along((1, 2))),
    (WRONG_AXIS, _along((0,))),
    (WRONG_AXIS, _along((0, 2, 3))),
    (WRONG_AXIS, lambda g, _: (g.abs() - 1).square().mean()),
    (WRONG_AXIS, lambda g, _: (g - 1).square().mean()),
    (NOT_FROM_ONE, _of_norms(lambda n: n.square().mean())),
    (NOT_FROM_ONE, _of_norms(lambda n: n.square().mean() / 2)),
    (NOT_FROM_ONE, _of_norms(lambda n: n.mean())),
    (NOT_SQUARED, _of_norms(lambda n: (n - 1).mean())),
    (NOT_SQUARED, _of_norms(lambda n: (n - 1).abs().mean())),
    (NOT_SQUARED, _of_norms(lambda n: (1 - n).mean())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square().sum())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square())),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).square()[:, None])),
    (NOT_MEAN, _of_norms(lambda n: (n - 1).norm())),
    (MEAN_FIRST, _of_norms(lambda n: (n.mean() - 1).square())),
    (ONE_SIDED, _of_norms(lambda n: torch.relu(n - 1).square().mean())),
    (ONE_SIDED, _of_norms(lambda n: torch.relu(n - 1).mean())),
    (SUBTRACTED, _of_norms(lambda n: -(n - 1).square().mean())),
    (SUBTRACTED, _of_norms(lambda n: -10 * (n - 1).square().mean())),
    *((WEIGHTED, _times(by)) for by in (10.0, 0.1, 0.5, 2.0, 1.0 / 3, 5.0, 100.0)),
    (OTHER_NORM, lambda g, _: (g.flatten(1).abs().sum(1) - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).abs().max(1).values - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).square().mean(1).sqrt() - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).sum(1) - 1).square().mean()),
    (OTHER_NORM, lambda g, _: (g.flatten(1).mean(1) - 1).square().mean()),
    (OF_MEAN, lambda g, _: (_norms(g) / len(g) - 1).square().mean()),
    (OF_MEAN, lambda g, _: (_norms(g) / len(g) - 1).square().sum()),
    (OTHER_LOSS, lambda g, v: (_norms(g) - 1).square().mean() + v.mean()),
    (OTHER_LOSS, lambda g, v: (v - 1).square().mean()),
    (OTHER_LOSS, lambda g, v: (v.norm() - 1).square()),
    (SQUARED_NORM, lambda g, _: (g.square().sum() - 1).square()),
    (SQUARED_NORM, _of_norms(lambda n: (n.sqrt() - 1).square().mean())),
    (SQUARED_NORM, _of_norms(lambda n: 10 * (n.square() - 1).square().mean())),
    (WHOLE_BATCH, lambda g, _: 10 * (g.norm() - 1).square()),
    (WRONG_AXIS, lambda g, _: 10 * _along((1,))(g, _)),
)
