"""Which submissions of a class are to be graded, which were and have not been written, which are done."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from gan_grading.classroom.fingerprint import fingerprint
from gan_grading.engine.recognise import Recognised
from gan_grading.errors import SubmissionError
from gan_grading.nbgrader.autograde import find_submissions, reason_of
from gan_grading.nbgrader.engine import FINGERPRINT, tidy_notebook
from gan_grading.nbgrader.execute import RUN_RECORD
from gan_grading.nbgrader.renamed import recognised_in
from gan_grading.nbgrader.strays import insist_own_file
from gan_grading.nbgrader.timestamps import read_timestamp
from gan_grading.nbgrader.waiting import Waiting, is_finished


@dataclass(frozen=True)
class Submission:
    """What a student handed in.

    Attributes:
        student: the student's id.
        path: the notebook's file, by the name that the gradebook knows.
        notebook: what it holds, tidied.
        mark: its fingerprint.
    """

    student: str
    path: Path
    notebook: NotebookNode
    mark: str

    def to_json(self) -> bytes:
        """Return the notebook as data."""
        return json_of(self.notebook)


def json_of(notebook: NotebookNode) -> bytes:
    """Return a notebook as data."""
    return json.dumps(notebook).encode()


class UnknownStudentError(SubmissionError):
    """A student who handed nothing in."""


def read_submissions(
    converter: Any, file_name: str, students: Collection[str], version: str, seed: int
) -> Iterator[Submission]:
    """Read what a class handed in, one after another; who cannot be graded goes to ``converter.left_out``.

    Args:
        converter: nbgrader's Autograde.
        file_name: of the assignment's notebook.
        students: whose; all if empty.
        version: of the keys.
        seed: of the class.

    Raises:
        UnknownStudentError: if one of those named handed nothing in.
    """
    find_submissions(converter)
    name, excluded = converter.coursedir.assignment_id, converter.coursedir.student_id_exclude.split(",")
    folders = {Path(folder).parent.name: Path(folder) for folder in converter.assignments}
    known = {*folders, *(each.student for each in converter.left_out)}
    for student in sorted(set(students) - known):
        raise UnknownStudentError(
            student, f"submitted/ holds no {name} of theirs", "look at the spelling, it is the folder's name"
        )
    if students:
        converter.left_out = [each for each in converter.left_out if each.student in students]
    for student in sorted(folders):
        if (students and student not in students) or student in excluded:
            continue
        path = folders[student] / file_name
        try:
            found = recognised_in(folders[student], name) or Recognised(path)
            if found.path is None:
                raise SubmissionError(found.reason)
            insist_own_file(found.path, folders[student], student)
            notebook = tidy_notebook(found.path, found.notices)
        except Exception as error:  # nobody's file stops a class
            converter.left_out.append(Waiting(student, name, reason_of(error)))
            continue
        yield Submission(student, path, notebook, fingerprint(notebook, version, seed))


def is_written(converter: Any, submission: Submission) -> bool:
    """Whether autograded/ holds this very submission, handed in at this time."""
    done = Path(converter._format_dest(converter.coursedir.assignment_id, submission.student))
    if not is_finished(done) or read_timestamp(done)[0] != read_timestamp(submission.path.parent)[0]:
        return False
    try:
        metadata = json.loads((done / submission.path.name).read_bytes())["metadata"]
        return bool(metadata[RUN_RECORD][FINGERPRINT] == submission.mark)
    except (OSError, ValueError, KeyError, TypeError):
        return False
