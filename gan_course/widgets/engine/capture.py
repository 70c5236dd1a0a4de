"""A trainer's whole state at one moment, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

if TYPE_CHECKING:
    from gan_course.widgets.engine.trainer import Trainer


def capture(trainer: Trainer) -> dict[str, Any]:
    """Copy everything needed to go on from here exactly: weights, optimisers, random streams, counters."""
    return {
        "G": copied(trainer.G.state_dict()),
        "D": copied(trainer.D.state_dict()),
        "g_optimizer": (type(trainer.g_optimizer), copied(trainer.g_optimizer.state_dict())),
        "d_optimizer": (type(trainer.d_optimizer), copied(trainer.d_optimizer.state_dict())),
        "random": trainer.random.get_state(),
        "global": trainer.global_state,
        "counts": copied(vars(trainer.counts)),
        "last": dict(trainer.last),
    }


def restore(trainer: Trainer, state: dict[str, Any]) -> None:
    """Put a trainer back to a captured state; the capture itself stays untouched."""
    trainer.G.load_state_dict(state["G"])
    trainer.D.load_state_dict(state["D"])
    _load(trainer.g_optimizer, state["g_optimizer"])
    _load(trainer.d_optimizer, state["d_optimizer"])
    trainer.random.set_state(state["random"])
    trainer.global_state = state["global"]
    vars(trainer.counts).update(state["counts"])
    trainer.last = dict(state["last"])


def _load(optimizer: torch.optim.Optimizer, recorded: tuple[type, dict[str, Any]]) -> None:
    kind, state = recorded
    if kind is not type(optimizer):
        return  # recorded under another kind of optimiser: its averages mean nothing to this one
    rates = [group["lr"] for group in optimizer.param_groups]
    optimizer.load_state_dict(copied(state))
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate  # the rate on the control, not the one of back then


def copied(state: Any) -> Any:
    """Copy nested dicts, lists and tensors; a quarter of the time `copy.deepcopy` takes on tensors."""
    if isinstance(state, Tensor):
        return state.detach().clone()
    if isinstance(state, dict):
        return {name: copied(value) for name, value in state.items()}
    if isinstance(state, list):
        return [copied(value) for value in state]
    return state


def state_bytes(state: object) -> int:
    """Bytes held by the tensors of a captured state."""
    if isinstance(state, Tensor):
        return state.element_size() * state.nelement()
    if isinstance(state, dict):
        return sum(state_bytes(value) for value in state.values())
    if isinstance(state, list | tuple):
        return sum(state_bytes(value) for value in state)
    return 0
