"""The collector of ``nbgrader zip_collect``: whose file is whose, told from names a student may have made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.plugins.zipcollect import FileNameCollectorPlugin
from nbgrader.utils import parse_utc

from gan_grading.nbgrader.logs import tidy_log
from gan_grading.nbgrader.names import quoted, trouble_with
from gan_grading.nbgrader.unpack import shortened


class SafeCollector(FileNameCollectorPlugin):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's own collector; what would end the collection of a class skips one file, with a line."""

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Tell the student and the notebook from a file's name; ``None`` to skip it."""
        tidy_log(self)
        found = super().collect(submitted_file)
        if not found or not found.get("student_id") or not found.get("file_id"):
            return None
        student, file = found["student_id"], Path(found["file_id"]).stem
        shown = shortened("/".join(Path(submitted_file).parts[-2:]))
        trouble = trouble_with(student)
        if trouble:
            self.log.error("Skipped %s: its student would be %s: %s", shown, quoted(student), trouble)
            return None
        if not _is_time(found.get("timestamp")):
            self.log.warning("%s: its name holds no time of submission, it is collected without one", shown)
            found.pop("timestamp")
        # nbgrader compares times where a student has two of a kind, and gives up where there are none.
        taken = self.__dict__.setdefault("_taken", {})
        key, time = (student, file), found.get("timestamp")
        if key in taken and not (time and taken[key]):
            self.log.error("Skipped %s: %s of %s was collected before; remove one", shown, file, student)
            return None
        taken[key] = time
        return dict(found)


def _is_time(given: Any) -> bool:
    if not given:
        return True
    try:
        parse_utc(given)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return False
    return True
