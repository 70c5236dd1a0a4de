"""Where a widget's code runs: always on the event loop it was made on.

JupyterLab sends widget messages over a subshell where the kernel has them, and a subshell is another thread.
Training there would race with the notebook's own cells, above all for torch's one global random state.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Home:
    """The event loop a widget was made on, if any."""

    def __init__(self) -> None:
        self._loop = _running()

    def run(self, act: Callable[[], object]) -> None:
        """Run something on the home loop: at once if this is it, else as soon as it is free.

        Outside a notebook there is no loop, and everything runs at once.
        """
        loop = self._loop
        if loop is None or not loop.is_running() or _running() is loop:
            act()
        else:
            loop.call_soon_threadsafe(act)


def _running() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
