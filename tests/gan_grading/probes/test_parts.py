"""Answers of several parts: the wrong part is named, whatever the others are; state between calls is seen."""

from __future__ import annotations

import contextlib

import pytest
import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.probes.a01_generative_vs_discriminative.parts import Part, PartsDuel

DOUBLED = Misconception("doubled", "It is doubled.", "Once is enough.")
BOTH = Misconception("both_signs", "Both signs are turned.", "Look at the signs.")
DUEL = PartsDuel(
    "both",
    lambda dice: {"one": (dice.normal(4),), "two": (dice.normal(3),)},
    lambda x: (x.sum(), x.cumsum(0)),
    (Part("total", ((DOUBLED, lambda x: 2 * x.sum()),), is_number=True), Part("running")),
    whole=((BOTH, lambda x: (-x.sum(), -x.cumsum(0))),),
)


def found(answer) -> set[str]:
    sheet = Sheet(DUEL.misconceptions(), 4.0)
    with contextlib.suppress(GiveUp):
        DUEL.judge(Student(DirectChannel({"both": answer})), Dice(1), sheet)
    assert sheet.has_findings() == (sheet.points() < 4.0)
    return {finding.misconception for finding in sheet.findings()}


@pytest.mark.parametrize(
    "answer",
    [
        lambda x: (x.sum(), x.cumsum(0)),
        lambda x: [float(x.sum()), x.cumsum(0).double()],
        lambda x: (x.sum().reshape(1), torch.stack([x[: i + 1].sum() for i in range(len(x))])),
    ],
)
def test_right_answers_pass_in_any_form(answer):
    assert found(answer) == set()


def test_a_wrong_part_is_named_beside_a_right_one():
    assert found(lambda x: (2 * x.sum(), x.cumsum(0))) == {"doubled"}


def test_a_part_nobody_knows_is_unrecognised():
    assert found(lambda x: (x.sum(), x.flip(0).cumsum(0))) == {"unrecognised"}


def test_a_mistake_in_all_parts_is_named_once():
    assert found(lambda x: (-x.sum(), -x.cumsum(0))) == {"both_signs"}


@pytest.mark.parametrize("answer", [lambda x: x.sum(), lambda x: (x.sum(),), lambda x: (x.sum(), 3)])
def test_what_is_not_all_parts_has_the_wrong_type(answer):
    assert found(answer) == {"wrong_type"}


def test_what_piles_up_from_call_to_call_is_seen():
    kept: dict[int, float] = {}

    def answer(x):
        kept[len(x)] = kept.get(len(x), 0.0) + 1.0
        return x.sum() * kept[len(x)], x.cumsum(0)

    assert found(answer) != set()


def test_what_alternates_is_seen():
    """Right in every second call: whole and parts must not come out right one after the other."""
    calls: list[int] = []

    def answer(x):
        calls.append(1)
        return x.sum() * (1 + len(calls) % 2), x.cumsum(0)

    assert found(answer) != set()
