"""From what was seen to the verdict on one exercise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from gan_course.exercises.finding import ExerciseResult, Finding
from gan_course.exercises.findings import Findings
from gan_course.exercises.student.handle import Channel, Student, StudentFault
from gan_grading.engine.cell_outputs import CellRun
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.keys.registry import NoProbe, probe_for
from gan_grading.keys.run import run_probe
from gan_grading.shown import SHOWN, shown

IN_KERNEL = "in-kernel"


def probed(
    plan: Plan, test: Prescribed, channel: Channel, seeds: Sequence[int], cell_fault: StudentFault | None
) -> ExerciseResult:
    """Let the exercise's probe judge.

    Args:
        plan: the assignment's.
        test: the exercise's test cell.
        channel: the line to the student process.
        seeds: hidden seeds.
        cell_fault: what went wrong when the answer's own cell ran, if anything did.
    """
    try:
        probe = probe_for(plan.assignment, test.exercise, plan.folder)
    except NoProbe as error:
        return ungraded(test, str(error), seeds)
    result = run_probe(probe, Student(channel), test.points, seeds)
    if cell_fault is not None and any(f.misconception == "not_defined" for f in result.findings):
        # The name is missing because the cell never got to its end: say that instead.
        return faulty(test, cell_fault, seeds)
    return result


def faulty(
    test: Prescribed, fault: StudentFault, seeds: Sequence[int], evidence: str = "probe"
) -> ExerciseResult:
    """Return no points, for code that raised or was stopped."""
    sheet = Findings((), test.points)
    sheet.fault(fault)
    return ExerciseResult(
        test.exercise, 0.0, test.points, findings=sheet.findings(), seeds=tuple(seeds), evidence=evidence
    )


def unreadable(test: Prescribed, reason: str, seeds: Sequence[int]) -> ExerciseResult:
    """Return no points, for a submission that is no notebook."""
    finding = Finding(
        "runs", test.points, "unreadable", reason, "Submit the notebook you were given, as saved by Jupyter."
    )
    return ExerciseResult(test.exercise, 0.0, test.points, findings=(finding,), seeds=tuple(seeds))


def ungraded(test: Prescribed, reason: str, seeds: Sequence[int]) -> ExerciseResult:
    """Return no verdict, for a fault of the grader."""
    return ExerciseResult(
        test.exercise, None, test.points, status="ungraded", seeds=tuple(seeds), note=reason
    )


def was_stopped(verdict: ExerciseResult) -> bool:
    """Whether time ran out while the exercise was judged."""
    return any(finding.misconception == "too_slow" for finding in verdict.findings)


def presentable(verdict: ExerciseResult) -> ExerciseResult:
    """Return a verdict whose sentences, which may quote the student, are safe to show anywhere."""
    findings = tuple(replace(each, message=shown(each.message, 2 * SHOWN)) for each in verdict.findings)
    note = shown(verdict.note) if verdict.status == "ungraded" else verdict.note
    return replace(verdict, findings=findings, note=note)


def in_kernel(
    test: Prescribed, run: CellRun, seeds: Sequence[int], cell_fault: StudentFault | None
) -> ExerciseResult:
    """Judge by a plain test cell of the instructor's: it ran to its end, or it did not.

    Standard error counts for nothing; a number as the cell's last value is partial credit, as in nbgrader.

    Args:
        test: the test cell.
        run: what running its whole text in the student process gave.
        seeds: recorded only.
        cell_fault: what went wrong when the answer's own cell ran, if anything did.
    """
    if run.error is not None:
        missing = run.error.type_name == "NameError" and cell_fault is not None
        return faulty(test, cell_fault if missing and cell_fault else run.error, seeds, IN_KERNEL)
    points = test.points if run.value is None else run.value
    if not math.isfinite(points):
        fault = StudentFault("wire", f"the test cell ends with {points}, which is no number of points")
        return faulty(test, fault, seeds, IN_KERNEL)
    points = min(max(points, 0.0), test.points)
    return ExerciseResult(test.exercise, points, test.points, seeds=tuple(seeds), evidence=IN_KERNEL)
