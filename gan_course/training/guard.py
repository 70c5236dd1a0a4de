"""Keeping torch's guard against out-of-date graphs with optimisers that switch it off."""

from __future__ import annotations

from typing import TypeVar

import torch
from torch.autograd.graph import increment_version

Optimizer = TypeVar("Optimizer", bound=torch.optim.Optimizer)


def guarded(optimizer: Optimizer) -> Optimizer:
    """Let torch notice when a graph is used after a fused optimiser has moved its weights.

    Torch counts every change of a tensor, and refuses to walk a graph backwards through weights that have
    changed since. Fused kernels move weights without counting, so that a step of G on logits from before
    D's step gets a wrong gradient and no error. Here each step is counted: some millionths of a second.

    Args:
        optimizer: Any optimiser; one that is not fused stays as it is.

    Returns:
        The same optimiser.

    >>> weight = torch.nn.Parameter(torch.ones(1))
    >>> optimizer = guarded(torch.optim.Adam([weight], fused=True))
    >>> loss = (weight**2).sum()
    >>> torch.autograd.backward(loss, retain_graph=True)
    >>> optimizer.step()
    >>> torch.autograd.backward(loss)
    Traceback (most recent call last):
    ...
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace ...
    """
    fused = any(group.get("fused") for group in optimizer.param_groups)
    if fused and not hasattr(optimizer, "_gan_course_guard"):
        optimizer._gan_course_guard = optimizer.register_step_post_hook(_count)  # type: ignore[attr-defined]
    return optimizer


def _count(optimizer: torch.optim.Optimizer, _args: object, _kwargs: object) -> None:
    for group in optimizer.param_groups:
        if group.get("fused"):
            for p in group["params"]:
                if p.grad is not None:
                    increment_version(p)
