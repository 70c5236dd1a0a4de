"""Release the records of an assignment's checks, made from its keys.

What a known mistake gives may hang on the last digit of a sum, and so on the processor. A file of records
therefore says by a seal which sources it was made of; while these are the same, it is not made again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gan_course.exercises.record import Record, RecordError
from gan_course.exercises.shelf import text_of
from gan_course.shipped import METADATA
from gan_grading.course import Assignment, Course
from gan_grading.keys.load import FOLDER, keys_in
from gan_grading.keys.records import RecordRefused, alike, make_record, record_problems, records_text
from gan_grading.keys.sources import sources
from gan_grading.release.problems import Problem

MOST_BYTES = 40_000  # of one exercise's record; all of the course's together stay below 1 MB
SEAL = re.compile(r'"made_of": "(\w+)", ')


def records_file(course: Course, assignment: Assignment) -> Path | None:
    """Return where records go beside the notebook that carries them: into this course's own library."""
    library = assignment.home / "gan_course" / "exercises" / "records"
    return library / f"{assignment.name}.json" if library.is_dir() else None


def names_of_keys(assignment: Assignment) -> frozenset[str]:
    """Return which exercises have a key, without reading one."""
    files = (assignment.source.parent / FOLDER).glob("*.py")
    return frozenset(file.stem for file in files if not file.name.startswith("_"))


def build_records(course: Course, assignment: Assignment, anew: bool = False) -> tuple[str, list[Problem]]:
    """Make an assignment's records, keeping every stored number that has not moved beyond its tolerance.

    Args:
        course: the course.
        assignment: the assignment.
        anew: play the keys even where the stored records were made of these very sources.

    Returns:
        The records, empty where the assignment has no keys, and what is wrong with the keys.
    """
    stored = stored_records(course, assignment)
    if not anew and stored and _sealed(assignment, stored) == _file_text(course, assignment):
        return stored, []
    keys = keys_in(assignment.source.parent)
    records: dict[str, Record] = {}
    problems = _without_exercise(course, assignment, set(keys)) if keys else []
    for exercise in assignment.exercises:
        key = keys.get(exercise.id)
        if key is None:
            continue
        where = f"{course.relative(assignment.source.parent)}/exercises/{exercise.id}.py"
        try:
            record = records[exercise.id] = make_record(key)
        except RecordRefused as refused:
            problems.append(Problem(where, "right_passes", str(refused), "mend the key or its experiment"))
            continue
        problems += [
            Problem(where, "mistakes_show", line, "then release again")
            for line in record_problems(key, record)
        ]
        size = len(records_text({exercise.id: record}))
        if size > MOST_BYTES:
            found = f"its record has {size} bytes, and {MOST_BYTES} is the limit"
            problems.append(
                Problem(where, "small_record", found, "draw fewer public inputs: inputs.count(…)")
            )
    return _kept(stored, records_text(records)) if records else "", problems


def records_bytes(course: Course, assignment: Assignment, text: str) -> bytes:
    """Return the file of an assignment's records: sealed, empty where it has none or no file holds them."""
    return _sealed(assignment, text).encode() if text and records_file(course, assignment) else b""


def _sealed(assignment: Assignment, text: str) -> str:
    """Note in records which sources, and which numbers, they are: a change in either breaks the seal."""
    found = hashlib.sha256(text.encode())
    found.update("\n".join(exercise.id for exercise in assignment.exercises).encode())
    for part in sources([assignment.source.parent / FOLDER]):
        found.update(part)
    return text.replace('"exercises"', f'"made_of": "{found.hexdigest()[:16]}", "exercises"', 1)


def _file_text(course: Course, assignment: Assignment) -> str:
    file = records_file(course, assignment)
    return file.read_text(encoding="utf-8") if file is not None and file.is_file() else ""


def _without_exercise(course: Course, assignment: Assignment, keys: set[str]) -> list[Problem]:
    ids = {exercise.id for exercise in assignment.exercises}
    where = course.relative(assignment.source.parent)
    return [
        Problem(
            f"{where}/exercises/{name}.py",
            "key_of_exercise",
            "no exercise has this id",
            "rename or delete it",
        )
        for name in sorted(keys - ids)
    ]


def stored_records(course: Course, assignment: Assignment) -> str:
    """Return the records of the last release, unsealed: the library's or the notebook's own, or ``""``."""
    try:
        if records_file(course, assignment) is not None:
            return SEAL.sub("", _file_text(course, assignment), count=1)
        carried = json.loads(assignment.released.read_text(encoding="utf-8"))["metadata"][METADATA]
        return text_of(carried)
    except (OSError, ValueError, KeyError, TypeError, RecordError):
        return ""


@contextmanager
def records_at_hand(course: Course, assignment: Assignment, released: bytes) -> Iterator[None]:
    """Let the solved notebook's checks find their records while it runs, where no library holds them.

    Args:
        course: the course.
        assignment: the assignment.
        released: the student's notebook, which carries them.
    """
    carrier = assignment.source.with_name(f".{assignment.source.stem}-records.ipynb")
    if records_file(course, assignment) is None:
        carrier.write_bytes(released)
    try:
        yield
    finally:
        carrier.unlink(missing_ok=True)


def _kept(stored: str, text: str) -> str:
    """Return the stored text where it says the same within the tolerance of comparisons."""
    try:
        return stored if alike(json.loads(stored), json.loads(text)) else text
    except (ValueError, KeyError, TypeError):
        return text
