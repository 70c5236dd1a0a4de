"""Noise that repeats, in private: the same seed, the same numbers, and nobody else's numbers disturbed.

No right answer is needed: what is drawn, and torch's own stream before and after, tell.
"""

from __future__ import annotations

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import insist_tensor, type_text

VERSION = 1
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
SEEDS_ALIKE = Misconception(
    "seeds_alike",
    "The tensors of two seeds have numbers in common, or follow from each other.",
    "Each seed begins a stream of its own: let the generator make it, and change nothing by hand.",
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
STANDARDISED = Misconception(
    "standardised",
    "The numbers of each call are pressed into a fixed mean or spread.",
    "Independent normal numbers have mean 0 on average, not in every batch: return them as they are drawn.",
)
MISCONCEPTIONS = (
    STANDARDISED,
    NOT_REPEATABLE,
    SEED_IGNORED,
    SEEDS_ALIKE,
    GLOBAL_SEED,
    WRONG_SHAPE,
    NOT_NORMAL,
    ROWS_REPEAT,
)

ROWS, COLUMNS = 16_000, 5
# 80,000 numbers. The largest gap between their share below x and Φ(x) exceeds 0.0095 once in 10⁶ draws
# (2·exp(−2·80,000·0.0095²)). Beyond ±3 lie 0.27%, with a standard error of 0.018%: each bound is six of
# them away. So is the correlation of two such tensors, whose standard error is 1/√80,000 = 0.0035.
WIDEST_GAP, FAR_OUT, TOGETHER = 0.0095, (0.0016, 0.0038), 0.021
OTHER_SEEDS = (1, 2, 10, 64, 100, 256, 1000, 2**16, 2**24, 2**30)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Draw with one seed and with others, a little and much.

    Args:
        student: the handle on the answer.
        inputs: for the seeds.
        findings: where to note.
        exercise: name of the function.
    """
    seed = inputs.integer(1, 10_000)
    # Somebody has seeded torch and drawn from it: who seeds it again, even with the same seed, rewinds them.
    student.random_seed(inputs.integer(20_000, 90_000), draws=inputs.integer(3, 50))
    kept = student.random_state()
    for n, dim in ((7, 3), (1, 4), (5, 1), (1, 1)):
        first = insist_tensor(findings, student.call(exercise, seed, n, dim).value, "returns a tensor")
        seen = f"for n = {n}, dim = {dim} it is {type_text(first)}"
        findings.insist(tuple(first.shape) == (n, dim), "shape (n, dim)", "wrong_shape", seen)
        findings.insist(bool(torch.isfinite(first).all()), "returns a tensor", "not_finite", seen)
    findings.passed("returns a tensor")
    first, again = (student.call(exercise, seed, 7, 3).value for _ in range(2))
    findings.insist(_equal(first, again), "the same seed gives the same numbers", "not_repeatable")
    others = [student.call(exercise, seed + step, 7, 3).value for step in OTHER_SEEDS]
    others.append(student.call(exercise, 0, 7, 3).value)
    apart = not any(_equal(first, other) for other in others)
    findings.insist(apart, "another seed gives other numbers", "seed_ignored")
    untouched = torch.equal(student.random_state(), kept)
    findings.require(untouched, "torch's own numbers are left alone", "global_seed")
    many, more = (_many(student, findings, exercise, s) for s in (seed, seed + 1))
    _judge_distribution(many, findings)
    _judge_small(student, findings, exercise, seed)
    shared = float(torch.isin(many.float(), more.float()).double().mean())
    together = float((many * more).mean().abs())
    findings.insist(together < TOGETHER and shared < 0.05, "seeds have nothing in common", "seeds_alike")


def _judge_small(student: Student, findings: Findings, exercise: str, seed: int) -> None:
    """Means and squares of 120 small batches must vary as they do where every number is drawn by itself.

    The first sum follows χ² with 120 degrees of freedom: under 40 by chance once in 10¹¹.
    """
    few = [student.call(exercise, seed + 5000 + i, 4, 3).value for i in range(120)]
    z = torch.stack([insist_tensor(findings, f, "returns a tensor").double().reshape(12) for f in few])
    means = float((z.mean(1) ** 2 * 12).sum())
    squares = float((((z**2).sum(1) - 12) ** 2 / 24).sum())
    findings.insist(min(means, squares) > 40, "small batches vary", "standardised")


def _many(student: Student, findings: Findings, exercise: str, seed: int) -> torch.Tensor:
    many = insist_tensor(findings, student.call(exercise, seed, ROWS, COLUMNS).value, "returns a tensor")
    findings.insist(tuple(many.shape) == (ROWS, COLUMNS), "shape (n, dim)", "wrong_shape")
    return many.double()


def _equal(one: object, two: object) -> bool:
    return (
        isinstance(one, torch.Tensor)
        and isinstance(two, torch.Tensor)
        and one.shape == two.shape
        and torch.equal(one, two)
    )


def _judge_distribution(many: torch.Tensor, findings: Findings) -> None:
    # Among 80,000 float32 numbers a few hundred meet by chance; a copy, or a copy with the other sign, doubles all.
    distinct = len(many.abs().unique()) / many.numel()
    findings.insist(distinct > 0.95, "every number is drawn by itself", "rows_repeat")
    ordered = many.reshape(-1).sort().values
    below = torch.arange(1, len(ordered) + 1) / len(ordered)
    gap = float((torch.special.ndtr(ordered) - below).abs().max())
    far = float((many.abs() > 3).double().mean())
    normal = gap < WIDEST_GAP and FAR_OUT[0] < far < FAR_OUT[1]
    seen = f"their mean is {float(many.mean()):.2f}, their standard deviation {float(many.std()):.2f}"
    findings.insist(normal, "standard normal numbers", "not_normal", seen.replace("-", "−"))
