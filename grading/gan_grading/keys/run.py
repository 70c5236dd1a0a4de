"""Judge one exercise with hidden inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.inputs import Inputs, derived_seed
from gan_course.exercises.run import Probe, judge
from gan_course.exercises.student.handle import Student


def run_probe(probe: Probe, student: Student, points: float, seeds: Sequence[int]) -> ExerciseResult:
    """Grade one exercise.

    The seeds of a class stay with the grader. What reaches a student process follows from one of them and the
    exercise's name, and tells nothing of the seed or of another exercise's inputs.

    Args:
        probe: the exercise's probe.
        student: the handle on the student's code.
        points: what the exercise is worth.
        seeds: hidden seeds, at least one.

    Raises:
        ValueError: if there are no seeds.
    """
    most = None if probe.experiment is None else probe.experiment.plays
    inputs = [Inputs(derived_seed(seed, probe.exercise)) for seed in seeds[:most]]
    return replace(judge(probe, student, points, inputs).result, seeds=tuple(seeds))
