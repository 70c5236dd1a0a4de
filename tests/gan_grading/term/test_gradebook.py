"""What a class has decided reaches nbgrader's gradebook, and can be taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from gan_grading.cli import main
from gan_grading.term.classfile import ClassError, Term, read_term
from gan_grading.term.gradebook import bring_up_to_date, write_extension

TOY = Path(__file__).resolve().parents[2] / "toy_course"
# nbgrader's own slip, while it makes a submission.
pytestmark = pytest.mark.filterwarnings("ignore:Object of type")
POINTS = {"double": 3.0, "average": 4.0, "q_sum": 1.0}


@pytest.fixture
def graded(recorded: Term, monkeypatch: pytest.MonkeyPatch) -> Term:
    """The class with two submissions: Ada's in time, Émile's a day and an hour late, one answer ungraded."""
    monkeypatch.setenv("GAN_COURSE_DIR", str(TOY))
    term = recorded
    bring_up_to_date(term)
    with Gradebook(term.db_url, term.course_id) as gradebook:
        gradebook.add_notebook("sums", "01_sums")
        for name, points in POINTS.items():
            gradebook.add_grade_cell(f"test_{name}", "sums", "01_sums", max_score=points, cell_type="code")
        for student, when in (("ada", datetime(2026, 10, 12)), ("emile", datetime(2026, 10, 13, 23))):
            gradebook.add_submission("01_sums", student, timestamp=when)
            for name, points in POINTS.items():
                grade = gradebook.find_grade(f"test_{name}", "sums", "01_sums", student)
                is_open = (student, name) == ("emile", "q_sum")
                grade.auto_score, grade.needs_manual_grade = None if is_open else points, is_open
        gradebook.db.commit()
    return term


def found(term: Term, student: str) -> tuple[float, float, float]:
    """Score, penalty and the most there is, as nbgrader knows them."""
    with Gradebook(term.db_url, term.course_id) as gradebook:
        it = gradebook.find_submission("01_sums", student)
        return it.score, it.late_submission_penalty or 0.0, it.max_score


def rewritten(term: Term, old: str, new: str) -> Term:
    """The class with a line of its file changed."""
    path = term.folder / "class.toml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    return read_term(term.folder)


def test_students_and_dates_come_from_the_files_and_are_told_once(recorded: Term) -> None:
    term = recorded
    first = bring_up_to_date(term)
    assert "student ada: added" in first
    assert "01_sums: due 2026-10-12 23:59 Europe/Paris" in first
    assert bring_up_to_date(term) == []
    roster = term.folder / "roster.csv"
    roster.write_text(roster.read_text().replace("ada@", "a.l@").replace("grace,Grace", "hopper,Grace"))
    assert bring_up_to_date(term) == [
        "student ada: email changed",
        "student hopper: added",
        "student grace: not in roster.csv; nothing of theirs is removed",
    ]


def test_lateness_costs_what_the_file_says(graded: Term) -> None:
    assert bring_up_to_date(graded) == ["01_sums: emile loses 1.4 points for lateness (before: 0)"]
    assert found(graded, "ada") == (8.0, 0.0, 8.0)
    assert found(graded, "emile") == (7.0, pytest.approx(1.4), 8.0), "two days begun, 10 % of 7 points each"
    assert bring_up_to_date(rewritten(graded, "percent_at_most = 25", "percent_at_most = 10"))
    assert found(graded, "emile")[1] == pytest.approx(0.7)


def test_an_extension_takes_the_penalty_back(graded: Term, capsys: pytest.CaptureFixture[str]) -> None:
    bring_up_to_date(graded)
    assert main(["extend", "emile", "01_sums", "2026-10-14 23:59", "--class", str(graded.folder)]) == 0
    assert capsys.readouterr().out == (
        "emile may hand in 01_sums until 2026-10-14 23:59 Europe/Paris\n"
        "01_sums: emile loses 0 points for lateness (before: 1.4)\n"
    )
    assert found(graded, "emile") == (7.0, 0.0, 8.0)
    write_extension(graded, "emile", "01_sums", datetime(2026, 10, 13, 22))  # again too late, by an hour
    bring_up_to_date(graded)
    assert found(graded, "emile")[1] == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "01_sums", "2026-10-14"), "an extension is for somebody in roster.csv"),
        (("ada", "02_none", "2026-10-14"), "it has no due date in class.toml"),
        (("ada", "01_sums", "tomorrow"), "a time is written like"),
    ],
)
def test_extensions_that_cannot_be(
    term: Term, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extend", *words, "--class", str(term.folder)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_dropped_exercise_counts_for_nobody_until_it_counts_again(graded: Term) -> None:
    dropped = rewritten(graded, "due =", 'drop = ["average", "q_sum"]\ndue =')
    assert "01_sums: average does not count any more" in bring_up_to_date(dropped)
    assert found(dropped, "ada") == (3.0, 0.0, 3.0)
    with Gradebook(graded.db_url, graded.course_id) as gradebook:
        grade = gradebook.find_grade("test_q_sum", "sums", "01_sums", "emile")
        assert not grade.needs_manual_grade, "nobody waits for what does not count"
        assert gradebook.find_grade("test_average", "sums", "01_sums", "ada").auto_score == 4.0
    back = rewritten(dropped, 'drop = ["average", "q_sum"]\n', "")
    assert "01_sums: average counts 4 points" in bring_up_to_date(back)
    assert found(back, "ada") == (8.0, 0.0, 8.0)
    with Gradebook(graded.db_url, graded.course_id) as gradebook:
        grade = gradebook.find_grade("test_q_sum", "sums", "01_sums", "emile")
        assert (grade.manual_score, grade.needs_manual_grade) == (None, True), "ungraded again, no zero"


def test_an_exercise_that_is_not_there_cannot_be_dropped(graded: Term) -> None:
    with pytest.raises(ClassError, match="01_sums holds double, average, q_sum"):
        bring_up_to_date(rewritten(graded, "due =", 'drop = ["treble"]\ndue ='))
