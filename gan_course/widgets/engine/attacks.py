"""The two standard attacks, for a widget that has not been given the student's own.

Shapes: N pictures x (N, ...), labels y (N,).
"""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_course.ready_made import ready_made

Model = Callable[[Tensor], Tensor]
Attack = Callable[..., Tensor]


def _slope(model: Model, x: Tensor, y: Tensor) -> Tensor:
    x = x.detach().requires_grad_(True)
    with torch.enable_grad():
        loss = F.cross_entropy(model(x), y)
    (slope,) = torch.autograd.grad(loss, x)
    return slope


@ready_made
def fgsm(
    model: Model,
    x: Tensor,
    y: Tensor,
    epsilon: float,
    targeted: bool = False,
    low: float = 0.0,
    high: float = 1.0,
) -> Tensor:
    """X + ε·sign(∇ₓ loss), minus for a target; kept within low..high (Goodfellow et al. 2015).

    Args:
        model: maps pictures to logits (N, K).
        x: pictures, values within low..high.
        y: true labels, or the wished-for ones when targeted.
        epsilon: largest change of a pixel.
        targeted: move towards y instead of away from it.
        low: lowest pixel value.
        high: highest pixel value.

    Returns:
        Pictures of the shape of x.
    """
    step = epsilon * _slope(model, x, y).sign()
    return (x - step if targeted else x + step).clamp(low, high).detach()


@ready_made
def pgd(
    model: Model,
    x: Tensor,
    y: Tensor,
    epsilon: float,
    targeted: bool = False,
    low: float = 0.0,
    high: float = 1.0,
    steps: int = 10,
) -> Tensor:
    """Small sign steps, each put back into the ε-box around x, from a random start (Madry et al. 2018).

    Args:
        model: maps pictures to logits (N, K).
        x: pictures, values within low..high.
        y: true labels, or the wished-for ones when targeted.
        epsilon: largest change of a pixel.
        targeted: move towards y instead of away from it.
        low: lowest pixel value.
        high: highest pixel value.
        steps: how many steps of size 2.5·ε/steps.

    Returns:
        Pictures of the shape of x.
    """
    start = torch.rand(x.shape, generator=torch.Generator().manual_seed(0)) * 2 - 1  # the same each time
    now = (x + epsilon * start.to(x.device)).clamp(low, high)
    for _ in range(steps):
        step = 2.5 * epsilon / steps * _slope(model, now, y).sign()
        now = now - step if targeted else now + step
        now = torch.minimum(torch.maximum(now, x - epsilon), x + epsilon).clamp(low, high)
    return now.detach()


ATTACKS: dict[str, Attack] = {"FGSM": fgsm, "PGD": pgd}
