"""Which widgets belong to which notebook cell, so that running a cell again stops what it left behind."""

from __future__ import annotations

import sys
import weakref
from typing import Any, Protocol


class Stoppable(Protocol):
    """Anything that can let go of its background work."""

    def stop(self) -> None:
        """Let go of anything that runs in the background."""


_owned: dict[str, tuple[str, list[weakref.ref[Any]]]] = {}


def claim(widget: Stoppable) -> None:
    """Note that the running cell made this widget; stop the ones an earlier run of the cell made."""
    cell, run = running_cell()
    if cell is None:
        return
    before, widgets = _owned.get(cell, ("", []))
    if before != run:
        for old in widgets:
            earlier = old()
            if earlier is not None:
                earlier.stop()
        widgets = []
    _owned[cell] = (run, [*widgets, weakref.ref(widget)])


def running_cell() -> tuple[str | None, str]:
    """Return the id of the cell being run and of this run of it; (None, "") outside a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    kernel = getattr(shell, "kernel", None)
    if kernel is None:
        return None, ""
    parent = kernel.get_parent("shell") or {}
    cell = parent.get("metadata", {}).get("cellId")
    return cell, parent.get("header", {}).get("msg_id", "")
