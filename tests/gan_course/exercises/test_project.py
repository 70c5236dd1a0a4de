"""The project's experiment: what each level of work is worth, and what is played where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from gan_course.exercises.check import play_check
from gan_course.exercises.experiments import project as experiment
from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.inputs import PUBLIC_SEED
from gan_course.exercises.record import Record
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_course.project import PUBLIC_VARIANT, variant
from gan_course.training import losses
from gan_grading.keys import Key
from gan_grading.keys.load import probe_of
from gan_grading.keys.records import make_record
from gan_grading.keys.run import run_probe

Recipe = Callable[[torch.Tensor, int], Any]
POINTS = 20.0


def rows_with(grain: float) -> Recipe:
    """A recipe that learns nothing: training rows with a grain of so many of their deviations."""

    def train(real: torch.Tensor, seed: int) -> Any:
        width = grain * real.std(0).mean()
        return lambda n: real[torch.randint(len(real), (n,))] + width * torch.randn(n, 2)

    return train


@pytest.fixture(scope="module")
def key() -> Key:
    made = Key("project", right=rows_with(0.02))
    made.exercise = "train"
    return made


@pytest.fixture(scope="module")
def record(key: Key) -> Record:
    return make_record(key)


def graded(key: Key, recipe: Recipe, seeds: tuple[int, ...] = (1, 2, 3)) -> ExerciseResult:
    return run_probe(probe_of(key), Student(DirectChannel({"train": recipe})), POINTS, seeds)


def named(result: ExerciseResult) -> list[str]:
    return [finding.misconception for finding in result.findings]


def test_three_levels_of_work_are_worth_all_some_and_nothing(key: Key) -> None:
    some = graded(key, rows_with(0.1))
    assert graded(key, rows_with(0.02)).is_full
    assert (some.points, named(some)) == (15.0, ["blurry"])
    assert "quality at least 70%" in some.findings[0].message
    nothing = graded(key, lambda real, seed: lambda n: 5 * torch.randn(n, 2))
    assert (nothing.points, named(nothing)) == (0.0, ["like_noise"])


@pytest.mark.parametrize("grain", [0.0, 1e-4, 1e-3, 3e-3])
def test_a_copier_gets_nothing_with_or_without_a_grain(key: Key, grain: float) -> None:
    for seed in range(5):
        result = graded(key, rows_with(grain), (seed,))
        assert (result.points, named(result)) == (0.0, ["memorises"])


def test_a_recipe_trains_once_a_grading_and_on_another_variant_than_the_public_one(key: Key) -> None:
    seen: list[torch.Tensor] = []

    def train(real: torch.Tensor, seed: int) -> Any:
        seen.append(real)
        return rows_with(0.02)(real, seed)

    result = graded(key, train)
    assert len(seen) == 1
    assert result.seeds == (1, 2, 3)
    graded(key, train, (9,))
    assert not torch.equal(seen[0], seen[1])
    assert not torch.equal(seen[0], variant(PUBLIC_VARIANT).real)


def test_the_visible_check_plays_the_public_variant_with_the_same_thresholds(record: Record) -> None:
    seen: list[torch.Tensor] = []

    def train(real: torch.Tensor, seed: int) -> Any:
        seen.append(real)
        return rows_with(0.1)(real, seed)

    assert named(play_check(record, train).result) == ["blurry"]
    assert torch.equal(seen[0], variant(PUBLIC_VARIANT).real)
    assert record.criteria[-1] == experiment.TIME
    assert not record.wanted, "thresholds decide: there is nothing to compare with"
    assert PUBLIC_SEED  # hidden inputs never are the public ones


def test_too_much_time_costs_a_quarter(key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((10.0, 10.0 + experiment.PATIENCE * experiment.BUDGET_S + 1))
    monkeypatch.setattr(Student, "processor_seconds", lambda self: next(clock))
    result = graded(key, rows_with(0.02))
    assert (result.points, named(result)) == (15.0, ["over_budget"])
    assert "it took 31 s here" in result.findings[0].message


def test_the_library_may_be_used_in_the_project_and_nowhere_else(key: Key) -> None:
    def train(real: torch.Tensor, seed: int) -> Any:
        losses("non_saturating").g(torch.zeros(3))

        def sample(n: int) -> torch.Tensor:
            losses("wasserstein").g(torch.zeros(n))
            return rows_with(0.02)(real, seed)(n)

        return sample

    assert graded(key, train).is_full
    namespace = {"f": lambda: losses("non_saturating").g(torch.zeros(3))}
    with pytest.raises(Exception, match="the library's own"):
        Student(DirectChannel(namespace)).call("f")


def test_processor_time_is_that_of_the_student_s_process() -> None:
    student = Student(DirectChannel({}))
    before = student.processor_seconds()
    torch.randn(300, 300) @ torch.randn(300, 300)
    assert student.processor_seconds() > before
