"""Run a probe inside the notebook's own kernel: what stock ``nbgrader autograde`` calls.

This is the weaker mode: student code shares the process with the probe and could tamper with it.
The engine runs the same probes outside the student's process.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from gan_course.exercises.finding import RESULT_MIMETYPE, ExerciseResult
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.course import Assignment, find_course
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe
from gan_grading.keys.seeds import SEED_VARIABLE, hidden_seeds
from gan_grading.reports.feedback import result_html, result_picture, result_text

__all__ = ["bundles", "probe"]


def probe(assignment: str, exercise: str) -> float:
    """Grade one exercise of the notebook this is called from, and show the verdict.

    Args:
        assignment: e.g. ``03_minimax``.
        exercise: id of the exercise.

    Returns:
        The points reached, which nbgrader reads as partial credit.

    Raises:
        RuntimeError: if the probe itself failed, so that nobody mistakes it for a student's zero.
    """
    from IPython import get_ipython
    from IPython.display import display

    namespace = get_ipython().user_ns
    points = _assignment(assignment).exercise(exercise).points
    base = os.environ.get(SEED_VARIABLE)
    seeds = hidden_seeds(int(base) if base else None)
    result = run_probe(
        probe_for(assignment, exercise, _assignment(assignment).source.parent),
        Student(DirectChannel(namespace)),
        points,
        seeds,
    )
    for shown in bundles(assignment, result):
        display(shown, raw=True)  # type: ignore[no-untyped-call]
    if result.points is None:
        raise RuntimeError(f"ungraded: {result.note}")
    return result.points


@cache
def _assignment(name: str) -> Assignment:
    """Find an assignment once a kernel: its source is parsed for the first of its probes only."""
    return find_course().assignment(name)


def bundles(assignment: str, result: ExerciseResult) -> list[dict[str, Any]]:
    """Return the verdict as mimebundles: data with HTML and plain text, then a picture if there is one."""
    data = {"assignment": assignment, **result.to_json()}
    verdict = {RESULT_MIMETYPE: data, "text/html": result_html(result), "text/plain": result_text(result)}
    picture = result_picture(result)
    return [verdict, {"image/png": picture, "text/plain": "<slopes>"}] if picture else [verdict]
