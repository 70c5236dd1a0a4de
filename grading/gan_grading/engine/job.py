"""Walks through one rebuilt submission: runs its cells, judges its exercises."""

from __future__ import annotations

import contextlib
import json
import random
import time

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.handle import StudentFault
from gan_grading.engine.canaries import NOTICE, not_believed, report_of
from gan_grading.engine.cell_outputs import CellRun, as_nodes
from gan_grading.engine.differences import LATER
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.rebuild import Rebuilt, Step
from gan_grading.engine.run import OutOfTimeError, Run
from gan_grading.engine.session import SandboxFailedError, Session
from gan_grading.engine.verdicts import in_kernel, probed, ungraded, was_stopped

# What no other answer can have caused, or what would take its time once more.
PLAIN = frozenset({"not_written", "not_defined", "too_slow", "stopped"})
AFRESH_S = 20.0  # of cells to run again


class Job:
    """One submission from its first cell to its last verdict."""

    def __init__(self, plan: Plan, rebuilt: Rebuilt, run: Run, seeds: list[int], show: bool) -> None:
        """Prepare.

        Args:
            plan: the instructor's notebook.
            rebuilt: the submission; outputs are written into its cells.
            run: its student processes.
            seeds: hidden seeds.
            show: run the visible checks too.
        """
        self._plan, self._rebuilt, self._run, self._seeds, self._show = plan, rebuilt, run, seeds, show
        self._faults: dict[str, StudentFault] = {}
        self._verdicts: dict[str, ExerciseResult] = {}
        self._run.needed = {step.name for step in rebuilt.steps if step.part == "setup"}
        self._student_began = False
        self._judged_in: Session | None = None
        self._room = run.limits.outputs_mb * 2**20
        # Where the grader's own answers are tried is drawn anew for every submission.
        self._chance, self._lies = random.Random(), False
        probed = [test.name for test in plan.tests if test.probed]
        self._tried_at = {*self._chance.sample(probed, k=min(2, len(probed))), *probed[-1:]}
        self._functions = [test.exercise for test in plan.tests if test.probed]
        self.notices: list[str] = []

    @property
    def layers(self) -> tuple[str, ...]:
        """What held the student process in, in words."""
        return self._run.layers

    @property
    def hurried(self) -> bool:
        """Whether time ran out for a process that had hardly computed, as it may on a busy machine."""
        return self._run.hurried

    def verdicts(self) -> list[ExerciseResult]:
        """Run everything; what the grader could not do leaves the exercises after it ungraded."""
        try:
            for step in self._rebuilt.steps:
                self._do(step)
        except (SandboxFailedError, OutOfTimeError, OSError) as error:
            self.notices.append(str(error))
            for test in self._plan.tests:
                self._verdicts.setdefault(test.name, ungraded(test, str(error), self._seeds))
        finally:
            self._run.close()
        if self._lies:
            self.notices.append(NOTICE)
            return [not_believed(self._verdicts[test.name]) for test in self._plan.tests]
        return [self._verdicts[test.name] for test in self._plan.tests]

    def _do(self, step: Step) -> None:
        if step.part == "text":
            return
        if step.part == "test" and step.prescribed is not None:
            self._verdicts[step.name] = self._judge(step, step.prescribed)
            return
        if self._run.is_late():
            self._notice_late()
            return
        if step.part == "extra" and self._run.own_cells_s > self._run.limits.own_cells_s:
            self.notices.append(f"{step.name}: not run, the student's own cells had used up their time")
            return
        others, started = self._run.graders_s + self._run.waited_s, time.monotonic()
        result = self._cell(step)
        if step.part == "extra":
            # What a fresh process took to come back is not the student's, nor is a wait for a core.
            others = self._run.graders_s + self._run.waited_s - others
            self._run.own_cells_s += time.monotonic() - started - others
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

    def _notice_late(self) -> None:
        self.notices.append(self._late_reason())

    def _late_reason(self) -> str:
        allowed = self._run.limits.submission_s
        return f"the notebook took longer than the {allowed:g} s it may; what comes after is not judged"

    def _cell(self, step: Step, repeat: bool = True) -> CellRun:
        result = self._run.cell(step.name, step.source, repeat)
        self._show_outputs(step, result)
        return result

    def _show_outputs(self, step: Step, result: CellRun) -> None:
        nodes = as_nodes(result, is_test=step.part == "test")
        self._room -= sum(len(json.dumps(node)) for node in nodes)
        if self._room < 0 and nodes:
            nodes = []
            allowed = f"the cells together may show {self._run.limits.outputs_mb} MB"
            self.notices.append(f"{step.name}: its outputs were left out, {allowed}")
        step.node["outputs"] = nodes
        self.notices += [f"{step.name}: {notice}" for notice in result.notices]

    def _judge(self, step: Step, test: Prescribed) -> ExerciseResult:
        """Judge one exercise; one whose time the rest of the notebook had used up is ungraded."""
        if self._run.is_late():
            self._notice_late()
            return ungraded(test, self._late_reason(), self._seeds)
        if test.exercise in self._rebuilt.later:
            return ungraded(test, LATER, self._seeds)
        if step.name in self._tried_at and not self._lies:
            with contextlib.suppress(StudentFault):
                self._lies = self._reports_wrongly()
        session = self._run.probing()
        verdict = self._play(step, test, session)
        if session is self._judged_in and self._may_be_spoiled(verdict, test):
            verdict = self._play_afresh(step, test)
        # Cut off by the end of the submission and not by its own limit: nobody knows what it is worth.
        if was_stopped(verdict) and self._run.is_late():
            self._notice_late()
            return ungraded(test, self._late_reason(), self._seeds)
        return verdict

    def _reports_wrongly(self) -> bool:
        """Whether the process hides what the grader's own answers do, or fails in them.

        An answer called before can have replaced what they need: so a failure counts in a fresh process only.
        """
        session = self._run.probing()
        report = report_of(session, self._chance, self._functions)
        if report == "error" and session is self._judged_in:
            self._run.close()
            report = report_of(self._run.probing(), self._chance, self._functions)
        return report != "truth"

    def _may_be_spoiled(self, verdict: ExerciseResult, test: Prescribed) -> bool:
        """Whether an answer judged before in the same process may be why points were lost.

        An answer can leave torch in another mode, or its functions replaced. In a process where no other
        answer was called it cannot be that; where that costs too much, the verdict stands.
        """
        if verdict.points is None or verdict.is_full or test.exercise in self._faults:
            return False
        is_sure = any(finding.misconception in PLAIN for finding in verdict.findings)
        return not is_sure and self._run.cells_s <= AFRESH_S

    def _play_afresh(self, step: Step, test: Prescribed) -> ExerciseResult:
        """Judge again in a fresh process; the time for it is the grader's."""
        graders, started = self._run.graders_s, time.monotonic()
        self._run.close()
        verdict = self._play(step, test, self._run.probing())
        self._run.graders_s = graders + time.monotonic() - started
        return verdict

    def _play(self, step: Step, test: Prescribed, session: Session) -> ExerciseResult:
        """Judge once; a process in which something else might answer is not used again."""
        before = session.company()
        fault = self._faults.get(test.exercise)
        if test.probed:
            verdict = probed(self._plan, test, session, self._seeds, fault)
        else:
            result = self._run.test(step.name, test.whole)
            self._show_outputs(step, result)
            verdict = in_kernel(test, result, self._seeds, fault)
        # After the probe, so that an answer that hangs or crashes is stopped once, not twice.
        if self._show and test.probed and test.visible.strip() and session.alive:
            self._cell(step, repeat=False)
        self._judged_in = session
        if session.alive and (session.doubt or session.company() > before):
            # It left something behind that could answer for other exercises: those get a fresh process.
            self._run.close()
        return verdict
