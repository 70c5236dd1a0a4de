"""Key of a DCGAN's training written whole, with an averaged generator to draw from (Radford et al. 2015)."""

import copy
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_grading.keys.games import ONE_KIND, Game, GameKey, asked
from gan_grading.keys.steps import REAL_AS_FAKE

Tensor = torch.Tensor
SATURATING = Misconception(
    "saturating",
    "G descends on log(1 − D), which saturates.",
    "The text asks for the loss of assignment 04: G climbs log D of its fakes.",
    share=0.5,
)


def d_loss(real: Tensor, fake: Tensor) -> Tensor:
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def g_loss(fake: Tensor) -> Tensor:
    return F.softplus(-fake).mean()


def both(s: Any) -> tuple[Tensor, Tensor]:
    return asked(s, s.x, None), asked(s, s.fake, None)


def in_one_batch(s: Any) -> tuple[Tensor, ...]:
    return asked(s, torch.cat([s.x, s.fake]), None).chunk(2)


def begin(s: Any) -> None:
    s.averaged = copy.deepcopy(s.generator)


def averaging(
    weights: Callable[[Tensor, Tensor, float], Tensor], buffers: bool = True
) -> Callable[[Any], None]:
    """Move the copy: a rule for its weights, and whether what batch norm stores is copied."""

    def after(s: Any) -> None:
        with torch.no_grad():
            for mean, new in zip(s.averaged.parameters(), s.generator.parameters(), strict=True):
                mean.copy_(weights(mean, new, s.keep))
            for old, new in zip(s.averaged.buffers(), s.generator.buffers(), strict=True):
                old.copy_(new if buffers else old)

    return after


def right_rule(mean: Tensor, new: Tensor, keep: float) -> Tensor:
    return keep * mean + (1 - keep) * new


def buffers_averaged(s: Any) -> None:
    before = [b.clone() for b in s.averaged.buffers()]
    averaging(right_rule)(s)
    for old, new in zip(before, s.averaged.buffers(), strict=True):
        if new.is_floating_point():
            new.copy_(s.keep * old + (1 - s.keep) * new)


def keeps_the_generator(s: Any) -> None:
    s.averaged = s.generator


NAMES = ("generator", "discriminator", "g_optimizer", "d_optimizer", "sample_real", "noise", "steps", "keep")
key = GameKey(
    Game(
        NAMES,
        d_loss,
        g_loss,
        both,
        shared=True,
        begin=begin,
        after=averaging(right_rule),
        result=lambda s: s.averaged.eval(),
    ),
    pictures=True,
    returns="network",
)
key.also(SATURATING, key.having(g_loss=lambda a: -F.softplus(a).mean()))
key.wrong(
    "real_and_fake_in_one_batch",
    "D was shown real pictures and fakes in one batch.",
    "Batch norm takes its mean over the whole batch: mixed, each kind is told about the other. Ask D twice.",
    key.having(judged=in_one_batch),
)
key.wrong(
    "labels_swapped",
    "D learns to call fakes real and real pictures fake.",
    "Which of its logits should rise, and which term of your loss falls when they do?",
    key.having(d_loss=lambda real, fake: d_loss(fake, real)),
)
key.also(
    ONE_KIND,
    key.having(d_loss=lambda real, fake: F.softplus(-real).mean()),
    key.having(d_loss=lambda real, fake: F.softplus(fake).mean()),
)
key.also(REAL_AS_FAKE, key.having(judged=lambda s: (asked(s, s.x, None), asked(s, s.x, None))))
key.wrong(
    "buffers_left_behind",
    "The averaged generator draws with what batch norm had stored before training.",
    "parameters() does not list running means and variances: buffers() does. Copy them as they are.",
    key.having(after=averaging(right_rule, buffers=False)),
    share=0.5,
)
key.wrong(
    "buffers_averaged",
    "What batch norm stores was averaged a second time.",
    "Running means are averages already. Copy them as they are.",
    key.having(after=buffers_averaged),
    share=0.25,
)
key.wrong(
    "not_averaged",
    "What is returned is the generator as training left it, not the average of its weights.",
    "Take a copy before the first iteration, and move it a little towards the generator after each.",
    key.having(
        begin=keeps_the_generator, after=lambda s: None, result=lambda s: copy.deepcopy(s.generator).eval()
    ),
    key.having(after=averaging(lambda mean, new, keep: new)),
    share=0.5,
)
key.wrong(
    "share_reversed",
    "The average forgets what it should keep: the two shares have changed places.",
    "`keep` is the share of the average that stays; 1 − keep of the new weights comes in.",
    key.having(after=averaging(lambda mean, new, keep: (1 - keep) * mean + keep * new)),
    share=0.5,
)
key.wrong(
    "average_of_the_start",
    "The weights returned are those from before the first iteration.",
    "The average moves after every step of G: where does your line stand, and does it write into the copy?",
    key.having(after=averaging(lambda mean, new, keep: mean)),
    share=0.5,
)
key.wrong(
    "average_from_zero",
    "The average does not begin at the generator's first weights.",
    "Begin with a copy of the generator, so that the average is a network from the first iteration on.",
    key.having(begin=lambda s: from_zero(s)),
    share=0.5,
)


def from_zero(s: Any) -> None:
    begin(s)
    for parameter in s.averaged.parameters():
        parameter.data.zero_()
