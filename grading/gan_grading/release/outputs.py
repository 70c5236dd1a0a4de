"""Stored outputs: what is stripped, when they may be kept, and what must hold of them."""

from __future__ import annotations

import re
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from gan_grading.release.png import strip_png
from gan_grading.release.problems import Problem
from gan_grading.release.regions import probe_calls
from gan_grading.release.source import grade_id, is_test

IGNORE_TAG = "nbval-ignore-output"
WIDGET = "application/vnd.jupyter.widget-view+json"
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b", re.IGNORECASE)


def tidy_outputs(notebook: NotebookNode) -> None:
    """Strip from stored outputs, in place, what is of no use on another machine.

    Widget views go, because the model they point to lives in the kernel that made them; what the widget
    offers beside it (a picture, a text) stays. Pictures lose the chunks that name the program and its
    version.
    """
    for cell in _code_cells(notebook):
        kept = []
        for output in cell.outputs:
            data = output.get("data")
            if data is not None:
                data.pop(WIDGET, None)
                if "image/png" in data:
                    data["image/png"] = strip_png(data["image/png"])
                if not data:
                    continue
            kept.append(output)
        cell.outputs = kept


def without_outputs(notebook: NotebookNode) -> NotebookNode:
    """Return a copy without outputs and execution counts: what the percent source alone determines."""
    bare = deepcopy(notebook)
    for cell in _code_cells(bare):
        cell.outputs, cell.execution_count = [], None
    return bare


def graft_outputs(notebook: NotebookNode, stored: NotebookNode | None) -> NotebookNode | None:
    """Put stored outputs under a rebuilt notebook, if its code is still the code that made them.

    Args:
        notebook: the notebook made of the percent source.
        stored: the executed notebook on disk, ``None`` where there is none.

    Returns:
        A new notebook, or ``None`` if any code cell changed, came, went or moved. Text may change freely.
    """
    if stored is None or [c.source for c in _code_cells(notebook)] != [c.source for c in _code_cells(stored)]:
        return None
    grafted = deepcopy(notebook)
    for cell, old in zip(_code_cells(grafted), _code_cells(stored), strict=True):
        cell.outputs, cell.execution_count = deepcopy(old.outputs), old.execution_count
    return grafted


def output_problems(notebook: NotebookNode, where: str, mend: str) -> list[Problem]:
    """Judge the outputs of an executed notebook.

    Every cell ran, in order, without errors or warnings; nothing names this machine; every exercise has full
    marks from its probe or its asserts.

    Args:
        notebook: the executed notebook.
        where: how messages name the file.
        mend: the command that makes it anew.
    """
    problems: list[Problem] = []
    count = 0
    for cell in _code_cells(notebook):
        place = f"{where}, cell {cell.get('id', '?')!r}"
        if cell.source.strip():
            count += 1
            if cell.execution_count != count:
                found = f"execution count {cell.execution_count} where {count} is due"
                problems.append(Problem(place, "complete_outputs", found, mend))
        problems += [Problem(place, rule, found, mend) for rule, found in _output_faults(cell)]
        if is_test(cell) and not _full_marks(cell, bool(probe_calls(cell.source))):
            found = f"no result of {cell.metadata.nbgrader.points} points for {grade_id(cell)}"
            problems.append(Problem(place, "full_marks", found, mend))
    return problems


def differing_cells(one: NotebookNode, other: NotebookNode) -> list[str]:
    """Name the cells whose text outputs differ, those tagged ``nbval-ignore-output`` left out."""
    pairs = zip(_code_cells(one), _code_cells(other), strict=True)
    return [
        a["id"]
        for a, b in pairs
        if IGNORE_TAG not in a.metadata.get("tags", []) and _texts(a.outputs) != _texts(b.outputs)
    ]


def _code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _texts(outputs: list[NotebookNode]) -> list[Any]:
    """Return what of outputs a replay must repeat: streams and data, pictures left out."""
    texts: list[Any] = []
    for output in outputs:
        data = output.get("data", {})
        texts.append((output.get("text"), {k: v for k, v in data.items() if not k.startswith("image/")}))
    return texts


def _output_faults(cell: NotebookNode) -> list[tuple[str, str]]:
    faults = []
    for output in cell.outputs:
        text = str({k: v for k, v in output.items() if k != "data"})
        text += "".join(str(v) for k, v in output.get("data", {}).items() if not k.startswith("image/"))
        if output.output_type == "error":
            faults.append(("no_errors", f"raised {output.ename}: {output.evalue}"))
        elif output.get("name") == "stderr":
            faults.append(("no_stderr", f"wrote to stderr: {output.text[:80]!r}"))
        elif match := ADDRESS.search(text):
            faults.append(("no_machine", f"stores a memory address, {match.group()}"))
        elif place := next((place for place in _machine_paths() if place in text), None):
            faults.append(("no_machine", f"stores a path of this machine, {place}"))
    return faults


def _machine_paths() -> list[str]:
    places = [sys.prefix, str(Path.cwd()), str(Path.home()), tempfile.gettempdir() + "/"]
    return [place for place in places if len(place) > 4]


def _full_marks(cell: NotebookNode, is_probed: bool) -> bool:
    results = [o.data.get("text/plain", "") for o in cell.outputs if o.output_type == "execute_result"]
    try:
        if not results and not is_probed:
            return True
        return len(results) == 1 and float(results[0]) == float(cell.metadata.nbgrader.points)
    except (TypeError, ValueError):
        return not is_probed  # asserts give no number, or one that is no score
