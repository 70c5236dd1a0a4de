"""Key of plain gradient descent."""

from collections.abc import Callable

import torch
from torch import Tensor

from gan_course.exercises.experiments.descent import STOPS_EARLY
from gan_grading.keys import Key

Function = Callable[[Tensor], Tensor]
Answer = Callable[[Function, Tensor, float, int], Tensor]


def gradient(loss: Function, x: Tensor) -> Tensor:
    leaf = x.clone().requires_grad_(True)
    return torch.autograd.grad(loss(leaf), leaf)[0]


def moved_by(move: Callable[[Tensor, float, int], Tensor], extra: int = 0) -> Answer:
    """A walk whose every step subtracts a function of gradient, learning rate and number of the step."""

    def descend(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
        x = start.clone()
        for i in range(steps + extra):
            x = x - move(gradient(loss, x), lr, i)
        return x

    return descend


def piled(keep: float, new: float = 1.0) -> Answer:
    """A walk whose move keeps a share of the one before: gradients that pile up, momentum."""

    def descend(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
        x, speed = start.clone(), torch.zeros_like(start)
        for _ in range(steps):
            speed = keep * speed + new * gradient(loss, x)
            x = x - lr * speed
        return x

    return descend


def best_of(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
    return min(path(loss, start, lr, steps), key=lambda x: float(loss(x)))


def while_falling(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
    x = start
    for _ in range(steps):
        further = x - lr * gradient(loss, x)
        if loss(further) > loss(x):
            break
        x = further
    return x


def while_steep(least: float) -> Answer:
    def descend(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
        x = start
        for _ in range(steps):
            slope = gradient(loss, x)
            if slope.norm() < least:
                break
            x = x - lr * slope
        return x

    return descend


def while_moving(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
    """Stops as soon as a step changes nothing that allclose can see."""
    x = start
    for _ in range(steps):
        further = x - lr * gradient(loss, x)
        if torch.allclose(further, x):
            return further
        x = further
    return x


def one_by_one(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
    """Each coordinate moves before the slope in the next one is taken."""
    x = start.clone()
    for _ in range(steps):
        for j in range(len(x)):
            x[j] -= lr * gradient(loss, x)[j]
    return x


def path(loss: Function, start: Tensor, lr: float, steps: int) -> Tensor:
    return torch.stack([right(loss, start, lr, k) for k in range(steps + 1)])


def unit(g: Tensor) -> Tensor:
    return g / g.norm().clamp_min(1e-12)


right = moved_by(lambda g, lr, i: lr * g)

key = Key("descent", right=right)
key.wrong(
    "uphill",
    "The walk goes uphill.",
    "The gradient points to where the loss grows. Which sign leads the other way?",
    moved_by(lambda g, lr, i: -lr * g),
)
key.wrong(
    "gradients_piled_up",
    "Each step uses the gradients of all steps before it too.",
    "backward() adds to x.grad. Clear it before the next one.",
    piled(1.0),
)
key.wrong(
    "wrong_number_of_steps",
    "The number of steps is not `steps`.",
    "Count by hand for steps = 1: one gradient, one move.",
    moved_by(lambda g, lr, i: lr * g, extra=1),
    moved_by(lambda g, lr, i: lr * g, extra=-1),
    lambda loss, start, lr, steps: right(loss, start, lr, 1),
    lambda loss, start, lr, steps: right(loss, start, lr, min(steps, 1)),
    lambda loss, start, lr, steps: start,
)
key.wrong(
    "rate_ignored",
    "The length of a step does not follow lr.",
    "The move is lr times the gradient.",
    *(moved_by(lambda g, lr, i, rate=rate: rate * g) for rate in (1.0, 0.1, 0.01)),
)
key.wrong(
    "rate_changes",
    "The learning rate changes from step to step.",
    "Plain gradient descent takes the same lr in every step.",
    moved_by(lambda g, lr, i: lr / (i + 1) * g),
    moved_by(lambda g, lr, i: lr * 0.9**i * g),
    moved_by(lambda g, lr, i: lr * 0.99**i * g),
    moved_by(lambda g, lr, i: lr * 0.5**i * g),
    moved_by(lambda g, lr, i: lr / (i + 1) ** 0.5 * g),
)
key.wrong(
    "normalised",
    "Every step has the same length.",
    "Plain gradient descent moves by lr · gradient: where it is steep, the step is long.",
    moved_by(lambda g, lr, i: lr * unit(g)),
    moved_by(lambda g, lr, i: lr * g.sign()),
)
key.wrong(
    "clipped",
    "Long gradients are cut to a fixed length.",
    "Plain gradient descent moves by lr · gradient, however steep it is.",
    moved_by(lambda g, lr, i: lr * g.clamp(-1, 1)),
    moved_by(lambda g, lr, i: lr * (unit(g) if g.norm() > 1 else g)),
)
key.wrong(
    "old_slope",
    "Every step uses the slope at the start.",
    "After a move the slope is another one: compute it inside the loop.",
    lambda loss, start, lr, steps: start - lr * steps * gradient(loss, start),
)
key.wrong(
    "momentum",
    "A step keeps a part of the one before: this is momentum.",
    "Plain gradient descent forgets the step before: the move is lr · gradient and nothing else.",
    *(piled(keep) for keep in (0.9, 0.5, 0.8, 0.99)),
    *(piled(keep, 1 - keep) for keep in (0.9, 0.5)),
)
key.wrong(
    "best_point",
    "You return the best point of the walk, or refuse steps after which the loss is larger.",
    "The point after exactly `steps` steps is asked for, wherever it lies: a rate that is too large must show.",
    best_of,
    while_falling,
)
key.wrong(
    "one_by_one",
    "The coordinates move one after the other, the later ones by the slope after the earlier ones moved.",
    "One step takes one gradient, at one point, and moves all coordinates at once.",
    one_by_one,
)
key.wrong(
    "whole_path",
    "All points of the walk came back.",
    "The point after the last step is asked for, shape (d,).",
    path,
)
key.also(STOPS_EARLY, *(while_steep(least) for least in (1e-3, 1e-2, 0.05, 0.1, 0.5, 1.0)), while_moving)
