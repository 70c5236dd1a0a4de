"""Probe of repeatable noise: the same seed, the same numbers, and nobody else's numbers disturbed."""

from __future__ import annotations

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import insist_tensor, type_text
from gan_grading.probes.probe import Probe

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
    "Some of the numbers are copies of others.",
    "Draw all n · dim numbers in one call.",
)

ROWS, COLUMNS = 16_000, 5
# 80,000 numbers. The largest gap between their share below x and Φ(x) exceeds 0.0095 once in 10⁶ draws
# (2·exp(−2·80,000·0.0095²)). Beyond ±3 lie 0.27%, with a standard error of 0.018%: each bound is six of
# them away.
WIDEST_GAP, FAR_OUT = 0.0095, (0.0016, 0.0038)
OTHER_SEEDS = (1, 2, 10, 64, 100, 256, 1000)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    seed = dice.integer(1, 10_000)
    student.random_seed(dice.integer(20_000, 90_000))
    kept = student.random_state()
    first = insist_tensor(sheet, student.call(NAME, seed, 7, 3).value, "returns a tensor")
    sheet.insist(
        tuple(first.shape) == (7, 3), "shape (n, dim)", "wrong_shape", f"returned {type_text(first)}"
    )
    again = student.call(NAME, seed, 7, 3).value
    sheet.insist(_equal(first, again), "the same seed gives the same numbers", "not_repeatable")
    others = [student.call(NAME, seed + step, 7, 3).value for step in OTHER_SEEDS]
    apart = not any(_equal(first, other) for other in others)
    sheet.insist(apart, "another seed gives other numbers", "seed_ignored")
    sheet.require(
        torch.equal(student.random_state(), kept), "torch's own numbers are left alone", "global_seed"
    )
    many = insist_tensor(sheet, student.call(NAME, seed, ROWS, COLUMNS).value, "returns a tensor")
    sheet.passed("returns a tensor")
    sheet.insist(tuple(many.shape) == (ROWS, COLUMNS), "shape (n, dim)", "wrong_shape")
    _judge_distribution(many.double(), sheet)


def _equal(one: torch.Tensor, two: object) -> bool:
    return isinstance(two, torch.Tensor) and one.shape == two.shape and torch.equal(one, two)


def _judge_distribution(many: torch.Tensor, sheet: Sheet) -> None:
    # Among 80,000 float32 numbers a few hundred meet by chance; a copy, or a copy with the other sign, doubles all.
    distinct = len(many.abs().unique()) / many.numel()
    sheet.insist(distinct > 0.95, "every number is drawn by itself", "rows_repeat")
    ordered = many.reshape(-1).sort().values
    below = torch.arange(1, len(ordered) + 1) / len(ordered)
    gap = float((torch.special.ndtr(ordered) - below).abs().max())
    far = float((many.abs() > 3).double().mean())
    normal = gap < WIDEST_GAP and FAR_OUT[0] < far < FAR_OUT[1]
    sheet.insist(normal, "standard normal numbers", "not_normal")


PROBES = (
    Probe(NAME, _judge, (NOT_REPEATABLE, SEED_IGNORED, GLOBAL_SEED, WRONG_SHAPE, NOT_NORMAL, ROWS_REPEAT)),
)
