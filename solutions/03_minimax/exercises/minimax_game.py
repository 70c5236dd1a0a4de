"""Key of Algorithm 1 written whole (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661, section 4)."""

from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_grading.keys.games import ONE_KIND, Game, GameKey, asked
from gan_grading.keys.steps import REAL_AS_FAKE

Tensor = torch.Tensor
NON_SATURATING = Misconception(
    "non_saturating",
    "G descends on −log D, another loss than the one in the box.",
    "It is the better one in practice, and assignment 04 is about it. Here G goes down the second term of V.",
    share=0.5,
)
SIGMOID_TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to a loss.",
    "D returns logits. Functions that take logits apply σ by themselves.",
)
NO_LOGARITHM = Misconception(
    "no_logarithm",
    "The logarithms of the box are missing.",
    "V is made of log D and log(1 − D), not of D and 1 − D.",
)


def d_loss(real: Tensor, fake: Tensor) -> Tensor:
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def g_loss(fake: Tensor) -> Tensor:
    return -F.softplus(fake).mean()


def both(s: Any) -> tuple[Tensor, Tensor]:
    return asked(s, s.x, None), asked(s, s.fake, None)


def values(s: Any) -> list[float]:
    return [-value for value in s.values]


NAMES = ("generator", "discriminator", "g_optimizer", "d_optimizer", "sample_real", "noise", "steps", "k")
key = GameKey(Game(NAMES, d_loss, g_loss, both, result=values))
key.also(NON_SATURATING, key.having(g_loss=lambda a: F.softplus(-a).mean()))
key.wrong(
    "labels_swapped",
    "D learns to call fakes real and real samples fake.",
    "In which of the two terms of V stands log D, and in which log(1 − D)?",
    key.having(d_loss=lambda real, fake: d_loss(fake, real)),
)
key.also(
    ONE_KIND,
    key.having(d_loss=lambda real, fake: F.softplus(-real).mean()),
    key.having(d_loss=lambda real, fake: F.softplus(fake).mean()),
)
key.also(REAL_AS_FAKE, key.having(judged=lambda s: (asked(s, s.x, None), asked(s, s.x, None))))
key.also(
    SIGMOID_TWICE,
    key.having(
        d_loss=lambda real, fake: d_loss(real.sigmoid(), fake.sigmoid()), g_loss=lambda a: g_loss(a.sigmoid())
    ),
    key.having(d_loss=lambda real, fake: d_loss(real.sigmoid(), fake.sigmoid())),
    key.having(g_loss=lambda a: g_loss(a.sigmoid())),
)
key.also(
    NO_LOGARITHM,
    key.having(
        d_loss=lambda real, fake: fake.sigmoid().mean() - real.sigmoid().mean(),
        g_loss=lambda a: -a.sigmoid().mean(),
    ),
    key.having(g_loss=lambda a: -a.sigmoid().mean()),
)
key.wrong(
    "losses_returned",
    "The list holds D's losses, where the values of V are asked for.",
    "D's loss is −V: the numbers of the game are negative, and rise towards 0 as D gets better.",
    key.having(result=lambda s: list(s.values)),
    share=0.25,
)
