"""What grading one submission says: plain data with a version, for people, reports and other tools."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gan_course.exercises.finding import ExerciseResult, Status

SCHEMA = 1


@dataclass(frozen=True)
class SandboxReport:
    """Where the student's code ran.

    Attributes:
        kind: ``bubblewrap``, ``docker`` or ``none``.
        layers: what held it in, in words; empty if nothing ran.
    """

    kind: str
    layers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """The verdict on one submission.

    Attributes:
        assignment: its name.
        exercises: the verdict on each exercise, in the notebook's order.
        notices: what was odd about the submission, for the instructor: tampering, cells found elsewhere,
            cells that were not run.
        sandbox: where the student's code ran.
        seed: base of the hidden seeds, the same for a whole class.
        seconds: wall time.
    """

    assignment: str
    exercises: tuple[ExerciseResult, ...]
    notices: tuple[str, ...]
    sandbox: SandboxReport
    seed: int
    seconds: float

    @property
    def points(self) -> float:
        """Points reached in the exercises that were graded."""
        return round(sum(each.points or 0.0 for each in self.exercises), 2)

    @property
    def max_points(self) -> float:
        """What the assignment is worth."""
        return sum(each.max_points for each in self.exercises)

    @property
    def status(self) -> Status:
        """``"ungraded"`` while the grader failed on some exercise: its fault, never the student's zero."""
        return "ungraded" if any(each.status == "ungraded" for each in self.exercises) else "graded"

    def exercise(self, name: str) -> ExerciseResult:
        """Return the verdict on one exercise.

        Raises:
            KeyError: if the assignment has no such exercise.
        """
        for each in self.exercises:
            if each.exercise == name:
                return each
        raise KeyError(name)

    def to_json(self) -> dict[str, Any]:
        """Return plain data, with the schema's version."""
        return {
            "schema": SCHEMA,
            "assignment": self.assignment,
            "status": self.status,
            "points": self.points,
            "max_points": self.max_points,
            "exercises": [each.to_json() for each in self.exercises],
            "notices": list(self.notices),
            "sandbox": {"kind": self.sandbox.kind, "layers": list(self.sandbox.layers)},
            "seed": self.seed,
            "seconds": self.seconds,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        """Read what :meth:`to_json` wrote.

        Raises:
            ValueError: if the schema's version is not known.
        """
        if data.get("schema") != SCHEMA:
            raise ValueError(f"result has schema {data.get('schema')!r}, this version reads {SCHEMA}")
        return cls(
            assignment=data["assignment"],
            exercises=tuple(ExerciseResult.from_json(each) for each in data["exercises"]),
            notices=tuple(data["notices"]),
            sandbox=SandboxReport(data["sandbox"]["kind"], tuple(data["sandbox"]["layers"])),
            seed=data["seed"],
            seconds=data["seconds"],
        )
