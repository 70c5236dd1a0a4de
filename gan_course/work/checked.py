"""What the last ``gan-course check`` of a notebook said, kept in its folder for ``status`` and ``start``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gan_course.work.notebook import Notebook, write_whole
from gan_course.work.places import STATE
from gan_course.work.run import Run, Stop, Verdict

FORM = 1


@dataclass(frozen=True)
class Checked:
    """A check that was kept.

    Attributes:
        run: What it came to.
        at: When.
        outdated: Whether the notebook's code has changed since.
    """

    run: Run
    at: datetime
    outdated: bool

    @property
    def all_well(self) -> bool:
        """Whether nothing was left to do."""
        return self.run.all_well


def keep(notebook: Notebook, run: Run) -> None:
    """Keep what a run came to.

    Raises:
        AssignmentError: If it cannot be written.
    """
    data = {
        "form": FORM,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "code": notebook.digest(),
        "verdicts": [verdict.to_json() for verdict in run.verdicts],
        "stops": [[stop.number, stop.reason] for stop in run.stops],
    }
    write_whole(_file(notebook.path), json.dumps(data, indent=1, ensure_ascii=False).encode())


def last_check(path: Path) -> Checked | None:
    """Return what the last check of a notebook said; None if there was none, or it cannot be read."""
    try:
        data = json.loads(_file(path).read_bytes())
        if data["form"] != FORM:
            return None
        run = Run(
            tuple(Verdict.from_json(v) for v in data["verdicts"]),
            tuple(Stop(int(number), str(reason)) for number, reason in data["stops"]),
        )
        outdated = data["code"] != Notebook.read(path).digest()
        return Checked(run, datetime.fromisoformat(data["at"]), outdated)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _file(path: Path) -> Path:
    return path.parent / STATE / f"{path.stem}.checked.json"
