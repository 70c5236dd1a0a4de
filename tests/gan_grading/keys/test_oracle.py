"""Hidden inputs and the key: known mistakes are recognised by what they do, on two worlds."""

from __future__ import annotations

import torch

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.keys.load import probe_of
from gan_grading.keys.losses import LossKey
from gan_grading.keys.run import run_probe


def graded(key: LossKey, answer: object) -> ExerciseResult:
    return run_probe(probe_of(key), Student(DirectChannel({key.exercise: answer})), 4.0, [3, 4])


def test_right_answers_reach_all_points(key: LossKey) -> None:
    assert graded(key, lambda r, f: f.mean() - r.mean()).points == 4.0


def test_the_grade_names_the_mistake_as_the_notebook_does(key: LossKey) -> None:
    result = graded(key, lambda r, f: r.mean() - f.mean())
    assert (result.points, result.findings[0].misconception) == (0.0, "wrong_way")
    assert "yours" in result.findings[0].message


def test_one_batch_cut_is_not_called_no_gradient_at_all(key: LossKey) -> None:
    one, both = (lambda r, f: f.detach().mean() - r.mean()), (lambda r, f: (f.mean() - r.mean()).detach())
    assert graded(key, one).findings[0].misconception == "one_side_detached"
    assert graded(key, both).findings[0].misconception == "detached"


def test_a_mistake_that_fits_here_must_fit_elsewhere_too(key: LossKey) -> None:
    """An answer that happens to give a known mistake's number on one set of inputs is not that mistake."""
    seen = []

    def once(r: torch.Tensor, f: torch.Tensor) -> torch.Tensor:
        seen.append(len(r))
        swapped = len(seen) <= 8  # the first look; another time it does something else
        return r.mean() - f.mean() if swapped else f.mean() - 3 * r.mean()

    assert graded(key, once).findings[0].misconception == "unrecognised"


def test_what_the_judge_cannot_read_costs_the_student_and_not_the_grader(key: LossKey) -> None:
    """An experiment that runs to its end with a right answer fails on what came back: that is a finding."""
    result = graded(key, lambda r, f: [[10**400, object()], {"a": float("nan")}])
    assert result.status == "graded"
    assert result.points == 0.0
