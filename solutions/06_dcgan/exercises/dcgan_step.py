"""Key of one iteration of a DCGAN: a step of D, then a step of G against the D of now (Radford et al. 2015)."""

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.step_misconceptions import CUT_FROM_G, STALE_NOISE
from gan_grading.keys.iterations import IterationKey, both
from gan_grading.keys.steps import (
    ONE_SIDED,
    ONE_Z,
    PROBABILITIES,
    REAL_AS_FAKE,
    SWAPPED_LOGITS,
    TWO_STEPS,
    descend,
)

Step = Callable[..., Any]


def d_value(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, _: Any) -> Any:
    return d_loss(d(real), d(g(noise(len(real))).detach()))


def g_value(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, _: Any, g_loss: Any) -> Any:
    return g_loss(d(g(noise(len(real)))))


key = IterationKey(
    d=d_value,
    g=g_value,
    arguments=[
        "generator", "discriminator", "g_optimizer", "d_optimizer", "real", "noise", "d_loss", "g_loss",
    ],
    losses={"d_loss": 2, "g_loss": 1},
    batch_norm=True,
)  # fmt: skip


def judged(logits: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Step:
    """The iteration whose D learns from other logits, given (d, real, fake)."""

    def other(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, d_loss: Any, _: Any) -> Any:
        return d_loss(*logits(d, real, g(noise(len(real))).detach()))

    return key.in_d(other)


def at_once(own: bool, *args: Any) -> tuple[float, float]:
    """Both losses at the old weights; then each player moves on its own, or D on the sum of both."""
    g, d, g_opt, d_opt, real, noise, d_loss, g_loss = args
    fake = g(noise(len(real)))
    first, second = d_loss(d(real), d(fake.detach())), g_loss(d(fake))
    g_opt.zero_grad()
    d_opt.zero_grad()
    second.backward()
    if own:
        d_opt.zero_grad()
    first.backward()
    d_opt.step()
    g_opt.step()
    return first.item(), second.item()


def g_moves_first(*args: Any) -> tuple[float, float]:
    second = key.g_half.right(*args)
    return key.d_half.right(*args), second


def d_moves_too(*args: Any) -> tuple[float, float]:
    """D's optimiser steps in G's half as well."""
    g_opt, d_opt = args[2:4]
    first = key.d_half.right(*args)
    value = g_value(*args)
    g_opt.zero_grad()
    d_opt.zero_grad()
    value.backward()
    g_opt.step()
    d_opt.step()
    return first, value.item()


def d_moves_too_uncleared(*args: Any) -> tuple[float, float]:
    """The same, with the gradients of D's own half still in it."""
    g_opt, d_opt = args[2:4]
    first = key.d_half.right(*args)
    value = g_value(*args)
    g_opt.zero_grad()
    value.backward()
    g_opt.step()
    d_opt.step()
    return first, value.item()


def d_reaches_g(cleared: bool, *args: Any) -> tuple[float, float]:
    """Fakes are not detached, and G's gradients are not cleared after D's half."""
    g, d, g_opt, d_opt, real, noise, d_loss, _ = args
    if cleared:
        g_opt.zero_grad()
    first = descend(d_opt, d_loss(d(real), d(g(noise(len(real))))))
    second = g_value(*args)
    second.backward()
    g_opt.step()
    return first, second.item()


def swapped_optimizers(*args: Any) -> Any:
    g, d, g_opt, d_opt, *rest = args
    return key.right(g, d, d_opt, g_opt, *rest)


def g_cut_uncleared(*args: Any) -> tuple[float, float]:
    """G's half judges fakes that have no path to G, which moves on old gradients."""
    g, d, g_opt, _, real, noise, _, g_loss = args
    first = key.d_half.right(*args)
    second = g_loss(d(g(noise(len(real))).detach()))
    second.backward()
    g_opt.step()
    return first, second.item()


def one_z(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, *losses: Any) -> Any:
    return key.right(g, d, g_opt, d_opt, real, lambda n: noise(1).expand(n, -1), *losses)


def one_z_throughout(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, *losses: Any) -> Any:
    z = noise(1)
    return key.right(g, d, g_opt, d_opt, real, lambda n: z.expand(n, -1), *losses)


def one_z_in(half: str) -> Step:
    def step(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, *losses: Any) -> Any:
        def same(n: int) -> torch.Tensor:
            return torch.as_tensor(noise(1)).expand(n, -1)

        sources = [same if half == who else noise for who in "DG"]
        halves = (key.d_half.right, key.g_half.right)
        values = [h(g, d, g_opt, d_opt, real, s, *losses) for h, s in zip(halves, sources, strict=True)]
        return tuple(values)

    return step


def keeps_first(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, *losses: Any) -> Any:
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([noise(len(real)) for _ in range(4)])
    return key.right(g, d, g_opt, d_opt, real, lambda n: g.old_z[:n], *losses)


def squashed(*args: Any) -> Any:
    *others, d_loss, g_loss = args
    return key.right(
        *others,
        lambda real, fake: d_loss(torch.sigmoid(real), torch.sigmoid(fake)),
        lambda fake: g_loss(torch.sigmoid(fake)),
    )


def d_often(times: int) -> Step:
    return lambda *args: (
        [both(key.d_half.right, lambda *_: 0.0)(*args) for _ in range(times - 1)] and key.right(*args)
    )


key.wrong(
    "optimizers_swapped",
    "The two optimisers have changed places.",
    "Each optimiser owns one network's parameters. Which of them moves D?",
    swapped_optimizers,
)
key.wrong(
    "old_discriminator",
    "G learned from the D of before, not from the D that had just taken its step.",
    "The players take turns: let D judge the fakes again after its step, and give G those logits.",
    lambda *args: at_once(True, *args),
)
key.also(CUT_FROM_G, g_cut_uncleared)
key.wrong(
    "wrong_order",
    "G moved before D.",
    "In Algorithm 1 D takes its step first; G then answers the D of now.",
    g_moves_first,
)
key.wrong(
    "d_moves_in_g_step",
    "D also moved on the loss of G: it was trained to be fooled.",
    "G's backward pass leaves gradients in D. They must not be used: only G's optimiser steps in G's half.",
    d_moves_too,
    d_moves_too_uncleared,
)
key.wrong(
    "d_loss_reaches_g",
    "G moved on the loss of D as well: gradients of D's half were still in G when G stepped.",
    "Detach the fakes in D's half, or clear G's gradients after it and before G's own backward pass.",
    lambda *args: d_reaches_g(True, *args),
    lambda *args: d_reaches_g(False, *args),
)
key.wrong(
    "d_on_both_losses",
    "D moved on the sum of both losses, its own and G's.",
    "What is good for G is bad for D. D steps on the gradients of its own loss, before G's half has left any.",
    lambda *args: at_once(False, *args),
)
key.also(SWAPPED_LOGITS, judged(lambda d, real, fake: (d(fake), d(real))))
key.also(
    REAL_AS_FAKE,
    judged(lambda d, real, fake: (d(real), d(real))),
    judged(lambda d, real, fake: (d(fake), d(fake))),
)
key.also(
    ONE_SIDED,
    judged(lambda d, real, fake: (d(real), d(fake).detach())),
    judged(lambda d, real, fake: (d(real).detach(), d(fake))),
)
key.also(ONE_Z, one_z, one_z_throughout, one_z_in("D"), one_z_in("G"))
key.also(STALE_NOISE, keeps_first)
key.also(PROBABILITIES, squashed, judged(lambda d, real, fake: (d(real).sigmoid(), d(fake).sigmoid())))
key.also(TWO_STEPS, *(d_often(times) for times in (2, 3, 5)))
