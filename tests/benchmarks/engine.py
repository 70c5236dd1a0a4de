"""How long a submission waits: from its text to the first probe's answer, and for the whole verdict.

    python -m tests.benchmarks.engine [--json] [--rounds N]

The warm parent is started once, as for a class; each round then forks a confined student process, runs the
answer and asks for a loss with its gradients. Run it on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import torch

from gan_course.exercises.student.handle import Student
from gan_grading.course import Assignment, Course
from gan_grading.engine import Grader, Limits, Pool, choose_sandbox
from gan_grading.release.source import read_source, to_bytes
from gan_grading.release.student import student_notebook

COURSE = Path(__file__).resolve().parents[1] / "gan_grading" / "engine" / "course"
ANSWER = """
import torch
import torch.nn.functional as F

def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
"""


def first_answer(pool: Pool) -> None:
    """Fork, run an answer and read a loss with its gradients."""
    session = pool.open()
    try:
        session.run_cell("discriminator_loss", ANSWER)
        Student(session).slopes("discriminator_loss", torch.zeros(8), torch.zeros(8))
    finally:
        session.close()


def submission(assignment: Assignment) -> bytes:
    """Return a correct submission of the small assignment."""
    notebook = student_notebook(read_source(assignment.source))
    answers = {exercise.id: exercise.answer for exercise in assignment.exercises}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    return to_bytes(notebook)


def milliseconds(run: Callable[[], object], rounds: int) -> dict[str, float]:
    """Time a function; the first round is left out."""
    run()
    seconds = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begin)
    ordered = sorted(seconds)
    figures = {
        "median": statistics.median(ordered),
        "fastest": ordered[0],
        "95%": ordered[int(0.95 * (len(ordered) - 1))],
    }
    return {name: round(1000 * value, 1) for name, value in figures.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=30)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    assignment = Course(COURSE).assignment("03_minimax")
    sandbox = choose_sandbox()
    with Pool(sandbox, Limits()) as pool:
        begin = time.perf_counter()
        pool.warm()
        warm = time.perf_counter() - begin
        grader, notebook = Grader(assignment, seed=1, pool=pool), submission(assignment)
        assert grader.grade(notebook).points == assignment.points
        figures: dict[str, object] = {
            "sandbox": sandbox.kind,
            "warm_parent_s": round(warm, 2),
            "first_answer_ms": milliseconds(lambda: first_answer(pool), arguments.rounds),
            "whole_verdict_of_4_exercises_ms": milliseconds(lambda: grader.grade(notebook), arguments.rounds),
        }
    print(json.dumps(figures, indent=2) if arguments.json else _text(figures))


def _text(figures: dict[str, object]) -> str:
    return "\n".join(f"{name:32} {value}" for name, value in figures.items())


if __name__ == "__main__":
    main()
