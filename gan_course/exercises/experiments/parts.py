"""A function of tensors that returns one tensor or several: each of them, over many cases.

Where several are asked for, such as ``(priors, means, variances)``, a mistake in one of them is recognised
whatever the others are, and a mistake that shows in all of them is recognised by all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import (
    MODIFIES_INPUTS,
    REMEMBERS,
    as_float,
    insist_tensor,
    judge_inputs_kept,
    type_text,
)
from gan_course.exercises.worlds import WORLDS, World

VERSION = 1
MISCONCEPTIONS = (REMEMBERS, MODIFIES_INPUTS)
ALL_PARTS, REPEATS = "returns all parts", "the same for the same arguments"


def together(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the comparisons that look at one play from several sides."""
    parts = settings.get("parts", ())
    return (_whole(parts), *parts) if parts else ()


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    worlds: Mapping[str, str],
    parts: Sequence[str] = (),
    numbers: Sequence[str] = (),
    symmetric: Sequence[str] = (),
    further: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Play a function of tensors.

    Args:
        student: the handle on the answer.
        inputs: for its arguments.
        findings: where to note.
        exercise: name of the function.
        worlds: criterion -> name of the :data:`~gan_course.exercises.worlds.WORLDS` it is called in. With
            several parts there is one world, and the parts are the criteria.
        parts: what the function returns, in order; none for a function that returns one tensor.
        numbers: the parts for which a plain number will do.
        symmetric: the parts of which the symmetric half counts: A in xᵀAx.
        further: criteria of their own: ``criterion``, ``world``, ``otherwise`` (the misconception noted), and
            where needed ``relative`` and ``absolute`` (the tolerance) and ``parts`` (not all of them).
    """
    asked = _Asked(exercise, parts, frozenset(numbers), frozenset(symmetric))
    world = WORLDS[next(iter(worlds.values()))]
    first = list(world(inputs.again()).values())
    asked.insist_form(findings, student.call(exercise, *first[0]).value)
    if parts:
        _judge_parts(student, inputs, findings, asked, world, first[0])
    else:
        for criterion, name in worlds.items():
            findings.compare(student, inputs, criterion, asked.play(WORLDS[name], (0,)))
    for more in further:
        room = Tolerance(more.get("relative", DEFAULT.relative), more.get("absolute", DEFAULT.absolute))
        findings.compare(
            student,
            inputs,
            more["criterion"],
            asked.play(WORLDS[more["world"]], [parts.index(p) for p in more.get("parts", parts)] or (0,)),
            otherwise=more["otherwise"],
            named=False,
            goes_on=True,
            tolerance=room,
        )
    for name in dict.fromkeys(worlds.values()):
        judge_inputs_kept(student, findings, exercise, *next(iter(WORLDS[name](inputs.again()).values())))


class _Asked:
    """What is asked of the function: which parts it returns, and what of each of them counts."""

    def __init__(
        self, exercise: str, parts: Sequence[str], numbers: frozenset[str], symmetric: frozenset[str]
    ) -> None:
        self.exercise, self.parts = exercise, parts
        self._numbers, self._symmetric = numbers, symmetric

    def insist_form(self, findings: Findings, value: Any) -> None:
        """Note what came back instead of the parts."""
        if not self.parts:
            insist_tensor(findings, value, "returns a tensor")
            findings.passed("returns a tensor")
            return
        wanted = f"({', '.join(self.parts)})"
        fits = isinstance(value, list | tuple) and len(value) == len(self.parts)
        findings.insist(fits, ALL_PARTS, "wrong_type", f"returned {type_text(value)}, wanted {wanted}")
        for part, given in zip(self.parts, value, strict=True):
            readable = isinstance(given, torch.Tensor) or (
                part in self._numbers and as_float(given) is not None
            )
            findings.insist(readable, ALL_PARTS, "wrong_type", f"{part} is {type_text(given)}")
        findings.passed(ALL_PARTS)

    def play(self, world: World, wanted: Sequence[int]) -> Play:
        """Call it in every case of a world and observe some of its parts."""

        def play(student: Student, inputs: Inputs) -> Observation:
            seen: dict[str, Any] = {}
            for name, arguments in world(inputs).items():
                value = student.call(self.exercise, *arguments).value
                for index in wanted:
                    part = f"{self.parts[index]}, {name}" if self.parts else name
                    seen[part] = self._pick(value, index)
            return seen

        return play

    def _pick(self, value: Any, index: int) -> Any:
        """Return one part in the form in which parts are compared; anything unreadable in words."""
        if not self.parts:
            return value if isinstance(value, torch.Tensor) else type_text(value)
        if not isinstance(value, list | tuple) or len(value) != len(self.parts):
            return type_text(value)
        part, name = value[index], self.parts[index]
        if name in self._numbers:
            # (1,) and () are the same number; (1, 1) makes a table of whatever it is added to.
            number = None if isinstance(part, torch.Tensor) and part.ndim > 1 else as_float(part)
            return type_text(part) if number is None else number
        if not isinstance(part, torch.Tensor):
            return type_text(part)
        square = part.ndim == 2 and part.shape[0] == part.shape[1] and not part.is_complex()
        return (part + part.mT) / 2 if name in self._symmetric and square else part


def _whole(parts: Sequence[str]) -> str:
    return ", ".join(parts)


def _judge_parts(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    asked: _Asked,
    world: World,
    first: tuple[Any, ...],
) -> None:
    """All parts at once; where they are not right, which of them differ, and by what.

    Raises:
        GiveUp: after a finding.
        StudentFault: if the student's code raises.
    """
    whole = asked.play(world, range(len(asked.parts)))
    plays = {part: asked.play(world, (i,)) for i, part in enumerate(asked.parts)}
    if findings.agrees(student, inputs, _whole(asked.parts), whole):
        for part, play in plays.items():
            findings.follows(inputs, part, play)
        return
    whole(student, inputs.again())  # an error of the student's is told as such
    again = [student.call(asked.exercise, *first).value for _ in range(2)]  # with fresh copies each
    if not same(*again):
        findings.insist(False, REPEATS, "remembers")
    wrong = [part for part, play in plays.items() if not findings.agrees(student, inputs, part, play)]
    for part in plays:
        if part not in wrong:
            findings.passed(part)
    if len(wrong) > 1 and findings.recognises(student, inputs, _whole(asked.parts), whole, at=wrong[0]):
        raise GiveUp
    for part in wrong:
        findings.compare(student, inputs, part, plays[part])
    # Wrong a moment ago, and right part by part: what comes back depends on the calls before.
    findings.insist(False, REPEATS, "remembers")
