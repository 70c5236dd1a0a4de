"""The gallery's trainings: each network is trained once, when the first picture asks for it.

Five short runs serve all pictures. They use the library's loop and losses; a student's own would do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor, nn

from gan_course.gallery import toys
from gan_course.gallery.digits import CONDITION, SIZE, conditions, handwritten
from gan_course.gallery.networks import (
    LATENT,
    FlatPainter,
    Judge,
    Painter,
    PairJudge,
    Translator,
    features,
    flat_features,
)
from gan_course.gallery.tasks import TASKS, wanted_for
from gan_course.seeding import random_state_kept
from gan_course.training import R1, Run, losses, repeat, train

_EXAMPLES = 4000
_CONTENT = 50.0  # weight of the distance from what is wanted, beside the adversarial loss


@dataclass(frozen=True)
class Pairs:
    """Samples with conditions, of any shape: what ``train`` draws labelled batches from.

    Attributes:
        x: Samples, shape (N, ...).
        y: Their conditions, shape (N, k).
    """

    x: Tensor
    y: Tensor

    def labelled_batch(self, n: int, generator: torch.Generator | None = None) -> tuple[Tensor, Tensor]:
        """Draw n samples with their conditions, with replacement."""
        which = torch.randint(len(self.x), (n,), generator=generator)
        return self.x[which], self.y[which]


@lru_cache(maxsize=1)
def digits() -> Run:
    """Train a painter of handwritten digits: class, slant and thickness to order."""
    data = handwritten()
    shape = (1, SIZE, SIZE)
    with _repeatable():
        players = Painter(CONDITION, shape, 32), Judge(CONDITION, features(shape, 24))
        return _trained(*players, Pairs(data.x, conditions(data)), steps=800, penalty=0.1)


@lru_cache(maxsize=1)
def faces() -> Run:
    """Train a painter of toy faces: hair, smile and glasses to order."""
    return _flat(toys.faces, steps=1000)


@lru_cache(maxsize=1)
def clips() -> Run:
    """Train a painter of clips: eight frames of a bar that turns, from the first one on."""
    return _flat(toys.clips, steps=900)


@lru_cache(maxsize=1)
def chairs() -> Run:
    """Train a painter of chairs made of cubes, with or without a back."""
    return _flat(toys.chairs, steps=1200)


@lru_cache(maxsize=1)
def translator() -> Translator:
    """Train one translator for every task: distance from what is wanted, and an adversarial loss."""
    steps, rate, betas = 500, 3e-3, (0.5, 0.99)
    pair, own = losses("non_saturating"), torch.Generator().manual_seed(0)
    with _repeatable():
        g: Translator = Translator(len(TASKS)).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        d: PairJudge = PairJudge(len(TASKS)).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        optimizers = [torch.optim.Adam(n.parameters(), rate, betas, fused=True) for n in (g, d)]
        decay = [
            torch.optim.lr_scheduler.LambdaLR(o, lambda t: min(1.0, 0.02 + 2 * (1 - t / steps)))
            for o in optimizers
        ]

        def step() -> Mapping[str, Tensor]:
            given, wanted, task = _work(own, each=6)
            made = g(given, task)
            d_loss = pair.d(d(wanted, given, task), d(made.detach(), given, task))
            _step(optimizers[1], d_loss)
            d.requires_grad_(False)
            g_loss = pair.g(d(made, given, task)) + _CONTENT * (made - wanted).abs().mean()
            _step(optimizers[0], g_loss)
            d.requires_grad_(True)
            for schedule in decay:
                schedule.step()
            return {"d": d_loss, "g": g_loss}

        repeat(step, steps, progress=False)
    return g.eval()


def _work(own: torch.Generator, each: int) -> tuple[Tensor, Tensor, Tensor]:
    """Draw so many examples of each task: what is given, what is wanted, the task's number."""
    data = handwritten()
    assert data.y is not None
    which = torch.randint(len(data), (len(TASKS), each), generator=own)
    given = torch.cat([spoil(data.x[rows], own) for spoil, rows in zip(TASKS.values(), which, strict=True)])
    wanted = torch.cat([wanted_for(name, data.where(rows)) for name, rows in zip(TASKS, which, strict=True)])
    return given, wanted, torch.arange(len(TASKS)).repeat_interleave(each)


def _flat(make: Callable[[int, torch.Generator], tuple[Tensor, Tensor]], steps: int) -> Run:
    x, y = make(_EXAMPLES, torch.Generator().manual_seed(0))
    shape, condition = x.shape[1:], y.shape[1]
    with _repeatable():
        players = FlatPainter(condition, shape), Judge(condition, flat_features(shape))
        return _trained(*players, Pairs(x, y), steps=steps, penalty=1.0)


def _trained(painter: nn.Module, judge: nn.Module, data: Pairs, *, steps: int, penalty: float) -> Run:
    return train(
        painter,
        judge,
        data,
        steps=steps,
        batch_size=48,
        loss="non_saturating",
        labels=True,
        latent_dim=LATENT,
        lr=2e-3,
        betas=(0.5, 0.99),
        decay=0.02,
        average=0.99,
        penalty=R1(penalty),
        penalty_every=8,
        reuse_fakes=True,
        progress=False,
    )


@contextmanager
def _repeatable() -> Iterator[None]:
    """Seed torch for a training, and put the caller's random numbers back after it."""
    with random_state_kept():
        torch.manual_seed(0)
        yield


def _step(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    optimizer.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    optimizer.step()
