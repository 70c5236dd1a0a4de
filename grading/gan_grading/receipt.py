"""Compare a file made by ``gan-course pack`` with the receipt in it.

A receipt is no evidence: whoever can write a notebook can write one. It tells whether the notebook arrived as
it was packed, and what the student's machine saw. Points come from grading alone.
"""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from gan_course import __version__
from gan_course.work.receipt import MOST_BYTES, NAME, Receipt, code_of, text_hash
from gan_grading.course import Course
from gan_grading.engine.limits import Limits
from gan_grading.engine.submitted import MEGABYTE, read_cells
from gan_grading.errors import SubmissionError, UnknownAssignmentError
from gan_grading.nbgrader.unpack import UNREADABLE, ZIP_METHODS
from gan_grading.shown import shown

MOST_MEMBERS = 20
LONGEST = 200


@dataclass(frozen=True)
class Line:
    """One thing looked at.

    Attributes:
        well: Whether it is as it must be; None for what is only told.
        text: What was found, fit for a terminal.
    """

    well: bool | None
    text: str

    def __str__(self) -> str:
        return f"{'·' if self.well is None else '✓' if self.well else '✗'} {self.text}"


def compare(file: Path, course: Course, code: str | None = None) -> list[Line]:
    """Look at a packed file.

    Args:
        file: The zip file.
        course: The course it is for.
        code: The receipt's code that the student has written down, if they name one.

    Returns:
        What was found, in order; all is well if no line's ``well`` is False.

    Raises:
        SubmissionError: If the file is not one that ``gan-course pack`` makes.
    """
    members = _members(file)
    raw = members.pop(NAME, None)
    if raw is None or len(members) != 1:
        raise SubmissionError(
            str(file), f"a pack holds one notebook and {NAME}", "grade the notebook without a receipt"
        )
    try:
        receipt = Receipt.from_text(raw.decode())
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            f"{file}: {NAME}", f"it cannot be read ({error})", "ask for a new pack"
        ) from error
    ((name, notebook),) = members.items()
    lines = [_arrived(receipt, name, notebook)]
    if code is not None:
        lines.append(_code(code, code_of(raw)))
    lines += _answers(receipt, notebook, course)
    return [*lines, *_told(receipt, code_of(raw))]


def _members(file: Path) -> dict[str, bytes]:
    """Read what a zip file holds, each member up to what it may have."""
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS or any(i.compress_type not in ZIP_METHODS for i in infos):
                raise SubmissionError(str(file), "it is no file of gan-course pack", "ask for a new pack")
            return {info.filename: _read(archive, info) for info in infos if not info.is_dir()}
    except UNREADABLE as error:
        raise SubmissionError(
            str(file), f"it is no zip file that can be read ({error})", "ask for it again"
        ) from error


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    most = MOST_BYTES if info.filename == NAME else Limits().notebook_mb * MEGABYTE
    with archive.open(info) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise SubmissionError(info.filename, f"it may have {most} bytes", "ask for a new pack")
    return data


def _arrived(receipt: Receipt, name: str, notebook: bytes) -> Line:
    same = hashlib.sha256(notebook).hexdigest() == receipt.sha256 and name == receipt.notebook
    if same:
        return Line(True, f"{_word(name)} is the notebook that was packed (same SHA-256)")
    return Line(False, f"{_word(name)} is not the notebook that was packed: one of the two was changed after")


def _code(given: str, found: str) -> Line:
    same = given.strip().lower() == found
    return Line(same, f"the receipt's code is {found}{'' if same else f', not {_word(given)}'}")


def _answers(receipt: Receipt, notebook: bytes, course: Course) -> list[Line]:
    """Compare the notebook's answers with the receipt's, and its ids with the course's."""
    cells, oddities = read_cells(notebook, Limits())
    lines = [Line(None, oddity) for oddity in oddities]
    texts = {cell.grade_id: cell.source for cell in cells if cell.grade_id in receipt.answers}
    changed = [name for name, digest in receipt.answers.items() if text_hash(texts.get(name, "")) != digest]
    if changed:
        lines.append(Line(False, f"answers that are not those of the receipt: {_names(changed)}"))
    try:
        wanted = [exercise.id for exercise in course.assignment(receipt.assignment).exercises]
    except UnknownAssignmentError:
        return [*lines, Line(False, f"no assignment of this course is called {_word(receipt.assignment)}")]
    there = {cell.grade_id for cell in cells}
    lost = [name for name in wanted if name not in there]
    if lost:
        lines.append(Line(False, f"exercises without their cell: {_names(lost)}"))
    else:
        lines.append(Line(True, f"all {len(wanted)} exercises of {receipt.assignment} have their cell"))
    return lines


def _told(receipt: Receipt, code: str) -> list[Line]:
    """Repeat what the receipt says; nothing of it can be known from here."""
    states: dict[str, list[str]] = {}
    for name, state in receipt.verdicts.items():
        states.setdefault(state, []).append(name)
    said = "; ".join(
        f"{len(names)} {_word(state)}" + ("" if state in ("green", "answered") else f" ({_names(names)})")
        for state, names in states.items()
    )
    versions = ", ".join(f"{_word(name)} {_word(version)}" for name, version in receipt.versions.items())
    lines = [
        Line(None, f"packed at {_word(receipt.packed_at)}, receipt {code}"),
        Line(None, f"the student's machine said: {said or 'nothing'}. No evidence: grading decides"),
        Line(None, f"with {versions}; here gan-course is {__version__}"),
    ]
    return lines + [Line(None, f"there {_word(stop)}") for stop in receipt.stops[:MOST_MEMBERS]]


def _names(names: list[str]) -> str:
    return shown(", ".join(names), LONGEST)


def _word(text: str) -> str:
    return shown(text, LONGEST)
