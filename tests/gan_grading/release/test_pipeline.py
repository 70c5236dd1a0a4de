"""Release writes the same bytes every time, and everything or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading.course import Assignment, Course
from gan_grading.errors import ExecutionFailedError, StaleNotebookError
from gan_grading.release import pipeline
from gan_grading.release.pipeline import RefusedError, build, release
from gan_grading.release.source import from_bytes


def _files(course: Course) -> dict[str, bytes]:
    return {str(p.relative_to(course.root)): p.read_bytes() for p in course.root.rglob("*.ipynb")}


def _edit(assignment: Assignment, old: str, new: str) -> None:
    source = assignment.source.read_text()
    assert old in source
    assignment.source.write_text(source.replace(old, new, 1))


def test_a_second_release_changes_nothing_and_runs_nothing(
    released: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(released)
    monkeypatch.setattr(pipeline, "execute", None)
    done = release(released, released.assignment("01_sums"))
    assert (done.written, done.execution) == ((), "")
    assert _files(released) == before


def test_student_release_is_the_same_bytes_every_time(toy: Course, sums: Assignment) -> None:
    assert build(toy, sums).released == build(toy, sums).released


def test_student_gets_stubs_and_no_outputs(released: Course) -> None:
    assignment = released.assignment("01_sums")
    cells = {c["id"]: c for c in from_bytes(assignment.released.read_bytes()).cells}
    assert cells["double"].source.endswith("    # YOUR CODE HERE\n    raise NotImplementedError()")
    assert cells["q_sum"].source == "q_sum = None  # YOUR ANSWER HERE"
    assert cells["test_double"].source == "check.double(double)"
    assert not any(cell.get("outputs") for cell in cells.values())


def test_text_may_change_without_running_the_notebook_again(
    released: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = released.assignment("01_sums")
    _edit(assignment, "Two functions and a question.", "Two functions, one question.")
    monkeypatch.setattr(pipeline, "execute", None)
    done = release(released, assignment)
    assert done.written == ("solutions/01_sums/sums.ipynb", "course/01_sums/sums.ipynb")


def test_changed_code_is_run_again(released: Course) -> None:
    assignment = released.assignment("01_sums")
    _edit(assignment, "twice 8 is", "double 8 is")
    assert release(released, assignment).execution
    assert b"double 8 is 16" in assignment.solved.read_bytes()


def test_changed_code_is_refused_where_nothing_may_run(released: Course) -> None:
    assignment = released.assignment("01_sums")
    _edit(assignment, "twice 8 is", "double 8 is")
    before = _files(released)
    with pytest.raises(StaleNotebookError, match="run: gan-grade release 01_sums"):
        release(released, assignment, "never")
    assert _files(released) == before


def test_a_failing_cell_names_itself_and_leaves_everything_as_it_was(released: Course) -> None:
    assignment = released.assignment("01_sums")
    _edit(assignment, 'print(f"twice 8', 'print(1 / 0, f"twice 8')
    before = _files(released)
    with pytest.raises(ExecutionFailedError, match=r"cell 'sums-7': ZeroDivisionError"):
        release(released, assignment)
    assert _files(released) == before


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("no_machine", 'print(f"twice 8', 'print(print, object(), f"twice 8'),
        ("no_machine", 'print(f"twice 8', 'print(os.path.expanduser("~/sums"), f"twice 8'),
        ("no_stderr", 'print(f"twice 8', 'import sys; print("careful", file=sys.stderr); print(f"twice 8'),
        ("full_marks", "q_sum = 55", "q_sum = 54"),
        ("small_file", 'print(f"twice 8', 'print("many lines\\n" * 100_000, f"twice 8'),
    ],
)
def test_outputs_that_must_not_be_stored_are_refused(
    released: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, old: str, new: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assignment = released.assignment("01_sums")
    _edit(assignment, old, new)
    before = _files(released)
    with pytest.raises(RefusedError) as refused:
        release(released, assignment)
    assert rule in [p.rule for p in refused.value.problems]
    assert _files(released) == before


def test_an_interrupted_write_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gan_grading.release import writing

    target = tmp_path / "notebook.ipynb"
    target.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        writing.write_atomically(target, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["notebook.ipynb"]
    assert target.read_bytes() == b"old"
