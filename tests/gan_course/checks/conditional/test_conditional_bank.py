"""The grader's bank, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

BANK = Path(__file__).parents[4] / "tests" / "banks" / "07_conditional_gan"
CODE = sorted(p for p in BANK.iterdir() if not p.name.startswith("q_"))
RIGHT = [f for e in CODE for kind in ("correct", "noisy") for f in sorted((e / kind).glob("*.py"))]
WRONG = [f for e in CODE for f in sorted((e / "wrong").glob("*.py"))]


def test_the_bank_is_as_large_as_it_should_be():
    """Nine code exercises, each with at least 8 right, 20 wrong and 1 noisy answers."""
    assert len(CODE) == 9
    for exercise in CODE:
        counts = {kind: len(list((exercise / kind).glob("*.py"))) for kind in ("correct", "wrong", "noisy")}
        assert counts["correct"] >= 8, (exercise.name, counts)
        assert counts["wrong"] >= 20, (exercise.name, counts)
        assert counts["noisy"] >= 1, (exercise.name, counts)


@pytest.mark.parametrize("file", RIGHT, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_right_answers_see_only_ticks(printed, from_bank, file):
    lines = [line for line in printed(file.parent.parent.name, from_bank(file)) if line[:1] in "✓✗·"]
    assert len(lines) >= 3
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize("file", WRONG, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_wrong_answers_see_a_cross(red, from_bank, file):
    line, _ = red(file.parent.parent.name, from_bank(file))
    assert "the check could not go on" not in line


@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.name)
def test_not_written_yet_is_said_kindly(printed, exercise):
    def answer(*_args):
        raise NotImplementedError

    lines = printed(exercise.name, answer)
    assert len(lines) == 1
    assert lines[0].startswith("· not written yet")


@pytest.mark.parametrize("exercise", CODE, ids=lambda e: e.name)
def test_a_check_uses_at_most_two_seconds(printed, from_bank, exercise):
    answer = from_bank(sorted((exercise / "correct").glob("*.py"))[0])
    printed(exercise.name, answer)  # the first optimiser of a process imports half of torch
    start = time.process_time()
    printed(exercise.name, answer)
    assert time.process_time() - start < 2
