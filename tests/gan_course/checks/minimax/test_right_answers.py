"""No style of a right answer may see a ✗."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest
import torch

_SPEC = importlib.util.spec_from_file_location("minimax_answers", Path(__file__).with_name("answers.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
answers = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(answers)

CASES = [(name, answer) for name, styles in answers.RIGHT.items() for answer in styles]


@pytest.mark.parametrize(("name", "answer"), CASES, ids=lambda v: getattr(v, "__name__", v))
def test_right_answer_is_all_green(printed, name, answer):
    lines = printed(name, answer)
    assert len(lines) >= 4
    assert all(line.startswith("✓") for line in lines), lines


@pytest.mark.parametrize("name", ["make_generator", "make_discriminator"])
def test_networks_pass_whatever_their_random_start(printed, name):
    """A check draws from the fixed seed, but a network may carry its own start: try many."""
    make = {"make_generator": answers.g_class, "make_discriminator": answers.d_flat}[name]
    for seed in range(40):
        seeds = iter(range(10 * seed, 10 * seed + 10))

        def seeded(*sizes, seeds=seeds, **options):
            torch.manual_seed(next(seeds))
            return make(*sizes, **options)

        lines = printed(name, seeded)
        assert all(line.startswith("✓") for line in lines), (seed, lines)


def test_a_check_answers_within_two_seconds(printed):
    for name, styles in answers.RIGHT.items():
        printed(name, styles[0])  # the first optimiser of a process imports half of torch
        start = time.perf_counter()
        printed(name, styles[0])
        assert time.perf_counter() - start < 2, name
