"""What ``import gan_course`` adds to ``import torch``, in seconds and memory.

    python tests/benchmarks/import_cost.py --json

Each import runs in a fresh process; the two take turns, and the library's own seconds are measured inside the
process after torch is there. Prints ``import_over_torch_s``, ``torch_s`` and memory in MB.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._measure import parser, report

_PROBE = """
import json, resource, sys, time
begin = time.perf_counter()
import torch
middle, cpu = time.perf_counter(), time.process_time()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kB on Linux
{statement}
print(json.dumps({{
    "torch_s": middle - begin,
    "over_torch_s": time.perf_counter() - middle,
    "over_torch_cpu_s": time.process_time() - cpu,
    "torch_mb": before / 1024,
    "over_torch_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
}}))
"""

STATEMENTS = {
    "import": "import gan_course",
    "all": "import gan_course.data, gan_course.metrics, gan_course.plots, gan_course.training",
    "checks": "import gan_course.exercises, gan_course.lesson",
}


def once(statement: str) -> dict[str, float]:
    """Import in a fresh process and return what it cost."""
    code = _PROBE.format(statement=statement)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--rounds", type=int, default=5)
    options = made.parse_args()
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in STATEMENTS}
    for _ in range(options.rounds):
        for name, statement in STATEMENTS.items():
            runs[name].append(once(statement))
    result: dict[str, Any] = {
        "torch_s": _median(runs["import"], "torch_s"),
        "torch_mb": _median(runs["import"], "torch_mb"),
    }
    for name, found in runs.items():
        for key in ("over_torch_s", "over_torch_cpu_s", "over_torch_mb"):
            result[f"{name}_{key}"] = _median(found, key)
    report(result, options.json)


def _median(runs: list[dict[str, float]], key: str) -> float:
    return statistics.median(r[key] for r in runs)


if __name__ == "__main__":
    main()
