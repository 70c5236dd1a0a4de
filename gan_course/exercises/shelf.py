"""Where records lie: inside the notebook that is open, and in the library.

A released notebook carries the records of its own checks in its metadata, so that exercises of one's own, and
releases older than the library, need no other file. The library carries those of its own course.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gan_course.exercises.experiment import NoExperiment
from gan_course.exercises.record import FORM, Record, RecordError
from gan_course.shipped import METADATA

MOST_NOTEBOOKS, MOST_BYTES = 20, 8_000_000  # of a folder that are looked through, and of each
LIBRARY = Path(__file__).parent / "records"

Shelf = Mapping[str, Any]  # records by exercise id, as plain data


def record_for(assignment: str, exercise: str) -> Record:
    """Return the record of one exercise: the notebook's own where the library can play it, else the library's.

    Raises:
        RecordError: if there is none, or none can be used.
    """
    reasons: list[Exception] = []
    shelves = shelves_of(assignment)
    for shelf in shelves:
        if exercise in shelf:
            try:
                return Record.from_json(exercise, shelf[exercise])
            except (RecordError, NoExperiment) as error:
                reasons.append(error)
    if reasons:
        raise RecordError(str(reasons[0]))
    known = sorted({name for shelf in shelves for name in shelf})
    raise RecordError(
        f"no check for {exercise!r} in {assignment}: known here are {', '.join(known) or 'none'}; "
        "install the gan-course that the notebook came with"
    )


def shelves_of(assignment: str) -> list[Shelf]:
    """Return the records of an assignment, the notebooks' of the working folder before the library's.

    Raises:
        RecordError: if the library's are damaged or of a newer form.
    """
    folder = Path.cwd()
    notebooks = sorted(folder.glob("*.ipynb"))[:MOST_NOTEBOOKS]
    stamped = [
        (str(path), path.stat().st_mtime_ns) for path in notebooks if path.stat().st_size <= MOST_BYTES
    ]
    carried = [_carried(path, stamp, assignment) for path, stamp in stamped]
    return [*(shelf for shelf in carried if shelf), in_library(assignment)]


@cache
def in_library(assignment: str) -> Shelf:
    """Return the library's own records of an assignment; none where it has none.

    Raises:
        RecordError: if they are damaged or of a newer form.
    """
    file = LIBRARY / f"{assignment}.json"
    return _read(file.read_text(encoding="utf-8"), assignment) if file.is_file() else {}


@cache
def _carried(path: str, _stamp: int, assignment: str) -> Shelf:
    """Return what a notebook carries for an assignment; nothing where it cannot be read."""
    try:
        own = json.loads(Path(path).read_text(encoding="utf-8"))["metadata"][METADATA]
        return unpacked(own) if own["assignment"] == assignment else {}
    except (OSError, ValueError, KeyError, TypeError, RecordError):
        return {}  # another program's notebook, or one half saved: the library's records are there


def packed(assignment: str, text: str) -> dict[str, str]:
    """Return a file of records as a notebook's metadata.

    Args:
        assignment: its name.
        text: the file.
    """
    data = base64.b85encode(zlib.compress(text.encode(), 9)).decode()
    return {"assignment": assignment, "records": data}


def unpacked(metadata: Mapping[str, Any]) -> Shelf:
    """Read what :func:`packed` wrote.

    Raises:
        RecordError: if it is damaged or of a newer form.
    """
    return _read(text_of(metadata), str(metadata.get("assignment", "")))


def text_of(metadata: Mapping[str, Any]) -> str:
    """Return the file of records that :func:`packed` packed.

    Raises:
        RecordError: if it is damaged.
    """
    try:
        unzip = zlib.decompressobj()
        return unzip.decompress(base64.b85decode(metadata["records"]), MOST_BYTES).decode()
    except (KeyError, ValueError, TypeError, zlib.error) as error:
        raise RecordError("the records in the notebook are damaged; copy it again") from error


def _read(text: str, assignment: str) -> Shelf:
    try:
        data = json.loads(text)
        form, exercises = int(data["form"]), dict(data["exercises"])
    except (ValueError, KeyError, TypeError) as error:
        raise RecordError(f"the records of {assignment} are damaged; install gan-course again") from error
    if form != FORM:
        raise RecordError(
            f"the records of {assignment} are of form {form}, this library reads {FORM}; update it"
        )
    return exercises
