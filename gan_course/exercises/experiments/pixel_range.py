"""A map of pixels to another range: of every type a picture comes in, at any brightness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from gan_course.exercises.difference import number_text, type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NOT_FLOATING = Misconception(
    "not_floating",
    "What comes back are whole numbers: shades of grey between black and white have no place there.",
    "The result must be a tensor of floating-point numbers; .long() and a return to the pixels' own type throw the fraction away.",
)
OTHER_SHAPE = Misconception(
    "other_shape",
    "The result has another shape than the pixels.",
    "Each pixel keeps its place: nothing is flattened, added or averaged.",
    share=0.5,
)
MISCONCEPTIONS = (NOT_FLOATING, OTHER_SHAPE, MODIFIES_INPUTS)
Case = tuple[torch.Tensor, float]


def play(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, *, worked: Sequence[float]
) -> None:
    """Play a map of pixels.

    Args:
        student: the handle on the answer.
        inputs: for pictures.
        findings: where to note.
        exercise: name of the function.
        worked: pixels of a case worked by hand; the last is the highest.
    """
    by_hand = torch.tensor(worked).reshape(1, 1, 2, -1), worked[-1]
    value = student.call(exercise, *by_hand).value
    first = insist_tensor(findings, value, "returns a tensor")
    findings.passed("returns a tensor")
    findings.insist(first.is_floating_point(), "returns floating-point numbers", "not_floating")

    def pixels(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for name, case in _cases(inputs, by_hand).items():
            seen[name] = student.call(exercise, *case).value
        return seen

    square = _picture(inputs.again(), torch.float32, 16.0)
    value = student.call(exercise, *square).value
    wanted, had = tuple(square[0].shape), tuple(value.shape) if isinstance(value, torch.Tensor) else None
    if had != wanted:
        seen = f"returned {type_text(value)}, wanted {wanted}"
        findings.insist(False, "keeps the shape", "other_shape", seen)
    findings.passed("keeps the shape")
    findings.compare(student, inputs, "the pixels", pixels)
    judge_inputs_kept(student, findings, exercise, *square)


def _cases(inputs: Inputs, by_hand: Case) -> dict[str, Case]:
    """Pictures of several types, sizes and ranges; few of them reach both ends."""
    cases = {"the example": by_hand, "black and white": (torch.tensor([0, 255], dtype=torch.uint8), 255)}
    cases["8-bit pixels 0, 100, 128, 200"] = torch.tensor([[[[0, 100, 128, 200]]]], dtype=torch.uint8), 255
    kinds: list[tuple[torch.dtype, float]] = [
        (torch.uint8, inputs.integer(20, 120)),
        (torch.float32, 16),
        (torch.float32, 1.0),
        (torch.int64, 255),
        (torch.float64, inputs.number(2.0, 9.0)),
    ]
    if not inputs.public:
        kinds += [(torch.int32, inputs.integer(300, 4000)), (torch.float32, inputs.number(0.01, 0.9))]
        kinds += [(torch.int16, inputs.integer(100, 1000)), (torch.uint8, 255), (torch.float32, 65535)]
    for dtype, highest in kinds:
        what = f"{str(dtype).removeprefix('torch.')} pixels up to {number_text(highest, 3).rstrip('0').rstrip('.')}"
        cases[what] = _picture(inputs, dtype, highest)
    # So dark that it could pass for another range; a single grey; a picture turned on its side in memory.
    cases["a dark picture, at most 0.9 of 16"] = inputs.uniform(1, 1, 2, 3) * 0.9, 16
    cases["a single pixel of 255"] = torch.tensor([[inputs.integer(1, 254)]]), 255
    cases["a turned picture"] = (inputs.uniform(3, 2, low=0.1, high=0.9) * 4).T, 4
    return cases


def _picture(inputs: Inputs, dtype: torch.dtype, highest: float) -> Case:
    low, high = inputs.number(0.05, 0.2), inputs.number(0.8, 0.95)
    sizes = [(2, 5), (1, 1), (3, 6), (3, 6)] if not inputs.public else [(2, 2), (1, 1), (2, 2), (2, 3)]
    shape = [inputs.integer(*s) for s in sizes]
    return (inputs.uniform(*shape, low=low, high=high) * highest).to(dtype), highest
