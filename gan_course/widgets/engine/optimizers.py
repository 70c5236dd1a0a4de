"""The optimisers an explorer offers by name."""

from __future__ import annotations

import torch
from torch import nn

from gan_course.training.guard import guarded
from gan_course.widgets._errors import WidgetError

OPTIMIZERS = ("adam", "sgd", "momentum", "rmsprop")


def make_optimizer(name: str, network: nn.Module, lr: float) -> torch.optim.Optimizer:
    """Make one of `OPTIMIZERS` for a network; Adam with β₁ = 0.5, as GANs are usually trained."""
    parameters = list(network.parameters())
    if name == "adam":
        return guarded(torch.optim.Adam(parameters, lr, betas=(0.5, 0.999), fused=True))
    if name == "sgd":
        return guarded(torch.optim.SGD(parameters, lr, fused=True))
    if name == "momentum":
        return guarded(torch.optim.SGD(parameters, lr, momentum=0.5, fused=True))
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, lr)
    raise WidgetError(
        name, f"an optimiser must be one of {', '.join(OPTIMIZERS)}", "or pass optimizers=function"
    )
