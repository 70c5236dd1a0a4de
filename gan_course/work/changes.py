"""What has changed between two releases of an assignment, in a student's terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gan_course.shipped import METADATA
from gan_course.work.notebook import Cell, Notebook, source

MOST_HEADINGS = 5


def changes(old: Notebook, new: Notebook) -> list[str]:
    """Return what a student has to know, a line each.

    Args:
        old: The release their notebook was begun from.
        new: The one that the library brings now.
    """
    lines = [f"exercise {name} is new" for name in new.answers if name not in old.answers]
    lines += [f"exercise {name} is gone" for name in old.answers if name not in new.answers]
    old_checks, new_checks = _checks(old), _checks(new)
    for name in new.answers:
        if name not in old.answers:
            continue
        parts = []
        if source(old.answers[name]) != source(new.answers[name]):
            parts.append("what the cell begins with")
        if old_checks.get(name) != new_checks.get(name) or _test(old, name) != _test(new, name):
            parts.append("its check")
        if parts:
            lines.append(f"exercise {name}: {' and '.join(parts)} changed")
    lines += _of_kind(old, new, "markdown", "text", "passages of text")
    lines += _of_kind(old, new, "code", "a cell of code", "cells of code")
    return lines or ["nothing that you would see: the notebook's inner data changed"]


def _test(notebook: Notebook, exercise: str) -> str:
    cell = notebook.tests.get(exercise)
    return source(cell) if cell else ""


def _checks(notebook: Notebook) -> Mapping[str, Any]:
    """Return the records that a notebook's checks compare with."""
    from gan_course.exercises.record import RecordError  # it brings torch, and most releases have not changed
    from gan_course.exercises.shelf import unpacked

    try:
        return unpacked(notebook.data["metadata"][METADATA])
    except (KeyError, TypeError, RecordError):
        return {}


def _of_kind(old: Notebook, new: Notebook, kind: str, one: str, several: str) -> list[str]:
    """Tell under which headings cells of a kind are new or changed, exercises' own cells left out."""
    exercises = [*new.answers.values(), *new.tests.values()]
    before = {source(cell) for cell in old.cells}
    headings: list[str] = []
    number, heading = 0, "the beginning"
    for cell in new.cells:
        heading = _heading(cell) or heading
        if cell.get("cell_type") == kind and source(cell) not in before and cell not in exercises:
            number += 1
            headings.append(heading)
    if not number:
        return []
    places = list(dict.fromkeys(headings))
    more = f" and {len(places) - MOST_HEADINGS} more" if len(places) > MOST_HEADINGS else ""
    what = f"{number} {several}" if number > 1 else one
    return [f"{what} changed, under: {'; '.join(places[:MOST_HEADINGS])}{more}"]


def _heading(cell: Cell) -> str:
    lines = source(cell).splitlines() if cell.get("cell_type") == "markdown" else []
    return next((line.lstrip("#").strip() for line in lines if line.startswith("#")), "")
