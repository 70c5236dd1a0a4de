"""A closing question: a number or a letter in a variable. The visible check looks at its form alone."""

from __future__ import annotations

import math
from typing import Any

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.difference import number_text, type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import as_float

VERSION = 1
UNANSWERED = Misconception(
    "unanswered",
    "The question is not answered yet.",
    "Put your answer into the variable, in the form the question asks for.",
)
OTHER_ANSWER = Misconception(
    "other_answer",
    "That is not the answer.",
    "Go back to the passage the question refers to; the explanation below says why.",
)
OUT_OF_RANGE = Misconception(
    "out_of_range",
    "The answer lies outside of what the question allows.",
    "Read what kind of number is asked for: a share lies between 0 and 1, and 50% is 0.5.",
)
MISCONCEPTIONS = (UNANSWERED, OTHER_ANSWER, OUT_OF_RANGE)
CRITERION = "answer"


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    letters: str = "",
    low: float = -math.inf,
    high: float = math.inf,
    tolerance: float = 0.01,
) -> None:
    """Read the answer; where the inputs are not the public ones, compare it too.

    Args:
        student: the handle on the answer.
        inputs: tell whether this is the visible check.
        findings: where to note.
        exercise: name of the variable.
        letters: the choices, e.g. "abcd"; without any a number is asked for.
        low: the smallest number that the question's text allows.
        high: the largest one.
        tolerance: absolute; room for an answer rounded as the question says.
    """
    raw = student.get(exercise).value
    findings.insist(raw is not None, CRITERION, "unanswered")
    found = _letter(raw, letters) if letters else as_float(_as_number(student, raw))
    if isinstance(found, float) and math.isnan(found):
        found = None
    asked = f"one of {', '.join(letters)} in quotes" if letters else "a number, written like -0.25,"
    findings.insist(
        found is not None, CRITERION, "wrong_type", f"found {type_text(raw)}, {asked} is asked for"
    )
    if isinstance(found, float):
        inside = low <= found <= high
        bounds = f"found {number_text(found)}, asked for a number from {low:g} to {high:g}"
        findings.insist(inside, CRITERION, "out_of_range", bounds)
    if inputs.public:
        return

    def observe(student: Student, inputs: Inputs) -> Observation:
        raw = student.get(exercise).value
        return {CRITERION: _letter(raw, letters) if letters else as_float(_as_number(student, raw))}

    findings.compare(
        student,
        inputs,
        CRITERION,
        observe,
        otherwise="other_answer",
        tolerance=Tolerance(0.0, tolerance),
    )


def _letter(raw: Any, letters: str) -> str | None:
    letter = raw.strip(" ().").lower() if isinstance(raw, str) else ""
    return letter if len(letter) == 1 and letter in letters else None


def _as_number(student: Student, raw: Any) -> Any:
    """Ask an object that stayed behind for its value: a Fraction or a Decimal is a number too."""
    if not isinstance(raw, Ref):
        return raw
    try:
        return student.call(raw, method="__float__").value
    except StudentFault:
        return raw
