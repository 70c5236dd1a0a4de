"""Make the record of a key, and try it: each known mistake must show in the visible check, and by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gan_course.exercises.check import left_as_it_was, play_check
from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.inputs import PUBLIC_SEED, Inputs
from gan_course.exercises.oracle import Observation, Play, Seen
from gan_course.exercises.record import Record, encoded, sketch
from gan_course.exercises.run import Probe, judge
from gan_course.exercises.student.handle import StudentFault
from gan_grading.keys.key import Key, KnownMistake
from gan_grading.keys.oracle import KeyOracle

CLEARLY = 10  # tolerances that must lie between a known mistake and a right answer


class RecordRefused(ValueError):
    """A key whose own right answer does not pass its experiment on the public inputs."""


@dataclass(frozen=True)
class _Asked:
    """One comparison that the experiment made."""

    criterion: str
    play: Play
    tolerance: Tolerance
    wanted: Observation


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
        theirs = self._remembered(known.name, known.answer, asked.criterion, asked.play, inputs)
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
        wanted={a.criterion: encoded(a.wanted) for a in recorder.asked},
        mistakes=mistakes,
    )


def _mistakes(key: Key, recorder: _Recorder, inputs: Inputs) -> dict[str, list[tuple[str, list[Any]]]]:
    """Sketch each known mistake at the first comparison where it clearly differs.

    Comparisons that look at one play from several sides each keep a sketch: which of them is asked in the
    end depends on what else is wrong.
    """
    together = set(key.experiment.together)
    found: dict[str, list[tuple[str, list[Any]]]] = {}
    drawn: set[str] = set()
    asked = [a for a in recorder.asked if not a.criterion.endswith(": picture")]
    for known in key.mistakes:
        entries: list[tuple[str, Any]] = []
        for each in asked:
            if entries and each.criterion not in together:
                continue
            seen = recorder.seen(known, each, inputs)
            if not isinstance(seen, StudentFault) and same(each.wanted, seen, each.tolerance):
                continue
            most = 6 if each.criterion in together else 8
            entries.append((each.criterion, (known.misconception.id, sketch(seen, each.wanted, most))))
            if each.criterion not in together:
                break
        if len(entries) == 2:  # one side alone is wrong, and that side tells more than all of them together
            entries = entries[1:]
        for criterion, entry in entries:
            if repr((criterion, entry)) not in drawn:
                drawn.add(repr((criterion, entry)))
                found.setdefault(criterion, []).append(entry)
    return found


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
