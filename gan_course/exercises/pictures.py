"""Small pictures under a check's lines; drawn in a notebook, left out elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from gan_course.exercises.finding import Curve


def draw_curves(curves: Sequence[Curve]) -> None:
    """Draw each of the student's curves over the wanted one, in a panel of its own.

    Outside a notebook (tests, grading) nothing is drawn and matplotlib is not even imported.

    Args:
        curves: One panel each.
    """
    shell = sys.modules.get("IPython")
    if not curves or shell is None or shell.get_ipython() is None:
        return
    import matplotlib.pyplot as plt
    from IPython.display import display

    from gan_course.plots.style import FAKE, OPTIMAL, styled

    with styled():
        figure, axes = plt.subplots(1, len(curves), figsize=(3.2 * len(curves), 2.1), squeeze=False, dpi=80)
        for ax, curve in zip(axes[0], curves, strict=True):
            yours = [float("nan") if y is None else y for y in curve.yours]
            ax.plot(curve.x, curve.wanted, color=OPTIMAL, linewidth=4, alpha=0.3, label="wanted")
            ax.plot(curve.x, yours, "--", color=FAKE, label="yours")
            ax.set_xlabel(curve.x_label)
        axes[0][0].set_ylabel(curves[0].title)
        axes[0][0].legend()
        figure.tight_layout()
        display(figure)  # type: ignore[no-untyped-call]
        plt.close(figure)
