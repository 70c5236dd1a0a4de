"""What a class's files say, brought into nbgrader's gradebook: students, dates, policies."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student, SubmittedAssignment

from gan_grading.course import find_course
from gan_grading.errors import GradingError
from gan_grading.term.classfile import EXTENSIONS, ROSTER, ClassError, Planned, Term
from gan_grading.term.roster import read_roster

EXTENSION_COLUMNS = ("student", "assignment", "until")


def bring_up_to_date(term: Term) -> list[str]:
    """Bring the gradebook to what the class's files say, and return what changed, one line each.

    Nothing is ever removed: who has left the roster keeps the grades.

    Raises:
        ClassError: if one of the files cannot be used.
    """
    with Gradebook(term.db_url, term.course_id) as gradebook:
        return [*_students(gradebook, term), *_dates(gradebook, term), *apply_policies(gradebook, term)]


def read_extensions(term: Term) -> dict[tuple[str, str], datetime]:
    """Return until when single students may hand in, by student and assignment, in UTC.

    Raises:
        ClassError: if a line of the file holds no time.
    """
    path = term.folder / EXTENSIONS
    if not path.is_file():
        return {}
    found = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            try:
                until = term.in_utc(datetime.fromisoformat(str(row["until"]).strip()))
                found[str(row["student"]).strip(), str(row["assignment"]).strip()] = until
            except (KeyError, ValueError) as error:
                rule = f"it has the columns {','.join(EXTENSION_COLUMNS)}, times like 2026-10-12 23:59"
                raise ClassError(f"{path}: {dict(row)}", rule, "mend that line") from error
    return found


def write_extension(term: Term, student: str, assignment: str, until: datetime) -> None:
    """Note until when a student may hand in; a later note takes the place of an earlier one.

    Args:
        term: the class.
        student: the id.
        assignment: its name.
        until: in UTC.
    """
    kept = read_extensions(term) | {(student, assignment): until}
    path = term.folder / EXTENSIONS
    draft = path.with_name(f".{path.name}.draft")
    with draft.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(EXTENSION_COLUMNS)
        table.writerows((*key, f"{kept[key]:%Y-%m-%d %H:%M:%S}+00:00") for key in sorted(kept))
    draft.replace(path)


def apply_policies(gradebook: Gradebook, term: Term, assignment: str = "", student: str = "") -> list[str]:
    """Set extensions, dropped exercises and late penalties of submissions, and return what changed.

    Args:
        gradebook: the open gradebook.
        term: the class.
        assignment: only this one.
        student: only this one.
    """
    changes: list[str] = []
    extensions = read_extensions(term)
    for planned in term.assignments.values():
        if assignment not in ("", planned.name):
            continue
        try:
            recorded = gradebook.find_assignment(planned.name)
        except MissingEntry:
            continue
        counted = _counted_again(recorded, planned) if not student else {}
        changes += [f"{planned.name}: {name} counts {points:g} points" for name, points in counted.items()]
        changes += _drop(recorded, planned)
        # Not all of a class for each of its students: that grows with the square of it.
        chosen = [gradebook.find_submission(planned.name, student)] if student else recorded.submissions
        for submission in chosen:
            until = extensions.get((submission.student.id, planned.name))
            _extend(submission, recorded.duedate, until)
            for grade in _grades(submission):
                _lift(grade, planned.drop, counted)
            gradebook.db.commit()  # scores are sums that the database makes
            changes += _set_penalties(submission, term)
    gradebook.db.commit()
    return changes


def _students(gradebook: Gradebook, term: Term) -> Iterator[str]:
    known = {each.id: each for each in gradebook.students}
    roster = read_roster(term.folder)
    for each in roster:
        wanted = {
            "first_name": each.first_name or None,
            "last_name": each.last_name or None,
            "email": each.email or None,
            "lms_user_id": each.lms_user_id or None,
        }
        before: Student | None = known.get(each.id)
        differs = [key for key, value in wanted.items() if before is None or getattr(before, key) != value]
        if before is None or differs:
            gradebook.update_or_create_student(each.id, **wanted)
            yield f"student {each.id}: " + (f"{', '.join(differs)} changed" if before else "added")
    for name in sorted(set(known) - {each.id for each in roster}) if roster else ():
        yield f"student {name}: not in {ROSTER}; nothing of theirs is removed"


def _dates(gradebook: Gradebook, term: Term) -> Iterator[str]:
    for planned in term.assignments.values():
        try:
            before = gradebook.find_assignment(planned.name).duedate
        except MissingEntry:
            if planned.due is None:
                continue
            before = None
        if before != planned.due:
            gradebook.update_or_create_assignment(planned.name, duedate=planned.due)
            yield f"{planned.name}: due {term.shown(planned.due) if planned.due else 'at no date'}"


def _cells(recorded: Assignment) -> dict[str, Any]:
    return {c.name.removeprefix("test_"): c for book in recorded.notebooks for c in book.grade_cells}


def _drop(recorded: Assignment, planned: Planned) -> Iterator[str]:
    cells = _cells(recorded)
    unknown = [name for name in planned.drop if name not in cells]
    if cells and unknown:
        rule = f"{planned.name} holds {', '.join(cells)}"
        raise ClassError(f"drop = {unknown}", rule, "correct it in class.toml")
    for name, cell in cells.items():
        if name in planned.drop and cell.max_score:
            cell.max_score = 0.0
            yield f"{planned.name}: {name} does not count any more"


def _counted_again(recorded: Assignment, planned: Planned) -> dict[str, float]:
    """Give exercises that were dropped their points back, and return those by exercise."""
    found = {}
    for name, cell in _cells(recorded).items():
        if name not in planned.drop and not cell.max_score:
            with contextlib.suppress(GradingError):  # an exercise of no points, or of another course
                cell.max_score = find_course().assignment(planned.name).exercise(name).points
                found[name] = cell.max_score
    return found


def _extend(submission: SubmittedAssignment, due: datetime | None, until: datetime | None) -> None:
    submission.extension = until - due if until and due and until > due else None


def _lift(grade: Any, drop: Collection[str], counted: Collection[str]) -> None:
    """Take a dropped exercise out of a sum in a way that can be taken back: its score stays."""
    name = grade.name.removeprefix("test_")
    score = grade.auto_score if grade.manual_score is None else grade.manual_score
    if name in drop:
        if score is None:  # nothing to wait for any more
            grade.manual_score, grade.needs_manual_grade = 0.0, False
        grade.extra_credit = -score if score else None
    elif name in counted:
        grade.extra_credit = None
        if grade.auto_score is None and grade.manual_score == 0:
            grade.manual_score, grade.needs_manual_grade = None, True


def _set_penalties(submission: SubmittedAssignment, term: Term) -> Iterator[str]:
    for notebook in submission.notebooks:
        penalty = term.late.penalty(notebook.score, submission.total_seconds_late) or None
        before = notebook.late_submission_penalty or None
        if before != penalty:
            notebook.late_submission_penalty = penalty
            yield (
                f"{submission.name}: {submission.student.id} loses {penalty or 0:g} points for lateness"
                f" (before: {before or 0:g})"
            )


def _grades(submission: SubmittedAssignment) -> Iterator[Any]:
    for notebook in submission.notebooks:
        yield from notebook.grades
