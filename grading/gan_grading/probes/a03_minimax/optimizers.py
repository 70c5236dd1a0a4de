"""Probe of the two optimisers: who owns which weights, and how far they move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

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
MAXIMISES = Misconception(
    "maximises",
    "An optimiser climbs: it moves along the gradient, not against it.",
    "The losses of this course are made to be minimised, D's too (L_D = −V). Both players descend.",
)
SOME_MISSING = Misconception(
    "some_parameters_missing",
    "Some weights of a network are never moved by its optimiser.",
    "A module lists everything it can learn, biases included: hand all of .parameters() over.",
)
COPIES = Misconception(
    "moves_copies",
    "Your optimisers do not move the networks that were given.",
    "An optimiser moves the very parameters it was built with: take them from the networks given in this call, and not from copies.",
)
SPOILS = Misconception(
    "changes_networks",
    "Your function changes the networks it is given.",
    "It is asked for two optimisers only: weights, and whether they can be trained, stay as they are.",
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


def _networks(student: Student, dice: Dice, scale: float = 1.0) -> tuple[Ref, Ref]:
    generator = student.spy_module("G", [("linear", dice.normal(2, 3, scale=scale), dice.normal(2))])
    discriminator = student.spy_module("D", [("linear", dice.normal(1, 2, scale=scale), dice.normal(1))])
    return generator, discriminator


def _is_pair(value: Any) -> bool:
    # A class of the student's own, with a step() but not derived from torch's, is an optimiser too.
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(v, Ref) and v.kind in ("optimizer", "other") for v in value)
    )


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    networks = _networks(student, dice)
    before = [student.state(network) for network in networks]
    pair = student.call(NAME, *networks, dice.number(0.01, 0.2), 0.5).value
    sheet.insist(
        _is_pair(pair), "returns two optimisers", "not_two_optimizers", f"returned {type_text(pair)}"
    )
    unmoved = all(_unmoved(b, student.state(n)) for b, n in zip(before, networks, strict=True))
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    sheet.insist(unmoved and trainable, "leaves the networks alone", "changes_networks")
    duel = Duel(NAME, "who moves, and how far", _play, _reference, RIVALS)
    if not duel.agrees(student, dice):
        _judge_rate(student, dice, sheet)
    duel.judge(student, dice, sheet)
    _judge_still(student, dice, sheet)


def _judge_still(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Without a gradient nothing moves, however large the weights: only weight decay would."""
    networks = _networks(student, dice, scale=1000.0)
    before = [student.state(network) for network in networks]
    for optimizer in student.call(NAME, *networks, 0.1, 0.5).value:
        for network in networks:
            student.set_gradients(network, 0.0)
        student.call(optimizer, method="step")
    unmoved = all(_unmoved(b, student.state(n)) for b, n in zip(before, networks, strict=True))
    sheet.require(unmoved, "no gradient, no move", "another_rule")


def _unmoved(before: Mapping[str, torch.Tensor], after: Mapping[str, torch.Tensor]) -> bool:
    return all(torch.equal(before[name], after[name]) for name in before)


def _judge_rate(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Tell plain momentum with other numbers than the ones given from everything else.

    Raises:
        GiveUp: if an optimiser is plain momentum with another lr or momentum.
    """
    lr, momentum = dice.number(0.01, 0.2), dice.number(0.3, 0.9)
    for which in ("g", "d"):
        one, two, three = _steps_per_unit(student, which, lr, momentum, gradient=2.0)
        again = _steps_per_unit(student, which, lr, momentum, gradient=7.0)
        if one <= 0 or not same([one, two, three], again):
            continue  # not this rule: the length of the steps does not follow the gradient
        # On a constant gradient momentum m takes steps in the ratios 1 : 1 + m : 1 + m + m².
        m = two / one - 1
        if m < 0 or not same(one * (1 + m + m * m), three) or same([lr, momentum], [one, m]):
            continue
        sheet.insist(False, "follows lr and momentum", "no_momentum" if m < 1e-3 else "wrong_rate")


def _steps_per_unit(student: Student, which: str, lr: float, momentum: float, gradient: float) -> list[float]:
    """Lengths of three steps of one network on a constant gradient, divided by that gradient."""
    generator, discriminator = _networks(student, Dice(1))
    pair = student.call(NAME, generator, discriminator, lr, momentum).value
    network, optimizer = (generator, pair[0]) if which == "g" else (discriminator, pair[1])
    lengths = []
    for _ in range(3):
        before = student.state(network)["net.0.weight"]
        student.set_gradients(network, gradient)
        student.call(optimizer, method="step")
        moved = before - student.state(network)["net.0.weight"]
        lengths.append(float(moved.mean()) / gradient)
    return lengths


Pair = tuple[torch.optim.Optimizer, torch.optim.Optimizer]


def _sgd(g: Any, d: Any, lr: float, momentum: float) -> Pair:
    return torch.optim.SGD(g, lr=lr, momentum=momentum), torch.optim.SGD(d, lr=lr, momentum=momentum)


def _reference(generator: nn.Module, discriminator: nn.Module, lr: float, momentum: float) -> Pair:
    return _sgd(generator.parameters(), discriminator.parameters(), lr, momentum)


def _both(generator: nn.Module, discriminator: nn.Module) -> list[nn.Parameter]:
    return [*generator.parameters(), *discriminator.parameters()]


def _each(make: Callable[..., torch.optim.Optimizer]) -> Callable[..., Pair]:
    """Two optimisers of one kind, from ``make(parameters, lr, momentum)``."""
    return lambda g, d, lr, momentum: (
        make(list(g.parameters()), lr, momentum),
        make(list(d.parameters()), lr, momentum),
    )


def _one_climbs(g_climbs: bool, d_climbs: bool) -> Callable[..., Pair]:
    return lambda g, d, lr, momentum: (
        torch.optim.SGD(g.parameters(), lr=lr, momentum=momentum, maximize=g_climbs),
        torch.optim.SGD(d.parameters(), lr=lr, momentum=momentum, maximize=d_climbs),
    )


RULES: tuple[Callable[..., torch.optim.Optimizer], ...] = (
    lambda p, lr, m: torch.optim.Adam(p, lr=lr, betas=(0.5, 0.999)),
    lambda p, lr, m: torch.optim.AdamW(p, lr=lr),
    lambda p, lr, m: torch.optim.RMSprop(p, lr=lr),
    lambda p, lr, m: torch.optim.RMSprop(p, lr=lr, momentum=m),
    lambda p, lr, m: torch.optim.Adagrad(p, lr=lr),
    lambda p, lr, m: torch.optim.SGD(p, lr=lr, momentum=m, nesterov=True),
    *(
        partial(lambda decay, p, lr, m: torch.optim.SGD(p, lr, m, weight_decay=decay), decay)
        for decay in (0.1, 0.05, 0.01, 0.005, 0.001)
    ),
)

RIVALS = (
    *(Rival(MAXIMISES, _one_climbs(*who)) for who in ((False, True), (True, False), (True, True))),
    *(Rival(ADAM, _each(rule)) for rule in RULES),
    Rival(SOME_MISSING, _each(lambda p, lr, m: torch.optim.SGD(p[:1], lr, m))),
    Rival(SOME_MISSING, _each(lambda p, lr, m: torch.optim.SGD(p[1:], lr, m))),
    Rival(COPIES, _each(lambda p, lr, m: torch.optim.SGD([q.clone().detach() for q in p], lr, m))),
    Rival(SWAPPED, lambda g, d, lr, momentum: _reference(g, d, lr, momentum)[::-1]),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(g.parameters(), _both(g, d), lr, momentum)),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(_both(g, d), d.parameters(), lr, momentum)),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: _sgd(_both(g, d), _both(g, d), lr, momentum)),
    Rival(OWNS_BOTH, lambda g, d, lr, momentum: (torch.optim.SGD(_both(g, d), lr, momentum),) * 2),
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

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), NOT_TWO, SPOILS)),)
