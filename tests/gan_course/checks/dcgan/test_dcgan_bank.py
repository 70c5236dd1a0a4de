"""The grader's bank, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gan_course.checks import dcgan
from gan_course.checks.report import NOT_WRITTEN

BANK = Path(__file__).parents[4] / "tests" / "banks" / "06_dcgan"
CODE = sorted(p for p in BANK.iterdir() if not p.name.startswith("q_"))
RIGHT = [f for e in CODE for kind in ("correct", "noisy") for f in sorted((e / kind).glob("*.py"))]
WRONG = [f for e in CODE for f in sorted((e / "wrong").glob("*.py"))]


def test_the_bank_is_as_large_as_it_should_be():
    """Ten code exercises, each with at least 8 right, 15 wrong and 2 noisy answers."""
    assert len(CODE) == 10
    for exercise in CODE:
        counts = {kind: len(list((exercise / kind).glob("*.py"))) for kind in ("correct", "wrong", "noisy")}
        assert counts["correct"] >= 8, (exercise.name, counts)
        assert counts["wrong"] >= 15, (exercise.name, counts)
        assert counts["noisy"] == 2, (exercise.name, counts)


@pytest.mark.parametrize("file", RIGHT, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_right_answers_see_only_ticks(printed, from_bank, file):
    lines = [line for line in printed(file.parent.parent.name, from_bank(file)) if line[:1] in "✓✗·"]
    assert len(lines) >= 3
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize("file", WRONG, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_wrong_answers_see_a_cross(red, from_bank, file):
    line, _ = red(file.parent.parent.name, from_bank(file))
    assert "the check could not go on" not in line


@pytest.mark.parametrize("name", [e.name for e in CODE])
def test_what_is_not_written_yet_is_told_so(printed, name):
    def unwritten(*_args, **_named):
        raise NotImplementedError

    lines = printed(name, unwritten)
    assert lines == [NOT_WRITTEN]


@pytest.mark.parametrize("name", [e.name for e in CODE])
def test_a_check_answers_within_two_seconds_of_work(printed, solved, name):
    printed(name, solved[name])  # the first optimiser of a process imports half of torch
    start = time.process_time()
    printed(name, solved[name])
    assert time.process_time() - start < 2


@pytest.mark.parametrize("name", ["make_generator", "make_discriminator"])
def test_networks_pass_whatever_their_random_start(printed, solved, name):
    """A check draws from a fixed seed, but a network may carry its own start: try several."""
    import torch

    for seed in range(8):
        seeds = iter(range(10 * seed, 10 * seed + 10))

        def seeded(*sizes, seeds=seeds, **options):
            torch.manual_seed(next(seeds))
            return solved[name](*sizes, **options)

        lines = printed(name, seeded)
        assert all(line.startswith("✓") for line in lines), (seed, lines)


def test_questions_look_at_the_form_only(printed):
    assert printed("q_size", 6) == ["✓ recorded: q_size = 6"]
    assert printed("q_keep", "z")[0].startswith("✗ got 'z'")
    assert printed("q_accuracy", None)[0].startswith("· not answered yet")
    assert all(
        name in dcgan.__all__ for name in ("q_size", "q_weights", "q_batch_norm", "q_keep", "q_accuracy")
    )
