"""``nbgrader generate_feedback`` says who got no page, on its last lines and with its exit code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback
from nbgrader.converters.base import BaseConverter, NbGraderException

from gan_grading.nbgrader.names import quoted
from gan_grading.nbgrader.waiting import UNFINISHED, is_finished


def tell_who_got_no_page() -> None:
    """Put this loop in the place of nbgrader's."""
    GenerateFeedback.convert_notebooks = _convert_notebooks


def _convert_notebooks(self: Any) -> None:
    """Make the pages, then look who has one: whatever went wrong, a page that is there is the proof.

    Raises:
        NbGraderException: if somebody has none: nbgrader then exits with 1.
    """
    trouble: NbGraderException | None = None
    try:
        BaseConverter.convert_notebooks(self)
    except NbGraderException as error:
        trouble = error
    excluded = set(filter(None, self.coursedir.student_id_exclude.split(",")))
    made = {name: _is_made(*folders) for name, folders in _folders(self).items()}
    without = sorted(name for name, is_made in made.items() if not is_made and name not in excluded)
    for name in without:
        self.log.error("%s: no feedback page", quoted(name))
    if without:
        self.log.error("%d submissions have no feedback page", len(without))
        raise NbGraderException(f"{len(without)} submissions have no feedback page") from trouble
    if trouble is not None:
        raise trouble


def _folders(converter: Any) -> dict[str, tuple[Path, Path]]:
    """Return, by student, the folder of the graded notebook and that of its page."""
    pattern = re.compile(converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True))
    found = {}
    for folder in converter.assignments:
        match = pattern.fullmatch(folder)
        if match:
            page = Path(converter._format_dest(match["assignment"], match["student"]))
            found[match["student"]] = (Path(folder), page)
    return found


def _is_made(graded: Path, folder: Path) -> bool:
    """Whether there is a page, and something for it to be a page of: an old one may lie there still."""
    pages = list(folder.glob("*.html"))
    is_whole = bool(pages) and not (folder / UNFINISHED).exists() and all(p.stat().st_size for p in pages)
    return is_whole and is_finished(graded)
