"""Cells that a class has in common are checked once; what is wrong with one is found all the same."""

from __future__ import annotations

import pytest
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator, ValidationError

from gan_grading.engine import nodes
from gan_grading.nbgrader.checked import CheckOnce

GOOD = {
    "grade": True,
    "grade_id": "test_a",
    "locked": True,
    "points": 2.0,
    "schema_version": 3,
    "solution": False,
    "task": False,
    "cell_type": "code",
}


def notebook(**changed: object) -> NotebookNode:
    cell = nodes.cell("code", "", "a")
    cell.metadata["nbgrader"] = {**GOOD, **changed}
    return nodes.notebook([cell, nodes.cell("markdown", "text", "b")], {})


def test_the_same_metadata_are_checked_once_and_others_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[int] = []
    stock = MetadataValidator.validate_nb

    def counted(self: MetadataValidator, nb: NotebookNode) -> None:
        checked.append(len(nb.cells))
        stock(self, nb)

    monkeypatch.setattr(MetadataValidator, "validate_nb", counted)
    monkeypatch.setattr(CheckOnce, "_valid", set())
    for _ in range(2):
        CheckOnce().preprocess(notebook(), {})
    CheckOnce().preprocess(notebook(points=3.0), {})
    assert checked == [1, 0, 1]
    for _ in range(2):  # what is wrong is not remembered as right
        with pytest.raises(ValidationError):
            CheckOnce().preprocess(notebook(points="many"), {})
