"""Keys of training steps: one step down the loss of one player, and the many ways to get that wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.step_misconceptions import CUT_FROM_D, CUT_FROM_G, NO_STEP
from gan_course.exercises.step_world import NETWORKS, OPTIMIZERS
from gan_grading.keys.key import Key, KnownMistake

Step = Callable[..., float]
Value = Callable[..., torch.Tensor]  # what is minimised, from the arguments of the step

STALE_GRADIENTS = Misconception(
    "stale_gradients",
    "Gradients of an earlier step are added to those of this one.",
    "backward() adds to what is there. Clear the optimiser's gradients before it, not only after the step.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "The weights moved in the opposite direction: the loss grew.",
    "An optimiser goes downhill on the loss it is given. The sign is already in the loss.",
)
SWAPPED_LOGITS = Misconception(
    "swapped_logits",
    "The loss received real and fake logits in the wrong order.",
    "The order is loss(real_logits, fake_logits).",
)
REAL_AS_FAKE = Misconception(
    "real_as_fake",
    "The second batch of logits does not come from G(z).",
    "D must be shown fakes: x = G(z), then D(x).",
)
NEW_OPTIMIZER = Misconception(
    "new_optimizer",
    "The step does not go on where the optimiser given stopped: its momentum is lost.",
    "Use the optimiser you are given. A new one in each step forgets what the last one learned.",
)
TWO_STEPS = Misconception(
    "two_steps",
    "The optimiser took more than one step.",
    "One call is one step: k is the business of the loop around it.",
)
ONE_SIDED = Misconception(
    "one_sided",
    "Only one kind of sample taught D.",
    "The gradient must flow through D on the real batch and through D on the fake batch.",
)
STEP_FIRST = Misconception(
    "step_before_backward",
    "The optimiser steps before this batch's gradients are there: it uses those of the step before.",
    "Three lines, one order: clear the old gradients, backward, step.",
)
SCALED = Misconception(
    "scaled_loss",
    "Your step descends on a multiple of the loss it was given.",
    "The loss comes as it should be minimised. Nothing divides or multiplies it in the step.",
)
PROBABILITIES = Misconception(
    "probabilities_given",
    "The loss received probabilities where it expects logits.",
    "The losses of this course apply σ themselves: hand them what D returned.",
)
ONE_Z = Misconception(
    "one_z_for_all",
    "All fakes of a batch come from the same z, so they are all the same.",
    "One noise vector makes one sample. How many vectors does noise(n) give you?",
)
CLIPPED = Misconception(
    "clipped",
    "Your step clips gradients or weights, which nobody asked for.",
    "Clipping belongs to other games (assignment 05). Here the optimiser uses the gradient as it is.",
)
MORE_THAN_THE_LOSS = Misconception(
    "more_than_the_loss",
    "Your step descends on more than the loss it was given: something is added to it.",
    "Weight decay and other penalties are remedies of their own. Here the loss alone is minimised.",
)

# Optimisers people build anew in a step; the first has no memory, like an update by hand.
RATES = (0.1, 0.05, 0.01, 0.001)
FACTORS = (0.5, 2.0, 0.25, 0.1, 10.0)
BOUNDS = (1.0, 0.5, 0.1, 0.01)


class StepKey(Key):
    """A key of one step of one player, made of what is minimised.

    What every step can get wrong (old gradients, a new optimiser, two steps, ...) is among its known mistakes,
    after those that the exercise declares itself.
    """

    def __init__(
        self,
        *,
        value: Value,
        moves: str,
        arguments: Sequence[str],
        losses: Mapping[str, int],
        **settings: Any,
    ) -> None:
        """Begin the key of a step down ``value``.

        Args:
            value: what is minimised, from the arguments of the step.
            moves: who learns, "D" or "G".
            arguments: of the step, see :class:`gan_course.exercises.step_world.Setup`.
            losses: for each loss how many batches of logits it takes.
            settings: further ones of the experiment.
        """
        super().__init__(
            "steps",
            right=self._descending(value, moves, arguments),
            moves=[moves],
            arguments=list(arguments),
            losses=dict(losses),
            **settings,
        )
        self._value, self._moves, self._arguments = value, moves, tuple(arguments)

    def downhill(self, value: Value) -> Step:
        """Return the step that descends on another value."""
        return self._descending(value, self._moves, self._arguments)

    @staticmethod
    def _descending(value: Value, moves: str, arguments: Sequence[str]) -> Step:
        place = list(arguments).index(OPTIMIZERS[moves])
        return lambda *args: descend(args[place], value(*args))

    @cached_property
    def _spelled_out(self) -> list[KnownMistake]:
        own = list(self._declared)
        shared = [KnownMistake(m, answer) for m, answer in self.common_mistakes()]
        return own + shared

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the exercise's own first."""
        return self._spelled_out

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Everything that may be found, each once."""
        shared = {m.id: m for m, _ in self.common_mistakes()}
        return tuple({**shared, **{m.id: m for m in super().misconceptions}}.values())

    def common_mistakes(self, moving: bool = False) -> list[tuple[Misconception, Step]]:
        """What a step of any player can get wrong.

        Args:
            moving: leave out those in which the player does not move: nothing but the way there tells one
                from another.
        """
        value = self._value
        places = [self._arguments.index(name) for name in (OPTIMIZERS[self._moves], NETWORKS[self._moves])]
        cut = {"D": CUT_FROM_D, "G": CUT_FROM_G}[self._moves]
        found: list[tuple[Misconception, Step]] = [
            (WRONG_WAY, self.downhill(lambda *a: -value(*a))),
            (cut, self.downhill(lambda *a: value(*a).detach())),
            *([] if moving else [(NO_STEP, lambda *a: value(*a).item())]),
        ]
        orders = [order for order in ORDERS if order.moves or not moving]
        found += [(order.misconception, order.step(value, places[0])) for order in orders]
        found += [(NEW_OPTIMIZER, _rebuilding(value, places, *how)) for how in REBUILT]
        found += [(TWO_STEPS, _repeating(self.right, times)) for times in (2, 3, 5)]
        found += [(SCALED, self.downhill(_scaled(value, factor))) for factor in FACTORS]
        found += [(SCALED, self.downhill(_by_size(value, power))) for power in (-1, 1)]
        found += [(CLIPPED, _clipping(value, places, norm=bound)) for bound in BOUNDS]
        found += [(CLIPPED, _clipping(value, places, weights=bound)) for bound in BOUNDS]
        found += [(MORE_THAN_THE_LOSS, _decaying(value, places, by)) for by in (1e-2, 1e-3, 1e-1)]
        return found


def descend(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    """Take one step down a loss and return its value."""
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


class _Order:
    """The lines of a step in a wrong order, such as "backward step clear"."""

    def __init__(self, misconception: Misconception, lines: str, moves: bool = True) -> None:
        self.misconception, self._lines, self.moves = misconception, lines.split(), moves

    def step(self, value: Value, optimizer: int) -> Step:
        def step(*args: Any) -> float:
            loss, given = value(*args), args[optimizer]
            done = {"clear": given.zero_grad, "step": given.step}
            for line in self._lines:
                if line == "backward":
                    loss.backward(retain_graph=True)
                else:
                    done[line]()
            return loss.item()

        return step


ORDERS = (
    _Order(STALE_GRADIENTS, "backward step"),
    _Order(STALE_GRADIENTS, "backward step clear"),
    _Order(NO_STEP, "backward clear step", moves=False),
    _Order(TWO_STEPS, "clear backward step step"),
    _Order(SCALED, "clear backward backward step"),
    _Order(STEP_FIRST, "step backward"),
    _Order(STEP_FIRST, "step clear backward"),
    _Order(STEP_FIRST, "clear step backward", moves=False),
)
REBUILT = (
    ("sgd", None),
    ("adam", None),
    *(("sgd", rate) for rate in RATES),
    *(("adam", rate) for rate in (0.01, 0.001, 0.0002)),
)


def _rebuilding(value: Value, places: Sequence[int], kind: str, rate: float | None) -> Step:
    """The step with an optimiser of its own, with the rate of the one given or another."""
    make = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[kind]

    def step(*args: Any) -> float:
        given, network = (args[p] for p in places)
        own = make(network.parameters(), lr=rate or given.param_groups[0]["lr"])
        return descend(own, value(*args))

    return step


def _repeating(step: Step, times: int) -> Step:
    return lambda *args: [step(*args) for _ in range(times)][-1]


def _scaled(value: Value, factor: float) -> Value:
    return lambda *args: factor * value(*args)


def _by_size(value: Value, power: int) -> Value:
    def scaled(*args: Any) -> torch.Tensor:
        sizes = [
            len(a) if isinstance(a, torch.Tensor) else a for a in args if isinstance(a, torch.Tensor | int)
        ]
        return value(*args) * float(sizes[0]) ** power

    return scaled


def _clipping(value: Value, places: Sequence[int], norm: float = 0.0, weights: float = 0.0) -> Step:
    """The step with a bound on the gradient's norm, or on every weight afterwards."""

    def step(*args: Any) -> float:
        given, network = (args[p] for p in places)
        loss = value(*args)
        given.zero_grad()
        loss.backward()
        if norm:
            nn.utils.clip_grad_norm_(network.parameters(), norm)
        given.step()
        if weights:
            for parameter in network.parameters():
                parameter.data.clamp_(-weights, weights)
        return loss.item()

    return step


def _decaying(value: Value, places: Sequence[int], by: float) -> Step:
    """The step down the loss and a share of the weights' squares."""

    def step(*args: Any) -> float:
        network = args[places[1]]
        squares = torch.stack([p.square().sum() for p in network.parameters()]).sum()
        return descend(args[places[0]], value(*args) + by * squares)

    return step
