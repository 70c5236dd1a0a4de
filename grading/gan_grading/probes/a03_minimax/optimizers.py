"""Probe of the two optimisers: who owns which weights, and how far they move."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import type_text
from gan_grading.student import Ref, Student

NAME = "make_optimizers"
SWAPPED = Misconception(
    "swapped",
    "The two optimisers come back in the wrong order.",
    "The exercise asks for (g_optimizer, d_optimizer): the generator's first.",
)
OWNS_BOTH = Misconception(
    "owns_both",
    "An optimiser moves the weights of the other network too.",
    "While one player moves, the other holds still. Whose .parameters() belongs to which optimiser?",
)
SAME_NETWORK = Misconception(
    "same_network",
    "Both optimisers move the same network.",
    "Each network needs an optimiser of its own, given that network's parameters().",
)
NO_MOMENTUM = Misconception(
    "no_momentum",
    "The second step is as long as the first: there is no momentum.",
    "Momentum remembers the last step. torch.optim.SGD takes it as an argument.",
)
WRONG_RATE = Misconception(
    "wrong_rate",
    "The step does not follow the learning rate and momentum given.",
    "Pass lr and momentum on to each optimiser, each under its own name.",
)
ADAM = Misconception(
    "another_rule",
    "The steps are not those of gradient descent with momentum.",
    "The paper used momentum; Adam rescales every step, so its length no longer follows the gradient.",
)
NOT_TWO = Misconception(
    "not_two_optimizers",
    "What came back is not a pair of optimisers.",
    "Return the two optimisers separated by a comma: generator's first, discriminator's second.",
)


def _play(student: Student, dice: Dice) -> Observation:
    generator, discriminator = _networks(student, dice)
    lr, momentum = dice.number(0.01, 0.2), dice.number(0.3, 0.9)
    pair = student.call(NAME, generator, discriminator, lr, momentum).value
    if not _is_pair(pair):
        return {"pair": type_text(pair)}
    seen: dict[str, Any] = {}
    for which, optimizer in zip(("g", "d"), pair, strict=True):
        for step in (1, 2):
            student.set_gradients(generator, dice.number(0.5, 2.0))
            student.set_gradients(discriminator, dice.number(0.5, 2.0))
            before = [student.state(generator), student.state(discriminator)]
            student.call(optimizer, method="step")
            after = [student.state(generator), student.state(discriminator)]
            moves = [{k: b[k] - a[k] for k in b} for a, b in zip(after, before, strict=True)]
            seen[f"{which} step {step}"] = {"G moves": moves[0], "D moves": moves[1]}
    return seen


def _networks(student: Student, dice: Dice) -> tuple[Ref, Ref]:
    generator = student.spy_module("G", [("linear", dice.normal(2, 3), dice.normal(2))])
    discriminator = student.spy_module("D", [("linear", dice.normal(1, 2), dice.normal(1))])
    return generator, discriminator


def _is_pair(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(v, Ref) and v.kind == "optimizer" for v in value)
    )


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    generator, discriminator = _networks(student, dice)
    pair = student.call(NAME, generator, discriminator, 0.1, 0.5).value
    sheet.insist(
        _is_pair(pair), "returns two optimisers", "not_two_optimizers", f"returned {type_text(pair)}"
    )
    Duel(NAME, "who moves, and how far", _play, _reference, RIVALS).judge(student, dice, sheet)


Pair = tuple[torch.optim.Optimizer, torch.optim.Optimizer]


def _sgd(g: Any, d: Any, lr: float, momentum: float) -> Pair:
    return torch.optim.SGD(g, lr=lr, momentum=momentum), torch.optim.SGD(d, lr=lr, momentum=momentum)


def _reference(generator: nn.Module, discriminator: nn.Module, lr: float, momentum: float) -> Pair:
    return _sgd(generator.parameters(), discriminator.parameters(), lr, momentum)


def _both(generator: nn.Module, discriminator: nn.Module) -> list[nn.Parameter]:
    return [*generator.parameters(), *discriminator.parameters()]


RIVALS = (
    Rival(SWAPPED, lambda g, d, lr, momentum: _reference(g, d, lr, momentum)[::-1]),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(g.parameters(), _both(g, d), lr, momentum)),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(_both(g, d), d.parameters(), lr, momentum)),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(_both(g, d), _both(g, d), lr, momentum)),
    Rival(SAME_NETWORK, lambda g, d, lr, momentum: _sgd(g.parameters(), g.parameters(), lr, momentum)),
    Rival(SAME_NETWORK, lambda g, d, lr, momentum: _sgd(d.parameters(), d.parameters(), lr, momentum)),
    Rival(NO_MOMENTUM, lambda g, d, lr, momentum: _sgd(g.parameters(), d.parameters(), lr, 0.0)),
    Rival(WRONG_RATE, lambda g, d, lr, momentum: _sgd(g.parameters(), d.parameters(), momentum, lr)),
    Rival(
        ADAM,
        lambda g, d, lr, momentum: (
            torch.optim.Adam(g.parameters(), lr=lr),
            torch.optim.Adam(d.parameters(), lr=lr),
        ),
    ),
    Rival(
        ADAM,
        lambda g, d, lr, momentum: (
            torch.optim.Adam(g.parameters(), lr=lr, betas=(momentum, 0.999)),
            torch.optim.Adam(d.parameters(), lr=lr, betas=(momentum, 0.999)),
        ),
    ),
    Rival(
        NO_MOMENTUM,
        lambda g, d, lr, momentum: (
            torch.optim.SGD(g.parameters(), lr=lr, momentum=momentum),
            torch.optim.SGD(d.parameters(), lr=lr),
        ),
    ),
    Rival(
        NO_MOMENTUM,
        lambda g, d, lr, momentum: (
            torch.optim.SGD(g.parameters(), lr=lr),
            torch.optim.SGD(d.parameters(), lr=lr, momentum=momentum),
        ),
    ),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), NOT_TWO)),)
