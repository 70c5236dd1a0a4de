"""What running a notebook came to, as plain data without torch: a verdict an exercise, cells that stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

MIMETYPE = "application/vnd.gan-course.verdict+json"

State = Literal["green", "red", "not written", "answered", "not answered", "unknown"]
WELL: tuple[State, ...] = ("green", "answered")


@dataclass(frozen=True)
class Verdict:
    """What the check of one exercise says.

    Attributes:
        exercise: Its name.
        question: Whether it is a closing question, whose check records and does not judge.
        state: ``green`` and ``red`` are judged; ``unknown`` could not be.
        lines: What the notebook shows, the verdict first; empty where it is as plain as the state.
    """

    exercise: str
    question: bool
    state: State
    lines: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in WELL

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Verdict:
        """Read what :meth:`to_json` wrote."""
        return cls(data["exercise"], bool(data["question"]), data["state"], tuple(data["lines"]))


@dataclass(frozen=True)
class Stop:
    """A cell that did not run to its end.

    Attributes:
        number: Its place in the notebook, from 1, Markdown cells included.
        reason: One line.
    """

    number: int
    reason: str


@dataclass(frozen=True)
class Run:
    """What a run came to.

    Attributes:
        verdicts: One an exercise, in order.
        stops: The cells that stopped.
    """

    verdicts: tuple[Verdict, ...]
    stops: tuple[Stop, ...]

    @property
    def all_well(self) -> bool:
        """Whether every exercise is green, every question answered, and every cell ran."""
        return not self.stops and all(verdict.well for verdict in self.verdicts)
