"""The pulse of a training widget: short slices of training on the kernel's own event loop.

Messages from the browser reach a kernel only between cells and between awaits, so training runs as an
asyncio task that gives way every few milliseconds.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

from gan_course.widgets._phases import D_PHASES, G_PHASES, Phase

SLICE = 0.020  # seconds of training, at most, between two looks at the mailbox
TURNS = 4  # turns of the event loop between slices: a message passes through several before it is handled
FRAME = 1 / 25  # seconds between two frames
WAITED_ENOUGH = 0.5  # seconds after which a frame is sent though the browser has not drawn the one before
UNSEEN = 600.0  # seconds after which training stops because no browser has drawn anything
IN_FLIGHT = 8  # frames sent and not yet known to be drawn; the browser reports every fourth


class Playable(Protocol):
    """What the player drives."""

    speed: float
    slow: bool
    slow_seconds: float
    phase: str

    def advance(self, seconds: float, most: int | None) -> int:
        """Train for so many seconds or iterations; return the iterations done."""

    def half_step(self, player: str) -> None:
        """Train one player once."""

    def publish(self) -> None:
        """Send a frame."""

    def show_phase(self, phase: Phase | None) -> None:
        """Light up one phase, or none."""

    def failed(self, error: Exception) -> None:
        """Show an error raised by training."""

    def rested(self) -> None:
        """Take note that nothing is training any more."""

    def turns_left(self) -> str:
        """Return the steps that complete the iteration under way, for example "ddg"."""


class Player:
    """Runs at most one background task for a widget.

    Args:
        widget: what to drive.
        clock: seconds, for tests.
    """

    def __init__(self, widget: Playable, clock: Callable[[], float] = time.perf_counter) -> None:
        self.widget = widget
        self.clock = clock
        self.sent = self.drawn = 0
        self._heard = 0.0
        self.rate = 0.0
        self._task: asyncio.Task[None] | None = None
        self._left: list[tuple[str, Phase]] = []  # phases of slow motion that are still to be shown

    @property
    def held(self) -> bool:
        """True while slow motion stands still in the middle of a turn."""
        return bool(self._left) and not self.running

    @property
    def running(self) -> bool:
        """True while a task is alive."""
        return self._task is not None and not self._task.done()

    def heard(self, seq: int) -> None:
        """Take note that a browser has drawn the frame of that number."""
        self.drawn = max(self.drawn, seq)
        self._heard = self.clock()

    def start(self, players: str | None = None) -> None:
        """Start playing.

        Args:
            players: None plays on and on; otherwise only these turns are shown in slow motion, for
                example "d", "g" or "dg".

        Raises:
            RuntimeError: outside a running event loop.
        """
        loop = asyncio.get_running_loop()
        left = self._left if self.held and players is None and self.widget.slow else []
        self.cancel()
        self._left = left or _phases(players or "")
        self._task = loop.create_task(self._run(on_and_on=players is None))

    def cancel(self) -> None:
        """Stop at once; the task's end does not touch the widget any more."""
        self._stop()
        self._left = []

    def hold(self) -> bool:
        """Stop slow motion where it is; return False where there is none to be held."""
        if not (self.running and self._left):
            return False
        self._stop()
        return True

    def next_phase(self) -> None:
        """Show the next phase of a turn, and do what happens in it."""
        player, phase = self._left.pop(0)
        self.widget.show_phase(phase)
        if phase.acts:
            self.widget.half_step(player)
            self.widget.publish()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _run(self, on_and_on: bool) -> None:
        me = asyncio.current_task()
        try:
            await self._slowly()
            if on_and_on:
                await self._play()
        except asyncio.CancelledError:
            raise
        except Exception as error:
            self.widget.failed(error)
        finally:
            if self._task is me:  # not when another task or a pause has taken over
                self._task = None
                self.widget.show_phase(None)
                self.widget.rested()

    async def _play(self) -> None:
        started = last_frame = self._heard = self.clock()
        done = counted = 0
        speed = self.widget.speed
        while self.clock() - self._heard < UNSEEN:
            if self.widget.slow:
                self._left = _phases(self.widget.turns_left())
                await self._slowly()
                started, done, counted = self.clock(), 0, 0
                continue
            if self.widget.speed != speed:
                speed, started, done = self.widget.speed, self.clock(), 0
            due = None if speed <= 0 else int((self.clock() - started) * speed) - done
            if due is None or due > 0:
                until_frame = FRAME - (self.clock() - last_frame)
                advanced = self.widget.advance(min(SLICE, max(0.004, until_frame)), due)
                done, counted = done + advanced, counted + advanced
            now = self.clock()
            if self._frame_wanted(now - last_frame):
                self.rate, counted = counted / max(now - last_frame, 1e-6), 0
                last_frame = now
                self.widget.publish()
            if due is None or due > 0:
                for _ in range(TURNS):
                    await asyncio.sleep(0)
            else:
                await asyncio.sleep(0.005)

    def _frame_wanted(self, since_last: float) -> bool:
        if since_last < FRAME:
            return False
        return self.sent - self.drawn < IN_FLIGHT or since_last > WAITED_ENOUGH

    async def _slowly(self) -> None:
        if not self._left:
            return
        while self._left:
            self.next_phase()
            await asyncio.sleep(self.widget.slow_seconds)
        self.widget.show_phase(None)


def _phases(players: str) -> list[tuple[str, Phase]]:
    """Return what happens in turns such as "dg", in order."""
    return [(player, phase) for player in players for phase in (D_PHASES if player == "d" else G_PHASES)]
