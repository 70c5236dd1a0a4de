"""When to stop and what to keep: series of scores on which every plausible rule stops elsewhere."""

from __future__ import annotations

from typing import Any

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_numbers

VERSION = 2
MODIFIES = Misconception(
    "modifies_scores",
    "Your function changes the list it was given.",
    "Whoever calls it still needs the scores: sort or pop a copy, or only read.",
    share=0.5,
)
MISCONCEPTIONS = (MODIFIES,)
Series = tuple[list[float], int]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play the rule over rising, falling, jumpy, negative and single scores."""
    scores = [0.1, 0.4, 0.3, 0.2, 0.1]
    value = student.call(exercise, scores, 2).value
    two = isinstance(as_numbers(value, 2), list)
    findings.insist(two, "returns two numbers", "wrong_type", f"returned {type_text(value)}")

    def rule(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for i, (series, patience) in enumerate(_series(inputs)):
            told = ", ".join(f"{s:g}" for s in series) if len(series) < 8 else f"series {i + 1}"
            what = f"scores {told} with patience {patience}"
            numbers = as_numbers(student.call(exercise, series, patience).value, 2)
            if isinstance(numbers, list) and len(numbers) == 2:
                seen |= {f"stop, {what}": numbers[0], f"best, {what}": numbers[1]}
            else:
                seen[what] = numbers
        return seen

    findings.compare(student, inputs, "when to stop and what to keep", rule)
    after = student.twice(exercise, scores, 2).after
    findings.require(after[0] == scores, "leaves the scores alone", "modifies_scores")


def _climb(inputs: Inputs, patience: int) -> list[float]:
    """Scores that rise with falls shorter than patience, meet a tie, fall, half recover, and rise too late."""
    score, scores = inputs.number(0.1, 0.2), []
    for _ in range(inputs.integer(2, 4)):
        scores.append(score)
        low = score - inputs.number(0.05, 0.09)
        scores += [low + 0.01 * j for j in range(inputs.integer(1, patience - 1))]
        score += inputs.number(0.02, 0.08)
    scores.append(score)
    rest = [score - inputs.number(0.1, 0.2) + 0.005 * j * (-1) ** j for j in range(patience + 1)]
    rest[inputs.integer(0, patience - 2)] = score  # the tie
    scores += rest
    return [round(s, 4) for s in [*scores, score + 0.3, score + 0.2, score + 0.5]]


def _series(inputs: Inputs) -> list[Series]:
    patience = inputs.integer(3, 4)
    rising = sorted(inputs.number(-0.9, 0.9) + 0.001 * i for i in range(inputs.integer(5, 8)))
    falling = [-s for s in rising]
    short = [inputs.number(0.2, 0.3), inputs.number(0.5, 0.6), inputs.number(0.1, 0.2)]
    below = [-inputs.number(*ends) for ends in ((0.5, 0.6), (0.2, 0.3), (0.7, 0.8), (0.4, 0.45))]
    worked: list[Series] = [([0.1, 0.5, 0.3, 0.5, 0.2, 0.9], 3)] if inputs.public else []
    return [
        *worked,
        (_climb(inputs, patience), patience),
        (_climb(inputs, 5), 5),
        (rising, 2),
        (falling, 2),
        (short, 6),
        ([*below, -0.9, -0.95, -0.1], 3),
        ([inputs.number(0.1, 0.9)], 2),
        ([0.5, 0.5000002, 0.4, 0.3, 0.2], 3),  # as close as a rule in float32 can still tell apart
        ([0.3, 0.2, 0.4, 0.1, 0.5], 1),
        (
            [0.3, 0.1, inputs.number(0.15, 0.2), inputs.number(0.5, 0.6), 0.4],
            3,
        ),  # a new best as patience runs out
        ([1500.0, 2500.0, 2500.0, -40.0, 2499.0, 9000.0], 3),  # scores need not be shares
        ([-2500.0, -40.0, -90.0, -41.0, -45.0, -3.0], 3),
    ]
