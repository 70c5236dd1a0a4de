"""Grades in the tables that Moodle and Canvas take, as plugins of ``nbgrader export``.

**Moodle** (Grades, Import, CSV file): one row a student; who imports it says which column holds the
e-mail address or ID number, and which grade item each other column is. "-" is Moodle's own "no grade"; an
empty place would be handed on as a grade where a column makes a new item. Source:
``grade/import/csv/classes/load_data.php`` of github.com/moodle/moodle.

**Canvas** (Grades, Import): the columns Student, ID, SIS User ID, SIS Login ID, Section, then one for each
assignment. A title finds the assignment that is called so, or makes one; with Canvas's number in brackets,
"03_minimax (4711)", it finds that one. A row of points possible follows the header. An empty place leaves a
grade as it is. Source: ``lib/gradebook_importer.rb`` of github.com/instructure/canvas-lms.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin
from traitlets import Bool

from gan_grading.nbgrader.logs import tidy_log
from gan_grading.nbgrader.names import trouble_with
from gan_grading.nbgrader.waiting import who_waits


@dataclass(frozen=True)
class Column:
    """What is written of an assignment, or of one exercise of it.

    Attributes:
        assignment: its name.
        exercise: ``""`` for the whole.
        points: the most there are.
    """

    assignment: str
    exercise: str
    points: float

    @property
    def title(self) -> str:
        """How the column is called."""
        return f"{self.assignment}: {self.exercise}" if self.exercise else self.assignment


class PlatformExport(ExportPlugin):  # type: ignore[misc] # nbgrader publishes no type information
    """A table with a row for each student and a column for each assignment.

    A score that nobody has given yet is no zero. A student who has handed in nothing has a zero once the
    time for it has passed, and no score before.
    """

    exercises = Bool(False, help="A column for each exercise too.").tag(config=True)
    default_name = "grades.csv"
    no_score = ""

    def export(self, gradebook: Gradebook) -> None:
        """Write the table.

        Raises:
            SystemExit: with 1, if some submission has no score.
        """
        tidy_log(self)
        waits = [
            w for w in who_waits(gradebook, self.parent.coursedir) if self._is_chosen(w.assignment, w.student)
        ]
        open_ = {(each.assignment, each.student) for each in waits}
        columns = self._columns(gradebook)
        target = Path(self.to or self.default_name)
        draft = target.with_name(f".{target.name}.draft")  # a table that was cut off looks like one
        with draft.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerows(self.header(columns))
            for student in gradebook.students:
                if str(student.id) in map(str, self.student or [student.id]):
                    scores = self._scores(gradebook, student.id, columns, open_)
                    table.writerow([*self.about(student), *scores])
        draft.replace(target)
        self.log.info("Exported grades to %s", target)
        for each in waits:
            self.log.error("%s", each)
        if waits:
            self.log.error("%d submissions are not graded; %s has no score of theirs", len(waits), target)
            sys.exit(1)

    def header(self, columns: Sequence[Column]) -> list[list[Any]]:
        """Return the rows above the students."""
        raise NotImplementedError

    def about(self, student: Any) -> list[str]:
        """Return what stands before a student's scores."""
        raise NotImplementedError

    def _is_chosen(self, assignment: str, student: str) -> bool:
        return assignment in (self.assignment or [assignment]) and student in map(
            str, self.student or [student]
        )

    def _columns(self, gradebook: Gradebook) -> list[Column]:
        found = []
        for assignment in gradebook.assignments:
            cells = [cell for notebook in assignment.notebooks for cell in notebook.grade_cells]
            if not cells or assignment.name not in (self.assignment or [assignment.name]):
                continue  # planned, and not released yet
            found.append(Column(assignment.name, "", assignment.max_score))
            if self.exercises:
                found += [Column(assignment.name, _exercise(cell), cell.max_score) for cell in cells]
        return found

    def _scores(
        self, gradebook: Gradebook, student: str, columns: Sequence[Column], open_: set[tuple[str, str]]
    ) -> list[Any]:
        scores: list[Any] = []
        for column in columns:
            found = _score(gradebook, column, student, is_open=(column.assignment, student) in open_)
            scores.append(self.no_score if found is None else f"{found:g}")
        return scores


class MoodleExport(PlatformExport):
    """The table that Moodle's gradebook imports."""

    default_name = "moodle.csv"
    no_score = "-"

    def header(self, columns: Sequence[Column]) -> list[list[Any]]:
        """Return Moodle's own words for the columns, which its import finds by itself."""
        return [["First name", "Last name", "ID number", "Email address", *(c.title for c in columns)]]

    def about(self, student: Any) -> list[str]:
        """Return name, ID number and e-mail address."""
        return [student.first_name or "", student.last_name or "", student.id, student.email or ""]


class CanvasExport(PlatformExport):
    """The table that Canvas's gradebook imports."""

    default_name = "canvas.csv"

    def header(self, columns: Sequence[Column]) -> list[list[Any]]:
        """Return the header and the row of points possible."""
        titles = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *(c.title for c in columns)]
        return [titles, ["    Points Possible", "", "", "", "", *(f"{c.points:g}" for c in columns)]]

    def about(self, student: Any) -> list[str]:
        """Return the sortable name, Canvas's number and the ids that it may know the student by."""
        name = ", ".join(filter(None, (student.last_name, student.first_name))) or student.id
        return [name, student.lms_user_id or "", student.id, student.email or student.id, ""]


def _exercise(cell: Any) -> str:
    return str(cell.name).removeprefix("test_")


def _score(gradebook: Gradebook, column: Column, student: str, is_open: bool) -> float | None:
    try:
        if trouble_with(student):
            raise MissingEntry
        submission = gradebook.find_submission(column.assignment, student)
    except MissingEntry:
        due = gradebook.find_assignment(column.assignment).duedate
        is_over = due is not None and due < datetime.now(UTC).replace(tzinfo=None)
        return 0.0 if is_over and not is_open else None
    if column.exercise:
        grades = [g for n in submission.notebooks for g in n.grades if _exercise(g) == column.exercise]
        known = [g for g in grades if g.auto_score is not None or g.manual_score is not None]
        return float(sum(g.score for g in known)) if known and len(known) == len(grades) else None
    if is_open:
        return None
    return max(0.0, float(submission.score) - float(submission.late_submission_penalty or 0.0))
