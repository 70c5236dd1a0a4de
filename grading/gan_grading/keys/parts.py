"""Keys of functions that return several tensors: a known mistake may be wrong in one of them alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_grading.keys.key import Key, KnownMistake

Form = Callable[..., Any]


class PartsKey(Key):
    """A key whose known mistakes may be written for one part.

    Mistakes of a part come before those of the whole: where two parts are wrong in two ways, the first of
    them is named by itself.
    """

    def __init__(self, *, parts: Sequence[str], right: Form, world: str, **settings: Any) -> None:
        """Begin the key of a function that returns a tuple.

        Args:
            parts: what it returns, in order.
            right: a right answer.
            world: what it is called with, see :data:`gan_course.exercises.worlds.WORLDS`.
            settings: of the experiment, see :func:`gan_course.exercises.experiments.parts.play`.
        """
        super().__init__(
            "parts", right=right, worlds={", ".join(parts): world}, parts=list(parts), **settings
        )
        self._parts = list(parts)
        self._of_parts: list[KnownMistake] = []

    def part(self, name: str, misconception: Misconception, *forms: Form) -> None:
        """Add wrong forms of one part: functions of the same arguments that return this part alone."""
        self.also(misconception)
        index = self._parts.index(name)
        self._of_parts += [KnownMistake(misconception, self._with(index, form)) for form in forms]

    def _with(self, index: int, form: Form) -> Form:
        """Return the right answer with one of its parts replaced."""

        def answer(*arguments: Any) -> tuple[Any, ...]:
            parts = list(self.right(*arguments))
            parts[index] = form(*arguments)
            return tuple(parts)

        return answer

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes: of parts, then of the whole."""
        return [*self._of_parts, *self._declared]
