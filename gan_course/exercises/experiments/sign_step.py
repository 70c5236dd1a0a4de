"""One step that moves every pixel of a picture by ε: where to, within which range, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.classifiers import (
    LEAVES_CLEAN,
    Classifier,
    batch_normed,
    compare_signs,
    judge_leaves_clean,
    labels,
    pictures,
)
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, type_text

VERSION = 1
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The result has not the shape of x.",
    "One attacked picture for every picture given: (N, 1, H, W) goes in and comes out.",
)
FLAT_PIXELS_MOVE = Misconception(
    "flat_pixels_move",
    "A pixel whose slope is exactly 0 does not stay where it was.",
    "It happens at dark borders and for a model that is very sure. What is the sign of 0?",
    share=0.5,
)
MISCONCEPTIONS = (WRONG_SHAPE, FLAT_PIXELS_MOVE, *LEAVES_CLEAN, MODIFIES_INPUTS)


@dataclass(frozen=True)
class _Case:
    """One call: the model, the pictures with their classes, ε and the range."""

    model: Ref
    x: torch.Tensor
    y: torch.Tensor
    epsilon: float
    limits: tuple[float, ...]
    words: str


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for models, pictures and classes.
        findings: where to note.
        exercise: name of the function.
    """
    own = inputs.again()
    drawn, x, y = Classifier.drawn(own), pictures(own, 3), labels(own, 3)
    value = student.call(exercise, drawn.spy(student), x, y, 0.1).value
    tensor = insist_tensor(findings, value, "returns pictures")
    findings.insist(
        tensor.shape == x.shape, "returns pictures", "wrong_shape", f"returned {type_text(value)}"
    )

    def attacked(student: Student, inputs: Inputs) -> Observation:
        return {
            case.words: student.call(exercise, case.model, case.x, case.y, case.epsilon, *case.limits).value
            for case in _cases(student, inputs)
        }

    def flat(student: Student, inputs: Inputs) -> Observation:
        """Three pixels have no influence at all; and a whole picture has none on a model without weights."""
        seen: dict[str, Any] = {}
        for words, idle in (("three pixels", 3), ("all pixels", len(x[0].reshape(-1)))):
            drawn, n = Classifier.drawn(inputs, idle=idle), 2
            given = pictures(inputs, n), labels(inputs, n)
            found = student.call(exercise, drawn.spy(student), *given, 0.2).value
            seen[f"pictures in which {words} have no slope"] = found
        return seen

    compare_signs(student, inputs, findings, "the attacked pictures", attacked)
    compare_signs(
        student, inputs, findings, "pixels without a slope", flat, otherwise="flat_pixels_move", goes_on=True
    )
    judge_leaves_clean(student, inputs, findings, lambda model, x, y: (exercise, [model, x, y, 0.1]))


def _cases(student: Student, inputs: Inputs) -> list[_Case]:
    """Several ranges, the default one among them, steps from one grey value to a third of the range, two models."""
    wide = float(inputs.sizes(1, low=1.2, high=100.0))
    ranges: tuple[tuple[int, tuple[float, ...], float], ...] = (
        (3, (), inputs.number(0.08, 0.3)),
        (1, (0.0, 1.0), float(inputs.sizes(1, low=1 / 255, high=0.3))),
        (inputs.count(7, 3), (-1.0, 1.0), inputs.number(0.08, 0.3)),
        (2, (round(-wide, 2), round(wide * 1.5, 2)), inputs.number(0.08, 0.3)),
        (4, (0.0, 1.0), inputs.number(0.08, 0.3)),
    )
    cases = []
    for i, (n, limits, share) in enumerate(ranges):
        low, high = limits or (0.0, 1.0)
        drawn = Classifier.drawn(inputs, steep=0.5 / (high - low))
        normed = i == len(ranges) - 1
        model = batch_normed(student, inputs) if normed else drawn.spy(student)
        # The range is what was asked for, not what these pictures happen to span.
        grey = i == 3
        x, y = pictures(inputs, n, low, high, grey), labels(inputs, n)
        epsilon = share * (high - low)
        words = f"{n} picture{'s' * (n != 1)}, ε = {epsilon:.3g}, pixels from {low:g} to {high:g}"
        words += (
            (" by default" * (not limits))
            + (", all medium grey" * grey)
            + (", a model with batch normalisation" * normed)
        )
        cases.append(_Case(model, x, y, epsilon, limits, words.replace("-", "−")))
    return cases
