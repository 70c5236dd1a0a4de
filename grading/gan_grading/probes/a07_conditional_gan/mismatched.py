"""Probe of wrong labels: one for each sample, never the right one, every other class equally often."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept, type_text
from gan_grading.probes.probe import Probe
from gan_grading.probes.steps import RESEEDS

NAME = "mismatched_labels"
MAY_EQUAL = Misconception(
    "may_equal",
    "Some of your wrong labels are the right ones.",
    "A pair (x, y) whose label happens to fit would be shown to D as wrong. Shuffling or drawing any class lets that happen; how can a label never fall on itself?",
)
OUT_OF_RANGE = Misconception(
    "out_of_range",
    "Some of your labels are no class at all.",
    "Labels run from 0 to classes − 1. What happens beyond the last one?",
)
ALWAYS_THE_SAME = Misconception(
    "always_the_same",
    "Each class always gets the same wrong label.",
    "D would learn ten wrong pairs by heart and hear nothing about the other eighty. Draw the wrong label at random.",
    share=0.75,
)
ONE_SHIFT = Misconception(
    "one_shift_for_all",
    "One random number serves the whole batch: all samples of a class get the same wrong label.",
    "How many random numbers does a batch of N labels need?",
    share=0.5,
)
UNEVEN = Misconception(
    "uneven",
    "Some wrong labels come far more often than others.",
    "Each of the classes − 1 wrong labels should be equally likely. What happens in your code to the draws that hit the true label?",
    share=0.5,
)
RIGHT_LABELS = Misconception(
    "labels_unchanged",
    "You return the labels as they were.",
    "The third kind of pair is a real image with a label that is wrong.",
)
STALE = Misconception(
    "same_every_call",
    "Two calls with the same labels gave the same wrong labels.",
    "Draw from torch's random numbers at each call; no seed belongs inside the function.",
    share=0.5,
)
NOT_INTEGERS = Misconception(
    "not_integers",
    "The wrong labels are not whole numbers of an integer type.",
    "Labels pick a row of an embedding or a column of a one-hot code: they stay int64, like those given.",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "You do not return one label for each label given.",
    "N labels in, N labels out: shape (N,).",
)


def _labels(dice: Dice, n: int, classes: int) -> torch.Tensor:
    return (dice.uniform(n) * classes).long().clamp_max(classes - 1)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    # Odd numbers of classes first: a mirror image, K − 1 − y, hits its own class only there.
    for n, classes in ((60, 5), (7, 3), (1, 10), (64, 2), (4000, dice.integer(5, 8))):
        labels = _labels(dice, n, classes)
        wrong = _ask(student, sheet, labels, classes)
        _judge_wrong(sheet, labels, wrong, classes)
        if n == 4000:
            _judge_spread(student, sheet, labels, wrong, classes)
            again = _ask(student, sheet, labels, classes)
            sheet.require(not torch.equal(wrong, again), "fresh at every call", "same_every_call")
    # A batch of one class only: nothing in it can be exchanged for another.
    alike = torch.full((400,), dice.integer(0, 5))
    wrong = _ask(student, sheet, alike, 6)
    _judge_wrong(sheet, alike, wrong, 6)
    sheet.require(len(wrong.unique()) == 5, "each sample draws its own", "one_shift_for_all")
    _judge_manners(student, dice, sheet)


def _ask(student: Student, sheet: Sheet, labels: torch.Tensor, classes: int) -> torch.Tensor:
    """Call the answer and insist on a row of whole numbers.

    Raises:
        GiveUp: if something else came back.
    """
    value: Any = student.call(NAME, labels, classes).value
    if isinstance(value, NumpyValue):
        value = None  # what follows in training is torch
    if isinstance(value, list):
        sheet.insist(False, "returns a tensor", "wrong_type", f"returned {type_text(value)}")
    wrong = insist_tensor(sheet, value, "returns a tensor")
    shape = f"returned {type_text(wrong)} for {len(labels)} labels"
    sheet.insist(wrong.shape == labels.shape, "one label for each", "wrong_shape", shape)
    whole = not wrong.is_floating_point() and not wrong.is_complex() and wrong.dtype != torch.bool
    sheet.require(whole, "whole numbers", "not_integers")
    return wrong.long() if not wrong.is_complex() else wrong.real.long()


def _judge_wrong(sheet: Sheet, labels: torch.Tensor, wrong: torch.Tensor, classes: int) -> None:
    inside = bool(((wrong >= 0) & (wrong < classes)).all())
    sheet.insist(
        inside, "classes that exist", "out_of_range", f"from {int(wrong.min())} to {int(wrong.max())}"
    )
    equal = int((wrong == labels).sum())
    name = "labels_unchanged" if equal == len(labels) else "may_equal"
    sheet.insist(equal == 0, "no label is the right one", name, f"{equal} of {len(labels)} labels are right")


def _judge_spread(
    student: Student, sheet: Sheet, labels: torch.Tensor, wrong: torch.Tensor, classes: int
) -> None:
    """Insist that every wrong label comes about equally often, by a chi-square test."""
    counts = torch.zeros(classes, classes).index_put_((labels, wrong), torch.tensor(1.0), accumulate=True)
    if bool(((counts > 0).sum(1) <= 1).all()):
        name = "always_the_same" if _always(student, labels, wrong, classes) else "one_shift_for_all"
        sheet.insist(False, "any other class", name)
    expected = counts.sum(1, keepdim=True) / (classes - 1)
    off = ~torch.eye(classes, dtype=torch.bool)
    chi = float(((counts - expected) ** 2 / expected.clamp_min(1.0))[off].sum())
    freedom = classes * (classes - 2)
    # A right answer exceeds this bound about once in 10 million runs (normal approximation, 7 deviations).
    even = chi < freedom + 7 * (2 * freedom) ** 0.5
    sheet.require(even, "every other class equally often", "uneven")


def _judge_manners(student: Student, dice: Dice, sheet: Sheet) -> None:
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    labels = _labels(dice, 9, 5)
    student.call(NAME, labels, 5)
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")
    try:
        judge_inputs_kept(student, sheet, NAME, labels, 5)
    except StudentFault:
        sheet.miss("leaves its arguments alone", "modifies_inputs")


def _always(student: Student, labels: torch.Tensor, wrong: torch.Tensor, classes: int) -> bool:
    """Whether further calls give the same; one shift drawn for each batch would differ in one of them."""
    return all(torch.equal(student.call(NAME, labels, classes).value, wrong) for _ in range(12))


MISCONCEPTIONS = (
    MAY_EQUAL,
    OUT_OF_RANGE,
    ALWAYS_THE_SAME,
    ONE_SHIFT,
    UNEVEN,
    RIGHT_LABELS,
    STALE,
    NOT_INTEGERS,
    WRONG_SHAPE,
    RESEEDS,
    MODIFIES_INPUTS,
)
PROBES = (Probe(NAME, _judge, MISCONCEPTIONS),)
