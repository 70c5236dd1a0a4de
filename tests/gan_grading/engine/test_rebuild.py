"""What of a submission reaches the notebook that is graded, and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gan_grading.course import Assignment
from gan_grading.engine.definitions import defines
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import make_plan
from gan_grading.engine.rebuild import Rebuilt, rebuild
from gan_grading.engine.submitted import UnreadableError, read_cells
from gan_grading.errors import SubmissionError

Make = Callable[[], dict[str, Any]]


def rebuilt(assignment: Assignment, notebook: dict[str, Any], limits: Limits | None = None) -> Rebuilt:
    cells, _ = read_cells(notebook, Limits())
    return rebuild(make_plan(assignment), cells, limits or Limits())


def own(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "source": source}


def test_an_untouched_submission_is_the_instructors_notebook(assignment: Assignment, correct: Make) -> None:
    made = rebuilt(assignment, correct())
    assert made.notices == ()
    assert [s.source for s in made.steps if s.part == "answer"] == [e.answer for e in assignment.exercises]
    assert [s.name for s in made.steps if s.part == "test"] == [e.test_id for e in assignment.exercises]


def test_own_cells_stay_behind_the_cell_they_followed(assignment: Assignment, correct: Make) -> None:
    """A helper must be defined before the answer that calls it, also when cells were reordered."""
    notebook = correct()
    place = next(i for i, c in enumerate(notebook["cells"]) if c["id"] == "discriminator_loss")
    notebook["cells"].insert(place, own("helper = 1"))
    names = [step.source for step in rebuilt(assignment, notebook).steps if step.part in ("extra", "answer")]
    assert names[:2] == ["helper = 1", assignment.exercises[0].answer]


def test_test_cells_hold_no_student_text(assignment: Assignment, correct: Make) -> None:
    notebook = correct()
    for cell in notebook["cells"]:
        if cell["id"].startswith("test_"):
            cell["source"] = "pass"
            cell["metadata"]["nbgrader"]["points"] = 1000
    made = rebuilt(assignment, notebook)
    plan = make_plan(assignment)
    assert [s.prescribed.whole for s in made.steps if s.prescribed and s.part == "test"] == [
        test.whole for test in plan.tests
    ]
    assert sum(test.points for test in plan.tests) == assignment.points
    assert len(made.notices) == 2 * len(plan.tests)


def test_outputs_and_metadata_are_left_behind(assignment: Assignment, correct: Make) -> None:
    notebook = correct()
    for cell in notebook["cells"]:
        cell["metadata"]["evil"] = "yes"
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "evil"}]
    assert "evil" not in json.dumps(rebuilt(assignment, notebook).notebook())


def test_own_cells_have_a_limit(assignment: Assignment, correct: Make) -> None:
    notebook = correct()
    notebook["cells"] += [own(f"x = {i}") for i in range(10)]
    made = rebuilt(assignment, notebook, Limits(extra_cells=3))
    assert sum(step.part == "extra" for step in made.steps) == 3
    assert any("10 cells of the student's own" in notice for notice in made.notices)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(x):\n    return x", True),
        ("async def f(x): pass", True),
        ("class f: pass", True),
        ("f = 3", True),
        ("a, f = 1, 2", True),
        ("f: int = 3", True),
        ("%matplotlib inline\ndef f(x): pass", True),
        ("%%time\ndef f(x): pass", True),
        ("def f(x:\n    return", True),
        ("def g(x):\n    def f(): pass", False),
        ("print(f)", False),
        ("# def f(x)", False),
        ("def ff(x): pass", False),
    ],
)
def test_a_definition_is_found_by_name(source: str, found: bool) -> None:
    assert defines(source, "f") is found


@pytest.mark.parametrize(
    "data", [b"", b"  ", b"{", b"[]", b'"x"', b"{}", b'{"cells": {}}', b'{"cells": [1]}']
)
def test_a_file_that_is_no_notebook_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_cells(data, Limits())
    assert "\n" not in str(caught.value)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.ipynb"
    with file.open("wb") as stream:
        stream.truncate(3 * 2**20)
    with pytest.raises(UnreadableError, match="2 MB is the limit"):
        read_cells(file, Limits(notebook_mb=2))


def test_a_missing_file_is_bad_input_not_a_zero(tmp_path: Path) -> None:
    """The instructor mistyped a name; no student is to blame."""
    with pytest.raises(SubmissionError) as caught:
        read_cells(tmp_path / "none.ipynb", Limits())
    assert not isinstance(caught.value, UnreadableError)
