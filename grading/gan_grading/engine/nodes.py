"""Cells, outputs and notebooks in nbformat's form.

nbformat's own makers check each piece against its schema, and the whole again; for a notebook of ninety cells
that takes as long as a third of the grading. What is made here has that form by its making, what a student's
process sends is checked where it is read, and the graded notebook is checked where it is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import nbformat
from nbformat import NotebookNode

DEFAULTS: dict[str, dict[str, Any]] = {
    "stream": {"name": "stdout", "text": ""},
    "display_data": {"metadata": {}, "data": {}},
    "execute_result": {"metadata": {}, "data": {}, "execution_count": None},
    "error": {"ename": "", "evalue": "", "traceback": []},
}


def output(output_type: str, **content: Any) -> NotebookNode:
    """Make an output.

    Args:
        output_type: such as ``stream``.
        content: what it holds beside.
    """
    return _node({"output_type": output_type, **DEFAULTS[output_type], **content})


def cell(kind: str, source: str, name: str) -> NotebookNode:
    """Make a cell.

    Args:
        kind: ``code`` or ``markdown``.
        source: its text.
        name: its id.
    """
    made = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    return _node({**made, "outputs": [], "execution_count": None} if kind == "code" else made)


def notebook(cells: Sequence[NotebookNode], metadata: Mapping[str, Any]) -> NotebookNode:
    """Make a notebook of these very cells."""
    made = _node({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": []})
    made.cells = list(cells)
    return made


def _node(data: Mapping[str, Any]) -> NotebookNode:
    return cast(NotebookNode, nbformat.from_dict(dict(data)))  # type: ignore[no-untyped-call]
