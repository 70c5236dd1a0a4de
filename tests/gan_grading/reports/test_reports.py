"""Reports count right, escape what students typed, and show nobody's name beside an example."""

from __future__ import annotations

import csv
import io
import json

import pytest

from gan_course.exercises.finding import ExerciseResult, Finding
from gan_grading.reports.feedback import result_html, result_text
from gan_grading.reports.grades import ClassGrades, Score, StudentGrades
from gan_grading.reports.html import class_report_html
from gan_grading.reports.sheets import exercises_csv, totals_csv
from gan_grading.reports.summary import summarise
from gan_grading.reports.table import class_table

SIGN = Finding("value", 6.0, "wrong_way", "The slope has the wrong sign.", "Look at the minus.")
PART = Finding("stability", 3.0, "overflows", "Not finite <b>.", "Think of σ(200).")


def student(id_, points, findings=(), answer="return a", **more):
    verdict = ExerciseResult("loss", points, 6.0, findings=tuple(findings), seeds=(11, 12))
    score = Score("loss", points, 6.0, verdict, auto=points)
    return StudentGrades(id_, (score,), {"loss": answer}, **more)


@pytest.fixture
def klass():
    failed = ExerciseResult("loss", None, 6.0, status="ungraded", note="the probe failed")
    by_hand = Score("loss", 1.5, 6.0, student("", 4.0, [PART]).scores[0].verdict, 4.0, 1.5, comment="=1+1")
    students = (
        student("s1", 6.0, penalty=2.0, name="Ann Lee"),
        student("s2", 0.0, [SIGN], answer="return '<script>alert(1)</script>'"),
        student("s3", 0.0, [SIGN]),
        StudentGrades("s4", (by_hand,)),
        StudentGrades(
            "s5",
            (Score("loss", None, 6.0, failed),),
            notices=("two cells of this id",),
            state="ungraded",
            reason="loss: the probe failed",
        ),
        StudentGrades("s6", (), state="ungraded", reason="there is no notebook in its folder"),
        StudentGrades("s7", (), state="missing"),
    )
    return ClassGrades("03_minimax", {"loss": 6.0}, students)


def test_every_submission_is_counted_once(klass):
    (loss,) = summarise(klass)
    assert (loss.full, loss.partial, loss.none, loss.ungraded) == (1, 1, 2, 2)
    assert loss.students == 6
    assert loss.mean == 1.88  # what is ungraded counts for nothing, not for 0


def test_misconceptions_are_counted_and_sorted(klass):
    (loss,) = summarise(klass)
    assert [(m.id, m.count) for m in loss.misconceptions] == [("wrong_way", 2), ("overflows", 1)]


def test_the_table_shows_what_counts_and_what_is_open(klass):
    rows = {line.split()[0]: line.split()[1:] for line in class_table(klass).splitlines() if line}
    assert rows["s1"] == ["6", "-2", "4", "Ann", "Lee"]
    assert rows["s4"] == ["1.5*", "1.5"]
    assert rows["s5"] == rows["s6"] == ["?", "?"]
    assert rows["s7"] == ["–", "0", "nothing", "handed", "in"]


def test_the_sheets_have_empty_places_and_no_formulas(klass):
    totals = {row["student_id"]: row for row in csv.DictReader(io.StringIO(totals_csv([klass])))}
    assert [totals[f"s{i}"]["score"] for i in range(1, 8)] == ["4.0", "0.0", "0.0", "1.5", "", "", "0.0"]
    assert totals["s6"]["reason"] == "there is no notebook in its folder"
    rows = {row["student_id"]: row for row in csv.DictReader(io.StringIO(exercises_csv([klass])))}
    assert (rows["s4"]["auto_score"], rows["s4"]["manual_score"], rows["s4"]["score"]) == (
        "4.0",
        "1.5",
        "1.5",
    )
    assert rows["s4"]["comment"] == "'=1+1"
    assert (rows["s5"]["score"], rows["s3"]["misconceptions"]) == ("", "wrong_way")


@pytest.mark.parametrize(
    ("score", "says"),
    [
        (Score("f", 4.0, 2.0), "4 of 2 points, more than there are"),
        (Score("f", 4.0, 6.0, ExerciseResult("f", 4.0, 4.0), auto=4.0), "worth 4 points, 6 now"),
        (
            Score("f", 2.0, 4.0, ExerciseResult("f", 4.0, 4.0), auto=2.0),
            "2 in the gradebook, 4.0 in the graded",
        ),
        (Score("f", 4.5, 4.0, ExerciseResult("f", 4.0, 4.0), auto=4.0, extra=0.5), ""),
        (Score("f", 1.0, 4.0, ExerciseResult("f", 4.0, 4.0), auto=4.0, manual=1.0), ""),
        (Score("f", 0.0, 0.0, ExerciseResult("f", 4.0, 4.0), auto=4.0, extra=-4.0), ""),
    ],
)
def test_what_does_not_fit_together_is_said(score, says):
    assert says in score.oddity
    assert bool(says) == bool(score.oddity)


def test_the_report_runs_nothing_a_student_typed(klass):
    html = class_report_html(klass)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_an_example_stands_without_a_name(klass):
    html = class_report_html(klass)
    start = html.index("an example, without a name")
    assert "s2" not in html[start : start + 300]


def test_the_report_names_seeds_notices_and_findings(klass):
    html = class_report_html(klass)
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


def test_an_exercise_that_a_class_has_dropped_counts_for_nothing_and_is_shown():
    score = Score("loss", 0.0, 0.0, ExerciseResult("loss", 6.0, 6.0), auto=6.0, extra=-6.0)
    grades = ClassGrades("03_minimax", {"loss": 0.0}, (StudentGrades("s1", (score,)),))
    assert grades.students[0].total == 0
    (loss,) = summarise(grades)
    assert (loss.full, loss.max_points, loss.mean) == (1, 6.0, 6.0)
    assert "(6)" in class_table(grades)
    assert "does not count" in class_table(grades)
    assert "(6)" in class_report_html(grades)
