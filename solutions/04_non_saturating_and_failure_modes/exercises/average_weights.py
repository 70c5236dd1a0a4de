"""Key of one step of weight averaging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

SWAPPED = Misconception(
    "shares_swapped",
    "Your average keeps the small share of itself and takes the large one from the model.",
    "`keep` is the share of the average that stays: with keep = 0.999 it must hardly move in one step.",
)

NO_EFFECT = Misconception(
    "no_effect",
    "The average is the same after your step as before.",
    "A line such as p = 0.9 * p + … makes a new tensor and leaves the parameter alone. Write into it: copy_, mul_, add_, lerp_.",
)

COPIES = Misconception(
    "copies",
    "After your step the average is the model itself.",
    "Only the share 1 − keep comes from the model.",
)

SOME_ONLY = Misconception(
    "some_weights_only",
    "Some of the parameters are left out of the average.",
    "Weights and biases of every layer are averaged: .parameters() lists them all.",
)

NOT_SUM_TO_ONE = Misconception(
    "shares_do_not_sum",
    "Your two shares do not add up to 1.",
    "keep and 1 − keep: averaging a model with itself must leave it as it is.",
)

KEEP_IGNORED = Misconception(
    "keep_ignored",
    "Your average does not follow `keep`.",
    "Use the argument; 0.995 is only its usual value.",
)

SHARED = Misconception(
    "shared_memory",
    "After your step the average and the model share their memory, so training moves both.",
    "Assigning p.data = q.data, or p = q, makes two names for one tensor. Copy the numbers.",
)

Step = Callable[[Any, Any, float], None]


def _with(mix: Callable[[torch.Tensor, torch.Tensor, float], torch.Tensor], pick: str = "all") -> Step:
    """A step that writes a mixture of both into the average, for all parameters or some."""

    @torch.no_grad()
    def step(averaged: nn.Module, model: nn.Module, keep: float) -> None:
        pairs = list(zip(averaged.parameters(), model.parameters(), strict=True))
        chosen = {
            "all": pairs,
            "weights": [(a, b) for a, b in pairs if a.ndim > 1],
            "biases": [(a, b) for a, b in pairs if a.ndim == 1],
            "first": pairs[:1],
            "last": pairs[-1:],
            "but last": pairs[:-1],
            "but first": pairs[1:],
        }[pick]
        for a, b in chosen:
            a.copy_(mix(a, b, keep))

    return step


_right = _with(lambda a, b, keep: keep * a + (1 - keep) * b)


def _share(averaged: nn.Module, model: nn.Module, keep: float) -> None:
    for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
        a.data = b.data


def _nothing(averaged: nn.Module, model: nn.Module, keep: float) -> None:
    return


RIVALS = (
    (SWAPPED, _with(lambda a, b, keep: (1 - keep) * a + keep * b)),
    (NO_EFFECT, _nothing),
    (COPIES, _with(lambda a, b, keep: b)),
    (SHARED, _share),
    *(
        (SOME_ONLY, _with(lambda a, b, keep: keep * a + (1 - keep) * b, pick))
        for pick in ("weights", "biases", "first", "last", "but last", "but first")
    ),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a + b)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + (1 - keep) * b)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + keep * b)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a - (1 - keep) * b)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + b)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: (keep * a + (1 - keep) * b) / 2)),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * (a + (1 - keep) * b))),
    (NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + (1 - keep) * (a - b))),
    *(
        (KEEP_IGNORED, _with(lambda a, b, keep, k=k: k * a + (1 - k) * b))  # type: ignore[misc]
        for k in (0.5, 0.9, 0.99, 0.995, 0.999)
    ),
)


key = Key("averaging", right=_right)
for misconception, answer in RIVALS:
    key.also(misconception, answer)
