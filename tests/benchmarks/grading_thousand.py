"""A class of a thousand whose workers are killed at random and whose run is killed twice.

    python -m tests.benchmarks.grading_thousand [--json] [--submissions N] [--jobs N] [--every S] [--seed N]

The same command is started again after each kill. Each submission's scores are compared with those of the
same answers in a small class that was graded undisturbed with the same seed.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psutil

from gan_grading.classroom.autograde import autograde
from gan_grading.classroom.cluster import cores
from gan_grading.classroom.options import Options
from gan_grading.classroom.seed import class_seed
from gan_grading.demo.classroom import ASSIGNMENT, PUPILS
from tests.benchmarks._class import class_of, scores
from tests.benchmarks._measure import parser, report

BEGUN = re.compile("multiprocessing.(spawn|forkserver) ")
COORDINATORS = 2  # that are killed


def journaled(root: Path) -> list[str]:
    """Return whose results are in the journal, in order."""
    path = root / "journal" / f"{ASSIGNMENT}.jsonl"
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    return [json.loads(line.partition(b" ")[2])["student"] for line in lines]


def kill_a_worker(run: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill one of Dask's workers, if there is one now."""
    try:
        below = psutil.Process(run.pid).children(recursive=True)
        begun = [child for child in below if BEGUN.search(" ".join(child.cmdline()))]
        numbers = {child.pid for child in begun}
        # Where workers are forked, what they are forked from is no worker.
        workers = [child for child in begun if child.ppid() in numbers] or begun
        chance.choice(workers).kill()
    except (psutil.Error, IndexError):
        return False
    return True


def disturbed(root: Path, students: int, jobs: int, every: float, chance: random.Random) -> int:
    """Grade a class, with kills; return how many there were."""
    command = [str(Path(sys.executable).with_name("gan-grade")), "autograde", ASSIGNMENT, "--jobs", str(jobs)]
    kills, ends = 0, [students * (n + 1) // (COORDINATORS + 1) for n in range(COORDINATORS)]
    while True:
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        due = time.monotonic() + chance.expovariate(1 / every)
        while run.poll() is None:
            time.sleep(0.2)
            if ends and len(journaled(root)) >= ends[0]:
                ends.pop(0)
                run.kill()
                run.wait()
                kills += 1
            elif time.monotonic() > due:
                kills += kill_a_worker(run, chance)
                due = time.monotonic() + chance.expovariate(1 / every)
        if run.returncode == 0:
            return kills


def measure(submissions: int, jobs: int, every: float, seed: int) -> dict[str, Any]:
    """Grade a small class in peace and a large one with kills, and compare."""
    chance = random.Random(seed)
    students = [f"student-{number:04d}" for number in range(submissions)]
    with tempfile.TemporaryDirectory() as folder:
        peace, root = Path(folder) / "peace", Path(folder) / "class"
        with class_of(peace, PUPILS, students[: len(PUPILS)]) as assignment:
            autograde(assignment, Options(jobs=jobs))
            wanted = [scores(peace)[student] for student in students[: len(PUPILS)]]
            kept = (peace / "journal" / f"{ASSIGNMENT}.seed").read_text()
        with class_of(root, PUPILS, students):
            (root / "journal").mkdir()
            (root / "journal" / f"{ASSIGNMENT}.seed").write_text(kept)
            class_seed(root, ASSIGNMENT)
            started = time.monotonic()
            kills = disturbed(root, submissions, jobs, every, chance)
            passed = time.monotonic() - started
            found, times = scores(root), Counter(journaled(root))
    expected = {student: wanted[number % len(PUPILS)] for number, student in enumerate(students)}
    return {
        "submissions": submissions,
        "lost": sum(student not in found or None in found[student].values() for student in students),
        "twice": sum(times[student] > 1 for student in students),
        "different": sum(found.get(student) != expected[student] for student in students),
        "kills": kills,
        "minutes": round(passed / 60, 2),
        "jobs": jobs,
    }


def main() -> None:
    """Measure and print."""
    options = parser(__doc__.split("\n")[0])
    options.add_argument("--submissions", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=cores())
    options.add_argument("--every", type=float, default=60.0, help="mean seconds between kills of workers")
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    report(measure(given.submissions, given.jobs, given.every, given.seed), given.json)


if __name__ == "__main__":
    main()
