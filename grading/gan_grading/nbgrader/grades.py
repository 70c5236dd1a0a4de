"""Save scores; an exercise whose probe failed waits for a person."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from gan_grading.nbgrader.evidence import UNGRADED


class SaveGrades(SaveAutoGrades):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's SaveAutoGrades; a fault of the grader is left to be graded by hand, never a student's 0."""

    def _add_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._add_score(cell, resources)
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
