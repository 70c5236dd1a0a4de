"""Run one probe over several hidden seeds and turn what it noted into a result."""

from __future__ import annotations

from collections.abc import Sequence

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import ExerciseResult
from gan_grading.probes.probe import Probe
from gan_grading.probes.sheet import GiveUp, Sheet
from gan_grading.student import Student, StudentFault


def run_probe(probe: Probe, student: Student, points: float, seeds: Sequence[int]) -> ExerciseResult:
    """Grade one exercise.

    Points come only from a probe that ran to its end on every seed. An error in the probe itself
    leaves the exercise ungraded: it is the grader's fault, never the student's zero.

    Args:
        probe: the exercise's probe.
        student: the handle on the student's code.
        points: what the exercise is worth.
        seeds: hidden seeds, at least one.

    Raises:
        ValueError: if there are no seeds.
    """
    if not seeds:
        raise ValueError("no hidden seeds were given: a probe needs at least one")
    sheet = Sheet(probe.misconceptions, points)
    for seed in seeds:
        try:
            student.forget()
            probe.judge(student, Dice(seed), sheet)
        except StudentFault as fault:
            sheet.fault(fault)
        except GiveUp:
            pass
        except Exception as error:  # a fault of the grader must not cost the student points
            return ExerciseResult(
                exercise=probe.exercise,
                points=None,
                max_points=points,
                status="ungraded",
                seeds=tuple(seeds),
                note=f"the probe failed with {type(error).__name__}: {error}",
            )
        if sheet.points() == 0:
            break
    return ExerciseResult(
        exercise=probe.exercise,
        points=sheet.points(),
        max_points=points,
        findings=sheet.findings(),
        passed=sheet.criteria_passed(),
        seeds=tuple(seeds),
        note=probe.explanation,
    )
