"""What the experiments of both networks for pictures share; each criterion is a property of what they do.

Shapes: N pictures (N, 1, size, size).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text

CPU_TENSOR = Misconception(
    "cpu_tensor_in_forward",
    "forward makes a tensor on the CPU, which cannot meet a batch on a GPU.",
    "A tensor made in forward takes its device from the input: torch.zeros(…, device=x.device), or x.new_zeros(…).",
    share=0.5,
)
EVAL_LEFT_ON = Misconception(
    "eval_left_on",
    "The network comes in evaluation mode.",
    "A network is built to be trained: eval() belongs where it is used, and stays on until train() is called.",
    share=0.4,
)
FULLY_CONNECTED = Misconception(
    "fully_connected",
    "Hidden layers of your network have weights of their own for every pixel: they are fully connected.",
    "A convolution uses the same few weights at every place. Only the first layer after z and D's last one may connect everything.",
    share=0.4,
)
WIDTH_IGNORED = Misconception(
    "width_ignored",
    "The argument `width` does not change the network.",
    "`width` is the number of channels: more of them, more weights.",
    share=0.3,
)
SIZE_IGNORED = Misconception(
    "size_ignored",
    "The network does not follow the size of the pictures it is asked for.",
    "16 pixels and 28 pixels need the same layers but for one, whose kernel depends on `size`.",
)
COUPLED = replace(
    net.COUPLED,
    says="In evaluation mode, what comes of one row of the batch depends on the other rows.",
    hint="Batch norm may look at the batch while training; in evaluation mode it uses stored averages. What else looks along the batch?",
)
HIDDEN_LINEAR = replace(
    net.LINEAR,
    says="Without its last activation the network is a linear map, however many layers it has.",
    hint="Convolutions in a row make one convolution. What has to stand between them?",
)

Allowed = Callable[[int], Sequence[tuple[int, ...]]]


def judge_device(student: Student, findings: Findings, module: Ref, x: torch.Tensor) -> None:
    """Require that a copy on another device answers: no tensor of forward's own stays behind on the CPU."""
    try:
        student.dry_run(module, x)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        # Other errors say something about that device, not about the network.
        mixed = "meta" in fault.message and "cpu" in fault.message
        findings.require(not mixed, "runs on any device", "cpu_tensor_in_forward", fault.message[:150])
        return
    findings.passed("runs on any device")


def judge_counts(
    student: Student, findings: Findings, module: Ref, make: Callable[[int], torch.Tensor], allowed: Allowed
) -> None:
    """Insist on the output's shape for batches of several sizes; a single one in evaluation mode.

    Raises:
        GiveUp: if a shape is wrong.
    """
    for n in (6, 3, 10, 1):
        student.is_training(module, switch_to=n > 1)
        try:
            out = net.forward(student, module, make(n))
        except StudentFault as fault:
            if n == 6 or fault.kind != "raised":
                raise
            findings.insist(False, "any batch size", "batch_size_built_in", f"N = {n}: {fault.message}")
            raise
        fits = isinstance(out, torch.Tensor) and tuple(out.shape) in allowed(n)
        findings.insist(fits, "any batch size", "batch_size_built_in", f"N = {n}: returned {type_text(out)}")
    student.is_training(module, switch_to=True)


def judge_listens(student: Student, findings: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Insist that the output depends on the input; in training batch norm would blow rounding up to a difference.

    Raises:
        GiveUp: if every row gives the same output.
    """
    student.is_training(module, switch_to=False)
    out = net.outputs_when_scrambled(student, module, x, 1.0, [seed, seed + 1, seed + 2])
    student.is_training(module, switch_to=True)
    spread = (out - out[:, :1]).abs().amax() / out.abs().mean().clamp_min(1e-12)
    findings.insist(float(spread) > 1e-5, "the output depends on the input", "ignores_input")


def judge_rows(student: Student, findings: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Insist that in evaluation mode a row of the batch (10, …) is answered by itself, and twice alike.

    Raises:
        GiveUp: if it is not.
    """
    kept = student.state(module)
    student.scramble(module, 0.5, seed)
    student.is_training(module, switch_to=False)
    whole, again = net.forward(student, module, x), net.forward(student, module, x)
    # Two parts that make up the whole: what one row decides for all, it decides in one of them only.
    parts = torch.cat([net.forward(student, module, part).reshape(len(part), -1) for part in x.split([3, 7])])
    student.is_training(module, switch_to=True)
    student.load(module, kept)
    room = 1e-3 * whole.abs().mean().clamp_min(1e-6) + 1e-5
    steady = bool(((whole - again).abs() < room).all())
    findings.insist(steady, "the same answer again in evaluation mode", "random_forward")
    alone = bool(((whole.reshape(len(x), -1) - parts).abs() < room).all())
    findings.insist(alone, "each row is answered by itself", "rows_coupled")


def judge_width(student: Student, findings: Findings, narrow: Ref, wide: Ref) -> None:
    """Require that a larger `width` gives more weights."""
    count = [sum(v.numel() for v in student.state(m).values()) for m in (narrow, wide)]
    findings.require(count[1] > count[0], "`width` sets the channels", "width_ignored")


def judge_copies(
    student: Student, findings: Findings, modules: tuple[Ref, Ref, Ref], x: torch.Tensor, seed: int
) -> None:
    """Compare a wide network and two of the same sizes."""
    wide, plain, again = modules
    for module in modules:
        net.forward(student, module, x)  # lazy layers get their sizes from the first batch
    judge_width(student, findings, plain, wide)
    net.judge_fresh(student, findings, plain, again, seed)
    net.judge_registered(student, findings, plain, again, x)


def judge_default(student: Student, findings: Findings, exercise: str, *sizes: int) -> None:
    """Insist on a network where no width is given."""
    default = student.call(exercise, *sizes).value
    is_module = isinstance(default, Ref) and default.kind == "module"
    findings.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(default)}")


def unlike_batches(inputs: Inputs, rows: int, numbers: int) -> list[torch.Tensor]:
    """Return batches of as unlike kinds as a network may be shown: what is the same of all is fixed by it."""
    one = inputs.normal(1, numbers)
    return [
        inputs.normal(rows, numbers),
        3 * inputs.normal(rows, numbers),
        inputs.normal(rows, numbers) + 2,
        inputs.uniform(rows, numbers) ** 4,
        one + 0.3 * inputs.normal(rows, numbers),
    ]


def touched(student: Student, module: Ref, x: torch.Tensor, weights: torch.Tensor) -> dict[str, torch.Tensor]:
    """Return for every weight whether Σ weights · output depends on it at x."""
    slopes = student.slopes(module, x, weights=weights, parameters=True, seed=0)
    return {k: g != 0 for k, g in slopes.parameters.items() if g is not None}


def judge_shared_weights(
    findings: Findings,
    half: list[dict[str, torch.Tensor]],
    whole: list[dict[str, torch.Tensor]],
    exempt: Callable[[torch.Tensor], bool] = lambda _: False,
) -> None:
    """Require that weights are shared between places: a part of a picture needs almost all of them.

    Args:
        findings: where to note.
        half: weights that a part of a picture depends on, from several batches.
        whole: the same for a whole picture.
        exempt: which further parameters may connect everything (what gives a single output always may).
    """
    alone = total = 0
    for name in set().union(*whole):
        every = torch.stack([w[name] for w in whole if name in w]).any(0)
        # Only tables of weights connect: a bias or a scale for each unit is no connection.
        if every.ndim not in (2, 4) or every.shape[0] == 1 or exempt(every):
            continue
        some = [h[name] for h in half if name in h]
        left = torch.stack(some).any(0) if some else torch.zeros_like(every)
        total += int(every.sum())
        alone += int((every & ~left).sum())
    # Nothing at all where no weight is left to look at: that says nothing.
    share = alone / total if total else 0.0
    findings.require(share < 0.2, "weights are shared between places", "fully_connected")


SHARED = (
    net.NOT_A_MODULE, net.WRONG_SHAPE, net.BATCH_SIZE, net.IGNORES_INPUT, net.NO_GRADIENT,
    net.NOT_REGISTERED, net.NOT_FRESH, net.RESEEDED, net.RANDOM_FORWARD, COUPLED, CPU_TENSOR, EVAL_LEFT_ON, FULLY_CONNECTED,
    WIDTH_IGNORED, SIZE_IGNORED, HIDDEN_LINEAR,
)  # fmt: skip
