"""Where z comes from."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from gan_course.errors import SetupError

Noise = Callable[[int], Tensor]


def latent_shape(generator: nn.Module, latent_dim: int | tuple[int, ...] | None) -> tuple[int, ...]:
    """Find the shape of one z.

    Args:
        generator: Asked for an attribute ``latent_dim``, else for the width of its first layer.
        latent_dim: The answer, if the caller gives it.

    Returns:
        The shape without the batch dimension.

    Raises:
        SetupError: If it can not be found.
    """
    given = latent_dim if latent_dim is not None else getattr(generator, "latent_dim", None)
    if isinstance(given, int):
        return (given,)
    if isinstance(given, tuple):
        return given
    for module in generator.modules():
        if isinstance(module, nn.Linear) and not isinstance(module, nn.LazyLinear):
            return (module.in_features,)
        if isinstance(module, nn.ConvTranspose2d | nn.Conv2d):
            return (module.in_channels, 1, 1)
    raise SetupError("the size of z cannot be read off the generator: give latent_dim= or noise=.")


def standard_normal(
    shape: tuple[int, ...], device: torch.device, generator: torch.Generator | None = None
) -> Noise:
    """Return a function from n to n draws of z ~ N(0, I), shape ``(n, *shape)``."""

    def draw(n: int) -> Tensor:
        return torch.randn(n, *shape, generator=generator, device=device)

    return draw
