"""``roster.csv``: who is in the class, in the columns that ``nbgrader db student import`` takes as well."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gan_grading.nbgrader.names import trouble_with
from gan_grading.term.classfile import ROSTER, ClassError

COLUMNS = ("id", "first_name", "last_name", "email", "lms_user_id")


@dataclass(frozen=True)
class Student:
    """One line of the roster.

    Attributes:
        id: nbgrader's name for the student, and the folder's.
        first_name: given name.
        last_name: family name.
        email: which platforms match grades by.
        lms_user_id: the platform's number for the student.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def full_name(self) -> str:
        """Given name, then family name; the id where there is neither."""
        return f"{self.first_name} {self.last_name}".strip() or self.id


def read_roster(folder: Path) -> tuple[Student, ...]:
    """Read a class's roster.

    Raises:
        ClassError: if a line cannot be used.
    """
    path = folder / ROSTER
    try:
        # Spreadsheets put a mark at the front of the file.
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            columns = [str(name).strip() for name in table.fieldnames or ()]
            table.fieldnames = columns
            rows = [{k: (v or "").strip() for k, v in row.items() if k} for row in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ClassError(
            f"{path}: {error}", "it is a table in UTF-8", f"columns {','.join(COLUMNS)}"
        ) from error
    if "id" not in columns:
        raise ClassError(f"{path} has the columns {columns}", f"they are {','.join(COLUMNS)}", "name them")
    students: dict[str, Student] = {}
    for row in rows:
        name = row["id"]
        trouble = trouble_with(name) or ("it stands there twice; remove one" if name in students else "")
        if trouble:
            raise ClassError(f"{path}: id {name!r}", trouble)
        students[name] = Student(**{key: row.get(key, "") for key in COLUMNS})
    return tuple(students.values())


def squeezed(name: str) -> str:
    """Return a name without case, accents, blanks and signs: what is left when systems have written it."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] in "LN")


class Matcher:
    """Finds a student by what a platform wrote."""

    def __init__(self, students: Iterable[Student]) -> None:
        """Note every way in which each student may be written.

        Args:
            students: of the roster.
        """
        self._by_id: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        for each in students:
            for known in filter(None, (each.lms_user_id, each.id.casefold(), each.email.casefold())):
                self._by_id.setdefault(known, set()).add(each.id)
            for way in {each.first_name + each.last_name, each.last_name + each.first_name} - {""}:
                self._by_name.setdefault(squeezed(way), set()).add(each.id)

    def find(self, name: str, number: str = "") -> tuple[str, str]:
        """Return a student's id, and what stands in the way if there is none.

        Args:
            name: as the platform writes it.
            number: the platform's, where it is the same in every assignment.
        """
        by_id = self._by_id.get(number) or self._by_id.get(name.casefold())
        found = by_id or self._by_name.get(squeezed(name)) or set()
        if len(found) == 1:
            return next(iter(found)), ""
        if found:
            return "", f"{', '.join(sorted(found))} go by that name; give each an lms_user_id in {ROSTER}"
        return "", f"nobody in {ROSTER} goes by that name"
