"""Check of the logistic loss and its gradient."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number
from gan_course.checks.generative.parts import expect_entry, named_parts

_WEIGHTS = torch.tensor([[0.5, -1.0], [1.0, 0.5], [-0.5, 0.0]])
_BIAS = torch.tensor([0.2, -0.3, 0.1])
_X = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.0, -2.0], [3.0, 1.0]])
_Y = torch.tensor([1, 0, 2, 0])
_SHAPES = {"loss": (), "weights_gradient": (3, 2), "bias_gradient": (3,)}

_LOSS_SIGNS = (
    (6.7528, "The rows were summed. An average over the rows is asked."),
    (-1.6882, "That is the mean log-likelihood. What is minimised must fall when it rises."),
    (-0.3015, "The logarithm is missing: this is built from the probabilities of the labels."),
    (1.9995, "The columns were normalised. The probabilities of one row, over all classes, add up to 1."),
    (2.6211, "Each class is judged by a sigmoid of its own. The classes compete: use softmax."),
    (0.8737, "Each class is judged by a sigmoid of its own. The classes compete: use softmax."),
    (0.5627, "The mean is taken over rows and classes. The formula divides by the number of rows alone."),
    (1.8108, "The bias is missing in the scores."),
    (1.1990, "Softmax was applied twice. Some functions take scores and apply it by themselves."),
    (-0.4250, "Only the label's score counts here. The first term, log Σ e^a, is missing."),
    (5.7771, "All classes' logarithms are added. Only that of the label counts."),
    (1.1170, "That is a squared error. The likelihood asks for a logarithm."),
)
_SLOPE_SIGNS = (
    (2.4665, "The rows were summed. The gradient of an average is an average."),
    (-0.6166, "The sign is turned round: the gradient is prediction minus truth, and points uphill."),
    (0.8666, "The truth was not subtracted from the prediction."),
)


@exercise_check
def logistic_loss(report: Report, answer: Callable[..., Any]) -> None:
    """Check the loss and both gradients for four rows, at zero, and for scores of ±200."""
    value = report.call(answer, _WEIGHTS.clone(), _BIAS.clone(), _X.clone(), _Y.clone())
    loss, slope_w, slope_b = named_parts(report, value, _SHAPES)
    fallback = "Work it by hand for one row: log Σ e^a minus the label's own a."
    right = expect_entry(report, loss, 1.6882, "loss of four rows", _LOSS_SIGNS, fallback)
    fallback = "Error of a class (prediction minus truth) times the feature, averaged over the rows."
    right &= expect_entry(
        report, slope_w[1, 0], 0.6166, "slope in the first weight of class 1", _SLOPE_SIGNS, fallback
    )
    if not right:
        return
    report.expect(
        close(slope_w, torch.tensor([[-0.4759, -0.7473], [0.6166, 0.1590], [-0.1408, 0.5883]])),
        "slopes in all weights",
        f"slope in the second weight of class 2: yours {number(slope_w[2, 1])}, wanted 0.5883",
        "Every class has its own error, and every weight its own feature.",
    )
    report.expect(
        close(slope_b, torch.tensor([-0.2108, 0.2321, -0.0212])),
        "slopes in all biases",
        f"slope in the bias of class 1: yours {number(slope_b[1])}, wanted 0.2321",
        "The bias enters the score with a factor 1 where the weight has x. The average over rows stays.",
    )
    start, _, _ = report.call(answer, torch.zeros(3, 2), torch.zeros(3), _X.clone(), _Y.clone())
    expect_entry(
        report,
        torch.as_tensor(start),
        math.log(3),
        "all parameters 0, three classes: log 3",
        (),
        "Every class gets 1/3.",
    )
    _large(report, answer)


def _large(report: Report, answer: Callable[..., Any]) -> None:
    # No row has the last class: its gradient has a row all the same.
    weights, x = torch.tensor([[200.0], [-200.0], [0.0]]), torch.tensor([[1.0], [1.0]])
    value = report.call(answer, weights, torch.zeros(3), x, torch.tensor([0, 1]))
    loss, slope = torch.as_tensor(value[0]).detach(), torch.as_tensor(value[1]).detach()
    report.expect(
        close(loss.reshape(()), 200.0, 0.1) and bool(torch.isfinite(slope).all()),
        "exact at scores of ±200: 400 for a hopeless mistake",
        f"scores of ±200, one row right and one wrong: yours {number(loss.reshape(()), 2)}, wanted 200.00",
        "The probability of the wrong label is rounded to 0 before its logarithm is taken. "
        "Is there a function that goes from scores to logarithms of probabilities directly?",
    )
