"""Feedback a student may see: the findings as HTML, no hidden test, nothing that runs in a browser."""

from __future__ import annotations

import re
from typing import Any

from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode
from nbgrader.preprocessors.base import NbGraderPreprocessor

from gan_grading.nbgrader.results import RESULT
from gan_grading.release.leaks import squeeze
from gan_grading.release.regions import HIDDEN, has_region, inside, outside
from gan_grading.release.source import is_test

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# Shorter lines of a hidden test, such as a lone bracket, occur everywhere and tell nothing.
SHORTEST_HIDDEN_LINE = 8


class HideTests(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
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


class ShowFindings(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Show a probe's result as its HTML alone, without the bare number nbgrader reads."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Simplify the result outputs of one cell."""
        outputs = cell.get("outputs", [])
        if is_test(cell) and any(RESULT in o.get("data", {}) for o in outputs):
            cell.outputs = [
                o for o in outputs if RESULT in o.get("data", {}) or o.output_type != "execute_result"
            ]
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if data.pop(RESULT, None) is not None and "text/html" in data:
                output.data = type(data)({"text/html": data["text/html"]})
        return cell, resources


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
