"""The key of one exercise: a right answer, and the known mistakes. It never reaches a student's machine.

A key lies beside the solution, ``solutions/05_wasserstein/exercises/critic_loss.py``, and defines ``key``::

    key = Key("losses", right=loss, batches=["real value", "fake value"])
    key.wrong("critic_sign", "Minimising your loss ...", "Which sign ...", lambda r, f: ...)

A *known mistake* is a wrong answer written out as code, with the misconception it stands for. Where a
student's answer differs from the right one, the known mistake that behaves as it does names what went wrong.
"""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, field
from typing import Any

from gan_course.exercises.experiment import Experiment
from gan_course.exercises.finding import Misconception

_counter = itertools.count()


def _identity() -> tuple[int, int]:
    """Return a name that nothing else has, in this process or in one forked from it."""
    return os.getpid(), next(_counter)


@dataclass(frozen=True)
class KnownMistake:
    """A wrong answer that the grader can recognise.

    Attributes:
        misconception: what it stands for.
        answer: the wrong answer itself, called as the student's would be.
        name: tells it from every other, to remember what it did.
    """

    misconception: Misconception
    answer: Any
    name: tuple[int, int] = field(default_factory=_identity, compare=False, repr=False)


class Key:
    """Reference and known mistakes of one exercise.

    Attributes:
        exercise: the exercise's id, which is the name of the key's file.
        right: a right answer; ``None`` where the experiment judges by properties alone.
        hidden_only: ids of misconceptions that only hidden inputs can show, each with its reason.
        explanation: shown with the verdict.
        digest: of the files the key was read from.
        beside: further names the experiment's code finds beside the answer.
    """

    def __init__(
        self,
        kind: str,
        *,
        right: Any = None,
        explanation: str = "",
        beside: dict[str, Any] | None = None,
        **settings: Any,
    ) -> None:
        """Begin a key.

        Args:
            kind: of experiment, a module of :mod:`gan_course.exercises.experiments`.
            right: a right answer.
            explanation: shown with the verdict.
            beside: further names the experiment's code finds beside the answer.
            settings: of the experiment; plain data.
        """
        self._kind, self._settings = kind, settings
        self.exercise, self.digest = "", ""
        self.right, self.explanation, self.beside = right, explanation, beside or {}
        self._declared: list[KnownMistake] = []
        self.hidden_only: dict[str, str] = {}
        self.name = _identity()
        self._alone: dict[str, Misconception] = {}

    @property
    def experiment(self) -> Experiment:
        """The experiment that is played."""
        return Experiment(self._kind, self.exercise, self._settings)

    def wrong(self, id: str, says: str, hint: str, *answers: Any, share: float = 1.0) -> Misconception:
        """Declare a misconception, with wrong answers that show it.

        Args:
            id: short name, unique within the exercise.
            says: what was seen, one sentence in the student's terms.
            hint: where to look next, without the answer.
            answers: wrong answers, called as the student's would be. Without any, the experiment or
                ``otherwise`` of a comparison has to note it.
            share: of the exercise's points that it costs.
        """
        misconception = Misconception(id, says, hint, share)
        self.also(misconception, *answers)
        return misconception

    def also(self, misconception: Misconception, *answers: Any) -> None:
        """Add wrong answers that show a misconception declared before, or elsewhere."""
        known = self._alone.setdefault(misconception.id, misconception)
        if known != misconception:
            raise ValueError(
                f"key {self.exercise!r}: misconception {misconception.id!r} has two texts: keep one"
            )
        self._declared += [KnownMistake(misconception, answer) for answer in answers]

    def only_hidden(self, id: str, reason: str) -> None:
        """List a misconception that the visible check cannot show, and say why."""
        self.hidden_only[id] = reason

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the likeliest first."""
        return self._declared

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Everything that may be found, each once; the key's own texts come before the experiment's."""
        by_id = {m.id: m for m in self.experiment.misconceptions}
        return tuple({**by_id, **self._alone}.values())
