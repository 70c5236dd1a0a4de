"""A class's own assignments for nbgrader, which knows one folder of sources: they lie beside the course's."""

from __future__ import annotations

import re
from typing import Any

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from gan_grading.course import Course, find_course

_format_path = CourseDirectory.format_path
_get_source_assignments = NbGraderAPI.get_source_assignments


def find_own_sources() -> None:
    """Let nbgrader's commands and formgrader find the sources of a class's own assignments."""
    CourseDirectory.format_path = _format_path_or_own
    NbGraderAPI.get_source_assignments = _all_source_assignments


def _format_path_or_own(
    self: Any, nbgrader_step: str, student_id: str, assignment_id: str, escape: bool = False
) -> str:
    """Return where something lies; as a pattern, where sources of both kinds do."""
    course = find_course()
    if nbgrader_step != self.source_directory or course.own is None:
        return str(_format_path(self, nbgrader_step, student_id, assignment_id, escape))
    own = str(course.own / "solutions")
    if escape:  # nbgrader writes an absolute folder into the pattern as it is
        pattern = str(_format_path(self, nbgrader_step, student_id, assignment_id, escape))
        return pattern.replace(nbgrader_step, f"(?:{re.escape(nbgrader_step)}|{re.escape(own)})", 1)
    place = own if assignment_id in _own_names(course) else nbgrader_step
    return str(_format_path(self, place, student_id, assignment_id, escape))


def _all_source_assignments(self: Any) -> set[str]:
    return {*_get_source_assignments(self), *_own_names(find_course())}


def _own_names(course: Course) -> set[str]:
    return {assignment.name for assignment in course.own_assignments}
