"""What it costs to grade a right submission: processor time of grader and student process, and messages.

    python -m tests.benchmarks.grading_cost [--json] [--rounds N] [ASSIGNMENT ...]

Processor time is the sum of both processes; the sandbox is on, starting it does not count, and neither does
what the submission's own cells take. The first round fills the grader's memory of what references do, as the
first submission of a class does, and is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan_grading.course import Assignment, find_course
from gan_grading.engine import Grader, Pool, choose_sandbox
from gan_grading.engine.session import CellRun, Session
from gan_grading.engine.watch import pid_behind
from gan_grading.release.source import read_source, to_bytes
from gan_grading.release.student import student_notebook

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    """What one submission took.

    Attributes:
        cells_s: processor time of the student process inside its cells.
        plays_s: processor time of the student process while it answers the grader.
        round_trips: messages that asked something.
    """

    cells_s: float = 0.0
    plays_s: float = 0.0
    round_trips: int = 0
    _last: float = field(default=0.0, repr=False)


def processor_seconds(session: Session) -> float:
    """Return the processor time a student process has used, threads included."""
    handle = session._handle
    number = pid_behind(handle.descriptor) if handle.descriptor is not None else handle.number
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


class Measured:
    """Counts what sessions are asked, while it is open."""

    def __init__(self) -> None:
        self.cost = Cost()
        self._ask, self._cell = Session.ask, Session.run_cell

    def __enter__(self) -> Measured:
        measured = self

        def ask(session: Session, tree: Any, block: Any) -> Any:
            before = processor_seconds(session)
            try:
                return measured._ask(session, tree, block)
            finally:
                measured.cost.plays_s += processor_seconds(session) - before
                measured.cost.round_trips += 1

        def run_cell(session: Session, name: str, source: str) -> CellRun:
            before = processor_seconds(session)
            try:
                return measured._cell(session, name, source)
            finally:
                measured.cost.cells_s += processor_seconds(session) - before

        Session.ask, Session.run_cell = ask, run_cell  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        Session.ask, Session.run_cell = self._ask, self._cell  # type: ignore[method-assign]


def right_submission(assignment: Assignment) -> bytes:
    """Return the released notebook with the solutions typed in."""
    notebook = student_notebook(read_source(assignment.source))
    answers = {exercise.id: exercise.answer for exercise in assignment.exercises}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    return to_bytes(notebook)


def measure(assignment: Assignment, pool: Pool, rounds: int) -> dict[str, Any]:
    """Grade a right submission a few times; the first one is left out."""
    grader, notebook = Grader(assignment, seed=1, pool=pool, show=False), right_submission(assignment)
    costs, walls = [], []
    for _ in range(rounds + 1):
        with Measured() as measured:
            wall, cpu = time.perf_counter(), time.process_time()
            result = grader.grade(notebook)
            grader_s, wall = time.process_time() - cpu, time.perf_counter() - wall
        assert result.points == assignment.points, f"{assignment.name}: {result.points}"
        costs.append((measured.cost, grader_s))
        walls.append(wall)
    counted = costs[1:]
    return {
        "assignment": assignment.name,
        "cpu_s_per_submission": round(statistics.median(c.plays_s + g for c, g in counted), 3),
        "grader_cpu_s": round(statistics.median(g for _, g in counted), 3),
        "student_cpu_s": round(statistics.median(c.plays_s for c, _ in counted), 3),
        "own_cells_cpu_s": round(statistics.median(c.cells_s for c, _ in counted), 3),
        "round_trips": counted[-1][0].round_trips,
        "wall_s": round(statistics.median(walls[1:]), 3),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    sandbox = choose_sandbox()
    with Pool(sandbox) as pool:
        pool.warm()
        rows = [measure(a, pool, arguments.rounds) for a in find_course().select(arguments.assignments)]
    costs = [row["cpu_s_per_submission"] for row in rows]
    summary = {"sandbox": sandbox.kind, "median_cpu_s": statistics.median(costs), "most_cpu_s": max(costs)}
    if arguments.json:
        print(json.dumps({**summary, "assignments": rows}, indent=2))
        return
    for row in rows:
        print("  ".join(f"{name} {value}" for name, value in row.items()))
    print(summary)


if __name__ == "__main__":
    main()
