"""Key of the generator's conditional loss, −E[log σ(a(G(z, y), y))]: the same label for G and for D."""

from collections.abc import Callable
from functools import partial

import torch
import torch.nn.functional as F
from torch import nn

from gan_course.exercises.experiments.conditional_loss import FLAT
from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys.key import Key

from ._shared import NO_LOG, SIGMOID_TWICE

Of = Callable[[torch.Tensor], torch.Tensor]


def loss(
    term: Of, g: nn.Module, d: nn.Module, z: torch.Tensor, y: torch.Tensor, between: Of = lambda x: x
) -> torch.Tensor:
    """A loss of D's logits, with something between G and D."""
    return term(d(between(g(z, y)), y))


def right(a: torch.Tensor) -> torch.Tensor:
    return F.softplus(-a).mean()


def clamped(bound: float) -> Of:
    return lambda a: F.softplus(-a.clamp(-bound, bound)).mean()


key = Key("conditional_loss", right=partial(loss, right))
key.wrong(
    "saturating",
    "This is the saturating loss, log(1 − σ(a)).",
    "Here G maximises log σ(a), the form whose slope is steep where D rejects.",
    partial(loss, lambda a: F.logsigmoid(-a).mean()),
)
key.wrong(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G wants D's logits to be large. What must happen to the loss when they grow?",
    partial(loss, lambda a: F.softplus(a).mean()),
    partial(loss, lambda a: F.logsigmoid(a).mean()),
)
key.also(MEAN_MISSING, partial(loss, lambda a: F.softplus(-a).sum()), partial(loss, lambda a: F.softplus(-a)))
key.also(
    NO_LOG,
    partial(loss, lambda a: -a.mean()),
    partial(loss, lambda a: -torch.sigmoid(a).mean()),
    partial(loss, lambda a: 1 - torch.sigmoid(a).mean()),
    partial(loss, lambda a: -torch.log(torch.sigmoid(a).mean())),
    partial(loss, lambda a: F.softplus(-a.mean())),
)
key.wrong(
    "least_squares",
    "Your loss measures squared distances to a label.",
    "Least squares belong to another kind of GAN; this exercise asks for the logarithm.",
    partial(loss, lambda a: ((a - 1) ** 2).mean()),
    partial(loss, lambda a: ((torch.sigmoid(a) - 1) ** 2).mean()),
)
key.wrong(
    "smoothed_label",
    "Your loss pulls D's verdict towards a label that is not 1.",
    "Label smoothing is a remedy of its own, and one for D. This exercise asks for the plain formula.",
    *(
        partial(loss, lambda a, s=s: (s * F.softplus(-a) + (1 - s) * F.softplus(a)).mean())
        for s in (0.9, 0.8, 0.95)
    ),
)
key.also(SIGMOID_TWICE, partial(loss, lambda a: F.softplus(-torch.sigmoid(a)).mean()))
key.wrong(
    "scaled",
    "Your loss is a multiple of what the formula gives.",
    "One mean over the samples, and nothing else in front of it.",
    partial(loss, lambda a: 0.5 * F.softplus(-a).mean()),
    partial(loss, lambda a: 2 * F.softplus(-a).mean()),
)
key.also(FLAT, *(partial(loss, clamped(b)) for b in (1.0, 2.0, 3.0, 5.0)))
key.wrong(
    "cut_from_generator",
    "No gradient reaches G: its images are cut from it before D judges them.",
    "In D's step the fakes are plain numbers. In G's loss the gradient must come back through them.",
    partial(loss, right, between=torch.Tensor.detach),
)
key.also(DETACHED, partial(loss, lambda a: F.softplus(-a).mean().detach()))
