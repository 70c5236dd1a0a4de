"""Probe of the discriminator's step of Algorithm 1 (Goodfellow et al. 2014)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.inputs import Dice
from gan_grading.probes.probe import Rival
from gan_grading.probes.step_mistakes import (
    CUT_FROM_D,
    FACTORS,
    NEW_OPTIMIZER,
    NO_STEP,
    ONE_SIDED,
    PROBABILITIES,
    REAL_AS_FAKE,
    REBUILT,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    SWAPPED_LOGITS,
    TWO_STEPS,
    WRONG_WAY,
    Loss,
    Make,
    Noise,
    descend,
    rebuilt,
)
from gan_grading.probes.steps import DATA, IGNORES_GENERATOR, STALE_NOISE, StepSpec, World, step_probe

DStep = Callable[[nn.Module, nn.Module, torch.optim.Optimizer, torch.Tensor, Noise, Loss], float]


def _d_loss(g: nn.Module, d: nn.Module, real: torch.Tensor, noise: Noise, loss: Loss) -> torch.Tensor:
    return loss(d(real), d(g(noise(len(real))).detach()))


def _d_reference(
    g: nn.Module, d: nn.Module, opt: torch.optim.Optimizer, real: torch.Tensor, noise: Noise, loss: Loss
) -> float:
    return descend(opt, _d_loss(g, d, real, noise, loss))


def _d_with(value: Callable[..., torch.Tensor]) -> DStep:
    """Return a step that descends on another value than the loss asked for."""
    return lambda g, d, opt, real, noise, loss: descend(opt, value(g, d, real, noise, loss))


def _d_stale(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    value = _d_loss(g, d, real, noise, loss)
    value.backward()
    opt.step()
    return value.item()


def _d_cleared_after(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    value = _d_stale(g, d, opt, real, noise, loss)
    opt.zero_grad()
    return value


def _d_no_step(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    return _d_loss(g, d, real, noise, loss).item()


def _d_old_noise(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(len(real)), noise(len(real))])
    return descend(opt, loss(d(real), d(g(g.old_z[: len(real)]).detach())))


def _d_old_first(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    z = noise(len(real))
    if not hasattr(g, "old_z"):
        g.old_z = z
    return descend(opt, loss(d(real), d(g(g.old_z).detach())))


def _d_new_optimizer(make: Make) -> DStep:
    return lambda g, d, opt, real, noise, loss: descend(
        rebuilt(make, opt, d), _d_loss(g, d, real, noise, loss)
    )


def _d_step_first(clear: bool) -> DStep:
    def step(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
        value = _d_loss(g, d, real, noise, loss)
        opt.step()
        if clear:
            opt.zero_grad()
        value.backward()
        return value.item()

    return step


def _d_twice(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    _d_reference(g, d, opt, real, noise, loss)
    return _d_reference(g, d, opt, real, noise, loss)


def _d_sigmoid(g: Any, d: Any, real: Any, noise: Noise, loss: Loss) -> torch.Tensor:
    return loss(torch.sigmoid(d(real)), torch.sigmoid(d(g(noise(len(real))).detach())))


def _d_two_steps(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    value = _d_loss(g, d, real, noise, loss)
    opt.zero_grad()
    value.backward()
    opt.step()
    opt.step()
    return value.item()


D_RIVALS = (
    Rival(WRONG_WAY, _d_with(lambda g, d, real, noise, loss: -_d_loss(g, d, real, noise, loss))),
    Rival(
        SWAPPED_LOGITS,
        _d_with(lambda g, d, real, noise, loss: loss(d(g(noise(len(real))).detach()), d(real))),
    ),
    Rival(REAL_AS_FAKE, _d_with(lambda g, d, real, noise, loss: loss(d(real), d(real)))),
    Rival(
        REAL_AS_FAKE,
        _d_with(lambda g, d, real, noise, loss: loss(*[d(g(noise(len(real))).detach())] * 2)),
    ),
    Rival(
        REAL_AS_FAKE,
        _d_with(lambda g, d, real, noise, loss: loss(d(real), d(noise(len(real))[:, :DATA]))),
    ),
    Rival(STALE_GRADIENTS, _d_stale),
    Rival(STALE_GRADIENTS, _d_cleared_after),
    Rival(NO_STEP, _d_no_step),
    Rival(STALE_NOISE, _d_old_noise),
    Rival(STALE_NOISE, _d_old_first),
    *(Rival(NEW_OPTIMIZER, _d_new_optimizer(make)) for make in REBUILT),
    Rival(TWO_STEPS, _d_two_steps),
    Rival(TWO_STEPS, _d_twice),
    Rival(STEP_FIRST, _d_step_first(clear=False)),
    Rival(STEP_FIRST, _d_step_first(clear=True)),
    Rival(
        CUT_FROM_D,
        _d_with(lambda g, d, real, noise, loss: _d_loss(g, d, real, noise, loss).detach()),
    ),
    Rival(
        IGNORES_GENERATOR,
        _d_with(lambda g, d, real, noise, loss: loss(d(real), d(noise(len(real))))),
    ),
    Rival(PROBABILITIES, _d_with(_d_sigmoid)),
    *(Rival(SCALED, _d_with(partial(lambda by, *a: by * _d_loss(*a), factor))) for factor in FACTORS),
    Rival(SCALED, _d_with(lambda g, d, real, noise, loss: _d_loss(g, d, real, noise, loss) / len(real))),
    Rival(SCALED, _d_with(lambda g, d, real, noise, loss: _d_loss(g, d, real, noise, loss) * len(real))),
    Rival(
        ONE_SIDED,
        _d_with(lambda g, d, real, noise, loss: loss(d(real), d(g(noise(len(real)))).detach())),
    ),
    Rival(
        ONE_SIDED,
        _d_with(lambda g, d, real, noise, loss: loss(d(real).detach(), d(g(noise(len(real)))))),
    ),
)


def _d_arguments(world: World, dice: Dice, rows: int) -> list[Any]:
    real = dice.normal(rows, DATA) + 1.0
    return [world.generator, world.discriminator, world.optimizer, real, world.noise, world.loss]


PROBES = (
    step_probe(
        StepSpec("discriminator_step", "D", _d_reference, D_RIVALS, _d_arguments, 2, NO_STEP, CUT_FROM_D)
    ),
)
