"""Checks of binary cross-entropy, from probabilities and from logits."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import (
    Report,
    close,
    exercise_check,
    number,
    one_number,
    scalar_with_gradient,
)
from gan_course.checks.information.compare import NO_LOGARITHM, expect_number
from gan_course.checks.kept import expect_kept
from gan_course.checks.pictures import Curve, draw_curves

_PROBABILITIES = torch.tensor([0.9, 0.2, 0.6, 0.4, 0.75])
_LABELS = torch.tensor([1.0, 0.0, 1.0, 1.0, 0.0])
_SUMMED = "The terms were summed. A batch repeated twice would count double; the formula has 1/N in front."
_LIKELIHOOD = "That is the likelihood, a product, which is 0 to a computer for a few hundred samples."
_SWAPPED = "Labels and terms have changed places: which logarithm counts for a 1?"
_ONE_TERM = "Only one kind of label counts here. Put y = 0 and y = 1 into the formula: which term is left?"

# BCE of _PROBABILITIES is 0.6284; what another number tells.
_P_SIGNS = (
    (-0.6284, "That is the mean log-likelihood. What is minimised must fall when it rises."),
    (3.1419, _SUMMED),
    (1.1254, _SWAPPED),
    (0.3065, _ONE_TERM),
    (0.3219, _ONE_TERM),
    (0.5108, "The mean is taken over the samples of label 1 alone."),
    (1.3155, "Each label has a mean of its own here. The formula has one 1/N for all samples."),
    (0.9066, "That is the value in bits; the natural logarithm is asked."),
    (0.6453, "It looks as if σ was applied: what comes in here is a probability already."),
    (0.2265, "That is a mean square. The likelihood asks for logarithms."),
    (0.41, "That is a mean distance. The likelihood asks for logarithms."),
    (-0.0154, "One of the two terms has the wrong sign: both are logarithms of probabilities."),
    (-0.0432, _LIKELIHOOD),
    (-0.59, "A logarithm is missing: this is the mean probability of the right label."),
    (0.0432, _LIKELIHOOD),
)


@exercise_check
def bce_from_probabilities(report: Report, answer: Callable[..., Any]) -> None:
    """Check binary cross-entropy of five probabilities, at 1/2, in mixed shapes and its slope."""
    p = _PROBABILITIES.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, p, _LABELS.clone()))
    fallback = "Work it by hand for one sample: p = 0.9 and y = 1 cost −log 0.9 = 0.105."
    if not expect_number(report, loss, 0.6284, "value on 5 probabilities", _P_SIGNS, fallback):
        return
    coin = one_number(report, report.call(answer, torch.full((4,), 0.5), torch.tensor([1.0, 0.0, 0.0, 1.0])))
    expect_number(report, coin, 0.6931, "a coin toss costs log 2", (), "Every sample costs −log(1/2).")
    _mixed_shapes(report, answer, _PROBABILITIES, _LABELS, 0.6284)
    if loss.requires_grad:
        (slope,) = torch.autograd.grad(loss, [p])
        wanted = -(_LABELS / _PROBABILITIES - (1 - _LABELS) / (1 - _PROBABILITIES)) / 5
        report.expect(
            close(slope, wanted),
            "its slope pushes each probability towards its label",
            f"slope at p = 0.9 with label 1: yours {number(slope[0])}, wanted {number(wanted[0])}",
            "Is every probability in the graph, and each with its own label?",
        )
    expect_kept(report, answer, _PROBABILITIES, _LABELS)


_LOGITS = torch.tensor([2.0, -1.0, 0.5, -3.0, 2.5])
_LOGIT_LABELS = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])
# Without 0, where max(a, 0) and |a| have a corner and right answers disagree on the slope.
_GRID = torch.linspace(-6, 6, 48)

# BCE of _LOGITS is 0.9083; what another number tells.
_A_SIGNS = (
    (-0.9083, "That is the mean log-likelihood. What is minimised must fall when it rises."),
    (4.5417, _SUMMED),
    (1.3083, _SWAPPED),
    (0.6509, _ONE_TERM),
    (0.2575, _ONE_TERM),
    (1.5083, "The label's part has the wrong sign: put a = 200 and y = 1 into your formula."),
    (-0.0917, "Your loss can be negative: log(1 + e^a) needs max(a, 0) beside log(1 + e^(−|a|))."),
    (1.2083, "The part that tells the labels apart is missing: this is the loss as if all labels were 0."),
    (1.7285, "Each label has a mean of its own here. The formula has one 1/N for all samples."),
    (1.3105, "That is the value in bits; the natural logarithm is asked."),
    (0.6479, "It looks as if σ was applied twice. Some functions take logits and apply it by themselves."),
    (0.2774, "That is a mean square. The likelihood asks for logarithms."),
    (1.7083, "Some e^(−a) grows where e^(−|a|) would not: compare both for a = −3."),
)


@exercise_check
def bce_from_logits(report: Report, answer: Callable[..., Any]) -> None:
    """Check the loss of five logits, in mixed shapes, at ±200, and its slope in every logit."""
    logits = _LOGITS.clone().requires_grad_()
    loss = scalar_with_gradient(report, report.call(answer, logits, _LOGIT_LABELS.clone()))
    fallback = "Work it by hand for one sample: a = 2 and y = 1 cost −log σ(2) = 0.127."
    if not expect_number(report, loss, 0.9083, "value on 5 logits", _A_SIGNS, fallback, NO_LOGARITHM):
        return
    _mixed_shapes(report, answer, _LOGITS, _LOGIT_LABELS, 0.9083)
    _large(report, answer)
    if loss.requires_grad:
        _slopes(report, answer)


def _mixed_shapes(
    report: Report, answer: Callable[..., Any], values: Tensor, labels: Tensor, wanted: float
) -> None:
    n = len(values)
    cases = ((values.reshape(n, 1), labels), (values, labels.reshape(n, 1)))
    for given, y in cases:
        loss = one_number(report, report.call(answer, given.clone(), y.clone()))
        if not close(loss, wanted):
            report.failed(
                f"shape {tuple(given.shape)} with labels of shape {tuple(y.shape)}: yours {number(loss)}, "
                f"wanted {number(wanted)} as before",
                "(N, 1) meets (N,), and torch makes an N×N table in which every sample meets every label. "
                "Which line could give both one shape?",
            )
            return
    report.passed("one of shape (N, 1) and one of shape (N,) give the same")


def _large(report: Report, answer: Callable[..., Any]) -> None:
    """Two hopeless mistakes cost 200 each; two right answers cost nothing."""
    logits = torch.tensor([200.0, -200.0, 200.0, -200.0], requires_grad=True)
    loss = one_number(report, report.call(answer, logits, torch.tensor([0.0, 1.0, 1.0, 0.0])))
    finite = math.isfinite(loss.item())
    if finite and loss.requires_grad:
        (slope,) = torch.autograd.grad(loss, [logits])
        finite = bool(torch.isfinite(slope).all())
    if not finite:
        report.failed(
            f"at logits of ±200: yours {number(loss)}, or its slope, is not finite",
            "σ(200) is rounded to 1, and log(1 − 1) is −∞. Look for a function that takes a and forms no σ.",
        )
        return
    report.expect(
        close(loss, 100.0, 0.01),
        "exact at logits of ±200: 200 for a hopeless mistake, 0 for a right answer",
        f"at logits of ±200, two right and two wrong: yours {number(loss, 2)}, wanted 100.00",
        "Clipping keeps the loss finite and flattens it, so the worst mistakes teach nothing. "
        "For large a, what does log(1 + e^a) come to?",
    )


def _slopes(report: Report, answer: Callable[..., Any]) -> None:
    curves = []
    for label in (1.0, 0.0):
        logits = _GRID.clone().requires_grad_()
        loss = one_number(report, report.call(answer, logits, torch.full_like(_GRID, label)))
        (slope,) = torch.autograd.grad(loss, [logits])
        yours, wanted = slope * len(_GRID), torch.sigmoid(_GRID) - label
        curves.append(Curve(f"label {label:.0f}", _GRID, yours, wanted))
        i = int((_GRID + 2).abs().argmin())
        report.expect(
            close(yours, wanted),
            f"slope σ(a) − {label:.0f} in every logit of label {label:.0f}",
            f"slope at logit {number(_GRID[i], 1)} with label {label:.0f}: "
            f"yours {number(yours[i])}, wanted {number(wanted[i])}",
            "Downhill must move σ(a) towards the label, hardest where it is furthest away.",
        )
    draw_curves(curves, "logit a", "slope of the loss")
