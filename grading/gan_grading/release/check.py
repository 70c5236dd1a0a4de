"""Compare what is committed with what the percent sources would make."""

from __future__ import annotations

from gan_grading.course import Assignment, Course
from gan_grading.release.execute import execute
from gan_grading.release.outputs import differing_cells, output_problems, without_outputs
from gan_grading.release.pipeline import Built, RefusedError, build, mending, size_problems
from gan_grading.release.problems import Problem
from gan_grading.release.records import records_file
from gan_grading.release.source import from_bytes, to_bytes


def check(course: Course, assignment: Assignment, rerun: bool = False) -> list[Problem]:
    """Find everything about one assignment that a release would change or refuse.

    Outputs of training differ in their last digits between machines, so the stored ones are judged (complete,
    no errors, full marks) and not made again, unless asked.

    Args:
        course: the course.
        assignment: which one.
        rerun: also play the keys, and run the notebook and compare its text outputs with the stored ones.

    Raises:
        SourceError: if the percent source cannot be read.
        ExecutionFailedError: if ``rerun`` and a cell fails.
    """
    try:
        built = build(course, assignment, anew=rerun)
    except RefusedError as refused:
        return refused.problems
    problems = _released_problems(course, assignment, built) + _record_problems(course, assignment, built)
    return problems + _solved_problems(course, assignment, built, rerun)


def stray_files(course: Course) -> list[Problem]:
    """Find files in ``course/`` that no assignment releases."""
    expected = {assignment.released for assignment in course.assignments}
    present = (path for path in course.release.rglob("*") if path.is_file())
    return [
        Problem(course.relative(path), "only_releases", "no assignment makes this file", "delete it")
        for path in sorted(present)
        if path not in expected and not path.name.startswith(".") and ".ipynb_checkpoints" not in path.parts
    ]


def _released_problems(course: Course, assignment: Assignment, built: Built) -> list[Problem]:
    path, mend = assignment.released, f"run: {mending(assignment)}"
    if not path.is_file():
        return [Problem(course.relative(path), "released", "the student release is missing", mend)]
    if path.read_bytes() != built.released:
        found = "differs from what the percent source makes"
        return [Problem(course.relative(path), "released", found, mend)]
    return []


def _record_problems(course: Course, assignment: Assignment, built: Built) -> list[Problem]:
    path, mend = records_file(course, assignment), f"run: {mending(assignment)}"
    if path is None:
        return []  # the notebook alone carries them
    stored = path.read_bytes() if path.is_file() else b""
    if stored == built.records:
        return []
    found = "differs from what the keys make" if stored else "the records of the checks are missing"
    return [Problem(course.relative(path), "records", found, mend)]


def _solved_problems(course: Course, assignment: Assignment, built: Built, rerun: bool) -> list[Problem]:
    path, mend = assignment.solved, f"run: {mending(assignment)}"
    where = course.relative(path)
    if not path.is_file():
        return [Problem(where, "executed", "the executed notebook is missing", mend)]
    data = path.read_bytes()
    anew = f"run: {mending(assignment, anew=True)}"
    try:
        stored = from_bytes(data)
    except ValueError as error:
        return [Problem(where, "executed", str(error), anew)]
    if to_bytes(without_outputs(stored)) != to_bytes(built.solved):
        return [Problem(where, "executed", "its cells differ from the percent source", mend)]
    if to_bytes(stored) != data:
        return [Problem(where, "executed", "was saved by another program", mend)]
    problems = [*output_problems(stored, where, anew), *size_problems(data, where)]
    if rerun:
        fresh = execute(built.solved, assignment.source.parent).notebook
        problems += [
            Problem(f"{where}, cell {name!r}", "replay", "a fresh run prints something else", anew)
            for name in differing_cells(stored, fresh)
        ]
    return problems
