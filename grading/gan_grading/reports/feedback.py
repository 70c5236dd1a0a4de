"""The verdict on one exercise as a student reads it: sentences and points, no hidden input."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape

from gan_course.exercises.finding import Curve, ExerciseResult


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


def result_html(result: ExerciseResult, points: str = "") -> str:
    """Return the verdict as HTML; everything a student typed is escaped.

    Args:
        result: the verdict.
        points: said of the points, where others than the verdict's own count.
    """
    rows = [f'<li style="color:#1b7837">✓ {escape(criterion)}</li>' for criterion in result.passed]
    rows += [
        f'<li style="color:#762a83">✗ <b>{escape(f.criterion)}</b>: {escape(f.message)}'
        f"<br><i>{escape(f.hint)}</i></li>"
        for f in result.findings
    ]
    note = f"<p>{escape(result.note)}</p>" if result.note else ""
    return (
        f'<div class="gan-result"><b>{escape(result.exercise)}</b>: {escape(points or points_text(result))}'
        f'<ul style="list-style:none;padding-left:1em">{"".join(rows)}</ul>{note}</div>'
    )


def result_picture(result: ExerciseResult) -> str | None:
    """Return the curves of the first finding that has any, as a PNG in base64; ``None`` without curves."""
    curves = next((f.curves for f in result.findings if f.curves), ())
    return _draw(curves) if curves else None


def _draw(curves: Sequence[Curve]) -> str:
    # No pyplot: this may run inside a notebook's kernel, whose figures are the student's business.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3.4 * len(curves), 2.3), dpi=80, layout="constrained")
    for axes, curve in zip(figure.subplots(1, len(curves), squeeze=False)[0], curves, strict=True):
        yours = [float("nan") if y is None else y for y in curve.yours]
        axes.plot(curve.x, curve.wanted, color="#0072B2", lw=2, label="wanted")
        axes.plot(curve.x, yours, color="#D55E00", lw=2, ls="--", label="yours")
        axes.axhline(0, color="0.7", lw=0.8)
        axes.set_xlabel(curve.x_label)
        axes.set_title(curve.title, fontsize=9)
        axes.legend(frameon=False, fontsize=8)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return base64.b64encode(picture.getvalue()).decode()
