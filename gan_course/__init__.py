"""gan_course: data, training, checks and pictures for a course on generative adversarial networks.

Submodules are imported when they are first used, so that ``import gan_course`` stays cheap:

>>> import gan_course
>>> ring = gan_course.data.ring()
>>> ring.describe()
'ring: 8 Gaussians in the plane, radius 2, std 0.02'
"""

from __future__ import annotations

import importlib
from types import ModuleType

__version__ = "0.1.0"

_SUBMODULES = frozenset(
    {
        "checks",
        "data",
        "device",
        "errors",
        "gallery",
        "lesson",
        "metrics",
        "plots",
        "seeding",
        "training",
        "widgets",
    }
)

__all__ = ["__version__", *sorted(_SUBMODULES)]


def __getattr__(name: str) -> ModuleType:
    if name in _SUBMODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_SUBMODULES})
