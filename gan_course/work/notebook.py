"""A notebook file: its cells, its answers by exercise, and saving that never leaves half a file."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gan_course.errors import AssignmentError
from gan_course.shipped import METADATA

Cell = dict[str, Any]


def source(cell: Mapping[str, Any]) -> str:
    """Return a cell's text."""
    text = cell.get("source", "")
    return text if isinstance(text, str) else "".join(text)


def grading(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what nbgrader knows of a cell; nothing where it knows none."""
    found = cell.get("metadata", {}).get("nbgrader", {})
    return found if isinstance(found, Mapping) else {}


@dataclass(frozen=True)
class Notebook:
    """A notebook as it lies in a file.

    Attributes:
        path: The file.
        data: What it holds, plain JSON.
        raw: Its bytes.
    """

    path: Path
    data: dict[str, Any]
    raw: bytes

    @classmethod
    def read(cls, path: Path) -> Notebook:
        """Read a notebook.

        Raises:
            AssignmentError: If there is none, or it is damaged.
        """
        try:
            raw = path.read_bytes()
            data = json.loads(raw)
            if not all(isinstance(cell, dict) for cell in data["cells"]):
                raise TypeError("cells")
        except OSError as error:
            raise AssignmentError(
                f"{str(path)!r} cannot be read ({error.strerror}): give the path of a notebook."
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise AssignmentError(
                f"{str(path)!r} is no whole notebook: in JupyterLab, right click on it and look for a "
                "checkpoint, or take your last copy."
            ) from error
        return cls(path, data, raw)

    @property
    def cells(self) -> list[Cell]:
        """All cells."""
        cells: list[Cell] = self.data["cells"]
        return cells

    @property
    def assignment(self) -> str:
        """The assignment it belongs to, by what the release wrote into it; its folder's name else."""
        own = self.data.get("metadata", {}).get(METADATA, {})
        return str(own.get("assignment", self.path.resolve().parent.name))

    @property
    def answers(self) -> dict[str, Cell]:
        """The answer cells by exercise, in order."""
        return {str(grading(c)["grade_id"]): c for c in self.cells if _is_answer(c)}

    @property
    def tests(self) -> dict[str, Cell]:
        """The check cells by exercise."""
        found = {str(grading(c)["grade_id"]): c for c in self.cells if _is_test(c)}
        return {name.removeprefix("test_"): cell for name, cell in found.items()}

    def digest(self) -> str:
        """Return a hash of all code, which does not change when a cell is run or a text is edited."""
        code = [source(cell) for cell in self.cells if cell.get("cell_type") == "code"]
        return hashlib.sha256(json.dumps(code).encode()).hexdigest()

    def text(self) -> str:
        """Return the file as Jupyter would write it."""
        return json.dumps(self.data, indent=1, ensure_ascii=False) + "\n"


def _is_answer(cell: Cell) -> bool:
    known = grading(cell)
    return known.get("solution") is True and known.get("grade") is not True and "grade_id" in known


def _is_test(cell: Cell) -> bool:
    """An answer with points of its own, such as an essay, is no test: a person reads it."""
    known = grading(cell)
    return known.get("grade") is True and known.get("solution") is not True


def is_written(notebook: Notebook, exercise: str, release: Notebook) -> bool:
    """Tell whether an answer is more than what the release gave."""
    stub = release.answers.get(exercise)
    return stub is None or source(notebook.answers[exercise]).strip() != source(stub).strip()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is the old one or the new one, whatever happens meanwhile.

    Raises:
        AssignmentError: If it cannot be written, such as on a full disk; what was there stays.
    """
    handle, scratch = -1, ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(scratch, path.stat().st_mode & 0o777)
        else:
            os.chmod(scratch, 0o644)
        os.replace(scratch, path)
    except OSError as error:
        if scratch:
            Path(scratch).unlink(missing_ok=True)
        raise AssignmentError(
            f"{str(path)!r} cannot be written ({error.strerror}): make room, or give a folder of your own."
        ) from error
