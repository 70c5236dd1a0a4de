"""Probe of counting: joint and conditional probabilities from a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import Part, PartsDuel
from gan_grading.probes.probe import Probe

JOINT_NOT_NORMALISED = Misconception(
    "joint_not_normalised",
    "Your joint is not a share of all that was counted: the whole table does not add up to 1.",
    "P(x, y) is the share of all boats that have both. What must be divided by what?",
)
JOINT_IS_CONDITIONAL = Misconception(
    "joint_is_conditional",
    "Your joint is normalised by rows or columns.",
    "Given nothing, all boats count: one total for the whole table.",
)
INDEPENDENT = Misconception(
    "independent",
    "Your joint is P(x)·P(y), as if x said nothing about y.",
    "Count how often both happen together.",
)
NOT_CONDITIONED = Misconception(
    "not_conditioned",
    "Your P(y | x) is not normalised within its row.",
    "Given x, only the boats of that row count, and among them the classes share one whole.",
)
WRONG_SIDE = Misconception(
    "wrong_side_of_bar",
    "You return P(x | y): the columns add up to 1.",
    "What stands right of the bar is taken as known. Which of the two is a row, which a column?",
)
BAR_DIVISION = Misconception(
    "bar_is_division",
    "You divide P(y) by P(x), reading the bar as a division.",
    "The bar means 'given'. What is divided is the joint, by the probability of what is given.",
)
ONLY_PRIOR = Misconception(
    "only_prior",
    "Your P(y | x) is the same in every row: it is P(y).",
    "Seeing x must change what is believed about y.",
)
PAIR_SWAPPED = Misconception(
    "pair_swapped",
    "Joint and conditional have changed places.",
    "The exercise asks for (joint, conditional), in this order.",
)


def _joint(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum()


def _given_row(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum(1, keepdim=True)


def _given_column(c: torch.Tensor) -> torch.Tensor:
    return c / c.sum(0, keepdim=True)


def _count_cases(dice: Dice) -> Mapping[str, tuple[Any, ...]]:
    shapes = {
        "square": (3, 3),
        "tall": (dice.integer(4, 6), 2),
        "wide": (2, dice.integer(3, 5)),
        "row": (1, 3),
    }
    tables = {name: dice.uniform(*shape, high=30.0).floor() for name, shape in shapes.items()}
    for table in tables.values():
        table[:, 0] += 1 + dice.integer(0, 5)  # every row has seen something
        table[-1, -1] = 0.0
    return {name: (table,) for name, table in tables.items()}


COUNTS = PartsDuel(
    "from_counts",
    _count_cases,
    lambda c: (_joint(c), _given_row(c)),
    (
        Part(
            "joint",
            (
                (JOINT_NOT_NORMALISED, lambda c: c),
                (JOINT_IS_CONDITIONAL, _given_row),
                (JOINT_IS_CONDITIONAL, _given_column),
                (INDEPENDENT, lambda c: _joint(c).sum(1, keepdim=True) * _joint(c).sum(0, keepdim=True)),
                (JOINT_NOT_NORMALISED, lambda c: c / c.numel()),
                (JOINT_NOT_NORMALISED, lambda c: c / c.mean()),
                (JOINT_NOT_NORMALISED, lambda c: c / c.max()),
                (JOINT_NOT_NORMALISED, lambda c: c / len(c)),
                (JOINT_NOT_NORMALISED, lambda c: c / c.norm()),
                (JOINT_NOT_NORMALISED, lambda c: 100 * _joint(c)),
                (JOINT_NOT_NORMALISED, lambda c: c.reshape(-1).softmax(0).reshape(c.shape)),
            ),
        ),
        Part(
            "conditional",
            (
                (NOT_CONDITIONED, _joint),
                (WRONG_SIDE, _given_column),
                (BAR_DIVISION, lambda c: _joint(c).sum(0)[None] / _joint(c).sum(1)[:, None]),
                (ONLY_PRIOR, lambda c: _joint(c).sum(0).expand_as(c)),
                (NOT_CONDITIONED, lambda c: c),
                (NOT_CONDITIONED, lambda c: _joint(c) / _joint(c).mean(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c / c.amax(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: _joint(c) / c.sum(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c / _joint(c).sum(1, keepdim=True)),
                (NOT_CONDITIONED, lambda c: c.softmax(1)),
                (NOT_CONDITIONED, lambda c: _joint(c).softmax(1)),
                (BAR_DIVISION, lambda c: _joint(c) / (_joint(c).sum(0)[None] * _joint(c).sum(1)[:, None])),
                (WRONG_SIDE, lambda c: _given_column(c).T),
                (WRONG_SIDE, lambda c: c / c.sum(0)),
            ),
        ),
    ),
    whole=((PAIR_SWAPPED, lambda c: (_given_row(c), _joint(c))),),
)


def _judge_counts(student: Student, dice: Dice, sheet: Sheet) -> None:
    COUNTS.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "from_counts", torch.tensor([[3.0, 1.0], [2.0, 5.0]]))


PROBES = (Probe("from_counts", _judge_counts, (*COUNTS.misconceptions(), MODIFIES_INPUTS)),)
