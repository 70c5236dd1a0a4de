"""The buttons of a widget that trains a small GAN: play, pause, step, reset, rewind, changed settings."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from gan_course.widgets._errors import WidgetError
from gan_course.widgets._run_widget import RunWidget
from gan_course.widgets._settings import FRESH_START, NEW_OPTIMIZERS
from gan_course.widgets.engine.losses import LOSSES


class TrainingWidget(RunWidget):
    """Base of the widgets that train a GAN; `GANExplorer` explains the arguments."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.observe(self._on_setting, [*FRESH_START, *NEW_OPTIMIZERS, "k", "g_steps", "loss"])

    def play(self) -> None:
        """Train in the background until `pause`.

        Raises:
            WidgetError: outside a notebook, where nothing could run in the background.
        """
        self._start(None)
        self.playing = True

    def pause(self) -> None:
        """Stop training and record where it stands; slow motion stays at the move that is lit."""
        if not self._player.hold():
            self._player.cancel()
            self.show_phase(None)
        self.rested()

    def step_phase(self) -> None:
        """Go on by one move of a turn that was paused in slow motion."""
        self._player.next_phase()
        if not self._player.held:
            self.show_phase(None)
            self.rested()

    def step(self, n: int = 1) -> None:
        """Train n whole iterations: k D steps and one G step each."""
        self._by_hand(lambda: self.run.advance(math.inf, n))

    def step_d(self) -> None:
        """Train D once; G stays as it is."""
        self._by_hand(lambda: self.run.half_step("d"))

    def step_g(self) -> None:
        """Train G once; D stays as it is."""
        self._by_hand(lambda: self.run.half_step("g"))

    def reset(self) -> None:
        """Start again from the seed with the present settings."""
        self._player.cancel()
        self.playing, self.error, self.phase = False, "", {}
        self.trainer.settings = self._settings()
        self._look_afresh()
        self._describe_brought()
        self.run.restart()
        self.publish()

    def rewind(self, index: int) -> None:
        """Go to a recorded moment; training on from there forgets what came after it.

        Args:
            index: 0 is the start, -1 the latest moment; `numbers()` lists them.
        """
        if self._player.running:
            self.pause()
        self.run.rewind(index)
        self.publish()

    def _handle(self, message: dict[str, Any]) -> None:
        what = message.get("do")
        if what == "drawn":
            self._player.heard(int(message["seq"]))
        elif what in ("play", "pause", "reset"):
            getattr(self, what)()
        elif what == "step" and self.slow and self._player.held:
            self.step_phase()
        elif what in ("step", "step_d", "step_g") and self.slow:
            self._start({"step": self.turns_left(), "step_d": "d", "step_g": "g"}[what])
            self.playing = True  # the button pauses what is under way
        elif what in ("step", "step_d", "step_g"):
            getattr(self, what)()
        elif what == "rewind":
            self._rewind_to_share(int(message["index"]) / max(1, int(message["of"]) - 1))
        elif what == "here":
            self._views += 1
        elif what == "gone":
            self._views -= 1
            if self._views <= 0 and self._player.running:
                self.pause()  # nobody is looking: the cell was cleared, deleted or run again
        elif what == "numbers":
            self.send({"kind": "numbers", "csv": self.run.csv()})

    def _rewind_to_share(self, share: float) -> None:
        """Go to a moment by its place in the recording, whose length may have changed meanwhile."""
        if self._player.running:
            self.pause()
        self.rewind(round(share * (len(self.run.history) - 1)))

    def _start(self, players: str | None) -> None:
        try:
            self._player.start(players)
        except RuntimeError:
            raise WidgetError(
                "play()", "playing needs the event loop of a notebook", "call step(1000) instead"
            ) from None
        self.error = ""

    def _by_hand(self, act: Callable[[], object]) -> None:
        self._player.cancel()
        self.playing, self.error, self.phase = False, "", {}
        try:
            act()
        finally:
            self.run.record()
            self.publish()

    def _on_setting(self, change: Any) -> None:
        if change["name"] in FRESH_START:
            self._start_with(change)
            return
        self.trainer.settings = self._settings()
        if change["name"] == "loss":
            self.trainer.loss = self._given_loss if change["new"] == "yours" else LOSSES[change["new"]]
            self.scene = {**self.scene, **self._loss_facts()}
        elif change["name"] in NEW_OPTIMIZERS:
            self.trainer.refresh()
        if not self._player.running:
            self.publish()

    def _start_with(self, change: Any) -> None:
        """Start again with a new setting, or with the old one if the student's parts cannot take the new."""
        try:
            self.reset()
        except Exception:
            setattr(self, change["name"], change["old"])
            raise
