"""Animations that play in JupyterLab, on GitHub and in exported HTML.

They are animated PNGs: browsers play them wherever a picture may stand, and a viewer that cannot
shows the last frame. Nothing runs in them, so no trust is asked for.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan_course.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from PIL.Image import Image


class Animation:
    """Frames that show themselves in a notebook.

    Attributes:
        frames: The pictures, all of one size.
        seconds: How long each is shown.
    """

    def __init__(self, frames: Sequence[Image], seconds: float = 0.15) -> None:
        """Keep the frames.

        Args:
            frames: At least one picture.
            seconds: How long each is shown; the last one stays six times as long.

        Raises:
            ShapeError: If there are no frames, or they differ in size.
        """
        if not frames:
            raise ShapeError("an animation needs at least one frame: capture some while training.")
        if len({frame.size for frame in frames}) > 1:
            raise ShapeError("the frames differ in size: draw every frame on a figure of one size.")
        self.frames = list(frames)
        self.seconds = seconds

    def to_bytes(self) -> bytes:
        """Return the animated PNG. Its still, for viewers that do not play, is the last frame."""
        out = io.BytesIO()
        first, *rest = _one_palette(self.frames)
        duration = [1000 * self.seconds] * (len(self.frames) - 1) + [6000 * self.seconds]
        still = rest[-1] if rest else first
        still.save(
            out,
            "PNG",
            save_all=True,
            append_images=[first, *rest],
            default_image=True,
            duration=duration,
            loop=0,
        )
        return out.getvalue()

    def save(self, path: str | Path) -> Path:
        """Write the animated PNG to a file and return its path."""
        path = Path(path)
        path.write_bytes(self.to_bytes())
        return path

    def _repr_png_(self) -> bytes:
        return self.to_bytes()

    def __repr__(self) -> str:
        return f"<Animation of {len(self.frames)} frames>"


def animate(
    draw: Callable[[Any, Any], object],
    items: Iterable[Any],
    *,
    width: float = 4.0,
    height: float = 4.0,
    dpi: int = 72,
    seconds: float = 0.15,
) -> Animation:
    """Draw one frame for each item.

    Args:
        draw: Called as ``draw(item, ax)`` on empty Axes; fix the limits, or the picture will jump.
        items: What the frames show, such as samples kept while training.
        width: Of the picture, in inches.
        height: Of the picture, in inches.
        dpi: Dots an inch; the size of the file grows with its square.
        seconds: How long each frame is shown.

    Returns:
        The animation.
    """
    from gan_course.plots.style import figure

    frames = []
    made, ax = figure(width=width, height=height)
    try:
        for item in items:
            ax.clear()
            draw(item, ax)
            frames.append(capture(made, dpi))
    finally:
        _close(made)
    return Animation(frames, seconds)


def capture(figure: Figure, dpi: int = 72) -> Image:
    """Turn a figure into one frame of fixed size.

    Args:
        figure: What to draw.
        dpi: Dots an inch.
    """
    import matplotlib as mpl
    from PIL import Image as Pillow

    out = io.BytesIO()
    with mpl.rc_context({"savefig.bbox": None}):  # a tight box would give every frame its own size
        figure.savefig(out, format="png", dpi=dpi)
    out.seek(0)
    frame = Pillow.open(out)
    frame.load()
    return frame


def _one_palette(frames: list[Image]) -> list[Image]:
    """Reduce all frames to one set of 128 colours: a third of the size, and no difference to see.

    An animated PNG has a single palette, so it is taken from the first, middle and last frame together.
    """
    from PIL import Image as Pillow

    chosen = [frames[i].convert("RGB") for i in sorted({0, len(frames) // 2, len(frames) - 1})]
    width, height = chosen[0].size
    sheet = Pillow.new("RGB", (width, height * len(chosen)))
    for i, frame in enumerate(chosen):
        sheet.paste(frame, (0, i * height))
    palette = sheet.quantize(128, dither=Pillow.Dither.NONE)
    return [frame.convert("RGB").quantize(palette=palette, dither=Pillow.Dither.NONE) for frame in frames]


def _close(figure: Figure) -> None:
    import matplotlib.pyplot as plt

    plt.close(figure)
