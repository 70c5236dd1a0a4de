"""Release one assignment: everything is made and judged before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nbformat import NotebookNode

from gan_course.exercises.shelf import packed
from gan_course.shipped import METADATA
from gan_grading.course import Assignment, Course
from gan_grading.errors import ReleaseError, RulesBrokenError, StaleNotebookError
from gan_grading.release.execute import execute
from gan_grading.release.leaks import leaks_in_release
from gan_grading.release.outputs import graft_outputs, output_problems
from gan_grading.release.problems import Problem
from gan_grading.release.records import (
    build_records,
    names_of_keys,
    records_at_hand,
    records_bytes,
    records_file,
)
from gan_grading.release.rules import Subject, broken_rules
from gan_grading.release.source import from_bytes, read_source, to_bytes
from gan_grading.release.student import student_notebook
from gan_grading.release.writing import write_atomically

MAX_BYTES = 1_000_000

When = Literal["changed", "always", "never"]


@dataclass(frozen=True)
class Released:
    """What a release did.

    Attributes:
        assignment: its name.
        written: the files that changed.
        execution: how long the notebook ran, ``""`` where stored outputs were kept.
    """

    assignment: str
    written: tuple[str, ...]
    execution: str


@dataclass(frozen=True)
class Built:
    """What a percent source alone determines.

    Attributes:
        solved: the solved notebook without outputs.
        released: the student's notebook, as bytes.
        records: the library's file for its checks; empty where it has none.
    """

    solved: NotebookNode
    released: bytes
    records: bytes = b""


def build(course: Course, assignment: Assignment, anew: bool = False) -> Built:
    """Make the notebooks of an assignment that need no execution.

    Args:
        course: the course.
        assignment: which one.
        anew: make the records again, whatever they were made of.

    Raises:
        SourceError: if the source cannot be read.
        RulesBrokenError: if it breaks a rule; the message names the first one, ``problems`` holds all.
    """
    solved = read_source(assignment.source)
    where = course.relative(assignment.source)
    refuse(broken_rules(Subject(assignment.name, where, solved, names_of_keys(assignment))))
    records, problems = build_records(course, assignment, anew)
    student = student_notebook(solved)
    if records:
        student.metadata[METADATA] |= packed(assignment.name, records)
    released = to_bytes(student)
    place = course.relative(assignment.released)
    refuse([*leaks_in_release(student, solved, place), *size_problems(released, place), *problems])
    return Built(solved, released, records_bytes(course, assignment, records))


def release(course: Course, assignment: Assignment, when: When = "changed") -> Released:
    """Write the executed solution notebook and the student release of one assignment.

    Args:
        course: the course.
        assignment: which one.
        when: run the notebook if a code cell ``"changed"``, ``"always"`` or ``"never"``.

    Returns:
        What was written.

    Raises:
        RulesBrokenError: if source or outputs break a rule.
        StaleNotebookError: if the notebook would have to run and ``when`` is ``"never"``.
        ExecutionFailedError: if a cell fails.
    """
    built = build(course, assignment, when == "always")
    written = []
    if built.records:
        # Before the notebook runs: its cells show what the checks say.
        path = records_file(course, assignment)
        if path is not None:
            written += [course.relative(path)] if write_atomically(path, built.records) else []
    executed = None if when == "always" else graft_outputs(built.solved, stored_notebook(assignment))
    summary = ""
    if executed is None:
        if when == "never":
            raise StaleNotebookError(
                course.relative(assignment.solved),
                "its outputs were made by the code of the percent source",
                f"run: {mending(assignment)}",
            )
        with records_at_hand(course, assignment, built.released):
            execution = execute(built.solved, assignment.source.parent)
        executed, summary = execution.notebook, execution.summary
    solved = to_bytes(executed)
    place = course.relative(assignment.solved)
    mend = "mend the cell in the percent source, then run: " + mending(assignment, anew=True)
    refuse([*output_problems(executed, place, mend), *size_problems(solved, place)])
    files = {assignment.solved: solved, assignment.released: built.released}
    written += [course.relative(path) for path, data in files.items() if write_atomically(path, data)]
    return Released(assignment.name, tuple(written), summary)


def stored_notebook(assignment: Assignment) -> NotebookNode | None:
    """Return the executed notebook on disk; ``None`` if there is none or it is not a notebook."""
    try:
        return from_bytes(assignment.solved.read_bytes())
    except (OSError, ValueError):
        return None


def size_problems(data: bytes, where: str) -> list[Problem]:
    """Return a problem if a notebook is larger than ``MAX_BYTES``."""
    if len(data) < MAX_BYTES:
        return []
    mend = "draw fewer or smaller pictures"
    found = f"{len(data) / 1e6:.2f} MB, and {MAX_BYTES / 1e6:.0f} MB is the limit"
    return [Problem(where, "small_file", found, mend)]


def mending(assignment: Assignment, anew: bool = False) -> str:
    """Return the command that makes an assignment's notebooks."""
    return f"gan-grade release {'--execute ' if anew else ''}{assignment.name}"


def refuse(problems: list[Problem]) -> None:
    """Stop a release that has problems.

    Raises:
        RulesBrokenError: if there is any; its ``problems`` attribute holds them all.
    """
    if problems:
        raise RefusedError(problems)


class RefusedError(RulesBrokenError):
    """A release that was refused.

    Attributes:
        problems: every problem found.
    """

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(first.where, f"[{first.rule}] {first.found}{more}", first.mend)
        self.problems = problems


__all__ = ["Built", "RefusedError", "ReleaseError", "Released", "When", "build", "release"]
