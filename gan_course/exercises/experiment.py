"""An experiment: what is called, with which inputs, and what is written down. It holds no formula.

Each module of :mod:`gan_course.exercises.experiments` is one kind of experiment::

    VERSION = 1
    MISCONCEPTIONS = (...)          # what it can find by properties alone

    def play(student: Student, inputs: Inputs, findings: Findings, exercise: str, **settings) -> None:
        ...

It asks the student's code through the one handle, draws everything from the inputs, and notes what it finds.
What a right answer gives is compared through :meth:`Findings.compare`, so that the same code plays in the
student's notebook, in the engine's student process and in the grader. Settings are plain data (JSON).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from gan_course.errors import GanCourseError
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student

KIND = re.compile(r"[a-z][a-z0-9_]*")


class NoExperiment(GanCourseError):
    """No experiment of this name, or of this version, is installed."""


@dataclass(frozen=True)
class Experiment:
    """The experiment of one exercise.

    Attributes:
        kind: name of its module in :mod:`gan_course.exercises.experiments`.
        exercise: the exercise's id, the name that the answer defines.
        settings: what tells this exercise's experiment from others of its kind; plain data.
    """

    kind: str
    exercise: str
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a kind that is not installed.

        Raises:
            NoExperiment: if it is not.
        """
        _module(self.kind)

    @property
    def version(self) -> int:
        """Version of the kind: it changes when the same answer would be seen in another way."""
        return int(_module(self.kind).VERSION)

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """What it can find by itself, without a key."""
        return tuple(_module(self.kind).MISCONCEPTIONS)

    @property
    def together(self) -> tuple[str, ...]:
        """Criteria that look at one play from several sides: a record knows a mistake from each of them."""
        sides = getattr(_module(self.kind), "together", None)
        return tuple(sides(self.settings)) if sides else ()

    @property
    def plays(self) -> int | None:
        """How many sets of hidden inputs it is played with at most: one, where a play trains for seconds."""
        return getattr(_module(self.kind), "PLAYS", None)

    def play(self, student: Student, inputs: Inputs, findings: Findings) -> None:
        """Play it once.

        Raises:
            StudentFault: if the student's code raises or cannot answer.
            GiveUp: where nothing after a finding makes sense.
        """
        _module(self.kind).play(student, inputs, findings, self.exercise, **self.settings)


def _module(kind: str) -> ModuleType:
    if not KIND.fullmatch(kind):
        raise NoExperiment(f"experiment {kind!r}: a kind is a plain name; update gan-course")
    name = f"gan_course.exercises.experiments.{kind}"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise NoExperiment(
            f"experiment {kind!r}: this version of gan-course has none of this name; update gan-course"
        ) from None
