"""Read a percent source as a notebook that is the same bytes on every machine."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from gan_grading.errors import SourceError

# Fixed, because an executed notebook would name the exact Python it ran on.
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "pygments_lexer": "ipython3",
    },
}


UNGRADED = "gan_grading_ungraded"  # metadata of a graded cell that has no score, with the reason


def read_source(path: Path) -> NotebookNode:
    """Read a percent source as a notebook without outputs.

    Cell ids are the ``grade_id`` where the cell has one, else ``<stem>-<index>``: jupytext draws random ones
    on every run.

    Args:
        path: the ``.py`` file.

    Returns:
        An nbformat 4.5 notebook with fixed metadata.

    Raises:
        SourceError: if the file cannot be read as percent text.
    """
    try:
        notebook: NotebookNode = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    except (OSError, ValueError, SyntaxError) as error:
        raise SourceError(
            f"{path}: {error}", "a source is jupytext percent text", "correct the header of the cell it names"
        ) from error
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = fixed_metadata()
    for index, cell in enumerate(notebook.cells):
        cell.metadata.pop("lines_to_next_cell", None)  # jupytext's note to itself
        cell["id"] = grade_id(cell) or f"{path.stem}-{index}"
    return notebook


def fixed_metadata() -> NotebookNode:
    """Return what every notebook of the course says of its kernel and language."""
    metadata: NotebookNode = nbformat.from_dict(_METADATA)  # type: ignore[no-untyped-call]
    return metadata


def grade_id(cell: NotebookNode) -> str:
    """Return the cell's ``grade_id``, or ``""``."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def is_answer(cell: NotebookNode) -> bool:
    """Tell whether the student writes in this cell."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution", False))


def is_by_hand(cell: NotebookNode) -> bool:
    """Tell whether a person gives the points of this answer, as of an essay."""
    return is_answer(cell) and bool(cell.metadata.nbgrader.get("grade", False))


def is_test(cell: NotebookNode) -> bool:
    """Tell whether points hang on this cell's outputs."""
    return bool(cell.metadata.get("nbgrader", {}).get("grade", False)) and not is_answer(cell)


def to_bytes(notebook: NotebookNode) -> bytes:
    """Serialise a notebook the way nbconvert writes it, so that stock nbgrader makes the same bytes."""
    text: str = nbformat.writes(notebook, version=4)  # type: ignore[no-untyped-call]
    return (text if text.endswith("\n") else text + "\n").encode("utf-8")


def from_bytes(data: bytes) -> NotebookNode:
    """Read a stored notebook.

    Raises:
        ValueError: if the bytes are not a version 4 notebook.
    """
    try:
        text = data.decode("utf-8")
        notebook: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
        return notebook
    except Exception as error:  # nbformat raises its own, JSON's and attribute errors for bad files
        raise ValueError(f"not a notebook ({type(error).__name__})") from error
