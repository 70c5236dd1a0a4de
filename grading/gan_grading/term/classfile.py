"""``class.toml``: what a class works on, until when, and what lateness costs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from datetime import date as Date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from gan_grading.errors import GradingError

CLASS_FILE = "class.toml"
ROSTER, EXTENSIONS = "roster.csv", "extensions.csv"
SUBMITTED, COLLECTED, RELEASE, OWN = "submitted", "collected", "release", "own"
KEYS: dict[str, type | tuple[type, ...]] = {
    "course_id": str,
    "timezone": str,
    "late": dict,
    "assignments": dict,
}
LATE_KEYS = {"minutes_free": (int, float), "percent_per_day": (int, float), "percent_at_most": (int, float)}
ASSIGNMENT_KEYS = {"due": (datetime, Date), "drop": list}


class ClassError(GradingError):
    """A class folder that cannot be used as it is."""


@dataclass(frozen=True)
class Late:
    """What lateness costs.

    Attributes:
        minutes_free: minutes after the due date that cost nothing.
        percent_per_day: of the points reached, for each day begun.
        percent_at_most: of the points reached, however late.
    """

    minutes_free: float = 0.0
    percent_per_day: float = 0.0
    percent_at_most: float = 100.0

    def penalty(self, score: float, seconds: float) -> float:
        """Return the points that a submission loses.

        Args:
            score: points reached.
            seconds: how late it is.
        """
        if seconds <= self.minutes_free * 60:
            return 0.0
        days = -(-seconds // 86_400)  # each day begun
        percent = min(days * self.percent_per_day, self.percent_at_most, 100.0)
        return score * percent / 100


@dataclass(frozen=True)
class Planned:
    """An assignment of the class.

    Attributes:
        name: such as ``03_minimax``.
        due: until when, in UTC without a zone, as nbgrader keeps times; ``None`` for no date.
        drop: exercises that do not count.
    """

    name: str
    due: datetime | None = None
    drop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """One class.

    Attributes:
        folder: where everything of it lies.
        course_id: what nbgrader's exchange knows it by.
        zone: of the times that name none.
        late: what lateness costs.
        assignments: chosen ones, by name.
        database: where nbgrader's settings put the gradebook; empty for a file in the folder.
    """

    folder: Path
    course_id: str = "gan_course"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    late: Late = Late()
    assignments: Mapping[str, Planned] = field(default_factory=dict)
    database: str = ""

    @property
    def db_url(self) -> str:
        """Where nbgrader's gradebook is."""
        return self.database or f"sqlite:///{self.folder / 'gradebook.db'}"

    def in_utc(self, moment: datetime) -> datetime:
        """Return a time as nbgrader keeps it; one without a zone is the class's own."""
        known = moment if moment.tzinfo else moment.replace(tzinfo=self.zone)
        return known.astimezone(UTC).replace(tzinfo=None)

    def shown(self, moment: datetime) -> str:
        """Write a time that nbgrader keeps the way it is read in this class."""
        return f"{moment.replace(tzinfo=UTC).astimezone(self.zone):%Y-%m-%d %H:%M} {self.zone.key}"


def read_term(folder: Path) -> Term:
    """Read a class's file.

    Raises:
        ClassError: if it cannot be used.
    """
    path = folder / CLASS_FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ClassError(str(path), "it must be a TOML file", f"mend it: {error}") from error
    _checked(path, "", found, KEYS)
    late = _checked(path, "late", found.get("late", {}), LATE_KEYS)
    zone = _zone(path, found.get("timezone", "UTC"))
    term = Term(folder, found.get("course_id", "gan_course"), zone, Late(**late))
    planned = {
        name: _planned(term, path, name, given) for name, given in found.get("assignments", {}).items()
    }
    return Term(folder, term.course_id, zone, term.late, planned)


def _planned(term: Term, path: Path, name: str, given: Any) -> Planned:
    _checked(path, f"assignments.{name}", given, ASSIGNMENT_KEYS)
    due = given.get("due")
    if due is not None and not isinstance(due, datetime):
        due = datetime.combine(due, time(23, 59, 59))
    return Planned(name, term.in_utc(due) if due else None, tuple(map(str, given.get("drop", ()))))


def _zone(path: Path, name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        rule = "a time zone is named like Europe/Paris or UTC"
        raise ClassError(f"{path}: timezone = {name!r}", rule, "correct it") from error


def _checked(path: Path, where: str, given: Any, known: Mapping[str, Any]) -> Mapping[str, Any]:
    at = f"{path}: [{where}]" if where else str(path)
    if not isinstance(given, dict):
        raise ClassError(f"{at} is {given!r}", "it is a table", f"write [{where}] on a line of its own")
    for key, value in given.items():
        if key not in known:
            raise ClassError(f"{at} holds {key!r}", f"it may hold {', '.join(known)}", "correct the name")
        if not isinstance(value, known[key]) or isinstance(value, bool):
            raise ClassError(
                f"{at}: {key} = {value!r}", _RULES.get(key, "that is no value for it"), "mend it"
            )
    return given


_RULES = {
    "due": "a date is written like 2026-10-12T23:59:00, without quotes",
    "drop": 'exercises are written like ["slope"]',
    **dict.fromkeys(LATE_KEYS, "it is a number"),
}
