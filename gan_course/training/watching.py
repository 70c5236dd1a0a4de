"""Callbacks that show a run while it trains."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from torch import Tensor

Draw = Callable[[Any, Any], object]

_SHARE = 0.1  # of the time may go into drawing; a figure costs about 0.2 s


class LivePlot:
    """Redraws one picture in place while a run trains; use it as ``callbacks=[every(20, LivePlot(draw))]``.

    It draws as often as it can without taking more than a tenth of the time, and always at the end.
    Outside a notebook it draws only the last picture.

    Attributes:
        figure: The last picture drawn; None before the first.
    """

    def __init__(self, draw: Draw | None = None, *, width: float = 5.0, height: float = 3.6) -> None:
        """Prepare a live plot.

        Args:
            draw: Called as ``draw(run, ax)``; draws the losses if left out.
            width: Of the picture, in inches.
            height: Of the picture, in inches.
        """
        self._draw = draw if draw is not None else _losses
        self._size = (width, height)
        self._handle: Any = None
        self._started = time.perf_counter()
        self._spent = 0.0
        self.figure: Any = None

    def __call__(self, run: Any) -> None:
        """Redraw if it is time to."""
        last = run.step >= run.settings.steps if hasattr(run, "settings") else False
        elapsed = time.perf_counter() - self._started
        if not last and (not _in_notebook() or self._spent > _SHARE * elapsed):
            return
        begin = time.perf_counter()
        self._show(run)
        self._spent += time.perf_counter() - begin

    def _show(self, run: Any) -> None:
        import matplotlib.pyplot as plt

        from gan_course.plots.style import figure

        self.figure, ax = figure(width=self._size[0], height=self._size[1])
        self._draw(run, ax)
        plt.close(self.figure)  # else the notebook shows it a second time below the cell
        if not _in_notebook():
            return
        from IPython import display

        if self._handle is None:
            show: Any = display.display
            self._handle = show(self.figure, display_id=True)
        else:
            self._handle.update(self.figure)


class Keep:
    """Keeps samples of a run for a timeline or an animation; use it as ``keep = Keep(); every(100, keep)``.

    Attributes:
        steps: Iterations at which samples were kept.
        samples: The samples, on the CPU, all from the same noise.
    """

    def __init__(self, n: int = 500, labels: Tensor | None = None) -> None:
        """Prepare to keep samples.

        Args:
            n: How many each time.
            labels: Labels for a conditional generator, shape (n,).
        """
        self._n = n
        self._labels = labels
        self.steps: list[int] = []
        self.samples: list[Tensor] = []

    def __call__(self, run: Any) -> None:
        """Keep samples now."""
        self.steps.append(run.step)
        self.samples.append(run.sample(self._n, labels=self._labels).cpu())

    def __iter__(self) -> Any:
        return iter(zip(self.steps, self.samples, strict=True))


def _losses(run: Any, ax: Any) -> None:
    from gan_course import plots

    if run.history.steps:
        plots.losses(run, ax=ax)


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")
