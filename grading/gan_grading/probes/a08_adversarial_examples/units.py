"""Probe of ε in the units of the pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "epsilon_in_range"
RANGE_IGNORED = Misconception(
    "range_ignored",
    "Your ε does not follow the range of the pixels: it is the one for pixels from 0 to 1.",
    "Pixels from −1 to 1 span twice as much. What is then the size of one of the 255 steps?",
)
HALF = Misconception(
    "half_the_range",
    "Your ε is half as large as it should be.",
    "From the darkest value to the brightest there are 255 steps. How far apart are those two values?",
)
COUNTS_VALUES = Misconception(
    "256_steps",
    "You divide by the number of grey values, not by the number of steps between them.",
    "From 0 to 255 there are 256 values. How many steps lead from the first to the last?",
    share=0.5,
)
SHIFTED = Misconception(
    "shifted",
    "You converted a grey value, not a difference of grey values.",
    "ε is a distance between two pixels. A shift of both leaves it as it is.",
)
INVERTED = Misconception(
    "inverted",
    "Your conversion runs the other way.",
    "The step is a share of 255 steps; the same share of the range is asked for.",
)
NOT_CONVERTED = Misconception(
    "not_converted",
    "Your ε is still counted in steps of the scale from 0 to 255, or counts them wrongly.",
    "All 255 steps together make the whole range, high − low.",
)
BOUND = Misconception(
    "upper_end",
    "Your ε follows one end of the range, not its length.",
    "Try low = −1, high = 1, and low = 0, high = 2: the same length should give the same ε.",
)


def _play(student: Student, dice: Dice) -> Observation:
    low = dice.number(-3.0, -0.5)
    cases = [
        (dice.integer(2, 40), 0.0, 1.0),
        (dice.integer(2, 40), -1.0, 1.0),
        (dice.integer(2, 40), low, low + dice.number(2.5, 4.0)),
        (dice.integer(2, 40), 0.0, 255.0),
        (dice.number(0.5, 9.5), 0.5, 2.25),
        (0, -1.0, 1.0),
    ]
    return {f"case {i}": as_float(student.call(NAME, *case).value) for i, case in enumerate(cases)}


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call(NAME, 8, 0.0, 1.0).value
    sheet.insist(
        as_float(value) is not None, "returns a number", "wrong_type", f"returned {type_text(value)}"
    )
    sheet.passed("returns a number")
    Duel(NAME, "ε in several ranges", _play, _reference, RIVALS).judge(student, dice, sheet)


def _reference(levels: float, low: float, high: float) -> float:
    return levels / 255 * (high - low)


FORMULAS: tuple[tuple[Misconception, Callable[..., Any]], ...] = (
    (RANGE_IGNORED, lambda k, low, high: k / 255),
    (HALF, lambda k, low, high: k / 255 * (high - low) / 2),
    (COUNTS_VALUES, lambda k, low, high: k / 256 * (high - low)),
    (COUNTS_VALUES, lambda k, low, high: k / 256),
    (COUNTS_VALUES, lambda k, low, high: k / 254 * (high - low)),
    (SHIFTED, lambda k, low, high: low + k / 255 * (high - low)),
    (SHIFTED, lambda k, low, high: (k / 255 - low) / (high - low)),
    (SHIFTED, lambda k, low, high: k / 255 - low),
    (INVERTED, lambda k, low, high: k / 255 / (high - low)),
    (INVERTED, lambda k, low, high: k * 255 / (high - low)),
    (INVERTED, lambda k, low, high: k / 255 * (low - high)),
    (NOT_CONVERTED, lambda k, low, high: k),
    (NOT_CONVERTED, lambda k, low, high: k * (high - low)),
    (NOT_CONVERTED, lambda k, low, high: k / 100 * (high - low)),
    (NOT_CONVERTED, lambda k, low, high: k * 255 * (high - low)),
    (BOUND, lambda k, low, high: k / 255 * high),
    (BOUND, lambda k, low, high: k / 255 * (high + low)),
    (BOUND, lambda k, low, high: k / 255 * abs(low)),
    (BOUND, lambda k, low, high: k / 255 * max(abs(low), abs(high))),
)
RIVALS = tuple(Rival(misconception, formula) for misconception, formula in FORMULAS)

PROBES = (Probe(NAME, _judge, misconceptions_of(RIVALS)),)
