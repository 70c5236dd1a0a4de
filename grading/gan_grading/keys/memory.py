"""What references and rivals did with a seed, remembered.

All answers to an exercise meet the same hidden seeds, and the reference and each rival do the same
with a seed each time. So they are played once, for a whole class or a whole bank, and not once an answer.
"""

from __future__ import annotations

import itertools
import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

ROOM = 30_000  # plays; a grading run of one assignment needs some hundreds
_counter = itertools.count()


@dataclass(frozen=True)
class Remembered:
    """What came of one play: an observation, or the error it ended with.

    Attributes:
        seen: the observation, or ``None`` after an error.
        error: type and message of the error, both empty without one.
    """

    seen: Mapping[str, Any] | None
    error: tuple[str, str] = ("", "")


def identity() -> tuple[int, int]:
    """Return a name that nothing else has, in this process or in one forked from it."""
    return os.getpid(), next(_counter)


class Memory:
    """Plays by key; the oldest is forgotten when there is no more room."""

    def __init__(self, room: int = ROOM) -> None:
        """Remember up to ``room`` plays."""
        self._room = room
        self._plays: OrderedDict[Hashable, Remembered] = OrderedDict()
        self._new: dict[Hashable, Remembered] = {}

    def recall(self, key: Hashable, play: Callable[[], Remembered]) -> Remembered:
        """Return what is remembered under the key; else play, and remember."""
        known = self._plays.get(key)
        if known is None:
            known = play()
            self._new[key] = known
            self.learn({key: known})
        return known

    def learn(self, plays: Mapping[Hashable, Remembered]) -> None:
        """Remember plays made elsewhere, in a forked process."""
        self._plays.update(plays)
        while len(self._plays) > self._room:
            oldest, _ = self._plays.popitem(last=False)
            self._new.pop(oldest, None)  # in a grader that nobody asks for news it would stay for ever

    def take_new(self) -> dict[Hashable, Remembered]:
        """Return the plays made here since the last call."""
        new, self._new = self._new, {}
        return new

    def clear(self) -> None:
        """Forget everything."""
        self._plays.clear()
        self._new.clear()


MEMORY = Memory()
