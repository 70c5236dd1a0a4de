"""A class's policies as steps of ``nbgrader autograde``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.preprocessors.base import NbGraderPreprocessor
from traitlets import Unicode

from gan_grading.term.classfile import RELEASE, Term, read_term
from gan_grading.term.gradebook import apply_policies


class LatePerDay(LateSubmissionPlugin):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's plugin for late submissions, by the ``[late]`` table of the class's file."""

    folder = Unicode(help="The class folder.").tag(config=True)

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float | None:
        """Return the points a notebook loses."""
        return read_term(Path(self.folder)).late.penalty(score, total_seconds_late) or None


class ApplyPolicies(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Set what a class has decided for a submission: before nbgrader asks how late it is."""

    folder = Unicode(help="The class folder.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Apply the policies to one submission; the notebook stays as it is."""
        names = resources["nbgrader"]
        term = read_term(Path(self.folder))
        with Gradebook(names["db_url"], term.course_id) as gradebook:
            apply_policies(gradebook, term, names["assignment"], names["student"])
        return nb, resources


def configure_term(c: Any, term: Term) -> None:
    """Configure nbgrader for a class folder, on top of the course's own settings.

    Args:
        c: nbgrader's configuration.
        term: the class.
    """
    c.CourseDirectory.course_id = term.course_id
    c.CourseDirectory.release_directory = str(term.folder / RELEASE)
    c.AssignLatePenalties.plugin_class = LatePerDay
    c.LatePerDay.folder = c.ApplyPolicies.folder = str(term.folder)
    steps = list(c.Autograde.autograde_preprocessors)
    steps.insert(steps.index(AssignLatePenalties), ApplyPolicies)
    c.Autograde.autograde_preprocessors = steps
