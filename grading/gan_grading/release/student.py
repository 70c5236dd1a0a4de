"""The student release: nbgrader's own steps, in process and without a gradebook."""

from __future__ import annotations

from copy import deepcopy

from nbformat import NotebookNode
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    LockCells,
)

from gan_grading.release.mark import stamp
from gan_grading.release.stubs import AnswerStubs

# The order of `nbgrader generate_assignment`, less the step that writes the gradebook. The checksum is
# computed twice because the text of a test cell changes when its hidden part goes.
STEPS = (
    LockCells,
    AnswerStubs,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
)


def student_notebook(notebook: NotebookNode) -> NotebookNode:
    """Make the student's notebook: stubs for solutions, no hidden tests and outputs, the mark of the release.

    Args:
        notebook: the solved notebook, executed or not; it is left as it was.

    Returns:
        A new notebook; the same input gives the same bytes.

    Raises:
        Exception: what nbgrader raises where markers do not match; :mod:`gan_grading.release.rules` is to be
            asked first.
    """
    released = deepcopy(notebook)
    resources: dict[str, object] = {}
    for step in STEPS:
        released, resources = step().preprocess(released, resources)
    stamp(released)
    return released
