"""Probe of repeatable noise: the same seed, the same numbers, and nobody else's numbers disturbed."""

from __future__ import annotations

import torch

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Probe
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import insist_tensor, type_text
from gan_grading.student import Student

NAME = "repeatable_noise"
NOT_REPEATABLE = Misconception(
    "not_repeatable",
    "The same seed gave two different tensors.",
    "Make a generator from the seed inside the function, and draw from that generator.",
)
SEED_IGNORED = Misconception(
    "seed_ignored",
    "Different seeds gave the same tensor.",
    "The seed given must be the seed used.",
)
GLOBAL_SEED = Misconception(
    "global_seed",
    "Your function changes torch's own random numbers for everybody else.",
    "torch.manual_seed is global. A torch.Generator of your own is private: where is it passed to randn?",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The tensor has not the shape (n, dim).",
    "n samples of dim numbers each: n rows.",
)
NOT_NORMAL = Misconception(
    "not_normal",
    "The numbers are not standard normal.",
    "randn draws from N(0, 1); rand draws from the interval [0, 1).",
)
ROWS_REPEAT = Misconception(
    "rows_repeat",
    "All rows, or all columns, hold the same numbers.",
    "Draw all n · dim numbers in one call.",
)

# 8,000 numbers: the mean of N(0, 1) has standard error 0.011, the standard deviation 0.008, the share
# beyond ±2 (4.55%) 0.0023. Each bound below lies more than five standard errors away.
ROWS, COLUMNS = 4000, 2
MEAN_BOUND, STD_BOUND, TAIL = 0.06, 0.05, (0.033, 0.058)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    seed = dice.integer(1, 10_000)
    student.random_seed(dice.integer(20_000, 90_000))
    kept = student.random_seed()
    first = insist_tensor(sheet, student.call(NAME, seed, 7, 3).value, "returns a tensor")
    sheet.insist(
        tuple(first.shape) == (7, 3), "shape (n, dim)", "wrong_shape", f"returned {type_text(first)}"
    )
    again = student.call(NAME, seed, 7, 3).value
    sheet.insist(_equal(first, again), "the same seed gives the same numbers", "not_repeatable")
    other = student.call(NAME, seed + 1, 7, 3).value
    sheet.insist(not _equal(first, other), "another seed gives other numbers", "seed_ignored")
    sheet.require(student.random_seed() == kept, "torch's own numbers are left alone", "global_seed")
    many = insist_tensor(sheet, student.call(NAME, seed, ROWS, COLUMNS).value, "returns a tensor")
    sheet.passed("returns a tensor")
    sheet.insist(tuple(many.shape) == (ROWS, COLUMNS), "shape (n, dim)", "wrong_shape")
    _judge_distribution(many.double(), sheet)


def _equal(one: torch.Tensor, two: object) -> bool:
    return isinstance(two, torch.Tensor) and one.shape == two.shape and torch.equal(one, two)


def _judge_distribution(many: torch.Tensor, sheet: Sheet) -> None:
    copied = torch.equal(many[:, 0], many[:, 1]) or bool((many == many[:1]).all())
    sheet.insist(not copied, "every number is drawn by itself", "rows_repeat")
    tail = float((many.abs() > 2).double().mean())
    normal = (
        abs(float(many.mean())) < MEAN_BOUND
        and abs(float(many.std()) - 1) < STD_BOUND
        and TAIL[0] < tail < TAIL[1]
    )
    sheet.insist(normal, "standard normal numbers", "not_normal")


PROBES = (
    Probe(NAME, _judge, (NOT_REPEATABLE, SEED_IGNORED, GLOBAL_SEED, WRONG_SHAPE, NOT_NORMAL, ROWS_REPEAT)),
)
