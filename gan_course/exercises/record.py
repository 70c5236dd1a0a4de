"""Records: what an exercise's key does on the public inputs, as data. They hold no formula.

A release plays each key once on the public inputs and stores what was seen: with the right answer whole, with
each known mistake a *sketch*, the shape of what was seen and a few of its numbers. The visible check plays
the same experiment with the student's answer and compares.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch

from gan_course.errors import GanCourseError
from gan_course.exercises.compare import DEFAULT, Tolerance
from gan_course.exercises.experiment import Experiment
from gan_course.exercises.finding import Misconception
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import AGREES, Observation, Play, Seen, Unknown
from gan_course.exercises.stops import UNNAMED, category
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.student.wire import NumpyValue, Ref

FORM = 1
DIGITS = 7


class RecordError(GanCourseError):
    """A record that is missing, damaged, or of another version than the library."""


@dataclass(frozen=True)
class Record:
    """What the visible check of one exercise knows.

    Attributes:
        experiment: what it plays.
        version: the experiment's, when the record was made.
        key: digest of the key it was made from.
        criteria: what a right answer passes, in order.
        misconceptions: what may be found beside what the experiment knows itself.
        wanted: what a right answer gives, by criterion, encoded.
        mistakes: for each criterion the known mistakes that first differ there: id and sketch.
    """

    experiment: Experiment
    version: int
    key: str
    criteria: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    wanted: Mapping[str, Any] = field(default_factory=dict)
    mistakes: Mapping[str, list[tuple[str, list[Any]]]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "experiment": self.experiment.kind,
            "version": self.version,
            "settings": dict(self.experiment.settings),
            "key": self.key,
            "criteria": list(self.criteria),
            "misconceptions": {m.id: [m.says, m.hint, m.share] for m in self.misconceptions},
            "wanted": dict(self.wanted),
            "mistakes": {c: [list(m) for m in known] for c, known in self.mistakes.items()},
        }

    @classmethod
    def from_json(cls, exercise: str, data: Mapping[str, Any]) -> Record:
        """Read what :meth:`to_json` wrote.

        Raises:
            RecordError: if it is damaged, or the library plays another version of the experiment.
        """
        try:
            record = cls(
                Experiment(data["experiment"], exercise, data["settings"]),
                int(data["version"]),
                str(data["key"]),
                tuple(data["criteria"]),
                tuple(Misconception(i, *text) for i, text in data["misconceptions"].items()),
                data["wanted"],
                {c: [(str(i), sketch) for i, sketch in known] for c, known in data["mistakes"].items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RecordError(
                f"the record of {exercise} is damaged ({type(error).__name__}); install gan-course again"
            ) from error
        if record.version != record.experiment.version:
            raise RecordError(
                f"the record of {exercise} is of version {record.version} and the library of "
                f"{record.experiment.version}; install the gan-course that the notebook came with"
            )
        return record


class RecordOracle:
    """Knows what is wanted from a record."""

    def __init__(self, record: Record) -> None:
        """Ask this record."""
        self._record = record

    def wanted(
        self, criterion: str, play: Play, inputs: Inputs, tolerance: Tolerance = DEFAULT
    ) -> Observation:
        """Return what a right answer gave.

        Raises:
            Unknown: where the record says nothing of this criterion.
        """
        name = criterion.removesuffix(AGREES)
        if name not in self._record.wanted:
            raise Unknown
        found: Observation = decoded(self._record.wanted[name])
        return found

    def mistake(
        self, criterion: str, play: Play, student: Student, inputs: Inputs, seen: Seen, tolerance: Tolerance
    ) -> str | None:
        """Return the id of the first known mistake whose sketch fits."""
        known = self._record.mistakes.get(criterion, ())
        return next((name for name, drawn in known if fits(drawn, seen, tolerance)), None)


# ---- observations as data ---------------------------------------------------------------------


def encoded(value: Any) -> Any:
    """Turn an observation into plain data, numbers to seven digits."""
    if isinstance(value, torch.Tensor):
        numbers = [_number(v) for v in value.detach().reshape(-1).tolist()]
        return {"tensor": list(value.shape), "of": numbers, "as": str(value.dtype).removeprefix("torch.")}
    if isinstance(value, NumpyValue):
        return {"numpy": value.type_name, "of": encoded(value.tensor)}
    if isinstance(value, Ref):
        return {"object": value.kind}
    if isinstance(value, Mapping):
        return {"map": [[str(k), encoded(v)] for k, v in value.items()]}
    if isinstance(value, list | tuple):
        return [encoded(v) for v in value]
    if isinstance(value, float):
        return _number(value)
    if value is None or isinstance(value, bool | int | str):
        return {"text": value} if isinstance(value, str) else value
    raise TypeError(f"{type(value).__name__} cannot stand in a record: an observation is plain data")


def decoded(data: Any) -> Any:
    """Turn plain data back into an observation."""
    if isinstance(data, list):
        return [decoded(v) for v in data]
    if isinstance(data, str):
        return float(data)
    if not isinstance(data, dict):
        return data
    if "tensor" in data:
        numbers = [float(v) if isinstance(v, str) else v for v in data["of"]]
        return torch.tensor(numbers, dtype=getattr(torch, data["as"])).reshape(data["tensor"])
    if "numpy" in data:
        return NumpyValue(decoded(data["of"]), data["numpy"])
    if "object" in data:
        return Ref(0, data["object"], "")
    return data["text"] if "text" in data else {k: decoded(v) for k, v in data["map"]}


def _number(value: Any, digits: int = DIGITS) -> Any:
    if isinstance(value, bool | int):
        return value
    return float(f"{value:.{digits}g}") if math.isfinite(value) else str(value)


# ---- sketches ---------------------------------------------------------------------------------

Places = list[int]


def sketch(seen: Seen, wanted: Observation, most: int = 8, few: int = 16) -> list[Any]:
    """Draw what a known mistake gave: its structure, and numbers at a few places.

    Args:
        seen: what it gave.
        wanted: what a right answer gives; places where the two differ tell most.
        most: numbers kept.
        few: no more numbers than these are kept all.
    """
    if isinstance(seen, StudentFault):
        return [category(seen.type_name, seen.message)]
    shape, numbers = _taken_apart(seen)
    _, right = _taken_apart(wanted)
    same_form = len(right) == len(numbers)
    unlike = [i for i, n in enumerate(numbers) if not same_form or _far(n, right[i], DEFAULT)]
    every = list(range(len(numbers)))
    places = every if len(every) <= few else sorted({*_spread(unlike, most - 3), *_spread(every, 3)})
    return [shape, places, [_number(numbers[i], 5) for i in places], _number(_blend(numbers), 6)]


def fits(drawn: list[Any], seen: Seen, tolerance: Tolerance) -> bool:
    """Whether what was seen is what was drawn."""
    if len(drawn) == 1 or isinstance(seen, StudentFault):
        return (
            len(drawn) == 1
            and isinstance(seen, StudentFault)
            and drawn[0] == category(seen.type_name, seen.message)
            and drawn[0] != UNNAMED  # two errors that nothing is known of need not be the same one
        )
    shape, places, numbers, blend = drawn
    mine, given = _taken_apart(seen)
    if mine != shape:
        return False
    # The blend tells mistakes apart that agree at the places. Deviations add up as random ones do.
    room = Tolerance(0.0, 0.2 * (tolerance.absolute + tolerance.relative) * math.sqrt(len(given)))
    return not any(
        _far(given[i], float(n), tolerance) for i, n in zip(places, numbers, strict=True)
    ) and not _far(_blend(given), float(blend), room)


def _taken_apart(value: Any) -> tuple[str, list[float]]:
    """Return a name of an observation's structure, and all its numbers in order."""
    numbers: list[float] = []

    def form(value: Any) -> str:
        if isinstance(value, torch.Tensor):
            if value.is_complex():
                return "complex"
            numbers.extend(float(v) for v in value.detach().double().reshape(-1).tolist())
            return f"T{tuple(value.shape)}"
        if isinstance(value, bool) or value is None or isinstance(value, str):
            return repr(value)
        if isinstance(value, int | float):
            numbers.append(float(value))
            return "n"
        if isinstance(value, Mapping):
            return "{" + ",".join(f"{k}:{form(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list | tuple):
            return "[" + ",".join(form(v) for v in value) + "]"
        if isinstance(value, NumpyValue):
            return "N" + form(value.tensor)
        return value.kind if isinstance(value, Ref) else type(value).__name__

    return f"{zlib.crc32(form(value).encode()):x}", numbers


def _blend(numbers: list[float]) -> float:
    """Return a weighted sum of all finite numbers, large ones by their logarithm; no two places weigh alike."""
    finite = ((i, n) for i, n in enumerate(numbers) if math.isfinite(n))
    return sum(math.asinh(n) * (0.5 + (i * 0.618034) % 1.0) for i, n in finite)


def _spread(places: Places, most: int) -> Places:
    """Return at most so many of the places, evenly spread."""
    if len(places) <= most:
        return places
    return [places[round(i * (len(places) - 1) / (most - 1))] for i in range(most)]


def _far(one: float, other: float, tolerance: Tolerance) -> bool:
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) != math.isnan(other)
    if math.isinf(one) or math.isinf(other):
        return one != other
    return abs(one - other) > tolerance.absolute + tolerance.relative * abs(other)
