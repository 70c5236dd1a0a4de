"""Feedback a student may see: the findings as HTML, no hidden test, nothing that runs in a browser."""

from __future__ import annotations

import math
import re
from typing import Any

from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode

from gan_course.exercises.finding import ExerciseResult
from gan_grading.nbgrader.rendering import PageStep
from gan_grading.nbgrader.results import RESULT
from gan_grading.release.leaks import squeeze
from gan_grading.release.regions import HIDDEN, has_region, inside, outside
from gan_grading.release.source import is_test
from gan_grading.reports.feedback import points_text, result_html

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# Shorter lines of a hidden test, such as a lone bracket, occur everywhere and tell nothing.
SHORTEST_HIDDEN_LINE = 8


class HideTests(PageStep):
    """Take hidden tests out of sources and out of whatever printed them, tracebacks included."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean every cell, in place."""
        hidden = {
            squeezed
            for cell in nb.cells
            for line in inside(cell.source, HIDDEN)
            if len(squeezed := squeeze(line)) >= SHORTEST_HIDDEN_LINE
        }
        for cell in nb.cells:
            if is_test(cell) and has_region(cell.source, HIDDEN):
                _shorten_errors(cell)
            cell.source = outside(cell.source, HIDDEN)
            for output in cell.get("outputs", []):
                _scrub(output, hidden)
        return nb, resources


class ShowFindings(PageStep):
    """Show a probe's result as its HTML alone, without the bare number nbgrader reads."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Simplify the result outputs of one cell."""
        outputs = cell.get("outputs", [])
        given = _given(cell)
        if is_test(cell) and any(RESULT in o.get("data", {}) for o in outputs):
            cell.outputs = [
                o for o in outputs if RESULT in o.get("data", {}) or o.output_type != "execute_result"
            ]
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            verdict = data.pop(RESULT, None)
            if verdict is not None and "text/html" in data:
                output.data = type(data)({"text/html": _with_score(data["text/html"], verdict, *given)})
        return cell, resources


def _given(cell: NotebookNode) -> tuple[float | None, float]:
    """Return the score and the points that ShowGrades has noted from the gradebook; no score is ``None``."""
    marks = cell.metadata.get("nbgrader", {})
    score = marks.get("score")
    is_number = isinstance(score, int | float) and math.isfinite(score)
    return (float(score) if is_number else None), float(marks.get("points") or 0.0)


def _with_score(page: str, verdict: Any, score: float | None, worth: float) -> str:
    """Return a verdict whose points are the gradebook's, where a person or a later release changed them."""
    try:
        result = ExerciseResult.from_json({k: v for k, v in verdict.items() if k != "assignment"})
    except (KeyError, TypeError, ValueError, AttributeError):
        result = None
    points, of = (result.points, result.max_points) if result else (verdict.get("points"), worth)
    if score is None or (points == score and of == worth):
        return page
    text = f"{score:g} of {worth:g} points" if worth else "does not count"
    if result is None:
        return f"<p><b>{text}</b>, by the gradebook</p>{page}"
    return result_html(result, f"{text}, by the gradebook; the check alone gave {points_text(result)}")


class CleanOutputs(SanitizeHTML):
    """nbconvert's SanitizeHTML on outputs only; text is cleaned once it is rendered."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Take out of one cell's outputs whatever a browser would run."""
        if cell.cell_type == "code":
            cell.outputs = self.sanitize_code_outputs(cell.outputs)  # type: ignore[no-untyped-call]
        return cell, resources


def _shorten_errors(cell: NotebookNode) -> None:
    """Keep an error's name and message; the frames below it are the grader's."""
    for output in cell.outputs:
        if output.output_type == "error":
            output.traceback = [f"{output.ename}: {output.evalue}"]


def _scrub(output: NotebookNode, hidden: set[str]) -> None:
    if "text" in output:
        output.text = _without(output.text, hidden)
    if "traceback" in output:
        output.traceback = [_without(entry, hidden) for entry in output.traceback]
    data = output.get("data", {})
    for kind in [kind for kind in data if kind.startswith("text/")]:
        data[kind] = _without(data[kind], hidden)


def _without(text: str, hidden: set[str]) -> str:
    kept = [line for line in text.split("\n") if not _shows(line, hidden)]
    return "\n".join(kept)


def _shows(line: str, hidden: set[str]) -> bool:
    squeezed = squeeze(ANSI.sub("", line))
    return any(secret in squeezed for secret in hidden)
