"""One round of a game of two numbers, in both orders of play."""

from __future__ import annotations

from typing import Any

from gan_course.exercises.difference import type_text
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_numbers

VERSION = 1
MISCONCEPTIONS = ()


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play rounds from several places, with several step sizes, one player resting at 0 among them."""
    value = student.call(exercise, 1.0, 2.0, 0.1, False).value
    found = f"returned {type_text(value)}"
    findings.insist(isinstance(as_numbers(value, 2), list), "returns two numbers", "wrong_type", found)

    def rounds(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for x, y, eta in _places(inputs):
            for alternating in (False, True):
                place = as_numbers(student.call(exercise, x, y, eta, alternating).value, 2)
                how = "an alternating" if alternating else "a simultaneous"
                where = f"{how} round from ({x:g}, {y:g}) with η = {eta:g}"
                if isinstance(place, list) and len(place) == 2:
                    seen |= {f"x after {where}": place[0], f"y after {where}": place[1]}
                else:
                    seen[f"after {where}"] = place
        return seen

    findings.compare(student, inputs, "where both players are after a round", rounds)


def _places(inputs: Inputs) -> list[tuple[float, float, float]]:
    """The place of the text first where everybody may see it; then signs, sizes and a coordinate of 0."""
    places = [(1.0, 2.0, 0.1)] if inputs.public else []
    for game in range(3):
        x, y, eta = inputs.number(0.4, 2.0), -inputs.number(0.4, 2.0), inputs.number(0.05, 0.4)
        places.append((x, y, eta) if game != 1 else (-x, -y, round(1.5 * eta, 4)))
    places.append((0.0, inputs.number(0.5, 1.5), inputs.number(0.6, 1.4)))
    places.append((inputs.number(20.0, 90.0), inputs.number(-0.05, 0.05), 0.003))
    return places
