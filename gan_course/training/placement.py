"""Where a run's networks live."""

from __future__ import annotations

import torch
from torch import nn

from gan_course.device import pick_device
from gan_course.errors import SetupError
from gan_course.training.settings import Settings


def place(generator: nn.Module, discriminator: nn.Module, settings: Settings) -> torch.device:
    """Move both networks to the run's device, and return it.

    It is the accelerator's, else the one asked for, else where the networks are.

    Args:
        generator: Moved in place.
        discriminator: Moved in place.
        settings: Asked for the device and the accelerator.

    Raises:
        SetupError: If they live on different devices and none was asked for, or are no modules with weights.
        DeviceError: If the device asked for is not there.
    """
    homes = {_home(generator, "generator"), _home(discriminator, "discriminator")}
    if settings.accelerator is not None:
        device = torch.device(settings.accelerator.device)
    elif settings.device is not None:
        device = pick_device(settings.device).device
    elif len(homes) > 1:
        named = " and ".join(sorted(str(home) for home in homes))
        raise SetupError(
            f"generator and discriminator live on different devices ({named}): give device=, or move both "
            "with .to(device)."
        )
    else:
        (device,) = homes
    generator.to(device)
    discriminator.to(device)
    return device


def _home(network: nn.Module, whose: str) -> torch.device:
    if not isinstance(network, nn.Module):
        raise SetupError(f"the {whose} is {type(network).__name__}: give a torch.nn.Module.")
    parameter = next(network.parameters(), None)
    if parameter is None:
        raise SetupError(f"the {whose} has no trainable parameters: give a module with weights to train.")
    return parameter.device
