"""A small generator for pictures whose every number is known, for exercises that keep one in a file."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student

LATENT = 4
AVERAGES = ("running_mean", "running_var")
COUNTER = "num_batches_tracked"
State = dict[str, torch.Tensor]
Layers = list[tuple[Any, ...]]


def layers(inputs: Inputs) -> Layers:
    """Layers for pictures of 8 pixels; batch norm's numbers lie well away from 0 and 1."""
    c = inputs.integer(3, 6)
    norm = inputs.uniform(c, low=0.5, high=1.5), inputs.normal(c), inputs.normal(c), inputs.uniform(c) + 1
    return [
        ("unflatten", LATENT, 1, 1),
        ("conv_transpose", inputs.normal(LATENT, c, 4, 4), None, 1, 0),
        ("batch_norm", *norm),
        ("relu",),
        ("conv_transpose", inputs.normal(c, 1, 4, 4) * 0.3, inputs.normal(1), 2, 1),
        ("tanh",),
    ]


def used_once(student: Student, module: Ref, inputs: Inputs) -> None:
    """Show a network a batch in training mode: batch norm counts it and moves its averages."""
    student.is_training(module, switch_to=True)
    student.call(module, inputs.normal(6, LATENT))


def equal(one: State, two: State) -> bool:
    """Whether two networks have the same numbers, to the last bit, under the same names."""
    return one.keys() == two.keys() and all(torch.equal(one[k], two[k]) for k in one)
