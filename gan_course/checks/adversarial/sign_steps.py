"""Checks of the fast gradient sign method, away from the true label and towards another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.adversarial.stand_in_models import EPS, LABELS, PICTURES, TARGETS, Bent, slopes
from gan_course.checks.framework import Report, close, exercise_check, number, same_shape


@exercise_check
def fgsm(report: Report, answer: Callable[..., Any]) -> None:
    """Check the attacked pictures of a linear classifier, two ranges, and what is left behind."""
    _sign_step(report, answer, LABELS, 1.0, "the loss of the true label")


@exercise_check
def targeted_fgsm(report: Report, answer: Callable[..., Any]) -> None:
    """Check that the step goes towards the target, in two ranges, and what is left behind."""
    _sign_step(report, answer, TARGETS, -1.0, "the loss of the target")


def _sign_step(report: Report, answer: Callable[..., Any], y: Tensor, direction: float, what: str) -> None:
    model = Bent().eval()
    x = PICTURES.clone()
    attacked = report.call(answer, model, x, y.clone(), EPS)
    attacked = same_shape(
        report, attacked, [tuple(PICTURES.shape)], "One attacked picture for each one given."
    )
    step = EPS * slopes(PICTURES, y).sign()
    if not _moved(report, attacked.detach(), direction * step, y, what):
        return
    wide = report.call(answer, Bent().eval(), 2 * PICTURES - 1, y.clone(), EPS, -1.0, 1.0)
    wanted = (2 * PICTURES - 1 + direction * EPS * slopes(2 * PICTURES - 1, y).sign()).clamp(-1, 1)
    report.expect(
        isinstance(wide, Tensor) and close(wide, wanted),
        "keeps to the range it is given, −1 to 1 as well",
        "for pixels from −1 to 1 the result is not right",
        "The range comes as the arguments low and high; 0 and 1 are only their usual values.",
    )
    _idle(report, answer, y)
    _left_behind(report, model, x, attacked)


def _moved(report: Report, attacked: Tensor, step: Tensor, y: Tensor, what: str) -> bool:
    uphill = step[0, 0, 0, 0] * slopes(PICTURES, y)[0, 0, 0, 0] > 0
    goes, other = ("grows", "falls") if uphill else ("falls", "grows")
    if close(attacked, (PICTURES + step).clamp(0, 1)):
        report.passed(f"every pixel moves by ε = 0.1, so that {what} {goes}")
        report.passed("stays a picture: no pixel below 0 or above 1")
        return True
    change = attacked - PICTURES
    if close(attacked, PICTURES + step):
        text, teach = (
            f"pixels from {number(attacked.min(), 2)} to {number(attacked.max(), 2)}, wanted 0 to 1",
            "A pixel darker than black is no picture. Bring the result back into low..high.",
        )
    elif close(attacked, (PICTURES - step).clamp(0, 1)) or close(attacked, PICTURES - step):
        text = f"your step makes sure that {what} {other}"
        teach = f"It should be one after which {what} {goes}: which way does the gradient point?"
    elif close(attacked, step) or close(attacked, step.clamp(0, 1)):
        text, teach = "you return the perturbation alone", "The attacked picture is x plus the perturbation."
    elif not bool(change.any()):
        text, teach = "the picture did not change", "What becomes of the gradient after you have it?"
    elif float((change.abs() - EPS).abs()[0].max()) > 1e-3:
        text = f"the first picture's pixels move by {_listed(change[0].abs())}, wanted 0.100 each"
        teach = "Only the sign of each slope counts, times ε: every pixel uses all that the box allows."
    else:
        text = "some pixels move the wrong way"
        teach = (
            "J is the cross-entropy of the model's logits and the label given. Is it that label, are it "
            "logits, and is the gradient the one of x?"
        )
    report.failed(text, teach)
    return False


def _listed(values: Tensor) -> str:
    return ", ".join(number(v, 3) for v in values.flatten())


def _idle(report: Report, answer: Callable[..., Any], y: Tensor) -> None:
    attacked = report.call(answer, Bent(idle=True).eval(), PICTURES.clone(), y.clone(), EPS)
    near = isinstance(attacked, Tensor) and bool(((attacked - PICTURES).abs() <= EPS + 1e-5).all())
    report.expect(
        near,
        "a pixel without influence does no harm",
        "a pixel whose slope is exactly 0 became nan, or moved too far",
        "g / |g| is 0/0 there. The sign of 0 is 0.",
    )


def _left_behind(report: Report, model: Bent, x: Tensor, attacked: Tensor) -> None:
    report.expect(
        model.clean(),
        "leaves no gradients in the model's parameters",
        "leaves gradients in the model's parameters",
        "backward() fills every .grad on its way, and the next training step would use them. "
        "torch.autograd.grad(loss, x) asks for one gradient alone.",
    )
    if not torch.equal(x.detach(), PICTURES):
        report.failed("the x that was given has changed", "Make a new tensor: the caller still needs x.")
    if attacked.requires_grad:
        report.failed(
            "the result still hangs on a graph",
            "An attacked picture is data: .detach() it before you return.",
        )
    if not model.untouched():
        report.failed(
            "the model was left changed: weights, mode, or frozen",
            "Attacking is looking. It came in evaluation mode, trainable, and so it should go.",
        )
