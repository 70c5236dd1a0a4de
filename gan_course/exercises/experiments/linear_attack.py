"""The worst perturbation of a linear score in a box, and the change that it makes."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text

VERSION = 1
NOT_A_PAIR = Misconception(
    "not_a_pair",
    "What came back is not the pair (eta, change).",
    "Return the perturbation, of the shape of w, and the change of the score, one number, in this order.",
)
OUT_OF_BOX = Misconception(
    "outside_the_box",
    "A pixel with weight 0 moves by more than ε, or to no number at all.",
    "w / |w| is 0/0 where a weight is 0. There any ηᵢ within ±ε is as good as any other.",
    share=0.5,
)
IDLE_CHANGE = Misconception(
    "change_with_zeros",
    "With weights of 0 among the others, the change you return is not the one that your η makes.",
    "A weight of 0 adds nothing to the sum. Which number do you return where a division by it gives no number?",
    share=0.5,
)
MISCONCEPTIONS = (NOT_A_PAIR, OUT_OF_BOX, IDLE_CHANGE, MODIFIES_INPUTS)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it: weights of every size, one pixel and many, and weights of exactly 0.

    Args:
        student: the handle on the answer.
        inputs: for weights.
        findings: where to note.
        exercise: name of the function.
    """
    own = inputs.again()
    w = own.normal(6)
    value = student.call(exercise, w, 0.1).value
    pair = isinstance(value, tuple | list) and len(value) == 2
    findings.insist(pair, "returns a pair", "not_a_pair", f"returned {type_text(value)}")
    eta, change = value
    fits = isinstance(eta, torch.Tensor) and eta.shape == w.shape and as_float(change) is not None
    kinds = f"returned {type_text(eta)} and {type_text(change)}"
    findings.insist(fits, "returns a pair", "not_a_pair", kinds)

    def worst(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for w, epsilon in _cases(inputs):
            eta, moved = _pair_of(student, exercise, w, epsilon)
            where = f"{len(w)} pixel{'s' * (len(w) != 1)} and ε = {epsilon:g}"
            seen[f"η for {where}"], seen[f"change for {where}"] = eta, moved
        return seen

    findings.compare(student, inputs, "the worst case", worst)
    _judge_idle_pixels(student, inputs, findings, exercise)
    judge_inputs_kept(student, findings, exercise, own.normal(5), 0.2)


def _cases(inputs: Inputs) -> list[tuple[torch.Tensor, float]]:
    """Weights that are alike in size, a single one, and weights from very small to very large."""
    plain = inputs.normal(inputs.integer(5, 9), scale=inputs.number(0.5, 2.0))
    if inputs.public:
        plain = torch.tensor([2.0, -1.0, 0.5, -3.0])
    return [
        (plain, 0.1 if inputs.public else inputs.number(0.05, 0.4)),
        (inputs.signed(1, low=0.2, high=5.0), inputs.number(0.5, 2.0)),
        (inputs.signed(inputs.count(70, 8), low=1e-4, high=30.0), float(inputs.sizes(1, low=0.01, high=0.5))),
    ]


def _pair_of(student: Student, exercise: str, w: torch.Tensor, epsilon: float) -> tuple[Any, Any]:
    value = student.call(exercise, w, epsilon).value
    if not isinstance(value, tuple | list) or len(value) != 2:
        return None, None
    eta, change = (v.tensor if isinstance(v, NumpyValue) else v for v in value)
    return eta, as_float(change)


def _judge_idle_pixels(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Where a weight is 0, η is free within the box; the others, and the change, are not."""
    w, epsilon = inputs.again().signed(8, low=0.3, high=3.0), 0.3
    w[2] = w[5] = 0.0
    eta, _ = _pair_of(student, exercise, w, epsilon)
    known = isinstance(eta, torch.Tensor) and eta.shape == w.shape
    inside = known and is_finite(eta) and bool((eta.abs() <= epsilon * 1.001).all())
    findings.require(inside, "weights of 0", "outside_the_box")

    def others(student: Student, inputs: Inputs) -> Observation:
        w = inputs.signed(8, low=0.3, high=3.0)
        w[2] = w[5] = 0.0
        return {"change with two weights of 0": _pair_of(student, exercise, w, 0.3)[1]}

    if inside:
        findings.compare(
            student,
            inputs,
            "change with weights of 0",
            others,
            otherwise="change_with_zeros",
            named=False,
            goes_on=True,
        )
