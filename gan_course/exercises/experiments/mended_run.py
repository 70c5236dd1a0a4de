"""Settings of a run that collapsed, mended: they are played on a ring that the notebook has not shown.

The visible check looks at their form alone, for a run takes seconds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from gan_course.data import ring
from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float
from gan_course.metrics import mode_coverage
from gan_course.side_by_side import play as play_side_by_side

VERSION = 1
STEPS, SAMPLES = 2000, 2500
LEAST_CAPTURED, LEAST_GOOD = 7, 0.55
RUN = "a ring your settings have not seen"
COLLAPSED = {"g_lr": 2e-3, "d_lr": 1e-4, "r1": 0.0, "decay": 1.0, "average": 0.0}
# What each setting may be; beyond it a number is a slip of the pen, and a run would be wasted on it.
BOUNDS = {
    "g_lr": (0.0, 1.0),
    "d_lr": (0.0, 1.0),
    "r1": (0.0, 1e4),
    "decay": (0.0, 1.0),
    "average": (0.0, 1.0),
}
NOT_ZERO, NOT_ONE = ("g_lr", "d_lr"), ("average",)

UNCHANGED = Misconception(
    "unchanged",
    "These are the settings of the collapsed run.",
    "Nothing changes by itself. Which of the two players is too slow, and by how much?",
)
KEYS = Misconception(
    "wrong_keys",
    "The settings have not the five names that a run needs.",
    'Return a dictionary with "g_lr", "d_lr", "r1", "decay" and "average", as the one you were given.',
)
RANGE = Misconception(
    "out_of_range",
    "A setting is no number, or one that cannot be meant.",
    "Rates are above 0; decay is the share that is left at the end; average is the share kept, below 1; r1 is "
    "at least 0.",
)
MODIFIES = Misconception(
    "modifies_settings",
    "Your function changes the dictionary it was given.",
    "The old settings are still needed, to run both beside each other. Make a new dictionary, or copy first.",
    share=0.5,
)
STILL_COLLAPSED = Misconception(
    "still_collapsed",
    "The run still collapses: at most two modes are captured or touched.",
    "Look at the rates first. While G runs, can D follow it?",
)
NOT_MENDED = Misconception(
    "not_mended",
    "The run no longer collapses, but modes are missing, or too few samples hit them.",
    "In the tables of section 7, what brought coverage, and which two things kept the last steps from "
    "trembling? And does D keep up with G?",
)
DIVERGED = Misconception(
    "diverged",
    "The run breaks down: its numbers become NaN or leave the picture.",
    "Compare your rates and the weight of your penalty with those of the table.",
)
MISCONCEPTIONS = (UNCHANGED, KEYS, RANGE, MODIFIES, STILL_COLLAPSED, NOT_MENDED, DIVERGED)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Read the settings; where somebody judges with hidden inputs, play them."""
    settings = _settings(student, findings, exercise)
    if findings.has_findings() or inputs.public or not findings.judges:
        return
    if RUN in findings.criteria_passed():
        return  # one run a grading is enough: it takes seconds, and the settings are the same
    seed, turn = inputs.integer(10, 100_000), inputs.number(0.05, 0.75)
    seen = _measured(tuple(sorted(settings.items())), seed, turn)
    if seen["captured"] >= LEAST_CAPTURED and seen["good"] >= LEAST_GOOD:
        findings.passed(RUN)
        return
    findings.miss(RUN, _diagnosis(seen), _text(seen))


def _settings(student: Student, findings: Findings, exercise: str) -> dict[str, float]:
    """Call the student's function and insist on five usable numbers."""
    value = student.call(exercise, dict(COLLAPSED)).value
    form = "returns five settings"
    findings.insist(isinstance(value, Mapping), form, "wrong_type", f"returned {type_text(value)}")
    names = ", ".join(sorted(map(str, value)))[:120]
    findings.insist(set(value) == set(COLLAPSED), form, "wrong_keys", f"returned {names or 'none'}")
    numbers = {name: as_float(value[name]) for name in COLLAPSED}
    for name, number in numbers.items():
        findings.insist(_usable(name, number), form, "out_of_range", f"{name} = {number}")
    settings = {name: float(number) for name, number in numbers.items() if number is not None}
    findings.passed(form)
    findings.insist(settings != COLLAPSED, "changes something", "unchanged")
    after = student.twice(exercise, dict(COLLAPSED)).after[0]
    findings.require(after == COLLAPSED, "leaves the old settings alone", "modifies_settings")
    return settings


def _usable(name: str, number: float | None) -> bool:
    if number is None or not math.isfinite(number):
        return False
    low, high = BOUNDS[name]
    excluded = (name in NOT_ZERO and number == 0) or (name in NOT_ONE and number == 1)
    return low <= number <= high and not excluded


@lru_cache(maxsize=200)
def _measured(settings: tuple[tuple[str, float], ...], seed: int, turn: float) -> Mapping[str, Any]:
    """Train on a turned ring, in the judge's own process: only five numbers came from the student.

    What was played once, for a class or before the self-check forks, is not played again.
    """
    target = ring(turn=turn)
    run = play_side_by_side(target, seeds=[seed], steps=STEPS, **dict(settings))  # type: ignore[arg-type]
    samples = run.sample(SAMPLES)[0]
    found = mode_coverage(samples, target.modes, target.std)
    return {
        "captured": found.captured,
        "touched": found.any,
        "good": found.good,
        "finite": bool(samples.abs().max() < 100),
    }


def _diagnosis(seen: Mapping[str, Any]) -> str:
    if not seen["finite"]:
        return "diverged"
    if seen["touched"] <= 2:
        return "still_collapsed"
    # Whether modes or hits are missing depends on where G happens to be at the end; the numbers say which.
    return "not_mended"


def _text(seen: Mapping[str, Any]) -> str:
    return (
        f"captured {seen['captured']} of 8 modes with {100 * seen['good']:.0f}% good samples; "
        f"wanted at least {LEAST_CAPTURED} with {100 * LEAST_GOOD:.0f}%"
    )
