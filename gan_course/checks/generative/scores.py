"""Checks of the log joint of naive Bayes and of Bayes' rule in log space."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number, same_shape
from gan_course.checks.generative.parts import expect_entry

_X = torch.tensor([[1.0, -1.0, 2.0], [0.5, 2.0, 0.0]])
_PRIORS = torch.tensor([0.75, 0.25])
_MEANS = torch.tensor([[0.0, 0.0, 1.0], [2.0, 1.0, -1.0]])
_VARIANCES = torch.tensor([[1.0, 4.0, 0.25], [0.5, 2.0, 3.0]])
_WANTED = torch.tensor([[-5.6695, -8.1924], [-5.6695, -7.3591]])
_SCORE_SHAPE = "One number for each row and each class: shape (N, K)."

# The log joint of the first row with class 1 is −8.1924; what another number tells.
_LOG_JOINT_SIGNS = (
    (-6.8061, "The prior is missing: this is log p(x | y), not log p(x, y)."),
    (-6.5561, "The prior is added as it is. In a sum of logarithms it needs its logarithm, too."),
    (-5.4356, "The constants 2π are missing. They cancel in the posterior, not in a density."),
    (-4.8863, "The term −½ log(2πσ²) is missing: a wide Gaussian is lower everywhere."),
    (-9.9223, "The variance is used as if it were the standard deviation. Which of the two is asked for?"),
    (-9.4118, "The squared deviation is divided by the standard deviation. The formula has the variance."),
    (-3.6550, "A mean over the features was taken. Independent features multiply, so logarithms add."),
    (8.1924, "The sign is turned round: a log joint of small densities is negative."),
    (0.0003, "That is the joint itself. Its logarithm is asked, and must not be taken of the product."),
    (0.0011, "That is a density, p(x | y). The logarithm of the joint is asked."),
    (-11.6924, "The factor ½ in front of the squared deviation is missing."),
    (-1.1924, "The squared deviation is added; a Gaussian falls away from its mean."),
    (-11.4985, "The factor ½ in front of log(2πσ²) is missing."),
    (-2.6001, "That is the posterior's logarithm: p(x) has been divided away. Asked is the joint."),
    (-10.9650, "The prior is counted once for each feature. It belongs to the row, once."),
    (-3.6924, "The deviation is not squared."),
)


@exercise_check
def log_joint(report: Report, answer: Callable[..., Any]) -> None:
    """Check the log joint for one feature by hand, for three features, and for 300 features."""
    one = report.call(
        answer, torch.zeros(1, 1), torch.tensor([0.5, 0.5]), torch.zeros(2, 1), torch.ones(2, 1)
    )
    one = same_shape(report, one, [(1, 2)], _SCORE_SHAPE)
    value = report.call(answer, _X.clone(), _PRIORS.clone(), _MEANS.clone(), _VARIANCES.clone())
    value = same_shape(report, value, [(2, 2)], _SCORE_SHAPE)
    report.passed("one number for each row and each class")
    right = expect_entry(
        report,
        value[0, 1],
        -8.1924,
        "three features of one row, class 1",
        _LOG_JOINT_SIGNS,
        "Compare with the formula, term by term: the prior once, then two terms for each feature.",
    )
    if not right:
        return
    expect_entry(report, one[0, 0], -1.6121, "one feature at its mean, σ² = 1, π = 1/2", (), "")
    report.expect(
        close(value, _WANTED),
        "two rows, two classes",
        f"second row, first class: yours {number(value[1, 0])}, wanted {number(_WANTED[1, 0])}",
        "Every row meets every class: is each in its own place?",
    )
    many = report.call(
        answer, torch.full((1, 300), 3.0), torch.tensor([0.5, 0.5]), torch.zeros(2, 300), torch.ones(2, 300)
    )
    many = same_shape(report, many, [(1, 2)], _SCORE_SHAPE)
    wanted = -0.5 * 300 * (9 + math.log(2 * math.pi)) + math.log(0.5)
    report.expect(
        close(many, torch.full((1, 2), wanted), 0.5),
        "300 features, none of them likely: still a number",
        f"300 features, each 3σ away: yours {number(many[0, 0], 1)}, wanted {number(wanted, 1)}",
        "A product of 300 densities is 0 to a computer, and its logarithm −∞. "
        "Take the logarithm of each factor first: then it is a sum.",
    )
    far = report.call(
        answer, torch.tensor([[40.0]]), torch.tensor([0.5, 0.5]), torch.zeros(2, 1), torch.ones(2, 1)
    )
    report.expect(
        close(far, torch.full((1, 2), -801.6121), 0.05),
        "one feature 40 standard deviations away: still a number",
        f"one feature 40σ away: yours {number(far.reshape(-1)[0], 1)}, wanted −801.6",
        "e^(−800) is 0 to a computer. The logarithm of the density can be written without any exponential.",
    )


_SCORES = torch.tensor([[0.0, math.log(3.0)], [1.0, 1.0], [-2.0, -2.0 + math.log(9.0)]])
_POSTERIOR = torch.tensor([[0.25, 0.75], [0.5, 0.5], [0.1, 0.9]])
_POSTERIOR_SIGNS = (
    (3.0, "That is the joint, e^s. It is not normalised: a row of posteriors adds up to 1."),
    (0.5227, "The columns add up to 1, not the rows. Along which dimension do the classes lie?"),
    (-0.2877, "That is the posterior's logarithm. The exercise asks for the probability itself."),
    (1.0, "That is the verdict or a comparison with the best class, not its probability."),
    (1.0986, "That is the score itself, unchanged."),
    (0.6, "The scores, or a squashed version of them, are divided by their sum. Which function undoes log?"),
)


@exercise_check
def posterior(report: Report, answer: Callable[..., Any]) -> None:
    """Check posteriors of small scores by hand, of scores near −2000, and of rows of different size."""
    value = report.call(answer, _SCORES.clone())
    value = same_shape(report, value, [(3, 2)], "The shape of the scores: one probability for each of them.")
    report.passed("has the shape of the scores")
    right = expect_entry(
        report,
        value[0, 1],
        0.75,
        "scores (0, log 3), second class",
        _POSTERIOR_SIGNS,
        "e^0 = 1 and e^(log 3) = 3. Which share of the sum has each?",
    )
    if not right:
        return
    report.expect(
        close(value, _POSTERIOR),
        "every row adds up to 1",
        f"the rows add up to {', '.join(number(v) for v in value.sum(1))}, or are divided wrongly",
        "Each row is normalised by itself.",
    )
    shifts = torch.tensor([[-2000.0], [-500.0], [300.0]])
    far = report.call(answer, _SCORES + shifts)
    far = same_shape(report, far, [(3, 2)], "The shape of the scores.")
    report.expect(
        close(far, _POSTERIOR, 2e-3),
        "the same for scores near −2000, −500 and +300, side by side",
        f"near −2000: yours {number(far[0, 1])}, wanted 0.75; near 300: {number(far[2, 1])}, wanted 0.9",
        "e^(−2000) is 0 to a computer, and e^300 is infinite. Adding a number to all scores of a row changes "
        "nothing: which number makes the largest one harmless, in every row?",
    )
    three = report.call(answer, torch.tensor([[-400.0, math.log(1.0), math.log(3.0)]]))
    three = same_shape(report, three, [(1, 3)], "The shape of the scores.")
    report.expect(
        close(three, torch.tensor([[0.0, 0.25, 0.75]])),
        "three classes, one of them hopeless",
        f"(−400, 0, log 3): yours {', '.join(number(v) for v in three[0])}, wanted 0, 1/4, 3/4",
        "Any number of classes may come, and their scores may lie far apart within a row.",
    )
