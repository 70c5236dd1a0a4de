"""What the probes of both networks for pictures share; each criterion is a property of what they do.

Shapes: N pictures (N, 1, size, size).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
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
HIDDEN_LINEAR = replace(
    net.LINEAR,
    says="Without its last activation the network is a linear map, however many layers it has.",
    hint="Convolutions in a row make one convolution. What has to stand between them?",
)

Allowed = Callable[[int], Sequence[tuple[int, ...]]]


def judge_device(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor) -> None:
    """Require that a copy on another device answers: no tensor of forward's own stays behind on the CPU."""
    try:
        student.dry_run(module, x)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        # Other errors say something about that device, not about the network.
        mixed = "meta" in fault.message and "cpu" in fault.message
        sheet.require(not mixed, "runs on any device", "cpu_tensor_in_forward", fault.message[:150])
        return
    sheet.passed("runs on any device")


def judge_counts(
    student: Student, sheet: Sheet, module: Ref, make: Callable[[int], torch.Tensor], allowed: Allowed
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
            sheet.insist(False, "any batch size", "batch_size_built_in", f"N = {n}: {fault.message}")
            raise
        fits = isinstance(out, torch.Tensor) and tuple(out.shape) in allowed(n)
        sheet.insist(fits, "any batch size", "batch_size_built_in", f"N = {n}: returned {type_text(out)}")
    student.is_training(module, switch_to=True)


def judge_listens(student: Student, sheet: Sheet, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Insist that the output depends on the input; in training batch norm would blow rounding up to a difference.

    Raises:
        GiveUp: if every row gives the same output.
    """
    student.is_training(module, switch_to=False)
    out = net.outputs_when_scrambled(student, module, x, 1.0, [seed, seed + 1, seed + 2])
    student.is_training(module, switch_to=True)
    spread = (out - out[:, :1]).abs().amax() / out.abs().mean().clamp_min(1e-12)
    sheet.insist(float(spread) > 1e-5, "the output depends on the input", "ignores_input")


def judge_width(student: Student, sheet: Sheet, narrow: Ref, wide: Ref) -> None:
    """Require that a larger `width` gives more weights."""
    count = [sum(v.numel() for v in student.state(m).values()) for m in (narrow, wide)]
    sheet.require(count[1] > count[0], "`width` sets the channels", "width_ignored")


def touched(student: Student, module: Ref, x: torch.Tensor, weights: torch.Tensor) -> dict[str, torch.Tensor]:
    """Return for every weight whether Σ weights · output depends on it at x."""
    slopes = student.slopes(module, x, weights=weights, parameters=True, seed=0)
    return {k: g != 0 for k, g in slopes.parameters.items() if g is not None}


def judge_shared_weights(
    sheet: Sheet,
    half: list[dict[str, torch.Tensor]],
    whole: list[dict[str, torch.Tensor]],
    exempt: Callable[[torch.Tensor], bool] = lambda _: False,
) -> None:
    """Require that weights are shared between places: a part of a picture needs almost all of them.

    Args:
        sheet: where findings go.
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
    sheet.require(share < 0.2, "weights are shared between places", "fully_connected")


SHARED = (
    net.NOT_A_MODULE, net.WRONG_SHAPE, net.BATCH_SIZE, net.IGNORES_INPUT, net.NO_GRADIENT,
    net.NOT_REGISTERED, net.NOT_FRESH, net.RESEEDED, CPU_TENSOR, EVAL_LEFT_ON, FULLY_CONNECTED,
    WIDTH_IGNORED, SIZE_IGNORED, HIDDEN_LINEAR,
)  # fmt: skip
