"""Wrong iterations, written as code: what can go wrong when both players move in one function."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_grading.probes.probe import Rival
from gan_grading.probes.step_mistakes import (
    CUT_FROM_G,
    FACTORS,
    NEW_OPTIMIZER,
    PROBABILITIES,
    REAL_AS_FAKE,
    REBUILT,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    SWAPPED_LOGITS,
    TWO_STEPS,
    WRONG_WAY,
    descend,
    rebuilt,
)

Step = Callable[..., tuple[float, float]]

OLD_D = Misconception(
    "old_discriminator",
    "G learned from the D of before, not from the D that had just taken its step.",
    "The players take turns: let D judge the fakes again after its step, and give G those logits.",
)
WRONG_ORDER = Misconception(
    "wrong_order",
    "G moved before D.",
    "In Algorithm 1 D takes its step first; G then answers the D of now.",
)
D_MOVES_TWICE = Misconception(
    "d_moves_in_g_step",
    "D also moved on the loss of G: it was trained to be fooled.",
    "G's backward pass leaves gradients in D. They must not be used: only G's optimiser steps in G's half.",
)
POLLUTED = Misconception(
    "d_loss_reaches_g",
    "G moved on the loss of D as well: gradients of D's half were still in G when G stepped.",
    "Detach the fakes in D's half, or clear G's gradients after it and before G's own backward pass.",
)
D_STILL = Misconception(
    "d_does_not_move",
    "D did not move.",
    "D's half needs all three: clear, backward, step.",
)
G_STILL = Misconception(
    "g_does_not_move",
    "G did not move.",
    "G's half needs all three: clear, backward, step.",
)
OPTIMIZERS_SWAPPED = Misconception(
    "optimizers_swapped",
    "The two optimisers have changed places.",
    "Each optimiser owns one network's parameters. Which of them moves D?",
)
ONE_LOSS = Misconception(
    "one_loss_for_both",
    "Both players moved on one sum of losses.",
    "What is good for D is bad for G. Each player needs a backward pass of its own loss alone.",
)


def halves(
    g: nn.Module,
    d: nn.Module,
    g_opt: torch.optim.Optimizer,
    d_opt: torch.optim.Optimizer,
    real: torch.Tensor,
    noise: Callable[[int], torch.Tensor],
    d_loss: Callable[..., torch.Tensor],
    g_loss: Callable[..., torch.Tensor],
    *,
    again: bool = True,
    d_value: Callable[..., torch.Tensor] | None = None,
    g_value: Callable[..., torch.Tensor] | None = None,
    d_down: Callable[..., float] = descend,
    g_down: Callable[..., float] = descend,
) -> tuple[float, float]:
    """One iteration, with a part exchanged for a wrong one.

    Args:
        g: the generator.
        d: the discriminator.
        g_opt: moves G.
        d_opt: moves D.
        real: a batch of real samples.
        noise: from n to n rows of z.
        d_loss: of real and fake logits.
        g_loss: of fake logits.
        again: draw fresh noise for G's half; else judge D's fakes again.
        d_value: D's loss from (g, d, real, fake, d_loss), where it is another.
        g_value: G's loss from (d, fake, g_loss), where it is another.
        d_down: how D moves on its loss.
        g_down: how G moves on its loss.
    """
    fake = g(noise(len(real)))

    def d_half() -> float:
        value = d_value(g, d, real, fake, d_loss) if d_value else d_loss(d(real), d(fake.detach()))
        return d_down(d_opt, value)

    def g_half() -> float:
        mine = g(noise(len(real))) if again else fake
        value = g_value(d, mine, g_loss) if g_value else g_loss(d(mine))
        return g_down(g_opt, value)

    first = d_half()
    return first, g_half()


def dcgan_step(*args: Any) -> tuple[float, float]:
    """The reference: fresh noise for G's half."""
    return halves(*args)


def reusing(*args: Any) -> tuple[float, float]:
    """The other right answer: G's half judges the fakes of D's half again."""
    return halves(*args, again=False)


def _stale(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    loss.backward()
    optimizer.step()
    return loss.item()


def _step_first(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()
    return loss.item()


def _twice(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    value = descend(optimizer, loss)
    optimizer.step()
    return value


def _still(_optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    return loss.item()


def _cut(_d: Any, fake: torch.Tensor, g_loss: Any) -> torch.Tensor:
    return g_loss(_d(fake.detach()))  # type: ignore[no-any-return]


def _cut_logits(d: Any, fake: torch.Tensor, g_loss: Any) -> torch.Tensor:
    return g_loss(d(fake).detach())  # type: ignore[no-any-return]


def _cut_down(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    """Go down a loss that may have no path to these weights."""
    optimizer.zero_grad()
    if loss.requires_grad:
        loss.backward()
    optimizer.step()
    return loss.item()


def _with(**parts: Any) -> tuple[Step, Step]:
    """The wrong step with fresh noise in G's half, and with D's fakes judged again."""
    return (
        lambda *args: halves(*args, again=True, **parts),
        lambda *args: halves(*args, again=False, **parts),
    )


def _together(
    again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:
    """Both gradients at the old weights, then both steps."""
    fake = g(noise(len(real)))
    first = d_loss(d(real), d(fake.detach()))
    second = g_loss(d(g(noise(len(real))) if again else fake))
    slopes = [
        torch.autograd.grad(v, list(m.parameters()), retain_graph=True) for v, m in ((first, d), (second, g))
    ]
    for module, slope in zip((d, g), slopes, strict=True):
        for parameter, gradient in zip(module.parameters(), slope, strict=True):
            parameter.grad = gradient
    d_opt.step()
    g_opt.step()
    return first.item(), second.item()


def _g_first(
    again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:
    """G's half, then D's half on what the new G makes (of fresh z, or of the same)."""
    z = noise(len(real))
    second = descend(g_opt, g_loss(d(g(z))))
    fake = g(noise(len(real)) if again else z).detach()
    return descend(d_opt, d_loss(d(real), d(fake))), second


def _d_moves_too(
    again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:
    def down(_optimizer: Any, loss: torch.Tensor) -> float:
        g_opt.zero_grad()
        d_opt.zero_grad()
        loss.backward()
        g_opt.step()
        d_opt.step()
        return loss.item()

    return halves(g, d, g_opt, d_opt, real, noise, d_loss, g_loss, again=again, g_down=down)


def _polluted(
    again: bool, first: str, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:  # fmt: skip
    """Fakes are not detached, and G's gradients are cleared only before D's half (or never)."""
    if first == "cleared":
        g_opt.zero_grad()

    def down(optimizer: Any, loss: torch.Tensor) -> float:
        optimizer.zero_grad()
        loss.backward(retain_graph=True)
        optimizer.step()
        return loss.item()

    def value(_g: Any, d_: Any, real_: Any, fake: Any, loss: Any) -> torch.Tensor:
        return loss(d_(real_), d_(fake))  # type: ignore[no-any-return]

    return halves(
        g, d, g_opt, d_opt, real, noise, d_loss, g_loss, again=again, d_value=value, d_down=down, g_down=_stale
    )  # fmt: skip


def _one_loss(
    again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:
    fake = g(noise(len(real)))
    first = d_loss(d(real), d(fake.detach()))
    second = g_loss(d(g(noise(len(real))) if again else fake))
    d_opt.zero_grad()
    g_opt.zero_grad()
    (first + second).backward()
    d_opt.step()
    g_opt.step()
    return first.item(), second.item()


def _swapped_optimizers(
    again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, g_loss: Any
) -> tuple[float, float]:
    return halves(g, d, d_opt, g_opt, real, noise, d_loss, g_loss, again=again)


def _rebuilt(make: Any, both: str) -> tuple[Step, Step]:
    def step(again: bool, g: Any, d: Any, g_opt: Any, d_opt: Any, *rest: Any) -> tuple[float, float]:
        new_g = rebuilt(make, g_opt, g) if "g" in both else g_opt
        new_d = rebuilt(make, d_opt, d) if "d" in both else d_opt
        return halves(g, d, new_g, new_d, *rest, again=again)

    return partial(step, True), partial(step, False)


def _scaled(by: float, optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    return descend(optimizer, by * loss)


def _d_logits(change: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda g, d, real, fake, d_loss: change(d, real, fake.detach(), d_loss)


def _flavours(make: Any, *parts: Any) -> tuple[Step, Step]:
    return partial(make, True, *parts), partial(make, False, *parts)


SWAPPED = _flavours(_swapped_optimizers)
_MANY: tuple[tuple[Misconception, tuple[Step, ...]], ...] = (
    (OLD_D, _flavours(_together)),
    (CUT_FROM_G, _with(g_value=_cut, g_down=_cut_down)),
    (CUT_FROM_G, _with(g_value=_cut_logits, g_down=_cut_down)),
    (CUT_FROM_G, _with(g_value=_cut, g_down=_stale)),
    (WRONG_ORDER, _flavours(_g_first)),
    (D_MOVES_TWICE, _flavours(_d_moves_too)),
    (STALE_GRADIENTS, _with(d_down=_stale, g_down=_stale)),
    (STALE_GRADIENTS, _with(d_down=_stale)),
    (STALE_GRADIENTS, _with(g_down=_stale)),
    (POLLUTED, _flavours(_polluted, "cleared")),
    (POLLUTED, _flavours(_polluted, "never")),
    (D_STILL, _with(d_down=_still)),
    (G_STILL, _with(g_down=_still)),
    (OPTIMIZERS_SWAPPED, SWAPPED),
    (ONE_LOSS, _flavours(_one_loss)),
    (SWAPPED_LOGITS, _with(d_value=_d_logits(lambda d, real, fake, loss: loss(d(fake), d(real))))),
    (REAL_AS_FAKE, _with(d_value=_d_logits(lambda d, real, fake, loss: loss(d(real), d(real))))),
    (REAL_AS_FAKE, _with(d_value=_d_logits(lambda d, real, fake, loss: loss(d(fake), d(fake))))),
    (WRONG_WAY, _with(d_down=partial(_scaled, -1.0))),
    (WRONG_WAY, _with(g_down=partial(_scaled, -1.0))),
    (WRONG_WAY, _with(d_down=partial(_scaled, -1.0), g_down=partial(_scaled, -1.0))),
    (PROBABILITIES, _with(
        d_value=_d_logits(lambda d, real, fake, loss: loss(d(real).sigmoid(), d(fake).sigmoid())),
        g_value=lambda d, fake, g_loss: g_loss(d(fake).sigmoid()),
    )),
    (TWO_STEPS, _with(d_down=_twice)),
    (TWO_STEPS, _with(g_down=_twice)),
    (STEP_FIRST, _with(d_down=_step_first, g_down=_step_first)),
    (STEP_FIRST, _with(d_down=_step_first)),
    (STEP_FIRST, _with(g_down=_step_first)),
    *((NEW_OPTIMIZER, _rebuilt(make, both)) for make in REBUILT for both in ("gd", "g", "d")),
    *((SCALED, _with(d_down=partial(_scaled, by))) for by in FACTORS),
    *((SCALED, _with(g_down=partial(_scaled, by))) for by in FACTORS),
)  # fmt: skip

RIVALS = tuple(Rival(m, answer) for m, answers in _MANY for answer in answers)
