"""Probe a network that a student builds: shapes, range, shape of the function, gradients.

Layer types are never looked at: every criterion is a property of what the network does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text

NOT_A_MODULE = Misconception(
    "not_a_module",
    "What came back is not a network.",
    "Return an nn.Module object, built and ready to be called (not its class, not its output).",
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The output has not the shape asked for.",
    "Follow a batch of N rows through your layers and write down its shape after each of them.",
)
BATCH_SIZE = Misconception(
    "batch_size_built_in",
    "The network works for some batch sizes only.",
    "No layer may know N: a reshape needs -1 or x.shape[0] where the batch goes.",
)
SIZES_IGNORED = Misconception(
    "sizes_ignored",
    "The network does not follow the sizes given as arguments.",
    "Use the arguments in your layers, not the numbers of the example.",
)
HIDDEN_IGNORED = Misconception(
    "hidden_ignored",
    "The argument `hidden` does not change the network.",
    "`hidden` is the width of the hidden layers.",
    share=0.4,
)
LINEAR = Misconception(
    "linear",
    "The network is a linear map, however many layers it has.",
    "Linear layers in a row make one linear layer. What has to stand between them?",
)
BOUNDED = Misconception(
    "bounded",
    "The output cannot leave a fixed interval.",
    "An activation after the last layer limits what the network can say. Which outputs does this task need?",
)
ONE_SIGN = Misconception(
    "one_sign",
    "The output never changes its sign.",
    "An activation after the last layer cuts off half of the line. Which outputs does this task need?",
)
IGNORES_INPUT = Misconception(
    "ignores_input",
    "The output is the same whatever the input is.",
    "Check that forward passes its argument on to the first layer.",
)
IGNORES_PART = Misconception(
    "ignores_part_of_input",
    "One of the numbers in a row of the input never changes the output.",
    "Every column of the input must reach the first layer: look for an index or a slice in forward.",
)
REPEATED_OUTPUT = Misconception(
    "repeated_output",
    "Two columns of the output always hold the same number.",
    "A sample has as many free coordinates as data_dim says: how many numbers does the last layer give for a row?",
)
RANDOM_FORWARD = Misconception(
    "random_forward",
    "The same input gave two different outputs.",
    "The only randomness is the input z: no dropout and no fresh noise inside the network.",
)
COUPLED = Misconception(
    "rows_coupled",
    "What the network says of one row depends on the other rows of the batch.",
    "Each row is a sample of its own. Which operation of yours looks along the batch dimension?",
)
NO_GRADIENT = Misconception(
    "no_gradient",
    "No gradient reaches the network's weights.",
    "Look for no_grad(), detach(), or layers that are not registered (kept in a plain list).",
)
NOT_REGISTERED = Misconception(
    "not_registered",
    "Some of the network's weights are not among its parameters, so no optimiser will ever train them.",
    "A module knows layers that are its attributes or stand in an nn.ModuleList; not those in a plain list, and none made in forward.",
)
NOT_FRESH = Misconception(
    "not_fresh",
    "Two calls gave the same network.",
    "Build the layers inside the function, so that each call returns a network of its own.",
)
RESEEDED = Misconception(
    "reseeded",
    "Two calls gave networks with the same starting weights.",
    "Do not set a seed where a network is built: the caller decides about seeds.",
)

Build = Callable[..., Ref]
Inputs = torch.Tensor | tuple[torch.Tensor, ...]  # x alone, or x with what stands beside it (labels)


def build(student: Student, sheet: Findings, name: str, *sizes: int) -> Ref:
    """Call the student's function and insist on a module.

    Raises:
        GiveUp: if something else came back.
    """
    value = student.call(name, *sizes).value
    is_module = isinstance(value, Ref) and value.kind == "module"
    sheet.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(value)}")
    assert isinstance(value, Ref)
    return value


def forward(student: Student, module: Ref, x: Inputs, seed: int | None = None) -> Any:
    """Return the module's output for a batch; with the same seed dropout drops the same."""
    return student.call(module, *_given(x), seed=seed).value


def _given(x: Inputs) -> tuple[torch.Tensor, ...]:
    return x if isinstance(x, tuple) else (x,)


def settle(student: Student, module: Ref, x: Inputs, seed: int) -> torch.Tensor:
    """Call a module until it answers twice alike, or 60 times; return the last output.

    Spectral norm improves its estimate at each call in training mode, and is settled after a few.
    """
    last = _tensor(forward(student, module, x, seed))
    for _ in range(60):
        out = _tensor(forward(student, module, x, seed))
        if torch.equal(out, last):
            break
        last = out
    return last


def judge_shapes(
    student: Student,
    sheet: Findings,
    module: Ref,
    in_features: int,
    allowed: Callable[[int], Sequence[tuple[int, ...]]],
    beside: Callable[[int], tuple[torch.Tensor, ...]] = lambda n: (),
) -> None:
    """Insist on the output's shape for batches of several sizes, a single row included.

    A single row is tried in evaluation mode, where batch norm is defined for it too. ``beside`` makes what
    stands beside x for n rows (labels).

    Raises:
        GiveUp: if a shape is wrong.
    """
    for n in (16, 7, 64, 1):
        student.is_training(module, switch_to=n > 1)
        try:
            x = torch.linspace(-1, 1, n * in_features).reshape(n, in_features)
            out = forward(student, module, (x, *beside(n)))
        except StudentFault as fault:
            if n == 16 or fault.kind != "raised":
                raise
            sheet.insist(False, "any batch size", "batch_size_built_in", f"N = {n}: {fault.message}")
            raise
        wanted = allowed(n)
        fits = isinstance(out, torch.Tensor) and tuple(out.shape) in wanted
        # A shape that is right for one N and wrong for another has N built in.
        name = "wrong_shape" if n == 16 else "batch_size_built_in"
        shapes = " or ".join(str(w) for w in wanted)
        sheet.insist(
            fits, "shape of the output", name, f"N = {n}: returned {type_text(out)}, wanted {shapes}"
        )
    student.is_training(module, switch_to=True)


def outputs_when_scrambled(
    student: Student, module: Ref, x: Inputs, scale: float, seeds: Sequence[int]
) -> torch.Tensor:
    """Return outputs (len(seeds), N, …) for several random fillings of the weights.

    The module is left as it was: its running statistics must not remember the wildest weights.
    """
    return torch.stack([_tensor(o) for o in student.scrambled_outputs(module, _given(x), scale, seeds)])


def judge_range(student: Student, sheet: Findings, module: Ref, x: Inputs, seed: int) -> None:
    """Insist that the output can be any real number, in training and in evaluation.

    Raises:
        GiveUp: if it cannot.
    """
    for training in (True, False):
        student.is_training(module, switch_to=training)
        _judge_range_now(student, sheet, module, x, seed)
    student.is_training(module, switch_to=True)


def _judge_range_now(student: Student, sheet: Findings, module: Ref, x: Inputs, seed: int) -> None:
    """Large weights give large outputs of both signs; under spectral norm and its kin large inputs do."""
    seeds = [seed + i for i in range(12)]
    outs = {s: outputs_when_scrambled(student, module, x, s, seeds).double() for s in (1.0, 6.0, 30.0, 300.0)}
    far = [outputs_when_scrambled(student, module, _times(x, by), 1.0, seeds).double() for by in (30.0, 3e3)]
    every = torch.cat([o.reshape(-1) for o in (*outs.values(), *far)])
    one_sign = bool((every >= 0).all()) or bool((every <= 0).all())
    # Weights several times larger in every layer: outputs at least about as many times larger, unless
    # something squashes them. The means are over hundreds of numbers, so the factor 2 is far from chance.
    pairs = ((outs[1.0], outs[6.0]), (outs[30.0], outs[300.0]))

    def unbounded(part: Callable[[torch.Tensor], torch.Tensor]) -> bool:
        return all(_grows(part(a), part(b)) for a, b in pairs) or _grows(part(far[0]), part(far[1]))

    # tanh is bounded and takes both signs; a sigmoid is bounded with one: the bound is the better name.
    sheet.insist(unbounded(torch.abs), "the output can be any number", "bounded")
    sheet.insist(not one_sign, "the output can be any number", "one_sign")
    # ELU and its kin go far up, and never below -1.
    up, down = unbounded(lambda o: o.clamp_min(0)), unbounded(lambda o: (-o).clamp_min(0))
    sheet.insist(up and down, "the output can be any number", "bounded")


def _times(x: Inputs, factor: float) -> Inputs:
    first, *beside = _given(x)
    return (first * factor, *beside)


def _grows(small: torch.Tensor, large: torch.Tensor) -> bool:
    # A very deep network may overflow at the largest weights; whatever does that is not bounded.
    return bool(large.mean() > 2.0 * small.mean()) or not bool(torch.isfinite(large).all())


def judge_nonlinear(student: Student, sheet: Findings, module: Ref, x: Inputs, seed: int) -> None:
    """Insist that the network bends: f(a) + f(b) differs from f(a + b) + f(0).

    It must bend in training and in evaluation; dropout drops the same in all four calls.

    Raises:
        GiveUp: if it is affine for every filling of the weights.
    """
    first, beside = _given(x)[0], _given(x)[1:]
    second = first.flip(0)
    batches = (first, second, first + second, torch.zeros_like(first))
    for training in (False, True):
        student.is_training(module, switch_to=training)
        worst = 0.0
        for trial in range(4):
            student.scramble(module, 1.0, seed + trial)
            a, b, both, zero = (
                _tensor(forward(student, module, (batch, *beside), seed)).double() for batch in batches
            )
            gap = (a + b - both - zero).abs().mean()
            size = torch.stack([a, b, both, zero]).abs().mean().clamp_min(1e-12)
            worst = max(worst, float(gap / size))
        student.is_training(module, switch_to=True)
        sheet.insist(worst > 1e-3, "the function is not linear", "linear")


def judge_listens(student: Student, sheet: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Insist that the output depends on the input.

    Raises:
        GiveUp: if every row gives the same output.
    """
    out = outputs_when_scrambled(student, module, x, 1.0, [seed, seed + 1, seed + 2])
    spread = float((out - out[:, :1]).abs().max())
    sheet.insist(spread > 1e-6, "the output depends on the input", "ignores_input")


def judge_every_column(student: Student, sheet: Findings, module: Ref, x: torch.Tensor, seed: int) -> None:
    """Insist that each column of the input (N, features) changes the output.

    Raises:
        GiveUp: if one does not.
    """
    seeds = [seed, seed + 1, seed + 2]
    kept = outputs_when_scrambled(student, module, x, 1.0, seeds)
    for column in range(x.shape[1]):
        other = x.clone()
        other[:, column] = x[:, column].flip(0) + 1.0
        changed = (outputs_when_scrambled(student, module, other, 1.0, seeds) - kept).abs().max()
        heard = float(changed) > 1e-6
        sheet.insist(heard, "the output depends on every number of the input", "ignores_part_of_input")


def judge_columns_differ(student: Student, sheet: Findings, module: Ref, x: Inputs, seed: int) -> None:
    """Insist that no two columns of the output (N, d) are copies of each other.

    Raises:
        GiveUp: if two are.
    """
    out = outputs_when_scrambled(student, module, x, 1.0, [seed, seed + 1, seed + 2])
    columns = out.reshape(-1, out.shape[-1]).T
    copies = [torch.equal(a, b) for i, a in enumerate(columns) for b in columns[i + 1 :]]
    sheet.insist(not any(copies), "every coordinate is free", "repeated_output")


def judge_gradients(student: Student, sheet: Findings, module: Ref, x: Inputs, seed: int) -> None:
    """Insist that a loss on the output can train every weight that matters for the output.

    Several fillings of the weights, because all units of a narrow ReLU layer may be off in one.

    Raises:
        GiveUp: if no gradient arrives at a weight.
    """
    reached: set[str] = set()
    for trial in range(4):
        if trial:
            student.scramble(module, 1.0, seed + trial)
        out = _tensor(forward(student, module, x))
        weights = torch.linspace(-1.0, 2.0, out.numel()).reshape(out.shape)
        slopes = student.slopes(module, *_given(x), weights=weights, parameters=True)
        reached |= {name for name, g in slopes.parameters.items() if g is not None and bool(g.any())}
    sheet.insist(bool(reached), "the weights can be trained", "no_gradient")
    for name in (n for n in slopes.parameters if n not in reached):
        idle = not _matters(student, module, x, name, seed)
        sheet.insist(idle, "the weights can be trained", "no_gradient", f"nothing reaches {name}")


def _matters(student: Student, module: Ref, x: Inputs, name: str, seed: int) -> bool:
    """Whether the output depends on one parameter."""
    state = student.state(module)
    before = settle(student, module, x, seed)
    student.load(module, {**state, name: state[name] + 0.5})
    after = settle(student, module, x, seed)
    student.load(module, state)
    return not torch.allclose(before, after, rtol=1e-4, atol=1e-5)


def judge_registered(student: Student, sheet: Findings, first: Ref, second: Ref, x: Inputs) -> None:
    """Insist that a network is given by its parameters and buffers: two with the same ones agree.

    Raises:
        GiveUp: if they differ.
    """
    state = student.state(first)
    if state.keys() != student.state(second).keys():
        return
    student.load(second, state)
    for module in (first, second):
        student.is_training(module, switch_to=False)
    one, two = (_tensor(forward(student, module, x)) for module in (first, second))
    for module in (first, second):
        student.is_training(module, switch_to=True)
    same = torch.allclose(one, two, rtol=1e-4, atol=1e-5)
    sheet.insist(same, "all weights are parameters of the network", "not_registered")


def judge_fresh(student: Student, sheet: Findings, first: Ref, second: Ref, seed: int) -> None:
    """Require that two calls gave two networks, with starting weights of their own.

    Args:
        student: the handle.
        sheet: where findings go.
        first: network of one call.
        second: network of another call with the same sizes.
        seed: for filling the first with other weights.
    """
    one, two = student.state(first), student.state(second)
    differ = one.keys() != two.keys() or any(not torch.equal(one[k], two[k]) for k in one)
    student.scramble(first, 1.0, seed)
    after = student.state(second)
    apart = two.keys() == after.keys() and all(torch.equal(two[k], after[k]) for k in two)
    if sheet.require(apart, "each call returns a network of its own", "not_fresh"):
        sheet.require(differ, "starting weights differ from call to call", "reseeded")


def judge_width(student: Student, sheet: Findings, narrow: Ref, wide: Ref) -> None:
    """Require that a larger `hidden` gives more weights."""
    count = [sum(v.numel() for v in student.state(m).values()) for m in (narrow, wide)]
    sheet.require(count[1] > count[0], "`hidden` sets the width", "hidden_ignored")


def _tensor(value: Any) -> torch.Tensor:
    if not isinstance(value, torch.Tensor):
        raise StudentFault("wire", f"the network returned {type_text(value)}, not a tensor")
    return value
