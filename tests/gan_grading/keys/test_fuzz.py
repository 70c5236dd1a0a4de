"""Whatever a student's code returns, there is a verdict. An hour of it: ``tests/benchmarks/fuzz.py``."""

from __future__ import annotations

import random

from tests.benchmarks.fuzz import fuzz, keys_of

SECONDS = 40


def test_whatever_comes_back_is_judged() -> None:
    """An exercise that is left ungraded is a fault of the grader's, and this finds them with a fresh seed."""
    seed = random.SystemRandom().randrange(2**31)
    # A run of `mend` takes seconds, and its answer is a dictionary of five numbers.
    keys = [(assignment, key) for assignment, key in keys_of() if key.exercise != "mend"]
    found = fuzz(keys, SECONDS, seed)
    assert found.ungraded == [], f"seed {seed}"
    assert found.rounds > 10
