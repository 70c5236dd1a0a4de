"""Gradient descent on a bowl: where the walk ends, on gentle and steep ground, and where it overshoots."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
NOTHING = Misconception(
    "nothing_returned",
    "None came back: the `return` is missing, or what is returned is a .grad that is still None.",
    "Return the point where the walk ends, after the loop.",
)
STOPS_EARLY = Misconception(
    "stops_early",
    "The walk stops before its time where the ground is nearly flat.",
    "Exactly `steps` steps of lr · gradient are asked for, however small the gradient is.",
)
MISCONCEPTIONS = (NOTHING, STOPS_EARLY, MODIFIES_INPUTS)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Walk down bowls of many kinds.

    Args:
        student: the handle on the answer.
        inputs: for bowls, starts and learning rates.
        findings: where to note.
        exercise: name of the function.
    """
    loss = student.spy_loss("loss", [(0.5, 1.0)])
    value = student.call(exercise, loss, inputs.normal(3), 0.2, 3).value
    findings.insist(value is not None, "returns a tensor", "nothing_returned")
    insist_tensor(findings, value, "returns a tensor")
    findings.passed("returns a tensor")
    findings.compare(student, inputs, "where the walk ends", _walks(exercise, _bowls))
    findings.compare(
        student,
        inputs,
        "all steps on flat ground",
        _walks(exercise, _plains),
        otherwise="stops_early",
        named=False,
        goes_on=True,
    )
    judge_inputs_kept(student, findings, exercise, loss, inputs.normal(3), 0.2, 2, compare=True)


Bowls = list[tuple[str, int, float, float]]


def _walks(exercise: str, bowls: Callable[[Inputs], Bowls]) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for name, steps, weight, share in bowls(inputs):
            target = inputs.number(-1.0, 1.0)
            d = inputs.integer(1, 4)
            # The slope in one coordinate depends on the others: all of them move at once, or it shows.
            loss = student.spy_loss("loss", [(target, weight, 0.4 * weight)])
            # Each step takes this share of the way to the bottom, or 1.4 times as much where all coordinates
            # go together; beyond 2 the walk leaves the bowl.
            lr = round(share * d / (2 * weight), 6)
            start = inputs.normal(d, scale=2.0)
            title = f"{steps} step{'s' * (steps != 1)} {name}"
            seen[title] = student.call(exercise, loss, start, lr, steps).value
        return seen

    return play


def _bowls(inputs: Inputs) -> Bowls:
    """Name, steps, weight of the loss, share of the way to the bottom that each step takes."""
    usual, gentle, steep = inputs.number(0.5, 1.5), inputs.number(0.01, 0.03), inputs.number(100.0, 300.0)
    return [
        ("on usual ground", inputs.integer(4, 6), usual, inputs.number(0.1, 0.5)),
        ("on usual ground", 1, usual, inputs.number(0.2, 0.6)),
        ("on usual ground", 0, usual, 0.3),
        # Who stops where it is nearly flat never gets anywhere here.
        ("on gentle ground", inputs.integer(7, 9), gentle, inputs.number(0.002, 0.02)),
        ("on steep ground", 3, steep, inputs.number(0.2, 0.6)),
        ("from wall to wall", 5, usual, inputs.number(1.2, 1.4)),
        ("leaving the bowl", 4, usual, inputs.number(2.2, 2.6)),
    ]


def _plains(inputs: Inputs) -> Bowls:
    """Slopes of about 10⁻⁴ and 10⁻⁷, with rates to match."""
    return [
        ("on flat ground", 4, 1e-4, inputs.number(0.2, 0.4)),
        ("on nearly level ground", 4, 1e-7, inputs.number(0.2, 0.4)),
    ]
