"""Probe of the discriminator for pictures (Radford et al. 2015)."""

from __future__ import annotations

from dataclasses import replace

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text
from gan_grading.probes.a06_dcgan import pictures as pic
from gan_grading.probes.probe import Probe

MAPS_LEFT = Misconception(
    "maps_left",
    "D returns maps of one pixel, (N, 1, 1, 1), not one logit for each picture.",
    "Losses of (N, 1, 1, 1) and (N,) make an N-by-N table without a warning. Flatten at the end: (N,) or (N, 1).",
    share=0.5,
)
BATCH_NORM_FIRST = Misconception(
    "batch_norm_at_input",
    "D answers the same when the contrast of all its pictures is doubled: something normalises its input.",
    "How bright and how sharp pictures are is what D needs to see. No batch norm before the first convolution nor on its output.",
    share=0.4,
)
BOUNDED = replace(
    net.BOUNDED,
    says="The output cannot leave a fixed interval: it looks like a probability, not a logit.",
    hint="The losses of this course apply σ themselves. What does D return when no sigmoid stands at its end?",
)
COUPLED = replace(
    net.COUPLED,
    says="In evaluation mode, what D says of one picture depends on the others in its batch.",
    hint="Batch norm may look at the batch while training; in evaluation mode it uses stored averages. What else looks along the batch?",
)
NAME, WIDTH = "make_discriminator", 8


def _logits(n: int) -> list[tuple[int, ...]]:
    return [(n,), (n, 1)]


def _insist_size(student: Student, sheet: Sheet, dice: Dice) -> Ref:
    """Build for several sizes; return the network for 16 pixels."""
    kept = None
    for size in (16, 28, 4 * dice.integer(5, 6)):
        module = net.build(student, sheet, NAME, size, WIDTH)
        if kept is None:
            sheet.require(student.is_training(module), "comes in training mode", "eval_left_on")
            student.is_training(module, switch_to=True)
        x = dice.normal(6, 1, size, size)
        try:
            out = net.forward(student, module, x)
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
            sheet.insist(kept is None, "follows `size`", "size_ignored", fault.message)
            sheet.insist(not _takes_another(student, module), "follows `size`", "size_ignored", fault.message)
            raise
        seen = f"{size} pixels, N = 6: returned {type_text(out)}, wanted (6,) or (6, 1)"
        shape = tuple(out.shape) if isinstance(out, torch.Tensor) else ()
        sheet.insist(shape != (6, 1, 1, 1), "one logit for each picture", "maps_left", seen)
        if shape not in _logits(6):
            # Maps that grow with the picture: the last kernel was made for 16 pixels.
            name = "size_ignored" if kept is not None else "wrong_shape"
            sheet.insist(False, "one logit for each picture", name, seen)
        if kept is None:
            kept = module
    sheet.passed("one logit for each picture")
    assert kept is not None
    return kept


def _takes_another(student: Student, module: Ref) -> bool:
    for size in (28, 32, 64, 8):
        try:
            net.forward(student, module, torch.zeros(6, 1, size, size))
            return True
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
    return False


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    module = _insist_size(student, sheet, dice)
    pic.judge_counts(student, sheet, module, lambda n: _grey(n, 16), _logits)
    x = dice.normal(10, 1, 16, 16)
    net.judge_range(student, sheet, module, x, dice.seed_for())
    net.judge_gradients(student, sheet, module, x, dice.seed_for())
    pic.judge_listens(student, sheet, module, x, dice.seed_for())
    _judge_rows(student, sheet, module, x, dice.seed_for())
    net.judge_nonlinear(student, sheet, module, x, dice.seed_for())
    _judge_contrast(student, sheet, module, x, dice.seed_for())
    _judge_copies(student, sheet, x, dice)
    pic.judge_device(student, sheet, module, x)
    _judge_shared(student, sheet, dice)


def _grey(n: int, size: int) -> torch.Tensor:
    return torch.sin(torch.arange(float(n * size * size))).reshape(n, 1, size, size)


def _judge_rows(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor, seed: int) -> None:
    """In evaluation mode a picture is judged by itself."""
    kept = student.state(module)
    student.scramble(module, 0.5, seed)
    student.is_training(module, switch_to=False)
    whole = net.forward(student, module, x)
    # Two parts that make up the whole: what one row decides for all, it decides in one of them only.
    parts = torch.cat([net.forward(student, module, part).reshape(len(part), -1) for part in x.split([3, 7])])
    student.is_training(module, switch_to=True)
    student.load(module, kept)
    size = whole.abs().mean().clamp_min(1e-6)
    alone = bool(((whole.reshape(len(x), -1) - parts).abs() < 1e-3 * size + 1e-5).all())
    sheet.insist(alone, "each picture is judged by itself", "rows_coupled")


def _judge_contrast(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Pictures with more contrast, all of them: a D that normalises its input cannot see it."""
    kept, blind = student.state(module), True
    for trial in range(3):
        student.scramble(module, 1.0, seed + trial)
        seen = torch.stack(
            [net.forward(student, module, c * x, seed).double().reshape(-1) for c in (1.0, 2.0, 5.0)]
        )
        spread = seen.std(dim=1).mean().clamp_min(1e-9)
        blind = blind and float((seen - seen[:1]).abs().max()) < 1e-2 * float(spread)
    student.load(module, kept)
    sheet.require(not blind, "sees the contrast of its pictures", "batch_norm_at_input")


def _judge_copies(student: Student, sheet: Sheet, x: torch.Tensor, dice: Dice) -> None:
    wide = net.build(student, sheet, NAME, 16, 3 * WIDTH)
    plain = net.build(student, sheet, NAME, 16, WIDTH)
    again = net.build(student, sheet, NAME, 16, WIDTH)
    for module in (wide, plain, again):
        net.forward(student, module, x)  # lazy layers get their sizes from the first batch
    pic.judge_width(student, sheet, plain, wide)
    net.judge_fresh(student, sheet, plain, again, dice.seed_for())
    net.judge_registered(student, sheet, plain, again, x)
    default = student.call(NAME, 16).value
    is_module = isinstance(default, Ref) and default.kind == "module"
    sheet.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(default)}")


def _judge_shared(student: Student, sheet: Sheet, dice: Dice) -> None:
    """Pictures whose right half is empty need almost every weight of a convolution.

    Without biases, so that nothing comes of an empty half, and in evaluation mode, for the same reason.
    """
    module = net.build(student, sheet, NAME, 16, 24)
    net.forward(student, module, dice.normal(4, 1, 16, 16))
    student.is_training(module, switch_to=False)
    half, whole = [], []
    for trial in range(3):
        student.scramble(module, 0.3, dice.seed + trial)
        state = student.state(module)
        shifts = {k: torch.zeros_like(v) for k, v in state.items() if k.endswith(("bias", "running_mean"))}
        student.load(module, {**state, **shifts})
        x, weights = dice.normal(6, 1, 16, 16), dice.normal(6)
        left = x.clone()
        left[..., 8:] = 0
        half.append(pic.touched(student, module, left, weights))
        whole.append(pic.touched(student, module, x, weights))
    pic.judge_shared_weights(sheet, half, whole)


PROBES = (
    Probe(
        NAME,
        _judge,
        (*pic.SHARED, MAPS_LEFT, BATCH_NORM_FIRST, BOUNDED, net.ONE_SIGN, COUPLED),
    ),
)
