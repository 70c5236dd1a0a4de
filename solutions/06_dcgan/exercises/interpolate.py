"""Key of a straight walk between two points of the latent space (Radford et al. 2015, section 6.1)."""

from collections.abc import Callable

import torch

from gan_course.exercises.experiments.latent_walk import WRONG_AXIS, WRONG_COUNT
from gan_grading.keys.key import Key

Walk = Callable[[torch.Tensor, torch.Tensor, int], torch.Tensor]


def mix(a: torch.Tensor, b: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    t = t.to(a.dtype)[:, None]
    return (1 - t) * a + t * b


def interpolate(z_start: torch.Tensor, z_end: torch.Tensor, steps: int) -> torch.Tensor:
    return mix(z_start, z_end, torch.linspace(0, 1, steps))


def at(make: Callable[[int], torch.Tensor]) -> Walk:
    """Return the walk with other t."""
    return lambda z_start, z_end, steps: mix(z_start, z_end, make(steps))


def shaped(change: Callable[[torch.Tensor], torch.Tensor]) -> Walk:
    """Return the right walk in another shape."""
    return lambda z_start, z_end, steps: change(interpolate(z_start, z_end, steps))


def column(steps: int) -> torch.Tensor:
    return torch.linspace(0, 1, steps)[:, None]


def along_coordinates(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    return torch.stack([(1 - s) * a + s * b for s in torch.linspace(0, 1, steps)], dim=1)


def t_per_coordinate(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    t = torch.linspace(0, 1, len(a))
    return ((1 - t) * a + t * b).expand(steps, -1)


def sphere(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    t = column(steps)
    angle = torch.acos((a @ b / (a.norm() * b.norm())).clamp(-1, 1))
    shares = torch.cat([torch.sin((1 - t) * angle), torch.sin(t * angle)], dim=1) / torch.sin(angle)
    return shares @ torch.stack([a, b])


def kept_length(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    walk, t = interpolate(a, b, steps), column(steps)
    return walk / walk.norm(dim=1, keepdim=True) * ((1 - t) * a.norm() + t * b.norm())


key = Key("latent_walk", right=interpolate, worked=[[0.0, 4.0], [8.0, 0.0]])
key.wrong(
    "reversed",
    "Your walk goes the other way: it starts at z_end.",
    "Put t = 0 into your formula. Which of the two is left?",
    lambda z_start, z_end, steps: interpolate(z_end, z_start, steps),
)
key.wrong(
    "end_missing",
    "Your walk does not start at z_start and end at z_end.",
    "With `steps` points from 0 to 1, both ends included, the last t is exactly 1.",
    at(lambda n: torch.arange(n) / n),
    at(lambda n: torch.arange(1, n + 1) / n),
    at(lambda n: torch.arange(1, n + 1) / (n + 1)),
    at(lambda n: torch.arange(n) / (n + 1)),
    at(lambda n: (torch.arange(n) + 0.5) / n),
    at(lambda n: torch.linspace(0, 1, n + 1)[1:]),
    at(torch.zeros),
    at(torch.ones),
)
key.also(
    WRONG_COUNT,
    at(lambda n: torch.linspace(0, 1, n + 1)),
    at(lambda n: torch.linspace(0, 1, n + 2)),
    at(lambda n: torch.linspace(0, 1, n - 1)),
    lambda z_start, z_end, steps: torch.stack([z_start, z_end]),
)
key.wrong(
    "fixed_steps",
    "The number of points does not follow `steps`.",
    "Use the argument: the walk may have 2 points, or 50.",
    *(at(lambda n, k=k: torch.linspace(0, 1, k)) for k in (5, 7, 8, 10, 16, 20)),  # type: ignore[misc]
)
key.also(
    WRONG_AXIS,
    along_coordinates,
    shaped(lambda walk: walk[:, None]),
    shaped(lambda walk: walk[None]),
    shaped(lambda walk: walk[..., None, None]),
    shaped(lambda walk: walk.reshape(-1)),
)
key.wrong(
    "t_per_coordinate",
    "The coordinates do not travel together: t changes along the latent vector, not along the walk.",
    "t belongs to a row: it needs the shape (steps, 1).",
    t_per_coordinate,
)
key.wrong(
    "not_straight",
    "Your walk does not go along the straight line in even steps.",
    "z = (1 − t) z_start + t z_end, with t growing by the same amount from row to row.",
    sphere,
    kept_length,
    at(lambda n: ((torch.arange(n) + 0.5) * 2 / n - 0.5).clamp(0, 1)),
    at(lambda n: torch.linspace(0, 1, n) ** 2),
    at(lambda n: (1 - torch.cos(torch.pi * torch.linspace(0, 1, n))) / 2),
    at(lambda n: 3 * torch.linspace(0, 1, n) ** 2 - 2 * torch.linspace(0, 1, n) ** 3),
)
key.wrong(
    "weights_not_one",
    "The two weights of your mixture do not add up to 1.",
    "At the middle of the walk you want half of each end.",
    lambda z_start, z_end, steps: z_start + column(steps) * z_end,
    lambda z_start, z_end, steps: z_start + column(steps) * (z_end + z_start),
    lambda z_start, z_end, steps: column(steps) * (z_start + z_end),
)
key.wrong(
    "away_from_end",
    "Your walk leaves z_start in the direction away from z_end.",
    "From z_start to z_end one walks along z_end − z_start.",
    lambda z_start, z_end, steps: z_start - column(steps) * (z_end - z_start),
)
