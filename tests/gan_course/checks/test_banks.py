"""The grader's banks, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gan_course.checks.report import NOT_WRITTEN
from gan_grading.course import find_course
from gan_grading.selfcheck.bank import read_bank

ROOT = Path(__file__).parents[3]
# By lesson: its code exercises, and how many correct, wrong and noisy answers each has at least.
# The checks of minimax and failure_modes are shown the answers that lie beside their own tests.
LESSONS = {
    "information": (9, 6, 9, 2),
    "wasserstein": (8, 8, 20, 2),
    "dcgan": (10, 8, 15, 2),
    "conditional": (9, 8, 20, 1),
    "adversarial": (9, 6, 10, 1),
}
# What a check does not see and the hidden probe does: other inputs than the check's few, a hundred calls.
SEEN_BY_THE_PROBE_ONLY = {
    "adversarial/pgd": {
        "coin_start",
        "normal_start",
        "one_number_a_picture",
        "one_sided_start",
        "shared_noise",
        "start_within_a_step",
        "tiny_start",
    },
    "adversarial/robust_accuracy": {"average_of_batches", "restarts_default_two"},
}

ANSWERS = {
    a.source.stem: [
        answer
        for answer in read_bank(ROOT / "tests" / "banks", a.name, [e.id for e in a.exercises])
        if not answer.exercise.startswith("q_")
    ]
    for a in find_course(ROOT).assignments
    if a.source.stem in LESSONS
}
EXERCISES = [
    (lesson, name) for lesson, bank in ANSWERS.items() for name in sorted({a.exercise for a in bank})
]
RIGHT = [(lesson, a) for lesson, bank in ANSWERS.items() for a in bank if a.is_right]
WRONG = [(lesson, a) for lesson, bank in ANSWERS.items() for a in bank if not a.is_right]


@pytest.mark.parametrize(("lesson", "least"), LESSONS.items())
def test_the_bank_is_as_large_as_it_should_be(lesson, least):
    exercises, *wanted = least
    names = [name for where, name in EXERCISES if where == lesson]
    assert len(names) == exercises
    for name in names:
        verdicts = [a.verdict for a in ANSWERS[lesson] if a.exercise == name]
        counts = [verdicts.count(verdict) for verdict in ("correct", "wrong", "noisy")]
        assert all(count >= least for count, least in zip(counts, wanted, strict=True)), (name, counts)


@pytest.mark.parametrize(("lesson", "answer"), RIGHT, ids=str)
def test_right_answers_see_only_ticks(printed, from_bank, answer):
    lines = printed(answer.exercise, from_bank(answer), answer.verdict == "noisy")
    lines = [line for line in lines if line[:1] in "✓✗·"]
    assert len(lines) >= 2
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize(("lesson", "answer"), WRONG, ids=str)
def test_wrong_answers_see_a_cross(printed, red, from_bank, answer, lesson):
    if answer.name in SEEN_BY_THE_PROBE_ONLY.get(f"{lesson}/{answer.exercise}", ()):
        assert not any(line.startswith("✗") for line in printed(answer.exercise, from_bank(answer)))
        return
    line, _ = red(answer.exercise, from_bank(answer))
    assert "the check could not go on" not in line


@pytest.mark.parametrize(("lesson", "name"), EXERCISES)
def test_what_is_not_written_yet_is_told_so(printed, name):
    def unwritten(*_args, **_named):
        raise NotImplementedError

    assert printed(name, unwritten) == [NOT_WRITTEN]


@pytest.mark.parametrize(("lesson", "name"), EXERCISES)
def test_a_check_uses_at_most_two_seconds(printed, solved, name):
    printed(name, solved[name])  # the first optimiser of a process imports half of torch
    start = time.process_time()
    printed(name, solved[name])
    assert time.process_time() - start < 2
