"""One picture of the gallery, made when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from gan_course.gallery.entries import Entry, entry


@dataclass(frozen=True)
class Picture:
    """A picture that a notebook shows where it is a cell's last line.

    Attributes:
        entry: What it is of.
        png: Its bytes.
    """

    entry: Entry
    png: bytes

    def _repr_png_(self) -> bytes:
        return self.png

    def __repr__(self) -> str:
        return f"<picture of {self.entry.title!r}>"


def picture(name: str) -> Picture:
    """Make the picture of an application; networks that it needs are trained first, once a session.

    Args:
        name: Such as ``"inpainting"``.

    Raises:
        UnknownNameError: If there is no such application; the message lists them.
    """
    one = entry(name)  # first: training is no place to find a misspelt name
    from gan_course.gallery.makers import MAKERS
    from gan_course.gallery.sheet import png

    return Picture(one, png(MAKERS[name]()))
