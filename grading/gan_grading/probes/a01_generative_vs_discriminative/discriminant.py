"""Probes of Gaussian discriminant analysis: covariances, own and shared, and the terms of the boundary."""

from __future__ import annotations

from collections.abc import Mapping

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import REMEMBERS, class_rows, judge_repeatable
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, Rival, misconceptions_of

ALWAYS_SHARED = Misconception(
    "pooled_variance",
    "All classes get one covariance although `shared` is False: the boundary stays straight.",
    "With their own covariances the classes differ in shape, and that is what bends the boundary.",
)
ALWAYS_OWN = Misconception(
    "never_shared",
    "The classes' covariances differ although `shared` is True.",
    "One matrix for all of them, from all rows.",
)
TOTAL = Misconception(
    "total_covariance",
    "The deviations are taken from the mean of all rows, so the distance between classes counts as spread.",
    "Each row deviates from the mean of its own class: means[y].",
)
UNWEIGHTED = Misconception(
    "unweighted_average",
    "The classes' matrices are averaged as if all classes had the same size.",
    "In the formula every row counts once, so that a large class counts more.",
)
UNBIASED = Misconception(
    "unbiased",
    "Your covariance divides by the number of rows less one (or less the number of classes).",
    "The formulas of maximum likelihood divide by N_k and by N.",
    share=0.5,
)
NOT_DIVIDED = Misconception(
    "not_divided",
    "The products of deviations are not divided by the right number of rows.",
    "Own: the rows of the class. Shared: all rows.",
)
DIAGONAL = Misconception(
    "diagonal_only",
    "Only the diagonal is there, or another matrix than that of products of deviations.",
    "The entry (i, j) averages the product of the deviations of features i and j.",
)
UNCENTRED = Misconception(
    "uncentred",
    "The means were not subtracted.",
    "A covariance is made of deviations.",
)
ONE_MATRIX = Misconception(
    "one_matrix",
    "With `shared` you return one matrix, not one for each class.",
    "The shape is (K, d, d) in both cases: repeat the matrix.",
    share=0.5,
)
FLOORED = Misconception(
    "floored",
    "Something was added to the diagonal.",
    "The exercise asks for the plain covariance; the floor is added outside.",
    share=0.5,
)

NAME = "covariances"


def _scatter(rows: torch.Tensor) -> torch.Tensor:
    return rows.T @ rows


def _centred(x: torch.Tensor, y: torch.Tensor, m: torch.Tensor) -> list[torch.Tensor]:
    return [(x - m[y])[y == k] for k in range(len(m))]


def _own(x: torch.Tensor, y: torch.Tensor, m: torch.Tensor) -> torch.Tensor:
    return torch.stack([_scatter(rows) / len(rows) for rows in _centred(x, y, m)])


def _shared(x: torch.Tensor, y: torch.Tensor, m: torch.Tensor) -> torch.Tensor:
    return (_scatter(x - m[y]) / len(x)).expand(len(m), -1, -1)


def _covariances(x: torch.Tensor, y: torch.Tensor, m: torch.Tensor, shared: bool) -> torch.Tensor:
    return _shared(x, y, m) if shared else _own(x, y, m)


def _total(x: torch.Tensor, m: torch.Tensor, correction: int = 0) -> torch.Tensor:
    return torch.cov(x.T, correction=correction).expand(len(m), -1, -1)


def _deviations(c: torch.Tensor) -> torch.Tensor:
    root = c.diagonal(dim1=1, dim2=2).sqrt()
    return c / (root[:, :, None] * root[:, None, :])


def _groups(dice: Dice) -> Mapping[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    sizes = {
        "many": (dice.integer(40, 60), 3, 3, False),
        "single": (14, 2, 3, True),
        "two": (16, 4, 2, False),
    }
    groups = {}
    for name, (n, d, k, single) in sizes.items():
        x, y = class_rows(dice, n, d, k, single)
        groups[name] = (x, y, torch.stack([x[y == c].mean(0) for c in range(k)]))
    return groups


def _play(shared: bool) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        return {name: student.call(NAME, *rows, shared).value for name, rows in _groups(dice).items()}

    return play


OWN_RIVALS = tuple(
    Rival(m, lambda x, y, m, shared, f=f: f(x, y, m))
    for m, f in (
        (ALWAYS_SHARED, _shared),
        (UNBIASED, lambda x, y, m: torch.stack([torch.cov(x[y == k].T) for k in range(len(m))])),
        (UNBIASED, lambda x, y, m: torch.stack([_scatter(r) / (len(r) - 1) for r in _centred(x, y, m)])),
        (
            UNBIASED,
            lambda x, y, m: torch.stack([_scatter(r) / max(len(r) - 1, 1) for r in _centred(x, y, m)]),
        ),
        (NOT_DIVIDED, lambda x, y, m: torch.stack([_scatter(r) for r in _centred(x, y, m)])),
        (NOT_DIVIDED, lambda x, y, m: torch.stack([_scatter(r) / len(x) for r in _centred(x, y, m)])),
        (TOTAL, lambda x, y, m: _total(x, m)),
        (TOTAL, lambda x, y, m: _total(x, m, 1)),
        (
            TOTAL,
            lambda x, y, m: torch.stack(
                [_scatter(x[y == k] - x.mean(0)) / int((y == k).sum()) for k in range(len(m))]
            ),
        ),
        (
            UNCENTRED,
            lambda x, y, m: torch.stack([_scatter(x[y == k]) / int((y == k).sum()) for k in range(len(m))]),
        ),
        (DIAGONAL, lambda x, y, m: torch.diag_embed(_own(x, y, m).diagonal(dim1=1, dim2=2))),
        (DIAGONAL, lambda x, y, m: _own(x, y, m).diagonal(dim1=1, dim2=2)),
        (DIAGONAL, lambda x, y, m: _deviations(_own(x, y, m))),
        (ALWAYS_SHARED, lambda x, y, m: _own(x, y, m).mean(0).expand(len(m), -1, -1)),
        (DIAGONAL, lambda x, y, m: torch.linalg.inv(_own(x, y, m))),
        (NOT_DIVIDED, lambda x, y, m: torch.stack([_scatter(r) / x.shape[1] for r in _centred(x, y, m)])),
        (ALWAYS_SHARED, lambda x, y, m: _shared(x, y, m)[0]),
        *(
            (FLOORED, lambda x, y, m, f=f: _own(x, y, m) + f * torch.eye(x.shape[1]))
            for f in (1e-4, 1e-3, 1e-2, 0.1)
        ),
    )
)
SHARED_RIVALS = tuple(
    Rival(m, lambda x, y, m, shared, f=f: f(x, y, m))
    for m, f in (
        (ALWAYS_OWN, _own),
        (UNWEIGHTED, lambda x, y, m: _own(x, y, m).mean(0).expand(len(m), -1, -1)),
        (TOTAL, lambda x, y, m: _total(x, m)),
        (TOTAL, lambda x, y, m: _total(x, m, 1)),
        (ONE_MATRIX, lambda x, y, m: _shared(x, y, m)[0]),
        (ONE_MATRIX, lambda x, y, m: _shared(x, y, m)[:1]),
        (UNBIASED, lambda x, y, m: _shared(x, y, m) * len(x) / (len(x) - 1)),
        (UNBIASED, lambda x, y, m: _shared(x, y, m) * len(x) / (len(x) - len(m))),
        (NOT_DIVIDED, lambda x, y, m: _shared(x, y, m) * len(x)),
        (NOT_DIVIDED, lambda x, y, m: _own(x, y, m).sum(0).expand(len(m), -1, -1)),
        (NOT_DIVIDED, lambda x, y, m: _shared(x, y, m) * len(x) / len(m)),
        (UNCENTRED, lambda x, y, m: (_scatter(x) / len(x)).expand(len(m), -1, -1)),
        (DIAGONAL, lambda x, y, m: torch.diag_embed(_shared(x, y, m).diagonal(dim1=1, dim2=2))),
        (DIAGONAL, lambda x, y, m: _deviations(_shared(x, y, m))),
        (TOTAL, lambda x, y, m: (_scatter(x - m.mean(0)) / len(x)).expand(len(m), -1, -1)),
        (ONE_MATRIX, lambda x, y, m: _total(x, m)[0]),
        (UNWEIGHTED, lambda x, y, m: _own(x, y, m).mean(0)),
        *(
            (FLOORED, lambda x, y, m, f=f: _shared(x, y, m) + f * torch.eye(x.shape[1]))
            for f in (1e-3, 1e-2, 0.1)
        ),
    )
)


def _judge_covariances(student: Student, dice: Dice, sheet: Sheet) -> None:
    rows = _groups(dice)["many"]
    for shared in (False, True):
        insist_tensor(sheet, student.call(NAME, *rows, shared).value, "returns a tensor")
    sheet.passed("returns a tensor")
    Duel(NAME, "own covariances", _play(False), _covariances, OWN_RIVALS).judge(student, dice, sheet)
    Duel(NAME, "shared covariance", _play(True), _covariances, SHARED_RIVALS).judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, NAME, *rows, True)
    judge_repeatable(student, sheet, NAME, *rows, False)
    judge_inputs_kept(student, sheet, NAME, *rows, False)


PROBES = (
    Probe(
        NAME,
        _judge_covariances,
        tuple(
            {
                m.id: m
                for m in (*misconceptions_of((*OWN_RIVALS, *SHARED_RIVALS)), REMEMBERS, MODIFIES_INPUTS)
            }.values()
        ),
    ),
)
