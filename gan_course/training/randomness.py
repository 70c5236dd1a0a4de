"""The state of every random generator that a run, its data and its noise draw from.

Those are the run's own generator, torch's global ones, NumPy's global one and Python's. A generator that
a student made for a data function of their own is not known here, and goes on from wherever it is.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from gan_course.errors import CheckpointError

States = dict[str, Any]


def states(own: torch.Generator) -> States:
    """Return all states as tensors, numbers and lists, which a file can hold without code.

    Args:
        own: The run's generator.
    """
    version, numbers, gauss = random.getstate()
    kind, keys, position, has_gauss, cached = np.random.get_state(legacy=True)
    found: States = {
        "run": own.get_state(),
        "cpu": torch.get_rng_state(),
        "python": [version, list(numbers), gauss],
        "numpy": [str(kind), [int(k) for k in keys], int(position), int(has_gauss), float(cached)],
    }
    if own.device.type == "cuda":
        found["cuda"] = torch.cuda.get_rng_state(own.device)
    return found


def check(saved: States, device: torch.device) -> None:
    """See that every state fits, on generators made for it, before anything is replaced.

    Args:
        saved: What ``states`` returned, perhaps on another machine.
        device: The run's.

    Raises:
        CheckpointError: Naming the entry that does not fit.
    """
    for name, put in _setters(torch.Generator(device), trial=True).items():
        try:
            put(saved[name])
        except (KeyError, RuntimeError, TypeError, ValueError) as error:
            raise CheckpointError(
                f"its entry 'random.{name}' does not fit a run on {device}: train on the device it was "
                "saved on, or go on with other random numbers, run.load(path, same_numbers=False)."
            ) from error


def restore(saved: States, own: torch.Generator) -> None:
    """Take over all states.

    Args:
        saved: What ``states`` returned and ``check`` accepted.
        own: The run's generator.
    """
    for name, put in _setters(own, trial=False).items():
        put(saved[name])


def _setters(own: torch.Generator, trial: bool) -> dict[str, Callable[[Any], object]]:
    """Return, by entry, what takes over a state: the real generators, or ones made for a trial."""
    python = random.Random() if trial else random
    numpy: Any = np.random.RandomState() if trial else np.random
    setters: dict[str, Callable[[Any], object]] = {
        "run": lambda s: own.set_state(s.cpu()),
        "cpu": lambda s: torch.Generator().set_state(s.cpu()) if trial else torch.set_rng_state(s.cpu()),
        "python": lambda s: python.setstate((s[0], tuple(s[1]), s[2])),
        "numpy": lambda s: numpy.set_state((s[0], np.array(s[1], dtype=np.uint32), *s[2:])),
    }
    if own.device.type == "cuda":
        setters["cuda"] = lambda s: (
            torch.Generator(own.device).set_state(s.cpu())
            if trial
            else torch.cuda.set_rng_state(s.cpu(), own.device)
        )
    return setters
