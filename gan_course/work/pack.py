"""Pack a notebook for handing in: one zip file with the notebook and its receipt."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from gan_course.errors import AssignmentError
from gan_course.work.notebook import Notebook, grading, source, write_whole
from gan_course.work.receipt import NAME, Receipt, code_of
from gan_course.work.run import Run

MB = 1_000_000
LARGE = 10 * MB  # more than some learning platforms take in an upload


@dataclass(frozen=True)
class Pack:
    """A file to hand in.

    Attributes:
        path: The file.
        size: Its bytes.
        code: The receipt's code.
        without_outputs: Whether the notebook's outputs were left out, as they were too large.
    """

    path: Path
    size: int
    code: str
    without_outputs: bool


def pack(notebook: Notebook, run: Run, path: Path) -> Pack:
    """Write a notebook and its receipt into one file; an older pack there is replaced.

    Args:
        notebook: What is handed in.
        run: What running it came to.
        path: The zip file.

    Raises:
        AssignmentError: If it cannot be written.
    """
    large = len(notebook.raw) > LARGE
    packed = _without_outputs(notebook) if large else notebook.raw
    receipt = Receipt.of(notebook, packed, run).text().encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(notebook.path.name, packed)
        archive.writestr(NAME, receipt)
    write_whole(path, buffer.getvalue())
    return Pack(path, len(buffer.getvalue()), code_of(receipt), large)


def lacks(notebook: Notebook, release: Notebook) -> list[str]:
    """Return what grading would miss in a notebook, a line each: cells that lost their ids, files beside it.

    Args:
        notebook: What is to be handed in.
        release: The release it was begun from.
    """
    ids = Counter(str(grading(c).get("grade_id")) for c in notebook.cells if "grade_id" in grading(c))
    lines = []
    for exercise in release.answers:
        if ids[exercise] == 0:
            lines.append(
                f"{exercise} has lost its cell: begin the assignment in another folder, copy your text over"
            )
        elif ids[exercise] > 1:
            lines.append(f"{exercise} has {ids[exercise]} cells: keep one; paste made a second")
    code = "\n".join(source(cell) for cell in notebook.cells if cell.get("cell_type") == "code")
    for file in sorted(notebook.path.parent.glob("*.py")):
        imported = re.search(rf"^\s*(?:from|import)\s+{re.escape(file.stem)}\b", code, re.MULTILINE)
        if imported and not re.search(rf"%%writefile\s+{re.escape(file.name)}", code):
            lines.append(
                f"{file.name} is not handed in, and the notebook imports it: put its text into a cell that "
                f"begins with %%writefile {file.name}"
            )
    return lines


def place_for(notebook: Notebook) -> Path:
    """Return where a pack goes if nothing else is said: beside the notebook, named after the assignment.

    Raises:
        AssignmentError: If the notebook's own name for the assignment cannot be a file's.
    """
    if not re.fullmatch(r"[\w.-]+", notebook.assignment):
        raise AssignmentError(f"{notebook.assignment!r} cannot name a file: give one with --to.")
    return notebook.path.parent / f"{notebook.assignment}.zip"


def _without_outputs(notebook: Notebook) -> bytes:
    data = json.loads(notebook.raw)
    for cell in data["cells"]:
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None
    data.get("metadata", {}).pop("widgets", None)
    return Notebook(notebook.path, data, b"").text().encode()
