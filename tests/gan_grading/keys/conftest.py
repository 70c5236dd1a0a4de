"""A key of a small loss, with two known mistakes."""

from __future__ import annotations

import pytest

from gan_grading.keys.losses import LossKey


@pytest.fixture
def key() -> LossKey:
    """The key of E[f(G(z))] − E[f(x)]."""
    made = LossKey(right=(lambda a: -a, lambda a: a * 1.0), batches=["real value", "fake value"])
    made.exercise = "critic_loss"
    turned, pooled = (lambda a: a * 1.0, lambda a: -a), lambda r, f: (f.sum() - r.sum()) / (len(r) + len(f))
    made.wrong("wrong_way", "The sign is turned round.", "Which way is down?", turned)
    made.wrong("pooled", "One mean over all.", "Each batch has its own.", pooled)
    return made
