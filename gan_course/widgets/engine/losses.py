"""The loss pairs an explorer can train with: five by name, or the student's own two functions.

Shapes: N real and M generated rows; D's raw outputs ("logits", or critic values) are flat, (N,) and (M,).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_course.ready_made import ready_made
from gan_course.widgets._errors import WidgetError

DLoss = Callable[[Tensor, Tensor], Tensor]
GLoss = Callable[[Tensor], Tensor]
Reading = Literal["probability", "critic", "score"]


@dataclass(frozen=True)
class Loss:
    """One discriminator loss, one generator loss, and how D's raw output is to be read.

    Attributes:
        name: short name used in menus and messages.
        d: L_D(real outputs (N,), fake outputs (M,)) -> scalar to be minimised by D.
        g: L_G(fake outputs (M,)) -> scalar to be minimised by G.
        reading: "probability" (a sigmoid turns the output into D(x)), "score" (the output is itself aimed
            at 0 and 1) or "critic" (only differences of outputs mean anything).
        clip: D's weights are clipped to ±clip after each D step; None leaves them alone.
        penalty: weight λ of the gradient penalty in L_D; 0 leaves it out.
        formula: what both players minimise, for people.
    """

    name: str
    d: DLoss
    g: GLoss
    reading: Reading = "probability"
    clip: float | None = None
    penalty: float = 0.0
    formula: str = ""


@ready_made
def _cross_entropy_d(real: Tensor, fake: Tensor) -> Tensor:
    """−E[log σ(real)] − E[log(1 − σ(fake))], finite for any logit."""
    return F.softplus(-real).mean() + F.softplus(fake).mean()


@ready_made
def _saturating_g(fake: Tensor) -> Tensor:
    """E[log(1 − σ(fake))]: flat where D is sure that the sample is generated."""
    return -F.softplus(fake).mean()


@ready_made
def _non_saturating_g(fake: Tensor) -> Tensor:
    """−E[log σ(fake)]: steep exactly there."""
    return F.softplus(-fake).mean()


@ready_made
def _critic_d(real: Tensor, fake: Tensor) -> Tensor:
    return fake.mean() - real.mean()


@ready_made
def _critic_g(fake: Tensor) -> Tensor:
    return -fake.mean()


@ready_made
def _least_squares_d(real: Tensor, fake: Tensor) -> Tensor:
    return 0.5 * ((real - 1).square().mean() + fake.square().mean())


@ready_made
def _least_squares_g(fake: Tensor) -> Tensor:
    return 0.5 * (fake - 1).square().mean()


LOSSES: dict[str, Loss] = {
    "minimax": Loss(
        "minimax",
        _cross_entropy_d,
        _saturating_g,
        formula="D: −E log D(x) − E log(1−D(G(z)))   G: E log(1−D(G(z)))   (Goodfellow et al. 2014)",
    ),
    "non-saturating": Loss(
        "non-saturating",
        _cross_entropy_d,
        _non_saturating_g,
        formula="D: −E log D(x) − E log(1−D(G(z)))   G: −E log D(G(z))   (Goodfellow et al. 2014, section 3)",
    ),
    "wasserstein-clip": Loss(
        "wasserstein-clip",
        _critic_d,
        _critic_g,
        reading="critic",
        clip=0.1,
        formula="D: E D(G(z)) − E D(x), weights clipped to ±0.1   G: −E D(G(z))   (Arjovsky et al. 2017)",
    ),
    "wasserstein-gp": Loss(
        "wasserstein-gp",
        _critic_d,
        _critic_g,
        reading="critic",
        penalty=1.0,
        formula="D: E D(G(z)) − E D(x) + λ E(‖∇D(x̂)‖−1)², λ=1   G: −E D(G(z))   (Gulrajani et al. 2017)",
    ),
    "least-squares": Loss(
        "least-squares",
        _least_squares_d,
        _least_squares_g,
        reading="score",
        formula="D: ½E(D(x)−1)² + ½E D(G(z))²   G: ½E(D(G(z))−1)²   (Mao et al. 2017)",
    ),
}


def as_loss(value: object) -> Loss:
    """Turn what a person passes as `loss` into a `Loss`.

    Args:
        value: a name from `LOSSES`, a `Loss`, or a pair `(d_loss, g_loss)` of functions:
            `d_loss(real_logits, fake_logits)` and `g_loss(fake_logits)`, each a scalar to be minimised.

    Returns:
        The loss pair; a pair of functions is read as acting on logits.

    Raises:
        WidgetError: for an unknown name or anything that is not a pair of functions.
    """
    if isinstance(value, Loss):
        return value
    if isinstance(value, str) and value in LOSSES:
        return LOSSES[value]
    if isinstance(value, tuple | list) and len(value) == 2 and all(callable(part) for part in value):
        d_loss, g_loss = value
        names = [getattr(part, "__name__", type(part).__name__) for part in value]
        return Loss("yours", d_loss, g_loss, formula=f"D: your {names[0]}   G: your {names[1]}")
    raise WidgetError(
        value,
        f"loss must be one of {', '.join(LOSSES)}, or a pair (d_loss, g_loss) of functions",
        'pass for example loss="non-saturating" or loss=(discriminator_loss, generator_loss)',
    )


@ready_made
def gradient_penalty(
    critic: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor, generator: torch.Generator | None = None
) -> Tensor:
    """E(‖∇_x̂ D(x̂)‖₂ − 1)² with x̂ uniform on the line between a real and a generated row.

    Args:
        critic: maps (N, d) to (N,).
        real: real rows, (N, d).
        fake: generated rows, (N, d).
        generator: source of the random positions, one ε for each row.

    Returns:
        A scalar through which the critic can be trained (Gulrajani et al. 2017, algorithm 1).
    """
    epsilon = torch.rand(len(real), 1, generator=generator)
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norms: Tensor = slope.norm(2, dim=1)
    return (norms - 1).square().mean()
