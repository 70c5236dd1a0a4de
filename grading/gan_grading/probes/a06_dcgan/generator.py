"""Probe of the generator for pictures (Radford et al. 2015)."""

from __future__ import annotations

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text
from gan_grading.probes.a06_dcgan import pictures as pic
from gan_grading.probes.probe import Probe

NO_TANH = Misconception(
    "no_tanh",
    "The pictures leave the range from −1 to 1.",
    "Real pixels lie between −1 and 1. What has to stand at the end, so that the generator's do too?",
)
UNIT_RANGE = Misconception(
    "unit_range",
    "The pictures have values from 0 to 1 only: they never get darker than middle grey.",
    "The data run from −1 to 1. A sigmoid covers half of that.",
)
NARROW = Misconception(
    "range_too_small",
    "The pictures cannot reach both black (−1) and white (1).",
    "tanh reaches both ends by itself: nothing should scale or shift it afterwards.",
)
BATCH_NORM_LAST = Misconception(
    "batch_norm_at_output",
    "Whatever z is, the pixels of a batch have the same mean and spread: something normalises G's output.",
    "Pictures differ in how much ink they hold. Batch norm belongs between hidden layers, not before or after the tanh.",
    share=0.4,
)
WANTS_MAPS = Misconception(
    "wants_feature_maps",
    "Your network wants z of shape (N, latent_dim, 1, 1).",
    "It is given rows, (N, latent_dim). Turning them into maps of one pixel is its own work (nn.Unflatten, reshape).",
    share=0.5,
)
RANDOM = net.RANDOM_FORWARD
NAME, WIDTH = "make_generator", 8
SCALES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)


def _pictures(n: int, size: int) -> tuple[int, ...]:
    return (n, 1, size, size)


def _insist_size(student: Student, sheet: Sheet, dice: Dice) -> tuple[Ref, int]:
    """Build for several sizes and latent dimensions; return the network for 16 pixels."""
    latent = dice.integer(5, 11)
    kept = None
    for size, dim in ((16, latent), (28, latent), (4 * dice.integer(5, 6), latent + dice.integer(1, 3))):
        module = net.build(student, sheet, NAME, dim, size, WIDTH)
        if kept is None:
            mode = student.is_training(module)
            sheet.require(mode, "comes in training mode", "eval_left_on")
            student.is_training(module, switch_to=True)
        out = _first_output(
            student, sheet, module, torch.linspace(-1, 1, 6 * dim).reshape(6, dim), kept is None
        )
        same = f"asked for {size} pixels: returned {type_text(out)}"
        sheet.insist(isinstance(out, torch.Tensor), "size of the pictures", "wrong_shape", same)
        shape = tuple(out.shape)
        if shape != _pictures(6, size):
            name = "wrong_shape" if len(shape) != 4 or shape[:2] != (6, 1) else "wrong_size"
            if (kept is not None and shape == _pictures(6, 16)) or (
                kept is None and shape == _pictures(6, 28)
            ):
                name = "size_ignored"
            sheet.insist(False, "size of the pictures", name, same)
        if kept is None:
            kept = module
    sheet.passed("size of the pictures")
    assert kept is not None
    return kept, latent


def _first_output(student: Student, sheet: Sheet, module: Ref, z: torch.Tensor, first: bool) -> torch.Tensor:
    try:
        out: torch.Tensor = net.forward(student, module, z)
        return out
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        if _answers(student, module, z[..., None, None]):
            sheet.insist(False, "takes rows of noise", "wants_feature_maps", fault.message)
        widths = (2, 8, 10, 16, 20, 32, 50, 62, 64, 100, 128)
        fixed = any(_answers(student, module, torch.zeros(6, w)) for w in widths if w != z.shape[1])
        sheet.insist(not fixed, "follows latent_dim", "latent_dim_ignored", fault.message)
        # What runs for 16 pixels and not for others has a size of its own built in.
        sheet.insist(first, "size of the pictures", "size_ignored", fault.message)
        raise


def _answers(student: Student, module: Ref, x: torch.Tensor) -> bool:
    try:
        return isinstance(net.forward(student, module, x), torch.Tensor)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return False


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    module, latent = _insist_size(student, sheet, dice)
    pic.judge_counts(
        student,
        sheet,
        module,
        lambda n: torch.linspace(-2, 2, n * latent).reshape(n, latent),
        lambda n: [_pictures(n, 16)],
    )
    z = dice.normal(12, latent)
    _judge_same_again(student, sheet, module, z)
    net.judge_gradients(student, sheet, module, z, dice.seed_for())
    _judge_range(student, sheet, module, z, dice.seed_for())
    pic.judge_listens(student, sheet, module, z, dice.seed_for())
    _judge_bends(student, sheet, dice, latent)
    scale = _moderate(student, module, z, dice.seed)
    _judge_output_norm(student, sheet, module, latent, scale, dice)
    _judge_copies(student, sheet, latent, z, dice)
    pic.judge_device(student, sheet, module, z)
    _judge_shared(student, sheet, dice)


def _judge_same_again(student: Student, sheet: Sheet, module: Ref, z: torch.Tensor) -> None:
    """The same z twice; the first calls are for layers that settle, such as spectral norm."""
    first, again = (net.forward(student, module, z) for _ in range(2))
    if not torch.allclose(first, again, atol=1e-5):
        first = net.settle(student, module, z, 0)
        again = net.forward(student, module, z)
    sheet.insist(
        torch.allclose(first, again, atol=1e-3), "the same z gives the same picture", "random_forward"
    )


def _judge_range(student: Student, sheet: Sheet, module: Ref, z: torch.Tensor, seed: int) -> None:
    """Within −1..1 for every filling of the weights, and reaching both ends for large ones."""
    outs = [
        net.outputs_when_scrambled(student, module, z, s, [seed + i for i in range(4)]) for s in (1.0, 10.0)
    ]
    every = torch.cat([o.reshape(-1) for o in outs])
    low, high = float(every.min()), float(every.max())
    seen, criterion = f"from {low:.2f} to {high:.2f}", "pixels from −1 to 1"
    sheet.insist(low >= -1.00001 and high <= 1.00001, criterion, "no_tanh", seen)
    sheet.insist(low < -1e-6, criterion, "unit_range", seen)
    sheet.insist(low < -0.97 and high > 0.97, criterion, "range_too_small", seen)


def _moderate(student: Student, module: Ref, z: torch.Tensor, seed: int) -> float:
    """The smallest scale of weights at which the pictures are neither all grey nor all black and white."""
    for scale in SCALES:
        outs = net.outputs_when_scrambled(student, module, z, scale, [seed])
        if float(outs.abs().mean()) > 0.05:
            return scale
    return SCALES[-1]


def _before_tanh(x: torch.Tensor) -> torch.Tensor:
    return torch.atanh(x.double().clamp(-1 + 1e-7, 1 - 1e-7))


def _judge_bends(student: Student, sheet: Sheet, dice: Dice, latent: int) -> None:
    """Insist on a bend before the last activation: f(a) + f(b) differs from f(a + b) + f(0).

    With the weights it starts with, because there each hidden unit is on for some z and off for others; in
    evaluation mode, because batch norm in training is no linear map either.
    """
    module = net.build(student, sheet, NAME, latent, 16, WIDTH)
    for _ in range(25):  # let the running averages of batch norm settle
        net.forward(student, module, dice.normal(12, latent))
    student.is_training(module, switch_to=False)
    worst = 0.0
    for scale in (0.5, 2.0):
        z, other = scale * dice.normal(24, latent), scale * dice.normal(24, latent)
        batches = (z, other, z + other, torch.zeros_like(z))
        outs = torch.stack([net.forward(student, module, x).double() for x in batches])
        # Near the ends of tanh float32 keeps too few digits to undo it.
        clear = (outs.abs() < 0.99).all(0)
        a, b, both, zero = _before_tanh(outs)[:, clear]
        if clear.any():
            size = torch.stack([a - zero, b - zero]).abs().mean().clamp_min(1e-9)
            worst = max(worst, float((a + b - both - zero).abs().mean() / size))
    sheet.insist(worst > 1e-2, "hidden layers bend", "linear")


def _judge_output_norm(
    student: Student, sheet: Sheet, module: Ref, latent: int, scale: float, dice: Dice
) -> None:
    """The mean of a batch's pixels must follow z: five kinds of noise, very unlike each other.

    Both with the weights it starts with and with others: in either one alone z may be drowned by biases.
    """
    fresh = net.build(student, sheet, NAME, latent, 16, WIDTH)
    fixed = _is_fixed(student, fresh, latent, dice)
    kept = student.state(module)
    student.scramble(module, max(scale, 0.2), dice.seed_for())
    fixed = _is_fixed(student, module, latent, dice) and fixed
    student.load(module, kept)
    sheet.require(not fixed, "no normalisation at the output", "batch_norm_at_output")


def _is_fixed(student: Student, module: Ref, latent: int, dice: Dice) -> bool:
    one, moments = dice.normal(1, latent), []
    for z in (
        dice.normal(24, latent),
        3 * dice.normal(24, latent),
        dice.normal(24, latent) + 2,
        dice.uniform(24, latent) ** 4,
        one + 0.3 * dice.normal(24, latent),
    ):
        x = _before_tanh(net.forward(student, module, z))
        moments.append(torch.stack([x.mean(), x.std()]))
    table = torch.stack(moments)
    spread = (table.amax(0) - table.amin(0)) / table[:, 1].mean().clamp_min(1e-9)
    # The spread may change a little where the numbers before were small beside batch norm's epsilon.
    return bool(spread[0] < 1e-3) and bool(spread[1] < 0.1)


def _judge_copies(student: Student, sheet: Sheet, latent: int, z: torch.Tensor, dice: Dice) -> None:
    wide = net.build(student, sheet, NAME, latent, 16, 3 * WIDTH)
    plain = net.build(student, sheet, NAME, latent, 16, WIDTH)
    again = net.build(student, sheet, NAME, latent, 16, WIDTH)
    for module in (wide, plain, again):
        net.forward(student, module, z)  # lazy layers get their sizes from the first batch
    pic.judge_width(student, sheet, plain, wide)
    net.judge_fresh(student, sheet, plain, again, dice.seed_for())
    net.judge_registered(student, sheet, plain, again, z)
    default = student.call(NAME, latent, 16).value
    is_module = isinstance(default, Ref) and default.kind == "module"
    sheet.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(default)}")


def _judge_shared(student: Student, sheet: Sheet, dice: Dice) -> None:
    """The left quarter of the picture depends on almost every weight of a convolution."""
    dim = 23  # a number no other layer has: what has it as one of its sizes projects z
    module = net.build(student, sheet, NAME, dim, 32, 16)
    z = dice.normal(4, dim)
    net.forward(student, module, z)
    scale = _moderate(student, module, z, dice.seed)
    student.is_training(module, switch_to=False)  # in training batch norm ties all places together
    mask = torch.zeros(32)
    mask[:8] = 1
    half, whole = [], []
    for trial in range(3):
        student.scramble(module, scale, dice.seed + trial)
        z, signs = dice.normal(16, dim), dice.normal(16, 1, 32, 32)
        half.append(pic.touched(student, module, z, signs * mask))
        whole.append(pic.touched(student, module, z, signs))
    pic.judge_shared_weights(sheet, half, whole, lambda p: dim in p.shape)


PROBES = (
    Probe(
        NAME,
        _judge,
        (
            *pic.SHARED,
            pic.LATENT_IGNORED,
            pic.WRONG_SIZE,
            RANDOM,
            NO_TANH,
            UNIT_RANGE,
            NARROW,
            BATCH_NORM_LAST,
            WANTS_MAPS,
        ),
    ),
)
