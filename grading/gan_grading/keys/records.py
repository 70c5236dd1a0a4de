"""Make the record of a key, and try it: each known mistake must show in the visible check, and by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from gan_course.exercises.check import left_as_it_was, play_check
from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.inputs import PUBLIC_SEED, Inputs
from gan_course.exercises.oracle import AGREES, PICTURE, Observation, Play, Seen
from gan_course.exercises.record import Record, encoded, sketch
from gan_course.exercises.run import Probe, judge
from gan_course.exercises.student.handle import StudentFault
from gan_grading.keys.key import Key, KnownMistake
from gan_grading.keys.oracle import KeyOracle

CLEARLY = 10  # tolerances that must lie between a known mistake and a right answer


class RecordRefused(ValueError):
    """A key whose own right answer does not pass its experiment on the public inputs."""


@dataclass(frozen=True, eq=False)
class _Asked:
    """One comparison that the experiment made."""

    criterion: str
    play: Play
    tolerance: Tolerance
    wanted: Observation

    @property
    def name(self) -> str:
        """The criterion, however it was asked."""
        return self.criterion.removesuffix(AGREES)


@dataclass
class _Recorder(KeyOracle):
    """The grader's oracle, keeping what it is asked."""

    key: Key
    asked: list[_Asked] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(self.key)

    def wanted(
        self, criterion: str, play: Play, inputs: Inputs, tolerance: Tolerance = DEFAULT
    ) -> Observation:
        wanted = super().wanted(criterion, play, inputs, tolerance)
        self.asked.append(_Asked(criterion, play, tolerance, wanted))
        return wanted

    def seen(self, known: KnownMistake, asked: _Asked, inputs: Inputs) -> Seen:
        """Return what a known mistake gives in one comparison."""
        theirs = self._remembered(known.name, known.answer, asked.name, asked.play, inputs)
        return (
            StudentFault("raised", theirs.error[1], theirs.error[0]) if theirs.seen is None else theirs.seen
        )


def make_record(key: Key) -> Record:
    """Play a key on the public inputs.

    Raises:
        RecordRefused: if its right answer does not pass.
    """
    experiment = key.experiment
    empty = Record(experiment, experiment.version, key.digest)
    own = {m.id for m in experiment.misconceptions}
    texts = tuple(m for m in key.misconceptions if m.id not in own or m not in experiment.misconceptions)
    if experiment.kind == "question":
        return empty  # its wrong answers are answers, and so are their texts
    recorder = _Recorder(key)
    inputs = Inputs(PUBLIC_SEED, public=True)
    probe = Probe(experiment.exercise, experiment.play, key.misconceptions, oracle=recorder)
    if key.right is None:
        return replace(empty, misconceptions=texts)
    with left_as_it_was():
        result = judge(probe, recorder.student(key.right), 1.0, [inputs]).result
        if result.findings or result.points is None:
            said = "; ".join(f"{f.criterion}: {f.message}" for f in result.findings) or result.note
            raise RecordRefused(f"the right answer of {key.exercise} does not pass its own check ({said})")
        mistakes = _mistakes(key, recorder, inputs)
    return replace(
        empty,
        criteria=result.passed,
        misconceptions=texts,
        wanted={a.name: encoded(a.wanted) for a in recorder.asked},
        mistakes=mistakes,
    )


def _mistakes(key: Key, recorder: _Recorder, inputs: Inputs) -> dict[str, list[tuple[str, list[Any]]]]:
    """Sketch each known mistake at the comparisons that a wrong answer of its kind would meet."""
    found: dict[str, list[tuple[str, list[Any]]]] = {}
    asked = [a for a in recorder.asked if not a.criterion.endswith(PICTURE)]
    together = set(key.experiment.together)
    for known in key.mistakes:
        for each in _places(known, recorder, inputs, asked, together):
            most = 6 if each.name in together else 8
            seen = recorder.seen(known, each, inputs)
            entry = (known.misconception.id, sketch(seen, each.wanted, most))
            entries = found.setdefault(each.name, [])
            # Within the tolerance: to the last digit they would be told apart on one processor and not on another.
            if not any(alike(list(entry), list(other)) for other in entries):
                entries.append(entry)
    return found


def _places(
    known: KnownMistake, recorder: _Recorder, inputs: Inputs, asked: list[_Asked], together: set[str]
) -> list[_Asked]:
    """Return where a known mistake is sketched: the first comparison that it does not pass.

    What an experiment first only asks, it may compare by the same name later: that is a place too. Of
    comparisons that look at one play from several sides all are places: which of them is asked in the end
    depends on what else is wrong.
    """
    compared = [a for a in asked if not a.criterion.endswith(AGREES)]
    also = _first_unlike(known, recorder, inputs, asked)
    if also is None or also.name not in together:
        first = _first_unlike(known, recorder, inputs, compared)
        return [each for each in dict.fromkeys((first, also)) if each is not None]
    by_name = {a.name: a for a in asked if a.name in together}
    sides = [a for a in by_name.values() if _first_unlike(known, recorder, inputs, [a])]
    # Where one side alone is wrong, that side tells more than all of them together.
    return sides[1:] if len(sides) == 2 else sides


def _first_unlike(
    known: KnownMistake, recorder: _Recorder, inputs: Inputs, asked: Sequence[_Asked]
) -> _Asked | None:
    for each in asked:
        seen = recorder.seen(known, each, inputs)
        if isinstance(seen, StudentFault) or not same(each.wanted, seen, each.tolerance):
            return each
    return None


def record_problems(key: Key, record: Record) -> list[str]:
    """Try every known mistake on the visible check.

    Returns:
        A line for each that is green and not listed as hidden only.
    """
    problems = []
    for known in key.mistakes if record.experiment.kind != "question" else ():
        result = play_check(record, known.answer).result
        name = known.misconception.id
        if not result.findings and name not in key.hidden_only:
            problems.append(
                f"{key.exercise}: a known mistake `{name}` passes the visible check; "
                f"change the public inputs, or say `key.only_hidden({name!r}, reason)`"
            )
    return list(dict.fromkeys(problems))


def records_text(records: Mapping[str, Record]) -> str:
    """Return the file of an assignment's records: one exercise a line, so that a change shows where it is."""
    import json

    from gan_course.exercises.record import FORM

    lines = [
        f"{json.dumps(name)}: {json.dumps(record.to_json(), ensure_ascii=False, separators=(',', ':'))}"
        for name, record in records.items()
    ]
    body = ",\n".join(lines)
    return f'{{"form": {FORM}, "exercises": {{\n{body}\n}}}}\n'


def alike(one: Any, other: Any) -> bool:
    """Whether two records say the same: texts exactly, numbers within the tolerance."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(alike(one[k], other[k]) for k in one)
        )
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(alike, one, other))
    numbers = isinstance(one, float) or isinstance(other, float)
    if numbers and isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= DEFAULT.absolute + DEFAULT.relative * abs(one)
    return type(one) is type(other) and bool(one == other)
