"""Key of the R1 penalty (Mescheder et al. 2018, equation 9, arXiv:1801.04406)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

HALF = Misconception(
    "half_missing",
    "Your penalty is twice as large as it should be, or half.",
    "The formula has γ/2 in front.",
    share=0.5,
)

NOT_SQUARED = Misconception(
    "not_squared",
    "You average the length of the slope, not its square.",
    "‖v‖² is the sum of the squares of v's numbers: no root is needed.",
)

SUM = Misconception(
    "sum_not_mean",
    "Your penalty grows with the size of the batch.",
    "The expectation becomes a mean over the N samples.",
)

OVER_COORDINATES = Misconception(
    "mean_over_coordinates",
    "You average over the coordinates of a sample as well.",
    "‖v‖² adds the squares of all coordinates of one sample; the mean is taken over samples only.",
)

WHOLE_BATCH = Misconception(
    "norm_of_batch",
    "You add up the slopes of the samples before you square them.",
    "Each sample has a slope of its own. Square within a sample first, then take the mean.",
)

TO_ONE = Misconception(
    "pulls_to_one",
    "Your penalty pulls the length of the slope towards 1.",
    "That is the penalty of assignment 05. R1 pulls the slope on real samples towards 0.",
)

GAMMA = Misconception(
    "gamma_ignored",
    "Your penalty does not follow γ.",
    "γ is the weight of the penalty: twice the γ, twice the penalty.",
)

VALUE = Misconception(
    "penalises_the_value",
    "You penalise D's output, not its slope.",
    "∇D(x) is how fast D changes as x moves. torch.autograd.grad gives it.",
)

IN_WEIGHTS = Misconception(
    "slope_in_weights",
    "You penalise the slope in D's weights, not in x.",
    "Differentiate D(x) with respect to its input.",
)

ABSOLUTE = Misconception(
    "absolute_values",
    "You add absolute values, not squares.",
    "‖v‖² is a sum of squares.",
)

OF_PROBABILITY = Misconception(
    "slope_of_probability",
    "You take the slope of σ(D(x)).",
    "The penalty of the paper is on the logit, which is what D returns.",
)

OF_MEAN = Misconception(
    "slope_of_mean",
    "Your slopes are N times too small.",
    "d mean/dx of one sample has a factor 1/N. Sum the logits before you differentiate: each depends on its own x alone.",
)

SIGN = Misconception(
    "sign",
    "Your penalty is negative: it rewards steep slopes.",
    "It is added to a loss that D minimises, so it must be positive.",
)

NOT_SCALAR = Misconception(
    "not_scalar",
    "You return one number per sample.",
    "The penalty is one number: the mean over the batch.",
)

Critic = Callable[[torch.Tensor], torch.Tensor]


def _slope(d: Any, x: torch.Tensor, graph: bool = True) -> torch.Tensor:
    x = x.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(d(x).sum(), x, create_graph=graph)
    return slope


def _from(of: Callable[[torch.Tensor, Any], Any]) -> Callable[..., Any]:
    """A penalty made of the slopes, shape (N, d), and γ."""
    return lambda discriminator, real, gamma: of(_slope(discriminator, real), gamma)


def _squares(slope: torch.Tensor) -> torch.Tensor:
    return slope.square().sum(dim=1)


_right = _from(lambda s, gamma: gamma / 2 * _squares(s).mean())


def _of_output(of: Callable[[torch.Tensor, float], torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda discriminator, real, gamma: of(discriminator(real), gamma)


def _in_weights(discriminator: Any, real: torch.Tensor, gamma: float) -> torch.Tensor:
    weights = list(discriminator.parameters())
    slopes = torch.autograd.grad(discriminator(real).mean(), weights, create_graph=True)
    return gamma / 2 * torch.stack([s.square().sum() for s in slopes]).sum()


def _of_sigmoid(discriminator: Any, real: torch.Tensor, gamma: float) -> Any:
    return _right(lambda x: torch.sigmoid(discriminator(x)), real, gamma)


def _of_mean(discriminator: Any, real: torch.Tensor, gamma: float) -> Any:
    return _right(lambda x: discriminator(x) / len(x), real, gamma)


def _each(formula: Misconception, *of: Callable[[torch.Tensor, Any], Any]) -> list[tuple[Misconception, Any]]:
    return [(formula, _from(f)) for f in of]


RIVALS = (
    *_each(HALF, lambda s, g: g * _squares(s).mean(), lambda s, g: g / 4 * _squares(s).mean()),
    *_each(
        NOT_SQUARED,
        lambda s, g: g / 2 * s.norm(dim=1).mean(),
        lambda s, g: g * s.norm(dim=1).mean(),
        lambda s, g: g / 2 * s.norm(),
        lambda s, g: g / 2 * s.norm(dim=1).mean() ** 2,
    ),
    *_each(SUM, lambda s, g: g / 2 * _squares(s).sum(), lambda s, g: g * _squares(s).sum()),
    *_each(OVER_COORDINATES, lambda s, g: g / 2 * s.square().mean(), lambda s, g: g * s.square().mean()),
    *_each(
        WHOLE_BATCH,
        lambda s, g: g / 2 * s.mean(dim=0).square().sum(),
        lambda s, g: g / 2 * s.sum(dim=0).square().sum(),
        lambda s, g: g / 2 * s.square().sum(dim=0).mean(),
        lambda s, g: g / 2 * s.sum(dim=1).square().mean(),
        lambda s, g: g / 2 * s.mean(dim=1).square().mean(),
    ),
    *_each(
        TO_ONE,
        lambda s, g: g / 2 * (s.norm(dim=1) - 1).square().mean(),
        lambda s, g: g * (s.norm(dim=1) - 1).square().mean(),
    ),
    *_each(
        GAMMA,
        lambda s, g: 0.5 * _squares(s).mean(),
        lambda s, g: _squares(s).mean(),
        lambda s, g: g**2 / 2 * _squares(s).mean(),
        lambda s, g: 5.0 * _squares(s).mean(),
        lambda s, g: 0.05 * _squares(s).mean(),
    ),
    *_each(ABSOLUTE, lambda s, g: g / 2 * s.abs().sum(dim=1).mean(), lambda s, g: g / 2 * s.abs().mean()),
    *_each(SIGN, lambda s, g: -g / 2 * _squares(s).mean(), lambda s, g: -g * _squares(s).mean()),
    *_each(NOT_SCALAR, lambda s, g: g / 2 * _squares(s), lambda s, g: g / 2 * s.square()),
    (VALUE, _of_output(lambda a, g: g / 2 * a.square().mean())),
    (VALUE, _of_output(lambda a, g: g * a.square().mean())),
    (IN_WEIGHTS, _in_weights),
    (OF_PROBABILITY, _of_sigmoid),
    (OF_MEAN, _of_mean),
)


key = Key("slope_penalty", right=_right, plane=[3.0, 4.0], weight=0.2)
for misconception, answer in RIVALS:
    key.also(misconception, answer)
