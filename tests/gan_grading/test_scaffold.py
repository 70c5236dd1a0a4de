"""An exercise is begun in three files at once, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gan_grading.cli import main
from gan_grading.course import Course
from gan_grading.release.rules import Subject, broken_rules
from gan_grading.release.source import read_source
from gan_grading.scaffold import ScaffoldError, begin_exercise

TOY = Path(__file__).resolve().parents[1] / "toy_course"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    shutil.copytree(TOY / "solutions", tmp_path / "solutions")
    return Course(tmp_path)


def test_the_new_cells_keep_every_rule_of_a_source(course: Course) -> None:
    (assignment,) = course.assignments
    begun = begin_exercise(course, assignment, "square_loss")
    again = Course(course.root).assignment(assignment.name)
    names = [exercise.id for exercise in again.exercises]
    # After the last exercise that is written in code, before the closing questions.
    assert names.index("square_loss") == names.index("average") + 1
    assert names[-1] == "q_sum"
    subject = Subject(again.name, "source", read_source(again.source))
    assert [p.rule for p in broken_rules(subject) if "square_loss" in p.where] == []
    assert "LossKey" in begun.key.read_text()
    assert "# %% wrong" in begun.bank.read_text()


def test_an_existing_name_is_one_line_and_nothing_is_written(course: Course) -> None:
    (assignment,) = course.assignments
    before = assignment.source.read_text()
    with pytest.raises(ScaffoldError, match=r"'double'.*has it already"):
        begin_exercise(course, assignment, "double")
    assert assignment.source.read_text() == before


@pytest.mark.parametrize("name", ["1x", "Loss", "my-loss", "class", ""])
def test_a_name_that_is_no_function_is_refused(course: Course, name: str) -> None:
    with pytest.raises(ScaffoldError, match="it names a Python function"):
        begin_exercise(course, course.assignments[0], name)


def test_half_a_scaffold_is_not_begun_over(course: Course) -> None:
    (assignment,) = course.assignments
    begun = begin_exercise(course, assignment, "square_loss")
    begun.source.write_text((TOY / "solutions" / assignment.name / begun.source.name).read_text())
    with pytest.raises(ScaffoldError, match="half an exercise"):
        begin_exercise(course, Course(course.root).assignment(assignment.name), "square_loss")


def test_the_command_says_what_comes_next(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    name = course.assignments[0].name
    assert main(["new-exercise", name, "square_loss", "--course", str(course.root)]) == 0
    assert f"gan-grade selfcheck {name} --exercise square_loss" in capsys.readouterr().out
    assert main(["new-exercise", "99_nothing", "x", "--course", str(course.root)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
