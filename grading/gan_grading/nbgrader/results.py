"""The result output a probe shows in its test cell, and the one put in its place where there is none."""

from __future__ import annotations

import math
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from gan_course.exercises.finding import RESULT_MIMETYPE, ExerciseResult, Finding
from gan_grading.release.regions import ProbeCall
from gan_grading.reports.feedback import result_html

RESULT = RESULT_MIMETYPE


def results_in(cell: NotebookNode) -> list[dict[str, Any]]:
    """Return the data of every result output of a cell, in order."""
    found = [output.data.get(RESULT) for output in cell.get("outputs", []) if "data" in output]
    return [data for data in found if isinstance(data, dict)]


def points_of(result: dict[str, Any], max_points: float) -> float | None:
    """Return a result's points, or ``None`` if they are no number from 0 to the maximum."""
    points = result.get("points")
    if isinstance(points, bool) or not isinstance(points, int | float) or not math.isfinite(points):
        return None
    return float(points) if 0 <= points <= max_points else None


def zero_output(call: ProbeCall, max_points: float, reason: str, hint: str) -> NotebookNode:
    """Make the output of a test cell whose evidence is missing or cannot be believed.

    It is an execute result of 0.0, which is what nbgrader reads as the score, and it carries the same result
    data as a probe's own output, so that feedback and reports need no second way to read it.

    Args:
        call: assignment and exercise.
        max_points: what the exercise is worth.
        reason: what a person is told.
        hint: what to do about it.
    """
    finding = Finding("evidence", max_points, "no_evidence", reason, hint)
    result = ExerciseResult(call.exercise, 0.0, max_points, findings=(finding,))
    data = {
        RESULT: {"assignment": call.assignment, **result.to_json()},
        "text/html": result_html(result),
        "text/plain": "0.0",
    }
    output: NotebookNode = new_output(  # type: ignore[no-untyped-call]
        "execute_result", data=data, execution_count=None
    )
    return output
