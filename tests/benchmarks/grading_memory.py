"""How much memory one worker more takes, shared pages counted once.

    python -m tests.benchmarks.grading_memory [--json] [--workers N]

A class is graded by one worker and by several; the proportional set size of all their processes, warm parents
and student processes included, is read as each has graded a submission.
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from gan_grading.classroom.autograde import autograde
from gan_grading.classroom.options import Options
from tests.benchmarks._class import RIGHT, class_of
from tests.benchmarks._measure import parser, report

EVERY_S = 0.5


def proportional_mb(process: psutil.Process) -> float:
    """Return a process's memory, each shared page divided by the number of those who hold it."""
    try:
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


class Watch(threading.Thread):
    """Notes the most that this process's descendants held together."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self.over = 0.0, threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        me = psutil.Process()
        while not self.over.wait(EVERY_S):
            self.most = max(self.most, sum(map(proportional_mb, me.children(recursive=True))))


def most_mb(workers: int) -> float:
    """Return the most that this many workers held at once while they graded."""
    students = [f"student-{number:04d}" for number in range(3 * workers)]
    with tempfile.TemporaryDirectory() as folder, class_of(Path(folder), RIGHT, students) as assignment:
        watch = Watch()
        watch.start()
        summary = autograde(assignment, Options(jobs=workers))
        watch.over.set()
        watch.join()
        assert not summary.waiting, summary.waiting
    time.sleep(1)
    return watch.most


def measure(workers: int) -> dict[str, Any]:
    """Compare one worker with several."""
    one, many = most_mb(1), most_mb(workers)
    return {
        "mb_per_worker": round((many - one) / (workers - 1)),
        "mb_of_one": round(one),
        "mb_of_all": round(many),
        "workers": workers,
    }


def main() -> None:
    """Measure and print."""
    options = parser(__doc__.split("\n")[0])
    options.add_argument("--workers", type=int, default=3)
    given = options.parse_args()
    report(measure(given.workers), given.json)


if __name__ == "__main__":
    main()
