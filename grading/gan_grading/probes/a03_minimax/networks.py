"""Probes of the two networks of the minimax game, an MLP each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_grading.probes.probe import Probe

G_BOUNDED = replace(
    net.BOUNDED,
    hint="The ring has points at distance 2 from the centre, data may lie anywhere: end with a linear layer.",
)
D_BOUNDED = replace(
    net.BOUNDED,
    says="The output cannot leave a fixed interval: it looks like a probability, not a logit.",
    hint="The losses of this course apply σ themselves. What does D return when no sigmoid stands at its end?",
)


def _judge_generator(student: Student, dice: Dice, sheet: Sheet) -> None:
    latent, data = dice.integer(2, 6), dice.integer(2, 5)
    module = net.build(student, sheet, "make_generator", latent, data, 16)
    _insist_sizes(student, sheet, "make_generator", module, (latent, data), (data, data + 1))
    net.judge_shapes(student, sheet, module, latent, lambda n: [(n, data)])
    z = dice.normal(32, latent)
    _judge_same_again(student, sheet, module, z)
    net.judge_gradients(student, sheet, module, z, dice.seed_for())
    net.judge_listens(student, sheet, module, z, dice.seed_for())
    net.judge_every_column(student, sheet, module, z, dice.seed_for())
    net.judge_range(student, sheet, module, z, dice.seed_for())
    net.judge_nonlinear(student, sheet, module, z, dice.seed_for())
    net.judge_columns_differ(student, sheet, module, z, dice.seed_for())
    _judge_copies(student, sheet, "make_generator", (latent, data), dice)
    student.scramble(module, 0.5, dice.seed_for())
    _insist_alone(student, sheet, module, z)


def _judge_discriminator(student: Student, dice: Dice, sheet: Sheet) -> None:
    data = dice.integer(2, 6)
    module = net.build(student, sheet, "make_discriminator", data, 16)
    _insist_sizes(student, sheet, "make_discriminator", module, (data,), None)
    net.judge_shapes(student, sheet, module, data, lambda n: [(n,), (n, 1)])
    x = dice.normal(32, data, scale=1.5)
    net.judge_gradients(student, sheet, module, x, dice.seed_for())
    net.judge_listens(student, sheet, module, x, dice.seed_for())
    net.judge_every_column(student, sheet, module, x, dice.seed_for())
    net.judge_range(student, sheet, module, x, dice.seed_for())
    net.judge_nonlinear(student, sheet, module, x, dice.seed_for())
    _judge_copies(student, sheet, "make_discriminator", (data,), dice)
    _judge_rows(student, sheet, module, x, dice.seed_for())


def _insist_sizes(
    student: Student,
    sheet: Sheet,
    name: str,
    module: Ref,
    sizes: tuple[int, ...],
    widths: tuple[int, int] | None,
) -> None:
    """Insist that another call, with each size one larger and `hidden` left out, follows its sizes.

    Args:
        student: the handle.
        sheet: where findings go.
        name: the student's function.
        module: network already built for ``sizes`` with a hidden width of 16.
        sizes: what it was built for, features that come in first.
        widths: features that must come out of either network, where the sizes decide that.
    """
    criterion = "follows the sizes given"
    first = _output(student, module, sizes[0])
    other = net.build(student, sheet, name, *[size + 1 for size in sizes])
    second = _output(student, other, sizes[0] + 1)
    if isinstance(first, StudentFault) and isinstance(second, StudentFault):
        # Neither takes what it was built for: built for a size of its own, or broken.
        widths_taken = [isinstance(_output(student, module, n), torch.Tensor) for n in range(1, 9)]
        sheet.insist(not any(widths_taken), criterion, "sizes_ignored", first.message)
        raise first
    for out in (first, second):
        if isinstance(out, StudentFault):
            sheet.insist(False, criterion, "sizes_ignored", out.message)
    if widths and isinstance(first, torch.Tensor) and isinstance(second, torch.Tensor):
        # The same width although other sizes were asked for; any other misfit is a wrong shape.
        sheet.insist(first.shape[-1:] != second.shape[-1:], criterion, "sizes_ignored")
    sheet.passed(criterion)


def _output(student: Student, module: Ref, features: int) -> Any:
    try:
        return net.forward(student, module, torch.zeros(4, features))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return fault


def _judge_same_again(student: Student, sheet: Sheet, module: Ref, z: torch.Tensor) -> None:
    """The same z twice; the first calls are for layers that settle, such as spectral norm."""
    first, again = (net.forward(student, module, z) for _ in range(2))
    same = _alike(first, again, 1e-5)
    if not same:
        for _ in range(60):
            first, again = again, net.forward(student, module, z)
        # How fast spectral norm settles depends on the weights; noise of its own would not settle at all.
        same = _alike(first, again, 3e-4)
    sheet.insist(same, "the same z gives the same x", "random_forward")


def _alike(one: Any, two: Any, tolerance: float) -> bool:
    if not (isinstance(one, torch.Tensor) and isinstance(two, torch.Tensor) and one.shape == two.shape):
        return False
    return float((one - two).abs().max()) <= tolerance * float(one.abs().max()) + 1e-6


def _judge_rows(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Each row by itself: other rows beside it, or none, change nothing.

    In training mode the same seed lets dropout drop the same; a row alone is judged in evaluation mode.
    """
    student.scramble(module, 0.5, seed)
    half = len(x) // 2
    others = torch.cat([x[:half], 3.0 * x[half:].flip(0) + 1.0])
    beside = [net.settle(student, module, rows, seed).reshape(-1)[:half] for rows in (x, others)]
    room = 1e-3 * float(beside[0].abs().max() + 1)
    coupled = not torch.allclose(beside[0], beside[1], rtol=1e-3, atol=room)
    sheet.insist(not coupled, "each row by itself", "rows_coupled")
    _insist_alone(student, sheet, module, x)


def _insist_alone(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor) -> None:
    """In evaluation a row alone gives what it gives among others; there batch norm does so too."""
    student.is_training(module, switch_to=False)
    together = _row_by_row(net.forward(student, module, x), len(x))
    alone = torch.cat([_row_by_row(net.forward(student, module, x[i : i + 1]), 1) for i in range(4)])
    room = 1e-4 * float(together.abs().max() + 1)
    close = torch.allclose(together[:4], alone, rtol=1e-3, atol=room)
    student.is_training(module, switch_to=True)
    sheet.insist(close, "each row by itself", "rows_coupled")


def _row_by_row(out: torch.Tensor, rows: int) -> torch.Tensor:
    return out.reshape(rows, -1)


def _judge_copies(student: Student, sheet: Sheet, name: str, sizes: tuple[int, ...], dice: Dice) -> None:
    first, second = (net.build(student, sheet, name, *sizes, 8) for _ in range(2))
    wide = net.build(student, sheet, name, *sizes, 24)
    for module in (first, second, wide):
        # One call each, so that lazy layers have their weights.
        net.forward(student, module, torch.zeros(4, sizes[0]))
    x = dice.normal(16, sizes[0])
    net.judge_width(student, sheet, first, wide)
    net.judge_fresh(student, sheet, first, second, dice.seed_for())
    net.judge_registered(student, sheet, first, second, x)


SHARED = (
    net.NOT_A_MODULE,
    net.WRONG_SHAPE,
    net.BATCH_SIZE,
    net.SIZES_IGNORED,
    net.HIDDEN_IGNORED,
    net.LINEAR,
    net.ONE_SIGN,
    net.IGNORES_INPUT,
    net.IGNORES_PART,
    net.NO_GRADIENT,
    net.NOT_REGISTERED,
    net.NOT_FRESH,
    net.RESEEDED,
)

PROBES = (
    Probe(
        "make_generator",
        _judge_generator,
        (*SHARED, G_BOUNDED, net.RANDOM_FORWARD, net.REPEATED_OUTPUT, net.COUPLED),
    ),
    Probe("make_discriminator", _judge_discriminator, (*SHARED, D_BOUNDED, net.COUPLED)),
)
