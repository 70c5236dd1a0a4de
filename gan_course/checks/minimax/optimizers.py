"""Check of the two optimisers: who owns what, and how a step behaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.checks.framework import Report, close, describe, exercise_check, number
from gan_course.checks.stand_ins import leave_gradients, linear, snapshot

_LR, _MOMENTUM, _GRADIENT = 0.1, 0.9, 2.0


@exercise_check
def make_optimizers(report: Report, answer: Callable[..., Any]) -> None:
    """Check ownership and two steps of each optimiser on a constant gradient."""
    players = {"G": linear([[1.0, 2.0], [0.5, -1.0]], [0.0, 1.0]), "D": linear([[1.0, -0.5]], [0.25])}
    pair = report.call(answer, players["G"], players["D"], _LR, _MOMENTUM)
    is_pair = isinstance(pair, tuple | list) and len(pair) == 2
    if not is_pair or not all(isinstance(o, torch.optim.Optimizer) for o in pair):
        report.failed(
            f"returned {describe(pair)}, wanted two optimisers", "One for G and one for D, in this order."
        )
        return
    for (name, player), optimizer in zip(players.items(), pair, strict=True):
        if not _owns(report, name, player, optimizer):
            return
    for (name, player), optimizer in zip(players.items(), pair, strict=True):
        _steps(report, name, player, optimizer)


def _owns(report: Report, name: str, player: nn.Module, optimizer: torch.optim.Optimizer) -> bool:
    held = {id(p) for group in optimizer.param_groups for p in group["params"]}
    own = {id(p) for p in player.parameters()}
    word = "first" if name == "G" else "second"
    if held == own:
        report.passed(f"the {word} optimiser holds all of {name}'s parameters and no others")
        return True
    if held and not held & own:
        teach = "The order of the pair is generator first, discriminator second."
    elif held - own:
        teach = "A step of one player would move the other too, and undo what that one just learned."
    else:
        teach = "Weights and biases of every layer should be trained; a module lists all of them."
    report.failed(f"the {word} optimiser does not hold exactly {name}'s parameters", teach)
    return False


def _steps(report: Report, name: str, player: nn.Module, optimizer: torch.optim.Optimizer) -> None:
    """Two steps on the same gradient: the second is longer by the momentum."""
    lengths = []
    for _ in range(2):
        before = snapshot(player)
        leave_gradients(player, _GRADIENT)
        report.call(optimizer.step)
        lengths.append(float((before - snapshot(player)).mean()))
    first, second = lengths
    report.expect(
        close(first, _LR * _GRADIENT),
        f"{name}'s first step is lr · gradient",
        f"{name}'s first step for lr = 0.1 and gradient 2: yours {number(first, 3)}, wanted 0.200",
        "Plain gradient descent is asked. An optimiser that rescales the gradient (Adam, RMSprop) steps "
        "otherwise, and so does another learning rate than the one given.",
    )
    report.expect(
        close(second, _LR * _GRADIENT * (1 + _MOMENTUM)),
        f"{name}'s second step is longer by the momentum",
        f"{name}'s second step on the same gradient: yours {number(second, 3)}, wanted 0.380",
        "With momentum 0.9 the second step keeps 0.9 of the first one's speed. Did the momentum arrive?",
    )
