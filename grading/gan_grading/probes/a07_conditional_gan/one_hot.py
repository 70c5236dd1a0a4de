"""Probe of one-hot labels."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "one_hot"
WRONG_AXIS = Misconception(
    "wrong_axis",
    "Your ones stand along the wrong axis: classes run down the rows, samples across the columns.",
    "A row belongs to a sample: row i has its single 1 in the column of label i. Check a batch of 3 labels and 5 classes.",
)
OFF_BY_ONE = Misconception(
    "off_by_one",
    "The 1 stands one column beside its label.",
    "Labels count from 0, and so do columns: which column belongs to label 0?",
)
INFERRED = Misconception(
    "classes_inferred",
    "The number of columns follows the labels of this batch, not `classes`.",
    "A batch without a 9 still needs a column for 9, or the network's first layer does not fit. Use `classes`.",
)
CLASSES_FIXED = Misconception(
    "classes_fixed",
    "The number of columns is a number written into your code.",
    "`classes` is an argument: the digits have 10, the captions of section 7 have other numbers.",
)
AS_NUMBER = Misconception(
    "label_as_number",
    "The label came back as a number, not as a row with a single 1.",
    "A number says that 9 is three times 3. One column for each class says only that they differ.",
)
LABELS_UNUSED = Misconception(
    "labels_unused",
    "The rows do not depend on the labels.",
    "The position of a sample in the batch says nothing about its class. Where do the labels come in?",
)
OTHER_VALUES = Misconception(
    "other_values",
    "The rows do not hold a single 1 among zeros.",
    "Exactly one entry of each row is 1, the others are 0.",
)
NOT_FLOAT = Misconception(
    "not_float",
    "The rows are right, but they are not floating-point numbers.",
    "nn.Linear multiplies by floats and refuses integers and booleans. Convert what you return.",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The result has not the shape (N, classes).",
    "One row for each sample, one column for each class, and no further dimension.",
)


def _reference(labels: torch.Tensor, classes: int) -> torch.Tensor:
    return F.one_hot(labels, classes).float()


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    classes = dice.integer(4, 9)
    # As many labels as classes, so that a transposed answer has the right shape and the wrong numbers;
    # then batches without the last class, a single label, and one class more than the notebook's ten.
    square = torch.tensor([dice.integer(0, classes - 2) for _ in range(classes)])
    square[dice.integer(0, classes - 1)] = 0
    cases = [(square, classes), (torch.tensor([dice.integer(0, classes - 2)]), classes)]
    cases += [
        (torch.tensor([dice.integer(0, n - 1) for _ in range(size)]), n) for size, n in ((33, 9), (20, 13))
    ]
    cases += [(torch.tensor([classes - 1, 0, 1]), classes)]
    for labels, n in cases:
        seen[f"case {len(seen)}"] = student.call(NAME, labels, n).value
    return seen


def _scaled(low: float, high: float) -> Any:
    return lambda y, n: _reference(y, n) * (high - low) + low


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (WRONG_AXIS, lambda y, n: _reference(y, n).T),
        (WRONG_AXIS, lambda y, n: F.one_hot(y, n).T),
        (WRONG_AXIS, lambda y, n: _reference(y, n).T.reshape(len(y), n)),
        (OFF_BY_ONE, lambda y, n: _reference(y, n).roll(1, 1)),
        (OFF_BY_ONE, lambda y, n: _reference(y, n).roll(-1, 1)),
        (OFF_BY_ONE, lambda y, n: F.one_hot(y - 1, n).float()),
        (OFF_BY_ONE, lambda y, n: F.one_hot(y + 1, n).float()),
        (OFF_BY_ONE, lambda y, n: torch.eye(n)[y + 1]),
        (OFF_BY_ONE, lambda y, n: _reference(y, n + 1)),
        (OFF_BY_ONE, lambda y, n: _reference(y + 1, n + 1)),
        (OFF_BY_ONE, lambda y, n: _reference((y - 1).clamp_min(0), n)),
        (OFF_BY_ONE, lambda y, n: _reference((y + 1).clamp_max(n - 1), n)),
        (OFF_BY_ONE, lambda y, n: torch.eye(n - 1)[y]),
        (OFF_BY_ONE, lambda y, n: F.one_hot(y, n - 1).float()),
        (INFERRED, lambda y, n: F.one_hot(y).float()),
        (INFERRED, lambda y, n: F.one_hot(y)),
        (INFERRED, lambda y, n: (y[:, None] == y.unique()).float()),
        (CLASSES_FIXED, lambda y, n: _reference(y, 10)),
        (CLASSES_FIXED, lambda y, n: torch.eye(10)[y]),
        (CLASSES_FIXED, lambda y, n: F.one_hot(y, num_classes=10).float()),
        (AS_NUMBER, lambda y, n: y[:, None].float()),
        (AS_NUMBER, lambda y, n: y.float()),
        (AS_NUMBER, lambda y, n: y),
        (AS_NUMBER, lambda y, n: y / n),
        (AS_NUMBER, lambda y, n: y[:, None] / n),
        (AS_NUMBER, lambda y, n: y[:, None].float().expand(len(y), n)),
        (AS_NUMBER, lambda y, n: _reference(y, n) * y[:, None]),
        (AS_NUMBER, lambda y, n: _reference(y, n) * (y[:, None] + 1)),
        (LABELS_UNUSED, lambda y, n: torch.eye(len(y), n)),
        (LABELS_UNUSED, lambda y, n: torch.eye(n)),
        (LABELS_UNUSED, lambda y, n: torch.zeros(len(y), n)),
        (LABELS_UNUSED, lambda y, n: torch.ones(len(y), n)),
        (LABELS_UNUSED, lambda y, n: _reference(y.sort().values, n)),
        (OTHER_VALUES, lambda y, n: 1 - _reference(y, n)),
        (OTHER_VALUES, _scaled(-1, 1)),
        (OTHER_VALUES, lambda y, n: (torch.arange(n) <= y[:, None]).float()),
        (OTHER_VALUES, lambda y, n: (torch.arange(n) < y[:, None]).float()),
        (OTHER_VALUES, lambda y, n: _reference(y, n).softmax(1)),
        (OTHER_VALUES, lambda y, n: _reference(y, n) / n),
        (OTHER_VALUES, lambda y, n: torch.zeros(len(y), n).index_fill(1, y, 1.0)),
        (WRONG_SHAPE, lambda y, n: _reference(y, n).unsqueeze(1)),
        (WRONG_SHAPE, lambda y, n: _reference(y, n).squeeze()),
        (WRONG_SHAPE, lambda y, n: _reference(y, n).sum(0)),
        (WRONG_SHAPE, lambda y, n: _reference(y, n).reshape(-1)),
    )
)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    labels = torch.tensor([2, 0, 1, 2])
    duel = Duel(NAME, "one row with a single 1 for each label", _play, _reference, RIVALS)
    try:
        value = student.call(NAME, labels, 4).value
    except StudentFault as fault:
        if fault.kind == "raised":
            duel.judge(student, dice, sheet)
        raise
    rows = insist_tensor(sheet, value, "returns a tensor")
    sheet.passed("returns a tensor")
    duel.judge(student, dice, sheet)
    sheet.require(rows.is_floating_point(), "floating-point numbers", "not_float")
    judge_inputs_kept(student, sheet, NAME, labels, 4)


PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), NOT_FLOAT, MODIFIES_INPUTS)),)
