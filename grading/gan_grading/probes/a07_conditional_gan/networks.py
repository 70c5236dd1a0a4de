"""Probes of the two conditional networks: G(z, y) and D(x, y).

How the label gets in (one-hot, embedding, projection, FiLM) is never looked at: only what it does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_grading.probes.a07_conditional_gan.conditions import (
    ADDITIVE,
    AS_NUMBER,
    FIRST_IGNORED,
    LABEL_REFUSED,
    MERGED,
    SHARED_LABEL,
    Y_IGNORED,
    judge_condition,
    judge_first,
    judge_labels_accepted,
)
from gan_grading.probes.probe import Probe

NOT_PIXELS = Misconception(
    "not_bounded",
    "The generator's output leaves the range of the pixels, −1 to 1.",
    "No real pixel is larger than 1. Which function squashes any number into (−1, 1)?",
    share=0.5,
)
HALF_RANGE = Misconception(
    "half_range",
    "The generator cannot reach the whole range from −1 to 1.",
    "A sigmoid ends at 0, but black is −1 here. Which bounded function has both signs?",
    share=0.5,
)
D_BOUNDED = Misconception(
    "bounded",
    "The output of D cannot leave a fixed interval: it looks like a probability, not a logit.",
    "The losses of this course apply σ themselves. What does D return when no sigmoid stands at its end?",
)


@dataclass(frozen=True)
class Shape:
    """One conditional network: how it is built and what goes through it.

    Attributes:
        name: the exercise.
        sizes: arguments of the function, without `hidden`.
        width: columns of its first input.
        classes: number of classes.
        out: allowed shapes of the output for n rows.
    """

    name: str
    sizes: tuple[int, int, int]
    width: int
    classes: int
    out: Callable[[int], list[tuple[int, ...]]]

    def labels(self, n: int) -> tuple[torch.Tensor]:
        """Labels for n rows, all classes in turn."""
        return (torch.arange(n) % self.classes,)


def _judge_generator(student: Student, dice: Dice, sheet: Sheet) -> None:
    latent, classes, data = dice.integer(2, 5), dice.integer(11, 13), dice.integer(6, 9)
    shape = Shape("make_generator", (latent, classes, data), latent, classes, lambda n: [(n, data)])
    module, rows = _common(student, dice, sheet, shape)
    _judge_repeatable(student, sheet, module, rows)
    _judge_pixels(student, sheet, module, rows, dice.seed_for())
    judge_condition(student, sheet, module, rows, classes, dice.seed_for(), pixels=True)
    _judge_copies(student, dice, sheet, shape)


def _judge_discriminator(student: Student, dice: Dice, sheet: Sheet) -> None:
    data, classes = dice.integer(3, 6), dice.integer(11, 13)
    shape = Shape("make_discriminator", (data, classes, 0), data, classes, lambda n: [(n,), (n, 1)])
    module, rows = _common(student, dice, sheet, shape)
    net.judge_range(student, sheet, module, rows, dice.seed_for())
    _judge_rows(student, sheet, module, rows, dice.seed_for())
    judge_condition(student, sheet, module, rows, classes, dice.seed_for(), pixels=False)
    net.judge_nonlinear(student, sheet, module, rows, dice.seed_for())
    _judge_copies(student, dice, sheet, shape)


def _build(student: Student, sheet: Sheet, shape: Shape, hidden: int, more: int = 0) -> Ref:
    sizes = [size + more for size in shape.sizes if size]
    return net.build(student, sheet, shape.name, *sizes, hidden)


def _common(student: Student, dice: Dice, sheet: Sheet, shape: Shape) -> tuple[Ref, net.Inputs]:
    module = _build(student, sheet, shape, 16)
    try:
        judge_labels_accepted(student, sheet, module, shape.width, shape.classes)
    except StudentFault as fault:
        built_in = fault.kind == "raised" and _fits_the_lesson(student, sheet, shape)
        sheet.insist(not built_in, "follows the sizes given", "sizes_ignored", fault.message)
        raise
    net.judge_shapes(student, sheet, module, shape.width, shape.out, shape.labels)
    _insist_sizes(student, sheet, shape)
    rows = (dice.normal(3 * shape.classes, shape.width), *shape.labels(3 * shape.classes))
    net.judge_gradients(student, sheet, module, rows, dice.seed_for())
    judge_first(student, sheet, module, rows, dice.seed_for())
    return module, rows


def _fits_the_lesson(student: Student, sheet: Sheet, shape: Shape) -> bool:
    """Whether a network that refuses the hidden sizes works for those of the notebook."""
    pixels, latent, classes = 256, 16, 10
    generates = shape.name == "make_generator"
    sizes = (latent, classes, pixels) if generates else (pixels, classes)
    x = torch.zeros(classes, latent if generates else pixels)
    try:
        module = net.build(student, sheet, shape.name, *sizes)
        net.forward(student, module, (x, torch.arange(classes)))
    except StudentFault:
        return False
    return True


def _insist_sizes(student: Student, sheet: Sheet, shape: Shape) -> None:
    """Insist that sizes one larger, with `hidden` left out, give a network of these sizes."""
    larger = Shape(shape.name, shape.sizes, shape.width + 1, shape.classes + 1, shape.out)
    sizes = [size + 1 for size in shape.sizes if size]
    n = larger.classes
    x = torch.linspace(-1, 1, n * larger.width).reshape(n, larger.width)
    try:
        module = net.build(student, sheet, shape.name, *sizes)
        out = net.forward(student, module, (x, *larger.labels(n)))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        sheet.insist(False, "follows the sizes given", "sizes_ignored", fault.message)
        raise
    wanted = {(n,), (n, 1)} if shape.name == "make_discriminator" else {(n, shape.sizes[2] + 1)}
    fits = isinstance(out, torch.Tensor) and tuple(out.shape) in wanted
    sheet.insist(fits, "follows the sizes given", "sizes_ignored")


def _judge_repeatable(student: Student, sheet: Sheet, module: Ref, rows: net.Inputs) -> None:
    student.is_training(module, switch_to=False)
    first, again = (net.forward(student, module, rows) for _ in range(2))
    student.is_training(module, switch_to=True)
    same = isinstance(first, torch.Tensor) and torch.allclose(first, again, atol=1e-5)
    sheet.insist(same, "the same z and y give the same x", "random_forward")


def _judge_pixels(student: Student, sheet: Sheet, module: Ref, rows: net.Inputs, seed: int) -> None:
    """Whatever the weights, pixels lie between −1 and 1, and may come near both ends."""
    wild = net.outputs_when_scrambled(student, module, rows, 20.0, [seed + i for i in range(6)])
    low, high = float(wild.min()), float(wild.max())
    seen = f"with wild weights from {low:.3g} to {high:.3g}"
    bounded = low >= -1.0001 and high <= 1.0001
    if sheet.require(bounded, "pixels between −1 and 1", "not_bounded", seen):
        sheet.require(low < -0.9 and high > 0.9, "pixels between −1 and 1", "half_range", seen)


def _judge_copies(student: Student, dice: Dice, sheet: Sheet, shape: Shape) -> None:
    first, second, wide = (_build(student, sheet, shape, hidden) for hidden in (8, 8, 24))
    rows = (dice.normal(16, shape.width), *shape.labels(16))
    for module in (first, second, wide):
        # One call each, so that lazy layers have their weights.
        net.forward(student, module, rows)
    net.judge_width(student, sheet, first, wide)
    net.judge_fresh(student, sheet, first, second, dice.seed_for())
    net.judge_registered(student, sheet, first, second, rows)


def _judge_rows(student: Student, sheet: Sheet, module: Ref, rows: net.Inputs, seed: int) -> None:
    """Each pair by itself: other pairs beside it change nothing, in training and in evaluation."""
    x, labels = rows
    student.scramble(module, 0.5, seed)
    half = len(x) // 2
    others = (
        torch.cat([x[:half], 3.0 * x[half:].flip(0) + 1.0]),
        torch.cat([labels[:half], labels[half:].flip(0)]),
    )
    coupled = False
    for training in (True, False):
        student.is_training(module, switch_to=training)
        one, two = (net.settle(student, module, given, seed).reshape(-1)[:half] for given in (rows, others))
        coupled |= not torch.allclose(one, two, rtol=1e-3, atol=1e-3 * float(one.abs().max() + 1))
    student.is_training(module, switch_to=True)
    sheet.insist(not coupled, "each pair is judged by itself", "rows_coupled")


SHARED = (
    net.NOT_A_MODULE,
    net.WRONG_SHAPE,
    net.BATCH_SIZE,
    net.SIZES_IGNORED,
    net.HIDDEN_IGNORED,
    net.NO_GRADIENT,
    net.NOT_REGISTERED,
    net.NOT_FRESH,
    net.RESEEDED,
    Y_IGNORED,
    MERGED,
    ADDITIVE,
    AS_NUMBER,
    FIRST_IGNORED,
    LABEL_REFUSED,
    SHARED_LABEL,
)

PROBES = (
    Probe("make_generator", _judge_generator, (*SHARED, NOT_PIXELS, HALF_RANGE, net.RANDOM_FORWARD)),
    Probe(
        "make_discriminator",
        _judge_discriminator,
        (*SHARED, D_BOUNDED, net.ONE_SIGN, net.LINEAR, net.COUPLED),
    ),
)
