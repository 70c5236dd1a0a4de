"""Gradient descent on a bowl: where the walk ends, on gentle and steep ground, and where it overshoots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

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


@dataclass(frozen=True)
class _Bowl:
    """One walk: what it is called, its steps, the weight of the loss, and the share of the way that a step takes.

    ``away`` is how far from 0 it begins; ``exact`` walks in float64, and what it covered is seen in units of
    one step's share.
    """

    name: str
    steps: int
    weight: float
    share: float
    away: float = 2.0
    exact: bool = False


Bowls = list[_Bowl]


def _walks(exercise: str, bowls: Callable[[Inputs], Bowls]) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for bowl in bowls(inputs):
            target = inputs.number(-1.0, 1.0)
            d = inputs.integer(1, 4)
            # The slope in one coordinate depends on the others: all of them move at once, or it shows.
            loss = student.spy_loss("loss", [(target, bowl.weight, 0.4 * bowl.weight)])
            # Each step takes this share of the way to the bottom, or 1.4 times as much where all coordinates
            # go together; beyond 2 the walk leaves the bowl.
            lr = bowl.share * d / (2 * bowl.weight)
            start = inputs.normal(d, scale=bowl.away)
            title = f"{bowl.steps} step{'s' * (bowl.steps != 1)} {bowl.name}"
            if not bowl.exact:
                seen[title] = student.call(exercise, loss, start, round(lr, 6), bowl.steps).value
                continue
            start = start.double()
            end = student.call(exercise, loss, start, lr, bowl.steps).value
            seen[f"way covered in {title}"] = (end - start) / bowl.share if _is_like(end, start) else end
        return seen

    return play


def _is_like(end: Any, start: torch.Tensor) -> bool:
    return isinstance(end, torch.Tensor) and end.shape == start.shape and end.is_floating_point()


def _bowls(inputs: Inputs) -> Bowls:
    """Gentle and steep ones, near and far, walked in small steps and in steps that are too long."""
    usual, gentle, steep = inputs.number(0.5, 1.5), inputs.number(0.01, 0.03), inputs.number(100.0, 300.0)
    return [
        _Bowl("on usual ground", inputs.integer(4, 6), usual, inputs.number(0.1, 0.5)),
        _Bowl("on usual ground", 1, usual, inputs.number(0.2, 0.6)),
        _Bowl("on usual ground", 0, usual, 0.3),
        # Who stops where it is nearly flat never gets anywhere here.
        _Bowl("on gentle ground", inputs.integer(7, 9), gentle, inputs.number(0.002, 0.02)),
        _Bowl("on steep ground", 3, steep, inputs.number(0.2, 0.6)),
        _Bowl("from wall to wall", 5, usual, inputs.number(1.2, 1.4)),
        _Bowl("leaving the bowl", 4, usual, inputs.number(2.2, 2.6)),
        _Bowl("from far away", 3, usual, inputs.number(0.1, 0.5), away=300.0),
    ]


def _plains(inputs: Inputs) -> Bowls:
    """Slopes of about 10⁻⁴ and 10⁻⁷ with rates to match, and steps that hardly move."""
    return [
        _Bowl("on flat ground", 4, 1e-4, inputs.number(0.2, 0.4)),
        _Bowl("on nearly level ground", 4, 1e-7, inputs.number(0.2, 0.4)),
        _Bowl("of a millionth of the way", 12, 1.0, 1e-6 * inputs.number(1.0, 2.0), exact=True),
    ]
