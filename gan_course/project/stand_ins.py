"""The course's own parts of a game, where somebody has none of theirs.

They have the names and arguments that assignments 03 to 05 ask for, and are made of what the library trains
with. In those assignments they refuse to be an answer, as all that is ready-made.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from gan_course.ready_made import ready_made
from gan_course.training import R1, GradientPenalty, losses

Noise = Callable[[int], Tensor]


@ready_made
def make_generator(latent_dim: int, data_dim: int, hidden: int = 64) -> nn.Module:
    """Return a fresh network from noise (N, latent_dim) to samples (N, data_dim)."""
    return _perceptron(latent_dim, hidden, data_dim)


@ready_made
def make_discriminator(data_dim: int, hidden: int = 64) -> nn.Module:
    """Return a fresh network from samples (N, data_dim) to logits (N, 1)."""
    return _perceptron(data_dim, hidden, 1)


def discriminator_loss(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Return D's loss of the game of assignment 03, a scalar."""
    return losses("non_saturating").d(real_logits, fake_logits)


def generator_loss(fake_logits: Tensor) -> Tensor:
    """Return G's loss of assignment 04, a scalar."""
    return losses("non_saturating").g(fake_logits)


def critic_loss(real_values: Tensor, fake_values: Tensor) -> Tensor:
    """Return the critic's loss of assignment 05, a scalar."""
    return losses("wasserstein").d(real_values, fake_values)


def r1_penalty(discriminator: nn.Module, real: Tensor, gamma: float) -> Tensor:
    """Return γ/2 · mean ‖∇D(x)‖² over real samples, a scalar."""
    return R1(gamma)(discriminator, real, real)


def gradient_penalty(critic: nn.Module, real: Tensor, fake: Tensor) -> Tensor:
    """Return the mean of (‖∇f‖ − 1)² between real and fake samples, a scalar."""
    return GradientPenalty(1.0)(critic, real, fake)


@ready_made
def discriminator_step(
    generator: nn.Module,
    discriminator: nn.Module,
    d_optimizer: torch.optim.Optimizer,
    real: Tensor,
    noise: Noise,
    loss: Callable[[Tensor, Tensor], Tensor],
) -> float:
    """Train D for one step, with G held constant; return the loss."""
    with torch.no_grad():
        fake = generator(noise(len(real)))
    return _descend(d_optimizer, loss(discriminator(real), discriminator(fake)))


@ready_made
def generator_step(
    generator: nn.Module,
    discriminator: nn.Module,
    g_optimizer: torch.optim.Optimizer,
    n: int,
    noise: Noise,
    loss: Callable[[Tensor], Tensor],
) -> float:
    """Train G for one step, with D held constant; return the loss."""
    return _descend(g_optimizer, loss(discriminator(generator(noise(n)))))


@ready_made
def average_weights(averaged: nn.Module, model: nn.Module, keep: float) -> None:
    """Move the parameters of ``averaged`` towards those of ``model``, in place."""
    with torch.no_grad():
        for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
            mean.lerp_(now, 1 - keep)


def _perceptron(inputs: int, hidden: int, outputs: int) -> nn.Module:
    widths = (inputs, hidden, hidden, outputs)
    layers = [layer for i in range(3) for layer in (nn.Linear(widths[i], widths[i + 1]), nn.ReLU())]
    return nn.Sequential(*layers[:-1])


def _descend(optimizer: torch.optim.Optimizer, loss: Tensor) -> float:
    optimizer.zero_grad()
    torch.autograd.backward(loss)
    optimizer.step()
    return loss.item()
