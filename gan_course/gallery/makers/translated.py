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
    shown = {_GIVEN[task]: given, "made": made}
    if task == "super-resolution":
        smooth = F.interpolate(F.avg_pool2d(given, 4), SIZE, mode="bicubic").clamp(-1, 1)
        shown = {_GIVEN[task]: given, "bicubic": smooth, "made": made}
    off = ", ".join(f"{name} {(x - wanted).abs().mean():.2f}" for name, x in shown.items())
    rows = [Row(name, x[:ACROSS]) for name, x in {**shown, "wanted": wanted}.items()]
    return sheet(*rows, title=f"mean distance of a pixel from what is wanted: {off}")


def _made(task: str, given: Tensor) -> Tensor:
    number, network = torch.full((len(given),), list(TASKS).index(task)), runs.translator()
    with torch.no_grad():
        made: Tensor = network(given, number)
    return made


MAKERS: dict[str, Callable[[], Figure]] = {task: functools.partial(translated, task) for task in TASKS}
