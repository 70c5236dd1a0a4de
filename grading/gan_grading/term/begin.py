"""``gan-grade init``: make a class folder, or bring one to the version that is installed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from gan_grading.course import Assignment, Course
from gan_grading.release.writing import write_atomically
from gan_grading.term.classfile import CLASS_FILE, OWN, ROSTER, SUBMITTED, ClassError, read_term
from gan_grading.term.roster import COLUMNS

RECORD = ".gan-class.json"
CONFIG = "nbgrader_config.py"

CONFIG_TEXT = '''\
"""nbgrader's configuration of this class. Settings of your own go below; they win over the course's."""

from pathlib import Path

from gan_grading.nbgrader.settings import configure

c = get_config()  # noqa: F821 - nbgrader puts get_config into this file
configure(c, Path(__file__).parent)
'''
OWN_TEXT = """\
Assignments of your own lie here, as in the course itself: own/solutions/20_mine/mine.py and its keys in
own/solutions/20_mine/exercises/. In the class folder every command finds them beside the course's; one with
the name of the course's takes its place.

    gan-grade new-exercise 20_mine shift     begins an exercise, and the assignment if it is not there
    gan-grade release 20_mine                makes the notebooks
    nbgrader generate_assignment 20_mine     releases it to this class
"""
CLASS_TEXT = """\
# This class. Every command reads this file. After a change, `gan-grade init .` brings the gradebook up to
# date and says what it did.
course_id = "gan_course"  # what nbgrader's exchange knows the class by; leave it once grading has begun
timezone = "UTC"          # of all times that name no zone, here and in archives: "Europe/Paris"

[late]                    # what lateness costs, of the points reached
minutes_free = 0          # this much after the due date costs nothing
percent_per_day = 0       # for each day begun
percent_at_most = 100
"""
ASSIGNMENT_TEXT = """
[assignments.{name}]
# due = 2030-12-31T23:59:00
# drop = ["an_exercise"]  # does not count, for anybody
"""


@dataclass(frozen=True)
class Begun:
    """What ``gan-grade init`` did.

    Attributes:
        folder: the class.
        lines: for the terminal, one a change.
    """

    folder: Path
    lines: tuple[str, ...]


def begin(folder: Path, course: Course, chosen: Sequence[str] = ()) -> Begun:
    """Make a class folder; in one that is there, replace what nobody edited and tell what is new.

    Args:
        folder: where; it is made if it is not there.
        course: the course the class works on.
        chosen: assignments of a new class; none means all.

    Raises:
        ClassError: if the folder is the course's, or holds something else.
    """
    folder, course = folder.resolve(), Course(course.root)  # what the class has of its own is no news to it
    if folder == course.root or (folder / "solutions").is_dir():
        raise ClassError(str(folder), "a class lies beside the course, not in its folder", "name another one")
    is_new = not (folder / CLASS_FILE).exists()
    if is_new and folder.exists() and any(folder.iterdir()):
        raise ClassError(str(folder), "a new class begins in an empty folder", "name another one")
    names = [each.name for each in course.select(chosen)]
    if chosen and not is_new:
        raise ClassError(f"--assignment {names[0]}", f"{CLASS_FILE} says what is taught", "add it there")
    for part in (SUBMITTED, OWN):
        (folder / part).mkdir(parents=True, exist_ok=True)
    before = _read_record(folder)
    texts = {
        CONFIG: CONFIG_TEXT,
        CLASS_FILE: CLASS_TEXT + "".join(ASSIGNMENT_TEXT.format(name=name) for name in names),
        ROSTER: ",".join(COLUMNS) + "\n",
        f"{OWN}/README.txt": OWN_TEXT,
    }
    lines = [line for name, text in texts.items() if (line := _put(folder, name, text, before, is_new))]
    for name in read_term(folder).assignments:
        if not (folder / OWN / "solutions" / name).is_dir():
            course.assignment(name)  # a name that nobody knows is told now
    now = {
        "version": version("gan-grading"),
        "files": before.get("files", {}) | {name: _digest(text.encode()) for name, text in texts.items()},
        "assignments": {each.name: _contents(each) for each in course.assignments},
    }
    if not is_new:
        lines += _news(before, now)
    write_atomically(folder / RECORD, json.dumps(now, indent=1, sort_keys=True).encode())
    return Begun(folder, tuple(lines))


def _put(folder: Path, name: str, text: str, before: Mapping[str, Any], is_new: bool) -> str:
    """Write a file unless the instructor's own is there, and return what was done in words."""
    path = folder / name
    if not path.exists():
        write_atomically(path, text.encode())
        return f"{name}: written"
    if name in (CLASS_FILE, ROSTER):  # the instructor's from the first day
        return ""
    found, made = _digest(path.read_bytes()), before.get("files", {}).get(name)
    if found == _digest(text.encode()):
        return ""
    if found == made:
        write_atomically(path, text.encode())
        return f"{name}: replaced by the new version's"
    if made == _digest(text.encode()):
        return ""
    write_atomically(folder / f"{name}.new", text.encode())
    return f"{name}: edited by you, so it stays; the new version's is {name}.new"


def _news(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Tell what a new version of the course brings."""
    if before.get("version") not in (None, now["version"]):
        yield f"gan-grading {before['version']} has become {now['version']}"
    old: Mapping[str, Any] = before.get("assignments", {})
    new: Mapping[str, Any] = now["assignments"]
    for name in new:
        if name not in old:
            yield f"{name}: new in the course; write [assignments.{name}] into {CLASS_FILE} to use it"
            continue
        was, has = old[name]["points"], new[name]["points"]
        yield from (f"{name}: {exercise} is gone" for exercise in was if exercise not in has)
        for exercise, points in has.items():
            if exercise not in was:
                yield f"{name}: {exercise} is new, {points:g} points"
            elif points != was[exercise]:
                yield f"{name}: {exercise} is worth {points:g} points, {was[exercise]:g} before"
        if old[name]["source"] != new[name]["source"]:
            yield f"{name}: its notebook has changed; nbgrader generate_assignment {name} brings it here"
    yield from (f"{name}: not in the course any more" for name in old if name not in new)


def _contents(assignment: Assignment) -> dict[str, Any]:
    points = {exercise.id: exercise.points for exercise in assignment.exercises}
    return {"source": _digest(assignment.source.read_bytes()), "points": points}


def _read_record(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
