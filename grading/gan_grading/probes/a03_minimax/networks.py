"""Probes of the two networks of the minimax game, an MLP each."""

from __future__ import annotations

from dataclasses import replace

import torch

from gan_grading.probes import networks as net
from gan_grading.probes.dice import Dice
from gan_grading.probes.probe import Probe
from gan_grading.probes.sheet import Sheet
from gan_grading.student import Ref, Student, StudentFault

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
    _insist_sizes(student, sheet, "make_generator", (latent + 1, data + 1, 16), latent + 1)
    net.judge_shapes(student, sheet, module, latent, lambda n: [(n, data)])
    z = dice.normal(32, latent)
    net.judge_gradients(student, sheet, module, z)
    _judge_same_again(student, sheet, module, z)
    net.judge_listens(student, sheet, module, z, dice.seed_for())
    net.judge_range(student, sheet, module, z, dice.seed_for())
    net.judge_nonlinear(student, sheet, module, z, dice.seed_for())
    _judge_copies(student, sheet, "make_generator", (latent, data), dice)


def _judge_discriminator(student: Student, dice: Dice, sheet: Sheet) -> None:
    data = dice.integer(2, 6)
    module = net.build(student, sheet, "make_discriminator", data, 16)
    _insist_sizes(student, sheet, "make_discriminator", (data + 1, 16), data + 1)
    net.judge_shapes(student, sheet, module, data, lambda n: [(n,), (n, 1)])
    x = dice.normal(32, data, scale=1.5)
    net.judge_gradients(student, sheet, module, x)
    net.judge_listens(student, sheet, module, x, dice.seed_for())
    net.judge_range(student, sheet, module, x, dice.seed_for())
    net.judge_nonlinear(student, sheet, module, x, dice.seed_for())
    _judge_rows(student, sheet, module, x, dice.seed_for())
    _judge_copies(student, sheet, "make_discriminator", (data,), dice)


def _insist_sizes(student: Student, sheet: Sheet, name: str, sizes: tuple[int, ...], rows_of: int) -> None:
    """Insist that another call with other sizes takes other inputs."""
    module = net.build(student, sheet, name, *sizes)
    try:
        net.forward(student, module, torch.zeros(4, rows_of))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        sheet.insist(False, "follows the sizes given", "sizes_ignored", fault.message)
    sheet.passed("follows the sizes given")


def _judge_same_again(student: Student, sheet: Sheet, module: Ref, z: torch.Tensor) -> None:
    first, again = (net.forward(student, module, z) for _ in range(2))
    same = isinstance(first, torch.Tensor) and isinstance(again, torch.Tensor) and torch.equal(first, again)
    sheet.insist(same, "the same z gives the same x", "random_forward")


def _judge_rows(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Each row by itself, judged in evaluation mode so that dropout in D is no obstacle."""
    student.scramble(module, 0.5, seed)
    student.is_training(module, switch_to=False)
    together = net.forward(student, module, x).reshape(-1)
    alone = torch.cat([net.forward(student, module, x[i : i + 1]).reshape(-1) for i in range(4)])
    close = torch.allclose(together[:4], alone, rtol=1e-3, atol=1e-4 * float(together.abs().max() + 1))
    student.is_training(module, switch_to=True)
    sheet.insist(close, "each row is judged by itself", "rows_coupled")


def _judge_copies(student: Student, sheet: Sheet, name: str, sizes: tuple[int, ...], dice: Dice) -> None:
    first, second = (net.build(student, sheet, name, *sizes, 8) for _ in range(2))
    wide = net.build(student, sheet, name, *sizes, 24)
    for module in (first, second, wide):
        # One call each, so that lazy layers have their weights.
        net.forward(student, module, torch.zeros(4, sizes[0]))
    net.judge_width(student, sheet, first, wide)
    net.judge_fresh(student, sheet, first, second, dice.seed_for())


SHARED = (
    net.NOT_A_MODULE,
    net.WRONG_SHAPE,
    net.BATCH_SIZE,
    net.SIZES_IGNORED,
    net.HIDDEN_IGNORED,
    net.LINEAR,
    net.ONE_SIGN,
    net.IGNORES_INPUT,
    net.NO_GRADIENT,
    net.NOT_FRESH,
    net.RESEEDED,
)

PROBES = (
    Probe("make_generator", _judge_generator, (*SHARED, G_BOUNDED, net.RANDOM_FORWARD)),
    Probe("make_discriminator", _judge_discriminator, (*SHARED, D_BOUNDED, net.COUPLED)),
)
