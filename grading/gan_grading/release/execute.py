"""Run a solved notebook once and keep what it printed and drew."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from gan_grading.errors import ExecutionFailedError
from gan_grading.release.outputs import tidy_outputs
from gan_grading.release.replay import replay_environment
from gan_grading.release.source import fixed_metadata

# Twice what a cell of a solved notebook may take on a slow machine; a cell past it hangs.
CELL_LIMIT_S = 300


@dataclass(frozen=True)
class Execution:
    """A notebook that ran from top to bottom.

    Attributes:
        notebook: the notebook with tidied outputs.
        seconds: wall time of its cells, by cell id.
    """

    notebook: NotebookNode
    seconds: Mapping[str, float]

    @property
    def summary(self) -> str:
        """Total time and the slowest cell, for the terminal."""
        slowest = max(self.seconds, key=lambda name: self.seconds[name], default="")
        total = sum(self.seconds.values())
        return f"{total:.0f} s, slowest cell {slowest!r} {self.seconds.get(slowest, 0):.0f} s"


def execute(notebook: NotebookNode, folder: Path) -> Execution:
    """Run every cell of a solved notebook in a fresh kernel.

    Args:
        notebook: what :func:`gan_grading.release.source.read_source` returns; left as it was.
        folder: working directory of the kernel.

    Raises:
        ExecutionFailedError: if a cell raises, takes longer than ``CELL_LIMIT_S`` or loses its kernel.
    """
    executed = deepcopy(notebook)
    clock = _Clock()
    client = NotebookClient(
        executed,
        timeout=CELL_LIMIT_S,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        extra_arguments=["--log-level=ERROR"],
        on_cell_start=clock.start,
        on_cell_executed=clock.stop,
    )
    try:
        client.execute(env=replay_environment(os.environ))
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise ExecutionFailedError(
            f"{folder.name}, cell {clock.current!r}: {_reason(error)}",
            f"the solved notebook runs without errors, no cell longer than {CELL_LIMIT_S} s",
            "mend the cell in the percent source and release again",
        ) from error
    executed.metadata = fixed_metadata()
    tidy_outputs(executed)
    return Execution(executed, clock.seconds)


class _Clock:
    """Times cells by the client's hooks, and remembers which one is running."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.current = ""
        self._started = 0.0

    def start(self, cell: NotebookNode, **_: Any) -> None:
        self.current, self._started = cell["id"], time.perf_counter()

    def stop(self, cell: NotebookNode, **_: Any) -> None:
        self.seconds[cell["id"]] = time.perf_counter() - self._started


def _reason(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    return type(error).__name__
