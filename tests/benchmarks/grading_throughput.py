"""How many submissions of 03_minimax a minute are graded, and how many times as fast as stock nbgrader is.

    python -m tests.benchmarks.grading_throughput [--json] [--jobs N] [--submissions N] [--stock N]

In each round ``gan-grade autograde`` grades right submissions with the sandbox on, then nbgrader's own loop
grades some of the same with the same probes in its kernels. Starting workers and importing libraries does
not count: the clock runs from each worker's first result to the last, and for nbgrader after its import.
``cpu_s_per_submission`` is the engine's, grader, student process and cells together, and the coordinator's.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from nbgrader.converters import Autograde

from gan_grading.classroom import autograde as class_run
from gan_grading.classroom.cluster import cores
from gan_grading.classroom.options import Options
from gan_grading.classroom.progress import Progress
from gan_grading.course import find_course
from gan_grading.engine import Pool, choose_sandbox
from gan_grading.nbgrader.application import nbgrader_app
from tests.benchmarks import grading_cost
from tests.benchmarks._class import RIGHT, class_of, scores
from tests.benchmarks._measure import parser, report


class Clock(Progress):
    """Notes when each result came."""

    times: list[float] = []  # noqa: RUF012 - one run at a time

    def step(self, student: str, in_trouble: bool) -> None:
        """Count one submission."""
        self.times.append(time.perf_counter())
        super().step(student, in_trouble)


def ours(root: Path, jobs: int, submissions: int) -> tuple[float, float]:
    """Return seconds of the clock, and of the coordinator's processor, that a submission takes."""
    students = [f"student-{number:04d}" for number in range(submissions + jobs)]
    with class_of(root, RIGHT, students) as assignment, patch.object(class_run, "Progress", Clock):
        Clock.times.clear()
        cpu = time.process_time()
        summary = class_run.autograde(assignment, Options(jobs=jobs))
        cpu = (time.process_time() - cpu) / len(students)
    assert not summary.waiting, summary.waiting
    assert {result.points for result in summary.graded.values()} == {assignment.points}
    return (Clock.times[-1] - Clock.times[jobs - 1]) / submissions, cpu


def stock(root: Path, submissions: int) -> float:
    """Return seconds that nbgrader takes a submission, with the same probes in its own kernels."""
    students = [f"student-{number:04d}" for number in range(submissions)]
    with class_of(root, RIGHT, students, mode="in-kernel") as assignment:
        app = nbgrader_app(assignment.name)
        converter = Autograde(coursedir=app.coursedir, parent=app)
        started = time.perf_counter()
        converter.start()
        passed = time.perf_counter() - started
        assert {sum(map(float, s.values())) for s in scores(root).values()} == {assignment.points}  # type: ignore[arg-type]
    return passed / submissions


def measure(jobs: int, submissions: int, stock_submissions: int, rounds: int) -> dict[str, Any]:
    """Let both grade in turn."""
    ours_s, coordinator_s, stock_s = [], [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            seconds, cpu = ours(Path(folder) / "ours", jobs, submissions)
            ours_s.append(seconds)
            coordinator_s.append(cpu)
            if stock_submissions:
                stock_s.append(stock(Path(folder) / "stock", stock_submissions))
    sandbox = choose_sandbox()
    with Pool(sandbox) as pool:
        cost = grading_cost.measure(find_course().assignment("03_minimax"), pool, 3)
    ratios = [slow / fast for slow, fast in zip(stock_s, ours_s, strict=False)]
    engine_s = cost["cpu_s_per_submission"] + cost["own_cells_cpu_s"]
    return {
        "submissions_per_minute": round(60 / statistics.median(ours_s), 1),
        "ratio_vs_nbgrader": round(statistics.median(ratios), 2) if ratios else None,
        "cpu_s_per_submission": round(engine_s + statistics.median(coordinator_s), 3),
        "coordinator_cpu_s_per_submission": round(statistics.median(coordinator_s), 3),
        "nbgrader_s_per_submission": round(statistics.median(stock_s), 2) if stock_s else None,
        "sandbox": sandbox.kind,
        "jobs": jobs,
    }


def main() -> None:
    """Measure and print."""
    options = parser(__doc__.split("\n")[0])
    options.add_argument("--jobs", type=int, default=cores())
    options.add_argument("--submissions", type=int, default=60)
    options.add_argument(
        "--stock", type=int, default=4, help="submissions that nbgrader grades; 0 leaves it out"
    )
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    report(measure(given.jobs, given.submissions, given.stock, given.rounds), given.json)


if __name__ == "__main__":
    main()
