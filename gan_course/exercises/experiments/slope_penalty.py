"""A penalty on the slope of a discriminator: its value, what the weights learn from it, what it leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import BECOMES_NUMBER, MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NO_TRAINING = Misconception(
    "create_graph_missing",
    "The value is right, but what D's weights learn from it is not: the slope has no graph of its own.",
    "D must learn from the penalty, so the slope must itself be differentiable: which argument of "
    "torch.autograd.grad keeps its graph?",
    share=0.75,
)
LEAVES_GRADIENTS = Misconception(
    "leaves_gradients",
    "Your penalty changes the gradients that lie in D's weights, or the weights.",
    "backward() adds to .grad, and D's own step will use them. torch.autograd.grad returns slopes and leaves "
    "nothing behind.",
    share=0.5,
)
MISCONCEPTIONS = (BECOMES_NUMBER, NO_TRAINING, LEAVES_GRADIENTS, LEFT_FROZEN, LEFT_IN_EVAL, MODIFIES_INPUTS)
WEIGHTS = ("net.0.weight", "net.0.bias", "net.2.weight")


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    plane: Sequence[float] = (),
    weight: float = 1.0,
) -> None:
    """Play it on discriminators of two kinds.

    Args:
        student: the handle on the answer.
        inputs: for batches and weights.
        findings: where to note.
        exercise: name of the function.
        plane: slopes of a D(x) that is a plane, the case of the text.
        weight: of the penalty in that case.
    """
    d = _critic(student, inputs, 3, "tanh", False)
    value = student.call(exercise, d, inputs.normal(4, 3), 1.0).value
    insist_tensor(findings, value, "returns a tensor", number_loses_gradient=True)
    inputs = inputs.again()

    def values(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        if plane:
            told = " + ".join(f"{w:g}·x{i + 1}" for i, w in enumerate(plane))
            d = student.spy_module("D", [("linear", torch.tensor([list(plane)]), torch.zeros(1))])
            batch = torch.tensor([[1.0, 0.5], [0.0, 2.0]])
            seen[f"D(x) = {told} and γ = {weight:g}"] = _one(student.call(exercise, d, batch, weight).value)
        return {**seen, **_whole(student, inputs, exercise, weights=False)}

    def learns(student: Student, inputs: Inputs) -> Observation:
        return _whole(student, inputs, exercise, weights=True)

    findings.compare(student, inputs, "value", values)
    findings.compare(
        student, inputs, "what D learns from it", learns, otherwise="create_graph_missing", named=False
    )
    _judge_aftermath(student, inputs, findings, exercise)


def _critic(student: Student, inputs: Inputs, features: int, curve: str, flat: bool) -> Ref:
    hidden = inputs.integer(3, 6)
    layers = [
        ("linear", inputs.normal(hidden, features), inputs.normal(hidden)),
        (curve,),
        ("linear", inputs.normal(1, hidden), inputs.normal(1)),
    ]
    return student.spy_module("D", layers, flat_output=flat)


def _whole(student: Student, inputs: Inputs, exercise: str, weights: bool) -> dict[str, Any]:
    """Values, or slopes in D's weights, for batches of several sizes, two kinds of D and two output shapes."""
    seen: dict[str, Any] = {}
    cases = ((5, 3, "tanh", False), (1, 3, "softplus", True), (4, 1, "tanh", False), (9, 2, "tanh", True))
    for n, features, curve, flat in cases:
        d = _critic(student, inputs, features, curve, flat)
        # A heavy one too, so that a bound on the whole penalty shows.
        heavy = (60.0, 90.0) if n == 9 else (0.3, 3.0)
        batch, weight = inputs.normal(n, features), inputs.number(*heavy)
        slopes = student.slopes(exercise, d, batch, weight, of=d, only=[])
        where = f"{n} sample{'s' * (n > 1)} of {features} number{'s' * (features > 1)}, γ = {weight:g}"
        if not weights:
            seen[f"value for {where}"] = _one(slopes.value)
            continue
        for name in WEIGHTS:
            gradient = slopes.parameters.get(name)
            seen[f"slope in {name}, {where}"] = "none" if gradient is None else gradient
    return seen


def _one(value: Any) -> Any:
    return value.reshape(()) if isinstance(value, torch.Tensor) and value.numel() == 1 else value


def _judge_aftermath(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """The penalty may leave nothing behind: neither gradients in D nor changes in the batch."""
    d = _critic(student, inputs, 3, "tanh", False)
    real, gamma = inputs.normal(4, 3), 1.5
    student.set_gradients(d, 7.0)
    before = student.state(d)
    judge_inputs_kept(student, findings, exercise, d, real, gamma)
    gradients = [p.gradient for p in student.parameters(d)]
    kept = all(g is not None and bool((g == 7.0).all()) for g in gradients)
    findings.require(kept, "leaves D's gradients alone", "leaves_gradients")
    findings.require(same(before, student.state(d)), "leaves D's weights alone", "leaves_gradients")
    trainable = all(p.trainable for p in student.parameters(d))
    findings.require(trainable, "leaves D trainable", "left_frozen")
    findings.require(student.is_training(d), "leaves D in training mode", "left_in_eval")
