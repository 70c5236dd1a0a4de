"""Wrong labels drawn at random: never the right one, every other class equally often, each drawn by itself.

Judged by properties alone: what is drawn differs from answer to answer.
"""

from __future__ import annotations

import math
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.labelled_players import SET_BACK, streams_set_back
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, same_bits, type_text

VERSION = 1
MAY_EQUAL = Misconception(
    "may_equal",
    "Some of your wrong labels are the right ones.",
    "A pair (x, y) whose label happens to fit would be shown to D as wrong. Shuffling or drawing any class lets that happen; how can a label never fall on itself?",
)
OUT_OF_RANGE = Misconception(
    "no_class",
    "Some of your labels are no class at all.",
    "Labels run from 0 to classes − 1. What happens beyond the last one?",
)
ALWAYS_THE_SAME = Misconception(
    "always_the_same",
    "Each class always gets the same wrong label, call after call.",
    "D would learn ten wrong pairs by heart and hear nothing about the other eighty. Draw the wrong label at random.",
    share=0.75,
)
ONE_SHIFT = Misconception(
    "one_shift_for_all",
    "Within a call all samples of a class get the same wrong label, though another one in the next call.",
    "How many random numbers does a batch of N labels need?",
    share=0.5,
)
NEVER_DRAWN = Misconception(
    "some_never_drawn",
    "Some wrong labels never come.",
    "Each of the classes − 1 wrong labels should be equally likely. Where do the numbers you draw begin and end?",
    share=0.5,
)
UNEVEN = Misconception(
    "uneven",
    "Some wrong labels come far more often than others.",
    "Each of the classes − 1 wrong labels should be equally likely. Follow one draw through your code: which of its results lead to which label?",
    share=0.5,
)
NOT_INDEPENDENT = Misconception(
    "not_independent",
    "The wrong label of a sample follows from that of the sample before it.",
    "Each sample draws its own: counting up, sorting or dealing out in turn is not drawing.",
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
MISCONCEPTIONS = (
    MAY_EQUAL,
    OUT_OF_RANGE,
    ALWAYS_THE_SAME,
    ONE_SHIFT,
    NEVER_DRAWN,
    UNEVEN,
    NOT_INDEPENDENT,
    RIGHT_LABELS,
    STALE,
    SET_BACK,
    NOT_INTEGERS,
    WRONG_SHAPE,
    MODIFIES_INPUTS,
)
MANY = 4000
SPREAD, OWN = "every other class equally often", "each sample draws its own"
FRESH = "fresh at every call"


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a function from (labels, classes) to wrong labels."""
    # Odd numbers of classes first: a mirror image, K − 1 − y, hits its own class only there.
    for n, classes in ((60, 5), (7, 3), (1, 10), (64, 2), (50, 40)):
        labels = _labels(inputs, n, classes)
        _ask(student, findings, exercise, labels, classes)
    classes = inputs.integer(5, 8)
    labels = _labels(inputs, MANY, classes)
    _judge_each(student, findings, exercise, labels, classes)
    # A batch of one class only: nothing in it can be exchanged for another.
    alike = torch.full((400,), inputs.integer(0, 5))
    few = _ask(student, findings, exercise, alike, 6)
    findings.require(len(few.unique()) > 1, OWN, "one_shift_for_all")
    _judge_left_alone(student, findings, exercise, inputs)


def _labels(inputs: Inputs, n: int, classes: int) -> torch.Tensor:
    return (inputs.uniform(n) * classes).long().clamp_max(classes - 1)


def _ask(
    student: Student, findings: Findings, exercise: str, labels: torch.Tensor, classes: int
) -> torch.Tensor:
    """Call the answer and insist on a row of whole numbers, all of them wrong labels.

    Raises:
        GiveUp: if something else came back.
    """
    value: Any = student.call(exercise, labels, classes).value
    if isinstance(value, NumpyValue):
        findings.insist(False, "returns a tensor", "wrong_type", f"returned {type_text(value)}")
    wrong = insist_tensor(findings, value, "returns a tensor")
    findings.passed("returns a tensor")
    shape = f"returned {type_text(wrong)} for {len(labels)} label{'s' * (len(labels) > 1)}"
    findings.insist(wrong.shape == labels.shape, "one label for each", "wrong_shape", shape)
    whole = not wrong.is_floating_point() and not wrong.is_complex() and wrong.dtype != torch.bool
    findings.require(whole, "whole numbers", "not_integers", f"returned {wrong.dtype}")
    wrong = wrong.real.long() if wrong.is_complex() else wrong.long()
    inside = bool(((wrong >= 0) & (wrong < classes)).all())
    reach = f"with {classes} classes yours run from {int(wrong.min())} to {int(wrong.max())}"
    findings.insist(inside, "classes that exist", "no_class", reach)
    equal = int((wrong == labels).sum())
    name = "labels_unchanged" if equal == len(labels) > 1 else "may_equal"
    detail = f"{equal} of {len(labels)}, with {classes} classes"
    findings.insist(equal == 0, "no label is the right one", name, detail)
    return wrong


def _judge_streams(student: Student, findings: Findings, exercise: str) -> None:
    """Require that random streams run on after a call."""
    labels = torch.tensor([4, 0, 2, 2, 1, 3, 0, 1, 4])
    back = streams_set_back(student, lambda: student.call(exercise, labels, 5), times=3)
    findings.require(not back, "random streams run on", "stream_set_back", ", ".join(back))


def _judge_each(
    student: Student,
    findings: Findings,
    exercise: str,
    labels: torch.Tensor,
    classes: int,
) -> None:
    """Insist that samples and calls draw for themselves, and that every other class is drawn alike often."""
    calls = [_ask(student, findings, exercise, labels, classes) for _ in range(2)]
    _judge_streams(student, findings, exercise)
    one, two = (_counts(labels, wrong, classes) for wrong in calls)
    alone = all(bool(((counts > 0).sum(1) <= 1).all()) for counts in (one, two))
    if alone or _alike(*calls):
        # What one random number decides may be the same in two calls by chance.
        more = [calls[1], *(_ask(student, findings, exercise, labels, classes) for _ in range(12))]
        always = all(_alike(calls[0], call) for call in more)
        name = "always_the_same" if always else "one_shift_for_all"
        findings.insist(not alone, OWN, name)
        findings.insist(not always, FRESH, "same_every_call")
    findings.passed(FRESH)
    # Steps of neighbours in the batch: each pair of steps comes equally often, where they are drawn one by one.
    steps = (calls[0] - labels) % classes - 1
    n = classes - 1
    pairs = torch.bincount(steps[:-1] * n + steps[1:], minlength=n * n).double().reshape(n, n)
    expected = pairs.sum(1, keepdim=True) * pairs.sum(0, keepdim=True) / pairs.sum()
    chained = _too_far(pairs, expected, (n - 1) ** 2)
    findings.require(not chained, OWN, "not_independent")
    _judge_spread(findings, labels, calls[0], classes)


def _alike(one: torch.Tensor, two: torch.Tensor) -> bool:
    return float((one == two).float().mean()) > 0.9


def _judge_spread(findings: Findings, labels: torch.Tensor, wrong: torch.Tensor, classes: int) -> None:
    """Require that every wrong label comes about equally often."""
    counts = _counts(labels, wrong, classes)
    off = ~torch.eye(classes, dtype=torch.bool)
    expected = (counts.sum(1, keepdim=True) / (classes - 1)).expand_as(counts)
    missing = int((counts[off] == 0).sum())
    if not findings.require(not missing, SPREAD, "some_never_drawn", f"{missing} of {int(off.sum())} pairs"):
        return
    even = not _too_far(counts[off], expected[off], classes * (classes - 2))
    rarest, commonest = int(counts[off].min()), int(counts[off].max())
    findings.require(
        even, SPREAD, "uneven", f"of {len(labels)}, one came {commonest} times, another {rarest}"
    )


def _counts(labels: torch.Tensor, wrong: torch.Tensor, classes: int) -> torch.Tensor:
    """Return how often each label (row) got each wrong one (column)."""
    found = torch.bincount(labels * classes + wrong, minlength=classes**2)
    return found.double().reshape(classes, classes)


def _too_far(counts: torch.Tensor, expected: torch.Tensor, freedom: int) -> bool:
    """Chi-square: a right answer exceeds this bound about once in 10 million plays (7 deviations)."""
    chi = float(((counts - expected) ** 2 / expected.clamp_min(1.0)).sum())
    return bool(chi > freedom + 7 * math.sqrt(2 * freedom))


def _judge_left_alone(student: Student, findings: Findings, exercise: str, inputs: Inputs) -> None:
    labels = _labels(inputs, 9, 5)
    seen = student.twice(exercise, labels, 5)
    findings.require(same_bits(labels, seen.after[0]), "leaves its arguments alone", "modifies_inputs")
