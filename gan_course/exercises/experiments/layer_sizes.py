"""A formula for the size of a picture after a layer: whole numbers in, one whole number out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float

VERSION = 1
NOT_ROUNDED = Misconception(
    "not_rounded",
    "Your formula gives a fraction of a pixel, or a float, where a whole number is asked for.",
    "A size counts pixels: use whole-number division, and return an int.",
    share=0.5,
)
MISCONCEPTIONS = (NOT_ROUNDED,)

Layer = tuple[int, int, int, int]  # pixels along a side, kernel, stride, padding
# By hand, because each shows a mistake of its own: a kernel that cannot move, one without padding, a pixel
# left over, a stride larger than the kernel, a padding larger than the kernel.
LISTED: tuple[Layer, ...] = (
    (7, 7, 1, 0), (28, 3, 2, 1), (27, 3, 2, 1), (8, 3, 1, 1), (30, 5, 3, 2), (13, 5, 3, 0),
    (11, 2, 5, 0), (9, 1, 1, 0), (9, 2, 2, 3), (64, 8, 4, 2), (10, 5, 2, 0),
    (31, 4, 6, 1),
)  # fmt: skip
WHOLE = Tolerance(0.0, 0.01)


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    worked: Sequence[Sequence[int]],
    kernel_fits: bool = True,
) -> None:
    """Play a formula of sizes.

    Args:
        student: the handle on the answer.
        inputs: for layers.
        findings: where to note.
        exercise: name of the function.
        worked: layers of this exercise alone; those that its text works out come first.
        kernel_fits: whether the kernel has to fit into the padded picture.
    """
    first = worked[0]
    value = student.call(exercise, *first).value
    findings.insist(
        as_float(value) is not None, "returns a number", "wrong_type", f"returned {type_text(value)}"
    )

    def sizes(student: Student, inputs: Inputs) -> Observation:
        layers = [*worked, *LISTED, *_drawn(inputs, kernel_fits)]
        return {_told(layer): _number(student.call(exercise, *layer).value) for layer in layers}

    findings.compare(student, inputs, "the size", sizes, tolerance=WHOLE)
    # A NumPy integer or a tensor of an integer type can be a size; 8.0 cannot.
    value = student.call(exercise, *first).value
    findings.require(
        _is_whole(value), "returns a whole number", "not_rounded", f"returned {type_text(value)}"
    )


def _drawn(inputs: Inputs, kernel_fits: bool) -> list[Layer]:
    """Layers of all kinds; small pictures and large ones alike often."""
    found = []
    for _ in range(inputs.count(16, 0)):
        kernel, stride = inputs.integer(1, 11), inputs.integer(1, 6)
        n = round(float(inputs.sizes(1, low=kernel if kernel_fits else 1, high=300)))
        # Not so much padding that a transposed layer would be left without a pixel.
        most = min(kernel + 1, ((n - 1) * stride + kernel - 1) // 2)
        found.append((n, kernel, stride, inputs.integer(0, most)))
    return found


def _told(layer: Sequence[int]) -> str:
    n, kernel, stride, padding = layer
    return f"{n} pixel{'s' * (n != 1)}, kernel {kernel}, stride {stride}, padding {padding}"


def _number(value: Any) -> Any:
    """A whole number as an int, so that it is printed as one; what is no number as it is."""
    found = as_float(value)
    return value if found is None else int(found) if found.is_integer() else found


def _is_whole(value: Any) -> bool:
    kind = getattr(value, "tensor", value)
    dtype = getattr(kind, "dtype", None)
    return not dtype.is_floating_point if dtype is not None else isinstance(kind, int)
