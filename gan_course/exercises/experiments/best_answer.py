"""What D should answer at each point of a grid, given both densities there."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "Your D* is NaN, infinite or an error where one of the two densities is exactly 0.",
    "Where only one source can produce x, D* is exactly 0 or 1. Does your formula divide by, or take the log of, that zero?",
    share=0.5,
)
BLURRED = Misconception(
    "blurred",
    "Your D* is close, but something that keeps it from a division by zero (or from certainty) changes it too.",
    "Far out both densities are tiny, and a guard of 1e-8 is the larger part of the sum. Some helpers, such as "
    "F.normalize, bring one of their own. Where is a division by zero possible at all?",
    share=0.5,
)
MISCONCEPTIONS = (NAN_AT_ZERO, BLURRED, MODIFIES_INPUTS)
# The hand-worked set of the exercise's text, and two points where only one of the kinds can be.
WORKED = ((0.4, 0.3, 0.1), (0.1, 0.3, 0.3))
ONE_KIND = ((0.3, 0.0, 0.2, 1e-3, 0.0), (0.1, 0.5, 0.0, 0.0, 2e-4))
LOWEST = 1e-30  # the densities that the text promises


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it on grids of several shapes, with densities from the tails to the peak.

    Args:
        student: the handle on the answer.
        inputs: for densities.
        findings: where to note.
        exercise: name of the function.
    """

    def everywhere(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        if inputs.public:
            seen["D* where p_data is 0.4, 0.3, 0.1 and p_g 0.1, 0.3, 0.3"] = _asked(student, exercise, WORKED)
        n, rows = inputs.integer(5, inputs.count(40, 6)), inputs.integer(2, 4)
        for shape in ((n,), (rows, rows + 1), (1,), (1, 3)):
            # Twice each: an answer that remembers what it returned for a shape is wrong the second time.
            for time in ("first", "second"):
                p, q = (inputs.sizes(*shape, low=0.01, high=10.0) for _ in range(2))
                seen[f"D* on a {time} grid of shape {shape}"] = student.call(exercise, p, q).value
        p, q = (inputs.sizes(5, low=0.01, high=10.0).double() for _ in range(2))
        seen["D* on a grid in double precision"] = student.call(exercise, p, q).value
        return seen

    def far_out(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for words, high in (("below 0.001", 1e-3), ("below 1e-9", 1e-9)):
            p, q = (inputs.sizes(inputs.count(60, 6), low=LOWEST, high=high) for _ in range(2))
            # Of the same order too: there a guard shows most.
            q = torch.where(torch.arange(len(q)) % 2 == 0, q, p * inputs.sizes(len(p), low=0.1, high=10.0))
            seen[f"D* far out, where densities are {words}"] = student.call(exercise, p, q).value
            twice = student.call(exercise, p.double(), q.double()).value
            seen[f"the same in double precision, densities {words}"] = twice
        return seen

    def one_kind(student: Student, inputs: Inputs) -> Observation:
        return {"D* where one density is 0": _asked(student, exercise, ONE_KIND)}

    insist_tensor(findings, _asked(student, exercise, WORKED), "returns a tensor")
    findings.passed("returns a tensor")
    findings.compare(student, inputs, "D* at every point", everywhere)
    options: dict[str, Any] = {"named": False, "goes_on": True}
    findings.compare(student, inputs, "densities that are tiny", far_out, otherwise="blurred", **options)
    edge = "blurred" if _is_finite_there(student, exercise) else "nan_at_zero"
    findings.compare(student, inputs, "densities that are exactly 0", one_kind, otherwise=edge, **options)
    judge_inputs_kept(student, findings, exercise, *(torch.tensor(x) for x in WORKED))


def _asked(student: Student, exercise: str, densities: tuple[tuple[float, ...], ...]) -> Any:
    return student.call(exercise, *(torch.tensor(x) for x in densities)).value


def _is_finite_there(student: Student, exercise: str) -> bool:
    try:
        return is_finite(_asked(student, exercise, ONE_KIND))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return False
