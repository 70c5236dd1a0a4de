"""What a translator is given and what it is asked for: the same digits, spoilt in one way for each task.

A task maps pictures (N, 1, 16, 16) and a random generator to given pictures of the same shape.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from gan_course.data import TensorData
from gan_course.gallery.digits import SIZE

BLACK = -1.0
Spoil = Callable[[Tensor, torch.Generator], Tensor]


def edges(x: Tensor, own: torch.Generator) -> Tensor:
    """Leave the outline: the pixels just outside the strokes."""
    ink = (x > -0.2).float()
    wider = torch.maximum(F.max_pool2d(ink, (3, 1), 1, (1, 0)), F.max_pool2d(ink, (1, 3), 1, (0, 1)))
    return 2 * (wider - ink) - 1


def label_map(x: Tensor, own: torch.Generator) -> Tensor:
    """Leave three labels: paper (black), ink (white) and paper that ink encloses (grey)."""
    paper = (x <= -0.2).float()
    outside = torch.zeros_like(paper)
    outside[..., 0, :] = outside[..., -1, :] = outside[..., :, 0] = outside[..., :, -1] = 1
    for _ in range(2 * SIZE):  # the outside grows from the margin until ink stops it
        grown = torch.maximum(
            F.max_pool2d(outside, (3, 1), 1, (1, 0)), F.max_pool2d(outside, (1, 3), 1, (0, 1))
        )
        outside = grown * paper
    return 1 - paper - outside


def turned(x: Tensor, own: torch.Generator) -> Tensor:
    """Turn each picture by up to 30 degrees."""
    return _moved(x, angle=_uniform(x, own, -math.pi / 6, math.pi / 6))


def small(x: Tensor, own: torch.Generator) -> Tensor:
    """Leave 4x4 pixels, shown as large as before."""
    return F.interpolate(F.avg_pool2d(x, 4), scale_factor=4, mode="nearest")


def hole(x: Tensor, own: torch.Generator) -> Tensor:
    """Cut a grey square of 7x7 pixels out, somewhere in the middle."""
    top, left = (torch.randint(3, 7, (len(x), 1), generator=own) for _ in range(2))
    return torch.where(_box(top, left, 7, 7), torch.zeros(()), x)


def patched(x: Tensor, own: torch.Generator) -> Tensor:
    """Paste one half of the picture in again from a paler, slightly shifted copy of it."""
    copy = _moved(x, right=_uniform(x, own, -0.25, 0.25)) * 0.5
    left = torch.randint(0, 2, (len(x), 1), generator=own) * (SIZE // 2)
    return torch.where(_box(torch.zeros_like(left), left, SIZE, SIZE // 2), copy, x)


def worn(x: Tensor, own: torch.Generator) -> Tensor:
    """Show the digit as something worn: smaller, leaning, away from the middle, on a striped ground."""
    lean, aside = _uniform(x, own, -0.5, 0.5), _uniform(x, own, -0.3, 0.3)
    shown = (_moved(x, size=_uniform(x, own, 1.2, 1.5), lean=lean, right=aside) + 1) / 2
    at = torch.arange(float(SIZE))
    phase = _uniform(x, own, 0, 2 * math.pi)[:, None, None]
    stripes = 0.3 + 0.2 * torch.sin(at[:, None] * 0.9 + at[None, :] * 0.9 + phase)
    return 2 * torch.maximum(shown, stripes[:, None]) - 1


def wanted_for(task: str, data: TensorData) -> Tensor:
    """Return what a task wants of pictures: an icon for "emojis", the picture itself for all others."""
    assert data.y is not None
    return icon(data.y) if task == "emojis" else data.x


def icon(digits: Tensor) -> Tensor:
    """Draw the digits of a pocket calculator, (N, 1, 16, 16), for classes (N,)."""
    sheet = torch.full((len(digits), 1, SIZE, SIZE), BLACK)
    for i, digit in enumerate(digits.tolist()):
        for segment in _LIT[digit]:
            top, bottom, left, right = _SEGMENTS[segment]
            sheet[i, 0, top:bottom, left:right] = 1
    return sheet


_SEGMENTS = {
    "top": (2, 4, 4, 12),
    "middle": (7, 9, 4, 12),
    "bottom": (12, 14, 4, 12),
    "upper left": (2, 9, 4, 6),
    "upper right": (2, 9, 10, 12),
    "lower left": (7, 14, 4, 6),
    "lower right": (7, 14, 10, 12),
}
_ALL = tuple(_SEGMENTS)
_LIT = {
    digit: tuple(s for s in _ALL if s not in dark)
    for digit, dark in {
        0: ("middle",),
        1: ("top", "middle", "bottom", "upper left", "lower left"),
        2: ("upper left", "lower right"),
        3: ("upper left", "lower left"),
        4: ("top", "bottom", "lower left"),
        5: ("upper right", "lower left"),
        6: ("upper right",),
        7: ("middle", "bottom", "upper left", "lower left"),
        8: (),
        9: ("lower left",),
    }.items()
}

# By the application of the gallery: what is given for a picture.
TASKS: dict[str, Spoil] = {
    "image-to-image": edges,
    "semantic-to-photo": label_map,
    "frontal-views": turned,
    "super-resolution": small,
    "inpainting": hole,
    "blending": patched,
    "clothing": worn,
    "emojis": lambda x, own: x,
}


def _moved(x: Tensor, **how: Tensor | float) -> Tensor:
    """Turn, shrink, shear and shift pictures; numbers of shape (N,), in radians and half pictures."""
    n = len(x)
    angle, size, lean, right = (
        torch.as_tensor(how.get(name, usual)).expand(n)
        for name, usual in (("angle", 0.0), ("size", 1.0), ("lean", 0.0), ("right", 0.0))
    )
    cos, sin = size * torch.cos(angle), size * torch.sin(angle)
    zero = torch.zeros(n)
    rows = torch.stack([cos, sin + lean, right, -sin, cos, zero], dim=1).view(n, 2, 3)
    where = F.affine_grid(rows, list(x.shape), align_corners=False)
    return F.grid_sample(x - BLACK, where, align_corners=False) + BLACK


def _box(top: Tensor, left: Tensor, high: int, wide: int) -> Tensor:
    at = torch.arange(SIZE)
    rows, columns = (at >= top) & (at < top + high), (at >= left) & (at < left + wide)
    return (rows[:, :, None] & columns[:, None, :]).unsqueeze(1)


def _uniform(x: Tensor, own: torch.Generator, low: float, high: float) -> Tensor:
    return low + (high - low) * torch.rand(len(x), generator=own)
