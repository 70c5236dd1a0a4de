"""Drawing pictures pixel by pixel from a network that may look only at what comes before."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept

VERSION = 1
NOT_STABLE = Misconception(
    "not_stable",
    "Where the network is very sure, your log-probabilities are NaN, infinite or wrong.",
    "σ(40) is exactly 1 in float32, so log(1 − σ(40)) is log 0. F.logsigmoid, or the cross-entropy with logits, "
    "never computes σ.",
    share=0.5,
)
MISCONCEPTIONS = (NOT_STABLE, MODIFIES_INPUTS)
Arguments = tuple[Ref, torch.Tensor, torch.Tensor, torch.Tensor]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a function of (network, start, given, u) that returns pictures and their log-probabilities.

    Args:
        student: the handle on the answer.
        inputs: for networks, pictures and numbers.
        findings: where to note.
        exercise: name of the function.
    """
    first = _arguments(student, inputs.again(), 3, 2, 4)
    value = student.call(exercise, *first).value
    two = isinstance(value, list | tuple) and len(value) == 2
    pair = two and all(isinstance(v, torch.Tensor) for v in value)
    findings.insist(pair, "returns two tensors", "wrong_type", f"returned {type_text(value)}")

    def pictures(student: Student, inputs: Inputs) -> Observation:
        return {f"pictures, {what}": _returned(found, 0) for what, found in _drawn(student, inputs, exercise)}

    def chances(student: Student, inputs: Inputs) -> Observation:
        return {f"log P, {what}": _returned(found, 1) for what, found in _drawn(student, inputs, exercise)}

    def sure(student: Student, inputs: Inputs) -> Observation:
        found = student.call(exercise, *_arguments(student, inputs, 4, 3, 3, scale=40.0)).value
        return {"log P of 4 pictures from a very sure network": _returned(found, 1)}

    findings.compare(student, inputs, "the pictures", pictures)
    findings.compare(student, inputs, "their log-probabilities", chances)
    findings.compare(
        student,
        inputs,
        "a network that is very sure",
        sure,
        otherwise="not_stable",
        named=False,
        goes_on=True,
    )
    judge_inputs_kept(student, findings, exercise, *first, compare=True)


def _drawn(student: Student, inputs: Inputs, exercise: str) -> list[tuple[str, Any]]:
    """Call the function on upright and wide pictures, on a single one and on many, with and without given pixels."""
    many = inputs.count(23, 3)
    plan = ((3, 2, 3, 0.0), (4, 3, 3, 0.4), (many, 4, 2, 0.3), (1, 2, 5, 0.5), (2, 1, 4, 0.0), (2, 3, 1, 1.0))
    seen = []
    for n, height, width, share in plan:
        words = {0.0: "nothing given", 1.0: "all pixels given"}.get(share, "some pixels given")
        pictures = f"{n} picture{'s' * (n > 1)} of {height}×{width}"
        arguments = _arguments(student, inputs, n, height, width, share)
        seen.append((f"{pictures}, {words}", student.call(exercise, *arguments).value))
    return seen


def _arguments(
    student: Student, inputs: Inputs, n: int, height: int, width: int, share: float = 0.4, scale: float = 1.5
) -> Arguments:
    """Draw a network whose logits follow from earlier pixels alone, and what it is to complete."""
    pixels = height * width
    weight = inputs.normal(pixels, pixels, scale=scale).tril(-1)
    layers: list[list[Any]] = [
        ["flatten"],
        ["linear", weight, inputs.normal(pixels, scale=scale)],
        ["unflatten", 1, height, width],
    ]
    start = (inputs.uniform(n, 1, height, width) < 0.5).float()
    given = inputs.uniform(n, 1, height, width) < share
    # What is not given may hold anything; whoever lets it into the result is seen.
    start = torch.where(given, start, inputs.choice((0.5, 3.0)))
    return student.network(layers), start, given, inputs.uniform(n, 1, height, width)


def _returned(value: Any, place: int) -> Any:
    return value[place] if isinstance(value, list | tuple) and len(value) == 2 else value
