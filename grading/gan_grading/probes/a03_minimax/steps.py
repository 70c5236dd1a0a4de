"""Probes of the two steps of Algorithm 1 (Goodfellow et al. 2014)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Rival
from gan_grading.probes.steps import (
    DATA,
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
STALE_FAKES = Misconception(
    "stale_noise",
    "The second step judged the same z as the first.",
    "Draw z inside the step, so that every step sees new fakes.",
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


def _rebuilt(optimizer: torch.optim.Optimizer, network: nn.Module) -> torch.optim.Optimizer:
    return torch.optim.SGD(network.parameters(), lr=optimizer.param_groups[0]["lr"])


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


def _d_new_optimizer(g: Any, d: Any, opt: Any, real: Any, noise: Noise, loss: Loss) -> float:
    return _descend(_rebuilt(opt, d), _d_loss(g, d, real, noise, loss))


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
    Rival(STALE_FAKES, _d_old_noise),
    Rival(STALE_FAKES, _d_old_first),
    Rival(NEW_OPTIMIZER, _d_new_optimizer),
    Rival(TWO_STEPS, _d_two_steps),
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


def _g_new_optimizer(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    return _descend(_rebuilt(opt, g), _g_loss(g, d, n, noise, loss))


def _g_two_steps(g: Any, d: Any, opt: Any, n: int, noise: Noise, loss: Loss) -> float:
    value = _g_loss(g, d, n, noise, loss)
    opt.zero_grad()
    value.backward()
    opt.step()
    opt.step()
    return value.item()


G_RIVALS = (
    Rival(CUT_FROM_G, _g_detached),
    Rival(CUT_FROM_G, _g_logits_detached),
    Rival(NO_STEP, _g_no_step),
    Rival(WRONG_WAY, _g_wrong_way),
    Rival(STALE_GRADIENTS, _g_stale),
    Rival(STALE_GRADIENTS, _g_cleared_after),
    Rival(STALE_GRADIENTS, _g_cleared_d),
    Rival(STALE_FAKES, _g_old_noise),
    Rival(STALE_FAKES, _g_old_first),
    Rival(NEW_OPTIMIZER, _g_new_optimizer),
    Rival(TWO_STEPS, _g_two_steps),
)


def _g_arguments(world: World, dice: Dice, rows: int) -> list[Any]:
    return [world.generator, world.discriminator, world.optimizer, rows, world.noise, world.loss]


PROBES = (
    step_probe(StepSpec("discriminator_step", "D", _d_reference, D_RIVALS, _d_arguments, loss_terms=2)),
    step_probe(StepSpec("generator_step", "G", _g_reference, G_RIVALS, _g_arguments, loss_terms=1)),
)
