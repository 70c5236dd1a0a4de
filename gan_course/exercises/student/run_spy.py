"""A training run that takes no time: what it gives depends on its settings and its seed as a table says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gan_course.exercises.student.spies import Tape


class SpyRun:
    """Stands for ``run(settings, seed)``: a number for each setting and seed, the same whenever it is asked."""

    def __init__(
        self, who: str, tape: Tape, full: dict[str, float], starts: list[float], costs: dict[str, list[float]]
    ) -> None:
        """Store the table.

        Args:
            who: name on the tape.
            tape: where calls are written.
            full: the settings that lack nothing.
            starts: what these give for the first seed asked for, the second, ...; then again from the first.
            costs: for each setting what a change of it takes away, by seed as above.
        """
        self._who, self._tape, self._full, self._starts, self._costs = who, tape, dict(full), starts, costs
        self._seeds: list[Any] = []

    def __call__(self, settings: Mapping[str, float], seed: int) -> float:
        """Return the share of good samples.

        Raises:
            TypeError: if the settings are no dictionary with the names of a run, or the seed is no whole number.
        """
        names: Sequence[str] = list(self._full)
        if not isinstance(settings, Mapping) or set(settings) != set(names):
            raise TypeError(f"run takes settings with the names {', '.join(names)}, and a seed")
        if not isinstance(seed, int):
            raise TypeError(f"run takes a whole number as its seed, {type(seed).__name__} given")
        if seed not in self._seeds:
            self._seeds.append(seed)
        place = self._seeds.index(seed) % len(self._starts)
        changed = [name for name in names if settings[name] != self._full[name]]
        taken = sum(self._costs[name][place] for name in changed if name in self._costs)
        value = round(self._starts[place] - taken, 4)
        given = {name: float(settings[name]) for name in names}
        self._tape.write(self._who, settings=given, seed=seed, value=value)
        return value
