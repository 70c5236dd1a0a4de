"""Read what student code returned, and say plainly when it is not the kind of value asked for."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.difference import type_text as type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.student.handle import NumpyValue, Ref, Student

BECOMES_NUMBER = Misconception(
    "becomes_number",
    "The value came back as a plain number.",
    "The gradient is lost when a tensor becomes a number (.item(), float(), NumPy). Return the tensor.",
)
DETACHED = Misconception(
    "detached",
    "No gradient flows through what came back.",
    "Something on the way cuts the graph: detach(), torch.no_grad(), or building a new tensor from numbers.",
)
MEAN_MISSING = Misconception(
    "mean_missing",
    "The loss grows with the size of the batch, or is one number per sample.",
    "The formula has 1/N in front of the sum: what should happen to the loss when a batch is repeated twice?",
)

MODIFIES_INPUTS = Misconception(
    "modifies_inputs",
    "Your code changes the tensors it was given.",
    "Whoever calls the function still needs them. +=, x[...] = and methods that end in _ work in place: make a new tensor.",
    share=0.5,
)

REMEMBERS = Misconception(
    "remembers",
    "Called twice with the same arguments, your function gives two different results.",
    "Something is kept from call to call: a variable outside of the function, or a gradient that adds up.",
)


def insist_tensor(
    sheet: Findings, value: Any, criterion: str, number_loses_gradient: bool = False
) -> torch.Tensor:
    """Return the value as a tensor, or note what it is instead.

    Args:
        sheet: where findings go.
        value: what came back.
        criterion: what is tested.
        number_loses_gradient: note a plain number as :data:`BECOMES_NUMBER`.

    Raises:
        GiveUp: if it is not a tensor.
    """
    if isinstance(value, torch.Tensor):
        return value
    plain_number = isinstance(value, NumpyValue | int | float)
    name = "becomes_number" if number_loses_gradient and plain_number else "wrong_type"
    sheet.insist(False, criterion, name, f"returned {type_text(value)}")
    raise AssertionError("insist(False) does not return")


def judge_inputs_kept(
    student: Student, sheet: Findings, name: str, *args: Any, seed: int = 1, compare: bool | None = None
) -> None:
    """Require that a function leaves what it was given as it was, and that a second call gives the same.

    A caller may use its tensors again, so a call may change neither their numbers nor what they ask of
    autograd. With spies among the arguments the two results are not compared: spies have a memory.

    Args:
        student: the handle.
        sheet: where findings go.
        name: of the function.
        args: what it is given, twice.
        seed: seeds torch before each of the two calls.
        compare: whether the two results must be the same; by default unless spies are among the arguments,
            which may have a memory. A function that draws numbers from any source it likes has none.
    """
    seen = student.twice(name, *args, seed=seed)
    kept = [same_bits(a, b) for a, b in zip(args, seen.after, strict=True) if isinstance(a, torch.Tensor)]
    alone = all(kept) and not any(seen.touched)
    what = "" if alone or not all(kept) else "they ask for gradients afterwards"
    sheet.require(alone, "leaves its arguments alone", "modifies_inputs", what)
    if compare is None:
        compare = not any(isinstance(a, Ref) for a in args)
    if alone and compare:
        again = same(seen.first, seen.second)
        sheet.require(again, "the same again in a second call", "not_repeatable")


def same_bits(one: torch.Tensor, two: Any) -> bool:
    """Whether two tensors have the same shape and exactly the same numbers."""
    return isinstance(two, torch.Tensor) and one.shape == two.shape and torch.equal(one, two)


def as_float(value: Any) -> float | None:
    """Return a number, a one-element tensor or a NumPy number as a float; ``None`` for all else."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor):
        return float(value) if value.numel() == 1 else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None


def as_numbers(value: Any, count: int) -> Any:
    """Read so many numbers from whatever holds them, as a list; anything else comes back as it is."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor) and value.numel() == count:
        value = list(value.reshape(-1))
    if not isinstance(value, list | tuple) or len(value) != count:
        return value
    numbers = [as_float(v) for v in value]
    return value if None in numbers else numbers


def or_zeros(gradient: torch.Tensor | None, like: torch.Tensor) -> torch.Tensor:
    """Return a gradient, zeros where no path led there."""
    return torch.zeros_like(like) if gradient is None else gradient
