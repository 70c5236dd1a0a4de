"""Measure the grader on one assignment's bank."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.record import Record
from gan_grading.course import Assignment
from gan_grading.exercise import Exercise
from gan_grading.keys.load import keys_in
from gan_grading.keys.memory import MEMORY
from gan_grading.keys.records import RecordRefused, make_record, record_problems
from gan_grading.keys.seeds import SEEDS_PER_PROBE
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
        red: right answers that the visible check does not show green.
        green: wrong answers that the visible check shows green, but those that only hidden inputs can show.
        unlike: wrong answers that the visible check names in another way than the grade does.
        answers: for each answer its points in each run, and the misconceptions found in the first.
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
    red: list[str] = field(default_factory=list)
    green: list[str] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)
    answers: dict[str, list[Any]] = field(default_factory=dict)
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
            "right answer red in the notebook": self.red,
            "wrong answer green in the notebook": self.green,
        }
        return [f"{self.assignment}/{line}: {kind}" for kind, lines in kinds.items() for line in lines]


def measure_assignment(
    assignment: Assignment,
    answers: Sequence[BankAnswer],
    runs: Sequence[int],
    jobs: int = 2,
    only: Sequence[str] = (),
    inputs: int = SEEDS_PER_PROBE,
) -> Iterator[ExerciseMeasure]:
    """Measure the grader, exercise by exercise.

    Args:
        assignment: what to measure.
        answers: its bank.
        runs: base seeds, one a grading run.
        jobs: answers tried side by side.
        only: ids of exercises; all when empty.
        inputs: sets of hidden inputs in a run.

    Yields:
        One measure an exercise, in the notebook's order.
    """
    namespace = solved_namespace(assignment)
    # torch imports a good part of itself at the first optimiser step: once here, not in every child.
    chosen = [e for e in assignment.exercises if e.is_probed and (not only or e.id in only)]
    for exercise in chosen:
        try_answer(assignment, exercise, exercise.answer, namespace, runs[:1])
    for exercise in chosen:
        began = time.perf_counter()
        measure = ExerciseMeasure(assignment.name, exercise.id)
        bank = [a for a in answers if a.exercise == exercise.id]
        # The solution and the untouched stub are answers too: one must pass, the other must not.
        bank.append(BankAnswer(exercise.id, "correct", "(the solution)", exercise.answer, None))
        bank.append(BankAnswer(exercise.id, "wrong", "(unsolved)", exercise.stub, None))
        record, hidden_only = _record(assignment, exercise, measure, thorough=bool(only))
        work = [
            _work(assignment, exercise, namespace, runs, record, inputs, *numbered)
            for numbered in enumerate(bank)
        ]
        for answer, trial in zip(bank, map_in_forks(work, SECONDS_PER_RUN * len(runs), jobs), strict=True):
            if isinstance(trial, Trial):
                MEMORY.learn(trial.plays)
            _note(measure, answer, trial)
            if isinstance(trial, Trial) and record is not None:
                _note_notebook(measure, answer, trial, hidden_only)
        MEMORY.clear()
        measure.seconds = time.perf_counter() - began
        yield measure


def _work(
    assignment: Assignment,
    exercise: Exercise,
    namespace: dict[str, Any],
    runs: Sequence[int],
    record: Record | None,
    inputs: int,
    number: int,
    answer: BankAnswer,
) -> Callable[[], Trial]:
    others = [] if answer.is_right else _neighbours(assignment, exercise, number, len(runs))
    return partial(try_answer, assignment, exercise, answer.source, namespace, runs, others, record, inputs)


def _record(
    assignment: Assignment, exercise: Exercise, measure: ExerciseMeasure, thorough: bool
) -> tuple[Record | None, Collection[str]]:
    """Make the exercise's record, as a release would; ``None`` where its check only looks at a form.

    A release also tries each known mistake on it; here that is done for exercises that are worked on.
    """
    key = keys_in(assignment.source.parent).get(exercise.id)
    if key is None or key.experiment.kind == "question":
        return None, ()
    try:
        record = make_record(key)
    except RecordRefused as refused:
        measure.faults.append(str(refused))
        return None, ()
    if thorough:
        measure.faults += record_problems(key, record)
    return record, key.hidden_only


def _note_notebook(
    measure: ExerciseMeasure, answer: BankAnswer, trial: Trial, hidden_only: Collection[str]
) -> None:
    seen = trial.notebook
    if answer.is_right:
        if seen is None or not seen.is_full:
            measure.red.append(f"{answer} ({_why(seen) if seen else 'not defined'})")
        return
    graded = _named(trial.results[0])
    if seen is None:
        return
    if seen.is_full:
        if not graded <= set(hidden_only):
            measure.green.append(f"{answer} (graded: {', '.join(sorted(graded))})")
    elif not graded & _named(seen):
        measure.unlike.append(
            f"{answer} (graded: {', '.join(sorted(graded))}; notebook: {', '.join(sorted(_named(seen)))})"
        )


def _neighbours(assignment: Assignment, exercise: Exercise, number: int, runs: int) -> list[Exercise]:
    """As many other exercises as runs, and a few at most, beginning with another one for each answer.

    So every pair of exercises is tried with several of the wrong answers.
    """
    rest = [e for e in assignment.exercises if e.is_probed and e.id != exercise.id]
    return [rest[(number + i) % len(rest)] for i in range(min(len(rest), runs, NEIGHBOURS))]


def _note(measure: ExerciseMeasure, answer: BankAnswer, trial: Trial | ChildLost) -> None:
    if isinstance(trial, Trial):
        measure.answers[str(answer)] = [[r.points for r in trial.results], sorted(_named(trial.results[0]))]
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
