"""What the notebooks need beside the library: demos that wait for the answers they use, a shared legend.

A demo is a cell that draws or trains with what the student has written. It must run as soon as the answers
are there, and must not stop "Run All" while they are not.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar, overload

from gan_course.errors import GanCourseError
from gan_course.exercises.stops import Stop, read_stop

SKIP_VARIABLE = "GAN_COURSE_SKIP_DEMOS"
_WIDTH = 100
_skipped = False  # whether a student asked for it; the variable is the grader's

Function = TypeVar("Function", bound=Callable[[], Any])


@overload
def demo(function: Function) -> Function: ...


@overload
def demo(*, seconds: str = "") -> Callable[[Function], Function]: ...


def demo(function: Function | None = None, *, seconds: str = "") -> Function | Callable[[Function], Function]:
    """Run a function of a notebook at once, and say kindly why where it cannot run yet.

    - Where an answer it uses is not written, or stopped with an exception, one or two lines say which, and
      the notebook goes on.
    - Where the environment variable ``GAN_COURSE_SKIP_DEMOS`` is "1" (grading sets it) nothing is run.
    - An exception in the demo's own lines is raised as anywhere else.
    - Whatever stopped it, no half-drawn figure is left behind.

    Args:
        function: The demo, without arguments.
        seconds: What to announce before a longer run, such as "about 20 s".

    Returns:
        The function itself, so that it can be called again; or the decorator, where options are given.
    """
    if function is None:

        def decorate(later: Function) -> Function:
            return _run(later, seconds)

        return decorate
    return _run(function, seconds)


def skip_demos(skip: bool = True) -> None:
    """Leave out every demo from now on, so that coming back to a notebook need not wait for them.

    Args:
        skip: False to run them again. What grading leaves out stays out.

    >>> skip_demos()
    >>> _ = demo(lambda: print("a long training"))
    (<lambda>: skipped; to see it, run skip_demos(False) and this cell again)
    >>> skip_demos(False)
    """
    global _skipped
    _skipped = skip


def _run(function: Function, seconds: str) -> Function:
    if os.environ.get(SKIP_VARIABLE) == "1":
        print(f"({_title(function)}: skipped while grading)")
        return function
    if _skipped:
        print(f"({_title(function)}: skipped; to see it, run skip_demos(False) and this cell again)")
        return function
    if seconds:
        print(f"{_title(function)}: {seconds} …")
    try:
        with _no_figure_of_a_stop():
            function()
    except Exception as error:
        stop = _stop_of(error, getattr(function, "__globals__", None))
        if not _is_answers_fault(function, stop):
            raise
        _say(stop)
    return function


@contextmanager
def _no_figure_of_a_stop() -> Iterator[None]:
    """Close what a demo had begun to draw when it stopped: it would turn up above the next picture."""
    before = _open_figures()
    try:
        yield
    except BaseException:  # the stop button too
        for number in _open_figures() - before:
            sys.modules["matplotlib.pyplot"].close(number)
        raise


def _open_figures() -> set[int]:
    pyplot = sys.modules.get("matplotlib.pyplot")  # not imported for this: it takes half a second
    return set() if pyplot is None else set(pyplot.get_fignums())


def _stop_of(error: Exception, namespace: dict[str, Any] | None) -> Stop:
    """Read where the student's code stopped; the library's one-line errors keep that in their cause."""
    cause = error.__cause__ if isinstance(error, GanCourseError) else None
    if cause is None:
        return read_stop(error, namespace)
    where, said = read_stop(cause, namespace), read_stop(error, namespace)
    return said if where.function == "" else replace(where, message=said.message, advice=said.advice)


def _is_answers_fault(function: Callable[..., Any], stop: Stop) -> bool:
    """Tell a student's answer, which has its own cell, from the demo's own lines."""
    own_file = function.__code__.co_filename
    return stop.function != "" and (stop.not_written or stop.file != own_file)


def _say(stop: Stop) -> None:
    if stop.not_written:
        print(f"This picture needs `{stop.function}`: write it above, then run this cell again.")
        return
    print(f"This picture needs `{stop.function}`, which stopped at {stop.where()}")
    print(textwrap.fill(stop.message, _WIDTH, initial_indent="  ", subsequent_indent="  "))
    print("  Mend it above (its check says more), then run this cell again.")


def _title(function: Callable[..., Any]) -> str:
    return function.__name__.replace("_", " ")


def shared_legend(figure: Any, axes: Iterable[Any]) -> None:
    """Put one legend under a row of panels, in place of one in each panel that covers its curves.

    Args:
        figure: The figure of the panels.
        axes: The panels; a curve that several of them name is listed once.
    """
    named: dict[str, Any] = {}
    for ax in axes:
        handles, labels = ax.get_legend_handles_labels()
        named |= dict(zip(labels, handles, strict=True))
        if ax.get_legend() is not None:
            ax.get_legend().remove()
    figure.legend(named.values(), named.keys(), loc="outside lower center", ncols=len(named), frameon=False)
