"""Two slopes in each logit of a batch, worked out by hand: one row of numbers for each of two losses."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import Tolerance, is_finite
from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept

VERSION = 1
OVERFLOWS = Misconception(
    "overflows",
    "A slope is NaN or infinite when a logit is very large.",
    "e^200 is too large for float32. torch.sigmoid is safe; so is 1/(1 + e^(−a)), in one of two forms.",
    share=0.5,
)
WRONG_WHEN_SURE = Misconception(
    "wrong_when_sure",
    "A slope is finite but wrong where D is sure, at logits between 7 and 200 on one side or the other.",
    "Where D is sure one of the two slopes is nearly −1/N and the other nearly 0, and neither is exactly "
    "so: a clamp, or a small number added, shows there.",
    share=0.5,
)
MISCONCEPTIONS = (OVERFLOWS, WRONG_WHEN_SURE, MODIFIES_INPUTS)
# 1 − σ(a) loses its digits to the right of 0: float32 leaves 6e-8 of 1, divided by the 14 logits here.
WHERE_SURE = Tolerance(relative=0.02, absolute=2e-8)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it on logits of usual size, then on very large ones."""
    value = rows_of(student.call(exercise, torch.tensor([-1.0, 0.5, 2.0])).value)
    is_pair = isinstance(value, list) and all(isinstance(v, torch.Tensor) for v in value)
    found = f"returned {type_text(value)}"
    findings.insist(is_pair, "returns two rows of slopes", "wrong_type", found)

    def usual(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        # At a single logit of −6 one slope is some 400 times the other: the case of the text.
        for n in (0, inputs.integer(2, 6), 1, inputs.integer(7, 40), inputs.count(128, 9)):
            logits = inputs.normal(n, scale=2.5).clamp(-7.0, 7.0) if n else torch.tensor([-6.0])
            where = f"{n} logits" if n else "a single logit of −6"
            seen |= _named(rows_of(student.call(exercise, logits).value), where)
        return seen

    def large(student: Student, inputs: Inputs) -> Observation:
        logits = torch.tensor([200.0, -200.0, 0.5, 90.0])
        return _named(rows_of(student.call(exercise, logits).value), "logits of 200, −200, 0.5 and 90")

    def sure(student: Student, inputs: Inputs) -> Observation:
        far = inputs.sizes(6, low=7.0, high=16.0)
        logits = torch.cat([far, -far, inputs.sizes(2, low=16, high=80) * torch.tensor([1.0, -1.0])])
        return _named(rows_of(student.call(exercise, logits).value), "logits between 7 and 80 on both sides")

    findings.compare(student, inputs, "both slopes", usual)
    finite = is_finite(large(student, inputs.again()))
    if findings.require(finite, "finite at logits of ±200", "overflows"):
        options: dict[str, Any] = {"otherwise": "wrong_when_sure", "named": False, "goes_on": True}
        findings.compare(student, inputs, "right at logits of ±200", large, **options)
        findings.compare(student, inputs, "right where D is sure", sure, tolerance=WHERE_SURE, **options)
    judge_inputs_kept(student, findings, exercise, torch.tensor([-1.0, 0.5, 2.0]))


def _named(rows: Any, where: str) -> dict[str, Any]:
    if isinstance(rows, list) and len(rows) == 2:
        return {f"saturating slope, {where}": rows[0], f"non-saturating slope, {where}": rows[1]}
    return {f"slopes, {where}": rows}


def rows_of(value: Any) -> Any:
    """Read two rows of numbers from a pair, a list or a stacked tensor; anything else comes back as it is."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor) and value.ndim == 2 and len(value) == 2:
        return [value[0], value[1]]
    if isinstance(value, list | tuple) and len(value) == 2:
        rows = [v.tensor if isinstance(v, NumpyValue) else v for v in value]
        return [torch.tensor(r) if _numbers(r) else r for r in rows]
    return value


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, float | int) for v in value)
