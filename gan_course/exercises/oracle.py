"""Who knows what is wanted: an experiment asks, and never knows the answer itself.

The same experiment is played in several places. The grader's oracle has the key of the exercise, and plays
the experiment with the reference and the known mistakes. The visible check's oracle has a record of what
they did on the public inputs. In the student's process there is none, and everything is taken to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from gan_course.exercises.compare import DEFAULT, Tolerance
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student, StudentFault

Observation = Mapping[str, Any]
Play = Callable[[Student, Inputs], Observation]
Seen = Observation | StudentFault


# Marks what an oracle is asked beside the comparisons that name mistakes.
PICTURE, AGREES = ": picture", ": agrees"


class Unknown(Exception):
    """Nobody here knows what is wanted; what was seen is taken to be right."""


class Oracle(Protocol):
    """Knows what a right answer gives, and what known mistakes give."""

    def wanted(
        self, criterion: str, play: Play, inputs: Inputs, tolerance: Tolerance = DEFAULT
    ) -> Observation:
        """Return what a right answer gives.

        Args:
            criterion: what is compared; unique within an experiment.
            play: the part of the experiment that observes it. With inputs of the same seed it does the
                same to the same answer, whoever's it is.
            inputs: what it is played with.
            tolerance: what it will be compared with.

        Raises:
            Unknown: where that is not known.
        """
        ...

    def mistake(
        self, criterion: str, play: Play, student: Student, inputs: Inputs, seen: Seen, tolerance: Tolerance
    ) -> str | None:
        """Return the id of the known mistake that gives what was seen; ``None`` if there is none."""
        ...


class Nobody:
    """The oracle where none may be: in the student's process."""

    def wanted(
        self, criterion: str, play: Play, inputs: Inputs, tolerance: Tolerance = DEFAULT
    ) -> Observation:
        """Know nothing.

        Raises:
            Unknown: always.
        """
        raise Unknown

    def mistake(
        self, criterion: str, play: Play, student: Student, inputs: Inputs, seen: Seen, tolerance: Tolerance
    ) -> str | None:
        """Know nothing."""
        return None


def watch(play: Play, student: Student, inputs: Inputs) -> Seen:
    """Play from the beginning of the inputs; an error of the student's code is an observation too.

    Raises:
        StudentFault: if the student's code was stopped, or what came back cannot be read.
    """
    try:
        return play(student, inputs.again())
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        return fault
