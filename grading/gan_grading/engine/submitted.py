"""Read a submitted notebook whatever its state: only cells, their kind, their text and their ids count."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gan_grading.engine.limits import Limits
from gan_grading.errors import SubmissionError
from gan_grading.release.mark import Mark, read_mark
from gan_grading.shown import encodable, shown

MEGABYTE = 2**20
CONFLICT = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)  # as git marks it
MAX_VALUES = 3_000_000  # each may take a few hundred bytes once it is read
WIDE_MB = 100
TEXTS = ("cell_type", "checksum")
MAX_TAGS, MAX_WORD = 20, 200
GRADING = ("grade", "grade_id", "locked", "points", "schema_version", "solution", "task", *TEXTS)
TOO_LONG = "the text of this cell is too long and was not read"


@dataclass(frozen=True)
class SubmittedCell:
    """One cell of a submission.

    Attributes:
        index: its place.
        kind: ``code``, ``markdown`` or whatever the file says.
        source: its text.
        cell_id: the notebook format's own id, or ``""``.
        grading: nbgrader's own metadata, as far as it is plain; its values are the file's.
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


@dataclass(frozen=True)
class Submitted:
    """What is taken of a submission.

    Attributes:
        cells: its cells.
        oddities: what was odd about the file, in words.
        mark: of the release it came from; ``None`` without one.
    """

    cells: list[SubmittedCell]
    oddities: list[str]
    mark: Mark | None = None


class UnreadableError(SubmissionError):
    """A submission that is no notebook: a reason for zero points, not a fault of the grader."""


def read_submission(notebook: Path | bytes | Mapping[str, Any], limits: Limits) -> Submitted:
    """Read a submission; what is too long is cut here, before anything looks at it.

    Args:
        notebook: a file, its bytes, or an open notebook.
        limits: size the file, its cells and all of their text may have.

    Raises:
        SubmissionError: if the file cannot be opened.
        UnreadableError: if it is no notebook.
    """
    data = notebook if isinstance(notebook, Mapping) else _parse(_bytes(notebook, limits.notebook_mb))
    if not isinstance(data, Mapping):
        raise UnreadableError("the file holds no notebook", "a notebook is a JSON object", "submit it again")
    oddities: list[str] = []
    cells = data.get("cells")
    if not isinstance(cells, list):
        cells = _old_cells(data)
        oddities.append(
            "the notebook is written in an old format (before version 4); it was read all the same"
        )
    given = [(index, cell) for index, cell in enumerate(cells) if isinstance(cell, Mapping)]
    if not given:
        raise UnreadableError(
            "the notebook holds no cells", "answers stand in cells", "submit the right file"
        )
    if len(given) > limits.cells:
        oddities.append(f"the notebook has {len(given)} cells; the first {limits.cells} were read")
    found = [_cell(index, cell) for index, cell in given[: limits.cells]]
    return Submitted(_cut(found, limits, oddities), oddities, read_mark(data.get("metadata")))


def read_cells(
    notebook: Path | bytes | Mapping[str, Any], limits: Limits
) -> tuple[list[SubmittedCell], list[str]]:
    """Return the cells of a submission and what was odd about it; see :func:`read_submission`."""
    submitted = read_submission(notebook, limits)
    return submitted.cells, submitted.oddities


def _cut(cells: list[SubmittedCell], limits: Limits, oddities: list[str]) -> list[SubmittedCell]:
    """Take the text of cells as long as there is room: first those that claim an id, then code."""
    room = limits.all_source_kb * 1024
    kept: dict[int, SubmittedCell] = {}
    for cell in sorted(cells, key=lambda cell: (not cell.grade_id, cell.kind != "code", cell.index)):
        size = len(cell.source)
        most = limits.source_kb * 1024
        if size > most or size > room:
            rule = f"a cell may have {limits.source_kb} kB, all of them {limits.all_source_kb} kB"
            oddities.append(f"cell {cell.index + 1}: its text was not read, it has {size} characters; {rule}")
            # As code it says so in its own place, which is where the student looks.
            cell = replace(cell, source=f"raise ValueError({TOO_LONG!r})")
        else:
            room -= size
            cell = replace(cell, source=encodable(cell.source))
        kept[cell.index] = cell
    return [kept[cell.index] for cell in cells]


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
        # As text a file with one letter beyond ASCII may take four times its size, twice.
        if len(data) > WIDE_MB * MEGABYTE and not data.isascii():
            raise UnreadableError(
                "the file is no notebook",
                f"it holds more than {WIDE_MB} MB of wide text",
                "clear the outputs",
            )
        # Linear in the file, while what is made of it can take a hundred times its size.
        if sum(map(data.count, (b"{", b"[", b","))) > MAX_VALUES:
            raise UnreadableError(
                "the file is no notebook", f"it holds more than {MAX_VALUES} values", "clear the outputs"
            )
        return json.loads(data.decode("utf-8-sig", errors="replace"), parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "the file is no notebook", _why_no_json(data, error), "submit it again"
        ) from error


def _why_no_json(data: bytes, error: Exception) -> str:
    """Return in words what a file is that no notebook program can have written."""
    if CONFLICT.search(data):
        return "it holds a merge conflict that nobody has resolved"
    where = f", from line {error.lineno} on" if isinstance(error, json.JSONDecodeError) else ""
    return f"it is not what Jupyter saves{where}"


def _old_cells(data: Mapping[str, Any]) -> list[Any]:
    sheets = data.get("worksheets")
    sheets = sheets if isinstance(sheets, list) else []
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, Mapping)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _integer(digits: str) -> int | str:
    """Numbers that Python refuses to read, as it would take too long, stay text."""
    return int(digits) if len(digits) < 100 else digits[:100]


def _cell(index: int, cell: Mapping[str, Any]) -> SubmittedCell:
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    grading, tags = metadata.get("nbgrader"), metadata.get("tags")
    text = cell.get("source", cell.get("input", ""))
    if isinstance(text, list):
        text = "".join(part for part in text if isinstance(part, str))
    return SubmittedCell(
        index=index,
        kind=_word(cell.get("cell_type")),
        source=text if isinstance(text, str) else "",
        cell_id=_word(cell.get("id")),
        grading=_grading(grading) if isinstance(grading, Mapping) else {},
        tags=tuple(map(_word, tags[:MAX_TAGS])) if isinstance(tags, list) else (),
    )


def _grading(given: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what nbgrader's metadata may hold: a few known keys with plain values."""
    kept: dict[str, Any] = {}
    for key in GRADING:
        value = given.get(key)
        if isinstance(value, str):
            kept[key] = _word(value)
        elif isinstance(value, bool) or (isinstance(value, int | float) and abs(value) < 1e9):
            kept[key] = value
        elif key in given:
            kept[key] = None
    return kept


def _word(value: Any) -> str:
    return shown(value, MAX_WORD) if isinstance(value, str) else ""
