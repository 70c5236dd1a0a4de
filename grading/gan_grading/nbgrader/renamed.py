"""A submission under another name, graded by nbgrader as if it had the right one.

nbgrader knows a notebook by its file's name: ``minimax (1).ipynb`` would be skipped. What is handed in is
never touched: the converter is told the right name, and the file is read from where it lies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter

from gan_grading.course import find_course
from gan_grading.engine.recognise import Recognised, recognise
from gan_grading.errors import GradingError, SubmissionError


class UnrecognisedError(SubmissionError):
    """A submission in which no file can be told to be the assignment's notebook."""


def recognised_in(folder: Path, assignment: str) -> Recognised | None:
    """Find the notebook in a student's folder; ``None`` for an assignment that is not this course's.

    Args:
        folder: what the student handed in.
        assignment: its name.
    """
    try:
        known = find_course().assignment(assignment)
        return recognise(folder, known)
    except GradingError:
        return None


def take_recognised(converter: Any, folder: Path, assignment: str) -> None:
    """Let a converter grade the one notebook that was recognised, by the name that its gradebook knows.

    Args:
        converter: nbgrader's, which looks at one submission.
        folder: what the student handed in.
        assignment: its name.

    Raises:
        UnrecognisedError: if no file can be told to be the notebook.
    """
    converter.real_files = {}
    found = recognised_in(folder, assignment)
    if found is None:
        return
    if found.path is None:
        raise UnrecognisedError(found.reason)
    known = str(folder / find_course().assignment(assignment).released.name)
    converter.notebooks = [known]
    converter.real_files = {known: found}


def real_file(converter: Any, filename: str) -> tuple[Path, tuple[str, ...]]:
    """Return the file that a converter is to read for a name, and what is to be noted about it."""
    found = getattr(converter, "real_files", {}).get(str(filename))
    return (found.path, found.notices) if found else (Path(filename), ())


class StockExporter(NotebookExporter):
    """nbgrader's own way to read and write notebooks, from the file that was recognised."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Read a notebook file and run the preprocessors on it."""
        path, notices = real_file(self.parent, filename)
        for notice in notices:
            self.log.warning("%s", notice)
        return super().from_filename(str(path), resources, **options)
