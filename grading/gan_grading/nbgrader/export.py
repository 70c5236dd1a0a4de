"""The exporter of ``nbgrader export``: a table in which no score is no zero."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import CsvExportPlugin

from gan_grading.course import find_course
from gan_grading.nbgrader.folders import reports_folder
from gan_grading.nbgrader.logs import tidy_log
from gan_grading.nbgrader.names import quoted, trouble_with
from gan_grading.nbgrader.waiting import who_waits
from gan_grading.release.writing import write_atomically
from gan_grading.reports.collect import collect
from gan_grading.reports.grades import ClassGrades
from gan_grading.reports.sheets import exercises_csv

COLUMNS = ("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email")
SCORES = ("raw_score", "late_submission_penalty", "score")


class HonestCsvExport(CsvExportPlugin):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's own table, except that a submission without a score has an empty place for it.

    After the table is written, those submissions are listed with their reasons, and the exit code is 1.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the table.

        Raises:
            SystemExit: with 1, if some submission has no score.
        """
        tidy_log(self)
        found = who_waits(gradebook, self.parent.coursedir)
        waiting = {(each.assignment, each.student): each for each in found}
        chosen = [key for key in waiting if self._is_chosen(*key)]
        # Beside the gradebook: where the command runs is a folder of the checkout.
        target = Path(self.to) if self.to else reports_folder(self.parent.coursedir) / "grades.csv"
        target.parent.mkdir(parents=True, exist_ok=True)
        # Put in place as a whole: a table that was cut off looks like one.
        draft = target.with_name(f".{target.name}.draft")
        with draft.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow([*COLUMNS, *SCORES, "max_score"])
            for assignment in gradebook.assignments:
                students = {student.id: student for student in gradebook.students}
                # Who was never graded may not be in the gradebook yet, and is in the table all the same.
                names = [*students, *(s for a, s in chosen if a == assignment.name and s not in students)]
                for name in names:
                    if self._is_chosen(assignment.name, name):
                        is_waiting = (assignment.name, name) in waiting
                        table.writerow(_row(gradebook, assignment, name, students.get(name), is_waiting))
        draft.replace(target)
        self.log.info("Exported grades to %s", target)
        beside = target.with_name(f"{target.stem}-exercises.csv")
        write_atomically(beside, exercises_csv(self._by_exercise(gradebook)).encode())
        self.log.info("Exported the points of every exercise to %s", beside)
        for key in chosen:
            self.log.error("%s", waiting[key])
        if chosen:
            self.log.error("%d submissions are not graded; %s has no score of theirs", len(chosen), target)
            sys.exit(1)

    def _by_exercise(self, gradebook: Gradebook) -> Iterator[ClassGrades]:
        """Return the chosen students' grades in the chosen ones of the course's assignments."""
        ours = {assignment.name: assignment for assignment in find_course().assignments}
        for recorded in gradebook.assignments:
            if recorded.name not in ours or not (recorded.submissions or gradebook.students):
                continue
            grades = collect(gradebook, self.parent.coursedir, ours[recorded.name])
            chosen = [each for each in grades.students if self._is_chosen(recorded.name, each.student)]
            for each in chosen:
                for odd in filter(None, (score.oddity for score in each.scores)):
                    self.log.warning("%s, %s: %s", each.student, grades.assignment, odd)
            yield replace(grades, students=tuple(chosen))

    def _is_chosen(self, assignment: str, student: str) -> bool:
        students = map(str, self.student or [student])
        return assignment in (self.assignment or [assignment]) and student in students


def _row(gradebook: Gradebook, assignment: Any, name: str, student: Any, is_waiting: bool) -> list[Any]:
    about = [getattr(student, key, None) or "" for key in ("last_name", "first_name", "email")]
    timestamp: Any = ""
    scores: list[Any] = [0.0, 0.0, 0.0]
    try:
        if trouble_with(name):
            raise MissingEntry  # a name that may not even be asked for
        submission = gradebook.find_submission(assignment.name, name)
        timestamp = submission.timestamp or ""
        penalty = submission.late_submission_penalty or 0.0
        scores = [submission.score, penalty, max(0.0, submission.score - penalty)]
    except MissingEntry:
        pass  # nothing was handed in: that is a zero
    if is_waiting:
        scores = ["", "", ""]
    shown_name = quoted(name)
    return [
        assignment.name,
        assignment.duedate or "",
        timestamp,
        shown_name,
        *about,
        *scores,
        assignment.max_score,
    ]
