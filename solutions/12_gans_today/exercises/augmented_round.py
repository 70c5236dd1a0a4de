"""Key of a round with augmented samples (Zhao et al. 2020, https://arxiv.org/abs/2006.10738, equations 4 and 5)."""

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.step_misconceptions import CUT_FROM_G
from gan_grading.keys.iterations import IterationKey
from gan_grading.keys.steps import ONE_SIDED, REAL_AS_FAKE, SWAPPED_LOGITS, descend

Step = Callable[..., Any]


def plain(x: torch.Tensor) -> torch.Tensor:
    return x


def d_value(
    g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, augment: Any, d_loss: Any, _: Any
) -> Any:
    return d_loss(d(augment(real)), d(augment(g(noise(len(real))).detach())))


def g_value(
    g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, noise: Any, augment: Any, _: Any, g_loss: Any
) -> Any:
    return g_loss(d(augment(real)), d(augment(g(noise(len(real))))))


key = IterationKey(
    d=d_value,
    g=g_value,
    arguments=[
        "generator", "discriminator", "g_optimizer", "d_optimizer", "real", "noise", "augment", "d_loss", "g_loss",
    ],
    losses={"d_loss": 2, "g_loss": 2},
    paired=True,
)  # fmt: skip


def in_d(logits: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Step:
    """The round whose D learns from other logits, given (d, real, fake, augment)."""

    def value(
        g: Any, d: Any, _g: Any, _d: Any, real: Any, noise: Any, augment: Any, loss: Any, _: Any
    ) -> Any:
        return loss(*logits(d, real, g(noise(len(real))).detach(), augment))

    return key.in_d(value)


def in_g(logits: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Step:
    """The round whose G learns from other logits, given (d, real, fake, augment)."""

    def value(
        g: Any, d: Any, _g: Any, _d: Any, real: Any, noise: Any, augment: Any, _: Any, loss: Any
    ) -> Any:
        return loss(*logits(d, real, g(noise(len(real))), augment))

    return key.in_g(value)


def in_both(logits: Callable[..., tuple[torch.Tensor, torch.Tensor]]) -> Step:
    """The round in which both players learn from other logits."""

    def step(*args: Any) -> Any:
        g, d, g_opt, d_opt, real, noise, augment, d_loss, g_loss = args
        first = descend(d_opt, d_loss(*logits(d, real, g(noise(len(real))).detach(), augment)))
        return first, descend(g_opt, g_loss(*logits(d, real, g(noise(len(real))), augment)))

    return step


def old_logits(*args: Any) -> tuple[float, float]:
    """G's half compares with logits of the real batch from before D's step."""
    g, d, g_opt, d_opt, real, noise, augment, d_loss, g_loss = args
    before = d(augment(real))
    first = descend(d_opt, d_loss(before, d(augment(g(noise(len(real))).detach()))))
    return first, descend(g_opt, g_loss(before.detach(), d(augment(g(noise(len(real)))))))


def at_once(*args: Any) -> tuple[float, float]:
    """Both losses at the old weights; then each player moves on its own."""
    g, d, g_opt, d_opt, real, noise, augment, d_loss, g_loss = args
    fake = augment(g(noise(len(real))))
    first, second = (
        d_loss(d(augment(real)), d(fake.detach())),
        g_loss(d(augment(real)), d(fake)),
    )
    g_opt.zero_grad()
    second.backward()
    d_opt.zero_grad()
    first.backward()
    d_opt.step()
    g_opt.step()
    return first.item(), second.item()


def g_first(*args: Any) -> tuple[float, float]:
    second = key.g_half.right(*args)
    return key.d_half.right(*args), second


def d_moves_too(*args: Any) -> tuple[float, float]:
    """D's optimiser steps in G's half as well."""
    first, value = key.d_half.right(*args), g_value(*args)
    for optimizer in args[2:4]:
        optimizer.zero_grad()
    value.backward()
    for optimizer in args[2:4]:
        optimizer.step()
    return first, value.item()


def d_reaches_g(*args: Any) -> tuple[float, float]:
    """Fakes are not detached, and G's gradients are not cleared after D's half."""
    g, d, g_opt, d_opt, real, noise, augment, d_loss, _ = args
    g_opt.zero_grad()
    first = descend(d_opt, d_loss(d(augment(real)), d(augment(g(noise(len(real)))))))
    second = g_value(*args)
    second.backward()
    g_opt.step()
    return first, second.item()


def swapped(*args: Any) -> Any:
    g, d, g_opt, d_opt, *rest = args
    return key.right(g, d, d_opt, g_opt, *rest)


key.wrong(
    "real_not_augmented",
    "The real samples are judged as they are, the fakes augmented.",
    "What happens to one side only is a mark by which D can tell the two apart: G will be taught to undo it.",
    in_both(lambda d, real, fake, augment: (d(real), d(augment(fake)))),
    in_d(lambda d, real, fake, augment: (d(real), d(augment(fake)))),
    in_g(lambda d, real, fake, augment: (d(real), d(augment(fake)))),
)
key.wrong(
    "fakes_not_augmented",
    "The fakes are judged as they are, the real samples augmented.",
    "Then G is taught to draw samples that look augmented: the holes and shifts leak into what it makes.",
    in_both(lambda d, real, fake, augment: (d(augment(real)), d(fake))),
    in_d(lambda d, real, fake, augment: (d(augment(real)), d(fake))),
    in_g(lambda d, real, fake, augment: (d(augment(real)), d(fake))),
)
key.wrong(
    "one_half_not_augmented",
    "One of the two halves, or both, judges samples as they are.",
    "Whatever D looks at, in its own step and in G's, passes through augment first.",
    in_both(lambda d, real, fake, augment: (d(real), d(fake))),
    in_d(lambda d, real, fake, augment: (d(real), d(fake))),
    in_g(lambda d, real, fake, augment: (d(real), d(fake))),
)
key.wrong(
    "augmented_twice",
    "Some samples are augmented twice, or the logits are, or the noise.",
    "Each sample passes through augment once on its way to D.",
    in_both(lambda d, real, fake, augment: (d(augment(augment(real))), d(augment(augment(fake))))),
    in_both(lambda d, real, fake, augment: (d(augment(augment(real))), d(augment(fake)))),
    in_d(lambda d, real, fake, augment: (d(augment(real)), d(augment(augment(fake))))),
    in_g(lambda d, real, fake, augment: (d(augment(augment(real))), d(augment(augment(fake))))),
    in_g(lambda d, real, fake, augment: (d(augment(augment(real))), d(augment(fake)))),
)
key.also(
    CUT_FROM_G,
    in_g(lambda d, real, fake, augment: (d(augment(real)), d(augment(fake.detach())))),
)
key.wrong(
    "old_discriminator",
    "In G's half something was judged by the D of before its step.",
    "The players take turns: after D's step let D judge both batches again, and give G those logits.",
    old_logits,
    at_once,
)
key.wrong(
    "optimizers_swapped",
    "The two optimisers have changed places.",
    "Each optimiser owns one network's parameters. Which of them moves D?",
    swapped,
)
key.wrong(
    "wrong_order",
    "G moved before D.",
    "D takes its step first; G then answers the D of now.",
    g_first,
)
key.wrong(
    "d_moves_in_g_step",
    "D also moved on the loss of G: it was trained to be fooled.",
    "G's backward pass leaves gradients in D. They must not be used: only G's optimiser steps in G's half.",
    d_moves_too,
)
key.wrong(
    "d_loss_reaches_g",
    "G moved on the loss of D as well: gradients of D's half were still in G when G stepped.",
    "Detach the fakes in D's half, or clear G's gradients after it and before G's own backward pass.",
    d_reaches_g,
)
key.also(
    SWAPPED_LOGITS,
    in_d(lambda d, real, fake, augment: (d(augment(fake)), d(augment(real)))),
    in_g(lambda d, real, fake, augment: (d(augment(fake)), d(augment(real)))),
    in_both(lambda d, real, fake, augment: (d(augment(fake)), d(augment(real)))),
)
key.also(
    REAL_AS_FAKE,
    in_d(lambda d, real, fake, augment: (d(augment(real)), d(augment(real)))),
    in_d(lambda d, real, fake, augment: (d(augment(fake)), d(augment(fake)))),
    in_g(lambda d, real, fake, augment: (d(augment(fake)), d(augment(fake)))),
)
key.also(
    ONE_SIDED,
    in_d(lambda d, real, fake, augment: (d(augment(real)), d(augment(fake)).detach())),
    in_d(lambda d, real, fake, augment: (d(augment(real)).detach(), d(augment(fake)))),
)
