"""A generator of pictures, judged by what it does: shapes, range, and what its pixels follow from.

No type of layer is looked at (Radford et al. 2015; other ways to the same picture are as good).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch

from gan_course.exercises import networks as net
from gan_course.exercises import picture_networks as pic
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text

VERSION = 1
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
LATENT_IGNORED = Misconception(
    "latent_dim_ignored",
    "The network does not follow `latent_dim`.",
    "The first layer must take exactly the latent_dim numbers that come in.",
)
WRONG_SIZE = Misconception(
    "wrong_size",
    "The pictures have another size than asked for.",
    "Follow the size through your layers with transposed_size: kernel 4, stride 2, padding 1 doubles it exactly.",
)
BLOCKS = Misconception(
    "blocks",
    "Neighbouring pixels always hold the same number: the last step enlarges the picture and draws nothing.",
    "After a fixed enlargement (nn.Upsample) a convolution has to follow: pixels are drawn at full size.",
    share=0.4,
)
DEAD_PIXELS = Misconception(
    "dead_pixels",
    "Some pixels are the same in every picture.",
    "A border of constants, or a kernel smaller than its stride, leaves pixels that no z reaches.",
    share=0.4,
)
MISCONCEPTIONS = (
    *pic.SHARED, LATENT_IGNORED, WRONG_SIZE, NO_TANH, UNIT_RANGE, NARROW, BATCH_NORM_LAST, WANTS_MAPS,
    BLOCKS, DEAD_PIXELS, net.IGNORES_PART,
)  # fmt: skip
WIDTH = 8
SCALES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
Build = Callable[[int, int, int], Ref]  # from latent_dim, size, width


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Build networks of several sizes, and look at their pictures."""
    build: Build = partial(net.build, student, findings, exercise)
    module, latent = _insist_size(student, findings, inputs, build)
    pic.judge_counts(
        student,
        findings,
        module,
        lambda n: torch.linspace(-2, 2, n * latent).reshape(n, latent),
        lambda n: [_pictures(n, 16)],
    )
    z = inputs.normal(10, latent)
    _judge_same_again(student, findings, module, z)
    net.judge_gradients(student, findings, module, z, inputs.seed_for())
    _judge_range(student, findings, module, z, inputs.seed_for())
    pic.judge_listens(student, findings, module, z, inputs.seed_for())
    pic.judge_rows(student, findings, module, z, inputs.seed_for())
    net.judge_every_column(student, findings, module, z, inputs.seed_for())
    _judge_bends(student, findings, inputs, build(latent, 16, WIDTH), latent)
    scale = _moderate(student, module, z, inputs.seed_for())
    _judge_pixels(student, findings, module, z, scale, inputs.seed_for())
    _judge_output_norm(student, findings, inputs, (module, build(latent, 16, WIDTH)), latent, scale)
    _judge_copies(student, findings, exercise, build, z, inputs)
    pic.judge_device(student, findings, module, z)
    _judge_shared(student, findings, inputs, build)


def _pictures(n: int, size: int) -> tuple[int, ...]:
    return (n, 1, size, size)


def _insist_size(student: Student, findings: Findings, inputs: Inputs, build: Build) -> tuple[Ref, int]:
    """Build for several sizes and latent dimensions; return the network for 16 pixels."""
    latent = inputs.integer(5, 11)
    networks: dict[int, Ref] = {}
    for size, dim in ((16, latent), (28, latent), (inputs.choice((12, 20, 24)), 1), (16, 2 * latent)):
        module = build(dim, size, WIDTH)
        if not networks:
            findings.require(student.is_training(module), "comes in training mode", "eval_left_on")
            student.is_training(module, switch_to=True)
        z = torch.linspace(-1, 1, 6 * dim).reshape(6, dim)
        out = _first_output(student, findings, module, z, not networks)
        seen = f"asked for {size} pixels: returned {type_text(out)}"
        shape = tuple(out.shape) if isinstance(out, torch.Tensor) else ()
        if shape != _pictures(6, size):
            name = "wrong_shape" if len(shape) != 4 or shape[:2] != (6, 1) else "wrong_size"
            # Right for another size that one may have had in mind all along.
            other = (16, 28) if size not in (16, 28) else (44 - size,)
            name = "size_ignored" if shape in [_pictures(6, o) for o in other] else name
            findings.insist(False, "size of the pictures", name, seen)
        networks.setdefault(size, module)
    findings.passed("size of the pictures")
    return networks[16], latent


def _first_output(student: Student, findings: Findings, module: Ref, z: torch.Tensor, first: bool) -> Any:
    try:
        return net.forward(student, module, z)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        if _answers(student, module, z[..., None, None]):
            findings.insist(False, "takes rows of noise", "wants_feature_maps", fault.message)
        widths = (2, 8, 10, 16, 20, 32, 50, 62, 64, 100, 128)
        fixed = any(_answers(student, module, torch.zeros(6, w)) for w in widths if w != z.shape[1])
        findings.insist(not fixed, "follows latent_dim", "latent_dim_ignored", fault.message)
        # What runs for 16 pixels and not for others has a size of its own built in.
        findings.insist(first, "size of the pictures", "size_ignored", fault.message)
        raise


def _answers(student: Student, module: Ref, x: torch.Tensor) -> bool:
    try:
        return isinstance(net.forward(student, module, x), torch.Tensor)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return False


def _judge_same_again(student: Student, findings: Findings, module: Ref, z: torch.Tensor) -> None:
    """The same z twice; the first calls are for layers that settle, such as spectral norm."""
    first, again = (net.forward(student, module, z) for _ in range(2))
    if not torch.allclose(first, again, atol=1e-5):
        first = net.settle(student, module, z, 0)
        again = net.forward(student, module, z)
    alike = torch.allclose(first, again, atol=1e-3)
    findings.insist(alike, "the same z gives the same picture", "random_forward")


def _judge_range(student: Student, findings: Findings, module: Ref, z: torch.Tensor, seed: int) -> None:
    """Within −1..1 for every filling of the weights, and reaching both ends for large ones."""
    seeds = [seed + i for i in range(4)]
    outs = [net.outputs_when_scrambled(student, module, z, s, seeds) for s in (1.0, 10.0)]
    every = torch.cat([o.reshape(-1) for o in outs])
    low, high = float(every.min()), float(every.max())
    seen, criterion = f"from {low:.2f} to {high:.2f}", "pixels from −1 to 1"
    findings.insist(low >= -1.00001 and high <= 1.00001, criterion, "no_tanh", seen)
    findings.insist(low < -1e-6, criterion, "unit_range", seen)
    findings.insist(low < -0.97 and high > 0.97, criterion, "range_too_small", seen)


def _moderate(student: Student, module: Ref, z: torch.Tensor, seed: int) -> float:
    """The smallest scale of weights at which the pictures are neither all grey nor all black and white."""
    for scale in SCALES:
        outs = net.outputs_when_scrambled(student, module, z, scale, [seed])
        if float(outs.abs().mean()) > 0.05:
            return scale
    return SCALES[-1]


def _before_tanh(x: torch.Tensor) -> torch.Tensor:
    return torch.atanh(x.double().clamp(-1 + 1e-7, 1 - 1e-7))


def _judge_bends(student: Student, findings: Findings, inputs: Inputs, module: Ref, latent: int) -> None:
    """Insist on a bend before the last activation: f(a) + f(b) differs from f(a + b) + f(0).

    With the weights it starts with, because there each hidden unit is on for some z and off for others; in
    evaluation mode, because batch norm in training is no linear map either.
    """
    for _ in range(25):  # let the running averages of batch norm settle
        net.forward(student, module, inputs.normal(12, latent))
    student.is_training(module, switch_to=False)
    worst = 0.0
    for scale in (0.5, 2.0):
        z, other = scale * inputs.normal(24, latent), scale * inputs.normal(24, latent)
        batches = (z, other, z + other, torch.zeros_like(z))
        outs = torch.stack([net.forward(student, module, x).double() for x in batches])
        # Near the ends of tanh float32 keeps too few digits to undo it.
        clear = (outs.abs() < 0.99).all(0)
        a, b, both, zero = _before_tanh(outs)[:, clear]
        if clear.any():
            size = torch.stack([a - zero, b - zero]).abs().mean().clamp_min(1e-9)
            worst = max(worst, float((a + b - both - zero).abs().mean() / size))
    findings.insist(worst > 1e-2, "hidden layers bend", "linear")


def _judge_pixels(
    student: Student, findings: Findings, module: Ref, z: torch.Tensor, scale: float, seed: int
) -> None:
    """Every pixel follows from z, and not always in the same way as its neighbours."""
    outs = net.outputs_when_scrambled(student, module, z, scale, [seed + i for i in range(3)])
    down, right = (outs.diff(dim=d) for d in (-2, -1))
    # In an enlarged picture every second difference, at least, is 0 in all of them.
    blocks = any(not bool(d[..., 0::2, :].any()) for d in (down, right.transpose(-1, -2)))
    findings.require(not blocks, "every pixel is drawn", "blocks")
    moved = (outs.amax(1) - outs.amin(1)).amax(0) > 1e-6
    findings.require(
        bool(moved.all()), "every pixel is drawn", "dead_pixels", f"{int((~moved).sum())} of 256"
    )


def _judge_output_norm(
    student: Student, findings: Findings, inputs: Inputs, modules: tuple[Ref, Ref], latent: int, scale: float
) -> None:
    """The mean of a batch's pixels must follow z: five kinds of noise, very unlike each other.

    Both with the weights it starts with and with others: in either one alone z may be drowned by biases.
    """
    module, fresh = modules
    fixed = _is_fixed(student, fresh, latent, inputs)
    kept = student.state(module)
    student.scramble(module, max(scale, 0.2), inputs.seed_for())
    fixed = _is_fixed(student, module, latent, inputs) and fixed
    student.load(module, kept)
    findings.require(not fixed, "no normalisation at the output", "batch_norm_at_output")


def _is_fixed(student: Student, module: Ref, latent: int, inputs: Inputs) -> bool:
    outs = [net.forward(student, module, z) for z in pic.unlike_batches(inputs, 24, latent)]
    table = torch.stack([torch.stack([x.mean(), x.std()]) for x in map(_before_tanh, outs)])
    spread = (table.amax(0) - table.amin(0)) / table[:, 1].mean().clamp_min(1e-9)
    # The spread may change a little where the numbers before were small beside batch norm's epsilon.
    return bool(spread[0] < 1e-3) and bool(spread[1] < 0.1)


def _judge_copies(
    student: Student, findings: Findings, exercise: str, build: Build, z: torch.Tensor, inputs: Inputs
) -> None:
    latent = z.shape[1]
    wide, plain, again = (build(latent, 16, w) for w in (3 * WIDTH, WIDTH, WIDTH))
    pic.judge_copies(student, findings, (wide, plain, again), z, inputs.seed_for())
    pic.judge_default(student, findings, exercise, latent, 16)


def _judge_shared(student: Student, findings: Findings, inputs: Inputs, build: Build) -> None:
    """The left quarter of the picture depends on almost every weight of a convolution."""
    dim = 23  # a number no other layer has: what has it as one of its sizes projects z
    module = build(dim, 32, 16)
    z = inputs.normal(4, dim)
    net.forward(student, module, z)
    scale = _moderate(student, module, z, inputs.seed_for())
    student.is_training(module, switch_to=False)  # in training batch norm ties all places together
    mask = torch.zeros(32)
    mask[:8] = 1
    half, whole = [], []
    for _ in range(3):
        student.scramble(module, scale, inputs.seed_for())
        z, signs = inputs.normal(16, dim), inputs.normal(16, 1, 32, 32)
        half.append(pic.touched(student, module, z, signs * mask))
        whole.append(pic.touched(student, module, z, signs))
    pic.judge_shared_weights(findings, half, whole, lambda p: dim in p.shape)
