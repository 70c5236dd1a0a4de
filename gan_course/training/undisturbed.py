"""Trying things on a student's networks and leaving no trace of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.seeding import random_state_kept

OptimizerState = tuple[dict[Any, dict[str, Any]], list[dict[str, Any]]]


@contextmanager
def undisturbed(*networks: nn.Module) -> Iterator[None]:
    """Put back random numbers, buffers, gradients and modes that a trial would leave changed."""
    buffers = [b for n in networks for b in n.buffers()]
    before = [(b, b.clone()) for b in buffers if not isinstance(b, nn.UninitializedBuffer)]
    gradients = [(p, p.grad) for n in networks for p in n.parameters()]
    modes = [(m, m.training) for n in networks for m in n.modules()]
    with random_state_kept():
        try:
            yield
        finally:
            with torch.no_grad():
                for buffer, value in before:
                    buffer.copy_(value)
            for p, gradient in gradients:
                p.grad = gradient
            for module, training in modes:
                module.training = training


@contextmanager
def untrained(networks: Sequence[nn.Module], optimizers: Sequence[torch.optim.Optimizer]) -> Iterator[None]:
    """Put back weights and optimisers too, so that whole training steps can be tried.

    Args:
        networks: Whose weights, buffers, gradients and modes are put back.
        optimizers: Whose running averages and options are put back.
    """
    weights = [(p, p.detach().clone(), p.requires_grad) for n in networks for p in n.parameters()]
    states = [(optimizer, _state_of(optimizer)) for optimizer in optimizers]
    with undisturbed(*networks):
        try:
            yield
        finally:
            with torch.no_grad():
                for p, value, trainable in weights:
                    p.requires_grad_(trainable)
                    p.copy_(value)
            for optimizer, state in states:
                _restore(optimizer, state)


def _state_of(optimizer: torch.optim.Optimizer) -> OptimizerState:
    state = {p: {name: _copied(value) for name, value in s.items()} for p, s in optimizer.state.items()}
    groups = [{name: v for name, v in g.items() if name != "params"} for g in optimizer.param_groups]
    return state, groups


def _restore(optimizer: torch.optim.Optimizer, saved: OptimizerState) -> None:
    # In place, group by group: load_state_dict would make new groups, which a student's scheduler may hold.
    state, groups = saved
    optimizer.state.clear()
    optimizer.state.update(state)
    for group, options in zip(optimizer.param_groups, groups, strict=True):
        group.update(options)


def _copied(value: Any) -> Any:
    return value.clone() if isinstance(value, Tensor) else copy.deepcopy(value)
