"""The last steps of ``nbgrader generate_assignment``: what ``gan-grade release`` puts into a notebook."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells
from nbgrader.preprocessors.base import NbGraderPreprocessor

from gan_course.exercises.shelf import packed
from gan_course.shipped import METADATA
from gan_grading.course import find_course
from gan_grading.errors import GradingError
from gan_grading.release.mark import stamp
from gan_grading.release.records import stored_records


class StampRelease(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Put records and the mark of the release into the notebook, as ``gan-grade release`` does."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Stamp one notebook, in place."""
        name = resources["nbgrader"]["assignment"]
        stamp(nb)
        course = find_course()
        records = stored_records(course, course.assignment(name))
        if records:
            nb.metadata[METADATA] |= packed(name, records)
        return nb, resources


class CellsChangedError(GradingError):
    """A gradebook that holds submissions of an assignment whose cells have changed."""


class SaveReleasedCells(SaveCells):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's SaveCells, which says what to do where it may not go on."""

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            super()._create_notebook(nb)
        except RuntimeError as error:
            raise CellsChangedError(
                f"exercises of {self.assignment_id} were added or dropped",
                "the gradebook holds submissions with the old ones",
                f"run gan-grade migrate {self.assignment_id} --dry-run, then without --dry-run",
            ) from error
