"""The class report as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from gan_grading.release.writing import write_atomically
from gan_grading.reports.collect import GradedSubmission
from gan_grading.reports.summary import summarise


def class_report_html(
    title: str, submissions: Sequence[GradedSubmission], notes: Mapping[str, str] | None = None
) -> str:
    """Return the report; everything students typed is escaped.

    Args:
        title: the assignment.
        submissions: graded submissions of one assignment, at least one.
        notes: a word on each student.
    """
    environment = Environment(
        loader=PackageLoader("gan_grading.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    first = submissions[0].results
    return environment.get_template("class_report.html").render(
        title=title,
        submissions=submissions,
        exercises=summarise(submissions),
        worth=sum(r.max_points for r in first),
        seeds=sorted({seed for s in submissions for r in s.results for seed in r.seeds}),
        notes=dict(notes or {}),
    )


def write_class_report(
    path: Path, title: str, submissions: Sequence[GradedSubmission], notes: Mapping[str, str] | None = None
) -> None:
    """Write the report, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, class_report_html(title, submissions, notes).encode())
