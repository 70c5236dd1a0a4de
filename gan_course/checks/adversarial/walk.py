"""Checks of the projection and of projected gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.adversarial.stand_in_models import EPS, LABELS, PICTURES, Bent, Project, put, slopes
from gan_course.checks.framework import Report, close, exercise_check, number, same_shape

_EPS = 0.2
_CENTRE = torch.tensor([[0.5, 0.5, 0.5, 0.05, 0.95, 0.05]])
_CANDIDATE = torch.tensor([[0.53, 0.8, 0.1, -0.2, 1.3, 0.19]])
_PLACES = (
    (0, "a pixel that is near enough stays"),
    (1, "a pixel too far above x comes back to x + ε"),
    (2, "a pixel too far below x comes back to x − ε"),
    (3, "a pixel below 0 becomes 0"),
    (4, "a pixel above 1 becomes 1"),
    (5, "the box stays around x at the border of the range, too"),
)


@exercise_check
def project(report: Report, answer: Callable[..., Any]) -> None:
    """Check five pixels worked by hand, and another range."""
    candidate, x = _CANDIDATE.clone(), _CENTRE.clone()
    value = report.call(answer, candidate, x, EPS)
    value = same_shape(report, value, [(1, 6)], "Each pixel is looked at by itself.")
    if not torch.equal(candidate, _CANDIDATE) or not torch.equal(x, _CENTRE):
        report.failed("what was given has changed", "Make a new tensor: the caller still needs the old one.")
        return
    wanted = put(_CANDIDATE, _CENTRE, EPS)[0]
    for i, claim in _PLACES:
        numbers = f"x = {number(_CENTRE[0, i], 2)}, candidate {number(_CANDIDATE[0, i], 2)}, ε = 0.10"
        right = report.expect(
            close(value[0, i], wanted[i], 1e-5),
            claim,
            f"{numbers}: yours {number(value[0, i], 2)}, wanted {number(wanted[i], 2)}",
            _hint(i, float(value[0, i])),
        )
        if not right:
            return
    wide = report.call(answer, 3 * _CANDIDATE - 1, 2 * _CENTRE - 1, EPS, -1.0, 1.0)
    report.expect(
        isinstance(wide, Tensor)
        and close(wide, put(3 * _CANDIDATE - 1, 2 * _CENTRE - 1, EPS, -1.0, 1.0), 1e-5),
        "keeps to the range it is given, −1 to 1 as well",
        "for pixels from −1 to 1 the result is not right",
        "The range comes as the arguments low and high; 0 and 1 are only their usual values.",
    )


def _hint(place: int, value: float) -> str:
    if place in (3, 4) and not 0 <= value <= 1:
        return "The box is kept, the range is not: what else must hold of a picture?"
    if place == 0:
        return "A point that lies in the box already is not moved by a projection."
    return "The result may differ from x, the original, by at most ε in each pixel."


@exercise_check
def pgd(report: Report, answer: Callable[..., Any]) -> None:
    """Check the random start, each step of the walk, and what is left behind."""
    model, put_back = Bent().eval(), Project()
    steps, size = 6, 0.05
    given = PICTURES.clone()
    result = report.call(answer, model, given, LABELS.clone(), _EPS, size, steps, put_back)
    result = same_shape(report, result, [tuple(PICTURES.shape)], "One attacked picture for each one given.")
    shown = [i.reshape(PICTURES.shape) for i in model.inputs if i.numel() == PICTURES.numel()]
    report.require(
        bool(shown), "the model you were handed was never asked", "Each step needs a slope: call model(...)."
    )
    looked_first = len(shown) > steps and torch.equal(shown[0], PICTURES)
    start = shown[1 if looked_first else 0]
    if not _start(report, start):
        return
    if not _steps(report, start, result.detach(), size, steps, put_back):
        return
    again = Bent().eval()
    report.call(answer, again, PICTURES.clone(), LABELS.clone(), _EPS, size, steps, Project())
    other = next(
        (i for i in again.inputs if i.shape == PICTURES.shape and not torch.equal(i, PICTURES)), PICTURES
    )
    report.expect(
        not torch.equal(other, start),
        "begins elsewhere at the next call",
        "two calls begin at the same point",
        "Restarts help only when they differ: is a seed set inside the function?",
    )
    report.expect(
        model.clean(),
        "leaves no gradients in the model's parameters",
        "leaves gradients in the model's parameters",
        "torch.autograd.grad asks for one gradient alone.",
    )
    if not model.untouched():
        report.failed("the model was left changed: weights, mode, or frozen", "Attacking is looking.")
    if not torch.equal(given, PICTURES):
        report.failed("the x that was given has changed", "Make a new tensor: the caller still needs x.")
    if result.requires_grad:
        report.failed(
            "the result still hangs on a graph",
            "Detach the present point in each step, or the graph of all steps is kept.",
        )


def _start(report: Report, start: Tensor) -> bool:
    if torch.equal(start, PICTURES):
        report.failed(
            "the walk begins at x itself",
            "Begin at a random point of the box: x plus uniform noise between −ε and ε, projected.",
        )
        return False
    inside = torch.allclose(put(start, PICTURES, _EPS), start, atol=1e-5)
    return report.expect(
        inside,
        "begins at a random point of the box",
        "the walk begins outside the box around x, or outside of 0..1",
        "The noise lies between −ε and ε, and project() brings the start into the range as well.",
    )


def _walk(
    start: Tensor,
    size: float,
    steps: int,
    back: Callable[[Tensor, Tensor], Tensor],
    step: Callable[[Tensor], Tensor] = torch.sign,
) -> Tensor:
    here = start
    for _ in range(steps):
        here = back(here + size * step(slopes(here, LABELS)), here)
    return here


def _steps(report: Report, start: Tensor, result: Tensor, size: float, steps: int, put_back: Project) -> bool:
    def in_box(candidate: Tensor, _here: Tensor) -> Tensor:
        return put(candidate, PICTURES, _EPS)

    if close(result, _walk(start, size, steps, in_box)):
        report.passed("each step follows the sign of the slope at the present point, by step_size")
        report.passed("each candidate is put back into the box around x")
        return True
    text = f"after {steps} steps the walk is not where it should be"
    teach = (
        "In each step: the slope at the present point, a move by step_size along its sign, then project()."
    )
    if close(result, _walk(start, size, steps, lambda c, here: put(c, here, _EPS))):
        text = "each step was projected around the point before it"
        teach = (
            "The box belongs to the original picture: project(candidate, x, epsilon), the same x all along."
        )
    elif float((result - PICTURES).abs().max()) > _EPS + 1e-4:
        text = f"the result is up to {number((result - PICTURES).abs().max(), 2)} away from x, but ε = 0.20"
        teach = "Every candidate has to be put back into the box around x, the last one too."
    elif close(result, _walk(start, size, steps, in_box, lambda g: -g.sign())):
        text, teach = "the walk goes down the loss", "The attack wants the loss of the true label to grow."
    elif close(result, _walk(start, _EPS, steps, in_box)):
        text, teach = "each step is ε long", "ε is the size of the box, step_size the length of a step in it."
    elif any(close(result, _walk(start, size, steps + k, in_box)) for k in (-1, 1)):
        text = f"the walk takes one step more or fewer than {steps}"
        teach = "Count by hand for steps = 1: one start, one gradient, one move."
    elif not put_back.centres:
        teach += " The project you were handed was never called."
    report.failed(text, teach)
    return False
