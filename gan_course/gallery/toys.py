"""Toy data that this file draws: faces with attributes, short clips of a turning bar, chairs of small cubes.

Each maker returns samples from −1 to 1 and conditions (N, k), which a painter can be trained on.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

FACE, FRAME, CUBE = 20, 12, 8  # pixels, pixels and cubes along a side
FRAMES = 8
HAIR = ("dark", "fair", "red")
FACE_CONDITION = len(HAIR) + 2  # hair, smile, glasses
_FINE = 3  # drawn this much larger, then averaged: edges become smooth
_HAIR_COLOURS = torch.tensor([[0.16, 0.12, 0.10], [0.92, 0.78, 0.35], [0.72, 0.28, 0.12]])
_SKINS = torch.tensor([[0.98, 0.84, 0.72], [0.55, 0.36, 0.24]])


def faces(n: int, own: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw n faces, (n, 3, 20, 20), with their hair colour, smile (−1 to 1) and glasses (0 or 1)."""
    at = (torch.arange(FACE * _FINE) + 0.5) / (FACE * _FINE) * 2 - 1
    y, x = at[:, None], at[None, :]

    def drawn(low: float, high: float) -> Tensor:
        return (low + (high - low) * torch.rand(n, generator=own))[:, None, None]

    hair = torch.randint(len(HAIR), (n,), generator=own)
    smile, glasses = drawn(-1, 1), (drawn(0, 1) < 0.4).float()
    wide, high, aside, fringe = drawn(0.5, 0.68), drawn(0.62, 0.78), drawn(-0.08, 0.08), drawn(-0.5, -0.2)
    skin = torch.lerp(_SKINS[0], _SKINS[1], torch.rand(n, 1, generator=own))
    x, y = x - aside, y - 0.08
    head = (x / wide) ** 2 + (y / high) ** 2 < 1
    shock = ((x / (wide + 0.12)) ** 2 + ((y + 0.06) / (high + 0.12)) ** 2 < 1) & (y < fringe + 0.35 * x.abs())
    eyes = [((x - side * 0.25) ** 2 + (y + 0.08) ** 2) for side in (-1, 1)]
    eye = (eyes[0] < 0.008) | (eyes[1] < 0.008)
    rims = [(square > 0.022) & (square < 0.05) for square in eyes]
    bridge = (x.abs() < 0.08) & ((y + 0.08).abs() < 0.035)
    frame = (rims[0] | rims[1] | bridge) & (glasses > 0)
    bend = 0.36 + smile * (0.12 - 1.6 * x**2)
    mouth = (x.abs() < 0.3) & ((y - bend).abs() < 0.05)
    picture = torch.full((n, 3, *head.shape[1:]), 0.97)
    for where, colour in (
        (head, skin),
        (shock, _HAIR_COLOURS[hair]),
        (eye, torch.full((n, 3), 0.05)),
        (mouth, torch.tensor([0.75, 0.15, 0.2]).expand(n, 3)),
        (frame, torch.tensor([0.1, 0.25, 0.6]).expand(n, 3)),
    ):
        picture = torch.where(where[:, None], colour[:, :, None, None], picture)
    return 2 * F.avg_pool2d(picture, _FINE) - 1, face_orders(hair, smile.flatten(), glasses.flatten())


def face_orders(hair: Tensor, smile: Tensor, glasses: Tensor) -> Tensor:
    """Return conditions for a painter of faces, shape (N, 5)."""
    return torch.cat([F.one_hot(hair, len(HAIR)).float(), smile[:, None], glasses[:, None]], dim=1)


def clips(n: int, own: torch.Generator) -> tuple[Tensor, Tensor]:
    """Draw n clips of a bar that turns, (n, 8, 12, 12), a frame a channel.

    The condition is how the bar lies in the first one, and the way it turns, (n, 3).
    """
    start = math.pi * torch.rand(n, 1, generator=own)
    way = 2.0 * torch.randint(0, 2, (n, 1), generator=own) - 1
    angle = (start + way * torch.arange(FRAMES) * math.pi / 14)[..., None, None]
    at = (torch.arange(FRAME) + 0.5) / FRAME * 2 - 1
    y, x = at[:, None], at[None, :]
    along, across = x * torch.cos(angle) + y * torch.sin(angle), y * torch.cos(angle) - x * torch.sin(angle)
    ink = (3 - 14 * across.abs()).clamp(0, 1) * (6 - 8 * (along - 0.05).abs()).clamp(0, 1)
    film = 2 * ink - 1
    return film, clip_orders(start.flatten(), way.flatten())


def clip_orders(angle: Tensor, way: Tensor) -> Tensor:
    """Return conditions for bars that lie at an angle and turn one way (1) or the other (−1), (N, 3)."""
    return torch.stack([torch.cos(2 * angle), torch.sin(2 * angle), way], dim=1)  # half a turn: the same bar


def chairs(n: int, own: torch.Generator) -> tuple[Tensor, Tensor]:
    """Build n chairs and stools of cubes, (n, 8, 8, 8) by height, depth and width; 1 where a cube is.

    The condition says whether there is a back, (n, 1).
    """
    at = torch.arange(CUBE)
    up, deep, wide = at[:, None, None], at[None, :, None], at[None, None, :]

    def drawn(low: int, high: int) -> Tensor:
        return torch.randint(low, high + 1, (n,), generator=own)[:, None, None, None]

    seat, tall, near, far, half = drawn(2, 4), drawn(6, 8), drawn(0, 1), drawn(5, 7), drawn(2, 3)
    back = drawn(0, 1)
    left, right = CUBE // 2 - half, CUBE // 2 + half - 1
    within = (deep >= near) & (deep <= far) & (wide >= left) & (wide <= right)
    top = within & (up == seat)
    legs = within & (up < seat) & ((deep == near) | (deep == far)) & ((wide == left) | (wide == right))
    rest = within & (up > seat) & (up < tall) & (deep == far) & (back > 0)
    return 2.0 * (top | legs | rest) - 1, back.reshape(n, 1).float()
