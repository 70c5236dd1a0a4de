"""gan_grading: the instructor's side of gan_course.

``grade(notebook, assignment)`` grades one submission without a database. It imports torch, so it is itself
imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gan_grading.engine import Grader, Result, grade

__version__ = "0.1.0"

_LATER = ("Grader", "Result", "grade")

__all__ = ["Grader", "Result", "__version__", "grade"]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from gan_grading import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
