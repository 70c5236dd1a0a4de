"""gan_grading: the instructor's side of gan_course.

``grade(notebook, assignment)`` grades one submission without a database. It imports torch, so it is itself
imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gan_grading.engine import Grader, Result, grade

__all__ = ["Grader", "Result", "grade"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from gan_grading import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
