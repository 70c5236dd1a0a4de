"""Spies of a conditional game take the names the exercises give; labels and random streams are watched."""

from __future__ import annotations

import random
from typing import Any

import pytest
import torch

from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.label_effects import _turns
from gan_course.exercises.labelled_players import batch, discriminator, generator, streams_set_back
from gan_course.exercises.record import fits
from gan_course.exercises.step_labels import LABELLED, judge_labels
from gan_course.exercises.stops import UNNAMED
from gan_course.exercises.student.handle import StudentFault


def test_networks_take_the_names_of_the_exercises(student_with: Any) -> None:
    student, inputs = student_with(), Inputs(3)
    g, d = generator(student, inputs, 4), discriminator(student, inputs, 4, flat=True)
    z, y = batch(inputs, 5, 4)
    images = student.call(g, z=z, y=y).value
    assert torch.equal(images, student.call(g, z, y).value)
    assert torch.equal(student.call(d, x=images, y=y).value, student.call(d, images, y=y).value)


@pytest.mark.parametrize("names", [{}, {"labels": 1}, {"y": 1, "z": 1}])
def test_networks_refuse_other_names(names: dict[str, int], student_with: Any) -> None:
    student, inputs = student_with(), Inputs(3)
    g = generator(student, inputs, 4)
    z, y = batch(inputs, 5, 4)
    with pytest.raises(StudentFault, match=r"G takes \(z, y\)"):
        student.call(g, z, **dict.fromkeys(names, y))


def test_a_wrong_label_is_the_same_in_whatever_portions_it_is_asked_for(student_with: Any) -> None:
    student = student_with()
    relabel = student.spy_relabel("mismatch", 5, 6)
    labels = torch.tensor([0, 3, 5, 3, 1])
    whole = student.call(relabel, labels).value
    parts = [student.call(relabel, labels[i : i + 1]).value for i in range(5)]
    assert torch.equal(whole, torch.cat(parts))
    assert bool((whole != labels).all())


@pytest.mark.parametrize(
    ("answer", "back"),
    [
        (torch.randn, []),
        (lambda n: torch.manual_seed(3), ["torch"]),
        (lambda n: random.seed(3), ["Python's random"]),
    ],
)
def test_streams_that_are_set_back_are_named(answer: Any, back: list[str], student_with: Any) -> None:
    student = student_with(draw=answer)
    assert streams_set_back(student, lambda: student.call("draw", 1)) == back


@pytest.mark.parametrize(
    ("for_g", "for_d", "name"),
    [
        ([1, 2, 0], [1, 2, 0], None),
        ([0, 1, 2], [1, 2, 0], "fake_other_labels"),
        ([0, 0, 0], [0, 0, 0], "only_real_conditioned"),
        ([2, 0, 1], [2, 0, 1], "fakes_of_other_labels"),
    ],
)
def test_labels_of_a_step_are_read_from_the_tape(
    for_g: list[int], for_d: list[int], name: str | None
) -> None:
    real, y = torch.ones(3, 2), torch.tensor([1, 2, 0])
    events = [
        {"who": "batch", "real": real, "labels": y},
        {"who": "mismatch"},
        {"who": "G", "labels": torch.tensor(for_g), "input": torch.zeros(3, 3)},
        {"who": "D", "labels": y, "input": real},
        {"who": "D", "labels": torch.tensor(for_d), "input": torch.zeros(3, 2)},
    ]
    findings = Findings(LABELLED, 1.0)
    try:
        judge_labels(findings, events, "labels")
    except GiveUp:
        assert name is not None
    assert [f.misconception for f in findings.findings()] == ([] if name is None else [name])


@pytest.mark.parametrize("squash", [torch.tanh, torch.nn.functional.softsign, lambda a: a.clamp(-1, 1)])
def test_a_label_that_is_only_added_is_seen_through_any_squashing(squash: Any) -> None:
    style, template = Inputs(1).normal(1, 9, 4), Inputs(2).normal(5, 1, 4)
    assert _turns(squash(style + template)) == 0
    assert _turns(squash(style * template)) == 1


def test_two_errors_that_nothing_is_known_of_are_not_taken_for_one() -> None:
    fault = StudentFault("raised", "something", "ValueError")
    assert not fits([UNNAMED], fault, Findings.compare.__kwdefaults__["tolerance"])
    known = StudentFault("raised", "index 3 is out of bounds for dimension 0 with size 3", "IndexError")
    assert fits(["no_such_place"], known, Findings.compare.__kwdefaults__["tolerance"])
