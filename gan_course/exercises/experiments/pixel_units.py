"""A distance between pixel values, counted in steps of one scale and wanted on another."""

from __future__ import annotations

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float, type_text

VERSION = 1
MISCONCEPTIONS: tuple[Misconception, ...] = ()
EXACT = Tolerance(relative=1e-4, absolute=1e-9)  # a division and a product, in float32 at worst
USUAL = ((8, 0.0, 1.0), (8, -1.0, 1.0), (1, 0.0, 1.0), (0, -1.0, 1.0), (255, 0.0, 1.0))


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it: the usual scales, and scales that begin anywhere and are of any length.

    Args:
        student: the handle on the answer.
        inputs: for scales.
        findings: where to note.
        exercise: name of the function.
    """
    value = student.call(exercise, *USUAL[0]).value
    findings.insist(
        as_float(value) is not None, "returns a number", "wrong_type", f"returned {type_text(value)}"
    )

    def convert(student: Student, inputs: Inputs) -> Observation:
        return {
            f"{levels:g} steps for pixels from {low:g} to {high:g}".replace("-", "−"): as_float(
                student.call(exercise, levels, low, high).value
            )
            for levels, low, high in _cases(inputs)
        }

    findings.compare(student, inputs, "ε in several ranges", convert, tolerance=EXACT)


def _cases(inputs: Inputs) -> list[tuple[float, float, float]]:
    low, start = inputs.number(-3.0, -0.5), inputs.number(0.5, 2.0)
    length = float(inputs.sizes(1, low=0.02, high=50.0))
    drawn = [
        (inputs.integer(2, 40), 0.0, 1.0),
        (inputs.integer(2, 40), -1.0, 1.0),
        (inputs.integer(2, 40), low, round(low + inputs.number(2.5, 4.0), 3)),
        (inputs.integer(2, 40), 0.0, 255.0),
        (inputs.number(0.5, 9.5), start, round(start + inputs.number(1.2, 2.0), 3)),
        (inputs.number(0.05, 0.6), -0.5, 0.5),
        (inputs.integer(60, 200), -2.0, -0.75),
        (inputs.integer(2, 40), start, round(start + length, 4)),
    ]
    return [*USUAL, *drawn]
