"""A trainer together with its recording: go on, step, rewind, and read off the numbers."""

from __future__ import annotations

import csv
import io
import math
import time
from collections.abc import Callable

import numpy as np

from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.capture import capture, restore, state_bytes
from gan_course.widgets.engine.history import History, Moment
from gan_course.widgets.engine.trainer import Trainer


class Run:
    """One training run that can be rewound.

    Args:
        trainer: what trains; it is reset here.
        measure: returns what is to be recorded at a moment, as plain numbers.
    """

    def __init__(self, trainer: Trainer, measure: Callable[[], dict[str, float]]) -> None:
        self.trainer = trainer
        self.measure = measure
        self.history = History()
        self.moment = 0
        self._recorded = (-1, -1)  # updates of D and G at the latest moment
        self._curves: np.ndarray | None = None  # asked for at every frame, changed only at moments
        self.restart()

    def restart(self) -> None:
        """Start again from the trainer's seed and record the start."""
        self.trainer.reset()
        self.history.clear()
        self._sums = {"d": [0.0, 0.0], "g": [0.0, 0.0]}
        self.record()

    def advance(self, seconds: float, most: int | None = None) -> int:
        """Train whole iterations until time or number is used up; return how many were done.

        Args:
            seconds: time to use, math.inf for no limit.
            most: iterations at most, None for no limit.
        """
        self.forget_later()
        end = time.perf_counter() + seconds
        done = 0
        with self.trainer.private():
            while (most is None or done < most) and time.perf_counter() < end:
                self.trainer.iterate()
                self._note("d")
                self._note("g")
                done += 1
                if self.history.due(self.trainer.steps):
                    self.record()
        return done

    def half_step(self, player: str) -> None:
        """Train one player, "d" or "g", once."""
        self.forget_later()
        with self.trainer.private():
            (self.trainer.step_d if player == "d" else self.trainer.step_g)()
        self._note(player)

    def record(self) -> None:
        """Record the present moment, unless it is recorded already."""
        updates = (self.trainer.d_updates, self.trainer.g_updates)
        if len(self.history) and self._recorded == updates:
            return
        numbers = {f"loss_{who}": total / count for who, (total, count) in self._sums.items() if count}
        self._sums = {"d": [0.0, 0.0], "g": [0.0, 0.0]}
        state = capture(self.trainer)
        moment = Moment(self.trainer.steps, state, numbers | self.measure(), state_bytes(state))
        self.history.add(moment)
        self.moment = len(self.history) - 1
        self._recorded = updates
        self._curves = None

    def rewind(self, index: int) -> None:
        """Put the trainer back to a recorded moment; −1 is the latest.

        Raises:
            WidgetError: if there is no such moment.
        """
        if not -len(self.history) <= index < len(self.history):
            raise WidgetError(
                index, f"a moment must lie in 0..{len(self.history) - 1}", "use -1 for the latest moment"
            )
        self.record()  # the present end of the road must stay within reach
        self.moment = index % len(self.history)
        restore(self.trainer, self.history[self.moment].state)
        self._recorded = (self.trainer.d_updates, self.trainer.g_updates)

    def forget_later(self) -> None:
        """Drop the moments after the present one: training goes on along another road."""
        if self.moment < len(self.history) - 1:
            self.history.cut_after(self.moment)
            self._curves = None

    def free(self) -> None:
        """Drop all moments but the present one."""
        self.history.clear()
        self.record()

    def curves(self) -> np.ndarray:
        """Return the recording as rows (step, loss of D, loss of G, KL, JS), NaN where not measured."""
        if self._curves is not None:
            return self._curves
        columns = [self.history.column(name) for name in ("loss_d", "loss_g", "kl", "js")]
        steps = [float(m.step) for m in self.history]
        self._curves = np.array([steps, *columns], dtype="float32").T
        return self._curves

    def numbers(self) -> list[dict[str, float]]:
        """Return what was measured at each recorded moment."""
        return [{"step": m.step, **m.numbers} for m in self.history]

    def now(self) -> dict[str, float]:
        """Return what was measured at the present moment."""
        return self.history[self.moment].numbers

    def csv(self) -> str:
        """Return `numbers` as CSV text, one row a moment."""
        rows = self.numbers()
        out = io.StringIO()
        columns = dict.fromkeys(name for row in rows for name in row)
        writer = csv.DictWriter(out, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()

    def _note(self, player: str) -> None:
        value = self.trainer.last[player]
        if math.isfinite(value):
            self._sums[player][0] += value
            self._sums[player][1] += 1
