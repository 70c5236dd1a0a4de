"""An appealed answer is kept once, in the form of every bank, and without anybody's name."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from gan_course.exercises.finding import ExerciseResult
from gan_grading.appeals.bank import RulingError, rule
from gan_grading.appeals.case import write_case
from gan_grading.appeals.judge import agrees
from gan_grading.appeals.names import names_left, names_of, without_names
from gan_grading.course import Course
from gan_grading.selfcheck.bank import read_bank
from tests.gan_grading.engine.conftest import HERE

ANN = SimpleNamespace(id="s0815", first_name="Ann Marie", last_name="Lee", email="ann.lee@x.org")
ANSWER = "def double(x):\n    return 2 * x\n"


HOMES = "/home"  # a whole path would look like one of this machine's


def test_names_leave_comments_and_strings_and_code_stays_as_it_is():
    names = names_of([ANN], "alee")
    source = (
        "# by Ann-Marie Lee, s0815\n"
        "def double(lee):  # ann.lee@x.org\n"
        f'    """Lee\'s own: {HOMES}/bob/gan and annotate."""\n'
        "    return 2 * lee\n"
    )
    cleaned = without_names(source, names)
    assert cleaned == (
        "# by someone-someone someone, someone\n"
        "def double(lee):  # someone\n"
        f'    """someone\'s own: {HOMES}/someone/gan and annotate."""\n'
        "    return 2 * lee\n"
    )
    assert names_left(cleaned, names) == ["lee"]


def test_text_that_is_no_python_loses_names_everywhere():
    assert without_names("def f(:\n  '''ann", names_of([ANN])) == "def f(:\n  '''someone"
    assert without_names(ANSWER, frozenset()) == ANSWER


def test_a_ruling_is_kept_once_and_read_as_a_bank(tmp_path: Path):
    source = f"# %% a cell of its own\n{ANSWER}"
    first = rule(tmp_path / "03_minimax", "double", source, "right")
    again = rule(tmp_path / "03_minimax", "double", source, "right")
    rule(tmp_path / "03_minimax", "double", "def double(x): return x", "wrong", "halves")
    assert first == again
    found = read_bank(tmp_path, "03_minimax", ["double"])
    assert [(a.verdict, a.misconception) for a in found] == [("correct", None), ("wrong", "halves")]
    with pytest.raises(RulingError, match="ruled correct before"):
        rule(tmp_path / "03_minimax", "double", source, "wrong")
    with pytest.raises(RulingError, match="empty"):
        rule(tmp_path / "03_minimax", "double", "\n", "right")
    with pytest.raises(RulingError, match="misconception"):
        rule(tmp_path / "03_minimax", "double", ANSWER, "right", "halves")


def test_a_case_holds_what_is_needed_to_repeat_it_and_no_seed(tmp_path: Path):
    assignment = Course(HERE / "course").assignment("03_minimax")
    answer = rule(tmp_path / "bank", "double", 'def double(x):\n    return "```"\n', "right")
    verdict = ExerciseResult("double", 0.0, 2.0, note="Lee raised", seeds=(4711,))
    exercise = assignment.exercise("double")
    path = write_case(tmp_path, assignment, exercise, answer, "right", verdict, "abc", names_of([ANN]))
    text = path.read_text()
    assert "ruled this answer **right**" in text
    assert "someone raised" in text
    assert "````python\n# %% correct" in text
    assert "Release abc" in text
    assert "4711" not in text
    assert "Lee" not in text


@pytest.mark.parametrize(
    ("points", "right", "wrong"), [(2.0, True, False), (1.0, False, True), (None, None, None)]
)
def test_the_grader_agrees_by_the_points(points, right, wrong):
    verdict = ExerciseResult("f", points, 2.0, status="graded" if points is not None else "ungraded")
    assert (agrees("right", verdict), agrees("wrong", verdict)) == (right, wrong)
