"""A function that builds a network of rows: judged by what the network does, whatever layers it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text

VERSION = 1
FAILS_AT_ONE = Misconception(
    "fails_at_size_one",
    "The network fails, or gives another shape, where its sizes are 1.",
    "A squeeze() without a number drops every dimension of size 1, the batch's and the data's too.",
    share=0.5,
)
MISCONCEPTIONS = (
    net.NOT_A_MODULE,
    net.WRONG_SHAPE,
    net.BATCH_SIZE,
    net.SIZES_IGNORED,
    net.HIDDEN_IGNORED,
    net.LINEAR,
    net.BOUNDED,
    net.ONE_SIGN,
    net.IGNORES_INPUT,
    net.IGNORES_PART,
    net.REPEATED_OUTPUT,
    net.RANDOM_FORWARD,
    net.COUPLED,
    net.NO_GRADIENT,
    net.NOT_REGISTERED,
    net.NOT_FRESH,
    net.RESEEDED,
    FAILS_AT_ONE,
)
SIZES_FOLLOWED = "follows the sizes given"
Shapes = list[tuple[int, ...]]


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    sizes: Sequence[str],
    gives: str,
    always_alone: bool,
) -> None:
    """Build networks of several sizes and look at what they do.

    Args:
        student: the handle on the answer.
        inputs: for sizes and rows.
        findings: where to note.
        exercise: name of the function; it takes the sizes and then the hidden width.
        sizes: names of the sizes, features that come in first: ``["latent_dim", "data_dim"]``.
        gives: "samples", rows as wide as the last size, from nothing but the input; or "logits", one number a row.
        always_alone: whether each row is judged by itself in training too; else in evaluation only.
    """
    drawn = [inputs.integer(2, 6) for _ in sizes]
    width = drawn[0]
    module = net.build(student, findings, exercise, *drawn, 16)
    samples = gives == "samples"
    outputs = (drawn[-1], drawn[-1] + 1) if samples else None
    _insist_sizes(student, findings, exercise, module, drawn, outputs)
    net.judge_shapes(student, findings, module, width, lambda n: _shapes(n, gives, drawn[-1]))
    x = inputs.normal(32, width, scale=1.0 if samples else 1.5)
    if samples:
        _judge_same_again(student, findings, module, x)
    net.judge_gradients(student, findings, module, x, inputs.seed_for())
    net.judge_listens(student, findings, module, x, inputs.seed_for())
    net.judge_every_column(student, findings, module, x, inputs.seed_for())
    net.judge_range(student, findings, module, x, inputs.seed_for())
    net.judge_nonlinear(student, findings, module, x, inputs.seed_for())
    if samples:
        net.judge_columns_differ(student, findings, module, x, inputs.seed_for())
    _judge_copies(student, findings, exercise, drawn, inputs)
    if always_alone:
        _judge_rows(student, findings, module, x, inputs.seed_for())
    else:
        student.scramble(module, 0.5, inputs.seed_for())
        _insist_alone(student, findings, module, x)
    _judge_ones(student, findings, exercise, len(drawn), gives)


def _shapes(n: int, gives: str, columns: int) -> Shapes:
    return [(n, columns)] if gives == "samples" else [(n,), (n, 1)]


def _insist_sizes(
    student: Student,
    findings: Findings,
    exercise: str,
    module: Ref,
    sizes: list[int],
    widths: tuple[int, int] | None,
) -> None:
    """Insist that another call, with each size one larger and `hidden` left out, follows its sizes.

    Args:
        student: the handle.
        findings: where to note.
        exercise: the student's function.
        module: network already built for ``sizes`` with a hidden width of 16.
        sizes: what it was built for, features that come in first.
        widths: features that must come out of either network, where the sizes decide that.
    """
    first = _output(student, module, sizes[0])
    other = net.build(student, findings, exercise, *[size + 1 for size in sizes])
    second = _output(student, other, sizes[0] + 1)
    if isinstance(first, StudentFault) and isinstance(second, StudentFault):
        # Neither takes what it was built for: built for a size of its own, or broken.
        widths_taken = [isinstance(_output(student, module, n), torch.Tensor) for n in range(1, 9)]
        findings.insist(not any(widths_taken), SIZES_FOLLOWED, "sizes_ignored", first.message)
        raise first
    for out in (first, second):
        if isinstance(out, StudentFault):
            findings.insist(False, SIZES_FOLLOWED, "sizes_ignored", out.message)
    if widths and isinstance(first, torch.Tensor) and isinstance(second, torch.Tensor):
        # The same width although other sizes were asked for; any other misfit is a wrong shape.
        findings.insist(first.shape[-1:] != second.shape[-1:], SIZES_FOLLOWED, "sizes_ignored")
    findings.passed(SIZES_FOLLOWED)


def _output(student: Student, module: Ref, features: int, rows: int = 4) -> Any:
    try:
        return net.forward(student, module, torch.zeros(rows, features))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return fault


def _judge_ones(student: Student, findings: Findings, exercise: str, sizes: int, gives: str) -> None:
    """Require the right shape where every size is 1, of several rows and of one."""
    module = net.build(student, findings, exercise, *[1] * sizes, 8)
    criterion = "works where its sizes are 1"
    for rows in (5, 1):
        student.is_training(module, switch_to=rows > 1)
        out = _output(student, module, 1, rows)
        seen = f"N = {rows}: {out.message if isinstance(out, StudentFault) else type_text(out)}"
        fits = isinstance(out, torch.Tensor) and tuple(out.shape) in _shapes(rows, gives, 1)
        if not findings.require(fits, criterion, "fails_at_size_one", seen):
            return


def _judge_same_again(student: Student, findings: Findings, module: Ref, z: torch.Tensor) -> None:
    """The same z twice; the first calls are for layers that settle, such as spectral norm."""
    first, again = (net.forward(student, module, z) for _ in range(2))
    same = _alike(first, again, 1e-5)
    if not same:
        for _ in range(60):
            first, again = again, net.forward(student, module, z)
        # How fast spectral norm settles depends on the weights; noise of its own would not settle at all.
        same = _alike(first, again, 3e-4)
    findings.insist(same, "the same z gives the same x", "random_forward")


def _alike(one: Any, two: Any, tolerance: float) -> bool:
    if not (isinstance(one, torch.Tensor) and isinstance(two, torch.Tensor) and one.shape == two.shape):
        return False
    return float((one - two).abs().max()) <= tolerance * float(one.abs().max()) + 1e-6


def _judge_rows(student: Student, findings: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Each row by itself: other rows beside it, or none, change nothing.

    In training mode the same seed lets dropout drop the same; a row alone is judged in evaluation mode.
    """
    student.scramble(module, 0.5, seed)
    half = len(x) // 2
    others = torch.cat([x[:half], 3.0 * x[half:].flip(0) + 1.0])
    beside = [net.settle(student, module, rows, seed).reshape(-1)[:half] for rows in (x, others)]
    room = 1e-3 * float(beside[0].abs().max() + 1)
    coupled = not torch.allclose(beside[0], beside[1], rtol=1e-3, atol=room)
    findings.insist(not coupled, "each row by itself", "rows_coupled")
    _insist_alone(student, findings, module, x)


def _insist_alone(student: Student, findings: Findings, module: Ref, x: torch.Tensor) -> None:
    """In evaluation a row alone gives what it gives among others; there batch norm does so too."""
    student.is_training(module, switch_to=False)
    together = _row_by_row(net.forward(student, module, x), len(x))
    alone = torch.cat([_row_by_row(net.forward(student, module, x[i : i + 1]), 1) for i in range(4)])
    room = 1e-4 * float(together.abs().max() + 1)
    close = torch.allclose(together[:4], alone, rtol=1e-3, atol=room)
    student.is_training(module, switch_to=True)
    findings.insist(close, "each row by itself", "rows_coupled")


def _row_by_row(out: torch.Tensor, rows: int) -> torch.Tensor:
    return out.reshape(rows, -1)


def _judge_copies(
    student: Student, findings: Findings, exercise: str, sizes: list[int], inputs: Inputs
) -> None:
    """Each call gives a network of its own, as wide as asked, whose parameters say all there is to it."""
    first, second = (net.build(student, findings, exercise, *sizes, 8) for _ in range(2))
    wide = net.build(student, findings, exercise, *sizes, 24)
    for module in (first, second, wide):
        # One call each, so that lazy layers have their weights.
        net.forward(student, module, torch.zeros(4, sizes[0]))
    x = inputs.normal(16, sizes[0])
    net.judge_width(student, findings, first, wide)
    net.judge_fresh(student, findings, first, second, inputs.seed_for())
    net.judge_registered(student, findings, first, second, x)
