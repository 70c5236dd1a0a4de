"""Ctrl-C and the notebook's stop button, kept until the iteration under way is finished."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Any


class Interruption:
    """Inside the ``with`` block, the first interrupt only sets ``asked``; the second one raises.

    A step cut in half would leave D updated and G not, and a resumed run would give other numbers. Outside
    the main thread, where Python delivers no signals, nothing changes.

    Attributes:
        asked: Whether the user wants to stop.
    """

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self.asked = False
        self._previous: Any = None
        self._installed = False

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._previous = signal.signal(signal.SIGINT, self._handle)
            self._installed = True
        return self

    def __exit__(self, *exc: object) -> None:
        if self._installed:
            signal.signal(signal.SIGINT, self._previous)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
