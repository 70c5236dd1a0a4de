"""Check of the stopping rule on six short series of scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.checks.failure_modes.numbers import several_numbers
from gan_course.checks.framework import Report, close, exercise_check

_PAIR = "Where training stops, and which checkpoint to keep: (stop, best)."
_EXAMPLE = [0.1, 0.5, 0.3, 0.5, 0.2, 0.9]
# Scores, patience, wanted, what passing it shows, and the sentence for failing it.
_SERIES = (
    (
        [0.1, 0.2, 0.3, 0.4],
        2,
        (3, 3),
        "rising scores: training ends with the last evaluation, which is the best",
        "Each score here is a new best, so patience never runs out. What is the number of the last one?",
    ),
    (
        [0.9, 0.5, 0.4, 0.3, 0.2],
        2,
        (2, 0),
        "falling scores, patience 2: stops at number 2 and keeps number 0",
        "Numbers 1 and 2 are two evaluations in a row without a new best. Count from the best one.",
    ),
    (
        [0.1, 0.5, 0.2, 0.3, 0.4, 0.6, 0.1],
        3,
        (4, 1),
        "recovering is not a new best",
        "0.3 and 0.4 are better than the score before them, but not better than the best so far.",
    ),
    (
        [0.1, 0.5, 0.4, 0.6, 0.5, 0.4, 0.3],
        3,
        (6, 3),
        "a new best starts the waiting again",
        "Patience asks for evaluations in a row: after a new best the count begins at 0.",
    ),
    (
        [-0.5, -0.2, -0.4, -0.3, -0.9],
        3,
        (4, 1),
        "negative scores",
        "Scores may be negative (a distance with a minus sign). What was your best before the first one?",
    ),
    ([0.4], 3, (0, 0), "a single score", "One evaluation is both the last and the best."),
)


def _same(yours: list[float], wanted: tuple[int, int]) -> bool:
    return all(close(y, w) for y, w in zip(yours, wanted, strict=True))


@exercise_check
def when_to_stop(report: Report, answer: Callable[..., Any]) -> None:
    """Check the example of the text, then series that each show one mistake."""
    scores = list(_EXAMPLE)
    yours = several_numbers(report, report.call(answer, scores, 3), 2, _PAIR)
    report.passed("returns two numbers")
    report.expect(
        _same(yours, (4, 1)),
        "the example of the text: stops at number 4 and keeps number 1",
        f"scores 0.1, 0.5, 0.3, 0.5, 0.2, 0.9 with patience 3: yours {_told(yours)}, wanted (4, 1)",
        _teach(yours),
    )
    for series, patience, wanted, claim, teach in _SERIES:
        given = list(series)
        yours = several_numbers(report, report.call(answer, given, patience), 2, _PAIR)
        listed = ", ".join(f"{s:g}".replace("-", "−") for s in series)
        report.expect(
            _same(yours, wanted),
            claim,
            f"scores {listed} with patience {patience}: yours {_told(yours)}, wanted {wanted}",
            teach,
        )
    report.expect(
        scores == _EXAMPLE,
        "leaves the list of scores alone",
        "the list of scores was changed",
        "Whoever calls the function still needs it: read, do not pop or sort.",
    )


def _told(place: list[float]) -> str:
    return f"({place[0]:g}, {place[1]:g})".replace("-", "−")


def _teach(yours: list[float]) -> str:
    if _same(yours, (5, 5)):
        return "Numbers 2, 3 and 4 bring no new best, so training stops at 4. The 0.9 is never seen."
    if _same(yours, (5, 3)):
        return "0.5 at number 3 equals the best and is no new best: it must be higher."
    if _same(yours, (5, 1)):
        return "One evaluation too late: numbers 2, 3 and 4 are three in a row without a new best."
    if _same(yours, (3, 1)):
        return "One evaluation too early: only numbers 2 and 3 have passed without a new best."
    if _same(yours, (1, 4)):
        return "The evaluation at which training stops comes first in the pair."
    if _same(yours, (4, 5)):
        return "The 0.9 comes after training has stopped, so nobody has seen it."
    if _same(yours, (4, 4)):
        return "The checkpoint to keep is the best one, not the one at which patience ran out."
    return "Walk through the scores one by one, and write down the best so far and how long ago it was."
