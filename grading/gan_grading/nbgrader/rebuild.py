"""Rebuild a submission on the instructor's cells: only the text of the other cells is the student's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors.base import NbGraderPreprocessor

SCHEMA_VERSION = 3


@dataclass(frozen=True)
class Original:
    """A cell of the instructor's, as ``nbgrader generate_assignment`` recorded it.

    Attributes:
        cell_type: ``"code"`` or ``"markdown"``.
        source: its text, hidden tests included.
        metadata: its nbgrader metadata.
    """

    cell_type: str
    source: str
    metadata: dict[str, Any]

    @property
    def is_answer(self) -> bool:
        """Whether the student's text counts."""
        return bool(self.metadata["solution"])


class RebuildSubmission(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Take nbgrader's DeduplicateIds and OverwriteCells one step further.

    Those trust the order and the ids a submission brings, and end with an error, hence without any score,
    where an answer went missing together with its test cell. Here every recorded cell is put back in its own
    place with its own metadata; a cell is known by its ``grade_id`` or, where that was lost, by its id.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Rebuild one notebook."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            originals = recorded_cells(gradebook.find_notebook(names["notebook"], names["assignment"]))
        nb.cells = rebuild(nb.cells, originals)
        if nb.nbformat_minor < 5:  # cells had no ids then, and the ones put in must not have any either
            for cell in nb.cells:
                cell.pop("id", None)
        return nb, resources


def recorded_points(names: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """Return what each test cell is worth by the gradebook, which counts where the source says otherwise.

    Args:
        names: nbgrader's, of one submission: its gradebook, notebook and assignment.
    """
    with Gradebook(names["db_url"]) as gradebook:
        try:
            notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
        except MissingEntry:
            return ()
        # An exercise that a class has dropped is worth 0 and keeps its scores: it may count again.
        worth = {cell.name: float(cell.max_score) for cell in notebook.grade_cells if cell.max_score}
        return tuple(sorted(worth.items()))


def recorded_cells(notebook: Any) -> dict[str, Original]:
    """Read what the gradebook holds of the instructor's notebook, by id and in order."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    grades = {cell.name for cell in notebook.grade_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    answers = {cell.name for cell in notebook.solution_cells}
    originals = {}
    for cell in notebook.source_cells:
        metadata = {
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            "grade": cell.name in grades,
            "grade_id": cell.name,
            "locked": bool(cell.locked),
            "schema_version": SCHEMA_VERSION,
            "solution": cell.name in answers,
            "task": cell.name in tasks,
        }
        if cell.name in points:
            metadata["points"] = points[cell.name]
        originals[cell.name] = Original(cell.cell_type, cell.source, metadata)
    return originals


def rebuild(cells: list[NotebookNode], originals: dict[str, Original]) -> list[NotebookNode]:
    """Put the instructor's cells back in place.

    The submission is cut into blocks, each a recorded cell with the cells that follow it; the blocks are put
    in the order of the record, and those that are missing are made anew, except answers.

    Args:
        cells: the student's cells; of several with the same id the last one counts, as in nbgrader.
        originals: the record, in order.
    """
    names = [_name(cell, originals) for cell in cells]
    last = {name: index for index, name in enumerate(names) if name}
    opening: list[NotebookNode] = []
    blocks: dict[str, list[NotebookNode]] = {}
    block = opening
    for index, (cell, name) in enumerate(zip(cells, names, strict=True)):
        cell.metadata.pop("nbgrader", None)
        if name and last[name] == index:
            block = blocks[name] = [_restored(cell, originals[name])]
        else:
            block.append(cell)
    rebuilt = opening
    for name, original in originals.items():
        if name in blocks:
            rebuilt += blocks[name]
        elif not original.is_answer:
            rebuilt.append(_made(name, original))
    return rebuilt


def _name(cell: NotebookNode, originals: dict[str, Original]) -> str:
    metadata = cell.metadata.get("nbgrader")
    given = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return next((str(name) for name in (given, cell.get("id")) if name in originals), "")


def _restored(cell: NotebookNode, original: Original) -> NotebookNode:
    source = cell.source if original.is_answer else original.source
    if cell.cell_type != original.cell_type:
        cell = _made(str(original.metadata["grade_id"]), original)
    cell.source = source
    cell.metadata["nbgrader"] = dict(original.metadata)
    return cell


def _made(name: str, original: Original) -> NotebookNode:
    make = new_code_cell if original.cell_type == "code" else new_markdown_cell
    cell: NotebookNode = make(original.source, id=name)  # type: ignore[no-untyped-call]
    cell.metadata["nbgrader"] = dict(original.metadata)
    return cell
