"""The course is found, and its exercises are read from the percent source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gan_grading.course import COURSE_VARIABLE, Course, find_course
from gan_grading.errors import CourseNotFoundError, GradingError, SourceError, UnknownAssignmentError
from gan_grading.term.classfile import Term

TOY = Path(__file__).resolve().parents[1] / "toy_course"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def toy(tmp_path: Path) -> Course:
    """A copy of the toy course."""
    shutil.copytree(TOY, tmp_path / "toy")
    return Course(tmp_path / "toy")


def test_exercises_come_in_order_with_points_and_kind(toy: Course) -> None:
    found = [(e.id, e.test_id, e.points, e.kind) for e in toy.assignment("01_sums").exercises]
    assert found == [
        ("double", "test_double", 3, "code"),
        ("average", "test_average", 4, "code"),
        ("q_sum", "test_q_sum", 1, "question"),
    ]
    assert toy.assignment("01_sums").points == 8


def test_an_exercise_carries_its_texts(toy: Course) -> None:
    average = toy.assignment("01_sums").exercise("average")
    assert "A sum and a length." in average.text
    assert "Two times x." not in average.text
    assert average.answer.endswith(
        '    """Return the arithmetic mean."""\n    return add_up(values) / len(values)'
    )
    assert average.stub.endswith("    # YOUR CODE HERE\n    raise NotImplementedError()")
    assert average.check == "check.average(average)"
    assert average.hidden.endswith('probe("01_sums", "average")')


def test_a_question_has_a_stub_that_runs(toy: Course) -> None:
    """Run All in the student's notebook must reach its end."""
    assert toy.assignment("01_sums").exercise("q_sum").stub == "q_sum = None  # YOUR ANSWER HERE"


def test_an_unknown_assignment_lists_the_known_ones(toy: Course) -> None:
    with pytest.raises(UnknownAssignmentError, match=r"assignment '09_x'.*holds 01_sums; give one of these"):
        toy.select(["01_sums", "09_x"])


def test_no_name_means_all(toy: Course) -> None:
    assert [a.name for a in toy.select([])] == ["01_sums"]


def test_an_answer_without_test_cell_is_named(toy: Course) -> None:
    source = toy.solutions / "01_sums" / "sums.py"
    source.write_text(source.read_text().replace('"grade_id": "test_average"', '"grade_id": "test_mean"'))
    with pytest.raises(SourceError, match=r"'average'.*'test_average'"):
        _ = Course(toy.root).assignment("01_sums").exercises


def test_two_sources_in_one_folder_are_refused(toy: Course) -> None:
    (toy.solutions / "01_sums" / "helpers.py").write_text("")
    with pytest.raises(SourceError, match="an assignment is one percent source"):
        _ = Course(toy.root).assignments


def test_text_that_is_no_percent_source_is_one_line(toy: Course) -> None:
    (toy.solutions / "01_sums" / "sums.py").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError) as error:
        _ = Course(toy.root).assignment("01_sums").exercises
    assert "\n" not in str(error.value)


def test_the_course_is_found_by_option_then_variable_then_folder(
    toy: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(COURSE_VARIABLE, raising=False)
    monkeypatch.chdir(toy.solutions / "01_sums")
    assert find_course().root == toy.root
    monkeypatch.setenv(COURSE_VARIABLE, str(ROOT))
    assert find_course().root == ROOT
    assert find_course(toy.root).root == toy.root


def test_a_folder_without_solutions_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(CourseNotFoundError, match="holds solutions/"):
        find_course(tmp_path)


def test_messages_are_one_line_of_three_parts() -> None:
    error = GradingError("points are\n-1", "points are above 0", "correct the\theader")
    assert str(error) == "points are -1: points are above 0; correct the header"


def test_a_class_s_own_assignments_stand_beside_the_course_s_or_in_their_place(
    term: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, file in (("20_mine", "mine.py"), ("01_sums", "other.py")):
        folder = term.folder / "own" / "solutions" / name
        folder.mkdir(parents=True)
        (folder / file).write_text("# %%\n1 + 1\n")
    assert [each.name for each in find_course(TOY).assignments] == ["01_sums"]
    monkeypatch.chdir(term.folder)
    course = find_course(TOY)
    assert [each.name for each in course.worked_on(())] == ["01_sums", "20_mine"]
    assert course.assignment("01_sums").source.name == "other.py"
    mine = course.assignment("20_mine")
    assert mine.home == term.folder / "own"
    assert course.relative(mine.released) == "own/course/20_mine/mine.ipynb"
