"""Small pictures under a check's lines; drawn in a notebook, left out elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True)
class Curve:
    """The student's own curve beside the one wanted.

    Attributes:
        title: Above the panel.
        x: Where both were taken, shape (n,).
        yours: The student's values, shape (n,).
        wanted: The wanted values, shape (n,).
    """

    title: str
    x: Tensor
    yours: Tensor
    wanted: Tensor


def draw_curves(curves: Sequence[Curve], xlabel: str, ylabel: str) -> None:
    """Draw each curve over its reference in a panel of its own.

    Outside a notebook (tests, grading) nothing is drawn and matplotlib is not even imported.

    Args:
        curves: One panel each.
        xlabel: Under every panel.
        ylabel: Beside the first panel.
    """
    shell = sys.modules.get("IPython")
    if shell is None or shell.get_ipython() is None:
        return
    import matplotlib.pyplot as plt
    from IPython.display import display

    from gan_course.plots.style import FAKE, OPTIMAL, styled

    with styled():
        figure, axes = plt.subplots(1, len(curves), figsize=(3.2 * len(curves), 2.1), squeeze=False, dpi=70)
        for ax, curve in zip(axes[0], curves, strict=True):
            ax.plot(curve.x, curve.wanted, color=OPTIMAL, linewidth=4, alpha=0.3, label="wanted")
            ax.plot(curve.x, curve.yours.detach(), "--", color=FAKE, label="yours")
            ax.set_title(curve.title)
            ax.set_xlabel(xlabel)
        axes[0][0].set_ylabel(ylabel)
        axes[0][0].legend()
        figure.tight_layout()
        display(figure)  # type: ignore[no-untyped-call]
        plt.close(figure)
