"""Two optimisers for two networks: who moves which weights, and how far, on gradients set by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import same_bits, type_text

VERSION = 1
NOT_TWO = Misconception(
    "not_two_optimizers",
    "What came back is not a pair of optimisers.",
    "Return the two optimisers separated by a comma: generator's first, discriminator's second.",
)
SPOILS = Misconception(
    "changes_networks",
    "Your function changes the networks it is given.",
    "It is asked for two optimisers only: weights, and whether they can be trained, stay as they are.",
)
WRONG_RATE = Misconception(
    "wrong_rate",
    "The steps are in the right proportion to each other, but all of them too long or too short.",
    "Pass lr on to each optimiser as it came, under its own name.",
)
WEIGHT_DECAY = Misconception(
    "weight_decay",
    "Weights move although there is no gradient: something pulls at them, such as weight decay.",
    "The step is made of gradients alone, those of now and those before. Which argument of yours adds to them?",
)
MISCONCEPTIONS = (NOT_TWO, SPOILS, WRONG_RATE, WEIGHT_DECAY)
MOVES = "who moves, and how far"
SHAPE = "the proportion of the steps"
PLAYERS = ("G", "D")
Pair = tuple[Ref, Ref]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Let the optimisers step.

    Args:
        student: the handle on the answer.
        inputs: for weights, learning rates and gradients.
        findings: where to note.
        exercise: name of the function.
    """
    _judge_pair(student, inputs.again(), findings, exercise)
    right = findings.agrees(student, inputs, MOVES, _steps(exercise))
    # Asked whatever came before, so that a record knows it.
    in_shape = findings.agrees(student, inputs, SHAPE, _steps(exercise, proportions=True))
    if right:
        findings.passed(MOVES)
    else:
        _judge_pull(student, inputs.again(), findings, exercise)
        findings.insist(not in_shape, MOVES, "wrong_rate")
        findings.compare(student, inputs, MOVES, _steps(exercise))
    _judge_pull(student, inputs.again(), findings, exercise)


def _networks(student: Student, inputs: Inputs, scale: float = 1.0) -> Pair:
    generator = student.spy_module(
        "G", [("linear", inputs.normal(1, 2, scale=scale), inputs.normal(1, scale=scale))]
    )
    discriminator = student.spy_module(
        "D", [("linear", inputs.normal(1, 1, scale=scale), inputs.normal(1, scale=scale))]
    )
    return generator, discriminator


def _is_pair(value: Any) -> bool:
    # A class of the student's own, with a step() but not derived from torch's, is an optimiser too.
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(v, Ref) and v.kind in ("optimizer", "other") for v in value)
    )


def _judge_pair(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    networks = _networks(student, inputs)
    before = [student.state(network) for network in networks]
    pair = student.call(exercise, *networks, inputs.number(0.01, 0.2), 0.5).value
    findings.insist(
        _is_pair(pair), "returns two optimisers", "not_two_optimizers", f"returned {type_text(pair)}"
    )
    unmoved = all(_unmoved(b, student.state(n)) for b, n in zip(before, networks, strict=True))
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    findings.insist(unmoved and trainable, "leaves the networks alone", "changes_networks")


def _steps(exercise: str, proportions: bool = False) -> Play:
    """Steps of a first pair of optimisers, and of a second one on the same networks with another rate.

    With ``proportions`` the steps of an optimiser are divided by the length of its first.
    """

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        networks = _networks(student, inputs)
        rates = [float(f"{float(inputs.sizes(1, low=1e-3, high=0.5)):.2g}") for _ in range(2)]
        memories = (inputs.number(0.3, 0.9), inputs.number(0.9, 0.99))
        for lr, momentum in zip(rates, memories, strict=True):
            pair = student.call(exercise, *networks, lr, momentum).value
            words = f"with lr = {lr:g} and momentum {momentum:g}"
            if not _is_pair(pair):
                seen[words] = type_text(pair)
                continue
            seen[words] = {}
            for which, optimizer in zip(PLAYERS, pair, strict=True):
                moved = _three_steps(student, inputs, networks, optimizer)
                size = _length(moved[0][which]) if proportions else 1.0
                for step, moves in enumerate(moved, start=1):
                    for who, by in moves.items():
                        name = f"move of {who} in step {step} of {which}'s optimiser"
                        seen[words][name] = torch.cat([v.reshape(-1) for v in by.values()]) / size
        return seen

    return play


def _three_steps(
    student: Student, inputs: Inputs, networks: Pair, optimizer: Ref
) -> list[dict[str, dict[str, torch.Tensor]]]:
    """Take three steps, the first two on the same gradient; return what moved in each, by player."""
    first, last = inputs.number(0.5, 2.0), inputs.number(2.0, 5.0)
    moved = []
    before = [student.state(network) for network in networks]
    for gradient in (first, first, last):
        for network in networks:
            student.set_gradients(network, gradient)
        student.call(optimizer, method="step")
        after = [student.state(network) for network in networks]
        moved.append(
            {
                who: {k: a[k] - b[k] for k in b if k in a}
                for who, b, a in zip(PLAYERS, before, after, strict=True)
            }
        )
        before = after
    return moved


def _length(moves: Mapping[str, torch.Tensor]) -> float:
    return max(1e-12, *(float(v.abs().max()) for v in moves.values()))


def _judge_pull(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Without a gradient nothing moves, however large the weights."""
    networks = _networks(student, inputs, scale=1000.0)
    pair = student.call(exercise, *networks, 0.1, 0.5).value
    before = [student.state(network) for network in networks]
    for optimizer in pair if _is_pair(pair) else ():
        for network in networks:
            student.set_gradients(network, 0.0)
        student.call(optimizer, method="step")
    unmoved = all(_unmoved(b, student.state(n)) for b, n in zip(before, networks, strict=True))
    findings.insist(unmoved, "no gradient, no move", "weight_decay")


def _unmoved(before: Mapping[str, torch.Tensor], after: Mapping[str, torch.Tensor]) -> bool:
    return all(same_bits(before[name], after.get(name)) for name in before)
