"""Save and show scores; an exercise whose probe failed waits for a person."""

from __future__ import annotations

import math
import re
from html import escape
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import GetGrades, SaveAutoGrades

from gan_grading.errors import GradingError
from gan_grading.nbgrader.execute import GRADED_BY, RUN_RECORD
from gan_grading.release.source import UNGRADED

NO_SCORE = "not graded yet"
MATHJAX = re.compile(r"<!-- Load mathjax -->.*?<!-- End of mathjax configuration -->", re.DOTALL)


class NotRecordedError(GradingError):
    """An exercise that the gradebook does not hold."""


class SaveGrades(SaveAutoGrades):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's SaveAutoGrades; a fault of the grader is left to be graded by hand, never a student's 0."""

    def _add_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        try:
            super()._add_score(cell, resources)
        except MissingEntry as error:
            raise NotRecordedError(
                f"{cell.metadata.nbgrader['grade_id']} is not in the gradebook",
                "an exercise was added after the assignment was recorded",
                f"run gan-grade migrate {self.assignment_id}",
            ) from error
        if UNGRADED in cell.metadata:
            names = (
                cell.metadata.nbgrader["grade_id"],
                self.notebook_id,
                self.assignment_id,
                self.student_id,
            )
            grade = self.gradebook.find_grade(*names)
            grade.auto_score, grade.needs_manual_grade = None, True
            self.gradebook.db.commit()
            self.log.warning("%s is ungraded: %s", names[0], cell.metadata[UNGRADED])


class ShowGrades(GetGrades):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's GetGrades; what has no score gets none, where nbgrader shows 0.0."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Note the scores in one notebook."""
        self._is_open = False
        nb, resources = super().preprocess(nb, resources)
        if self._is_open:
            resources["nbgrader"]["score"] = math.nan
        return nb, resources

    def _get_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._get_score(cell, resources)
        names = (cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id)
        grade = self.gradebook.find_grade(*names)
        if grade.auto_score is None and grade.manual_score is None:
            self._is_open = True
            cell.metadata.nbgrader["score"] = math.nan


class FeedbackExporter(HTMLExporter):
    """nbconvert's page, which calls a score that is none by its name: nbgrader's template writes numbers."""

    def from_notebook_node(  # type: ignore[override] # as in nbconvert's own exporters
        self, nb: NotebookNode, resources: Any = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """Make one page; it ends with the versions that graded."""
        page, found = super().from_notebook_node(nb, resources, **options)
        page = MATHJAX.sub("", page, count=1)  # formulas are set, and nobody's browser asks another host
        page = page.replace(f"Score: {math.nan} /", f"Score: {NO_SCORE} /")
        made = nb.metadata.get(RUN_RECORD, {}).get(GRADED_BY)
        foot = f"<footer><small>Graded by {escape(str(made))}.</small></footer>\n" if made else ""
        body, end, rest = page.rpartition("</body>")
        return body + foot + end + rest, found
