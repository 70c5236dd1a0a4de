"""Reports count right, escape what students typed, and show nobody's name beside an example."""

from __future__ import annotations

import json

import pytest

from gan_course.exercises.finding import ExerciseResult, Finding
from gan_grading.reports.collect import GradedSubmission, NothingGradedError, collect
from gan_grading.reports.feedback import result_html, result_text
from gan_grading.reports.html import class_report_html
from gan_grading.reports.summary import summarise
from gan_grading.reports.table import class_table

SIGN = Finding("value", 6.0, "wrong_way", "The slope has the wrong sign.", "Look at the minus.")
PART = Finding("stability", 3.0, "overflows", "Not finite <b>.", "Think of σ(200).")


def submission(student, points, findings=(), answer="return a"):
    result = ExerciseResult("loss", points, 6.0, findings=tuple(findings), seeds=(11, 12))
    return GradedSubmission(student, (result,), {"loss": answer})


@pytest.fixture
def klass():
    ungraded = ExerciseResult("loss", None, 6.0, status="ungraded", note="the probe failed")
    return [
        submission("s1", 6.0),
        submission("s2", 0.0, [SIGN], answer="return '<script>alert(1)</script>'"),
        submission("s3", 0.0, [SIGN]),
        submission("s4", 3.0, [PART]),
        GradedSubmission("s5", (ungraded,), {}, ("two cells of this id",)),
    ]


def test_every_student_is_counted_once(klass):
    (loss,) = summarise(klass)
    assert (loss.full, loss.partial, loss.none, loss.ungraded) == (1, 1, 2, 1)
    assert loss.students == 5
    assert loss.mean == 2.25  # the ungraded one counts for nothing, not for 0


def test_misconceptions_are_counted_and_sorted(klass):
    (loss,) = summarise(klass)
    assert [(m.id, m.count) for m in loss.misconceptions] == [("wrong_way", 2), ("overflows", 1)]


def test_the_table_shows_points_and_open_verdicts(klass):
    lines = class_table(klass, {"s1": "all right"}).splitlines()
    assert lines[3].split() == ["s1", "6", "6", "all", "right"]
    assert lines[7].split() == ["s5", "?", "?"]


def test_the_report_runs_nothing_a_student_typed(klass):
    html = class_report_html("03_minimax", klass)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_an_example_stands_without_a_name(klass):
    html = class_report_html("03_minimax", klass)
    start = html.index("an example, without a name")
    assert "s2" not in html[start : start + 300]


def test_the_report_names_seeds_notices_and_findings(klass):
    html = class_report_html("03_minimax", klass)
    for text in ("11, 12", "two cells of this id", "The slope has the wrong sign.", "Look at the minus."):
        assert text in html


def test_feedback_gives_sentence_hint_and_points():
    result = ExerciseResult("loss", 3.0, 6.0, findings=(PART,), passed=("value",))
    assert result_text(result).splitlines() == [
        "loss: 3 of 6 points",
        "✓ value",
        "✗ stability: Not finite <b>.",
        "  Think of σ(200).",
    ]
    assert "Not finite &lt;b&gt;." in result_html(result)


def test_a_result_survives_json():
    result = ExerciseResult("loss", 3.0, 6.0, findings=(PART,), passed=("value",), seeds=(1, 2))
    assert ExerciseResult.from_json(json.loads(json.dumps(result.to_json()))) == result


def test_points_outside_the_range_are_no_result():
    for points in (-1.0, 7.0, float("nan")):
        with pytest.raises(ValueError, match="must lie between"):
            ExerciseResult("loss", points, 6.0)


def test_no_graded_notebook_is_one_line(tmp_path):
    class Assignment:
        name = "03_minimax"
        solved = tmp_path / "minimax.ipynb"

    with pytest.raises(NothingGradedError, match="run nbgrader autograde 03_minimax first"):
        collect(tmp_path, Assignment())
