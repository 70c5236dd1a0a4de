"""Hidden seeds: drawn afresh per grading run, the same for the whole class, recorded in results."""

from __future__ import annotations

import hashlib
import secrets

SEED_VARIABLE = "GAN_GRADING_SEED"
SEEDS_PER_PROBE = 3


def draw_base_seed() -> int:
    """Draw the secret base seed of one grading run."""
    return secrets.randbits(48)


def hidden_seeds(base: int | None = None, count: int = SEEDS_PER_PROBE) -> list[int]:
    """Return the hidden seeds of a grading run.

    Args:
        base: the run's base seed; drawn when not given.
        count: how many seeds each probe uses.
    """
    start = draw_base_seed() if base is None else base
    # Hashed, so that one seed seen in a report says nothing about the next run's.
    digests = [hashlib.sha256(f"{start}/{i}".encode()).digest() for i in range(count)]
    return [int.from_bytes(d[:4], "big") & 0x7FFFFFFF for d in digests]
