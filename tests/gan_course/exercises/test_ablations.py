"""An ablation is judged by the runs it asks for, and by whether it concludes what its own table shows."""

from __future__ import annotations

from typing import Any

import pytest

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.student.handle import StudentFault
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe

FULL = {"r1": 0.1, "decay": 0.05}


@pytest.fixture
def judged(student_with, found):
    def run(answer: Any) -> list[str]:
        probe = probe_for("04_non_saturating_and_failure_modes", "ablation")
        result: ExerciseResult = run_probe(probe, student_with(ablation=answer), 10.0, (5, 6))
        return found(result)

    return run


def design(seeds: Any = lambda row: (0, 1, 2), without: Any = None, decide: Any = None) -> Any:
    """An ablation whose parts can be changed one by one; unchanged it is right."""
    without = without or (lambda full, off, name: {**full, name: off[name]})
    decide = decide or (lambda row, whole: all(a < b for a, b in zip(row, whole, strict=True)))

    def answer(run, full, off):
        table = {"all": [run(full, seed) for seed in seeds("all")]}
        table |= {name: [run(without(full, off, name), seed) for seed in seeds(name)] for name in off}
        return {**table, "needed": [name for name in off if decide(table[name], table["all"])]}

    return answer


def test_a_paired_design_and_its_conclusion_are_right(judged):
    assert judged(design()) == []


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"seeds": lambda row: (0, 1)}, "too_few_seeds"),
        ({"seeds": lambda row: [len(row) + i for i in range(3)]}, "unpaired_seeds"),
        ({"without": lambda full, off, name: {**full, **off}}, "several_at_once"),
        ({"without": lambda full, off, name: {**full, name: full[name] / 3}}, "not_switched_off"),
        ({"decide": lambda row, whole: sum(row) < sum(whole)}, "by_the_mean"),
        ({"decide": lambda row, whole: True}, "wrong_conclusion"),
    ],
)
def test_a_design_from_which_nothing_follows_is_named(judged, parts, name):
    assert name in judged(design(**parts))


def test_a_run_gives_the_same_for_the_same_settings_and_seed_and_refuses_others(student_with):
    student = student_with(ask=lambda run, settings, seed: run(settings, seed))
    run = student.spy_run("run", FULL, [0.8, 0.6], {"r1": [0.2, 0.1]})
    whole, without = (student.call("ask", run, {**FULL, "r1": r1}, 7).value for r1 in (0.1, 0.0))
    assert (whole, without) == (0.8, 0.6)
    assert student.call("ask", run, FULL, 8).value == 0.6
    assert student.call("ask", run, FULL, 7).value == 0.8
    with pytest.raises(StudentFault, match="names r1, decay"):
        student.call("ask", run, {"r1": 0.1}, 7)
