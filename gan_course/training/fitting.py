"""Whether a checkpoint fits a run: looked at as a whole before anything is replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from gan_course.errors import CheckpointError
from gan_course.training import randomness


class Parts(Protocol):
    """The parts of a run that a checkpoint replaces."""

    generator: nn.Module
    discriminator: nn.Module
    averaged: AveragedModel | None
    g_optimizer: torch.optim.Optimizer
    d_optimizer: torch.optim.Optimizer
    device: torch.device


def check(run: Parts, state: Mapping[str, Any], *, same_numbers: bool) -> None:
    """See that every entry fits its part.

    Args:
        run: What the checkpoint is to be loaded into.
        state: The checkpoint.
        same_numbers: Whether the random numbers are to be taken over.

    Raises:
        CheckpointError: Naming the first entry that does not fit, and the mend.
        KeyError: If an entry is missing.
    """
    _check_network("generator", run.generator, state["generator"])
    _check_network("discriminator", run.discriminator, state["discriminator"])
    _check_average(run.averaged, state["averaged"])
    _check_optimizer("g_optimizer", run.g_optimizer, state["g_optimizer"])
    _check_optimizer("d_optimizer", run.d_optimizer, state["d_optimizer"])
    int(state["penalty_count"])
    if same_numbers:
        randomness.check(state["random"], run.device)


def _check_network(entry: str, network: nn.Module, saved: Mapping[str, Any]) -> None:
    own = network.state_dict()
    differing = sorted(own.keys() ^ saved.keys()) or [n for n in own if _shape(own[n]) != _shape(saved[n])]
    if differing:
        name = differing[0]
        there, here = (_shape(s[name]) if name in s else "missing" for s in (saved, own))
        raise CheckpointError(
            f"it belongs to other networks ({entry}: {name!r} is {there} there and {here} here); build the "
            "ones it was saved with."
        )


def _check_average(averaged: AveragedModel | None, saved: Mapping[str, Any] | None) -> None:
    if (averaged is None) != (saved is None):
        there, here = ("without", "with") if saved is None else ("with", "without")
        raise CheckpointError(f"it was saved {there} average= and this run is {here}: give the same options.")
    if averaged is not None and saved is not None:
        _check_network("averaged", averaged, saved)


def _check_optimizer(entry: str, optimizer: torch.optim.Optimizer, saved: Mapping[str, Any]) -> None:
    groups, saved_groups = optimizer.param_groups, saved["param_groups"]
    sizes, saved_sizes = ([len(g["params"]) for g in every] for every in (groups, saved_groups))
    options, saved_options = ({name for g in every for name in g} for every in (groups, saved_groups))
    if sizes != saved_sizes or not options <= saved_options:
        raise CheckpointError(
            f"its entry {entry!r} is of another kind of optimiser, or of other parameters; give the same "
            "optimizer= and networks."
        )
    # Running averages have their parameter's shape, or are single numbers such as Adam's count of steps.
    parameters = [p for g in groups for p in g["params"]]
    for index, values in saved["state"].items():
        for name, value in values.items():
            if isinstance(value, Tensor) and value.ndim > 0 and value.shape != parameters[index].shape:
                raise CheckpointError(
                    f"its entry {entry!r} holds {name!r} of shape {tuple(value.shape)} for a parameter of "
                    f"shape {tuple(parameters[index].shape)}; build the networks it was saved with."
                )


def _shape(value: Any) -> object:
    return tuple(value.shape) if isinstance(value, Tensor) else type(value).__name__
