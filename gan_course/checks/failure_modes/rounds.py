"""Check of one round of the game V(x, y) = x·y."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from gan_course.checks.failure_modes.numbers import several_numbers
from gan_course.checks.framework import Report, close, exercise_check, number

_ROUNDS = 200
_MEANING = "The new x and the new y, in this order."


def _told(place: Sequence[float]) -> str:
    return f"({number(place[0], 2)}, {number(place[1], 2)})"


@exercise_check
def xy_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one round of each kind from (1, 2), then the distance after 200 rounds."""

    def played(x: float, y: float, alternating: bool) -> list[float]:
        return several_numbers(report, report.call(answer, x, y, 0.1, alternating), 2, _MEANING)

    simultaneous, alternating = played(1.0, 2.0, False), played(1.0, 2.0, True)
    report.passed("returns two numbers")
    for word, place, wanted in (
        ("simultaneous", simultaneous, (0.8, 2.1)),
        ("alternating", alternating, (0.8, 2.08)),
    ):
        if not all(close(p, w) for p, w in zip(place, wanted, strict=True)):
            report.failed(
                f"one {word} round from (1, 2) with η = 0.1: yours {_told(place)}, wanted {_told(wanted)}",
                _teach(word, place),
            )
            return
        report.passed(f"one {word} round from (1, 2) with η = 0.1 leads to {_told(wanted)}")
    for word, flag, low, high in (("simultaneous", False, 2.69, 2.72), ("alternating", True, 0.9, 1.1)):
        place = [1.0, 0.0]
        for _ in range(_ROUNDS):
            place = played(place[0], place[1], flag)
        far = math.hypot(*place)
        report.expect(
            low < far < high,
            f"{_ROUNDS} {word} rounds: {number(far, 2)} times as far from the origin",
            f"{_ROUNDS} {word} rounds: {number(far, 2)} times as far from the origin, "
            f"wanted {number(low, 2)} to {number(high, 2)}",
            "The same rule must hold from any place and for any η, not only for the numbers above.",
        )


def _teach(word: str, place: Sequence[float]) -> str:
    x, y = place
    if close(x, 1.2):
        return "x went uphill. It minimises V: against its slope."
    if close(y, 1.9) or close(y, 1.92):
        return "y went downhill. It maximises V: along its slope."
    if word == "simultaneous" and close(y, 2.08):
        return "y has already looked at the new x. In a simultaneous round both look at the old point."
    if word == "alternating" and close(x, 0.8) and close(y, 2.1):
        return "y still looks at the old x. In an alternating round x has moved by then."
    if close(x, 0.79):
        return "y has moved first. Here x moves first, and y answers."
    if close(x, 0.9):
        return "x stepped along its own value. Differentiate x·y in x, with y held constant: what is left?"
    if close(x, 2.1) or close(x, 2.08):
        return "The new x comes first in the pair."
    if close(x, -0.2) or close(x, -1.0):
        return "Is the step η times the slope, and is it added to the old place?"
    return "Work the round by hand: the slope in x is y, the slope in y is x."
