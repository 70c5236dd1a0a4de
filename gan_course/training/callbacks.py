"""Looking at a run while it trains.

A callback is any function of the run. What it returns as a dictionary of numbers is kept in the
history; raising ``StopTraining`` ends the run in good order. The random numbers a callback draws
never change the run's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Callback = Callable[[Any], Mapping[str, float] | None]


class StopTraining(Exception):
    """Raised by a callback to end the run; its message is kept as ``history.stopped``."""


@dataclass(frozen=True)
class Every:
    """A callback that is due after every ``steps`` iterations and after the last one.

    Attributes:
        steps: How many iterations lie between two calls.
        callback: What is called.
        first: Call it before the first iteration too.
    """

    steps: int
    callback: Callback
    first: bool = False

    def __call__(self, run: Any) -> Mapping[str, float] | None:
        """Call the callback, whatever the iteration."""
        return self.callback(run)


def every(steps: int, callback: Callback, *, first: bool = False) -> Every:
    """Make a callback that is called now and then.

    Args:
        steps: Call it after every so many iterations, and after the last one.
        callback: A function of the run; it may return numbers by name for the history.
        first: Call it before the first iteration too.

    Returns:
        Something for the list ``callbacks=``.

    Raises:
        ValueError: If ``steps`` is below 1.
    """
    if steps < 1:
        raise ValueError(f"every({steps}, ...) does not fit: give a number of iterations of at least 1.")
    return Every(steps, callback, first)


def scheduled(callbacks: Sequence[Callback]) -> list[Every]:
    """Give every callback its rhythm: a bare function is called after each iteration."""
    return [c if isinstance(c, Every) else Every(1, c) for c in callbacks]
