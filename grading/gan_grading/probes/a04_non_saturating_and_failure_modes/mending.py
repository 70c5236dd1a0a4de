"""Probe of the mended run: the settings are played on a ring that the notebook has not shown."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from gan_course.data import ring
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float, type_text
from gan_course.metrics import mode_coverage
from gan_course.side_by_side import play
from gan_grading.keys.memory import MEMORY, Memory, Play
from gan_grading.probes.probe import Probe

NAME = "mend"
STEPS, SAMPLES = 2000, 2500
LEAST_CAPTURED, LEAST_GOOD = 7, 0.55
RUN = "a ring your settings have not seen"
# A run takes seconds: what was played before the self-check forks is never played again, by any exercise.
RUNS = Memory(room=200)
COLLAPSED = {"g_lr": 2e-3, "d_lr": 1e-4, "r1": 0.0, "decay": 1.0, "average": 0.0}
# What each setting may be; beyond it a number is a slip of the pen, and a run would be wasted on it.
BOUNDS = {
    "g_lr": (0.0, 1.0),
    "d_lr": (0.0, 1.0),
    "r1": (0.0, 1e4),
    "decay": (0.0, 1.0),
    "average": (0.0, 1.0),
}

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
    "Rates are above 0; decay is the share that is left at the end; average is the share kept, below 1; r1 is at least 0.",
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
    "In the tables of section 7, what brought coverage, and which two things kept the last steps from trembling? "
    "And does D keep up with G?",
)
DIVERGED = Misconception(
    "diverged",
    "The run breaks down: its numbers become NaN or leave the picture.",
    "Compare your rates and the weight of your penalty with those of the table.",
)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    settings = _settings(student, sheet)
    if sheet.has_findings() or RUN in sheet.criteria_passed():
        return  # one run a grading is enough: it takes seconds, and the settings are the same
    seed, turn = dice.integer(10, 100_000), dice.number(0.05, 0.75)
    key = (NAME, tuple(sorted(settings.items())), seed, turn)
    seen = RUNS.recall(key, lambda: MEMORY.recall(key, lambda: Play(_measure(settings, seed, turn)))).seen
    assert seen is not None
    if seen["captured"] >= LEAST_CAPTURED and seen["good"] >= LEAST_GOOD:
        sheet.passed(RUN)
        return
    sheet.miss(RUN, _diagnosis(seen), _text(seen))


def _settings(student: Student, sheet: Sheet) -> dict[str, float]:
    """Call the student's function and insist on five usable numbers."""
    value = student.call(NAME, dict(COLLAPSED)).value
    form = "returns five settings"
    sheet.insist(isinstance(value, Mapping), form, "wrong_type", f"returned {type_text(value)}")
    names = ", ".join(sorted(map(str, value)))[:120]
    sheet.insist(set(value) == set(COLLAPSED), form, "wrong_keys", f"returned {names or 'none'}")
    numbers = {name: as_float(value[name]) for name in COLLAPSED}
    for name, number in numbers.items():
        low, high = BOUNDS[name]
        usable = number is not None and math.isfinite(number) and low <= number <= high
        if name in ("g_lr", "d_lr"):
            usable = usable and number != 0
        if name == "average":
            usable = usable and number != 1
        sheet.insist(bool(usable), form, "out_of_range", f"{name} = {number}")
    settings = {name: float(number) for name, number in numbers.items() if number is not None}
    sheet.passed(form)
    sheet.insist(settings != COLLAPSED, "changes something", "unchanged")
    after = student.twice(NAME, dict(COLLAPSED)).after[0]
    sheet.require(after == COLLAPSED, "leaves the old settings alone", "modifies_settings")
    return settings


def _measure(settings: Mapping[str, Any], seed: int, turn: float) -> Mapping[str, Any]:
    """Train on a turned ring, in the grader's own process: only five numbers came from the student."""
    target = ring(turn=turn)
    samples = play(target, seeds=[seed], steps=STEPS, **settings).sample(SAMPLES)[0]
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


OWN = (UNCHANGED, KEYS, RANGE, MODIFIES, STILL_COLLAPSED, NOT_MENDED, DIVERGED)
PROBES = (Probe(NAME, _judge, OWN),)
