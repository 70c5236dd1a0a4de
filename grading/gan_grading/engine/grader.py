"""Grade one submission, or a class one after another with the same warm parent."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nbformat import NotebookNode

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.handle import StudentFault
from gan_grading.course import Assignment, find_course
from gan_grading.engine.cell_outputs import as_nodes
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import Plan, Prescribed, make_plan
from gan_grading.engine.pool import Pool
from gan_grading.engine.rebuild import Rebuilt, Step, rebuild
from gan_grading.engine.result import Result, SandboxReport
from gan_grading.engine.run import Run, late
from gan_grading.engine.sandbox import choose_sandbox
from gan_grading.engine.session import CellRun, SandboxFailedError
from gan_grading.engine.submitted import SubmittedCell, UnreadableError, read_cells
from gan_grading.engine.verdicts import faulty, in_kernel, probed, ungraded, unreadable
from gan_grading.keys.seeds import draw_base_seed, hidden_seeds

Submission = Path | str | bytes | Mapping[str, Any]


@dataclass(frozen=True)
class Graded:
    """A result and the notebook it belongs to.

    Attributes:
        result: the verdict.
        notebook: the rebuilt notebook with the outputs of its cells, those of test cells left empty.
    """

    result: Result
    notebook: NotebookNode


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

        Raises:
            GradingError: if the assignment is not known, cannot be read, or no sandbox works.
        """
        known = find_course().assignment(assignment) if isinstance(assignment, str) else assignment
        self.plan: Plan = make_plan(known)
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

    def run(self, notebook: Submission) -> Graded:
        """Grade one submission and keep the notebook.

        Args:
            notebook: a file, its bytes, or an open notebook, in whatever state.

        Raises:
            SubmissionError: if the file cannot be opened. A file that is no notebook is graded: with 0.
        """
        started = time.monotonic()
        given = Path(notebook) if isinstance(notebook, str) else notebook
        try:
            cells, oddities = read_cells(given, self._limits.notebook_mb)
        except UnreadableError as error:
            return self.refuse(str(error))
        try:
            return self._run(cells, oddities, started)
        except Exception as error:  # a slip of the grader's leaves one submission ungraded, not a class
            reason = f"the grader failed with {type(error).__name__}: {error}"
            verdicts = [ungraded(test, reason, hidden_seeds(self.seed)) for test in self.plan.tests]
            return self._graded(rebuild(self.plan, [], self._limits), verdicts, [reason], (), started)

    def _run(self, cells: Sequence[SubmittedCell], oddities: list[str], started: float) -> Graded:
        rebuilt = rebuild(self.plan, cells, self._limits)
        run = Run(self._pool, self._limits)
        job = _Job(self.plan, rebuilt, run, hidden_seeds(self.seed), self._show)
        verdicts = job.verdicts()
        notices = [*oddities, *rebuilt.notices, *job.notices]
        return self._graded(rebuilt, verdicts, notices, job.layers, started)

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
            exercises=tuple(verdicts),
            notices=tuple(notices),
            sandbox=SandboxReport(self._pool.sandbox.kind, layers),
            seed=self.seed,
            seconds=round(time.monotonic() - started, 3),
        )
        return Graded(result, rebuilt.notebook())


class _Job:
    """Walks through one rebuilt submission."""

    def __init__(self, plan: Plan, rebuilt: Rebuilt, run: Run, seeds: list[int], show: bool) -> None:
        self._plan, self._rebuilt, self._run, self._seeds, self._show = plan, rebuilt, run, seeds, show
        self._faults: dict[str, StudentFault] = {}
        self._verdicts: dict[str, ExerciseResult] = {}
        self._student_began = False
        self.notices: list[str] = []

    @property
    def layers(self) -> tuple[str, ...]:
        return self._run.layers

    def verdicts(self) -> list[ExerciseResult]:
        """Run everything; what the grader could not do leaves the exercises after it ungraded."""
        try:
            for step in self._rebuilt.steps:
                self._do(step)
        except (SandboxFailedError, OSError) as error:
            self.notices.append(str(error))
            for test in self._plan.tests:
                self._verdicts.setdefault(test.name, ungraded(test, str(error), self._seeds))
        finally:
            self._run.close()
        return [self._verdicts[test.name] for test in self._plan.tests]

    def _do(self, step: Step) -> None:
        if step.part == "text":
            return
        if step.part == "test" and step.prescribed is not None:
            self._verdicts[step.name] = self._judge(step, step.prescribed)
            return
        if step.part == "extra" and self._run.own_cells_s > self._run.limits.own_cells_s:
            self.notices.append(f"{step.name}: not run, the student's own cells had used up their time")
            return
        started = time.monotonic()
        result = self._cell(step)
        if step.part == "extra":
            self._run.own_cells_s += time.monotonic() - started
        if result.error is not None:
            self._note(step, result.error)
        self._student_began = self._student_began or step.part != "setup"

    def _note(self, step: Step, fault: StudentFault) -> None:
        self._faults[step.name] = fault
        what = f"{fault.type_name}: {fault.message}" if fault.type_name else fault.message
        if step.part == "setup" and not self._student_began:
            raise SandboxFailedError(
                f"the instructor's cell {step.name!r} failed: {what}",
                "it runs before any student code",
                "run the solved notebook; a sandbox has no network and no files but the libraries",
            )
        if fault.type_name != "NotImplementedError":
            self.notices.append(f"{step.name}: {what}")

    def _cell(self, step: Step) -> CellRun:
        result = self._run.cell(step.name, step.source)
        step.node["outputs"] = as_nodes(result, is_test=step.part == "test")
        return result

    def _judge(self, step: Step, test: Prescribed) -> ExerciseResult:
        if self._run.is_late():
            return faulty(test, late(), self._seeds)
        fault = self._faults.get(test.exercise)
        if not test.probed:
            result = self._run.test(step.name, test.whole)
            step.node["outputs"] = as_nodes(result, is_test=True)
            return in_kernel(test, result, self._seeds, fault)
        if self._show and test.visible.strip():
            self._cell(step)
        return probed(self._plan, test, self._run.probing(), self._seeds, fault)


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
