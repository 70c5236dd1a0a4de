"""The class report as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from gan_grading.release.writing import write_atomically
from gan_grading.reports.grades import ClassGrades
from gan_grading.reports.summary import summarise


def class_report_html(grades: ClassGrades, notes: Mapping[str, str] | None = None) -> str:
    """Return the report; everything students typed is escaped.

    Args:
        grades: a class's.
        notes: a word on each student.
    """
    environment = Environment(
        loader=PackageLoader("gan_grading.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    verdicts = [score.verdict for each in grades.students for score in each.scores if score.verdict]
    return environment.get_template("class_report.html").render(
        grades=grades,
        exercises=summarise(grades),
        seeds=sorted({seed for verdict in verdicts for seed in verdict.seeds}),
        notes=dict(notes or {}),
    )


def write_class_report(path: Path, grades: ClassGrades, notes: Mapping[str, str] | None = None) -> None:
    """Write the report, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, class_report_html(grades, notes).encode())
