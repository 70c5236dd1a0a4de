"""Every answer of the bank, judged in the engine and in this process: the verdicts must be the same.

    python -m tests.benchmarks.equality [--json] [--assignment NAME] [--exercise ID …]

The process's own verdict stands for the in-kernel mode: the same probe, on the same hidden seeds, with
nothing between it and the answer. Prints each difference; exits with 1 if there is one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import warnings
from pathlib import Path

import torch

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.cells import run_source
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.course import Course, find_course
from gan_grading.engine import Limits, Pool, choose_sandbox
from gan_grading.engine.plan import make_plan
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe
from gan_grading.keys.seeds import hidden_seeds
from gan_grading.selfcheck.bank import BankAnswer, read_bank
from gan_grading.selfcheck.namespace import solved_namespace

ROOT = Path(__file__).resolve().parents[2]
SEED = 20_26


class Judges:
    """The two ways to reach a verdict on one answer."""

    def __init__(self, course: Course, name: str, pool: Pool) -> None:
        self._assignment, self._pool = course.assignment(name), pool
        cells = make_plan(self._assignment).cells
        self._setup = [cell.visible for cell in cells if cell.role == "setup"]
        self._solved = solved_namespace(self._assignment)

    def engine(self, answer: BankAnswer) -> ExerciseResult:
        """Judge in a sandboxed student process."""
        session = self._pool.open()
        try:
            for number, source in enumerate(self._setup):
                session.run_cell(f"setup {number}", source)
            session.run_cell(answer.exercise, answer.source)
            return self._probe(answer, Student(session))
        finally:
            session.close()

    def here(self, answer: BankAnswer) -> ExerciseResult:
        """Judge in this process."""
        namespace = {name: value for name, value in self._solved.items() if name != answer.exercise}
        # Whatever an answer's own cell raises, its exercise is judged all the same.
        with contextlib.suppress(BaseException):
            run_source(answer.exercise, answer.source, namespace)
        return self._probe(answer, Student(DirectChannel(namespace)))

    def _probe(self, answer: BankAnswer, student: Student) -> ExerciseResult:
        points = self._assignment.exercise(answer.exercise).points
        probe = probe_for(self._assignment.name, answer.exercise)
        return run_probe(probe, student, points, hidden_seeds(SEED))


def said(result: ExerciseResult) -> tuple[float | None, list[tuple[str, str]]]:
    """Return what must be equal: points, and which misconceptions were named where."""
    return result.points, [(f.criterion, f.misconception) for f in result.findings]


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--assignment", default="03_minimax")
    parser.add_argument("--exercise", nargs="*", help="only these exercises")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    course = find_course(ROOT)
    ids = [exercise.id for exercise in course.assignment(arguments.assignment).exercises]
    answers = read_bank(ROOT / "tests" / "banks", arguments.assignment, ids)
    chosen = [a for a in answers if not arguments.exercise or a.exercise in arguments.exercise]
    differences = []
    with Pool(choose_sandbox(), Limits()) as pool:
        judges = Judges(course, arguments.assignment, pool)
        for answer in chosen:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                engine, here = said(judges.engine(answer)), said(judges.here(answer))
            if engine != here:
                differences.append({"answer": str(answer), "engine": engine, "here": here})
    if arguments.json:
        print(json.dumps({"answers": len(chosen), "differences": differences}, indent=2))
    else:
        for each in differences:
            print(f"{each['answer']}: engine {each['engine']}, here {each['here']}")
        print(f"{len(chosen)} answers, {len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
