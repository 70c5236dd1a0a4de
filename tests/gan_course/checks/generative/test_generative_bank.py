"""The grader's bank, shown to the visible checks: right answers see only ✓, wrong ones at least one ✗."""

from __future__ import annotations

from pathlib import Path

import pytest

BANK = Path(__file__).parents[4] / "tests" / "banks" / "01_generative_vs_discriminative"
CODE = sorted(p for p in BANK.iterdir() if not p.name.startswith("q_"))
RIGHT = [f for e in CODE for kind in ("correct", "noisy") for f in sorted((e / kind).glob("*.py"))]
# What a check cannot see: hidden inputs, a hundred calls, arguments compared afterwards.
UNSEEN = {
    "dealt_out",
    "training_rows_shaken",
    "in_place",
    "in_place_logsumexp",
    "updates_in_place",
    "writes_into_scores",
    "centred_uniform",
    "noise_in_pairs",
    "noise_repeated",
    "mirrored_noise",
    "gradient_piles_up",
}
WRONG = [f for e in CODE for f in sorted((e / "wrong").glob("*.py")) if f.stem not in UNSEEN]


def test_the_bank_is_as_large_as_it_should_be():
    """Nine code exercises, each with at least 6 right, 10 wrong and 2 noisy answers."""
    assert len(CODE) == 9
    for exercise in CODE:
        counts = {kind: len(list((exercise / kind).glob("*.py"))) for kind in ("correct", "wrong", "noisy")}
        assert counts["correct"] >= 6, (exercise.name, counts)
        assert counts["wrong"] >= 10, (exercise.name, counts)
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
