"""Visible checks of the toy course: they print and never raise."""

from collections.abc import Callable


def double(answer: Callable[[float], float]) -> None:
    """Check one value of ``double``."""
    _show(lambda: answer(2) == 4)


def average(answer: Callable[[list[float]], float]) -> None:
    """Check one value of ``average``."""
    _show(lambda: answer([1, 2, 3]) == 2)


def q_sum(value: object) -> None:
    """Check the form of ``q_sum``."""
    print("recorded" if isinstance(value, int) else "not answered yet")


def _show(holds: Callable[[], bool]) -> None:
    try:
        print("as wanted" if holds() else "not as wanted")
    except NotImplementedError:
        print("not written yet")
    except Exception as error:
        print(f"your code stopped: {error}")
