"""The time of submission, which lies beside the notebook in a file that the student may have written."""

from __future__ import annotations

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc

# nbgrader compares this file in submitted/ and autograded/ to see whether a submission is newer.
TIMESTAMP = "timestamp.txt"
LONGEST = 80
FORM = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d{1,9})?)?"
    r"( ?([A-Za-z]{1,5}|[A-Za-z]{1,20}/[A-Za-z_]{1,30}|[+-]\d{2}:?\d{2}))?"
)
EARLIEST = datetime(2000, 1, 1)


def read_timestamp(folder: Path) -> tuple[datetime | None, str]:
    """Return when a submission was handed in, and what was wrong with its note of that, in words.

    Where the note cannot be read, the time at which the files were written stands in for it.

    Args:
        folder: a student's folder of one assignment.
    """
    path = folder / TIMESTAMP
    if not path.exists() and not path.is_symlink():
        return None, ""
    try:
        found = _read(path)
    except (OSError, ValueError, OverflowError, AttributeError, TypeError):
        found = None
    if found is not None:
        return found, ""
    replaced = _written(folder)
    return (
        replaced,
        f"its {TIMESTAMP} holds no time; {replaced} UTC, when it was stored, is used",
    )


def tolerate_timestamps() -> None:
    """Let nbgrader read the times of submission in this way, wherever it does."""
    CourseDirectory.get_existing_timestamp = _existing_timestamp


def _existing_timestamp(self: Any, dest_path: str) -> datetime | None:
    return read_timestamp(Path(dest_path))[0]


def _read(path: Path) -> datetime | None:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST:
        return None
    text = path.read_bytes().decode("ascii").strip()
    if not FORM.fullmatch(text):
        return None
    found: datetime = parse_utc(text)
    # A clock may be wrong by a day; a year 9999 is no time, and breaks every sum with it.
    latest = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    return found if EARLIEST <= found <= latest else None


def _written(folder: Path) -> datetime:
    times = [path.lstat().st_mtime for path in folder.glob("*.ipynb")] or [folder.stat().st_mtime]
    now = datetime.now(UTC).timestamp()
    moment = min(max(max(times), 0.0), now)
    return datetime.fromtimestamp(int(moment), UTC).replace(tzinfo=None)
