"""What the outputs of a test cell are worth: points come only from a probe's own, complete result."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from nbformat import NotebookNode
from nbgrader.preprocessors.base import NbGraderPreprocessor

from gan_grading.course import Course, find_course
from gan_grading.errors import GradingError
from gan_grading.nbgrader.execute import RUN_RECORD
from gan_grading.nbgrader.results import RESULT, points_of, results_in, zero_output
from gan_grading.release.regions import ProbeCall, probe_calls
from gan_grading.release.source import UNGRADED, is_test

_RUN_AGAIN = (
    "Restart the kernel, run the whole notebook once from the top, and look at this exercise's cells."
)


class Fault(NamedTuple):
    """Why a test cell's outputs are no evidence, and what to do about it."""

    reason: str
    hint: str


class StderrIsNoVerdict(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Keep warnings for a person to read, and keep nbgrader from giving 0 for them.

    nbgrader takes any text on stderr in a test cell for a failure; torch and numpy warn there about code that
    is right. The text stays, as standard output.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Relabel the stderr of one test cell."""
        if is_test(cell):
            for output in cell.get("outputs", []):
                if output.get("name") == "stderr":
                    output.name = "stdout"
        return cell, resources


class RequireEvidence(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Give 0 with a reason wherever a test cell that calls ``probe`` shows no complete result of it.

    nbgrader gives full marks to a test cell that did not fail, whatever the reason: it was skipped, emptied
    or patched. A result whose points are null says that the probe failed; its exercise is marked ungraded.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Judge every test cell of a notebook that has been run."""
        died = bool(nb.metadata.get(RUN_RECORD, {}).get("kernel_died"))
        for cell in nb.cells:
            calls = probe_calls(cell.source) if is_test(cell) and cell.cell_type == "code" else []
            if calls:
                _judge(cell, calls[-1], died)
        return nb, resources


def _judge(cell: NotebookNode, call: ProbeCall, died: bool) -> None:
    max_points = float(cell.metadata.nbgrader.points)
    if _source_points(call) not in (None, max_points):
        # Here the probe judges by the source; only the engine can be told the gradebook's points.
        cell.metadata[UNGRADED] = "source and gradebook disagree on its points: run gan-grade migrate"
        return
    mine = [r for r in results_in(cell) if (r.get("assignment"), r.get("exercise")) == call]
    if len(mine) == 1 and mine[0].get("points", 0) is None:
        cell.metadata[UNGRADED] = str(mine[0].get("note", ""))
        return
    fault = _fault(cell, mine, max_points, died)
    if fault is not None:
        others = [
            o for o in cell.outputs if o.output_type != "execute_result" and RESULT not in o.get("data", {})
        ]
        # First, because nbgrader reads the score from the first output that can hold one.
        cell.outputs = [zero_output(call, max_points, *fault), *others]


def _source_points(call: ProbeCall) -> float | None:
    """Return what the source says an exercise is worth; ``None`` for one that is not this course's."""
    try:
        return _points_in(find_course(), call)
    except GradingError:
        return None


@cache
def _points_in(course: Course, call: ProbeCall) -> float:
    return course.assignment(call.assignment).exercise(call.exercise).points


def _fault(cell: NotebookNode, mine: list[dict[str, Any]], max_points: float, died: bool) -> Fault | None:
    error = next((o for o in cell.outputs if o.output_type == "error"), None)
    if error is not None:
        if error.ename == "CellTimeoutError":
            return Fault("The check took longer than the time allowed.", "Look for a loop that never ends.")
        return Fault(f"The check stopped with {error.ename}.", _RUN_AGAIN)
    if not mine:
        if died:
            reason = "Python itself stopped here or above, so nothing below could be checked."
            return Fault(reason, "Look for exit() or similar calls, and for a list or tensor that grows.")
        return Fault("The check did not run to its end, so there is nothing to grade by.", _RUN_AGAIN)
    if len(mine) > 1:
        return Fault(f"The check shows {len(mine)} results where one is due.", _RUN_AGAIN)
    points = points_of(mine[0], max_points)
    if points is None:
        given = mine[0].get("points")
        return Fault(f"The result is {given!r}, which is no number from 0 to {max_points:g}.", _RUN_AGAIN)
    if _shown_score(cell) != points:
        return Fault("The result and the points shown beside it do not agree.", _RUN_AGAIN)
    return None


def _shown_score(cell: NotebookNode) -> float | None:
    scores = [o.data.get("text/plain", "") for o in cell.outputs if o.output_type == "execute_result"]
    try:
        return float(scores[0]) if len(scores) == 1 else None
    except (TypeError, ValueError):
        return None
