"""Probe answers that are several tensors: recognise a mistake in one of them, whatever the others are.

An exercise asks for a tuple of parts, such as ``(priors, means, variances)``. A rival of one part is a
function of the same arguments that gives this part alone; a rival of the whole gives all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Duel, Experiment, Observation, Rival

REMEMBERS = Misconception(
    "remembers",
    "Called twice with the same arguments, your function gives two different results.",
    "Something is kept from call to call: a variable outside of the function, or a gradient that adds up.",
)

Form = Callable[..., Any]
Cases = Callable[[Dice], Mapping[str, tuple[Any, ...]]]
Mistakes = Sequence[tuple[Misconception, Form]]
ALL_PARTS = "returns all parts"


@dataclass(frozen=True)
class Part:
    """One of the tensors that an answer returns.

    Attributes:
        name: what the exercise calls it.
        mistakes: wrong forms of it, the likeliest first.
        is_number: whether a plain number will do.
        view: what of it counts, applied before comparing.
    """

    name: str
    mistakes: Mistakes = ()
    is_number: bool = False
    view: Callable[[torch.Tensor], torch.Tensor] = lambda part: part


@dataclass(frozen=True)
class PartsDuel:
    """Plays an exercise of several parts: the whole first, then part by part.

    Attributes:
        exercise: name the experiment calls.
        cases: hidden arguments by name, drawn from dice.
        reference: the right answer, all parts.
        parts: what it returns, in order.
        whole: wrong answers that are wrong in several parts at once.
    """

    exercise: str
    cases: Cases
    reference: Form
    parts: Sequence[Part]
    whole: Mistakes = ()

    def judge(self, student: Student, dice: Dice, sheet: Sheet) -> None:
        """Play and note what was found.

        Raises:
            GiveUp: after a finding.
            StudentFault: if the student's answer raises.
        """
        insist_parts(sheet, student.call(self.exercise, *self._first(dice)).value, self.parts)
        if self.duel(self.reference).agrees(student, dice):
            for part in self.parts:
                sheet.passed(part.name)
            judge_repeatable(student, sheet, self.exercise, *self._first(dice))
            return
        for misconception, form in self.whole:
            if self.duel(form).agrees(student, dice):
                sheet.miss(self._criterion(), misconception.id)
                raise GiveUp
        for index, part in enumerate(self.parts):
            rivals = [Rival(m, _alone(form, index, len(self.parts))) for m, form in part.mistakes]
            play = self._play((index,))
            Duel(self.exercise, part.name, play, self.reference, rivals).judge(student, dice, sheet)
        # Wrong a moment ago, and right part by part: what comes back depends on the calls before.
        sheet.miss(self._criterion(), REMEMBERS.id)
        raise GiveUp

    def duel(self, reference: Form) -> Duel:
        """Return the experiment that compares all parts with those of ``reference``."""
        return Duel(self.exercise, self._criterion(), self._play(tuple(range(len(self.parts)))), reference)

    def misconceptions(self) -> tuple[Misconception, ...]:
        """Return every misconception it may note, each once."""
        listed = (
            [REMEMBERS] + [m for m, _ in self.whole] + [m for part in self.parts for m, _ in part.mistakes]
        )
        return tuple({m.id: m for m in listed}.values())

    def _first(self, dice: Dice) -> tuple[Any, ...]:
        return next(iter(self.cases(Dice(dice.seed)).values()))

    def _criterion(self) -> str:
        return ", ".join(part.name for part in self.parts)

    def _play(self, wanted: Sequence[int]) -> Experiment:
        def play(student: Student, dice: Dice) -> Observation:
            seen: dict[str, Any] = {}
            for name, arguments in self.cases(dice).items():
                value = student.call(self.exercise, *arguments).value
                for index in wanted:
                    seen[f"{name}: {self.parts[index].name}"] = self._pick(value, index)
            return seen

        return play

    def _pick(self, value: Any, index: int) -> Any:
        """Return one part in the form in which parts are compared; anything unreadable as it is."""
        if not isinstance(value, list | tuple) or len(value) != len(self.parts):
            return type_text(value)
        part, spec = value[index], self.parts[index]
        if spec.is_number:
            number = as_float(part)
            return type_text(part) if number is None else number
        if isinstance(part, torch.Tensor):
            return spec.view(part)
        return type_text(part)


def judge_repeatable(student: Student, sheet: Sheet, name: str, *arguments: Any) -> None:
    """Require the same result for the same arguments, called twice in a row."""
    first, second = (student.call(name, *arguments).value for _ in range(2))
    sheet.require(same(first, second), "the same again for the same arguments", "remembers")


def insist_parts(sheet: Sheet, value: Any, parts: Sequence[Part]) -> None:
    """Note what came back instead of the parts.

    Raises:
        GiveUp: if it is not a tuple or list of so many tensors.
    """
    wanted = f"({', '.join(part.name for part in parts)})"
    fits = isinstance(value, list | tuple) and len(value) == len(parts)
    sheet.insist(fits, ALL_PARTS, "wrong_type", f"returned {type_text(value)}, wanted {wanted}")
    for part, given in zip(parts, value, strict=True):
        readable = isinstance(given, torch.Tensor) or (part.is_number and as_float(given) is not None)
        sheet.insist(readable, ALL_PARTS, "wrong_type", f"{part.name} is {type_text(given)}")
    sheet.passed(ALL_PARTS)


def _alone(form: Form, index: int, count: int) -> Form:
    """Make an answer of one part: the others are left out."""

    def answer(*arguments: Any) -> tuple[Any, ...]:
        parts: list[Any] = [None] * count
        parts[index] = form(*arguments)
        return tuple(parts)

    return answer


def class_rows(
    dice: Dice, n: int, d: int, classes: int, single: bool = False
) -> tuple[torch.Tensor, torch.Tensor]:
    """Draw labelled rows: classes of unequal size, mean and spread, in mixed order.

    Args:
        dice: where the numbers come from.
        n: rows; at least three for each class.
        d: features.
        classes: how many there are.
        single: let the last class have one row only.

    Returns:
        ``x`` of shape (n, d) and ``y`` of shape (n,); every class occurs at least three times.
    """
    y = (dice.uniform(n) ** 1.6 * classes).long().clamp_max(classes - 1)
    y[: 3 * classes] = torch.arange(3 * classes) % classes
    if single:
        y[y == classes - 1] = 0
        y[n // 2] = classes - 1
    y = y[dice.uniform(n).argsort()]
    centre = dice.uniform(classes, d, low=-3.0, high=3.0)
    mix = torch.eye(d) + dice.uniform(classes, d, d, low=-0.6, high=0.6)
    spread = dice.uniform(classes, 1, low=0.4, high=1.8)
    noise = torch.einsum("nij,nj->ni", mix[y], dice.normal(n, d))
    return centre[y] + spread[y] * noise, y
