"""Release the records of an assignment's checks, made from its keys."""

from __future__ import annotations

import json
from pathlib import Path

from gan_course.exercises.record import Record, RecordError
from gan_course.exercises.shelf import text_of
from gan_course.shipped import METADATA
from gan_grading.course import Assignment, Course
from gan_grading.keys.load import keys_in
from gan_grading.keys.records import RecordRefused, alike, make_record, record_problems, records_text
from gan_grading.release.problems import Problem

MOST_BYTES = 40_000  # of one exercise's record; all of the course's together stay below 1 MB


def records_file(course: Course, assignment: Assignment) -> Path | None:
    """Return where records go beside the notebook that carries them: into this course's own library."""
    library = course.root / "gan_course" / "exercises" / "records"
    return library / f"{assignment.name}.json" if library.is_dir() else None


def build_records(course: Course, assignment: Assignment) -> tuple[bytes, list[Problem]]:
    """Make an assignment's records, keeping every stored number that has not moved beyond its tolerance.

    Returns:
        The file, empty where the assignment has no keys, and what is wrong with the keys.
    """
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
    if not records:
        return b"", problems
    text = records_text(records)
    return _kept(course, assignment, text).encode(), problems


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
    """Return the records of the last release, the library's or the notebook's own, or ``""``."""
    file = records_file(course, assignment)
    try:
        if file is not None:
            return file.read_text(encoding="utf-8")
        carried = json.loads(assignment.released.read_text(encoding="utf-8"))["metadata"][METADATA]
        return text_of(carried)
    except (OSError, ValueError, KeyError, TypeError, RecordError):
        return ""


def _kept(course: Course, assignment: Assignment, text: str) -> str:
    """Return the stored text where it says the same within the tolerance of comparisons."""
    stored = stored_records(course, assignment)
    try:
        return stored if alike(json.loads(stored), json.loads(text)) else text
    except (ValueError, KeyError, TypeError):
        return text
