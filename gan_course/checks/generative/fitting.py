"""Checks of counting: probabilities from a table, priors and Gaussians from labelled rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number
from gan_course.checks.generative.parts import expect_entry, named_parts

_COUNTS = torch.tensor([[3.0, 1.0], [2.0, 4.0], [0.0, 10.0]])
_JOINT_SIGNS = (
    (
        3.0,
        "That is the count itself. A joint probability is a share of all 20, and the table adds up to 1.",
    ),
    (0.75, "That is a share of the row, which is P(y | x). The joint is a share of all."),
    (0.6, "That is a share of the column, which is P(x | y). The joint is a share of all."),
    (
        0.05,
        "That is P(x)·P(y), as if the two had nothing to do with each other. Count how often both happen.",
    ),
    (0.5, "A mean was taken where a total is needed: the whole table must add up to 1."),
)
_CONDITIONAL_SIGNS = (
    (0.15, "That is the joint, a share of all. Given x, only the row of that x counts, and it adds up to 1."),
    (0.6, "That is P(x | y): the column adds up to 1. Given x, it is the row that must."),
    (1.25, "That is P(y)/P(x), and no probability. The bar is not a division: divide the joint by P(x)."),
    (0.25, "That is P(y), whatever x is. Given x, only the row of that x counts."),
    (3.0, "That is the count itself: a row of probabilities adds up to 1."),
)


@exercise_check
def from_counts(report: Report, answer: Callable[..., Any]) -> None:
    """Check P(x, y) and P(y | x) of 20 boats counted by hand."""
    value = report.call(answer, _COUNTS.clone())
    joint, conditional = named_parts(report, value, {"joint": (3, 2), "conditional": (3, 2)})
    if close(joint[0, 0], 0.75) and close(conditional[0, 0], 0.15):
        report.failed("joint and conditional have changed places", "First the joint, then the conditional.")
        return
    where = "3 of 20 boats, in a row of 4"
    right = expect_entry(
        report, joint[0, 0], 0.15, f"P(x, y) for {where}", _JOINT_SIGNS, "Which share of all boats is that?"
    )
    fallback = "Which share of the boats in its row is that?"
    right &= expect_entry(
        report, conditional[0, 0], 0.75, f"P(y | x) for {where}", _CONDITIONAL_SIGNS, fallback
    )
    if not right:
        return
    report.expect(
        close(joint, _COUNTS / 20),
        "all joint probabilities add up to 1",
        f"the joint probabilities add up to {number(joint.sum())}, wanted 1",
        "One entry is right, others are not. What do you divide by?",
    )
    report.expect(
        close(conditional, torch.tensor([[0.75, 0.25], [1 / 3, 2 / 3], [0.0, 1.0]])),
        "each row of P(y | x) adds up to 1",
        f"the rows of P(y | x) add up to {', '.join(number(v) for v in conditional.sum(1))}, wanted 1 each",
        "The first row is right, others are not. Each row has a sum of its own.",
    )
    value = report.call(answer, torch.tensor([[1.0, 1.0, 2.0, 4.0]]))
    shapes = {"joint": (1, 4), "conditional": (1, 4)}
    named_parts(report, value, shapes, claim="works on tables of any shape")


_X = torch.tensor([[1.0, 1.0], [0.0, 1.0], [7.0, 7.0], [5.0, 0.0], [6.0, 3.0], [3.0, 2.0]])
_Y = torch.tensor([1, 0, 2, 1, 0, 1])
_THREE = "1, 5 and 3, the first feature of class 1"
_PRIOR_SIGNS = (
    (3.0, "That is a count. The prior is a share: all priors add up to 1."),
    (0.3333, "That is 1/K, as if all classes were equally frequent. Half of the rows are of class 1."),
)
_MEAN_SIGNS = (
    (3.6667, "That is the mean of all rows. Each class has a mean of its own."),
    (1.5, "The sum of the class is divided by the number of all rows. Its own mean divides by N_k."),
    (9.0, "That is the sum over the class; something is left to be divided by."),
)
_VARIANCE_SIGNS = (
    (4.0, "That divides by N_k − 1. The formula of maximum likelihood divides by N_k."),
    (1.6330, "That is the standard deviation; the variance is its square."),
    (2.0, "That is a standard deviation, and with N_k − 1; the variance divides the squares by N_k."),
    (8.0, "That is the sum of squared deviations; it is divided by N_k."),
    (1.3333, "The class's squared deviations are divided by the number of all rows. Divide by N_k."),
    (4.3333, "That is one variance for all classes. Pooled like this, no class can be wider than another."),
    (6.5556, "That is the variance of all rows around one mean. Each class spreads around its own."),
    (3.1111, "The deviations are taken from the mean of all rows, not from the class's own."),
    (11.6667, "That is the mean of the squares: the mean was not subtracted first."),
)


@exercise_check
def fit_classes(report: Report, answer: Callable[..., Any]) -> None:
    """Check priors, means and variances of six points in three classes."""
    value = report.call(answer, _X.clone(), _Y.clone(), 3)
    shapes = {"priors": (3,), "means": (3, 2), "variances": (3, 2)}
    priors, means, variances = named_parts(report, value, shapes)
    right = expect_entry(
        report,
        priors[1],
        0.5,
        "prior of class 1, 3 of 6 rows",
        _PRIOR_SIGNS,
        "Which share of the rows is it?",
    )
    right &= expect_entry(
        report,
        means[1, 0],
        3.0,
        f"mean of {_THREE}",
        _MEAN_SIGNS,
        "Pick the rows of the class, then average.",
    )
    fallback = "Squared deviations from the class's own mean, averaged."
    right &= expect_entry(report, variances[1, 0], 8 / 3, f"variance of {_THREE}", _VARIANCE_SIGNS, fallback)
    if not right:
        return
    report.expect(
        close(variances[2], torch.zeros(2)),
        "a class with a single row has variance 0",
        f"variance of a class with a single row: yours {number(variances[2, 0])}, wanted 0",
        "A single row does not deviate from its own mean.",
    )
    rest = close(priors, torch.tensor([1 / 3, 1 / 2, 1 / 6])) and close(
        torch.cat([means, variances]),
        torch.tensor([[3.0, 2.0], [3.0, 1.0], [7.0, 7.0], [9.0, 1.0], [8 / 3, 2 / 3], [0.0, 0.0]]),
    )
    report.expect(
        rest,
        "all three classes and both features",
        "class 1 is right in its first feature, others are not",
        "Each class and each feature has numbers of its own, in the order of the class numbers.",
    )
