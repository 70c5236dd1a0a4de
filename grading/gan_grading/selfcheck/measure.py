"""Measure the grader on one assignment's bank."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from gan_grading.course import Assignment, Exercise
from gan_course.exercises.finding import ExerciseResult
from gan_grading.keys.memory import MEMORY
from gan_grading.selfcheck.bank import BankAnswer
from gan_grading.selfcheck.fork import ChildLost, map_in_forks
from gan_grading.selfcheck.namespace import solved_namespace
from gan_grading.selfcheck.trial import Trial, try_answer

NEIGHBOURS = 4  # other exercises graded beside a wrong answer
SECONDS_PER_RUN = 90.0  # far beyond the slowest training exercise, on a machine that does other things too


@dataclass
class ExerciseMeasure:
    """How the grader did on one exercise's bank.

    Attributes:
        assignment: its assignment.
        exercise: its id.
        right: right answers tried (correct and noisy).
        wrong: wrong answers tried.
        named: wrong answers whose misconception is declared.
        rejected: right answers that lost points.
        accepted: wrong answers that lost none.
        missed: wrong answers whose misconception was not named.
        flips: answers whose points depend on the seed.
        faults: anything else: ungraded, other exercises' points lost, unsolved accepted.
        seconds: time spent.
    """

    assignment: str
    exercise: str
    right: int = 0
    wrong: int = 0
    named: int = 0
    rejected: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    flips: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def problems(self) -> list[str]:
        """Every problem, one line each."""
        kinds = {
            "right answer rejected": self.rejected,
            "wrong answer accepted": self.accepted,
            "misconception missed": self.missed,
            "points depend on the seed": self.flips,
            "fault": self.faults,
        }
        return [f"{self.assignment}/{line}: {kind}" for kind, lines in kinds.items() for line in lines]


def measure_assignment(
    assignment: Assignment,
    answers: Sequence[BankAnswer],
    runs: Sequence[int],
    jobs: int = 2,
    only: Sequence[str] = (),
) -> Iterator[ExerciseMeasure]:
    """Measure the grader, exercise by exercise.

    Args:
        assignment: what to measure.
        answers: its bank.
        runs: base seeds, one a grading run.
        jobs: answers tried side by side.
        only: ids of exercises; all when empty.

    Yields:
        One measure an exercise, in the notebook's order.
    """
    namespace = solved_namespace(assignment)
    # torch imports a good part of itself at the first optimiser step: once here, not in every child.
    for exercise in assignment.exercises:
        try_answer(assignment, exercise, exercise.answer, namespace, runs[:1])
    for exercise in assignment.exercises:
        if only and exercise.id not in only:
            continue
        began = time.perf_counter()
        measure = ExerciseMeasure(assignment.name, exercise.id)
        bank = [a for a in answers if a.exercise == exercise.id]
        # The solution and the untouched stub are answers too: one must pass, the other must not.
        bank.append(BankAnswer(exercise.id, "correct", "(the solution)", exercise.answer, None))
        bank.append(BankAnswer(exercise.id, "wrong", "(unsolved)", exercise.stub, None))
        work = [_work(assignment, exercise, namespace, runs, *numbered) for numbered in enumerate(bank)]
        for answer, trial in zip(bank, map_in_forks(work, SECONDS_PER_RUN * len(runs), jobs), strict=True):
            if isinstance(trial, Trial):
                MEMORY.learn(trial.plays)
            _note(measure, answer, trial)
        MEMORY.clear()
        measure.seconds = time.perf_counter() - began
        yield measure


def _work(
    assignment: Assignment,
    exercise: Exercise,
    namespace: dict[str, Any],
    runs: Sequence[int],
    number: int,
    answer: BankAnswer,
) -> Callable[[], Trial]:
    others = [] if answer.is_right else _neighbours(assignment, exercise, number, len(runs))
    return partial(try_answer, assignment, exercise, answer.source, namespace, runs, others)


def _neighbours(assignment: Assignment, exercise: Exercise, number: int, runs: int) -> list[Exercise]:
    """As many other exercises as runs, and a few at most, beginning with another one for each answer.

    So every pair of exercises is tried with several of the wrong answers.
    """
    rest = [e for e in assignment.exercises if e.id != exercise.id]
    return [rest[(number + i) % len(rest)] for i in range(min(len(rest), runs, NEIGHBOURS))]


def _note(measure: ExerciseMeasure, answer: BankAnswer, trial: Trial | ChildLost) -> None:
    if answer.is_right:
        measure.right += 1
    else:
        measure.wrong += 1
        measure.named += answer.misconception is not None
    if isinstance(trial, ChildLost):
        measure.faults.append(f"{answer}: {trial}")
        return
    results = trial.results
    ungraded = [r for r in (*results, *trial.others) if r.points is None]
    measure.faults += [f"{answer}: {r.exercise} ungraded, {r.note}" for r in ungraded[:1]]
    if answer.is_right:
        lost = [r for r in results if r.points is not None and not r.is_full]
        if lost:
            measure.rejected.append(
                f"{answer} ({len(lost)} of {len(results)} runs: {_why(lost[0])}{trial.error})"
            )
    else:
        _note_wrong(measure, answer, trial)
    if len({r.points for r in results}) > 1:
        measure.flips.append(f"{answer} (points {sorted({r.points or 0.0 for r in results})})")


def _note_wrong(measure: ExerciseMeasure, answer: BankAnswer, trial: Trial) -> None:
    full = [r for r in trial.results if r.is_full]
    if full:
        measure.accepted.append(f"{answer} ({len(full)} of {len(trial.results)} runs)")
    elif answer.misconception:
        other = [r for r in trial.results if answer.misconception not in _named(r)]
        if other:
            measure.missed.append(f"{answer} (wanted {answer.misconception}, said {_why(other[0])})")
    hurt = [r.exercise for r in trial.others if r.points is not None and not r.is_full]
    if hurt:
        measure.faults.append(f"{answer}: also cost points in {', '.join(hurt)}")


def _named(result: ExerciseResult) -> set[str]:
    return {f.misconception for f in result.findings}


def _why(result: ExerciseResult) -> str:
    return "; ".join(f"{f.misconception}: {f.message}" for f in result.findings) or "nothing"
