"""The grader's oracle: it has the key, and plays what it is asked with the reference and the known mistakes."""

from __future__ import annotations

from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import AGREES, Observation, Play, Seen, Unknown, watch
from gan_course.exercises.student.handle import DirectChannel, Student, StudentFault
from gan_grading.errors import GradingError
from gan_grading.keys.key import Key, KnownMistake
from gan_grading.keys.memory import MEMORY, Remembered


class KeyFault(GradingError):
    """A key whose right answer cannot be played: the grader's fault, never a student's."""


class KeyOracle:
    """Knows what is wanted from a key.

    What reference and known mistakes do with a seed is played once for a whole class and remembered.
    """

    def __init__(self, key: Key) -> None:
        """Ask this key."""
        self._key = key

    def wanted(
        self, criterion: str, play: Play, inputs: Inputs, tolerance: Tolerance = DEFAULT
    ) -> Observation:
        """Return what the reference gives.

        Raises:
            Unknown: if the key has no reference.
        """
        if self._key.right is None:
            raise Unknown
        name = criterion.removesuffix(AGREES)
        right = self._remembered(self._key.name, self._key.right, name, play, inputs)
        if right.seen is None:
            raise KeyFault(
                f"the right answer of {self._key.exercise}",
                f"it raises {': '.join(right.error)}",
                "mend the key",
            )
        return right.seen

    def mistake(
        self, criterion: str, play: Play, student: Student, inputs: Inputs, seen: Seen, tolerance: Tolerance
    ) -> str | None:
        """Return the known mistake that gives the same, here and with other inputs too."""
        other = inputs.elsewhere()
        again: Seen | None = None
        for known in self._key.mistakes:
            if not self._alike(known, criterion, play, inputs, seen, tolerance):
                continue
            again = watch(play, student, other) if again is None else again
            if self._alike(known, criterion, play, other, again, tolerance):
                return known.misconception.id
        return None

    def _alike(
        self,
        known: KnownMistake,
        criterion: str,
        play: Play,
        inputs: Inputs,
        seen: Seen,
        tolerance: Tolerance,
    ) -> bool:
        theirs = self._remembered(known.name, known.answer, criterion, play, inputs)
        if theirs.seen is None:
            # A known mistake that raises is recognised by the very same error only.
            return isinstance(seen, StudentFault) and theirs.error == (seen.type_name, seen.message)
        return not isinstance(seen, StudentFault) and same(theirs.seen, seen, tolerance)

    def _remembered(
        self, name: tuple[int, int], answer: object, criterion: str, play: Play, inputs: Inputs
    ) -> Remembered:
        def begin() -> Remembered:
            seen = watch(play, self.student(answer), inputs)
            if isinstance(seen, StudentFault):
                return Remembered(None, (seen.type_name, seen.message))
            return Remembered(seen)

        return MEMORY.recall((name, criterion, inputs.seed, inputs.public), begin)

    def student(self, answer: object) -> Student:
        """Return a handle on an answer of the key's, in this process."""
        return Student(DirectChannel({**self._key.beside, self._key.exercise: answer}))
