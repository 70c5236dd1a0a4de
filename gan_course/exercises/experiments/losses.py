"""A loss of one or more batches: its value, and its slope in every number, over sizes, shapes and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.compare import Tolerance, is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings, Picture
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MEAN_MISSING,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)

VERSION = 1
OVERFLOWS = Misconception(
    "overflows",
    "The loss or its slope is NaN or infinite when a logit is very large.",
    "σ(200) is exactly 1 in float32, so log(1 − σ) is log 0. Which function gives log σ without computing σ?",
    share=0.5,
)
COLUMN = Misconception(
    "one_shape_only",
    "The loss is right for logits of shape (N,) but not for (N, 1), or the other way round.",
    "Subtracting (N,) from (N, 1) makes an (N, N) table. Use the tensors given, or reshape both with .reshape(-1).",
    share=0.5,
)
CLAMPED = Misconception(
    "clamped_flat",
    "Where D is sure and mistaken, your loss is flat or too weak: something clamps it.",
    "A clamp has slope 0 outside its bounds, and log(p + ε) is flat once p is below ε. "
    "Bounds must lie beyond every logit that matters.",
    share=0.5,
)
MISCONCEPTIONS = (BECOMES_NUMBER, DETACHED, MEAN_MISSING, OVERFLOWS, COLUMN, CLAMPED, MODIFIES_INPUTS)

Batch = tuple[torch.Tensor, ...]
ROUGHLY = Tolerance(relative=0.35, absolute=0.05)  # room for guards of 1e-5 or less inside a logarithm
SAME_ORDER = Tolerance(relative=0.98, absolute=1.0)  # a guard may make a huge loss many times smaller
SIZES = ((1, 1, 1), (7, 7, 7), (7, 5, 4), (512, 300, 200), (3, 11, 6))


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    batches: Sequence[str],
    worked: Sequence[Sequence[float]] = (),
    stable: bool = True,
    far: float = 10.5,
    scale: float = 2.5,
) -> None:
    """Play a loss.

    Args:
        student: the handle on the answer.
        inputs: for logits.
        findings: where to note.
        exercise: name of the function.
        batches: what each of its batches holds, e.g. ``["real logit", "fake logit"]``.
        worked: batches of a case worked by hand, the first of the visible check.
        stable: whether the loss must stay finite at ±200, and steep where D is sure and mistaken.
        far: the logit up to which a slope must be there.
        scale: standard deviation of the logits.
    """
    sizes = [size[: len(batches)] for size in SIZES]
    cases = _Cases(batches, sizes, [torch.tensor(b) for b in worked], scale)
    rows, columns = cases.play(exercise, column=False), cases.play(exercise, column=True)
    try:
        value = student.slopes(exercise, *cases.drawn(inputs.again(), False)[1]).value
        insist_tensor(findings, value, "returns a tensor", number_loses_gradient=True)
        findings.passed("returns a tensor")
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        if findings.judges and findings.agrees(student, inputs, "both shapes", columns):
            findings.passed("value and slopes for shape (N, 1)")
            findings.insist(False, "both shapes", "one_shape_only", f"for shape (N,): {fault.message}")
        # A known mistake may raise the very same error: the comparison below knows it, or raises it again.
    findings.compare(
        student,
        inputs,
        "value and slopes",
        rows,
        picture=Picture("slope of the loss for one sample", _curves(exercise, batches)),
    )
    findings.compare(
        student, inputs, "both shapes", columns, otherwise="one_shape_only", named=False, goes_on=True
    )
    if stable:
        _judge_large(student, inputs, findings, exercise, len(batches), far)
    judge_inputs_kept(student, findings, exercise, *cases.drawn(inputs.again(), False)[1])


class _Cases:
    """Batches of 1, 7 and many numbers; where there are several batches, of different sizes too."""

    def __init__(
        self,
        names: Sequence[str],
        sizes: Sequence[tuple[int, ...]],
        worked: list[torch.Tensor],
        scale: float,
    ) -> None:
        self._names, self._sizes, self._worked, self._scale = names, sizes, worked, scale

    def drawn(self, inputs: Inputs, column: bool) -> list[Batch]:
        # Columns of three batches in a visible check: a few sizes are enough, and keep its record small.
        few = inputs.public and column and len(self._names) > 2
        chosen = self._sizes[:3] if few else self._sizes
        cases = [tuple(self._batch(inputs, n, sizes[0]) for n in sizes) for sizes in chosen]
        if inputs.public and self._worked and not few:
            cases.insert(0, tuple(self._worked))
        return [tuple(b.reshape(-1, 1) if column else b for b in case) for case in cases]

    def _batch(self, inputs: Inputs, n: int, first: int) -> torch.Tensor:
        # Clamped so that an honest σ-then-log formula with a small ε keeps enough digits in float32;
        # in small batches each slope weighs more, so they stay nearer to 0.
        bound = 6.0 if first > 100 else 4.0
        rows = n if n < 100 else inputs.count(n, 8 + n // 100)
        return inputs.normal(rows, scale=self._scale).clamp(-bound, bound)

    def play(self, exercise: str, column: bool) -> Play:
        def play(student: Student, inputs: Inputs) -> Observation:
            seen: dict[str, Any] = {}
            for i, case in enumerate(self.drawn(inputs, column)):
                slopes = student.slopes(exercise, *case)
                value = slopes.value
                # (1,) and () are the same loss; anything longer stays visible as what it is.
                one = isinstance(value, torch.Tensor) and value.numel() == 1
                what = _listed(
                    [f"{len(b)} {n}{'s' * (len(b) != 1)}" for b, n in zip(case, self._names, strict=True)]
                )
                again = f" ({i + 1})" if f"value on {what}" in seen else ""
                seen[f"value on {what}{again}"] = value.reshape(()) if one else value
                for name, gradient, batch in zip(self._names, slopes.args, case, strict=False):
                    seen[f"slope in a {name}, on {what}{again}"] = or_zeros(gradient, batch)
            return seen

        return play


def _listed(parts: list[str]) -> str:
    return " and ".join(parts) if len(parts) < 3 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _curves(exercise: str, batches: Sequence[str]) -> Play:
    """Slopes for one sample, over numbers from −8 to 8."""

    def play(student: Student, inputs: Inputs) -> Observation:
        x = torch.linspace(-8.0, 8.0, 33 if len(batches) < 3 else 17)
        found = student.slopes(exercise, *[x] * len(batches)).args
        slopes = (or_zeros(g, x).reshape(-1) * len(x) for g in found)
        return {name: (x, slope) for name, slope in zip(batches, slopes, strict=False)}

    return play


def _judge_large(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, batches: int, far: float
) -> None:
    """Finite at ±200, and steep wherever D is sure and mistaken."""

    def large(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for sign in (1.0, -1.0):
            given = _opposite(torch.tensor([200.0, -200.0, 0.5]) * sign, batches)
            slopes = student.slopes(exercise, *given)
            finite = is_finite(slopes.value) and is_finite([g for g in slopes.args if g is not None])
            order = "200, −200 and 0.5" if sign > 0 else "−200, 200 and −0.5"
            seen[f"value at {order}"] = (
                slopes.value.reshape(-1) if finite and isinstance(slopes.value, torch.Tensor) else None
            )
        return seen

    def steep(student: Student, inputs: Inputs) -> Observation:
        # One side outweighs the other, so that a bound on the whole loss shows too.
        given = _opposite(torch.tensor([-far, far, far]), batches)
        found = student.slopes(exercise, *given).args
        return {"slopes": [or_zeros(g, x) for g, x in zip(found, given, strict=False)]}

    options: dict[str, Any] = {"named": False, "goes_on": True}
    findings.compare(
        student, inputs, "finite at ±200", large, otherwise="overflows", tolerance=SAME_ORDER, **options
    )
    findings.compare(
        student, inputs, f"a slope at ±{far:g}", steep, otherwise="clamped_flat", tolerance=ROUGHLY, **options
    )


def _opposite(logits: torch.Tensor, batches: int) -> list[torch.Tensor]:
    """The logits for the first batch, the opposite ones for the second."""
    return [logits * (-1.0) ** i for i in range(batches)]
