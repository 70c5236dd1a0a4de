"""One iteration of everything a run will do, tried on a whole batch before any training time is spent.

Nothing it touches stays changed: weights, optimisers, averages, statistics and random numbers are put back.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from gan_course.errors import SetupError
from gan_course.training import preflight
from gan_course.training.explain import explained
from gan_course.training.noise import Noise
from gan_course.training.players import Backward
from gan_course.training.preflight_losses import check_losses
from gan_course.training.settings import Settings
from gan_course.training.turns import Turns
from gan_course.training.undisturbed import undisturbed, untrained


def check_parts(
    generator: nn.Module,
    discriminator: nn.Module,
    real: Tensor,
    labels: Tensor | None,
    noise: Noise,
    settings: Settings,
) -> None:
    """Try networks and losses, one by one, so that what fails has a name.

    Args:
        generator: From z to samples.
        discriminator: From samples to logits.
        real: A batch of real samples, shape (N, ...).
        labels: Their labels where the run is conditional, shape (N,).
        noise: From n to z.
        settings: The run's options.

    Raises:
        SetupError: Naming the part, what it did and what to change.
    """
    few = preflight.ROWS
    few_labels = None if labels is None else labels[:few]
    with undisturbed():
        preflight.check_networks(generator, discriminator, real[:few], noise, few_labels)
        check_losses(generator, discriminator, real, noise, *settings.losses(), labels)


def rehearse(
    turns: Turns,
    backward: Backward,
    real: Tensor,
    labels: Tensor | None,
    averaged: AveragedModel | None,
    parts: tuple[nn.Module, nn.Module, torch.optim.Optimizer, torch.optim.Optimizer],
) -> None:
    """Play one turn of each player: penalty, precision, clipping, optimisers, hooks and the average.

    Args:
        turns: The run's turns.
        backward: Its precision, whose scale is put back.
        real: A batch of real samples, shape (N, ...).
        labels: Their labels where the run is conditional, shape (N,).
        averaged: The average of G's weights; None if there is none.
        parts: G, D and their optimisers.

    Raises:
        SetupError: If a turn fails in a way that is known.
    """
    generator, discriminator, *optimizers = parts
    networks = [generator, discriminator, *([] if averaged is None else [averaged])]
    scale = backward.state()
    with untrained(networks, optimizers):
        try:
            turns.rehearse(real, labels)
            if averaged is not None:
                averaged.update_parameters(generator)
        except (RuntimeError, ValueError) as error:
            known = explained(f"a training step fails on samples of shape {tuple(real.shape)}", error)
            if known is None:
                raise
            raise known from error
        finally:
            backward.restore(scale)


def average_of(generator: nn.Module, decay: float | None) -> AveragedModel | None:
    """Return the running average of G's weights that a decay asks for.

    Raises:
        SetupError: If the generator cannot be copied.
    """
    if decay is None:
        return None
    mean: Any = torch.optim.swa_utils.get_ema_multi_avg_fn(decay)
    try:
        return AveragedModel(generator, multi_avg_fn=mean, use_buffers=True)
    except (RuntimeError, TypeError) as error:
        raise SetupError(
            "average= needs a copy of the generator, which holds something that cannot be copied "
            f"({' '.join(str(error).split())[:120]}): keep tensors in register_buffer, nothing else in self."
        ) from error
