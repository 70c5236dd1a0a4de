"""Key of D's step on three kinds of pairs (Reed et al. 2016, https://arxiv.org/abs/1605.05396, Algorithm 1)."""

from collections.abc import Callable
from functools import partial
from typing import Any

import torch

from gan_course.exercises.step_labels import FAKE_OTHER_LABELS, ONLY_REAL_CONDITIONED
from gan_course.exercises.step_misconceptions import IGNORES_GENERATOR, STALE_NOISE
from gan_grading.keys.steps import ONE_Z, PROBABILITIES, REAL_AS_FAKE, SCALED, StepKey, descend

Tensor = torch.Tensor
Move = Callable[[Tensor], Tensor]


def value(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Tensor:
    fake = g(noise(len(real)), y).detach()
    total: Tensor = loss(d(real, y), d(fake, y), d(real, mismatch(y)))
    return total


def judged(logits: Callable[..., tuple[Tensor, ...]]) -> Callable[..., float]:
    """The step on the loss of other logits, given (d, real, y, fake, wrong)."""

    def other(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Tensor:
        fake = g(noise(len(real)), y).detach()
        total: Tensor = loss(*logits(d, real, y, fake, mismatch(y)))
        return total

    return key.downhill(other)


def in_order(*which: int) -> Callable[..., float]:
    return judged(
        lambda d, real, y, fake, wrong: [(d(real, y), d(fake, y), d(real, wrong))[i] for i in which]
    )


def with_cut(which: int) -> Callable[..., float]:
    def logits(d: Any, real: Any, y: Any, fake: Any, wrong: Any) -> list[Tensor]:
        three = [d(real, y), d(fake, y), d(real, wrong)]
        three[which] = three[which].detach()
        return three

    return judged(logits)


def labelled(
    real_y: Callable[..., Tensor], for_g: Callable[..., Tensor], fake_y: Callable[..., Tensor]
) -> Any:
    """Other labels for the real images, for G, and for the fakes; each of (y, wrong)."""

    def other(g: Any, d: Any, opt: Any, x: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Tensor:
        wrong = mismatch(y)
        fake = g(noise(len(x)), for_g(y, wrong)).detach()
        total: Tensor = loss(d(x, real_y(y, wrong)), d(fake, fake_y(y, wrong)), d(x, wrong))
        return total

    return key.downhill(other)


def keeps_first(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> float:
    z = noise(len(real))
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([z, z, z])
    return descend(opt, value(g, d, opt, real, y, lambda n: g.old_z[:n], mismatch, loss))


def one_z(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> float:
    return descend(opt, value(g, d, opt, real, y, lambda n: noise(1).expand(n, -1), mismatch, loss))


def squashed(g: Any, d: Any, *rest: Any) -> Tensor:
    return value(g, lambda x, y: torch.sigmoid(d(x, y)), *rest)


def same(y: Tensor, _wrong: Tensor) -> Tensor:
    return y


def wrongly(_y: Tensor, wrong: Tensor) -> Tensor:
    return wrong


def zero(y: Tensor, _wrong: Tensor) -> Tensor:
    return torch.zeros_like(y)


def moved(move: Move) -> Callable[..., Tensor]:
    return lambda y, _wrong: move(y)


MOVES: tuple[Move, ...] = (
    lambda y: y.flip(0),
    lambda y: y.roll(1),
    lambda y: y.roll(-1),
    lambda y: y.sort().values,
)
key = StepKey(
    value=value,
    moves="D",
    arguments=[
        "generator",
        "discriminator",
        "d_optimizer",
        "real",
        "labels",
        "noise",
        "mismatch",
        "loss",
    ],
    losses={"loss": 3},
)
key.wrong(
    "third_pair_not_mismatched",
    "The three kinds of pairs are not there: real images with wrong labels are missing, or stand in the place of the right ones.",
    "Write the three pairs down: (real, y), (fake, y), (real, wrong). Which does each D call of yours see?",
    judged(lambda d, real, y, fake, wrong: (d(real, y), d(fake, y), d(real, y))),
    judged(lambda d, real, y, fake, wrong: (d(real, y), d(fake, y), d(fake, y))),
    labelled(wrongly, same, same),
)
key.wrong(
    "mismatched_fakes",
    "Your third kind of pair is a fake with a wrong label.",
    "A fake is rejected for being fake, so its wrong label teaches nothing. The mismatched pair has a real image.",
    judged(lambda d, real, y, fake, wrong: (d(real, y), d(fake, y), d(fake, wrong))),
)
key.wrong(
    "swapped_kinds",
    "The loss received the three batches of logits in the wrong order.",
    "The order is loss(matched, fake, mismatched).",
    *(in_order(*order) for order in ((0, 2, 1), (1, 0, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1))),
)
key.also(
    FAKE_OTHER_LABELS,
    labelled(same, same, wrongly),
    labelled(same, wrongly, same),
    *(labelled(same, same, moved(move)) for move in MOVES),
    *(labelled(same, moved(move), same) for move in MOVES),
)
key.also(
    ONLY_REAL_CONDITIONED,
    labelled(same, zero, zero),
    labelled(same, same, zero),
    labelled(same, zero, same),
)
key.wrong(
    "labels_moved",
    "The real images were judged under labels in another order.",
    "Row i of `real` belongs to row i of `labels`: shuffle both or neither.",
    *(labelled(moved(move), same, same) for move in MOVES),
)
key.also(REAL_AS_FAKE, judged(lambda d, real, y, fake, wrong: (d(real, y), d(real, y), d(real, wrong))))
key.also(IGNORES_GENERATOR)
key.also(STALE_NOISE, keeps_first)
key.also(ONE_Z, one_z)
key.wrong(
    "one_kind_cut",
    "One of the three kinds of pairs does not teach D: its logits are cut from the graph.",
    "Only G's images are held constant. D's own work on all three kinds must stay in the graph.",
    *(with_cut(which) for which in range(3)),
)
key.also(PROBABILITIES, key.downhill(squashed))
key.also(SCALED, *(key.downhill(partial(lambda by, *a: by * value(*a), factor)) for factor in (1 / 3, 3.0)))
