"""What the wrong steps of both players have in common: their misconceptions, and ways to go wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import torch
from torch import nn

from gan_course.exercises.finding import Misconception

Noise = Callable[[int], torch.Tensor]
Loss = Callable[..., torch.Tensor]

STALE_GRADIENTS = Misconception(
    "stale_gradients",
    "Gradients of an earlier step are added to those of this one.",
    "backward() adds to what is there. Clear the optimiser's gradients before it, not only after the step.",
)
NO_STEP = Misconception(
    "no_step",
    "No weight changed.",
    "Check that loss.backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
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
CUT_FROM_G = Misconception(
    "cut_from_g",
    "G did not move: no gradient reached it.",
    "The signal for G comes back through D and through x = G(z). detach() or no_grad() on that way cuts it.",
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
CUT_FROM_D = Misconception(
    "cut_from_d",
    "No gradient can reach D from the loss.",
    "Only the fakes are held constant. D's own work on them, and on the real batch, must stay in the graph.",
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

Make = Callable[[nn.Module, float], torch.optim.Optimizer]
# Optimisers people build anew in a step; the first has no memory, like an update by hand.
REBUILT: tuple[Make, ...] = (
    lambda network, lr: torch.optim.SGD(network.parameters(), lr=lr),
    lambda network, lr: torch.optim.Adam(network.parameters(), lr=lr),
    *(
        partial(lambda rate, network, lr: torch.optim.SGD(network.parameters(), lr=rate), rate)
        for rate in (0.1, 0.05, 0.01, 0.001)
    ),
    *(
        partial(lambda rate, network, lr: torch.optim.Adam(network.parameters(), lr=rate), rate)
        for rate in (0.01, 0.001, 0.0002)
    ),
)
FACTORS = (0.5, 2.0, 0.25, 0.1, 10.0)


def rebuilt(make: Make, optimizer: torch.optim.Optimizer, network: nn.Module) -> torch.optim.Optimizer:
    """Make a new optimiser with the learning rate of the one given."""
    rate: float = optimizer.param_groups[0]["lr"]
    return make(network, rate)


def descend(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    """Take one step down a loss and return its value."""
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
