"""Probe of the grid by class: a row for each class, a column for each z."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.steps import LEFT_FROZEN, LEFT_IN_EVAL

NAME = "class_grid"
LATENT, CODE, DATA = 3, 2, 4
TURNED = Misconception(
    "rows_and_columns_exchanged",
    "Your grid is turned: each z fills a row, and the class changes along it.",
    "The images come row by row, and a row is one class. Write down labels and z of the first len(z) images.",
)
BOTH_ALIKE = Misconception(
    "both_repeated_alike",
    "Labels and z were repeated in the same manner, so not every class meets every z.",
    "One of the two changes fast along the list, the other slowly. Two repeated alike stay in step.",
)
FRESH = Misconception(
    "fresh_noise",
    "Your grid does not use the z it is given.",
    "Every row uses the same z, the ones given: then a column shows one style in every class.",
)
ONE_Z = Misconception(
    "one_z",
    "A row shows the same z over and over.",
    "len(z) different columns: all variety within a row comes from z.",
)
WRONG_CLASSES = Misconception(
    "wrong_classes",
    "The rows are not the classes 0 to classes − 1, in this order.",
    "One row for each class, from 0 on, `classes` of them.",
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The grid has not the shape (classes · len(z), …).",
    "One long batch, row after row: what G returned for all pairs of class and z.",
)
ATTACHED = Misconception(
    "keeps_graph",
    "The images still hold the graph of their gradients.",
    "Nobody trains on a picture: torch.no_grad() spares the memory.",
    share=0.3,
)

Grid = Callable[[nn.Module, torch.Tensor, int], torch.Tensor]


def _pairs(z: torch.Tensor, classes: int) -> tuple[torch.Tensor, torch.Tensor]:
    return z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z))


@torch.no_grad()
def _reference(g: nn.Module, z: torch.Tensor, classes: int) -> torch.Tensor:
    out: torch.Tensor = g(*_pairs(z, classes))
    return out


def _with(make: Callable[[torch.Tensor, int], tuple[torch.Tensor, torch.Tensor]]) -> Grid:
    return lambda g, z, n: g(*make(z, n)).detach()


def _turned(z: torch.Tensor, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    return z.repeat_interleave(n, 0), torch.arange(n).repeat(len(z))


def _labelled(labels: Callable[[int], torch.Tensor]) -> Grid:
    return _with(lambda z, n: (z.repeat(len(labels(n)), 1), labels(n).repeat_interleave(len(z))))


RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (TURNED, _with(_turned)),
        (BOTH_ALIKE, _with(lambda z, n: (z.repeat(n, 1), torch.arange(n).repeat(len(z))))),
        (
            BOTH_ALIKE,
            _with(lambda z, n: (z.repeat_interleave(n, 0), torch.arange(n).repeat_interleave(len(z)))),
        ),
        (ONE_Z, _with(lambda z, n: (z[:1].expand(n * len(z), -1), _pairs(z, n)[1]))),
        (ONE_Z, _with(lambda z, n: (z.mean(0).expand(n * len(z), -1), _pairs(z, n)[1]))),
        (ONE_Z, _with(lambda z, n: (torch.zeros(n * len(z), z.shape[1]), _pairs(z, n)[1]))),
        (ONE_Z, _with(lambda z, n: (z[:1].expand(n, -1), torch.arange(n)))),
        (WRONG_CLASSES, _labelled(lambda n: torch.arange(1, n))),
        (WRONG_CLASSES, _labelled(lambda n: torch.arange(n - 1))),
        (WRONG_CLASSES, _labelled(lambda n: torch.arange(n).flip(0))),
        (WRONG_CLASSES, _labelled(lambda n: torch.arange(10))),
        (WRONG_CLASSES, _labelled(lambda n: torch.zeros(n, dtype=torch.long))),
        (WRONG_CLASSES, _labelled(lambda n: torch.arange(1, n + 1))),
        (WRONG_CLASSES, _labelled(lambda n: torch.tensor([n - 1]))),
        (WRONG_CLASSES, _labelled(lambda n: torch.tensor([0]))),
        (WRONG_SHAPE, lambda g, z, n: _reference(g, z, n).reshape(n, len(z), -1)),
        (WRONG_SHAPE, lambda g, z, n: _reference(g, z, n).reshape(-1)),
        (WRONG_SHAPE, lambda g, z, n: _reference(g, z, n).reshape(n, -1)),
        (WRONG_SHAPE, lambda g, z, n: _reference(g, z, n).reshape(n, len(z), -1).transpose(0, 1)),
    )
)


def _world(student: Student, dice: Dice, classes: int) -> Ref:
    return student.spy_module(
        "G",
        [
            ("linear", dice.normal(5, LATENT + CODE), dice.normal(5)),
            ("tanh",),
            ("linear", dice.normal(DATA, 5), dice.normal(DATA)),
        ],
        table=dice.normal(classes, CODE),
    )


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    # As many columns as rows, so that a turned grid has the right shape; then other numbers of both.
    for classes, columns in ((4, 4), (3, dice.integer(5, 7)), (dice.integer(11, 13), 2), (5, 1)):
        g = _world(student, dice, classes)
        seen[f"{len(seen)}"] = student.call(NAME, g, dice.normal(columns, LATENT), classes).value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    g = _world(student, dice, 3)
    z = dice.normal(4, LATENT)
    student.tape()
    answer = student.call(NAME, g, z, 3)
    events = student.tape()
    insist_tensor(sheet, answer.value, "returns a tensor")
    sheet.passed("returns a tensor")
    duel = Duel(NAME, "a row for each class, a column for each z", _play, _reference, RIVALS)
    if not duel.agrees(student, dice):
        shown = [e["input"] for e in events if e["who"] == "G"]
        shown = [x for x in shown if x.ndim == 2 and x.shape[1] == LATENT]
        rows = torch.cat(shown) if shown else torch.zeros(0, LATENT)
        # All-zero or averaged noise is one z again and again: that rival names it.
        known = (rows[:, None] == z[None]).all(-1).any(-1)
        if len(rows) and not bool(known.all()) and len(rows.unique(dim=0)) > 1:
            sheet.insist(False, duel.criterion, "fresh_noise")
    duel.judge(student, dice, sheet)
    sheet.require(not answer.attached, "no graph is kept", "keeps_graph")
    sheet.require(student.is_training(g), "the generator stays in training mode", "left_in_eval")
    trainable = all(p.trainable for p in student.parameters(g))
    sheet.require(trainable, "the generator can still learn", "left_frozen")
    judge_inputs_kept(student, sheet, NAME, g, z, 3)


PROBES = (
    Probe(
        NAME,
        _judge,
        (*misconceptions_of(RIVALS), FRESH, ATTACHED, LEFT_IN_EVAL, LEFT_FROZEN, MODIFIES_INPUTS),
    ),
)
