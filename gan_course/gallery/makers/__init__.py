"""What draws the gallery's pictures: a function for each application, by the application's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gan_course.gallery.makers import painted, toys, translated

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MAKERS: dict[str, Callable[[], Figure]] = {**painted.MAKERS, **toys.MAKERS, **translated.MAKERS}
