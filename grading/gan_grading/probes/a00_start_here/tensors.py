"""Probe of the warm-up with tensors: distances of many points to one centre."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "distances"
SQUARED = Misconception(
    "squared",
    "These are the squares of the distances.",
    "The formula ends with a square root.",
)
ONE_NUMBER = Misconception(
    "one_number",
    "One number came back for the whole batch.",
    "Each row is a point with a distance of its own: add over the coordinates only. Which dim is that?",
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "The sum runs over the points, not over the coordinates.",
    "points has shape (N, d). Which of the two dimensions should be gone in the result?",
)
NOT_CENTRED = Misconception(
    "not_centred",
    "These are distances to the origin.",
    "Subtract the centre first: broadcasting subtracts it from every row.",
)
OTHER_NORM = Misconception(
    "other_norm",
    "This is another way to measure length than the Euclidean one.",
    "Square each coordinate, add, take the root.",
)
COLUMN = Misconception(
    "column",
    "The result has shape (N, 1).",
    "A sum over a dimension drops it unless keepdim is set.",
    share=0.5,
)
AVERAGED = Misconception(
    "averaged",
    "The squares were averaged, not added.",
    "Pythagoras adds the squares. With a mean, a point in more dimensions would not get farther away.",
)


def _reference(points: torch.Tensor, centre: torch.Tensor) -> torch.Tensor:
    return (points - centre).pow(2).sum(dim=1).sqrt()


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for n, d in ((dice.integer(5, 9), 2), (dice.integer(10, 12), 3), (1, 2), (4, 4)):
        points, centre = dice.normal(n, d, scale=2.0), dice.normal(d)
        seen[f"{n} points in {d} dimensions"] = student.call(NAME, points, centre).value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call(NAME, dice.normal(6, 2), dice.normal(2)).value
    tensor = insist_tensor(sheet, value, "returns a tensor")
    if tuple(tensor.shape) == (6, 1):
        sheet.miss("one distance for each point", "column", f"returned {type_text(value)}")
    else:
        sheet.passed("returns a tensor")
        Duel(NAME, "one distance for each point", _play, _reference, RIVALS).judge(student, dice, sheet)
        judge_inputs_kept(student, sheet, NAME, dice.normal(5, 3), dice.normal(3))


RIVALS = (
    Rival(SQUARED, lambda p, c: (p - c).pow(2).sum(dim=1)),
    Rival(ONE_NUMBER, lambda p, c: (p - c).pow(2).sum().sqrt()),
    Rival(ONE_NUMBER, lambda p, c: _reference(p, c).mean()),
    Rival(ONE_NUMBER, lambda p, c: _reference(p, c).sum()),
    Rival(WRONG_AXIS, lambda p, c: (p - c).pow(2).sum(dim=0).sqrt()),
    Rival(NOT_CENTRED, lambda p, c: p.pow(2).sum(dim=1).sqrt()),
    Rival(OTHER_NORM, lambda p, c: (p - c).abs().sum(dim=1)),
    Rival(OTHER_NORM, lambda p, c: (p - c).abs().amax(dim=1)),
    Rival(OTHER_NORM, lambda p, c: (p - c).sum(dim=1)),
    Rival(OTHER_NORM, lambda p, c: (p - c).sum(dim=1).abs()),
    Rival(AVERAGED, lambda p, c: (p - c).pow(2).mean(dim=1).sqrt()),
    Rival(AVERAGED, lambda p, c: (p - c).pow(2).mean(dim=1)),
    Rival(NOT_CENTRED, lambda p, c: (p - p.mean(dim=0)).pow(2).sum(dim=1).sqrt()),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), COLUMN, MODIFIES_INPUTS)),)
