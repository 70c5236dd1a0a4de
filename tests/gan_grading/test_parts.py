"""Answers of several parts: the wrong part is named, whatever the others are, by key and by record alike."""

from __future__ import annotations

import contextlib

import pytest
import torch

from gan_course.exercises import worlds
from gan_course.exercises.check import play_check
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.keys.load import probe_of
from gan_grading.keys.parts import PartsKey
from gan_grading.keys.records import make_record


def vectors(inputs: Inputs):
    return {"four numbers": (inputs.normal(4),), "three numbers": (inputs.normal(3),)}


@pytest.fixture
def key(monkeypatch) -> PartsKey:
    monkeypatch.setattr(worlds, "WORLDS", worlds.WORLDS)
    monkeypatch.setitem(worlds.WORLDS, "vectors", vectors)
    made = PartsKey(
        parts=["total", "running"],
        right=lambda x: (x.sum(), x.cumsum(0)),
        world="vectors",
        numbers=["total"],
    )
    made.exercise = "both"
    made.part("total", made.wrong("doubled", "It is doubled.", "Once is enough."), lambda x: 2 * x.sum())
    made.wrong(
        "both_signs",
        "Both signs are turned.",
        "Look at the signs.",
        lambda x: (-x.sum(), -x.cumsum(0)),
    )
    return made


@pytest.fixture
def found(key):
    """What grade and notebook find in an answer; they must agree."""

    def found(answer) -> set[str]:
        probe = probe_of(key)
        findings = Findings(key.misconceptions, 4.0, probe.oracle)
        with contextlib.suppress(GiveUp):
            probe.judge(Student(DirectChannel({"both": answer})), Inputs(1), findings)
        graded = {finding.misconception for finding in findings.findings()}
        seen = {f.misconception for f in play_check(make_record(key), answer).result.findings}
        assert bool(graded) == bool(seen)
        assert findings.has_findings() == (findings.points() < 4.0)
        return graded | seen

    return found


@pytest.mark.parametrize(
    "answer",
    [
        lambda x: (x.sum(), x.cumsum(0)),
        lambda x: [float(x.sum()), x.cumsum(0).double()],
        lambda x: (x.sum().reshape(1), torch.stack([x[: i + 1].sum() for i in range(len(x))])),
    ],
)
def test_right_answers_pass_in_any_form(found, answer):
    assert found(answer) == set()


def test_a_wrong_part_is_named_beside_a_right_one(found):
    assert found(lambda x: (2 * x.sum(), x.cumsum(0))) == {"doubled"}


def test_a_wrong_part_is_named_beside_one_that_nobody_knows(found):
    assert found(lambda x: (2 * x.sum(), x.flip(0))) == {"doubled"}


def test_a_part_nobody_knows_is_unrecognised(found):
    assert found(lambda x: (x.sum(), x.flip(0).cumsum(0))) == {"unrecognised"}


def test_a_mistake_in_all_parts_is_named_once(found):
    assert found(lambda x: (-x.sum(), -x.cumsum(0))) == {"both_signs"}


@pytest.mark.parametrize("answer", [lambda x: x.sum(), lambda x: (x.sum(),), lambda x: (x.sum(), 3)])
def test_what_is_not_all_parts_has_the_wrong_type(found, answer):
    assert found(answer) == {"wrong_type"}


def test_a_table_of_one_number_is_no_number(found):
    assert found(lambda x: (x.sum().reshape(1, 1), x.cumsum(0))) == {"unrecognised"}


def test_what_piles_up_from_call_to_call_is_seen(found):
    kept: dict[int, float] = {}

    def answer(x):
        kept[len(x)] = kept.get(len(x), 0.0) + 1.0
        return x.sum() * kept[len(x)], x.cumsum(0)

    assert found(answer) == {"remembers"}


def test_what_alternates_is_seen(found):
    """Right in every second call: whole and parts must not come out right one after the other."""
    calls: list[int] = []

    def answer(x):
        calls.append(1)
        return x.sum() * (1 + len(calls) % 2), x.cumsum(0)

    assert found(answer) != set()
