"""Who is not graded, and why: a submission without a score is never a score of zero."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment as Recorded
from nbgrader.api import (
    BaseCell,
    Grade,
    Gradebook,
    SubmittedAssignment,
    SubmittedNotebook,
)

from gan_grading.nbgrader.names import quoted, trouble_with
from gan_grading.nbgrader.renamed import recognised_in
from gan_grading.release.source import UNGRADED
from gan_grading.shown import shown

UNFINISHED = ".unfinished"
BY_HAND = "waits to be graded by hand"


@dataclass(frozen=True)
class Waiting:
    """A submission that has no score yet.

    Attributes:
        student: the student's id.
        assignment: its name.
        reason: why, in one line.
        by_hand: whether nothing is wrong, and a person's score is all that is missing.
    """

    student: str
    assignment: str
    reason: str
    by_hand: bool = False

    def __str__(self) -> str:
        return f"{quoted(self.student)}, {self.assignment}: not graded, {self.reason}"


def who_waits(gradebook: Gradebook, coursedir: Any) -> list[Waiting]:
    """Return every submission of a class that has no score, in order.

    Args:
        gradebook: the open gradebook.
        coursedir: nbgrader's description of the course's folders.
    """
    found: dict[tuple[str, str], Waiting] = {}
    for each in (*_not_finished(gradebook, coursedir), *_without_score(gradebook, coursedir)):
        found.setdefault((each.assignment, each.student), each)
    return [found[key] for key in sorted(found)]


def is_finished(folder: Path) -> bool:
    """Whether a folder of autograded/ holds all that a run makes: one that was cut off leaves a mark."""
    notebooks = list(folder.glob("*.ipynb"))
    return (
        bool(notebooks)
        and not (folder / UNFINISHED).exists()
        and all(path.stat().st_size > 0 for path in notebooks)
    )


def folders_of(coursedir: Any, assignment: str) -> dict[str, Path]:
    """Return each folder of submitted/ that holds something for an assignment, by its bare name."""
    root = Path(coursedir.format_path(coursedir.submitted_directory, ".", ".")).resolve()
    try:
        students = sorted(path for path in root.iterdir() if path.name not in ("__pycache__", ".DS_Store"))
    except OSError:
        return {}
    return {path.name: path / assignment for path in students if (path / assignment).is_dir()}


def _not_finished(gradebook: Gradebook, coursedir: Any) -> Iterator[Waiting]:
    for assignment in gradebook.assignments:
        for student, folder in folders_of(coursedir, assignment.name).items():
            trouble = trouble_with(student)
            if trouble:
                yield Waiting(student, assignment.name, trouble)
                continue
            done = coursedir.format_path(coursedir.autograded_directory, student, assignment.name)
            if not is_finished(Path(done)):
                yield Waiting(student, assignment.name, _why_not_finished(folder, assignment.name))


def _why_not_finished(folder: Path, assignment: str) -> str:
    found = recognised_in(folder, assignment)
    return (found.reason if found else "") or "no run has graded it to its end"


def _without_score(gradebook: Gradebook, coursedir: Any) -> Iterator[Waiting]:
    query = (
        gradebook.db.query(SubmittedAssignment.student_id, Recorded.name, BaseCell.name)
        .select_from(Grade)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Recorded, SubmittedAssignment.assignment_id == Recorded.id)
        .filter(Grade.auto_score.is_(None), Grade.manual_score.is_(None))
    )
    cells: dict[tuple[str, str], list[str]] = {}
    for student, assignment, cell in query:
        cells.setdefault((student, assignment), []).append(cell)
    for (student, assignment), names in cells.items():
        done = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))
        notes = _notes(done)
        yield Waiting(student, assignment, _why(notes, sorted(names)), not notes.keys() & set(names))


def _why(notes: Mapping[str, str], names: Sequence[str]) -> str:
    # One reason stands for all that share it.
    reasons: dict[str, list[str]] = {}
    for name in names:
        reasons.setdefault(notes.get(name, BY_HAND), []).append(name.removeprefix("test_"))
    return "; ".join(f"{', '.join(these)}: {reason}" for reason, these in reasons.items())


def _notes(folder: Path) -> dict[str, str]:
    """Read why exercises are ungraded from the graded notebooks of a folder."""
    notes: dict[str, str] = {}
    for path in sorted(folder.glob("*.ipynb")):
        try:
            cells = json.loads(path.read_bytes())["cells"]
            metadata = [cell["metadata"] for cell in cells]
            notes |= {m["nbgrader"]["grade_id"]: shown(str(m[UNGRADED])) for m in metadata if UNGRADED in m}
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return notes
