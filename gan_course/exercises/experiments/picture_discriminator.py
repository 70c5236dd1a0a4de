"""A discriminator of pictures, judged by what it does: shapes, range, and what its logits follow from.

No type of layer is looked at (Radford et al. 2015; other ways to a logit are as good).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import torch

from gan_course.exercises import networks as net
from gan_course.exercises import picture_networks as pic
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text

VERSION = 1
MAPS_LEFT = Misconception(
    "maps_left",
    "D returns maps of one pixel, (N, 1, 1, 1), not one logit for each picture.",
    "Losses of (N, 1, 1, 1) and (N,) make an N-by-N table without a warning. Flatten at the end: (N,) or (N, 1).",
    share=0.5,
)
BATCH_NORM_FIRST = Misconception(
    "batch_norm_at_input",
    "D answers the same when the contrast of all its pictures is doubled: something normalises its input.",
    "How bright and how sharp pictures are is what D needs to see. No batch norm before or after the first convolution.",
    share=0.4,
)
BATCH_NORM_LAST = Misconception(
    "batch_norm_at_output",
    "Whatever pictures D is shown, the logits of a batch have the same mean: something normalises them.",
    "With its mean fixed D cannot say of a whole batch that it is fake. Nothing should stand after the last convolution.",
    share=0.4,
)
PART_UNSEEN = Misconception(
    "part_unseen",
    "There is a part of the picture that never changes the logit.",
    "Follow a pixel in each corner through your layers: does every one of them reach the last?",
    share=0.5,
)
BOUNDED = replace(
    net.BOUNDED,
    says="The output cannot leave a fixed interval: it looks like a probability, not a logit.",
    hint="The losses of this course apply σ themselves. What does D return when no sigmoid stands at its end?",
)
MISCONCEPTIONS = (
    *pic.SHARED,
    MAPS_LEFT,
    BATCH_NORM_FIRST,
    BATCH_NORM_LAST,
    PART_UNSEEN,
    BOUNDED,
    net.ONE_SIGN,
)
WIDTH, PATCH = 8, 4
Build = Callable[[int, int], Ref]  # from size and width


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Build networks of several sizes, and look at their logits."""
    build: Build = partial(net.build, student, findings, exercise)
    module = _insist_size(student, findings, inputs, build)
    pic.judge_counts(student, findings, module, lambda n: _grey(n, 16), _logits)
    x = inputs.normal(10, 1, 16, 16)
    net.judge_gradients(student, findings, module, x, inputs.seed_for())
    pic.judge_listens(student, findings, module, x, inputs.seed_for())
    pic.judge_rows(student, findings, module, x, inputs.seed_for())
    _insist_no_norm_at_output(student, findings, module, inputs)
    net.judge_range(student, findings, module, x, inputs.seed_for())
    net.judge_nonlinear(student, findings, module, x, inputs.seed_for())
    _judge_contrast(student, findings, module, x, inputs.seed_for())
    _judge_whole_picture(student, findings, module, x, inputs.seed_for())
    wide, plain, again = (build(16, w) for w in (3 * WIDTH, WIDTH, WIDTH))
    pic.judge_copies(student, findings, (wide, plain, again), x, inputs.seed_for())
    pic.judge_default(student, findings, exercise, 16)
    pic.judge_device(student, findings, module, x)
    _judge_shared(student, findings, inputs, build(16, 24))


def _logits(n: int) -> list[tuple[int, ...]]:
    return [(n,), (n, 1)]


def _insist_size(student: Student, findings: Findings, inputs: Inputs, build: Build) -> Ref:
    """Build for several sizes; return the network for 16 pixels."""
    kept = None
    criterion = "one logit for each picture"
    for size in (16, 28, inputs.choice((12, 20, 24))):
        module = build(size, WIDTH)
        if kept is None:
            findings.require(student.is_training(module), "comes in training mode", "eval_left_on")
            student.is_training(module, switch_to=True)
        try:
            out = net.forward(student, module, inputs.normal(6, 1, size, size))
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
            fixed = kept is not None or _takes_another(student, module)
            findings.insist(not fixed, "follows `size`", "size_ignored", fault.message)
            raise
        seen = f"{size} pixels, N = 6: returned {type_text(out)}, wanted (6,) or (6, 1)"
        shape = tuple(out.shape) if isinstance(out, torch.Tensor) else ()
        findings.insist(shape != (6, 1, 1, 1), criterion, "maps_left", seen)
        if shape not in _logits(6):
            # Maps that grow with the picture: the last kernel was made for 16 pixels.
            name = "size_ignored" if kept is not None else "wrong_shape"
            findings.insist(False, criterion, name, seen)
        kept = kept or module
    findings.passed(criterion)
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


def _grey(n: int, size: int) -> torch.Tensor:
    return torch.sin(torch.arange(float(n * size * size))).reshape(n, 1, size, size)


def _judge_contrast(student: Student, findings: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
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
    findings.require(not blind, "sees the contrast of its pictures", "batch_norm_at_input")


def _insist_no_norm_at_output(student: Student, findings: Findings, module: Ref, inputs: Inputs) -> None:
    """The mean of a batch's logits must follow the pictures: five kinds of them, very unlike each other.

    Normalised logits have bounds too, so this comes before the range.
    """
    kept, fixed = student.state(module), True
    for _ in range(2):
        student.scramble(module, 0.5, inputs.seed_for())
        batches = pic.unlike_batches(inputs, 12, 256)
        outs = [net.forward(student, module, x.reshape(12, 1, 16, 16), 0).double() for x in batches]
        means, spread = torch.stack([o.mean() for o in outs]), torch.stack([o.std() for o in outs]).mean()
        fixed = fixed and float(means.max() - means.min()) < 1e-3 * float(spread.clamp_min(1e-9))
    student.load(module, kept)
    findings.insist(not fixed, "no normalisation of the logits", "batch_norm_at_output")


def _judge_whole_picture(
    student: Student, findings: Findings, module: Ref, x: torch.Tensor, seed: int
) -> None:
    """Each patch of the picture changes the logit, for one filling of the weights at least."""
    student.is_training(module, switch_to=False)
    first = x[:4]
    kept = net.outputs_when_scrambled(student, module, first, 0.5, [seed, seed + 1])
    unseen = 0
    for top in range(0, 16, PATCH):
        changed = first.repeat(4, 1, 1, 1)
        for i in range(4):
            left = i * PATCH
            changed[4 * i : 4 * i + 4, :, top : top + PATCH, left : left + PATCH] += 1.0
        outs = net.outputs_when_scrambled(student, module, changed, 0.5, [seed, seed + 1])
        moved = (outs.reshape(2, 4, -1) - kept.reshape(2, 1, -1)).abs().amax((0, 2))
        unseen += int((moved <= 1e-6 * kept.abs().mean()).sum())
    student.is_training(module, switch_to=True)
    findings.require(not unseen, "sees the whole picture", "part_unseen", f"{unseen} of 16 patches")


def _judge_shared(student: Student, findings: Findings, inputs: Inputs, module: Ref) -> None:
    """Pictures whose right half is empty need almost every weight of a convolution.

    Without biases, so that nothing comes of an empty half, and in evaluation mode, for the same reason.
    """
    net.forward(student, module, inputs.normal(4, 1, 16, 16))
    student.is_training(module, switch_to=False)
    half, whole = [], []
    for _ in range(3):
        student.scramble(module, 0.3, inputs.seed_for())
        state = student.state(module)
        shifts = {k: torch.zeros_like(v) for k, v in state.items() if k.endswith(("bias", "running_mean"))}
        student.load(module, {**state, **shifts})
        x, weights = inputs.normal(6, 1, 16, 16), inputs.normal(6)
        left = x.clone()
        left[..., 8:] = 0
        half.append(pic.touched(student, module, left, weights))
        whole.append(pic.touched(student, module, x, weights))
    pic.judge_shared_weights(findings, half, whole)
