"""Read a submitted notebook whatever its state: only cells, their kind, their text and their ids count."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gan_grading.errors import SubmissionError

MEGABYTE = 2**20


@dataclass(frozen=True)
class SubmittedCell:
    """One cell of a submission.

    Attributes:
        index: its place.
        kind: ``code``, ``markdown`` or whatever the file says.
        source: its text.
        cell_id: the notebook format's own id, or ``""``.
        grading: nbgrader's metadata as the file has it, unchecked.
        tags: its tags.
    """

    index: int
    kind: str
    source: str
    cell_id: str
    grading: Mapping[str, Any]
    tags: tuple[str, ...]

    @property
    def grade_id(self) -> str:
        """The id of the exercise or test it claims to be, or ``""``."""
        found = self.grading.get("grade_id", "")
        return found if isinstance(found, str) else ""


class UnreadableError(SubmissionError):
    """A submission that is no notebook: a reason for zero points, not a fault of the grader."""


def read_cells(
    notebook: Path | bytes | Mapping[str, Any], max_mb: int
) -> tuple[list[SubmittedCell], list[str]]:
    """Read the cells of a submission.

    Args:
        notebook: a file, its bytes, or an open notebook.
        max_mb: size the file may have.

    Returns:
        The cells, and what was odd about the file, in words.

    Raises:
        SubmissionError: if the file cannot be opened.
        UnreadableError: if it is no notebook.
    """
    data = notebook if isinstance(notebook, Mapping) else _parse(_bytes(notebook, max_mb))
    if not isinstance(data, Mapping):
        raise UnreadableError("the file holds no notebook", "a notebook is a JSON object", "submit it again")
    oddities: list[str] = []
    cells = data.get("cells")
    if not isinstance(cells, list):
        cells = _old_cells(data)
        oddities.append(
            "the notebook is written in an old format (before version 4); it was read all the same"
        )
    found = [_cell(index, cell) for index, cell in enumerate(cells) if isinstance(cell, Mapping)]
    if not found:
        raise UnreadableError(
            "the notebook holds no cells", "answers stand in cells", "submit the right file"
        )
    return found, oddities


def _bytes(notebook: Path | bytes, max_mb: int) -> bytes:
    if isinstance(notebook, bytes):
        size, where = len(notebook), "the file"
    else:
        where = str(notebook)
        try:
            if not notebook.is_file():
                raise SubmissionError(
                    where, "a submission is a notebook file", "give the path of an .ipynb file"
                )
            size = notebook.stat().st_size
        except OSError as error:
            raise SubmissionError(where, str(error), "give a file that can be read") from error
    if size > max_mb * MEGABYTE:
        raise UnreadableError(
            f"the file has {size / MEGABYTE:.0f} MB",
            f"{max_mb} MB is the limit",
            "clear the outputs, submit again",
        )
    if isinstance(notebook, bytes):
        return notebook
    try:
        return notebook.read_bytes()
    except OSError as error:
        raise SubmissionError(where, str(error), "give a file that can be read") from error


def _parse(data: bytes) -> Any:
    if not data.strip():
        raise UnreadableError("the file is empty", "a notebook is a JSON object", "submit it again")
    try:
        return json.loads(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "the file is no notebook", f"it is not valid JSON ({type(error).__name__})", "submit it again"
        ) from error


def _old_cells(data: Mapping[str, Any]) -> list[Any]:
    sheets = data.get("worksheets")
    sheets = sheets if isinstance(sheets, list) else []
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, Mapping)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _cell(index: int, cell: Mapping[str, Any]) -> SubmittedCell:
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    grading, tags = metadata.get("nbgrader"), metadata.get("tags")
    text = cell.get("source", cell.get("input", ""))
    if isinstance(text, list):
        text = "".join(part for part in text if isinstance(part, str))
    return SubmittedCell(
        index=index,
        kind=str(cell.get("cell_type", "")),
        source=text if isinstance(text, str) else "",
        cell_id=str(cell.get("id", "")),
        grading=grading if isinstance(grading, Mapping) else {},
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
    )
