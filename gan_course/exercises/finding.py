"""What a probe says: findings, and the result of one exercise."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, Literal

SCHEMA = 1
RESULT_MIMETYPE = "application/vnd.gan-grading.result+json"
Status = Literal["graded", "ungraded"]


@dataclass(frozen=True)
class Misconception:
    """A way to be wrong that the grader knows by name.

    Attributes:
        id: short name, unique within its exercise, e.g. ``saturating_loss``.
        says: what was seen, one sentence in the student's terms.
        hint: where to look next; teaches without giving the answer.
        share: share of the exercise's points it costs, in (0, 1].
    """

    id: str
    says: str
    hint: str
    share: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError(f"misconception {self.id!r}: share is {self.share}, it must lie in (0, 1]")
        if not self.says.strip() or not self.hint.strip():
            raise ValueError(f"misconception {self.id!r} must say what was seen and give a hint")


@dataclass(frozen=True)
class Curve:
    """Two curves for a small picture: what the student's code gave and what the formula gives.

    Attributes:
        title: what is drawn, e.g. "slope of the loss".
        x_label: what runs to the right.
        x: places.
        yours: the student's values there; ``None`` where not finite.
        wanted: the right values there.
    """

    title: str
    x_label: str
    x: tuple[float, ...]
    yours: tuple[float | None, ...]
    wanted: tuple[float, ...]

    @classmethod
    def of(cls, title: str, x_label: str, yours: Any, wanted: Any) -> Curve:
        """Make the curves of two pairs of tensors (n,): places and values.

        Raises:
            ValueError: if the two pairs do not fit each other.
        """
        (x, values), (_, right) = yours, wanted
        if not x.shape == values.shape == right.shape or x.ndim != 1:
            raise ValueError(f"{x_label}: curves of {tuple(values.shape)} and {tuple(right.shape)} numbers")
        return cls(
            title,
            x_label,
            tuple(round(float(v), 3) for v in x),
            tuple(round(float(v), 4) if math.isfinite(float(v)) else None for v in values),
            tuple(round(float(v), 4) for v in right),
        )

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Curve:
        """Read what :func:`dataclasses.asdict` wrote."""
        tuples: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
        return cls(**tuples)


@dataclass(frozen=True)
class Finding:
    """One thing that a probe found wrong.

    Attributes:
        criterion: what was tested, e.g. "value and slope".
        points_lost: points this finding costs by itself.
        misconception: id of the :class:`Misconception` recognised.
        message: what was seen.
        hint: where to look next.
        curves: for a small picture beside the sentences.
    """

    criterion: str
    points_lost: float
    misconception: str
    message: str
    hint: str
    curves: tuple[Curve, ...] = ()

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Finding:
        """Read what :func:`dataclasses.asdict` wrote."""
        curves = tuple(Curve.from_json(c) for c in data.get("curves", ()))
        return cls(**{**data, "curves": curves})


@dataclass(frozen=True)
class ExerciseResult:
    """The verdict on one exercise.

    Attributes:
        exercise: its id.
        points: points reached, or ``None`` while ungraded.
        max_points: points it is worth.
        status: "ungraded" means that the grader failed, never the student.
        findings: what was wrong; empty for full points.
        passed: criteria that held.
        seeds: hidden seeds used.
        note: reason shown to the instructor when ungraded; explanation shown to the student else.
        evidence: "probe", or "in-kernel" for a plain assert cell of the instructor's.
    """

    exercise: str
    points: float | None
    max_points: float
    status: Status = "graded"
    findings: tuple[Finding, ...] = ()
    passed: tuple[str, ...] = ()
    seeds: tuple[int, ...] = ()
    note: str = ""
    evidence: str = "probe"

    def __post_init__(self) -> None:
        if (self.points is None) != (self.status == "ungraded"):
            raise ValueError("points are None exactly when the status is 'ungraded'")
        if self.points is not None and not (
            math.isfinite(self.points) and 0 <= self.points <= self.max_points
        ):
            raise ValueError(f"points {self.points} must lie between 0 and {self.max_points}")

    @property
    def is_full(self) -> bool:
        """Whether every point was reached."""
        return self.points is not None and self.points >= self.max_points

    def to_json(self) -> dict[str, Any]:
        """Return plain data, with the schema's version."""
        return {"schema": SCHEMA, **asdict(self)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ExerciseResult:
        """Read what :meth:`to_json` wrote.

        Raises:
            ValueError: if the schema's version is not known.
        """
        if data.get("schema") != SCHEMA:
            raise ValueError(f"result has schema {data.get('schema')!r}, this version reads {SCHEMA}")
        fields = {k: v for k, v in data.items() if k != "schema"}
        fields["findings"] = tuple(Finding.from_json(f) for f in fields["findings"])
        fields["passed"] = tuple(fields["passed"])
        fields["seeds"] = tuple(fields["seeds"])
        return cls(**fields)
