"""The bank of 00_start_here, shown to its visible checks, and the sentence for changed arguments."""

from __future__ import annotations

import logging
import math
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from gan_course.checks import start

BANK = Path(__file__).parents[4] / "tests" / "banks" / "00_start_here"
CODE = [f for f in sorted(BANK.glob("*/*/*.py")) if not f.parent.parent.name.startswith("q_")]
WRONG = [f for f in CODE if f.parent.name == "wrong"]
RIGHT = [f for f in CODE if f.parent.name != "wrong"]
# A check holds fixed inputs: what is wrong on other inputs only, the hidden probe sees.
SEEN_BY_THE_PROBE_ONLY = {
    "descend-stops_early",
    "distances-hard_coded",
    "distances-squeezed",
    "distances-two_coordinates_only",
    "repeatable_noise-pairs_equal",
    "repeatable_noise-seed_mod",
    "repeatable_noise-sum_of_uniforms",
    "slope-difference_quotient",
    "slope-sine_only",
}


def from_bank(file: Path) -> object:
    names: dict[str, object] = {"torch": torch, "np": np, "math": math}
    exec(compile(file.read_text(encoding="utf-8"), file.name, "exec"), names)
    return names[file.parent.parent.name]


@pytest.fixture
def printed(capsys):
    """Run one check and return its ✓ and ✗ lines, and the sentences under them."""

    def run(name: str, answer: object) -> list[str]:
        logging.disable(logging.CRITICAL)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                getattr(start, name)(answer)
        finally:
            logging.disable(logging.NOTSET)
        return [line for line in capsys.readouterr().out.splitlines() if line[:1] in "✓✗· "]

    return run


@pytest.mark.parametrize("file", RIGHT, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_right_answers_see_only_ticks(printed, file):
    lines = [line for line in printed(file.parent.parent.name, from_bank(file)) if line[:1] in "✓✗"]
    assert len(lines) >= 2
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize("file", WRONG, ids=lambda f: f"{f.parent.parent.name}-{f.stem}")
def test_wrong_answers_see_a_cross(printed, file):
    name = f"{file.parent.parent.name}-{file.stem}"
    lines = printed(file.parent.parent.name, from_bank(file))
    assert any(line.startswith("✗") for line in lines) is (name not in SEEN_BY_THE_PROBE_ONLY), lines


def test_changed_arguments_are_named(printed):
    def distances(points, centre):
        points -= centre
        return points.norm(dim=1)

    lines = printed("distances", distances)
    assert "✗ your code changes the tensors it was given" in lines
    assert "in place" in lines[-1] + lines[-2]
