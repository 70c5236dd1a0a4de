"""An essay's text is taken over as it stands; one that nobody was asked for is ungraded and no zero."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from gan_grading.course import Course
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import Plan, make_plan
from gan_grading.engine.rebuild import rebuild
from gan_grading.engine.submitted import read_submission
from gan_grading.release.pipeline import build
from gan_grading.release.source import UNGRADED

TOY = Path(__file__).resolve().parents[2] / "toy_course"
HEADER = (
    '# %% [markdown] nbgrader={"grade": true, "grade_id": "why", "locked": false, "points": 2, '
    '"schema_version": 3, "solution": true, "task": false}'
)
ESSAY = f"\n{HEADER}\n# Because addition commutes.\n"


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any, Plan]:
    """The toy course's notebook as released before and after the essay came in, and the plan of now."""
    root = tmp_path_factory.mktemp("course") / "toy"
    shutil.copytree(TOY, root, ignore=shutil.ignore_patterns("*.ipynb"))
    before = json.loads(build(Course(root), Course(root).assignment("01_sums")).released)
    assignment = Course(root).assignment("01_sums")
    assignment.source.write_text(assignment.source.read_text() + ESSAY)
    now = Course(root).assignment("01_sums")
    return before, json.loads(build(Course(root), now).released), make_plan(now)


@pytest.fixture
def essay_of(releases: tuple[Any, Any, Plan]) -> Callable[[Any], NotebookNode]:
    """A function that returns the essay's cell as a submission is graded."""

    def graded(submission: Any) -> NotebookNode:
        submitted = read_submission(submission, Limits())
        rebuilt = rebuild(releases[2], submitted.cells, Limits(), submitted.mark)
        return rebuilt.notebook().cells[-1]

    return graded


def test_an_essay_waits_for_a_person(releases: tuple[Any, Any, Plan], essay_of: Any) -> None:
    submission = json.loads(json.dumps(releases[1]))
    submission["cells"][-1]["source"] = "Whatever the order, the sum is the same."
    cell = essay_of(submission)
    assert cell.source == "Whatever the order, the sum is the same."
    assert determine_grade(cell) == (None, 2.0)
    assert UNGRADED not in cell.metadata


def test_one_left_untouched_is_zero_as_in_nbgrader(releases: tuple[Any, Any, Plan], essay_of: Any) -> None:
    assert determine_grade(essay_of(releases[1])) == (0, 2.0)


def test_one_added_after_the_release_is_nobodys_zero(releases: tuple[Any, Any, Plan], essay_of: Any) -> None:
    assert "added after the release" in essay_of(releases[0]).metadata[UNGRADED]
