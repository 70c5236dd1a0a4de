"""Penalties added to D's loss, and where their gradients are taken.

A penalty is any function ``(discriminator, real, fake) -> scalar``; these two are the usual ones.
Shapes: N samples of any shape; a norm is taken over all numbers of one sample, never over the batch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from gan_course.ready_made import ready_made

Penalty = Callable[[Callable[[Tensor], Tensor], Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class R1:
    """Half the squared slope of D at real samples, times a weight (Mescheder et al., 2018, equation 9).

    Attributes:
        weight: γ in the paper: the penalty is γ/2 · mean ‖∇D(x)‖².
    """

    weight: float = 0.1

    @ready_made
    def __call__(self, discriminator: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor) -> Tensor:
        """Return the penalty for real samples of shape (N, ...); the fake ones play no part."""
        x = real.detach().requires_grad_(True)
        return self.at(discriminator(x), x)

    @ready_made
    def at(self, logits: Tensor, x: Tensor) -> Tensor:
        """Return the penalty from logits already computed for x, which saves a pass through D."""
        return slopes(logits, x).square().sum(dim=1).mean() * (self.weight / 2)


@dataclass(frozen=True)
class GradientPenalty:
    """WGAN-GP's pull of D's slope towards 1 between real and fake samples (Gulrajani et al., 2017).

    Attributes:
        weight: λ in the paper: the penalty is λ · mean (‖∇D(x̂)‖ − 1)².
    """

    weight: float = 10.0

    @ready_made
    def __call__(self, discriminator: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor) -> Tensor:
        """Return the penalty at points x̂ between the pairs of real and fake samples, shape (N, ...)."""
        one_each = (len(real), *[1] * (real.ndim - 1))
        share = torch.rand(one_each, device=real.device, dtype=real.dtype)
        # Under autocast G's samples come in half precision; points of D's input have the data's type.
        x = torch.lerp(fake.detach().to(real.dtype), real.detach(), share).requires_grad_(True)
        norm = (slopes(discriminator(x), x).square().sum(dim=1) + 1e-12).sqrt()  # the root has no slope at 0
        return (norm - 1).square().mean() * self.weight


def slopes(logits: Tensor, x: Tensor) -> Tensor:
    """Return ∂logit/∂x of each sample, shape (N, d), with a graph so that D can be trained on it.

    Args:
        logits: Output of D, shape (N,) or (N, 1); sample i's logit must depend on x[i] alone.
        x: Input of D, shape (N, ...), with ``requires_grad``.
    """
    (slope,) = torch.autograd.grad(logits.sum(), x, create_graph=True)
    return slope.flatten(1)
