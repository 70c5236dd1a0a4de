"""The stock nbgrader commands on the toy course: gradebook, autograded notebooks, feedback, export."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from gan_grading.course import Course
from gan_grading.release.check import check

if TYPE_CHECKING:
    from conftest import GradedClass

RESULT = "application/vnd.gan-grading.result+json"
TESTS = ("test_double", "test_average", "test_q_sum")


def _scores(graded: GradedClass, student: str) -> dict[str, float | None]:
    query = (
        "select b.name, g.auto_score from grade g join base_cell b on g.cell_id = b.id "
        "join submitted_notebook n on g.notebook_id = n.id "
        "join submitted_assignment a on n.assignment_id = a.id where a.student_id = ?"
    )
    with sqlite3.connect(graded.root / "gradebook.db") as connection:
        return dict(connection.execute(query, (student,)).fetchall())


def test_gradebook_holds_the_points_each_submission_deserves(graded: GradedClass, student: str) -> None:
    scores = _scores(graded, student)
    assert tuple(scores[test] for test in TESTS) == graded.submissions[student].points


def test_export_lists_every_student_with_the_sum(graded: GradedClass) -> None:
    grades = graded.grades()
    assert {name: float(row["score"]) for name, row in grades.items()} == {
        name: sum(submission.points) for name, submission in graded.submissions.items()
    }
    assert {float(row["max_score"]) for row in grades.values()} == {8.0}


def test_a_warning_stays_for_a_person_to_read(graded: GradedClass) -> None:
    cell = next(c for c in graded.notebook("noisy").cells if c["id"] == "test_double")
    text = "".join(o.text for o in cell.outputs if o.output_type == "stream")
    assert "to stderr" in text
    assert "careful" in text


def test_zero_for_missing_evidence_comes_with_a_reason(graded: GradedClass) -> None:
    """Never full marks for a cell that did not run, and never a bare 0 either."""
    for student in ("blanks_later_cells", "exits", "forges_points"):
        cell = next(c for c in graded.notebook(student).cells if c["id"] == "test_average")
        result = cell.outputs[0].data[RESULT]
        assert result["points"] == 0
        assert result["findings"][0]["criterion"] == "evidence"
        assert result["findings"][0]["message"]


def test_seed_is_the_same_for_the_class_and_recorded(graded: GradedClass) -> None:
    seeds = {
        student: graded.notebook(student).metadata["gan_grading"]["seed"] for student in graded.submissions
    }
    assert len(set(seeds.values())) == 1
    cell = next(c for c in graded.notebook("right").cells if c["id"] == "test_double")
    assert [o.data[RESULT]["seed"] for o in cell.outputs if "data" in o and RESULT in o.data] == [
        seeds["right"]
    ]


def test_demos_are_left_out_while_grading(graded: GradedClass) -> None:
    printed = [o.text for c in graded.notebook("right").cells for o in c.get("outputs", []) if "text" in o]
    assert any("demo left out" in text for text in printed)


def test_feedback_shows_no_hidden_test(graded: GradedClass, student: str) -> None:
    page = graded.feedback(student)
    for secret in (
        "toy_probe import",
        "HIDDEN",
        "01_sums&quot;",
        'probe("',
        "probe(&quot;",
        "vnd.gan-grading",
    ):
        assert secret not in page


def test_feedback_shows_the_findings_and_not_the_bare_number(graded: GradedClass) -> None:
    page = graded.feedback("wrong")
    assert "average: the average is rounded" in page
    assert "<pre>2.0</pre>" not in page


def test_feedback_runs_nothing_in_a_browser(graded: GradedClass) -> None:
    """Submissions are written by strangers, and feedback is opened by instructors as well."""
    page = graded.feedback("scripts")
    assert "alert(1)</script>" not in page
    assert "alert(2)</script>" not in page
    assert "<b>bold</b>" in page
    assert "<strong>shown</strong>" in page
    assert "<mi>a</mi><mo>&lt;</mo><mi>b</mi>" in page


def test_stock_release_is_the_release_of_gan_grade(graded: GradedClass) -> None:
    """`nbgrader generate_assignment` ran after `gan-grade release` and must have made the same bytes."""
    course = Course(graded.course)
    assert check(course, course.assignment("01_sums")) == []


def test_class_folder_is_apart_from_the_course(graded: GradedClass) -> None:
    assert sorted(p.name for p in graded.course.iterdir() if p.is_dir() and p.name[0] not in "_.") == [
        "course",
        "solutions",
    ]
    assert not list(graded.root.rglob("*.py"))
