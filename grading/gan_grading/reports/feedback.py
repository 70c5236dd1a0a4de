"""The verdict on one exercise as a student reads it: sentences and points, no hidden input."""

from __future__ import annotations

from html import escape

from gan_grading.probes.finding import ExerciseResult


def points_text(result: ExerciseResult) -> str:
    """Return e.g. "4 of 6 points"."""
    if result.points is None:
        return f"not graded yet (worth {result.max_points:g} points)"
    return f"{result.points:g} of {result.max_points:g} points"


def result_text(result: ExerciseResult) -> str:
    """Return the verdict as plain text."""
    lines = [f"{result.exercise}: {points_text(result)}"]
    lines += [f"✓ {criterion}" for criterion in result.passed]
    for finding in result.findings:
        lines += [f"✗ {finding.criterion}: {finding.message}", f"  {finding.hint}"]
    if result.note:
        lines.append(result.note)
    return "\n".join(lines)


def result_html(result: ExerciseResult) -> str:
    """Return the verdict as HTML; everything a student typed is escaped."""
    rows = [f'<li style="color:#1b7837">✓ {escape(criterion)}</li>' for criterion in result.passed]
    rows += [
        f'<li style="color:#762a83">✗ <b>{escape(f.criterion)}</b>: {escape(f.message)}'
        f"<br><i>{escape(f.hint)}</i></li>"
        for f in result.findings
    ]
    note = f"<p>{escape(result.note)}</p>" if result.note else ""
    return (
        f'<div class="gan-result"><b>{escape(result.exercise)}</b>: {escape(points_text(result))}'
        f'<ul style="list-style:none;padding-left:1em">{"".join(rows)}</ul>{note}</div>'
    )
