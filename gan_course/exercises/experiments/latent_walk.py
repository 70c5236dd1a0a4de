"""Points between two vectors: as many as asked for, in order, one a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NOT_A_TENSOR = Misconception(
    "not_a_tensor",
    "What came back is not one tensor.",
    "G takes a batch: one tensor with a row for each point (torch.stack makes one of a list).",
    share=0.5,
)
WRONG_COUNT = Misconception(
    "wrong_count",
    "Your walk has another number of points than asked for.",
    "`steps` counts the points, both ends included, not the gaps between them.",
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "The shape of your walk is not (steps, latent_dim).",
    "One row for each point of the walk. Which shape must t have, so that it meets z along the rows?",
)
MISCONCEPTIONS = (NOT_A_TENSOR, WRONG_COUNT, WRONG_AXIS, MODIFIES_INPUTS)
Case = tuple[torch.Tensor, torch.Tensor, int]


def play(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, *, worked: Sequence[Sequence[float]]
) -> None:
    """Play a walk from one vector to another.

    Args:
        student: the handle on the answer.
        inputs: for vectors.
        findings: where to note.
        exercise: name of the function.
        worked: both ends of a walk of five points worked by hand.
    """
    start, end = (torch.tensor(z) for z in worked)
    value = student.call(exercise, start, end, 5).value
    if not isinstance(value, torch.Tensor) and value is not None:
        findings.insist(False, "returns a tensor", "not_a_tensor", f"returned {type_text(value)}")
    first = insist_tensor(findings, value, "returns a tensor")
    findings.passed("returns a tensor")

    def walks(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for a, b, steps in [(start, end, 5), *_cases(inputs)]:
            name = f"{steps} points between vectors of {len(a)}"
            seen[name + " again" * (name in seen)] = student.call(exercise, a, b, steps).value
        return seen

    rows = first.ndim == 2 and first.shape[1] == len(start)
    fits = rows and len(first) == 5
    otherwise = "" if fits else "wrong_count" if rows else "wrong_axis"
    findings.compare(student, inputs, "the walk", walks, otherwise=otherwise)
    judge_inputs_kept(student, findings, exercise, *_cases(inputs.again())[0])


def _cases(inputs: Inputs) -> list[Case]:
    """Short walks and long ones, between vectors of few numbers and of many, near each other and far."""
    squares = inputs.integer(4, 7)  # where a wrong axis keeps the shape
    found = [_case(inputs, squares, squares), _case(inputs, inputs.integer(5, 9), 2), _case(inputs, 1, 4)]
    found.append(
        _case(inputs, inputs.count(inputs.integer(10, 40), 3), inputs.count(inputs.integer(8, 12), 7))
    )
    found.append(_case(inputs, 3, 3))
    if not inputs.public:
        found.append(_case(inputs, inputs.integer(2, 5), inputs.integer(40, 60)))
        z = inputs.normal(6)
        found.append((z, z.clone(), inputs.integer(4, 6)))  # nowhere to go
    return found


def _case(inputs: Inputs, dim: int, steps: int) -> Case:
    a, b = inputs.normal(2, dim) * float(inputs.sizes(1, low=0.3, high=30.0))
    return a, b, steps
