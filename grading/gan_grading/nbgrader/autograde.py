"""The loop of ``nbgrader autograde`` and of formgrader's button: nobody stops it, nobody is lost in it.

nbgrader's own loop ends a class at the first name it cannot match, says "Skipping existing" of what a killed
run left behind, and exits with 0 while students are not graded. These methods take the place of its own.
"""

from __future__ import annotations

import contextlib
import os
import re
import traceback
import warnings
from collections.abc import Collection
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.utils import rmtree
from sqlalchemy.exc import OperationalError, SAWarning

from gan_grading.classroom.seed import class_seed
from gan_grading.errors import GradingError
from gan_grading.nbgrader.lock import only_run
from gan_grading.nbgrader.logs import OURS, tidy_log
from gan_grading.nbgrader.names import trouble_with
from gan_grading.nbgrader.waiting import UNFINISHED, Waiting, folders_of, is_finished, who_waits
from gan_grading.shown import shown
from gan_grading.versions import graded_by_here


def grade_everybody() -> None:
    """Put these methods in the place of nbgrader's."""
    # Its own slip, harmless, and three lines on the screen.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    # Configuration files are read more than once in a process, as in formgrader.
    if Autograde.start is not _start:
        Autograde.start = _start
        Autograde.init_notebooks = find_submissions
        Autograde.init_destination = _init_destination
        Autograde.convert_notebooks = _convert_notebooks
        GenerateFeedback.init_destination = _init_feedback
        GenerateFeedback.init_assignment = _begin_feedback
        GenerateFeedback.set_permissions = _end_feedback


def _start(self: Any) -> None:
    """Grade a class with nobody else writing to the same gradebook."""
    tidy_log(self, is_quiet=True)
    self.left_out = []
    self.log.info("graded by %s", graded_by_here(), extra=OURS)
    try:
        with only_run(Path(self.coursedir.root)):
            class_seed(Path(self.coursedir.root), self.coursedir.assignment_id)
            BaseConverter.start(self)
    except GradingError as error:
        self.log.error("%s", error)
        raise NbGraderException(str(error)) from error


def find_submissions(self: Any) -> None:
    """Find the submissions; those that nobody could grade are told one by one.

    Args:
        self: nbgrader's converter; its ``assignments`` and ``left_out`` are filled in.
    """
    name, chosen = self.coursedir.assignment_id, self.coursedir.student_id
    try:
        BaseConverter.init_notebooks(self)
    except NbGraderException:
        if not folders_of(self.coursedir, name):
            raise
    found = {Path(folder).parent.name: folder for folder in self.assignments}
    for student in folders_of(self.coursedir, name):
        if chosen not in ("*", student):
            continue
        trouble = trouble_with(student)
        if trouble:
            self.assignments.pop(found.get(student, ""), None)
        elif student not in found:
            trouble = "there is no notebook in its folder"
        if trouble:
            self.left_out.append(Waiting(student, name, trouble))


def _init_destination(self: Any, assignment_id: str, student_id: str) -> bool:
    """Tell whether to grade a submission; what an earlier run did not finish is not there."""
    done = Path(self._format_dest(assignment_id, student_id))
    if done.exists() and not is_finished(done):
        self.log.warning("%s: an earlier run was cut off here; it is graded again", student_id)
        rmtree(str(done))
    return bool(BaseConverter.init_destination(self, assignment_id, student_id))


def _convert_notebooks(self: Any) -> None:
    """Grade one submission after another, then tell who has no score.

    Raises:
        NbGraderException: if somebody has none: nbgrader then exits with 1.
    """
    pattern = re.compile(self._format_source("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True))
    graded = []
    for folder in sorted(self.assignments):
        match = pattern.fullmatch(folder)
        if match is None:
            self.left_out.append(Waiting(Path(folder).parent.name, "", "its folder's path cannot be read"))
            continue
        names = match.groupdict()
        assignment, student = names["assignment_id"], names["student_id"]
        graded.append((assignment, student))
        self.notebooks = sorted(self.assignments[folder])
        try:
            if self.init_destination(assignment, student):
                _convert_one(self, assignment, student)
        except KeyboardInterrupt:
            remove(self, assignment, student)
            self.log.error("Canceled")
            raise
        except OperationalError as error:
            remove(self, assignment, student)
            # The gradebook itself: no other student would fare better.
            self.log.error("the gradebook cannot be used: %s; back it up, run nbgrader db upgrade", error)
            raise NbGraderException("the gradebook cannot be used") from error
        except Exception as error:
            remove(self, assignment, student)
            self.left_out.append(Waiting(student, assignment, reason_of(error)))
            self.log.debug("%s", traceback.format_exc())
    _tell(self, graded)


def _convert_one(self: Any, assignment: str, student: str) -> None:
    begin(self, assignment, student)
    for notebook in self.notebooks:
        self.convert_single_notebook(notebook)
    self.set_permissions(assignment, student)
    finish(self, assignment, student)


def begin(self: Any, assignment: str, student: str) -> None:
    """Make a submission's folder of autograded/ and its place in the gradebook.

    Args:
        self: nbgrader's converter; ``notebooks`` holds the paths of what was handed in.
        assignment: its name.
        student: the student's id.
    """
    self.run_pre_convert_hook()
    done = Path(self._format_dest(assignment, student))
    done.mkdir(parents=True, exist_ok=True)
    # Until it is gone, whatever lies here is a run that was cut off.
    (done / UNFINISHED).write_text("a run that grades this submission has not ended\n")
    self.init_assignment(assignment, student)


def finish(self: Any, assignment: str, student: str) -> None:
    """Say that all that belongs to a submission is there; see :func:`begin`."""
    done = Path(self._format_dest(assignment, student))
    for path in done.glob("*.ipynb"):
        _flush(path)
    (done / UNFINISHED).unlink()
    self.run_post_convert_hook()


def _flush(path: Path) -> None:
    """Wait until a file is on the disk: the mark must not go before it, also where the power fails."""
    # It may not be written any more by now; not every system flushes a file opened for reading.
    with path.open("rb") as file, contextlib.suppress(OSError):
        os.fsync(file.fileno())


def remove(self: Any, assignment: str, student: str) -> None:
    """Remove a submission's folder of autograded/, if there is one."""
    done = self._format_dest(assignment, student)
    if os.path.exists(done):
        rmtree(done)


def reason_of(error: BaseException) -> str:
    """Return why a submission could not be graded, in one line."""
    if isinstance(error, GradingError | NbGraderException):
        return shown(str(error))
    return shown(f"the grader failed with {type(error).__name__}: {error}")


def still_waiting(self: Any, gradebook: Gradebook, graded: Collection[tuple[str, str]]) -> list[Waiting]:
    """Return who has no score after a run, in order.

    Args:
        self: nbgrader's converter.
        gradebook: the open gradebook.
        graded: the submissions that the run was to grade, each as assignment and student.
    """
    found = {(each.assignment, each.student): each for each in who_waits(gradebook, self.coursedir)}
    waiting = {key: each for key, each in found.items() if key in graded}
    # What this run has seen itself is the better reason.
    waiting |= {(each.assignment, each.student): each for each in self.left_out}
    return [waiting[key] for key in sorted(waiting)]


def _tell(self: Any, graded: list[tuple[str, str]]) -> None:
    with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
        found = still_waiting(self, gradebook, graded)
    waiting = [each for each in found if not each.by_hand]
    if len(waiting) < len(found):
        self.log.info("%d submissions wait for points by hand", len(found) - len(waiting), extra=OURS)
    for each in waiting:
        self.log.error("%s", each)
    if waiting:
        self.log.error("%d submissions are not graded; no score of theirs is exported", len(waiting))
        raise NbGraderException(f"{len(waiting)} submissions are not graded")


def _init_feedback(self: Any, assignment_id: str, student_id: str) -> bool:
    """Tell whether to make the feedback of a submission: from nothing that is cut off, and over what is."""
    tidy_log(self, is_quiet=True)
    source = Path(self._format_source(assignment_id, student_id))
    if not is_finished(source):
        self.log.error("%s: no feedback, no run has graded it to its end", student_id)
        return False
    done = Path(self._format_dest(assignment_id, student_id))
    if done.exists() and ((done / UNFINISHED).exists() or not list(done.glob("*.html"))):
        rmtree(str(done))
    return bool(BaseConverter.init_destination(self, assignment_id, student_id))


def _begin_feedback(self: Any, assignment_id: str, student_id: str) -> None:
    done = Path(self._format_dest(assignment_id, student_id))
    done.mkdir(parents=True, exist_ok=True)
    (done / UNFINISHED).write_text("a run that makes this feedback has not ended\n")
    BaseConverter.init_assignment(self, assignment_id, student_id)


def _end_feedback(self: Any, assignment_id: str, student_id: str) -> None:
    BaseConverter.set_permissions(self, assignment_id, student_id)
    (Path(self._format_dest(assignment_id, student_id)) / UNFINISHED).unlink(missing_ok=True)
    self.log.info("%s: feedback made", student_id, extra=OURS)
