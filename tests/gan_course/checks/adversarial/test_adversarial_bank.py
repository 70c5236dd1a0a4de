"""The grader's bank, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

import time
import warnings
from pathlib import Path

import pytest

BANK = Path(__file__).parents[4] / "tests" / "banks" / "08_adversarial_examples"
CODE = sorted(p for p in BANK.iterdir() if not p.name.startswith("q_"))
RIGHT = [f for e in CODE for f in sorted((e / "correct").glob("*.py"))]
WRONG = [f for e in CODE for f in sorted((e / "wrong").glob("*.py"))]
# What a quick look cannot tell: it needs other inputs than the check's few, or many random draws.
HIDDEN_FROM_CHECKS = {
    "pgd": {
        "coin_start",
        "start_within_a_step",
        "tiny_start",
        "one_sided_start",
        "shared_noise",
        "one_number_a_picture",
        "normal_start",
    },
    "robust_accuracy": {"restarts_default_two", "average_of_batches"},
}


def test_the_bank_is_as_large_as_it_should_be():
    """Nine code exercises, each with at least 6 right, 10 wrong and 1 noisy answers."""
    assert len(CODE) == 9
    for exercise in CODE:
        counts = {kind: len(list((exercise / kind).glob("*.py"))) for kind in ("correct", "wrong", "noisy")}
        assert counts["correct"] >= 6, (exercise.name, counts)
        assert counts["wrong"] >= 10, (exercise.name, counts)
        assert counts["noisy"] >= 1, (exercise.name, counts)


@pytest.mark.parametrize("file", RIGHT, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_right_answers_see_only_ticks(printed, from_bank, file):
    lines = [line for line in printed(file.parent.parent.name, from_bank(file)) if line[:1] in "✓✗·"]
    assert len(lines) >= 3
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize("file", WRONG, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_wrong_answers_see_a_cross(red, from_bank, file):
    if file.stem in HIDDEN_FROM_CHECKS.get(file.parent.parent.name, ()):
        pytest.skip("a check looks at a few inputs; the probe tells this one")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        line, _ = red(file.parent.parent.name, from_bank(file))
    assert "the check could not go on" not in line


def test_a_check_answers_within_two_seconds(printed, from_bank):
    for exercise in CODE:
        answer = from_bank(sorted((exercise / "correct").glob("*.py"))[0])
        printed(exercise.name, answer)
        start = time.perf_counter()
        printed(exercise.name, answer)
        assert time.perf_counter() - start < 2, exercise.name
