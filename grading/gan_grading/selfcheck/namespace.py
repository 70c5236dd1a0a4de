"""The namespace an answer of a bank runs in: the solved notebook without its demos."""

from __future__ import annotations

import ast
import contextlib
import io
import os
from typing import Any

from gan_course.exercises.student.cells import run_source
from gan_course.lesson import SKIP_VARIABLE
from gan_grading.course import Assignment
from gan_grading.release.regions import SOLUTION, without_markers
from gan_grading.release.source import grade_id, is_answer, is_test, read_source


def solved_namespace(assignment: Assignment) -> dict[str, Any]:
    """Run the notebook's own cells and its solutions, without tests and demos.

    What the cells print or draw is dropped.
    """
    import matplotlib

    matplotlib.use("Agg")
    os.environ[SKIP_VARIABLE] = "1"
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in read_source(assignment.source).cells:
            if cell.cell_type == "code" and not is_test(cell):
                source = without_markers(cell.source, SOLUTION)
                name = grade_id(cell) if is_answer(cell) else cell["id"]
                run_source(name, _without_magics(source), namespace)
    return namespace


def _without_magics(source: str) -> str:
    """Drop lines that only IPython understands."""
    try:
        ast.parse(source)
    except SyntaxError:
        return "\n".join(line for line in source.splitlines() if not line.lstrip().startswith(("%", "!")))
    return source
