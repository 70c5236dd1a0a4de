"""What a student changed is told; what the instructor changed since the release is never taken for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gan_grading.course import Assignment
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import Plan, make_plan
from gan_grading.engine.rebuild import Rebuilt, rebuild
from gan_grading.engine.submitted import read_submission
from gan_grading.exercise import exercises_of
from gan_grading.release.source import read_source

Make = Callable[[], dict[str, Any]]
TEST = "test_discriminator_loss"


@pytest.fixture
def later(assignment: Assignment, tmp_path: Path) -> Plan:
    """The assignment after a release: other points, another locked text, an exercise dropped, one added."""
    text = assignment.source.read_text()
    text = text.replace(f'"{TEST}", "locked": true, "points": 6', f'"{TEST}", "locked": true, "points": 5')
    text = text.replace("return F.softplus(-logits).mean()", "return F.softplus(-1.0 * logits).mean()")
    path = tmp_path / "03_minimax" / "minimax.py"
    path.parent.mkdir()
    path.write_text(text.replace("double", "twofold"))
    changed = replace(assignment, source=path)
    assert {e.id for e in exercises_of(read_source(path), "")} == {
        *({e.id for e in assignment.exercises} - {"double"}),
        "twofold",
    }
    return make_plan(changed)


def rebuilt(plan: Plan, notebook: dict[str, Any]) -> Rebuilt:
    submitted = read_submission(notebook, Limits())
    return rebuild(plan, submitted.cells, Limits(), submitted.mark)


def test_the_release_carries_the_version_of_the_plan(assignment: Assignment, correct: Make) -> None:
    mark = read_submission(correct(), Limits()).mark
    assert mark is not None
    assert mark.version == make_plan(assignment).version
    assert mark.points == {e.id: e.points for e in assignment.exercises}


def test_an_earlier_release_is_told_once_and_is_no_tampering(later: Plan, correct: Make) -> None:
    notices = rebuilt(later, correct()).notices
    assert len(notices) == 1
    assert "the notebook is of release" in notices[0]


def test_an_exercise_added_since_is_nobodys_zero(later: Plan, correct: Make) -> None:
    made = rebuilt(later, correct())
    assert made.later == {"twofold"}
    # The dropped exercise's answer may be used elsewhere and runs; its test cell is not the student's own.
    own = [step.source for step in made.steps if step.part == "extra"]
    assert [source.splitlines()[0] for source in own] == ["def double(x):"]


def test_what_a_student_changed_in_an_earlier_release_is_told_all_the_same(
    later: Plan, correct: Make
) -> None:
    notebook = correct()
    cell = next(c for c in notebook["cells"] if c["id"] == TEST)
    cell["source"], cell["metadata"]["nbgrader"]["points"] = "pass", 1000
    notices = " ".join(rebuilt(later, notebook).notices)
    assert f"{TEST}: the grading metadata was changed (points)" in notices
    assert f"{TEST}: the text of a locked cell was changed" in notices


def test_a_checksum_made_to_fit_hides_nothing_in_a_notebook_of_now(
    assignment: Assignment, later: Plan, correct: Make
) -> None:
    """Whoever recomputes it has to claim another release as well, which is told."""
    notebook = correct()
    old = rebuilt(make_plan(assignment), notebook)
    assert old.notices == ()
    notebook["metadata"]["gan_course"]["release"]["version"] = later.version
    assert any("locked cell was changed" in notice for notice in rebuilt(later, notebook).notices)


def test_a_missing_answer_of_the_same_release_is_not_excused(assignment: Assignment, correct: Make) -> None:
    notebook = correct()
    notebook["cells"] = [c for c in notebook["cells"] if "double" not in c["id"]]
    del notebook["metadata"]["gan_course"]["release"]["points"]["double"]
    assert rebuilt(make_plan(assignment), notebook).later == frozenset()


@pytest.mark.parametrize(
    "mark",
    [
        3,
        {"version": "x"},
        {"version": "é" * 12, "points": {}},
        {"version": "a" * 12, "points": {"f": "many"}},
    ],
)
def test_a_mark_that_is_none_does_no_harm(mark: object, assignment: Assignment, correct: Make) -> None:
    notebook = correct()
    notebook["metadata"]["gan_course"]["release"] = mark
    assert read_submission(notebook, Limits()).mark is None
    assert rebuilt(make_plan(assignment), notebook).notices == ()


def test_the_gradebooks_points_count_and_the_difference_is_said(assignment: Assignment) -> None:
    plan = make_plan(assignment).worth({TEST: 3.0})
    test = next(cell for cell in plan.tests if cell.name == TEST)
    assert (test.points, test.node.metadata.nbgrader["points"]) == (3.0, 3.0)
    assert plan.version == make_plan(assignment).version
    (line,) = plan.overruled()
    assert "3 points by the gradebook, 6 by the source" in line
