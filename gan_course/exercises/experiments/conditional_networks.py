"""The two networks of a conditional game, G(z, y) and D(x, y), judged by properties alone.

How the label gets in (one-hot, embedding, projection, FiLM) is never looked at: only what it does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.label_effects import (
    ADDITIVE,
    ALL_ALIKE,
    AS_NUMBER,
    FIRST_IGNORED,
    LABEL_REFUSED,
    MERGED,
    SHARED_LABEL,
    Y_IGNORED,
    judge_condition,
    judge_first,
    judge_labels_accepted,
    judge_variety,
)
from gan_course.exercises.labelled_players import SET_BACK, streams_set_back
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, same_bits

VERSION = 1
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
MISCONCEPTIONS = (
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
    ALL_ALIKE,
    LABEL_REFUSED,
    SHARED_LABEL,
    NOT_PIXELS,
    HALF_RANGE,
    net.REPEATED_OUTPUT,
    net.RANDOM_FORWARD,
    net.BOUNDED,
    net.ONE_SIGN,
    net.LINEAR,
    net.COUPLED,
    SET_BACK,
    MODIFIES_INPUTS,
)
Judge = Callable[[Student, Inputs, Findings, str], None]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str, *, of: str) -> None:
    """Play a function that builds one of the two networks.

    Args:
        student: the handle on the answer.
        inputs: for sizes and batches.
        findings: where to note.
        exercise: name of the function.
        of: ``"generator"`` for a function of (latent_dim, classes, data_dim, hidden), ``"discriminator"`` for
            one of (data_dim, classes, hidden).
    """
    judge = {"generator": _judge_generator, "discriminator": _judge_discriminator}[of]
    judge(student, inputs, findings, exercise)


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

    @property
    def generates(self) -> bool:
        """Whether it makes samples; else it judges them."""
        return self.sizes[2] > 0

    def labels(self, n: int) -> tuple[torch.Tensor]:
        """Labels for n rows, all classes in turn."""
        return (torch.arange(n) % self.classes,)


def _judge_generator(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    latent, classes, data = inputs.integer(2, 5), inputs.integer(11, 13), inputs.integer(6, 9)
    shape = Shape(exercise, (latent, classes, data), latent, classes, lambda n: [(n, data)])
    module, rows = _common(student, inputs, findings, shape)
    _judge_repeatable(student, findings, module, rows)
    _judge_pixels(student, findings, module, rows, inputs.seed_for())
    judge_condition(student, findings, module, rows, classes, inputs.seed_for(), pixels=True)
    judge_variety(student, findings, module, rows, inputs.seed_for())
    # Batch norm couples the rows of a batch while it trains, and in evaluation no more.
    _judge_rows(student, findings, module, rows, inputs.seed_for(), modes=(False,))
    _judge_copies(student, inputs, findings, shape)


def _judge_discriminator(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    data, classes = inputs.integer(3, 6), inputs.integer(11, 13)
    shape = Shape(exercise, (data, classes, 0), data, classes, lambda n: [(n,), (n, 1)])
    module, rows = _common(student, inputs, findings, shape)
    net.judge_range(student, findings, module, rows, inputs.seed_for())
    _judge_rows(student, findings, module, rows, inputs.seed_for(), modes=(True, False))
    judge_condition(student, findings, module, rows, classes, inputs.seed_for(), pixels=False)
    net.judge_nonlinear(student, findings, module, rows, inputs.seed_for())
    _judge_copies(student, inputs, findings, shape)


def _build(student: Student, findings: Findings, shape: Shape, hidden: int, more: int = 0) -> Ref:
    sizes = [size + more for size in shape.sizes if size]
    return net.build(student, findings, shape.name, *sizes, hidden)


def _common(student: Student, inputs: Inputs, findings: Findings, shape: Shape) -> tuple[Ref, net.Inputs]:
    module = _build(student, findings, shape, 16)
    try:
        judge_labels_accepted(student, findings, module, shape.width, shape.classes)
    except StudentFault as fault:
        built_in = fault.kind == "raised" and _fits_the_lesson(student, findings, shape)
        findings.insist(not built_in, "follows the sizes given", "sizes_ignored", fault.message)
        raise
    net.judge_shapes(student, findings, module, shape.width, shape.out, shape.labels)
    _insist_sizes(student, findings, shape)
    rows = (inputs.normal(3 * shape.classes, shape.width), *shape.labels(3 * shape.classes))
    net.judge_gradients(student, findings, module, rows, inputs.seed_for())
    judge_first(student, findings, module, rows, inputs.seed_for())
    return module, rows


def _fits_the_lesson(student: Student, findings: Findings, shape: Shape) -> bool:
    """Whether a network that refuses the hidden sizes works for those of the notebook."""
    pixels, latent, classes = 256, 16, 10
    sizes = (latent, classes, pixels) if shape.generates else (pixels, classes)
    x = torch.zeros(classes, latent if shape.generates else pixels)
    try:
        module = net.build(student, findings, shape.name, *sizes)
        net.forward(student, module, (x, torch.arange(classes)))
    except StudentFault:
        return False
    return True


def _insist_sizes(student: Student, findings: Findings, shape: Shape) -> None:
    """Insist that other sizes give a network of these sizes: each one larger, and the smallest there are."""
    larger = [size + 1 for size in shape.sizes if size]  # `hidden` is left out
    smallest = [1, 2, 1, 4] if shape.generates else [1, 2, 4]
    for sizes in (larger, smallest):
        width, classes = sizes[0], sizes[1]
        n = 2 * classes
        x = torch.linspace(-1, 1, n * width).reshape(n, width)
        try:
            module = net.build(student, findings, shape.name, *sizes)
            out = net.forward(student, module, (x, torch.arange(n) % classes))
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
            findings.insist(False, "follows the sizes given", "sizes_ignored", fault.message)
            raise
        wanted = {(n, sizes[2])} if shape.generates else {(n,), (n, 1)}
        fits = isinstance(out, torch.Tensor) and tuple(out.shape) in wanted
        findings.insist(fits, "follows the sizes given", "sizes_ignored", f"for sizes {tuple(sizes)}")


def _judge_repeatable(student: Student, findings: Findings, module: Ref, rows: net.Inputs) -> None:
    student.is_training(module, switch_to=False)
    first, again = (net.forward(student, module, rows) for _ in range(2))
    student.is_training(module, switch_to=True)
    same = isinstance(first, torch.Tensor) and torch.allclose(first, again, atol=1e-5)
    findings.insist(same, "the same z and y give the same x", "random_forward")


def _judge_pixels(student: Student, findings: Findings, module: Ref, rows: net.Inputs, seed: int) -> None:
    """Whatever the weights, pixels lie between −1 and 1, and may come near both ends."""
    wild = net.outputs_when_scrambled(student, module, rows, 20.0, [seed + i for i in range(6)])
    low, high = float(wild.min()), float(wild.max())
    seen = f"with wild weights from {low:.3g} to {high:.3g}"
    bounded = low >= -1.0001 and high <= 1.0001
    if findings.require(bounded, "pixels between −1 and 1", "not_bounded", seen):
        findings.require(low < -0.9 and high > 0.9, "pixels between −1 and 1", "half_range", seen)
    calm = net.outputs_when_scrambled(student, module, rows, 0.3, [seed + i for i in range(3)])
    columns = calm.reshape(-1, calm.shape[-1]).T
    copies = [torch.equal(a, b) for i, a in enumerate(columns) for b in columns[i + 1 :]]
    findings.require(not any(copies), "every pixel is free", "repeated_output")


def _judge_copies(student: Student, inputs: Inputs, findings: Findings, shape: Shape) -> None:
    first, second, wide = (_build(student, findings, shape, hidden) for hidden in (8, 8, 24))
    rows = (inputs.normal(16, shape.width), *shape.labels(16))
    for module in (first, second, wide):
        # One call each, so that lazy layers have their weights.
        net.forward(student, module, rows)
    net.judge_width(student, findings, first, wide)
    net.judge_fresh(student, findings, first, second, inputs.seed_for())
    net.judge_registered(student, findings, first, second, rows)
    seen = student.twice(first, *rows, seed=1)
    kept = all(same_bits(given, after) for given, after in zip(rows, seen.after, strict=True))
    findings.require(kept, "leaves its arguments alone", "modifies_inputs")
    if not any(f.misconception == "reseeded" for f in findings.findings()):
        back = streams_set_back(student, lambda: _build(student, findings, shape, 8))
        findings.require(not back, "random streams run on", "stream_set_back", ", ".join(back))


def _judge_rows(
    student: Student, findings: Findings, module: Ref, rows: net.Inputs, seed: int, modes: tuple[bool, ...]
) -> None:
    """Insist that other pairs in a batch change nothing, in these modes (training or not)."""
    x, labels = rows
    student.scramble(module, 0.5, seed)
    half = len(x) // 2
    others = (
        torch.cat([x[:half], 3.0 * x[half:].flip(0) + 1.0]),
        torch.cat([labels[:half], labels[half:].flip(0)]),
    )
    coupled = False
    for training in modes:
        student.is_training(module, switch_to=training)
        one, two = (net.settle(student, module, given, seed)[:half] for given in (rows, others))
        coupled |= not torch.allclose(one, two, rtol=1e-3, atol=1e-3 * float(one.abs().max() + 1))
    student.is_training(module, switch_to=True)
    findings.insist(not coupled, "each pair is seen by itself", "rows_coupled")
