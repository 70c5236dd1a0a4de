"""What the library has ready is no answer to an exercise that asks to write it.

The library's losses, penalties and attacks are for lessons whose subject is something else. While an answer
is being judged, in the notebook's check or in a grading run, they refuse to work for it and say so in a line.
Whoever copies their source has read it, and that is allowed.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from gan_course.errors import GanCourseError

P = ParamSpec("P")
R = TypeVar("R")

_JUDGED: ContextVar[bool] = ContextVar("an answer is being judged", default=False)


class ReadyMadeError(GanCourseError):
    """An answer calls the library's own version of what an exercise asks to write."""


@contextmanager
def an_answer_is_judged(ready_made: bool = False) -> Iterator[None]:
    """Let nothing ready-made answer meanwhile.

    Args:
        ready_made: whether the exercise's text allows what the library has ready.
    """
    token = _JUDGED.set(not ready_made)
    try:
        yield
    finally:
        _JUDGED.reset(token)


def ready_made(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a function as one that an exercise of the course asks to write."""

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if _JUDGED.get():
            name = function.__qualname__.removesuffix(".__call__").lstrip("_")
            raise ReadyMadeError(
                f"{name} is the library's own: this exercise asks you to write it; put its formula into yours"
            )
        return function(*args, **kwargs)

    return guarded
