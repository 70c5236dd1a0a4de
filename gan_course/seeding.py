"""One call that makes random starts repeatable."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch


def seed_everything(seed: int, device: str | torch.device = "cpu") -> torch.Generator:
    """Seed Python, NumPy and torch, and return a generator of the same seed.

    The same seed gives the same numbers on the same machine, torch version and number of threads;
    other machines may differ in the last digits, which training can magnify.

    Args:
        seed: Any integer from 0 to 2**32 − 1.
        device: Where the returned generator draws.

    Returns:
        A fresh generator, for functions that take ``generator=``.

    Raises:
        ValueError: If the seed is not an integer in that range.

    >>> a = torch.rand(3, generator=seed_everything(7))
    >>> torch.equal(a, torch.rand(3, generator=seed_everything(7)))
    True
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise ValueError(f"seed={seed!r} does not fit: give an integer from 0 to 4294967295.")
    random.seed(seed)
    np.random.seed(seed)  # scikit-learn still draws from the global state
    torch.manual_seed(seed)  # seeds CUDA and MPS as well
    return torch.Generator(device=device).manual_seed(seed)


@contextmanager
def random_state_kept() -> Iterator[None]:
    """Put all global random numbers back after the ``with`` block: looking must not change a run.

    Those of torch, NumPy and Python; a generator that somebody made for themselves is theirs to keep.

    >>> state = torch.get_rng_state()
    >>> with random_state_kept():
    ...     _ = torch.rand(3)
    >>> torch.equal(state, torch.get_rng_state())
    True
    """
    devices = [torch.cuda.current_device()] if torch.cuda.is_available() else []
    python, numpy = random.getstate(), np.random.get_state()
    try:
        with torch.random.fork_rng(devices):
            yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)
