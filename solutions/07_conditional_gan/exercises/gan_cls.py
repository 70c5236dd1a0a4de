"""Key of a conditional run written whole (Reed et al. 2016, https://arxiv.org/abs/1605.05396, Algorithm 1)."""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_grading.keys.games import ONE_KIND, Game, GameKey, asked, made

Tensor = torch.Tensor
SATURATING = Misconception(
    "saturating",
    "G descends on log(1 − D), another loss than the one in the box.",
    "The box has log s_f for G: it climbs the logarithm of the probability that its fakes are taken for matched.",
    share=0.5,
)


def d_loss(right: Tensor, fake: Tensor, wrong: Tensor) -> Tensor:
    return F.softplus(-right).mean() + (F.softplus(fake).mean() + F.softplus(wrong).mean()) / 2


def g_loss(fake: Tensor) -> Tensor:
    return F.softplus(-fake).mean()


def three(s: Any) -> tuple[Tensor, ...]:
    return asked(s, s.x, s.y), asked(s, s.fake, s.y), asked(s, s.x, s.mismatch(s.y))


def pairs(logits: Callable[[Any], tuple[Tensor, ...]]) -> Game:
    return key.having(judged=logits)


def without(which: int) -> Game:
    """The run whose D's loss lacks a term."""
    weights = [1.0, 0.5, 0.5]
    weights[which] = 0.0

    def loss(*logits: Tensor) -> Tensor:
        terms = (F.softplus(-logits[0]), F.softplus(logits[1]), F.softplus(logits[2]))
        return torch.stack([w * t.mean() for w, t in zip(weights, terms, strict=True)]).sum()

    return key.having(d_loss=loss)


def other_fakes(s: Any) -> tuple[Tensor, ...]:
    """D judges the fakes under labels that they were not made for."""
    return asked(s, s.x, s.y), asked(s, s.fake, s.mismatch(s.y)), asked(s, s.x, s.mismatch(s.y))


def made_for_others(s: Any) -> tuple[Tensor, ...]:
    fake = made(s, s.z, s.mismatch(s.y)).detach()
    return asked(s, s.x, s.y), asked(s, fake, s.y), asked(s, s.x, s.mismatch(s.y))


NAMES = (
    "generator",
    "discriminator",
    "g_optimizer",
    "d_optimizer",
    "sample_real",
    "noise",
    "mismatch",
    "steps",
)
key = GameKey(Game(NAMES, d_loss, g_loss, three))
key.also(SATURATING, key.having(g_loss=lambda a: -F.softplus(a).mean()))
key.wrong(
    "unweighted",
    "The two wrong kinds count twice as much as the box says.",
    "The box halves their sum, so that right and wrong have the same weight.",
    key.having(d_loss=lambda a, b, c: F.softplus(-a).mean() + F.softplus(b).mean() + F.softplus(c).mean()),
    share=0.5,
)
key.wrong(
    "mean_of_three",
    "The three terms of D's loss have the same weight.",
    "The right pairs stand in the box with weight 1, each of the wrong kinds with one half.",
    key.having(
        d_loss=lambda a, b, c: (F.softplus(-a).mean() + F.softplus(b).mean() + F.softplus(c).mean()) / 3
    ),
    share=0.5,
)
key.wrong(
    "two_kinds_only",
    "Real images with wrong labels are missing from D's loss.",
    "Line 8 of the box: s_w. That is what makes D read the label.",
    without(2),
    key.having(d_loss=lambda a, b, c: F.softplus(-a).mean() + F.softplus(b).mean()),
)
key.also(ONE_KIND, without(0), without(1))
key.wrong(
    "swapped_kinds",
    "A kind of pair is rewarded that should be rejected.",
    "One of three is right: real images with their own labels. D's logit rises for these alone.",
    pairs(lambda s: (three(s)[1], three(s)[0], three(s)[2])),
    pairs(lambda s: (three(s)[2], three(s)[1], three(s)[0])),
)
key.wrong(
    "mismatched_fakes",
    "Your third kind of pair is a fake with a wrong label.",
    "A fake is rejected for being fake, so its wrong label teaches nothing. The mismatched pair has a real image.",
    pairs(lambda s: (asked(s, s.x, s.y), asked(s, s.fake, s.y), asked(s, s.fake, s.mismatch(s.y)))),
)
key.wrong(
    "labels_of_fakes",
    "G and D do not get the same labels for the fakes.",
    "What G was asked for and what D is asked about is one and the same y.",
    pairs(other_fakes),
    pairs(made_for_others),
)
