"""How much faster more workers are, where what they wait for is not this machine's cores.

    python -m tests.benchmarks.grading_scaling [--json] [--workers N ...] [--tasks N] [--seconds S]

Each task sleeps, as a submission does on a machine of its own; what is measured is how well the run keeps all
workers busy, results of a real submission's size on their way back included.
"""

from __future__ import annotations

import time
from typing import Any

from gan_grading.classroom.cluster import open_cluster
from tests.benchmarks._measure import parser, report

RESULT = 50_000  # bytes


def slow(seconds: float, number: int) -> bytes:
    """Stand for a submission."""
    time.sleep(seconds)
    return number.to_bytes(8, "big") * (RESULT // 8)


def seconds_of(workers: int, tasks: int, seconds: float) -> float:
    """Return how long all tasks take once the workers are there."""
    with open_cluster(workers) as cluster:
        list(cluster.results(slow, [(str(n), (0.0, n)) for n in range(4 * workers)]))
        started = time.perf_counter()
        done = cluster.results(slow, [(str(n), (seconds, n)) for n in range(tasks)])
        results = {name: data for (name, _), data in done}
        passed = time.perf_counter() - started
    assert {name: int.from_bytes(data[:8], "big") for name, data in results.items()} == {
        str(number): number for number in range(tasks)
    }
    return passed


def measure(workers: list[int], tasks: int, seconds: float) -> dict[str, Any]:
    """Compare numbers of workers with a worker that never waits."""
    passed = [seconds_of(number, tasks, seconds) for number in workers]
    return {
        "workers": workers,
        "speedup": [round(tasks * seconds / each, 2) for each in passed],
        "seconds": [round(each, 2) for each in passed],
    }


def main() -> None:
    """Measure and print."""
    options = parser(__doc__.split("\n")[0])
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8])
    options.add_argument("--tasks", type=int, default=64)
    options.add_argument("--seconds", type=float, default=1.0)
    given = options.parse_args()
    report(measure(given.workers, given.tasks, given.seconds), given.json)


if __name__ == "__main__":
    main()
