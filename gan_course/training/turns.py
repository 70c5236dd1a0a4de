"""Who moves when: k turns of D and one of G, done by the library's players or by a student's whole steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.errors import SetupError
from gan_course.training.explain import explained
from gan_course.training.noise import Noise
from gan_course.training.players import Batch, DiscriminatorPlayer, GeneratorPlayer
from gan_course.training.settings import Settings

Parts = tuple[nn.Module, nn.Module, torch.optim.Optimizer, torch.optim.Optimizer]  # G, D and their optimisers
Losses = Mapping[str, Tensor | float]


class Turns:
    """One call is one iteration."""

    def __init__(
        self,
        settings: Settings,
        draw: Callable[[int], Batch],
        noise: Noise,
        parts: Parts,
        d_player: DiscriminatorPlayer | None,
        g_player: GeneratorPlayer | None,
    ) -> None:
        """Keep what a turn needs.

        Args:
            settings: Batch size, k, whole steps and losses.
            draw: From n to real samples with their labels (or None).
            noise: From n to z.
            parts: The networks and optimisers that whole steps are given.
            d_player: Does D's turns; None where a whole step does.
            g_player: Does G's turns; None where a whole step does.
        """
        self._settings, self._draw, self._noise, self._parts = settings, draw, noise, parts
        self._d_player, self._g_player = d_player, g_player
        self._d_loss, self._g_loss = settings.losses()
        self._k, self._n, self._share = settings.k, settings.batch_size, settings.reuse_fakes

    @property
    def penalty_count(self) -> int:
        """Steps of D done, which decide when a lazy penalty is due."""
        return 0 if self._d_player is None else self._d_player.count

    @penalty_count.setter
    def penalty_count(self, count: int) -> None:
        if self._d_player is not None:
            self._d_player.count = count

    def __call__(self) -> Losses:
        """Do k turns of D and one of G, and return their losses (D's mean where k > 1)."""
        if self._share and self._d_player is not None and self._g_player is not None:
            return self._shared(self._d_player, self._g_player)
        d = self._d_turn() if self._k == 1 else _mean([self._d_turn() for _ in range(self._k)])
        return {"d": d, "g": self._g_turn()}

    def rehearse(self, real: Tensor, labels: Tensor | None) -> None:
        """Play one turn of each of the library's players on a batch, to see what fails.

        Whole steps are left out: they are the student's, and may count their calls. So are callbacks.

        Args:
            real: Real samples, shape (N, ...).
            labels: Their labels where the run is conditional, shape (N,).
        """
        fake = None
        if self._share and self._g_player is not None:
            fake = self._g_player.fakes(len(real), labels)
        count = self.penalty_count
        if self._d_player is not None:
            self._d_player.count = 0  # a lazy penalty is due
            self._d_player(real, labels, fake)
        if self._g_player is not None:
            self._g_player(len(real), labels, fake)
        self.penalty_count = count

    def _d_turn(self) -> Tensor | float:
        real, labels = self._draw(self._n)
        if self._d_player is not None:
            return self._d_player(real, labels)
        generator, discriminator, _, d_optimizer = self._parts
        given = real if labels is None else (real, labels)
        step = self._settings.d_step
        arguments = (generator, discriminator, d_optimizer, given, self._noise, self._d_loss)
        return _one_number("d_step", _called("d_step", step, arguments))

    def _g_turn(self) -> Tensor | float:
        if self._g_player is not None:
            labels = self._draw(self._n)[1] if self._settings.labels else None
            return self._g_player(self._n, labels)
        generator, discriminator, g_optimizer, _ = self._parts
        step = self._settings.g_step
        arguments = (generator, discriminator, g_optimizer, self._n, self._noise, self._g_loss)
        return _one_number("g_step", _called("g_step", step, arguments))

    def _shared(self, d_player: DiscriminatorPlayer, g_player: GeneratorPlayer) -> Losses:
        """Do both turns on one batch of fakes; where k > 1, D's turns before the last use fresh ones."""
        before = [self._d_turn() for _ in range(self._k - 1)]
        real, labels = self._draw(self._n)
        fake = g_player.fakes(self._n, labels)
        d = d_player(real, labels, fake)
        g = g_player(self._n, labels, fake)
        return {"d": _mean([*before, d]) if before else d, "g": g}


def _called(name: str, step: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Call a whole step, and put torch's word on a known mistake into one line."""
    try:
        return step(*arguments)
    except RuntimeError as error:
        known = explained(f"{name} fails", error)
        if known is None:
            raise
        raise known from error


def _one_number(name: str, value: Any) -> Tensor | float:
    if isinstance(value, Tensor) and value.numel() == 1:
        return value.detach().reshape(())
    if isinstance(value, int | float):
        return float(value)
    what = f"a tensor of shape {tuple(value.shape)}" if isinstance(value, Tensor) else type(value).__name__
    raise SetupError(f"{name} returned {what}: return its loss as one number.")


def _mean(values: list[Tensor | float]) -> Tensor | float:
    if all(isinstance(v, Tensor) for v in values):
        return torch.stack([v for v in values if isinstance(v, Tensor)]).mean()
    return sum(float(v) for v in values) / len(values)
