"""Grade one submission, or a class one after another with the same warm parent."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nbformat import NotebookNode

from gan_course.exercises.finding import ExerciseResult
from gan_grading.course import Assignment, find_course
from gan_grading.engine.job import Job
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import Plan, make_plan
from gan_grading.engine.pool import Pool
from gan_grading.engine.rebuild import Rebuilt, rebuild
from gan_grading.engine.result import Result, SandboxReport
from gan_grading.engine.run import Run
from gan_grading.engine.sandbox import choose_sandbox
from gan_grading.engine.submitted import Submitted, UnreadableError, read_submission
from gan_grading.engine.verdicts import presentable, ungraded, unreadable
from gan_grading.keys.seeds import draw_base_seed, hidden_seeds
from gan_grading.shown import shown

MAX_NOTICES = 50
Submission = Path | str | bytes | Mapping[str, Any]


@dataclass(frozen=True)
class Graded:
    """A result and the notebook it belongs to.

    Attributes:
        result: the verdict.
        notebook: the rebuilt notebook with the outputs of its cells, those of test cells left empty.
        hurried: whether time ran out for a process that had hardly computed: once more, alone, it may do.
    """

    result: Result
    notebook: NotebookNode
    hurried: bool = False


class Grader:
    """Grades submissions of one assignment; a context manager that ends every process it started."""

    def __init__(
        self,
        assignment: str | Assignment,
        *,
        seed: int | None = None,
        pool: Pool | None = None,
        limits: Limits | None = None,
        no_sandbox: bool = False,
        show: bool = False,
        demos: bool = False,
        points: Mapping[str, float] | None = None,
    ) -> None:
        """Prepare; nothing runs yet.

        Args:
            assignment: its name, or the assignment itself.
            seed: base of the hidden seeds; drawn when not given, the same for every submission.
            pool: student processes shared with other graders; made, and closed with this one, if not given.
            limits: caps on each submission.
            no_sandbox: let student code run unprotected where no sandbox is wanted.
            show: run the visible checks too, for the pictures and words a student sees in feedback.
            demos: run the notebook's demonstrations too, where the pool is not given; they take minutes.
            points: what test cells are worth, by ``grade_id``, where a gradebook says other than the source.

        Raises:
            GradingError: if the assignment is not known, cannot be read, or no sandbox works.
        """
        known = find_course().assignment(assignment) if isinstance(assignment, str) else assignment
        self.plan: Plan = make_plan(known).worth(points or {})
        self.seed = draw_base_seed() if seed is None else seed
        self._limits = limits or (pool.limits if pool else Limits())
        self._own_pool = pool is None
        self._pool = pool or Pool(choose_sandbox(no_sandbox), self._limits, demos)
        self._show = show

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own_pool:
            self._pool.close()

    def grade(self, notebook: Submission) -> Result:
        """Grade one submission; see :meth:`run`."""
        return self.run(notebook).result

    def run(self, notebook: Submission, oddities: Sequence[str] = ()) -> Graded:
        """Grade one submission and keep the notebook.

        Args:
            notebook: a file, its bytes, or an open notebook, in whatever state.
            oddities: what was odd about the file it was read from, in words.

        Raises:
            SubmissionError: if the file cannot be opened. A file that is no notebook is graded: with 0.
        """
        started = time.monotonic()
        given = Path(notebook) if isinstance(notebook, str) else notebook
        try:
            submitted = read_submission(given, self._limits)
        except UnreadableError as error:
            return self.refuse(str(error))
        try:
            return self._run(submitted, [*oddities, *submitted.oddities], started)
        except Exception as error:  # a slip of the grader's leaves one submission ungraded, not a class
            reason = f"the grader failed with {type(error).__name__}: {error}"
            verdicts = [ungraded(test, reason, hidden_seeds(self.seed)) for test in self.plan.tests]
            return self._graded(rebuild(self.plan, [], self._limits), verdicts, [reason], (), started)

    def _run(self, submitted: Submitted, oddities: list[str], started: float) -> Graded:
        rebuilt = rebuild(self.plan, submitted.cells, self._limits, submitted.mark)
        run = Run(self._pool, self._limits)
        job = Job(self.plan, rebuilt, run, hidden_seeds(self.seed), self._show)
        verdicts = job.verdicts()
        notices = [*oddities, *rebuilt.notices, *job.notices]
        graded = self._graded(rebuilt, verdicts, notices, job.layers, started)
        return replace(graded, hurried=job.hurried)

    def refuse(self, reason: str) -> Graded:
        """Return no points for a submission that is no notebook.

        Args:
            reason: what a person is told.
        """
        empty = rebuild(self.plan, [], self._limits)
        seeds = hidden_seeds(self.seed)
        verdicts = [unreadable(test, reason, seeds) for test in self.plan.tests]
        return self._graded(empty, verdicts, [reason], (), time.monotonic())

    def _graded(
        self,
        rebuilt: Rebuilt,
        verdicts: list[ExerciseResult],
        notices: list[str],
        layers: tuple[str, ...],
        started: float,
    ) -> Graded:
        result = Result(
            assignment=self.plan.assignment,
            exercises=tuple(map(presentable, verdicts)),
            notices=_few(notices),
            sandbox=SandboxReport(self._pool.sandbox.kind, layers),
            seed=self.seed,
            seconds=round(time.monotonic() - started, 3),
        )
        return Graded(result, rebuilt.notebook())


def _few(notices: Sequence[str]) -> tuple[str, ...]:
    """Return notices each as one line, and not more of them than a person reads."""
    kept = [shown(notice) for notice in dict.fromkeys(notices[: 20 * MAX_NOTICES])]
    if len(kept) > MAX_NOTICES:
        kept = [*kept[:MAX_NOTICES], f"and {len(kept) - MAX_NOTICES} more notices"]
    return tuple(kept)


def grade(
    notebook: Submission,
    assignment: str | Assignment,
    *,
    seed: int | None = None,
    limits: Limits | None = None,
    no_sandbox: bool = False,
) -> Result:
    """Grade one submission without a database.

    Args:
        notebook: a file, its bytes, or an open notebook.
        assignment: its name, or the assignment itself.
        seed: base of the hidden seeds; drawn when not given.
        limits: caps on the submission.
        no_sandbox: let student code run unprotected.

    Raises:
        GradingError: if the assignment is not known, the file cannot be opened, or no sandbox works.
    """
    with Grader(assignment, seed=seed, limits=limits, no_sandbox=no_sandbox) as grader:
        return grader.grade(notebook)
