"""Drop what a student's notebook says about itself: only source text and ids are taken from it."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors.base import NbGraderPreprocessor


class DropStudentMetadata(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Drop tags and every other metadata key but nbgrader's own.

    A test cell tagged ``skip-execution`` would not run, one tagged ``raises-exception`` would not fail.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean notebook and cell metadata, in place."""
        for key in [key for key in nb.metadata if key not in ("kernelspec", "language_info")]:
            del nb.metadata[key]
        for cell in nb.cells:
            for key in [key for key in cell.metadata if key != "nbgrader"]:
                del cell.metadata[key]
        return nb, resources
