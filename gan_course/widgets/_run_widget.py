"""A training run inside a widget: how it is made, driven in the background and sent to the browser."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any, ClassVar

import traitlets
from torch import nn

from gan_course.widgets import _packing
from gan_course.widgets._base import explain
from gan_course.widgets._errors import WidgetError
from gan_course.widgets._phases import Phase
from gan_course.widgets._player import Player
from gan_course.widgets._settings import SettingsWidget
from gan_course.widgets.engine.losses import LOSSES, as_loss
from gan_course.widgets.engine.networks import NetworkLike, NetworkSlot
from gan_course.widgets.engine.optimizers import OPTIMIZERS, in_words
from gan_course.widgets.engine.run import Run
from gan_course.widgets.engine.sources import Source
from gan_course.widgets.engine.trainer import NOISES, OptimizerMaker, StepFunction, Trainer


class RunWidget(SettingsWidget):
    """A training run in a widget, without the buttons; `GANExplorer` explains the arguments."""

    playing = traitlets.Bool(False).tag(sync=True)
    phase = traitlets.Dict(help="the phase of slow motion that is lit").tag(sync=True)
    scene = traitlets.Dict(help="what stays the same until a fresh start").tag(sync=True)
    frame = traitlets.Dict(help="the present state, packed").tag(sync=True)

    data_dim: ClassVar[int] = 2

    def __init__(
        self,
        source: Source,
        *,
        loss: object = "non-saturating",
        generator: NetworkLike = None,
        discriminator: NetworkLike = None,
        d_step: StepFunction | None = None,
        g_step: StepFunction | None = None,
        optimizers: OptimizerMaker | None = None,
        steps: int = 0,
        interactive: bool | None = None,
        **traits: Any,
    ) -> None:
        self._run: Run | None = None
        self._player = Player(self)
        self._views = 0
        self._given_loss = as_loss(loss)
        unknown = sorted(set(traits) - set(self.trait_names()))
        if unknown:
            raise WidgetError(unknown[0], "there is no such argument", f"see help({type(self).__name__})")
        super().__init__(interactive=interactive, loss=self._given_loss.name, **traits)
        g_slot = NetworkSlot("generator", generator, (self.latent_dim, self.data_dim))
        d_slot = NetworkSlot("discriminator", discriminator, (self.data_dim,))
        brought = {
            "loss": self.loss not in LOSSES,
            "generator": g_slot.own,
            "discriminator": d_slot.own,
            "d_step": d_step is not None,
            "g_step": g_step is not None,
            "optimizers": optimizers is not None,
        }
        self.own = [name for name, is_own in brought.items() if is_own]
        yours = ["yours"] if brought["loss"] else []
        self.options = {
            "loss": [*yours, *LOSSES],
            "optimizers": list(OPTIMIZERS),
            "noise": list(NOISES),
            **self._more_options(),
        }
        self.trainer = Trainer(
            source,
            self.data_dim,
            self._settings(),
            self._given_loss,
            g_slot,
            d_slot,
            d_step,
            g_step,
            optimizers,
        )
        self._look_afresh()
        self._describe_brought()
        self._run = Run(self.trainer, self._measure)
        if steps:
            self._run.advance(math.inf, steps)
            self._run.record()
        self.publish()

    @property
    def run(self) -> Run:
        """The training run with its recording."""
        assert self._run is not None
        return self._run

    @property
    def generator(self) -> nn.Module:
        """The generator as it is now."""
        return self.trainer.G

    @property
    def discriminator(self) -> nn.Module:
        """The discriminator as it is now."""
        return self.trainer.D

    @property
    def steps(self) -> int:
        """G updates so far."""
        return self.trainer.steps

    def stop(self) -> None:
        """Stop training and free the recording; the present moment is kept."""
        self._player.cancel()
        self.playing = False
        if self._run is not None:
            self._run.free()

    def numbers(self) -> list[dict[str, float]]:
        """Return what was measured at each recorded moment: step, losses, KL and JS in nats, modes."""
        return self.run.numbers()

    def save_numbers(self, path: str | os.PathLike[str]) -> Path:
        """Write `numbers` as CSV and return the path."""
        target = Path(path)
        target.write_text(self.run.csv(), encoding="utf-8")
        return target

    # What the player drives.

    def advance(self, seconds: float, most: int | None) -> int:
        """Train for so many seconds or iterations; return the iterations done."""
        return self.run.advance(seconds, most)

    def half_step(self, player: str) -> None:
        """Train one player once."""
        self.run.half_step(player)

    def turns_left(self) -> str:
        """Return the steps that complete the iteration under way, for example "ddg"."""
        return self.trainer.turns_left()

    def show_phase(self, phase: Phase | None) -> None:
        """Light up one phase of slow motion, or none."""
        self.phase = phase.shown() if phase else {}

    def failed(self, error: Exception) -> None:
        """Show an error raised by training."""
        self.error = explain(error)

    def rested(self) -> None:
        """Take note that nothing is training any more."""
        self.playing = False
        self.run.record()
        self.publish()

    def publish(self) -> None:
        """Send the present state to the browser."""
        if not self.interactive:
            return
        self._player.sent += 1
        trainer = self.trainer
        self.frame = {
            "seq": self._player.sent,
            "step": trainer.steps,
            "d_updates": trainer.d_updates,
            "g_updates": trainer.g_updates,
            "rate": round(self._player.rate, 1) if self.playing else 0,
            "numbers": {name: round(value, 4) for name, value in self.run.now().items()},
            "moment": self.run.moment,
            "moments": len(self.run.history),
            "curves": _packing.floats(self.run.curves()),
            **self._now(),
        }

    def _describe_brought(self) -> None:
        """Say what the student's own parts are, where settings would show numbers that are not theirs."""
        t, facts = self.trainer, {}
        for player, role, network, optimizer in (
            ("g", "generator", t.G, t.g_optimizer),
            ("d", "discriminator", t.D, t.d_optimizer),
        ):
            weights = sum(p.numel() for p in network.parameters())
            facts[player] = {
                **({"network": f"{weights:,} weights"} if role in self.own else {}),
                **({"optimizer": in_words(optimizer)} if "optimizers" in self.own else {}),
            }
        self.brought = facts

    # What each kind of training widget adds.

    def _look_afresh(self) -> None:
        """Prepare the views of a fresh start and send the scene."""
        raise NotImplementedError

    def _now(self) -> dict[str, Any]:
        """Return what this widget draws at the present moment, packed."""
        raise NotImplementedError

    def _measure(self) -> dict[str, float]:
        """Return what is recorded at each moment."""
        raise NotImplementedError

    def _more_options(self) -> dict[str, Any]:
        """Return the choices of further menus."""
        return {}

    def _loss_facts(self) -> dict[str, str]:
        return {"reading": self.trainer.loss.reading, "formula": self.trainer.loss.formula}
