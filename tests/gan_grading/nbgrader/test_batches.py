"""A batch is one transaction, whatever its steps open and commit; what is odd about one costs no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbgrader.converters import GenerateAssignment

from gan_grading.course import find_course
from gan_grading.engine import Grader
from gan_grading.nbgrader.application import autograde_converter, nbgrader_app
from gan_grading.nbgrader.batches import BatchWriter, GradebookError, Handed, open_gradebook
from gan_grading.nbgrader.engine import EngineExecute, with_verdicts
from gan_grading.term.classfile import read_term
from gan_grading.term.gradebook import bring_up_to_date
from tests.gan_grading.classroom.rooms import gradebook, inside
from tests.gan_grading.engine.classes import NAME, Classroom

# Its policies are a step that opens the gradebook and writes, as any plugin of nbgrader's may.
CLASS = f"""
course_id = "gan_course"
timezone = "UTC"
[late]
percent_per_day = 10
[assignments.{NAME}]
due = 2024-03-01T00:00:00
"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Classroom]:
    room = Classroom(tmp_path)
    for student in ("alice", "bob"):
        (room.hand_in(student) / "timestamp.txt").write_text("2024-02-01 10:00:00 UTC\n")
    (room.folder("bob") / "timestamp.txt").write_text("2024-03-02 10:00:00 UTC\n")  # the second day begun
    (room.root / "class.toml").write_text(CLASS)
    (room.root / "roster.csv").write_text("id,first_name,last_name,email,lms_user_id\nalice,,,,\nbob,,,,\n")
    with inside(room):
        app = nbgrader_app(NAME)
        GenerateAssignment(coursedir=app.coursedir, parent=app).start()
        bring_up_to_date(read_term(room.root))
        yield room


def full_marks() -> Any:
    """A graded notebook with all points; nothing runs for it."""
    grader = Grader(find_course().assignment(NAME), seed=1, no_sandbox=True)
    graded = grader.refuse("")
    exercises = tuple(replace(each, points=each.max_points, findings=()) for each in graded.result.exercises)
    graded = replace(graded, result=replace(graded.result, exercises=exercises))
    return with_verdicts(graded, {cell.name: cell for cell in grader.plan.tests})


def written(room: Classroom) -> list[str]:
    """Write both submissions; return what could not be, in words."""
    app = nbgrader_app(NAME)
    converter, notebook = autograde_converter(app), full_marks()
    steps = converter.autograde_preprocessors
    for step in steps[steps.index(EngineExecute) + 1 :]:
        converter.exporter.register_preprocessor(step)
    batch = [Handed(name, room.folder(name) / "minimax.ipynb", notebook) for name in ("alice", "bob")]
    with open_gradebook(app.coursedir) as shared:
        waiting = BatchWriter(converter, shared).write(batch)
        late = {
            each.student.id: each.late_submission_penalty
            for each in shared.assignment_submissions(NAME)
            if each.late_submission_penalty
        }
    assert late == ({"bob": pytest.approx(3.4)} if not waiting else {})
    return [str(each) for each in waiting]


def test_steps_that_open_the_gradebook_share_the_transaction(room: Classroom) -> None:
    assert written(room) == []
    scores = {(row[0], row[2]) for row in gradebook(room)["grades"]}
    assert scores == {(student, points) for student in ("alice", "bob") for points in (6.0, 4.0, 2.0, 5.0)}


def test_one_that_cannot_be_written_costs_nobody_else(room: Classroom, tmp_path: Path) -> None:
    path = room.folder("bob") / "minimax.ipynb"
    path.rename(tmp_path / "elsewhere.ipynb")
    path.symlink_to(tmp_path / "elsewhere.ipynb")
    (waiting,) = written(room)
    assert waiting.startswith("bob, 03_minimax: not graded, minimax.ipynb of 'bob' is a link")
    assert {row[0] for row in gradebook(room)["grades"]} == {"alice"}
    assert not (room.root / "autograded" / "bob" / NAME).exists()


def test_nothing_of_a_batch_is_written_where_it_cannot_be_finished(
    room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(self: Any, *_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nbgrader.converters.Autograde.set_permissions", full_disk)
    with pytest.raises(GradebookError, match=r"No space left .* run the same command again"):
        written(room)
    assert gradebook(room)["grades"] == set()
