"""Probe a closing question: a number or a letter in a variable, with an explanation."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Judge, Probe

CRITERION = "answer"
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


def number_question(
    exercise: str,
    value: float,
    explanation: str,
    tolerance: float = 0.01,
    wrong: Mapping[float, Misconception] | None = None,
) -> Probe:
    """Make the probe of a question answered by a number.

    Args:
        exercise: name of the variable.
        value: the right number.
        explanation: shown with the verdict, right or wrong.
        tolerance: absolute; room for an answer rounded as the question says.
        wrong: numbers that stand for a misconception.
    """
    known = dict(wrong or {})

    def judge(student: Student, _dice: Dice, sheet: Sheet) -> None:
        raw = student.get(exercise).value
        sheet.insist(raw is not None, CRITERION, "unanswered")
        number = as_float(_as_number(student, raw))
        sheet.insist(
            number is not None, CRITERION, "wrong_type", f"found {type_text(raw)}, a number is asked for"
        )
        assert number is not None
        if math.isfinite(number) and abs(number - value) <= tolerance:
            sheet.passed(CRITERION)
            return
        for candidate, misconception in known.items():
            if abs(number - candidate) <= tolerance:
                sheet.miss(CRITERION, misconception.id)
                return
        sheet.miss(CRITERION, "other_answer")

    return _probe(exercise, judge, known.values(), explanation)


def _as_number(student: Student, raw: Any) -> Any:
    """Ask an object that stayed behind for its value: a Fraction or a Decimal is a number too."""
    if not isinstance(raw, Ref):
        return raw
    try:
        return student.call(raw, method="__float__").value
    except StudentFault:
        return raw


def choice_question(exercise: str, right: str, explanation: str, wrong: Mapping[str, Misconception]) -> Probe:
    """Make the probe of a question answered by a letter.

    Args:
        exercise: name of the variable.
        right: the right letter; upper and lower case count the same.
        explanation: shown with the verdict, right or wrong.
        wrong: what each other letter stands for.
    """

    def judge(student: Student, _dice: Dice, sheet: Sheet) -> None:
        raw = student.get(exercise).value
        sheet.insist(raw is not None, CRITERION, "unanswered")
        letter = raw.strip().strip(").(").lower() if isinstance(raw, str) else None
        sheet.insist(
            bool(letter), CRITERION, "wrong_type", f"found {type_text(raw)}, a letter in quotes is asked for"
        )
        if letter == right:
            sheet.passed(CRITERION)
        else:
            known = wrong.get(str(letter))
            sheet.miss(CRITERION, known.id if known else "other_answer")

    return _probe(exercise, judge, wrong.values(), explanation)


def _probe(exercise: str, judge: Judge, misconceptions: Iterable[Misconception], explanation: str) -> Probe:
    return Probe(
        exercise,
        judge,
        (*{m.id: m for m in misconceptions}.values(), UNANSWERED, OTHER_ANSWER),
        explanation,
    )
