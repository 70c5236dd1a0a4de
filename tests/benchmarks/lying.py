"""Cells that deny what a wrong answer did on the side, over the bank of wrong answers: what do they gain?

    python -m tests.benchmarks.lying [--json] [ASSIGNMENT ...]

A notebook holds one wrong answer for as many exercises as there are; it is graded as it stands, and then once
for each form of lie (:mod:`tests.banks.hostile.lying`). Counted are answers that gain points by it: in a
submission that is marked for the instructor, and in one that is not. ``self_reported`` counts
the answers that lose points for nothing but what a process says of itself. It takes an hour for the course.
"""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any

import nbformat

from gan_grading.course import Assignment, find_course
from gan_grading.engine import Grader
from gan_grading.engine.canaries import NOTICE, SELF_REPORTED
from gan_grading.engine.result import Result
from gan_grading.release.source import read_source
from gan_grading.release.student import student_notebook
from gan_grading.selfcheck.bank import BankAnswer, read_bank
from tests.banks.hostile.lying import lying_cells
from tests.benchmarks._measure import parser, report

Notebook = dict[str, Any]


@dataclass
class Tally:
    """What one form of lie gained.

    Attributes:
        notebooks: graded with it.
        gained: wrong answers that got more points than without it, the submission not marked.
        gained_marked: the same in marked submissions.
        points: gained in submissions without a mark.
        unmarked: notebooks without a mark.
    """

    notebooks: int = 0
    gained: int = 0
    gained_marked: int = 0
    points: float = 0.0
    unmarked: int = 0

    def add(self, plain: Result, lying: Result, wrong: set[str]) -> None:
        """Compare one notebook with and without the lie."""
        marked = NOTICE in lying.notices
        self.notebooks += 1
        self.unmarked += not marked
        for before, after in zip(plain.exercises, lying.exercises, strict=True):
            more = (after.points or 0.0) - (before.points or 0.0)
            if before.exercise in wrong and more > 0:
                self.gained += not marked
                self.gained_marked += marked
                self.points += 0.0 if marked else more


def rounds(assignment: Assignment) -> list[dict[str, BankAnswer]]:
    """Return the wrong answers of an assignment, one an exercise in each round."""
    folder = assignment.source.parents[2] / "tests" / "banks"
    bank = read_bank(folder, assignment.name, [exercise.id for exercise in assignment.exercises])
    by_exercise = [
        [a for a in bank if a.exercise == exercise.id and not a.is_right] for exercise in assignment.exercises
    ]
    return [{a.exercise: a for a in some if a is not None} for some in zip_longest(*by_exercise)]


def submission(assignment: Assignment, wrong: dict[str, BankAnswer], above: str = "") -> Notebook:
    """Return the released notebook, right but for some answers, with an own cell above them."""
    released = student_notebook(read_source(assignment.source))
    answers = {e.id: wrong[e.id].source if e.id in wrong else e.answer for e in assignment.exercises}
    for cell in released.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        cell.source = answers.get(name, cell.source)
    plain: Notebook = json.loads(nbformat.writes(released, split_lines=False))
    if above:
        own = {"cell_type": "code", "id": "own", "metadata": {}, "outputs": [], "execution_count": None}
        plain["cells"].insert(1, {**own, "source": above})
    return plain


def by_report(result: Result) -> set[str]:
    """Return the exercises that lost points for nothing but what the process said of itself."""
    return {
        e.exercise
        for e in result.exercises
        if e.findings and all(SELF_REPORTED.search(f.criterion) for f in e.findings)
    }


def measure(assignment: Assignment, tallies: dict[str, Tally]) -> int:
    """Grade the rounds of one assignment; return how many wrong answers hang on self-reports."""
    found: dict[str, list[BankAnswer]] = {}
    with Grader(assignment, seed=20) as grader:
        for wrong in rounds(assignment):
            result = grader.grade(submission(assignment, wrong))
            for name in by_report(result) & wrong.keys():
                found.setdefault(name, []).append(wrong[name])
        cells = lying_cells(tuple(exercise.id for exercise in assignment.exercises))
        for some in zip_longest(*found.values()):
            wrong = {answer.exercise: answer for answer in some if answer is not None}
            plain = grader.grade(submission(assignment, wrong))
            for form, source in cells.items():
                lying = grader.grade(deepcopy(submission(assignment, wrong, source)))
                tallies.setdefault(form, Tally()).add(plain, lying, set(wrong))
    return sum(map(len, found.values()))


def main() -> None:
    """Measure and print."""
    arguments = parser(__doc__ or "")
    arguments.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    asked = arguments.parse_args()
    tallies: dict[str, Tally] = {}
    count = 0
    for assignment in find_course().assignments:
        if not asked.assignments or assignment.name in asked.assignments:
            count += measure(assignment, tallies)
    found = {form: {**asdict(t), "points": round(t.points, 2)} for form, t in tallies.items()}
    report({"self_reported": count, "forms": found}, asked.json)


if __name__ == "__main__":
    main()
