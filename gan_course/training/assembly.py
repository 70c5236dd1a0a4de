"""Putting a run together: optimisers, players and their turns, the fall of the rates."""

from __future__ import annotations

from collections.abc import Callable

from torch import nn

from gan_course.training import preflight
from gan_course.training.noise import Noise
from gan_course.training.optimizers import LinearDecay, make_optimizer
from gan_course.training.players import Backward, Batch, DiscriminatorPlayer, GeneratorPlayer
from gan_course.training.settings import Settings
from gan_course.training.turns import Parts, Turns


def make_parts(generator: nn.Module, discriminator: nn.Module, settings: Settings) -> Parts:
    """Make both optimisers, and return them behind their networks.

    Raises:
        SetupError: If an optimiser does not own its own network's parameters and no others.
    """
    s = settings
    d_lr = s.lr if s.d_lr is None else s.d_lr
    g_optimizer = make_optimizer(s.g_optimizer or s.optimizer, generator, s.lr, s.betas, "generator")
    d_optimizer = make_optimizer(s.d_optimizer or s.optimizer, discriminator, d_lr, s.betas, "discriminator")
    if s.check:
        preflight.check_owners(generator, discriminator, g_optimizer, d_optimizer)
    return generator, discriminator, g_optimizer, d_optimizer


def make_turns(
    parts: Parts,
    settings: Settings,
    draw: Callable[[int], Batch],
    noise: Noise,
    backward: Backward,
    together: bool,
) -> tuple[Turns, Parts]:
    """Make the players whose losses are given, and their turns.

    Args:
        parts: Networks and optimisers.
        settings: Losses, penalty, whole steps.
        draw: From n to real samples with their labels (or None).
        noise: From n to z.
        backward: How gradients are made.
        together: Give D real and fake samples in one pass.

    Returns:
        The turns, and the parts with the optimisers that an accelerator has wrapped.
    """
    s = settings
    generator, discriminator, g_optimizer, d_optimizer = parts
    d_loss, g_loss = s.losses()
    g_full, d_full = generator, discriminator
    if s.accelerator is not None:
        g_full, d_full, g_optimizer, d_optimizer = s.accelerator.prepare(*parts)
    # Each player's own network is the wrapped one, whose gradients are averaged over processes; the
    # other, held constant, is the bare one.
    d_player = g_player = None
    if d_loss is not None and s.d_step is None:
        d_player = DiscriminatorPlayer(
            generator, d_full, d_optimizer, d_loss, noise, backward,
            penalty=s.penalty, penalty_every=s.penalty_every, clip_weights=s.clip_weights, together=together,
        )  # fmt: skip
    if g_loss is not None and s.g_step is None:
        g_player = GeneratorPlayer(g_full, discriminator, g_optimizer, g_loss, noise, backward)
    made = (generator, discriminator, g_optimizer, d_optimizer)
    return Turns(s, draw, noise, made, d_player, g_player), made


def make_decay(parts: Parts, settings: Settings) -> LinearDecay | None:
    """Return what lets the learning rates fall; None where they stay."""
    s = settings
    return None if s.decay is None else LinearDecay(parts[2:], s.decay, s.decay_from, s.steps)
