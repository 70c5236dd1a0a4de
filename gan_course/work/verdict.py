"""What a check says of an answer, as data. Asked for inside the kernel that the notebook's cells ran in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gan_course.exercises.check import play_check
from gan_course.exercises.describe import describe
from gan_course.exercises.experiment import NoExperiment
from gan_course.exercises.printing import verdict_lines
from gan_course.exercises.record import Record, RecordError
from gan_course.exercises.shelf import record_for
from gan_course.work.run import MIMETYPE, Verdict


def verdict_on(assignment: str, exercise: str, names: Mapping[str, Any]) -> Verdict:
    """Ask an exercise's check.

    Args:
        assignment: The assignment's name.
        exercise: The exercise's.
        names: What the notebook's cells have defined.
    """
    try:
        record = record_for(assignment, exercise)
    except (RecordError, NoExperiment) as error:
        return Verdict(exercise, False, "unknown", (str(error),))
    question = record.experiment.kind == "question"
    if exercise not in names:
        return Verdict(
            exercise, question, "red", (f"✗ {exercise} is not defined: its cell did not run to its end",)
        )
    answer = names[exercise]
    if question:
        return _on_question(record, answer)
    if not callable(answer):
        return Verdict(
            exercise, False, "red", (f"✗ {exercise} is {describe(answer)} by now, not a function",)
        )
    return _on_code(record, answer)


def show_verdict(assignment: str, exercise: str) -> None:
    """Send the verdict on an exercise out of the kernel that this runs in, as an output of the cell."""
    from IPython.core.getipython import get_ipython
    from IPython.display import display

    shell: Any = get_ipython()
    verdict = verdict_on(assignment, exercise, shell.user_ns)
    display({MIMETYPE: verdict.to_json()}, raw=True)  # type: ignore[no-untyped-call]


def _on_question(record: Record, answer: object) -> Verdict:
    name = record.experiment.exercise
    first = next(iter(play_check(record, answer).result.findings), None)
    if first is None:
        return Verdict(name, True, "answered")
    if first.misconception == "unanswered":
        return Verdict(name, True, "not answered")
    return Verdict(name, True, "red", (f"✗ {first.message}", f"  {first.hint}"))


def _on_code(record: Record, answer: object) -> Verdict:
    name = record.experiment.exercise
    result = play_check(record, answer).result
    if any(f.misconception == "not_written" for f in result.findings):
        return Verdict(name, False, "not written")
    if result.points is None:
        return Verdict(name, False, "unknown", (result.note,))
    lines = verdict_lines(result.passed, result.findings, len(record.criteria))
    return Verdict(name, False, "red" if result.findings else "green", tuple(lines))
