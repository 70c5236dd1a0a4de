"""Run a probe inside the notebook's own kernel: what stock ``nbgrader autograde`` calls.

This is the weaker mode: student code shares the process with the probe and could tamper with it.
The engine runs the same probes outside the student's process.
"""

from __future__ import annotations

import os
from typing import Any

from gan_grading.course import find_course
from gan_grading.probes.finding import RESULT_MIMETYPE, SCHEMA, ExerciseResult
from gan_grading.probes.registry import probe_for
from gan_grading.probes.run import run_probe
from gan_grading.probes.seeds import SEED_VARIABLE, hidden_seeds
from gan_grading.reports.feedback import result_html, result_text
from gan_grading.student import DirectChannel, Student

__all__ = ["bundle", "probe"]


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
    points = find_course().assignment(assignment).exercise(exercise).points
    base = os.environ.get(SEED_VARIABLE)
    seeds = hidden_seeds(int(base) if base else None)
    result = run_probe(probe_for(assignment, exercise), Student(DirectChannel(namespace)), points, seeds)
    display(bundle(assignment, result), raw=True)
    if result.points is None:
        raise RuntimeError(f"ungraded: {result.note}")
    return result.points


def bundle(assignment: str, result: ExerciseResult) -> dict[str, Any]:
    """Return the verdict as a mimebundle: data for the reports, HTML for feedback, plain text."""
    data = {"assignment": assignment, **result.to_json(), "schema": SCHEMA}
    return {RESULT_MIMETYPE: data, "text/html": result_html(result), "text/plain": result_text(result)}
