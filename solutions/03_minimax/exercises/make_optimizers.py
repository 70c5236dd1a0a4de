"""Key of the two optimisers: stochastic gradient descent with momentum, one for each network."""

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.experiments.optimizers import WEIGHT_DECAY, WRONG_RATE
from gan_grading.keys import Key

Make = Callable[..., torch.optim.Optimizer]
Pair = tuple[torch.optim.Optimizer, torch.optim.Optimizer]
SGD = torch.optim.SGD


def right(generator: nn.Module, discriminator: nn.Module, lr: float, momentum: float) -> Pair:
    return SGD(generator.parameters(), lr, momentum), SGD(discriminator.parameters(), lr, momentum)


def each(make: Make) -> Callable[..., Pair]:
    """Two optimisers of one kind, from ``make(parameters, lr, momentum)``."""
    return both(make, make)


def both(make_g: Make, make_d: Make) -> Callable[..., Pair]:
    """Two optimisers, one of each kind."""
    return lambda g, d, lr, momentum: (
        make_g(list(g.parameters()), lr, momentum),
        make_d(list(d.parameters()), lr, momentum),
    )


def owning(of_g: Callable[..., Any], of_d: Callable[..., Any]) -> Callable[..., Pair]:
    """Two right optimisers of other weights, given (g, d)."""
    return lambda g, d, lr, momentum: (SGD(of_g(g, d), lr, momentum), SGD(of_d(g, d), lr, momentum))


def all_of(g: nn.Module, d: nn.Module) -> list[nn.Parameter]:
    return [*g.parameters(), *d.parameters()]


def only_g(g: nn.Module, d: nn.Module) -> list[nn.Parameter]:
    return list(g.parameters())


def only_d(g: nn.Module, d: nn.Module) -> list[nn.Parameter]:
    return list(d.parameters())


def plain(p: Any, lr: float, momentum: float) -> torch.optim.Optimizer:
    return SGD(p, lr, momentum)


def fixed(p: Any, lr: float, momentum: float, *, rate: float | None, memory: float) -> torch.optim.Optimizer:
    return SGD(p, lr if rate is None else rate, memory)


key = Key("optimizers", right=right)
key.wrong(
    "swapped",
    "The two optimisers come back in the wrong order.",
    "The exercise asks for (g_optimizer, d_optimizer): the generator's first.",
    lambda g, d, lr, momentum: right(g, d, lr, momentum)[::-1],
)
key.wrong(
    "owns_both",
    "An optimiser moves the weights of the other network too.",
    "While one player moves, the other holds still. Whose .parameters() belongs to which optimiser?",
    owning(only_g, all_of),
    owning(all_of, only_d),
    owning(all_of, all_of),
    lambda g, d, lr, momentum: (SGD(all_of(g, d), lr, momentum),) * 2,
)
key.wrong(
    "same_network",
    "Both optimisers move the same network.",
    "Each network needs an optimiser of its own, given that network's parameters().",
    owning(only_g, only_g),
    owning(only_d, only_d),
)
key.wrong(
    "maximises",
    "An optimiser climbs: it moves along the gradient, not against it.",
    "The losses of this course are made to be minimised, D's too (L_D = −V). Both players descend.",
    *(
        both(partial(SGD, maximize=who[0]), partial(SGD, maximize=who[1]))
        for who in ((False, True), (True, False), (True, True))
    ),
)
key.wrong(
    "no_momentum",
    "An optimiser has no momentum: on the same gradient its second step is as long as the first.",
    "Momentum remembers the last step. torch.optim.SGD takes it as an argument.",
    each(partial(fixed, rate=None, memory=0.0)),
    both(plain, partial(fixed, rate=None, memory=0.0)),
    both(partial(fixed, rate=None, memory=0.0), plain),
    *(each(partial(fixed, rate=rate, memory=0.0)) for rate in (0.1, 0.01, 0.001)),
)
key.wrong(
    "wrong_momentum",
    "The momentum is not the one given.",
    "Pass momentum on to each optimiser as it came, and lr as well, each under its own name.",
    *(each(partial(fixed, rate=None, memory=memory)) for memory in (0.9, 0.5, 0.99, 0.95, 0.8)),
    *(each(partial(fixed, rate=rate, memory=m)) for rate in (0.1, 0.01, 0.001) for m in (0.9, 0.5)),
    lambda g, d, lr, momentum: right(g, d, momentum, lr),
    both(plain, partial(fixed, rate=None, memory=0.9)),
    both(partial(fixed, rate=None, memory=0.9), plain),
    each(lambda p, lr, momentum: SGD(p, lr, 1 - momentum)),
)
key.also(WRONG_RATE)
key.wrong(
    "nesterov",
    "Your optimiser looks ahead of its step: this is Nesterov's variant of momentum.",
    "The rule of the exercise moves by the remembered direction itself. Which argument of SGD changes that?",
    each(lambda p, lr, momentum: SGD(p, lr, momentum, nesterov=momentum > 0)),
)
key.wrong(
    "damped",
    "The new gradient enters the remembered direction with a factor below 1.",
    "The rule of the exercise adds the whole gradient: v ← μv + ∇L. No dampening, no factor 1 − μ.",
    each(lambda p, lr, momentum: SGD(p, lr, momentum, dampening=momentum)),
    *(each(partial(SGD, dampening=by)) for by in (0.1, 0.5, 0.9)),
    each(lambda p, lr, momentum: SGD(p, lr * (1 - momentum), momentum)),
)
key.also(
    WEIGHT_DECAY,
    *(each(partial(SGD, weight_decay=decay)) for decay in (0.1, 0.01, 0.001)),
)
key.wrong(
    "another_rule",
    "The steps are not those of gradient descent with momentum.",
    "The paper used momentum. A rule that rescales every step, such as Adam or RMSprop, forgets how long the gradient is.",
    each(lambda p, lr, m: torch.optim.Adam(p, lr=lr)),
    each(lambda p, lr, m: torch.optim.Adam(p, lr=lr, betas=(m, 0.999))),
    each(lambda p, lr, m: torch.optim.Adam(p, lr=lr, betas=(0.5, 0.999))),
    each(lambda p, lr, m: torch.optim.RMSprop(p, lr=lr)),
    each(lambda p, lr, m: torch.optim.RMSprop(p, lr=lr, momentum=m)),
    each(lambda p, lr, m: torch.optim.Adagrad(p, lr=lr)),
    both(lambda p, lr, m: torch.optim.Adam(p, lr=lr), plain),
    both(plain, lambda p, lr, m: torch.optim.Adam(p, lr=lr)),
)
key.wrong(
    "some_parameters_missing",
    "Some weights of a network are never moved by its optimiser.",
    "A module lists everything it can learn, biases included: hand all of .parameters() over.",
    each(lambda p, lr, m: SGD(p[:1], lr, m)),
    each(lambda p, lr, m: SGD(p[1:], lr, m)),
    both(lambda p, lr, m: SGD(p[:1], lr, m), plain),
    both(plain, lambda p, lr, m: SGD(p[:1], lr, m)),
    both(plain, lambda p, lr, m: SGD(p[1:], lr, m)),
)
key.wrong(
    "moves_copies",
    "Your optimisers do not move the networks that were given.",
    "An optimiser moves the very parameters it was built with: take them from the networks given in this call, and not from copies.",
    each(lambda p, lr, m: SGD([q.clone().detach() for q in p], lr, m)),
)
