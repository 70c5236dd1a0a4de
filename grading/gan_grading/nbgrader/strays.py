"""Files beside a submitted notebook carry no weight: ``nbgrader autograde`` does not copy them."""

from __future__ import annotations

import re
import shutil
import stat
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter

from gan_grading.errors import SubmissionError
from gan_grading.nbgrader.renamed import real_file, take_recognised
from gan_grading.nbgrader.timestamps import TIMESTAMP, read_timestamp

MAX_KEPT_BYTES = 16 << 20
# nbgrader's exchange writes it with a submission, and releases feedback under a name made of it.
SECRET = "submission_secret.txt"
SECRET_FORM = re.compile(rb"[0-9a-f]{16,256}")


class LinkedSubmissionError(SubmissionError):
    """A submission whose notebook is not a file of its own."""


def keep_strays_out() -> None:
    """Make autograding take notebooks, the time of submission and the exchange's secret, and nothing else.

    nbgrader copies every file of a submission and follows links while doing so: a link to the gradebook ends
    in the student's feedback, a ``numpy.py`` is imported by the kernel. ``CourseDirectory.ignore`` can name
    what stays out, not what may come in; so the step that copies is replaced. Names in
    ``Autograde.exclude_overwriting``, nbgrader's list of files students may hand in, still come in.
    """
    # Configuration files are read more than once in a process, as in formgrader.
    if not hasattr(BaseConverter.init_assignment, "__wrapped__"):
        BaseConverter.init_assignment = _without_strays(BaseConverter.init_assignment)


def _without_strays(original: Callable[[Any, str, str], None]) -> Callable[[Any, str, str], None]:
    @wraps(original)
    def init_assignment(self: Any, assignment_id: str, student_id: str) -> None:
        if isinstance(self, Autograde):
            _copy_allowed(self, assignment_id, student_id)
        else:
            original(self, assignment_id, student_id)

    return init_assignment


def _copy_allowed(converter: Any, assignment_id: str, student_id: str) -> None:
    source = Path(converter._format_source(assignment_id, student_id))
    target = Path(converter._format_dest(assignment_id, student_id))
    take_recognised(converter, source, assignment_id)
    for notebook, _ in (real_file(converter, name) for name in converter.notebooks):
        insist_own_file(notebook, source, student_id)
    _note_time(converter, source, target, student_id)
    _copy_secret(source / SECRET, target / SECRET)
    for name in converter.exclude_overwriting.get(assignment_id, []):
        given, kept = source / name, target / name
        if _is_own_file(given, source) and _fits(given):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.unlink(missing_ok=True)
            shutil.copy(given, kept)


def insist_own_file(notebook: Path, folder: Path, student: str) -> None:
    """Refuse a notebook that is a link, or is reached through one.

    Raises:
        LinkedSubmissionError: if it is.
    """
    if not _is_own_file(notebook, folder):
        raise LinkedSubmissionError(
            f"{notebook.name} of {student!r} is a link or no file",
            "a submission is graded from a file of its own, not from what a link points to",
            "put the student's notebook in its place",
        )


def _note_time(converter: Any, source: Path, target: Path, student: str) -> None:
    """Write down the time of submission anew: what nbgrader compares later is known to be one."""
    moment, trouble = read_timestamp(source)
    if trouble:
        converter.log.warning("%s: %s", student, trouble)
    if moment is not None:
        target.mkdir(parents=True, exist_ok=True)
        (target / TIMESTAMP).unlink(missing_ok=True)
        (target / TIMESTAMP).write_text(f"{moment} UTC\n")


def _copy_secret(given: Path, kept: Path) -> None:
    if _is_own_file(given, given.parent) and given.stat().st_size <= 256:
        content = given.read_bytes()
        if SECRET_FORM.fullmatch(content):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.unlink(missing_ok=True)
            kept.write_bytes(content)


def _is_own_file(path: Path, folder: Path) -> bool:
    """Whether a path is a plain file that is reached from a folder without a link."""
    on_the_way = [path, *path.parents]
    below = on_the_way[: on_the_way.index(folder)] if folder in on_the_way else on_the_way
    return not any(each.is_symlink() for each in below) and path.is_file()


def _fits(path: Path) -> bool:
    status = path.stat()
    return stat.S_ISREG(status.st_mode) and status.st_size <= MAX_KEPT_BYTES
