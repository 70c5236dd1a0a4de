"""Spies for both players of a conditional game, and batches for them: G(z, y) and D(x, y)."""

from __future__ import annotations

from collections.abc import Callable

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student

SET_BACK = Misconception(
    "stream_set_back",
    "Your function sets a seed, or sets a random stream back: random numbers drawn after it repeat themselves.",
    "Whoever calls the function loses the randomness of everything else. Draw, and leave seeds to the caller.",
)
LATENT, CODE, DATA = 3, 2, 4  # numbers in a row of noise, of a label's code, and of data


def generator(student: Student, inputs: Inputs, classes: int, pictures: bool = False) -> Ref:
    """Make a generator of (N, 4) samples, or of (N, 1, 2, 2) pictures."""
    layers = [
        ("linear", inputs.normal(5, LATENT + CODE), inputs.normal(5)),
        ("tanh",),
        ("linear", inputs.normal(DATA, 5), inputs.normal(DATA)),
        *([("picture",)] if pictures else []),
    ]
    return student.spy_module("G", layers, table=inputs.normal(classes, CODE))


def discriminator(student: Student, inputs: Inputs, classes: int, flat: bool, at: float = 0.0) -> Ref:
    """Make a discriminator.

    Args:
        student: the handle.
        inputs: for its weights.
        classes: number of classes.
        flat: whether its logits come as (N,), and not as (N, 1).
        at: added to every logit.
    """
    hidden = inputs.integer(3, 6)
    # Logits of a few units at most: how a loss behaves far out is asked by itself.
    layers = [
        ("linear", inputs.normal(hidden, DATA + CODE, scale=0.5), inputs.normal(hidden)),
        ("softplus",),
        ("linear", inputs.normal(1, hidden, scale=0.4), inputs.normal(1, scale=0.5) + at),
    ]
    return student.spy_module("D", layers, flat_output=flat, table=inputs.normal(classes, CODE))


def batch(inputs: Inputs, rows: int, classes: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return noise and labels; among several labels at least two differ, and their order shows."""
    first = inputs.integer(0, classes - 1)
    labels = [(first + i * i) % classes for i in range(rows)]
    return inputs.normal(rows, LATENT), torch.tensor(labels)


def streams_set_back(student: Student, call: Callable[[], object], times: int = 2) -> list[str]:
    """Call something some times; return the names of the random streams that then give an old number again."""
    drawn = [student.draw_numbers()]
    for _ in range(times):
        call()
        drawn.append(student.draw_numbers())
    names = ("torch", "NumPy", "Python's random")
    again = [len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True)]
    return [name for name, back in zip(names, again, strict=True) if back]
