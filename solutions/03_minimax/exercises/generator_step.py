"""Key of the generator's step of Algorithm 1 (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661)."""

from typing import Any

import torch

from gan_course.exercises.step_misconceptions import CUT_FROM_G, IGNORES_GENERATOR, STALE_NOISE
from gan_grading.keys.steps import ONE_Z, PROBABILITIES, STALE_GRADIENTS, StepKey, descend


def value(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> torch.Tensor:
    return loss(d(g(noise(n))))


def detached(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> torch.Tensor:
    return loss(d(g(noise(n)).detach()))


def probabilities(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> torch.Tensor:
    return loss(torch.sigmoid(d(g(noise(n)))))


def noise_to_d(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> torch.Tensor:
    return loss(d(noise(n)))


def one_z(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> torch.Tensor:
    return loss(d(g(noise(1).expand(n, -1))))


def clears_d(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> float:
    d.zero_grad()
    return moved_by_old(value)(g, d, optimizer, n, noise, loss)


def moved_by_old(minimised: Any) -> Any:
    """A step that clears nothing: no new gradient may reach G, and an old one moves it."""

    def step(*args: Any) -> float:
        loss = minimised(*args)
        loss.backward()
        args[2].step()
        return loss.item()

    return step


def keeps_first(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> float:
    z = noise(n)
    if not hasattr(g, "old_z"):
        g.old_z = z
    return descend(optimizer, loss(d(g(g.old_z))))


def keeps_many(g: Any, d: Any, optimizer: Any, n: int, noise: Any, loss: Any) -> float:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(n), noise(n), noise(n)])
    return descend(optimizer, loss(d(g(g.old_z[:n]))))


key = StepKey(
    value=value,
    moves="G",
    arguments=["generator", "discriminator", "g_optimizer", "n", "noise", "loss"],
    losses={"loss": 1},
)
# First: where σ is all but flat G hardly moves, which is within rounding of a G that is cut off.
key.also(PROBABILITIES, key.downhill(probabilities))
key.also(CUT_FROM_G, key.downhill(detached), moved_by_old(detached))
key.also(STALE_GRADIENTS, clears_d)
key.also(STALE_NOISE, keeps_first, keeps_many)
key.also(IGNORES_GENERATOR, key.downhill(noise_to_d))
key.also(ONE_Z, key.downhill(one_z))
