"""Probe of the generator's step of Algorithm 1 (Goodfellow et al. 2014)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.inputs import Dice
from gan_grading.probes.probe import Rival
from gan_grading.probes.step_mistakes import (
    CUT_FROM_G,
    FACTORS,
    NEW_OPTIMIZER,
    NO_STEP,
    PROBABILITIES,
    REBUILT,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    TWO_STEPS,
    WRONG_WAY,
    Loss,
    Make,
    Noise,
    descend,
    rebuilt,
)
from gan_grading.probes.steps import IGNORES_GENERATOR, STALE_NOISE, StepSpec, World, step_probe

GStep = Callable[[nn.Module, nn.Module, torch.optim.Optimizer, int, Noise, Loss], float]


def _g_loss(g: nn.Module, d: nn.Module, n: int, noise: Noise, loss: Loss) -> torch.Tensor:
    return loss(d(g(noise(n))))


def _g_reference(
    g: nn.Module, d: nn.Module, opt: torch.optim.Optimizer, n: int, noise: Noise, loss: Loss
) -> float:
    return descend(opt, _g_loss(g, d, n, noise, loss))


def _g_stale(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    value = _g_loss(g, d, n, noise, loss)
    value.backward()
    opt.step()
    return value.item()


def _g_cleared_after(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    value = _g_stale(g, d, opt, n, noise, loss)
    opt.zero_grad()
    return value


def _g_cleared_d(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    d.zero_grad()
    return _g_stale(g, d, opt, n, noise, loss)


def _g_detached(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return descend(opt, loss(d(g(noise(n)).detach())))


def _g_logits_detached(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return descend(opt, loss(d(g(noise(n))).detach()))


def _g_no_step(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return _g_loss(g, d, n, noise, loss).item()


def _g_wrong_way(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return descend(opt, -_g_loss(g, d, n, noise, loss))


def _g_old_noise(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(n), noise(n), noise(n)])
    return descend(opt, loss(d(g(g.old_z[:n]))))


def _g_old_first(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    z = noise(n)
    if not hasattr(g, "old_z"):
        g.old_z = z
    return descend(opt, loss(d(g(g.old_z))))


def _g_new_optimizer(make: Make) -> GStep:
    return lambda g, d, opt, n, noise, loss: descend(rebuilt(make, opt, g), _g_loss(g, d, n, noise, loss))


def _g_step_first(clear: bool) -> GStep:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
        value = _g_loss(g, d, n, noise, loss)
        opt.step()
        if clear:
            opt.zero_grad()
        value.backward()
        return value.item()

    return step


def _g_twice(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    _g_reference(g, d, opt, n, noise, loss)
    return _g_reference(g, d, opt, n, noise, loss)


def _g_detached_stale(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    """No gradient reaches G, and an old one moves it."""
    value = loss(d(g(noise(n)).detach()))
    value.backward()
    opt.step()
    return value.item()


def _g_with(value: Callable[..., torch.Tensor]) -> GStep:
    """Return a step that descends on another value than the loss asked for."""
    return lambda g, d, opt, n, noise, loss: descend(opt, value(g, d, n, noise, loss))


def _g_two_steps(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    value = _g_loss(g, d, n, noise, loss)
    opt.zero_grad()
    value.backward()
    opt.step()
    opt.step()
    return value.item()


G_RIVALS = (
    # First: where σ is all but flat G hardly moves, which is within rounding of a G that is cut off.
    Rival(PROBABILITIES, _g_with(lambda g, d, n, noise, loss: loss(torch.sigmoid(d(g(noise(n))))))),
    Rival(CUT_FROM_G, _g_detached),
    Rival(CUT_FROM_G, _g_logits_detached),
    Rival(CUT_FROM_G, _g_detached_stale),
    Rival(NO_STEP, _g_no_step),
    Rival(WRONG_WAY, _g_wrong_way),
    Rival(STALE_GRADIENTS, _g_stale),
    Rival(STALE_GRADIENTS, _g_cleared_after),
    Rival(STALE_GRADIENTS, _g_cleared_d),
    Rival(STALE_NOISE, _g_old_noise),
    Rival(STALE_NOISE, _g_old_first),
    *(Rival(NEW_OPTIMIZER, _g_new_optimizer(make)) for make in REBUILT),
    Rival(TWO_STEPS, _g_two_steps),
    Rival(TWO_STEPS, _g_twice),
    Rival(STEP_FIRST, _g_step_first(clear=False)),
    Rival(STEP_FIRST, _g_step_first(clear=True)),
    Rival(IGNORES_GENERATOR, _g_with(lambda g, d, n, noise, loss: loss(d(noise(n))))),
    *(Rival(SCALED, _g_with(partial(lambda by, *a: by * _g_loss(*a), factor))) for factor in FACTORS),
    Rival(SCALED, _g_with(lambda g, d, n, noise, loss: _g_loss(g, d, n, noise, loss) / n)),
    Rival(SCALED, _g_with(lambda g, d, n, noise, loss: _g_loss(g, d, n, noise, loss) * n)),
)


def _g_arguments(world: World, dice: Dice, rows: int) -> list[Any]:
    return [world.generator, world.discriminator, world.optimizer, rows, world.noise, world.loss]


PROBES = (
    step_probe(StepSpec("generator_step", "G", _g_reference, G_RIVALS, _g_arguments, 1, NO_STEP, CUT_FROM_G)),
)
