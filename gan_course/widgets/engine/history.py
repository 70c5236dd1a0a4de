"""A recording of training that can be rewound and never grows beyond a fixed number of moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MOST_MOMENTS = 160
MOST_BYTES = 96 * 2**20


@dataclass
class Moment:
    """One recorded moment.

    Attributes:
        step: D and G updates so far, in whole iterations.
        state: everything needed to go on from here (see `capture`).
        numbers: what was measured here: losses (means since the moment before), divergences, coverage.
        size: bytes held by `state`.
    """

    step: int
    state: Any
    numbers: dict[str, float] = field(default_factory=dict)
    size: int = 0


class History:
    """Moments in order of time; when full, every second one is dropped and the stride doubles.

    Args:
        stride: iterations between automatic moments at the start.
        most: moments kept at most, at least 4.
        most_bytes: memory the states may take.
    """

    def __init__(self, stride: int = 40, most: int = MOST_MOMENTS, most_bytes: int = MOST_BYTES) -> None:
        self.stride = stride
        self._first_stride = stride
        self._most = most
        self._most_bytes = most_bytes
        self._moments: list[Moment] = []

    def __len__(self) -> int:
        return len(self._moments)

    def __iter__(self) -> Iterator[Moment]:
        return iter(self._moments)

    def __getitem__(self, index: int) -> Moment:
        return self._moments[index]

    def clear(self) -> None:
        """Forget everything."""
        self._moments.clear()
        self.stride = self._first_stride

    def due(self, step: int) -> bool:
        """Say whether an automatic moment should be recorded at this step."""
        return not self._moments or step >= self._moments[-1].step + self.stride

    def add(self, moment: Moment) -> None:
        """Record a moment after the latest one."""
        self._moments.append(moment)
        too_large = sum(m.size for m in self._moments) > self._most_bytes and len(self._moments) > 4
        if len(self._moments) > self._most or too_large:
            self._thin()

    def cut_after(self, index: int) -> None:
        """Forget what came after a moment: training goes on from there on another path."""
        del self._moments[index + 1 :]

    def nearest(self, step: int) -> int:
        """Return the index of the latest moment at or before a step (the first one if there is none)."""
        at_or_before = [i for i, m in enumerate(self._moments) if m.step <= step]
        return at_or_before[-1] if at_or_before else 0

    def column(self, name: str) -> list[float]:
        """Return one number of every moment, NaN where it was not measured."""
        return [m.numbers.get(name, float("nan")) for m in self._moments]

    def _thin(self) -> None:
        """Drop every second moment but keep the first, and the latest, which training stands on."""
        kept = self._moments[0:-1:2]
        self._moments = [*kept, self._moments[-1]]
        self.stride *= 2
