"""Check of the push on a generated point, on a parabola and on a plane worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, exercise_check, number, same_shape
from gan_course.checks.stand_ins import linear
from gan_course.checks.wasserstein.left_alone import ready, unchanged

_X = torch.tensor([[1.0, 0.0], [0.0, -2.0], [2.0, 1.0], [-1.0, 1.0]])
_A = torch.tensor([3.0, -1.0])  # slope of the plane D(x) = 3x₁ − x₂ + 2


def _loss(values: Tensor) -> Tensor:
    return (values**2).mean() / 2


# D·∇D at each point: (D(x))·(3, −1), with a minus sign.
_WANTED = -((_X @ _A + 2.0)[:, None] * _A)


@exercise_check
def push(report: Report, answer: Callable[..., Any]) -> None:
    """Check −N ∂loss/∂x on a plane, for another batch size, and for images."""
    plane = linear([[3.0, -1.0]], [2.0])
    force = same_shape(
        report,
        report.call(answer, plane, _X.clone(), _loss),
        [(4, 2)],
        "A push is a direction: one number for every coordinate of every sample.",
    )
    _first(report, force)
    one = same_shape(
        report, report.call(answer, plane, _X[:1].clone(), _loss), [(1, 2)], "One sample, one push."
    )
    report.expect(
        close(one, _WANTED[:1]),
        "the push of a sample does not depend on how many others there are",
        f"the first sample alone: yours {_pair(one[0])}, wanted {_pair(_WANTED[0])}",
        "The loss is a mean, which gives each of N samples a share of 1/N. Undo it, with the N that came in.",
    )
    _images(report, answer)
    unchanged(report, answer, plane, _X, _loss)
    ready(report, plane)


def _first(report: Report, force: Tensor) -> None:
    teach = "Chain rule by hand: the loss's slope in D's value, times D's slope in x."
    if close(force, -_WANTED):
        teach = "Yours points up the loss. G goes down: which sign does the push have?"
    elif close(force, _WANTED / 4):
        teach = (
            "A quarter of what is wanted: with N = 4, the mean in the loss gives each sample a share of 1/4."
        )
    elif close(force, -_WANTED / 4):
        teach = "Yours points up the loss, and the share of 1/N is still in it."
    elif close(force, torch.zeros(4, 2)):
        teach = "Nothing arrives at x. Was the graph cut between x and the loss?"
    elif close(force, _A.expand(4, 2)) or close(force, -_A.expand(4, 2)):
        teach = "This is D's own slope. The loss stands between: it decides how strong the push is."
    report.expect(
        close(force, _WANTED),
        "push on a plane as worked by hand",
        f"first of 4 samples: yours {_pair(force[0])}, wanted {_pair(_WANTED[0])}",
        teach,
    )


def _images(report: Report, answer: Callable[..., Any]) -> None:
    x = torch.arange(12.0).reshape(3, 1, 2, 2)
    critic = nn.Sequential(nn.Flatten(), linear([[1.0, -1.0, 2.0, 0.5]], [0.0]))
    force = same_shape(
        report, report.call(answer, critic, x, lambda v: -v.mean()), [(3, 1, 2, 2)], "Images in, images out."
    )
    wanted = torch.tensor([1.0, -1.0, 2.0, 0.5]).reshape(1, 1, 2, 2).expand(3, 1, 2, 2)
    report.expect(
        close(force, wanted),
        "works for images as well",
        f"first pixel of an image: yours {number(force[0, 0, 0, 0])}, wanted {number(wanted[0, 0, 0, 0])}",
        "N is the number of samples, the first number of the shape, not the number of pixels.",
    )


def _pair(row: Tensor) -> str:
    return "(" + ", ".join(number(v, 2) for v in row) + ")"
