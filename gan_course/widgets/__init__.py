"""Interactive pictures for the notebooks: and a still picture where nobody can click."""

from __future__ import annotations

from gan_course.widgets.gan_explorer import GANExplorer

__all__ = ["GANExplorer"]
