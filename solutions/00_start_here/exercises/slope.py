"""Key of the slope at many places, by autograd."""

from collections.abc import Callable

import torch
from torch import Tensor

from gan_grading.keys import Key

Function = Callable[[Tensor], Tensor]
Answer = Callable[[Function, Tensor], Tensor]


def of(number: Callable[[Tensor], Tensor]) -> Answer:
    """The gradient, in x, of one number made of the function's values."""

    def answer(function: Function, x: Tensor) -> Tensor:
        leaf = x.clone().requires_grad_(True)
        return torch.autograd.grad(number(function(leaf)), leaf)[0]

    return answer


def second(function: Function, x: Tensor) -> Tensor:
    leaf = x.clone().requires_grad_(True)
    (first,) = torch.autograd.grad(function(leaf).sum(), leaf, create_graph=True)
    return torch.autograd.grad(first.sum(), leaf)[0]


right = of(torch.sum)

key = Key("slopes", right=right)
key.wrong(
    "value_not_slope",
    "These are the values of the function, not its slopes.",
    "After backward() the slopes lie in x.grad.",
    lambda f, x: f(x).detach(),
)
key.wrong(
    "averaged",
    "Every slope is too small by the number of points.",
    "The mean divides by N, and so does its gradient. Which way to one number leaves each slope as it is?",
    of(torch.mean),
)
key.wrong(
    "second_derivative",
    "These are slopes of the slopes.",
    "Differentiate once.",
    second,
)
key.wrong(
    "one_number",
    "One number came back for all points.",
    "Each point has a slope of its own: the result has the shape of x.",
    lambda f, x: right(f, x).sum(),
    lambda f, x: right(f, x).mean(),
    lambda f, x: right(f, x)[:1],
)
key.wrong(
    "one_row_only",
    "Only one row has its slope, the others are 0.",
    "backward() from one row's value knows of that row alone. Which number contains all of the values?",
    of(lambda y: y[0].sum()),
    of(lambda y: y[-1].sum()),
)
key.wrong(
    "flattened",
    "The slopes are right, but they have another shape than x.",
    "x has shape (N, 1), and so has the result.",
    lambda f, x: right(f, x).reshape(-1),
    lambda f, x: right(f, x).T,
    share=0.5,
)
key.wrong(
    "sign",
    "Every slope has the wrong sign.",
    "Where the function rises the slope is positive. Nothing has to go downhill here.",
    lambda f, x: -right(f, x),
)
key.wrong(
    "sign_lost",
    "The slopes have lost their signs.",
    "A slope is negative where the function falls.",
    lambda f, x: right(f, x).abs(),
)
key.wrong(
    "doubled",
    "Every slope is a fixed multiple of what it should be.",
    "backward() adds to .grad: how often was it called, and what lay there before?",
    lambda f, x: 2 * right(f, x),
    lambda f, x: 3 * right(f, x),
    lambda f, x: 0.5 * right(f, x),
)
key.wrong(
    "slope_of_the_value",
    "These are the slopes of the values in themselves, all 1.",
    "The slopes in x lie in the .grad of the leaf, not in that of the values.",
    lambda f, x: torch.ones_like(x),
)
key.wrong(
    "weighted",
    "Each slope is multiplied by something that belongs to its row.",
    "backward(w) gives the slopes of Σ wᵢ·f(xᵢ). With which w does each slope stay as it is?",
    lambda f, x: right(f, x) * x,
    lambda f, x: right(f, x) * f(x).detach(),
)
key.wrong(
    "another_number",
    "These are the slopes of another number than the sum of the values: of their squares, or their length.",
    "Only in the plain sum does each value keep its slope as it is.",
    of(lambda y: (y**2).sum()),
    of(lambda y: (y**2).mean()),
    of(torch.norm),
    of(lambda y: y.sum() ** 2),
    of(torch.prod),
)
