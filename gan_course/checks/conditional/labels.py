"""Checks of what is made of labels: one-hot rows, and wrong labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, describe, exercise_check, same_shape

_LABELS = torch.tensor([2, 0, 3, 2])
_ROWS = torch.tensor([[0, 0, 1, 0, 0], [1, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 1, 0, 0]])


@exercise_check
def one_hot(report: Report, answer: Callable[..., Any]) -> None:
    """Check four labels of five classes, and as many labels as classes."""
    rows = report.call(answer, _LABELS.clone(), 5)
    if isinstance(rows, Tensor) and tuple(rows.shape) == (5, 4):
        report.failed(
            "returned shape (5, 4), wanted (4, 5)",
            "Samples run down, classes run across: row i belongs to sample i of the batch.",
        )
        return
    rows = same_shape(
        report, rows, [(4, 5)], "4 labels and 5 classes: a row for each label, a column for each class."
    )
    report.passed("4 labels of 5 classes give 4 rows of 5 numbers")
    if not torch.equal(rows.double(), _ROWS.double()):
        _explain_rows(report, rows)
        return
    report.passed("label k has its 1 in column k, and zeros elsewhere")
    square = report.call(answer, torch.tensor([1, 2, 0]), 3)
    wanted = torch.tensor([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    report.expect(
        isinstance(square, Tensor) and torch.equal(square.double(), wanted.double()),
        "right as well for as many labels as classes",
        "wrong for the labels 1, 2, 0 of 3 classes",
        "Here rows and columns are equally many, so a table that lies on its side has the right shape.",
    )
    report.expect(
        rows.is_floating_point(),
        "holds floating-point numbers",
        f"holds numbers of type {str(rows.dtype).removeprefix('torch.')}, wanted floating-point ones",
        "The next thing that happens to these rows is nn.Linear, which multiplies by floats.",
    )
    single = report.call(answer, torch.tensor([1]), 3)
    same_shape(report, single, [(1, 3)], "A batch of one label is a table with one row.")
    _kept(report, answer, 5)


def _explain_rows(report: Report, rows: Tensor) -> None:
    places = [int(row.argmax()) for row in rows]
    single = bool(((rows != 0).sum(1) == 1).all()) and bool((rows.double().sum(1) == 1).all())
    text = f"the ones stand in columns {places}, wanted [2, 0, 3, 2]"
    if not single:
        report.failed(
            f"row of label 2: {[round(float(v), 2) for v in rows[0]]}, wanted a single 1 among zeros",
            "Exactly one entry of a row is 1: the one in the column of its label.",
        )
    elif places in ([3, 1, 4, 3], [1, 4, 2, 1], [1, 0, 2, 1]):
        report.failed(text, "Off by one: labels count from 0, and so do columns.")
    else:
        report.failed(text, "The label of each sample says where its 1 stands.")


@exercise_check
def mismatched_labels(report: Report, answer: Callable[..., Any]) -> None:
    """Check that wrong labels are wrong, are classes, and are drawn afresh for every sample."""
    labels = torch.arange(1000) % 10
    wrong = _labels(report, report.call(answer, labels.clone(), 10), 1000)
    low, high = int(wrong.min()), int(wrong.max())
    report.require(
        low >= 0 and high <= 9,
        f"labels from {low} to {high}, wanted from 0 to 9",
        "Counting on from the last class leads out of the range: where should it lead instead?",
    )
    report.passed("returns one class from 0 to 9 for each label")
    equal = int((wrong == labels).sum())
    report.require(
        equal == 0,
        f"{equal} of 1000 labels are the right ones, wanted none",
        "A pair that fits by accident would be shown to D as a wrong one. Shuffling, or drawing any class, "
        "lets that happen. What is the smallest and the largest step from y to another class?",
    )
    report.passed("no label is the right one")
    shifts = (wrong - labels) % 10
    again = _labels(report, report.call(answer, labels.clone(), 10), 1000)
    if len(shifts.unique()) == 1:
        fixed = torch.equal(wrong, again)
        report.failed(
            f"every label moved by the same step, {int(shifts[0])}",
            "Then each class has one wrong label for ever, and D learns those pairs by heart."
            if fixed
            else "One random number for the whole batch: how many does a batch of N labels need?",
        )
        return
    report.expect(
        not torch.equal(wrong, again),
        "draws afresh at each call",
        "two calls gave the same labels",
        "Is a random seed set inside the function? The caller decides about seeds.",
    )
    counts = torch.bincount(shifts, minlength=10)[1:]
    report.expect(
        int(counts.min()) > 55 and int(counts.max()) < 180,
        "all nine wrong labels come about equally often",
        f"steps to the wrong label come between {int(counts.min())} and {int(counts.max())} times in 1000",
        "All classes − 1 wrong labels should be equally likely, about 111 times each. What becomes of draws "
        "that hit the true label?",
    )
    pair = _labels(report, report.call(answer, torch.tensor([0, 1, 1]), 2), 3)
    report.expect(
        pair.tolist() == [1, 0, 0],
        "with two classes, the other one",
        f"labels 0, 1, 1 of two classes gave {pair.tolist()}, wanted [1, 0, 0]",
        "The number of classes is an argument.",
    )
    _kept(report, answer, 10)


def _kept(report: Report, answer: Callable[..., Any], classes: int) -> None:
    labels = _LABELS.clone()
    report.call(answer, labels, classes)
    if not torch.equal(labels, _LABELS):
        report.failed(
            "the labels you were given have changed",
            "Whoever calls the function still needs them: += and its kin work in place. Make a new tensor.",
        )


def _labels(report: Report, value: object, n: int) -> Tensor:
    labels = same_shape(report, value, [(n,)], "N labels in, N labels out.")
    report.require(
        not labels.is_floating_point() and labels.dtype != torch.bool,
        f"returned {describe(labels)}, wanted whole numbers",
        "Labels pick rows of a table: they stay int64, as they came.",
    )
    return labels.long()
