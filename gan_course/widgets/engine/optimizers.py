"""The optimisers an explorer offers by name."""

from __future__ import annotations

import torch
from torch import nn

from gan_course.training.guard import guarded
from gan_course.widgets._errors import WidgetError

OPTIMIZERS = ("adam", "sgd", "momentum", "rmsprop")


def in_words(optimizer: torch.optim.Optimizer) -> str:
    """Say what an optimiser is and how fast, for example "SGD, rate 0.05, momentum 0.9"."""
    group = optimizer.param_groups[0]
    parts = [type(optimizer).__name__, f"rate {float(group['lr']):g}"] if "lr" in group else []
    if group.get("momentum"):
        parts.append(f"momentum {float(group['momentum']):g}")
    if group.get("betas"):
        parts.append(f"betas ({', '.join(f'{float(b):g}' for b in group['betas'])})")
    return ", ".join(parts) or type(optimizer).__name__


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
