"""The loss of a linear model on the worst pictures in boxes: value, slopes in w and b, and far margins."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)

VERSION = 1
OVERFLOWS = Misconception(
    "overflows",
    "The loss or its slope is infinite, NaN or cut off for large margins.",
    "exp(200) does not fit into float32. Which function of torch.nn.functional computes log(1 + eᶻ) safely?",
    share=0.5,
)
MISCONCEPTIONS = (BECOMES_NUMBER, OVERFLOWS, MODIFIES_INPUTS)
# A margin far on the right side costs as little as float32 can say; far on the wrong side, its own size.
FAR = Tolerance(relative=1e-3, absolute=1e-3)
MARGINS = (300.0, 100.0, 30.0, -30.0, -100.0, -300.0)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it on batches of several sizes, then on margins from −300 to 300.

    Args:
        student: the handle on the answer.
        inputs: for pictures, labels and a linear model.
        findings: where to note.
        exercise: name of the function.
    """

    def value_and_slopes(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for n, d in ((inputs.integer(5, 9), 4), (1, 6), (inputs.count(30, 12), 12), (4, 1)):
            epsilon = inputs.number(0.05, 0.5)
            x, y, w, b = _examples(inputs, n, d)
            what = f"{n} example{'s' * (n != 1)} of {d} pixel{'s' * (d != 1)} and ε = {epsilon:g}"
            slopes = student.slopes(exercise, x, y, w, b, epsilon)
            value = slopes.value
            one = isinstance(value, torch.Tensor) and value.numel() == 1
            seen[f"loss on {what}"] = value.reshape(()) if one else value
            seen[f"slope in w on {what}"] = or_zeros(slopes.args[2], w)
            seen[f"slope in b on {what}"] = or_zeros(slopes.args[3], b)
        return seen

    def far(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for margin in MARGINS:
            label = inputs.choice([1.0, -1.0])
            x, y = torch.tensor([[label * margin]]), torch.tensor([label])
            slopes = student.slopes(exercise, x, y, torch.tensor([1.0]), torch.tensor(0.0), 0.1)
            value = slopes.value.reshape(-1) if isinstance(slopes.value, torch.Tensor) else slopes.value
            where = f"margin {margin:g}".replace("-", "−")
            seen[f"loss at {where}"] = value
            seen[f"slope in b at {where}"] = or_zeros(slopes.args[3], torch.tensor(0.0))
        return seen

    own = inputs.again()
    value = student.slopes(exercise, *_examples(own, 5, 3), 0.2).value
    insist_tensor(findings, value, "returns a tensor", number_loses_gradient=True)
    findings.passed("returns a tensor")
    findings.compare(student, inputs, "value and slopes", value_and_slopes)
    findings.compare(
        student,
        inputs,
        "large margins",
        far,
        otherwise="overflows",
        named=False,
        goes_on=True,
        tolerance=FAR,
    )
    judge_inputs_kept(student, findings, exercise, *_examples(own, 4, 3), 0.2)


def _examples(inputs: Inputs, n: int, d: int) -> list[torch.Tensor]:
    """Pictures, labels of both kinds, weights and a bias that are far enough from 0 to be seen."""
    x, w = inputs.uniform(n, d), inputs.normal(d, scale=0.6)
    b = inputs.signed(1, low=0.3, high=2.0).reshape(())
    y = (inputs.uniform(n) < 0.5).float() * 2 - 1
    if n > 1:
        y[0], y[1] = 1.0, -1.0
    return [x, y, w, b]
