"""A projection of pictures: candidates near and far, several ranges and shapes."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept, type_text

VERSION = 1
MISCONCEPTIONS: tuple[Misconception, ...] = (MODIFIES_INPUTS,)
Case = tuple[torch.Tensor, torch.Tensor, float, tuple[float, ...]]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for pictures and candidates.
        findings: where to note.
        exercise: name of the function.
    """
    own = inputs.again()
    x = own.uniform(3, 1, 2, 2)
    value = student.call(exercise, x + 0.2, x, 0.1).value
    tensor = insist_tensor(findings, value, "returns pictures")
    right_shape = tensor.shape == x.shape
    findings.insist(right_shape, "returns pictures", "wrong_type", f"returned {type_text(value)}")

    def put_back(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for candidate, x, epsilon, limits in _cases(inputs):
            low, high = limits or (0.0, 1.0)
            what = f"{_many(x)} with ε = {epsilon:.3g}, pixels from {low:g} to {high:g}"
            what += "" if limits else " by default"
            seen[what.replace("-", "−")] = student.call(exercise, candidate, x, epsilon, *limits).value
        return seen

    findings.compare(student, inputs, "the projected pictures", put_back)
    judge_inputs_kept(student, findings, exercise, x + own.normal(3, 1, 2, 2), x, 0.1)


def _many(x: torch.Tensor) -> str:
    return "one pixel" if x.numel() == 1 else f"{x.numel()} pixels of shape {tuple(x.shape)}"


def _cases(inputs: Inputs) -> list[Case]:
    """Each case: the candidate, x, ε and the range; without a range the default of 0 to 1 counts."""
    plan: tuple[tuple[tuple[int, ...], tuple[float, ...], float], ...] = (
        ((inputs.count(4, 2), 1, 3, 3), (), inputs.number(0.1, 0.25)),
        ((inputs.count(5, 1), 1, 2, 4), (-1.0, 1.0), inputs.number(0.1, 0.25)),
        ((1, 6), (inputs.number(-2.0, -1.2), inputs.number(1.2, 2.0)), inputs.number(0.1, 0.25)),
        ((inputs.count(9, 5), 1), (0.0, 255.0), float(inputs.sizes(1, low=0.004, high=0.2))),
        ((2, 3, 2), (0.25, 0.75), 0.8),  # the box is wider than the range
        ((1, 1, 1, 1), (), float(inputs.sizes(1, low=0.01, high=0.3))),
        ((2, 1, 2, 2), (0.0, 1.0), 0.0),  # nothing but x itself is left
    )
    cases: list[Case] = []
    for i, (shape, limits, share) in enumerate(plan):
        low, high = limits or (0.0, 1.0)
        x, epsilon = inputs.uniform(*shape, low=low, high=high), share * (high - low)
        # From well inside the box to far outside of it and of the range, whatever ε is.
        far = inputs.signed(*shape, low=0.1, high=30.0) * max(epsilon, 0.02)
        candidate = x + far
        if candidate.numel() > 4:
            # One pixel at each end of the range has to be brought back, whatever was drawn; one stays.
            x.view(-1)[:3] = torch.tensor([low, high, (low + high) / 2])
            candidate.view(-1)[:3] = torch.tensor(
                [low - epsilon / 2, high + epsilon / 2, (low + high) / 2 + epsilon / 3]
            )
        if i == 5 and inputs.public:  # the case that the exercise works by hand
            x, candidate, epsilon = torch.full(shape, 0.95), torch.full(shape, 1.3), 0.1
        cases.append((candidate, x, epsilon, limits))
    return cases
