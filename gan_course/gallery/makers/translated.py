"""Pictures from the translator: what was given, what it made, what was wanted."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F

from gan_course.gallery import runs
from gan_course.gallery.digits import SIZE, handwritten
from gan_course.gallery.sheet import Row, sheet
from gan_course.gallery.tasks import TASKS, wanted_for

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ACROSS = 12
_GIVEN = {
    "image-to-image": "outline",
    "semantic-to-photo": "labels",
    "frontal-views": "turned",
    "super-resolution": "4x4 pixels",
    "inpainting": "with a hole",
    "blending": "pasted",
    "clothing": "worn",
    "emojis": "handwritten",
}


def translated(task: str) -> Figure:
    """Show a task on held-out digits, and how far off the translator is on all 1,000 of them.

    Args:
        task: One of ``TASKS``.
    """
    data = handwritten("test")
    given = TASKS[task](data.x, torch.Generator().manual_seed(1))
    wanted, made = wanted_for(task, data), _made(task, given)
    before, after = ((x - wanted).abs().mean() for x in (given, made))
    title = f"mean distance of a pixel from what is wanted: given {before:.2f}, made {after:.2f}"
    rows = [Row(_GIVEN[task], given[:ACROSS]), Row("made", made[:ACROSS]), Row("wanted", wanted[:ACROSS])]
    if task == "super-resolution":
        smooth = F.interpolate(F.avg_pool2d(given, 4), SIZE, mode="bicubic").clamp(-1, 1)
        rows.insert(1, Row("bicubic", smooth[:ACROSS]))
        decibels = [f"{_psnr(x, wanted):.1f} dB" for x in (smooth, made)]
        title = f"1,000 digits enlarged: bicubic {decibels[0]}, made {decibels[1]}"
    return sheet(*rows, title=title)


def _made(task: str, given: Tensor) -> Tensor:
    number, network = torch.full((len(given),), list(TASKS).index(task)), runs.translator()
    with torch.no_grad():
        made: Tensor = network(given, number)
    return made


def _psnr(made: Tensor, wanted: Tensor) -> float:
    """Return the peak signal-to-noise ratio in decibels, for pixels from −1 to 1."""
    return float(10 * torch.log10(4 / F.mse_loss(made, wanted)))


MAKERS: dict[str, Callable[[], Figure]] = {task: functools.partial(translated, task) for task in TASKS}
