"""What every lesson has: predictions that a cell answers, questions from earlier lessons, an honest time."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest

from gan_course.predictions import PREFIX, recorded
from gan_grading.course import find_course
from gan_grading.release.source import grade_id

# 00 is no lesson.
LESSONS = [a for a in find_course(Path(__file__).parents[1]).assignments if not a.name.startswith("00")]


@pytest.fixture(params=LESSONS, ids=lambda assignment: assignment.name)
def solved(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    """Return the solved notebook of a lesson, with its outputs."""
    return nbformat.read(request.param.solved, as_version=4)


def test_each_prediction_is_open_and_answered_by_a_later_cell(solved: nbformat.NotebookNode) -> None:
    """A question that its demo spells otherwise would never be compared."""
    cells = [cell for cell in solved.cells if grade_id(cell).startswith(PREFIX)]
    assert len(cells) >= 2
    printed = "".join(
        output.text for cell in solved.cells for output in cell.get("outputs", []) if "text" in output
    )
    for cell in cells:
        (statement,) = ast.parse(cell.source).body
        assert isinstance(statement, ast.Assign)
        assert ast.unparse(statement.targets[0]) == grade_id(cell)
        assert recorded(cell.source) == {}, "a prediction is the student's"
        for question in ast.literal_eval(statement.value):
            assert re.search(rf"^· {re.escape(question)}: .+ \(you left it open\)$", printed, re.MULTILINE)


def test_each_lesson_opens_with_questions_from_earlier_ones(solved: nbformat.NotebookNode) -> None:
    opening = "\n".join(cell.source for cell in solved.cells[:4] if cell.cell_type == "markdown")
    _, recall = opening.split("### From earlier lessons")
    assert 2 <= len(re.findall("<details><summary>", recall)) <= 3


def test_each_lesson_says_how_long_it_takes_and_what_is_core(solved: nbformat.NotebookNode) -> None:
    (time,) = re.findall(r"^\*\*Time\.\*\* (.+)$", solved.cells[0].source, re.MULTILINE)
    assert "hours" in time
    assert "core" in time
