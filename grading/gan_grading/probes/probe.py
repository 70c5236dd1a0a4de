"""What a probe is: an experiment, played with the student's answer, the reference, and rivals.

A *rival* is a wrong answer written out by the grader, together with the misconception it stands
for. The probe plays one experiment with the student's answer and with the reference; when the two
differ, it plays it with each rival, and the rival that behaves as the student's answer does names
the misconception. So a probe judges behaviour, never source text, and recognising a new
misconception means writing it down as code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gan_course.exercises.compare import DEFAULT, Tolerance, is_finite, same
from gan_course.exercises.finding import Curve, Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.run import Judge, Probe
from gan_course.exercises.student.handle import DirectChannel, Student, StudentFault
from gan_grading.keys.memory import MEMORY, identity
from gan_grading.keys.memory import Remembered as Play

__all__ = ["Duel", "Experiment", "Judge", "Observation", "Probe", "Rival", "misconceptions_of"]

Observation = Mapping[str, Any]
Experiment = Callable[[Student, Dice], Observation]


@dataclass(frozen=True)
class Rival:
    """A wrong answer the grader can recognise.

    Attributes:
        misconception: what it stands for.
        answer: the wrong answer itself, called as the student's would be.
        name: tells this rival from every other, to remember what it did.
    """

    misconception: Misconception
    answer: Any
    name: tuple[int, int] = field(default_factory=identity, compare=False, repr=False)


@dataclass(frozen=True)
class Duel:
    """Plays one experiment with the student, the reference and the rivals, and compares.

    Attributes:
        exercise: name the experiment calls.
        criterion: what the experiment tests, e.g. "value and slope".
        play: the experiment; with a :class:`Dice` of the same seed it must do the same to the same
            answer, for each student: what rivals did is remembered by criterion and seed.
        reference: the right answer; beside rivals it is remembered as they are, so two duels with the
            same exercise, criterion and first rival must have the same one.
        rivals: wrong answers, the likeliest first.
        measure: a sentence of numbers added to a finding, measured on the student's answer.
        draw: curves added to a finding, measured on the student's answer.
        tolerance: for comparing observations.
        setting: further names the experiment's code finds beside the answer.
    """

    exercise: str
    criterion: str
    play: Experiment
    reference: Any
    rivals: Sequence[Rival] = ()
    measure: Callable[[Student], str] | None = None
    draw: Callable[[Student], tuple[Curve, ...]] | None = None
    tolerance: Tolerance = DEFAULT
    setting: Mapping[str, Any] = field(default_factory=dict)

    def judge(self, student: Student, dice: Dice, sheet: Sheet) -> None:
        """Play and note what was found.

        Raises:
            StudentFault: if the student's answer raises and no rival does the same.
            GiveUp: after a finding.
        """
        seen = self._watch(student, dice)
        if self._matches(seen, dice):
            sheet.passed(self.criterion)
            return
        for rival in self.rivals:
            if self._behaves_like(rival, seen, dice):
                sheet.miss(self.criterion, rival.misconception.id, *self._details(student, seen))
                raise GiveUp
        if isinstance(seen, StudentFault):
            raise seen
        unknown = "unrecognised" if is_finite(seen) else "not_finite"
        sheet.miss(self.criterion, unknown, *self._details(student, seen))
        raise GiveUp

    def agrees(self, student: Student, dice: Dice) -> bool:
        """Tell whether the student's answer behaves as the reference does."""
        return self._matches(self._watch(student, dice), dice)

    def _watch(self, student: Student, dice: Dice) -> Observation | StudentFault:
        try:
            return self.play(student, Dice(dice.seed))
        except StudentFault as fault:
            return fault

    def _matches(self, seen: Observation | StudentFault, dice: Dice) -> bool:
        return isinstance(seen, Mapping) and same(self._wanted(dice), seen, self.tolerance)

    def _wanted(self, dice: Dice) -> Observation:
        if not self.rivals:
            return self._play(self.reference, dice)
        # Exercises of two assignments may share a name; rivals never do.
        key = ("reference", self.rivals[0].name, self.exercise, self.criterion, dice.seed)
        seen = MEMORY.recall(key, lambda: Play(self._play(self.reference, dice))).seen
        assert seen is not None  # a reference that raises is a fault of the grader, and raised above
        return seen

    def _details(self, student: Student, seen: Observation | StudentFault) -> tuple[str, tuple[Curve, ...]]:
        if isinstance(seen, StudentFault):
            return f"{seen.type_name}: {seen.message}", ()
        try:
            text = self.measure(student) if self.measure else ""
            return text, self.draw(student) if self.draw else ()
        except StudentFault:
            return "", ()

    def _play(self, answer: Any, dice: Dice) -> Observation:
        namespace = {**self.setting, self.exercise: answer}
        return self.play(Student(DirectChannel(namespace)), Dice(dice.seed))

    def _behaves_like(self, rival: Rival, seen: Observation | StudentFault, dice: Dice) -> bool:
        key = (rival.name, self.exercise, self.criterion, dice.seed)
        theirs = MEMORY.recall(key, lambda: self._watch_rival(rival, dice))
        if theirs.seen is None:
            # A rival that raises is matched by the very same error only.
            return isinstance(seen, StudentFault) and theirs.error == (seen.type_name, seen.message)
        return isinstance(seen, Mapping) and same(theirs.seen, seen, self.tolerance)

    def _watch_rival(self, rival: Rival, dice: Dice) -> Play:
        try:
            return Play(self._play(rival.answer, dice))
        except StudentFault as fault:
            return Play(None, (fault.type_name, fault.message))


def misconceptions_of(rivals: Sequence[Rival]) -> tuple[Misconception, ...]:
    """Return the misconceptions that rivals stand for, each once."""
    return tuple({r.misconception.id: r.misconception for r in rivals}.values())
