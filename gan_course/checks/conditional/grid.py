"""Check of the grid by class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.conditional.players import Labelled, generator
from gan_course.checks.framework import Report, close, exercise_check, same_shape


@exercise_check
def class_grid(report: Report, answer: Callable[..., Any]) -> None:
    """Check grids of three classes, with three columns and with two, against a tiny generator."""
    for columns in (3, 2):
        g = generator()
        z = torch.tensor([[0.5, -1.0], [1.0, 0.25], [-0.75, 0.5]])[:columns]
        images = report.call(answer, g, z.clone(), 3)
        images = same_shape(
            report,
            images,
            [(3 * columns, 2)],
            f"3 classes and {columns} columns: {3 * columns} images, in one batch as G returns them.",
        )
        if not _order(report, g, images, z):
            return
        report.passed(f"3 classes and {columns} z: a row for each class, a column for each z")
    report.expect(
        not images.requires_grad,
        "keeps no graph",
        "the images still hold the graph of their gradients",
        "Nobody trains on a picture: torch.no_grad() spares the memory.",
    )
    report.expect(
        g.training and all(p.requires_grad for p in g.parameters()),
        "leaves the generator as it was",
        "the generator was left in evaluation mode, or frozen",
        "Whoever trains on finds it changed. Switch back what you switch.",
    )


def _order(report: Report, g: Labelled, images: Tensor, z: Tensor) -> bool:
    def made(labels: Tensor, noise: Tensor) -> Tensor:
        with torch.no_grad():
            return g.apply_to(noise, labels)

    classes = torch.arange(3)
    slow, fast = classes.repeat_interleave(len(z)), classes.repeat(len(z))
    if close(images, made(slow, z.repeat(3, 1))):
        return True
    cases = (
        (
            made(fast, z.repeat_interleave(3, 0)),
            "each z fills a row, and the class changes along it",
            "Turn it: a row is one class. Which of the two changes slowly along the list?",
        ),
        (
            made(slow, z[:1].expand(len(slow), -1)),
            "a row shows the same z over and over",
            "All variety within a row comes from z: a column for each of them.",
        ),
        (
            made(slow.flip(0), z.repeat(3, 1)),
            "the classes come in the wrong order",
            "Row 0 is class 0.",
        ),
    )
    for wrong, text, teach in cases:
        if close(images, wrong):
            report.failed(text, teach)
            return False
    inputs = torch.cat([x for x, _ in g.calls]) if g.calls else torch.zeros(0, 2)
    fresh = not bool((inputs[:, None] == z[None]).all(-1).any(-1).all())
    report.failed(
        "the images are not those of every class with every z",
        "The grid uses the z it is given, in every row the same."
        if fresh
        else "Write down label and z of every image, in order. Does every class meet every z?",
    )
    return False
