"""A whole training run in one function: where both players are after it, and what comes back.

The players are small networks with known weights and old gradients in them, their optimisers have momentum, and
data and noise come from sources that no answer can guess. So a run has one right end, whatever its style.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.run_world import RunWorld, build_run
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import as_float

VERSION = 1
END, VALUES, DRAWN = "where both players are after the run", "the numbers returned", "the network returned"
WRONG_VALUES = Misconception(
    "wrong_values",
    "The players end where they should, but the numbers returned are not the ones asked for.",
    "Return a list with one plain number for each iteration: the text says which, and before which step.",
    share=0.25,
)
WRONG_NETWORK = Misconception(
    "wrong_network",
    "The players end where they should, but the network returned does not draw as it should.",
    "Follow its weights, and then what batch norm has stored, through one iteration.",
    share=0.5,
)
NOT_EVALUATING = Misconception(
    "returned_in_training_mode",
    "The network returned is not in evaluation mode: a sample depends on the others in its batch.",
    "Batch norm uses the averages it has stored after eval(). The two players go on training; their modes stay.",
    share=0.25,
)
MISCONCEPTIONS = (WRONG_VALUES, WRONG_NETWORK, NOT_EVALUATING, LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS)


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    arguments: Sequence[str],
    pictures: bool = False,
    returns: str = "values",
) -> None:
    """Play the run for several numbers of iterations.

    Args:
        student: the handle on the answer.
        inputs: for weights, data and noise.
        findings: where to note.
        exercise: name of the function.
        arguments: what it takes, in order; see :func:`gan_course.exercises.run_world.build_run`.
        pictures: whether the players are convolutional networks with batch norm.
        returns: "values", a list of numbers, or "network", a generator to draw from.
    """
    given = (exercise, tuple(arguments), pictures)
    findings.compare(student, inputs, END, _ends(*given))
    if returns == "network":
        findings.compare(student, inputs, DRAWN, _drawings(*given), otherwise="wrong_network")
        _judge_mode(student, inputs.again(), findings, *given)
    else:
        options: dict[str, Any] = {"otherwise": "wrong_values", "goes_on": True}
        findings.compare(student, inputs, VALUES, _values(*given), **options)
    _judge_aftermath(student, inputs.again(), findings, *given)


def _lengths(inputs: Inputs, arguments: Sequence[str]) -> list[tuple[int, int]]:
    """Numbers of iterations, and of steps of D in each: one iteration first, where most can be told apart."""
    return [(1, 1), (inputs.integer(3, 4), 2 if "k" in arguments else 1)]


def _ends(exercise: str, arguments: Sequence[str], pictures: bool) -> Play:
    """What both players answer after runs of several lengths, each run from the beginning."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for steps, k in _lengths(inputs, arguments):
            world = build_run(student, inputs, exercise, arguments, pictures)
            world.run(student, steps, k)
            after = f"after {steps} iteration{'s' * (steps > 1)}" + (
                f" of k = {k}" if "k" in arguments else ""
            )
            seen |= {f"{what} {after}": value for what, value in world.answers(student).items()}
        return seen

    return play


def _values(exercise: str, arguments: Sequence[str], pictures: bool) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for steps, k in _lengths(inputs, arguments)[1:]:
            world = build_run(student, inputs, exercise, arguments, pictures)
            seen[f"what came back for {steps} iterations"] = _numbers(world.run(student, steps, k))
        return seen

    return play


def _numbers(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return type_text(value)
    numbers = [None if isinstance(v, torch.Tensor) else as_float(v) for v in value]
    return [type_text(v) if n is None else n for n, v in zip(numbers, value, strict=True)]


def _drawings(exercise: str, arguments: Sequence[str], pictures: bool) -> Play:
    """What the network returned draws, after one iteration and after several."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for steps, k in _lengths(inputs, arguments):
            world = build_run(student, inputs, exercise, arguments, pictures)
            drawn = _drawn(student, world, world.run(student, steps, k))
            seen[f"its samples after {steps} iteration{'s' * (steps > 1)}"] = drawn
        return seen

    return play


def _drawn(student: Student, world: RunWorld, network: Any) -> Any:
    if not isinstance(network, Ref) or network.kind != "module":
        return type_text(network)
    student.is_training(network, switch_to=False)  # its mode is a matter of its own
    return student.call(network, world.z).value


def _judge_mode(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    arguments: Sequence[str],
    pictures: bool,
) -> None:
    world = build_run(student, inputs, exercise, arguments, pictures)
    network = world.run(student, 1, 1)
    ready = isinstance(network, Ref) and student.is_evaluating(network)
    findings.require(ready, "ready to draw from", "returned_in_training_mode")


def _judge_aftermath(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    arguments: Sequence[str],
    pictures: bool,
) -> None:
    """A run leaves both players ready for the next one, and random streams where they came to be."""
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for _ in range(2):
        world = build_run(student, inputs, exercise, arguments, pictures)
        world.run(student, 2, 1)
        drawn.append(student.draw_numbers())
    players: Mapping[str, Ref] = {"G": world.generator, "D": world.discriminator}
    frozen = [w for w, p in players.items() if not all(q.trainable for q in student.parameters(p))]
    findings.require(not frozen, "both networks can still learn", "left_frozen", " and ".join(frozen))
    still = [who for who, player in players.items() if not student.is_training(player)]
    findings.require(not still, "both networks stay in training mode", "left_in_eval", " and ".join(still))
    rewound = any(len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True))
    findings.require(not rewound, "random streams run on", "reseeds")
