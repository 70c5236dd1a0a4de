"""One GAN in training: D steps and G steps apart, started afresh, captured and restored at will.

Nothing here knows of widgets or browsers. Shapes: N rows in a batch, L latent columns, d data columns.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.widgets.engine.losses import Loss, gradient_penalty
from gan_course.widgets.engine.networks import NetworkSlot
from gan_course.widgets.engine.optimizers import make_optimizer
from gan_course.widgets.engine.sources import Source

NOISES = ("normal", "uniform")
StepFunction = Callable[..., Any]
OptimizerMaker = Callable[[nn.Module, nn.Module], tuple[torch.optim.Optimizer, torch.optim.Optimizer]]


class StoppedError(Exception):
    """Training had to stop; the message says why and what to try."""


@dataclass
class Settings:
    """The numbers a person can turn.

    Attributes:
        k: D steps before G's turn.
        g_steps: G steps in its turn.
        batch: rows in a batch.
        latent_dim: columns of z.
        noise: one of `NOISES`: standard normal, or uniform on −1..1.
        g_layers: hidden layers of the built-in G; d_layers likewise for D.
        g_width: units in each of them; d_width likewise.
        g_optimizer: one of `OPTIMIZERS`; d_optimizer likewise.
        g_lr: learning rate; d_lr likewise.
        seed: seed of weights, noise and data.
    """

    k: int = 1
    g_steps: int = 1
    batch: int = 128
    latent_dim: int = 2
    noise: str = "normal"
    g_layers: int = 2
    g_width: int = 64
    d_layers: int = 2
    d_width: int = 64
    g_optimizer: str = "adam"
    d_optimizer: str = "adam"
    g_lr: float = 1e-3
    d_lr: float = 1e-3
    seed: int = 0


@dataclass
class Counts:
    """How far training has come.

    Attributes:
        steps: whole iterations.
        d_updates: updates of D; g_updates those of G.
        d_done: D steps in the iteration under way; g_done likewise.
    """

    steps: int = 0
    d_updates: int = 0
    g_updates: int = 0
    d_done: int = 0
    g_done: int = 0


def draw_noise(kind: str, n: int, columns: int, generator: torch.Generator | None = None) -> Tensor:
    """Draw z, shape (n, columns), of one of `NOISES`."""
    if kind == "uniform":
        return torch.rand(n, columns, generator=generator) * 2 - 1
    return torch.randn(n, columns, generator=generator)


class Trainer:
    """Trains a generator and a discriminator on a source of points.

    Args:
        source: draws the real rows.
        data_dim: d.
        settings: the numbers; changed in place between steps (see `refresh`).
        loss: the loss pair.
        generator: slot of G.
        discriminator: slot of D.
        d_step: the student's own D step, called as
            `d_step(generator, discriminator, d_optimizer, real, noise, loss)`; the built-in one if None.
        g_step: the student's own G step, called as
            `g_step(generator, discriminator, g_optimizer, n, noise, loss)`; the built-in one if None.
        optimizers: the student's own `f(generator, discriminator) -> (g_optimizer, d_optimizer)`.
    """

    G: nn.Module
    D: nn.Module
    g_optimizer: torch.optim.Optimizer
    d_optimizer: torch.optim.Optimizer

    def __init__(
        self,
        source: Source,
        data_dim: int,
        settings: Settings,
        loss: Loss,
        generator: NetworkSlot,
        discriminator: NetworkSlot,
        d_step: StepFunction | None = None,
        g_step: StepFunction | None = None,
        optimizers: OptimizerMaker | None = None,
    ) -> None:
        self.source, self.data_dim, self.settings, self.loss = source, data_dim, settings, loss
        self.g_slot, self.d_slot = generator, discriminator
        self.own_d_step, self.own_g_step, self.own_optimizers = d_step, g_step, optimizers
        self.reset()

    def reset(self) -> None:
        """Start again from the seed: weights, optimisers, random streams and counters."""
        s = self.settings
        self.random = torch.Generator().manual_seed(s.seed)
        # Layers draw their weights from torch's global generator, and so may the student's own steps: this
        # trainer keeps a private state of it, so that it neither disturbs the notebook nor depends on it.
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(s.seed)
            self.g_slot.sizes = (s.latent_dim, self.data_dim)
            self.G = self.g_slot.fresh(s.g_layers, s.g_width)
            self.D = self.d_slot.fresh(s.d_layers, s.d_width)
            self.global_state = torch.get_rng_state()
        self.counts = Counts()
        self.last = {"d": math.nan, "g": math.nan}
        self.refresh()

    def refresh(self) -> None:
        """Make new optimisers: after a reset, or when an optimiser or learning rate has changed."""
        s = self.settings
        if self.own_optimizers is not None:
            self.g_optimizer, self.d_optimizer = self.own_optimizers(self.G, self.D)
            return
        self.g_optimizer = make_optimizer(s.g_optimizer, self.G, s.g_lr)
        self.d_optimizer = make_optimizer(s.d_optimizer, self.D, s.d_lr)

    @property
    def steps(self) -> int:
        """Whole iterations so far."""
        return self.counts.steps

    @property
    def d_updates(self) -> int:
        """Updates of D so far."""
        return self.counts.d_updates

    @property
    def g_updates(self) -> int:
        """Updates of G so far."""
        return self.counts.g_updates

    def turns_left(self) -> str:
        """Return the steps that complete the iteration under way, for example "ddg"."""
        c, s = self.counts, self.settings
        return "d" * max(0, s.k - c.d_done) + "g" * max(1, s.g_steps - c.g_done)

    def noise(self, n: int) -> Tensor:
        """Draw z, shape (n, L)."""
        return draw_noise(self.settings.noise, n, self.settings.latent_dim, self.random)

    def judge(self, x: Tensor) -> Tensor:
        """D's raw outputs for rows (N, d), flat: (N,)."""
        out: Tensor = self.D(x)
        return out.reshape(-1)

    def step_d(self) -> float:
        """Train D once; return L_D before the update."""
        real = self.source.sample(self.settings.batch, self.random)
        if self.own_d_step is not None:
            value = self.own_d_step(self.G, self.D, self.d_optimizer, real, self.noise, self.loss.d)
        else:
            value = self._built_in_d_step(real)
        if self.loss.clip is not None:
            with torch.no_grad():
                for parameter in self.D.parameters():
                    parameter.clamp_(-self.loss.clip, self.loss.clip)
        self.counts.d_updates += 1
        self.counts.d_done += 1
        return self._noted("d", value)

    def step_g(self) -> float:
        """Train G once; return L_G before the update."""
        if self.own_g_step is not None:
            n = self.settings.batch
            value = self.own_g_step(self.G, self.D, self.g_optimizer, n, self.noise, self.loss.g)
        else:
            value = self._built_in_g_step()
        c = self.counts
        c.g_updates += 1
        c.g_done += 1
        if c.g_done >= self.settings.g_steps:
            c.steps, c.d_done, c.g_done = c.steps + 1, 0, 0
        return self._noted("g", value)

    def iterate(self) -> None:
        """Complete an iteration: D's k steps (fewer if it has already had some), then G's turn."""
        for player in self.turns_left():
            if player == "d":
                self.step_d()
            else:
                self.step_g()

    def _built_in_d_step(self, real: Tensor) -> Tensor:
        with torch.no_grad():
            fake = self.G(self.noise(len(real)))
        loss = self.loss.d(self.judge(real), self.judge(fake))
        if self.loss.penalty:
            loss = loss + self.loss.penalty * gradient_penalty(self.judge, real, fake, self.random)
        self.d_optimizer.zero_grad()
        loss.backward()
        self.d_optimizer.step()
        return loss.detach()

    def _built_in_g_step(self) -> Tensor:
        # D is held constant: asking for its gradients would cost a quarter of the step and be thrown away.
        self.D.requires_grad_(False)
        try:
            loss = self.loss.g(self.judge(self.G(self.noise(self.settings.batch))))
            self.g_optimizer.zero_grad()
            loss.backward()
            self.g_optimizer.step()
        finally:
            self.D.requires_grad_(True)
        return loss.detach()

    def _noted(self, player: str, value: object) -> float:
        """Keep a loss and refuse to go on from one that is not finite."""
        number = math.nan if value is None else float(value)  # type: ignore[arg-type]
        self.last[player] = number
        if value is not None and not math.isfinite(number):
            raise StoppedError(
                f"the loss of {player.upper()} became {number} at step {self.steps}: training stopped; "
                "lower the learning rate, or check the loss for logits of ±200, then reset."
            )
        return number

    @contextmanager
    def private(self) -> Iterator[None]:
        """Train inside this: one thread, gradients on, and torch's global random state left as it was."""
        threads = torch.get_num_threads()
        outside = torch.get_rng_state()
        torch.set_rng_state(self.global_state)
        if threads != 1:  # for networks this small a second thread only waits
            torch.set_num_threads(1)
        try:
            with torch.enable_grad():
                yield
        finally:
            self.global_state = torch.get_rng_state()
            torch.set_rng_state(outside)
            if threads != 1:
                torch.set_num_threads(threads)
