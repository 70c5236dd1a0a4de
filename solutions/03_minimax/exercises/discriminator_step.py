"""Key of the discriminator's step of Algorithm 1 (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661)."""

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.step_misconceptions import CUT_FROM_D, IGNORES_GENERATOR, STALE_NOISE
from gan_grading.keys.steps import (
    ONE_SIDED,
    ONE_Z,
    PROBABILITIES,
    REAL_AS_FAKE,
    SWAPPED_LOGITS,
    StepKey,
    descend,
)


def value(g: Any, d: Any, optimizer: Any, real: Any, noise: Any, loss: Any) -> torch.Tensor:
    return loss(d(real), d(g(noise(len(real))).detach()))


def judged(logits: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Callable[..., float]:
    """The step on the loss of other logits, given (d, real, fake, noise)."""

    def other(g: Any, d: Any, optimizer: Any, real: Any, noise: Any, loss: Any) -> torch.Tensor:
        return loss(*logits(d, real, g(noise(len(real))).detach(), noise))

    return key.downhill(other)


def keeps_first(g: Any, d: Any, optimizer: Any, real: Any, noise: Any, loss: Any) -> float:
    z = noise(len(real))
    if not hasattr(g, "old_z"):
        g.old_z = z
    return descend(optimizer, loss(d(real), d(g(g.old_z).detach())))


def keeps_many(g: Any, d: Any, optimizer: Any, real: Any, noise: Any, loss: Any) -> float:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(len(real)), noise(len(real))])
    return descend(optimizer, loss(d(real), d(g(g.old_z[: len(real)]).detach())))


def one_z(g: Any, d: Any, optimizer: Any, real: Any, noise: Any, loss: Any) -> float:
    z = noise(1).expand(len(real), -1)
    return descend(optimizer, loss(d(real), d(g(z).detach())))


key = StepKey(
    value=value,
    moves="D",
    arguments=["generator", "discriminator", "d_optimizer", "real", "noise", "loss"],
    losses={"loss": 2},
)
key.also(SWAPPED_LOGITS, judged(lambda d, real, fake, noise: (d(fake), d(real))))
key.also(
    REAL_AS_FAKE,
    judged(lambda d, real, fake, noise: (d(real), d(real))),
    judged(lambda d, real, fake, noise: (d(fake), d(fake))),
    judged(lambda d, real, fake, noise: (d(real), d(noise(len(real))[:, : real.shape[1]]))),
)
key.also(IGNORES_GENERATOR, judged(lambda d, real, fake, noise: (d(real), d(noise(len(real))))))
key.also(STALE_NOISE, keeps_first, keeps_many)
key.also(ONE_Z, one_z)
key.also(
    ONE_SIDED,
    judged(lambda d, real, fake, noise: (d(real), d(fake).detach())),
    judged(lambda d, real, fake, noise: (d(real).detach(), d(fake))),
)
key.also(CUT_FROM_D, judged(lambda d, real, fake, noise: (d(real).detach(), d(fake).detach())))
key.also(
    PROBABILITIES,
    judged(lambda d, real, fake, noise: (torch.sigmoid(d(real)), torch.sigmoid(d(fake)))),
    judged(lambda d, real, fake, noise: (d(real), torch.sigmoid(d(fake)))),
    judged(lambda d, real, fake, noise: (torch.sigmoid(d(real)), d(fake))),
)
