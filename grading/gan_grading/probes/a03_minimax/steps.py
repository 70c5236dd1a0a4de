"""Probes of the two steps of Algorithm 1 (Goodfellow et al. 2014)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Rival
from gan_grading.probes.steps import (
    DATA,
    IGNORES_GENERATOR,
    STALE_NOISE,
    StepSpec,
    World,
    step_probe,
)

Noise = Callable[[int], torch.Tensor]
Loss = Callable[..., torch.Tensor]

STALE_GRADIENTS = Misconception(
    "stale_gradients",
    "Gradients of an earlier step are added to those of this one.",
    "backward() adds to what is there. Clear the optimiser's gradients before it, not only after the step.",
)
NO_STEP = Misconception(
    "no_step",
    "No weight changed.",
    "Check that loss.backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "The weights moved in the opposite direction: the loss grew.",
    "An optimiser goes downhill on the loss it is given. The sign is already in the loss.",
)
SWAPPED_LOGITS = Misconception(
    "swapped_logits",
    "The loss received real and fake logits in the wrong order.",
    "The order is loss(real_logits, fake_logits).",
)
REAL_AS_FAKE = Misconception(
    "real_as_fake",
    "The second batch of logits does not come from G(z).",
    "D must be shown fakes: x = G(z), then D(x).",
)
NEW_OPTIMIZER = Misconception(
    "new_optimizer",
    "The step does not go on where the optimiser given stopped: its momentum is lost.",
    "Use the optimiser you are given. A new one in each step forgets what the last one learned.",
)
CUT_FROM_G = Misconception(
    "cut_from_g",
    "G did not move: no gradient reached it.",
    "The signal for G comes back through D and through x = G(z). detach() or no_grad() on that way cuts it.",
)
TWO_STEPS = Misconception(
    "two_steps",
    "The optimiser took more than one step.",
    "One call is one step: k is the business of the loop around it.",
)
ONE_SIDED = Misconception(
    "one_sided",
    "Only one kind of sample taught D.",
    "The gradient must flow through D on the real batch and through D on the fake batch.",
)
CUT_FROM_D = Misconception(
    "cut_from_d",
    "No gradient can reach D from the loss.",
    "Only the fakes are held constant. D's own work on them, and on the real batch, must stay in the graph.",
)
STEP_FIRST = Misconception(
    "step_before_backward",
    "The optimiser steps before this batch's gradients are there: it uses those of the step before.",
    "Three lines, one order: clear the old gradients, backward, step.",
)
SCALED = Misconception(
    "scaled_loss",
    "Your step descends on a multiple of the loss it was given.",
    "The loss comes as it should be minimised. Nothing divides or multiplies it in the step.",
)
PROBABILITIES = Misconception(
    "probabilities_given",
    "The loss received probabilities where it expects logits.",
    "The losses of this course apply σ themselves: hand them what D returned.",
)

Make = Callable[[nn.Module, float], torch.optim.Optimizer]
# Optimisers people build anew in a step; the first has no memory, like an update by hand.
REBUILT: tuple[Make, ...] = (
    lambda network, lr: torch.optim.SGD(network.parameters(), lr=lr),
    lambda network, lr: torch.optim.Adam(network.parameters(), lr=lr),
    *(
        partial(lambda rate, network, lr: torch.optim.SGD(network.parameters(), lr=rate), rate)
        for rate in (0.1, 0.05, 0.01, 0.001)
    ),
    *(
        partial(lambda rate, network, lr: torch.optim.Adam(network.parameters(), lr=rate), rate)
        for rate in (0.01, 0.001, 0.0002)
    ),
)
FACTORS = (0.5, 2.0, 0.25, 0.1, 10.0)


def _rebuilt(make: Make, optimizer: torch.optim.Optimizer, network: nn.Module) -> torch.optim.Optimizer:
    rate: float = optimizer.param_groups[0]["lr"]
    return make(network, rate)


def _descend(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


# ---- discriminator ----------------------------------------------------------------------------

DStep = Callable[[nn.Module, nn.Module, torch.optim.Optimizer, torch.Tensor, Noise, Loss], float]


def _d_loss(g: nn.Module, d: nn.Module, real: torch.Tensor, noise: Noise, loss: Loss) -> torch.Tensor:
    return loss(d(real), d(g(noise(len(real))).detach()))


def _d_reference(
    g: nn.Module, d: nn.Module, opt: torch.optim.Optimizer, real: torch.Tensor, noise: Noise, loss: Loss
) -> float:
    return _descend(opt, _d_loss(g, d, real, noise, loss))


def _d_with(value: Callable[..., torch.Tensor]) -> DStep:
    """Return a step that descends on another value than the loss asked for."""
    return lambda g, d, opt, real, noise, loss: _descend(opt, value(g, d, real, noise, loss))


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
    return _descend(opt, loss(d(real), d(g(g.old_z[: len(real)]).detach())))


def _d_old_first(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    z = noise(len(real))
    if not hasattr(g, "old_z"):
        g.old_z = z
    return _descend(opt, loss(d(real), d(g(g.old_z).detach())))


def _d_new_optimizer(make: Make) -> DStep:
    return lambda g, d, opt, real, noise, loss: _descend(
        _rebuilt(make, opt, d), _d_loss(g, d, real, noise, loss)
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


# ---- generator --------------------------------------------------------------------------------

GStep = Callable[[nn.Module, nn.Module, torch.optim.Optimizer, int, Noise, Loss], float]


def _g_loss(g: nn.Module, d: nn.Module, n: int, noise: Noise, loss: Loss) -> torch.Tensor:
    return loss(d(g(noise(n))))


def _g_reference(
    g: nn.Module, d: nn.Module, opt: torch.optim.Optimizer, n: int, noise: Noise, loss: Loss
) -> float:
    return _descend(opt, _g_loss(g, d, n, noise, loss))


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
    return _descend(opt, loss(d(g(noise(n)).detach())))


def _g_logits_detached(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return _descend(opt, loss(d(g(noise(n))).detach()))


def _g_no_step(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return _g_loss(g, d, n, noise, loss).item()


def _g_wrong_way(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return _descend(opt, -_g_loss(g, d, n, noise, loss))


def _g_old_noise(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(n), noise(n), noise(n)])
    return _descend(opt, loss(d(g(g.old_z[:n]))))


def _g_old_first(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    z = noise(n)
    if not hasattr(g, "old_z"):
        g.old_z = z
    return _descend(opt, loss(d(g(g.old_z))))


def _g_new_optimizer(make: Make) -> GStep:
    return lambda g, d, opt, n, noise, loss: _descend(_rebuilt(make, opt, g), _g_loss(g, d, n, noise, loss))


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
    return lambda g, d, opt, n, noise, loss: _descend(opt, value(g, d, n, noise, loss))


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
    step_probe(
        StepSpec("discriminator_step", "D", _d_reference, D_RIVALS, _d_arguments, 2, NO_STEP, CUT_FROM_D)
    ),
    step_probe(StepSpec("generator_step", "G", _g_reference, G_RIVALS, _g_arguments, 1, NO_STEP, CUT_FROM_G)),
)
