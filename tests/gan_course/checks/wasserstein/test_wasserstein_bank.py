"""The grader's bank, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

from pathlib import Path

import pytest

BANK = Path(__file__).parents[4] / "tests" / "banks" / "05_wasserstein"
CODE = sorted(p for p in BANK.iterdir() if not p.name.startswith("q_"))
RIGHT = [f for e in CODE for kind in ("correct", "noisy") for f in sorted((e / kind).glob("*.py"))]
WRONG = [f for e in CODE for f in sorted((e / "wrong").glob("*.py"))]


def test_the_bank_is_as_large_as_it_should_be():
    """Eight code exercises, each with at least 8 right, 20 wrong and 2 noisy answers."""
    assert len(CODE) == 8
    for exercise in CODE:
        counts = {kind: len(list((exercise / kind).glob("*.py"))) for kind in ("correct", "wrong", "noisy")}
        assert counts["correct"] >= 8, (exercise.name, counts)
        assert counts["wrong"] >= 20, (exercise.name, counts)
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
