"""A walk in the box around a picture: where it begins, where each step leads, and what it leaves behind.

The walk begins at random, so what it gives depends on what was drawn. The answer is handed a projection that
decides where the walk begins: after it nothing is left to chance. An answer that puts its start back by itself
is followed from the start it drew, and judged in a world where every start ends in the same corner.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.attack_start import (
    START_MISCONCEPTIONS,
    judge_start,
    starts_of,
)
from gan_course.exercises.classifiers import (
    CLASSES,
    COLUMNS,
    LEAVES_CLEAN,
    PIXELS,
    ROWS,
    Classifier,
    compare_signs,
    judge_leaves_clean,
    labels,
    pictures,
)
from gan_course.exercises.experiments.sign_step import WRONG_SHAPE
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs, derived_seed
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, type_text

VERSION = 1
NEVER_ASKS = Misconception(
    "never_asks_the_model",
    "Your attack does not use the slopes of the model it is given.",
    "Each step needs ∇ₓJ at the present point: call model(...) and differentiate.",
)
NO_PROJECTION = Misconception(
    "no_projection",
    "The walk leaves the box around x.",
    "Every candidate has to be put back before it is used, the last one too.",
)
STRIDE = Misconception(
    "other_distance",
    "A pixel whose slope always points the same way, and that no wall stops, does not go steps · step_size.",
    "Count by hand for steps = 1: one start, one gradient, one move of step_size.",
)
MISCONCEPTIONS = (
    WRONG_SHAPE,
    STRIDE,
    NEVER_ASKS,
    NO_PROJECTION,
    *START_MISCONCEPTIONS,
    *LEAVES_CLEAN,
    MODIFIES_INPUTS,
)
STEPS = "where each step leads"


@dataclass(frozen=True)
class _World:
    """What the attack is given: a model, pictures, labels, ε, the step and the number of steps."""

    model: Classifier
    x: torch.Tensor
    y: torch.Tensor
    epsilon: float
    step_size: float
    steps: int

    def attack(
        self, student: Student, exercise: str, start: torch.Tensor | None = None
    ) -> tuple[Any, list[dict[str, Any]]]:
        """Call the attack; return what came back, and what the spies wrote down.

        Args:
            student: the handle.
            exercise: name of the function.
            start: where the projection lets the walk begin; where the answer likes, if not given.
        """
        known = None if start is None else self.x
        project = student.spy_project("project", x=known, start=start)
        student.tape()
        given = [self.model.spy(student), self.x, self.y, self.epsilon, self.step_size, self.steps, project]
        return student.call(exercise, *given).value, student.tape()


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for models, pictures and starts.
        findings: where to note.
        exercise: name of the function.
    """
    _judge_form(student, inputs, findings, exercise)
    how = _how_it_begins(student, inputs, exercise)
    if how == "by itself":
        _judge_own_walk(student, inputs, findings, exercise)
    else:
        compare_signs(student, inputs, findings, STEPS, _walks(exercise, from_x=True))
    if how == "projected":
        compare_signs(
            student, inputs, findings, f"{STEPS}, elsewhere", _walks(exercise, from_x=False), goes_on=True
        )
    compare_signs(student, inputs, findings, "where a long walk ends", _long_walk(exercise))
    judge_start(student, inputs, findings, exercise)
    judge_leaves_clean(
        student,
        inputs,
        findings,
        lambda model, x, y: (exercise, [model, x, y, 0.2, 0.05, 3, student.spy_project("project")]),
    )


def _judge_form(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    own = inputs.again()
    world = _World(Classifier.drawn(own), pictures(own, 3), labels(own, 3), 0.2, 0.05, 3)
    value, events = world.attack(student, exercise)
    tensor = insist_tensor(findings, value, "returns pictures")
    shape = f"returned {type_text(value)}"
    findings.insist(tensor.shape == world.x.shape, "returns pictures", "wrong_shape", shape)
    asked = any(event["who"] == "model" for event in events)
    findings.insist(asked, "asks the model", "never_asks_the_model")


def _how_it_begins(student: Student, inputs: Inputs, exercise: str) -> str:
    """Tell how an answer begins its walk: "projected", "by itself" (its start is not), or "at x"."""
    own = inputs.again()
    x = own.uniform(2, 1, ROWS, COLUMNS, low=0.3, high=0.7)
    world = _World(Classifier.drawn(own), x, labels(own, 2), 0.2, 0.03, 2)
    _, events = world.attack(student, exercise)
    for event in events:
        if event["who"] == "project":
            if event["candidate"].shape != event["x"].shape:
                return "by itself"
            far = (event["candidate"] - event["x"]).abs()
            stepped = bool(((far < 1e-5) | ((far - world.step_size).abs() < 1e-5)).all())
            return "at x" if stepped else "projected"
        if event["who"] == "model" and len(starts_of([event], x)):
            return "by itself"
    return "at x"


def _worlds(inputs: Inputs) -> list[_World]:
    """Short walks and long ones, one step and several, steps that fit the box many times and hardly once."""
    plan = (
        (inputs.count(4, 3), inputs.integer(4, 6), inputs.number(0.3, 0.45), 0.5),
        (1, 2, inputs.number(0.1, 0.2), 0.5),
        (2, 1, inputs.number(0.1, 0.2), 0.5),
        (inputs.count(7, 2), inputs.integer(8, 10), inputs.number(0.1, 0.2), 1.0),
        (inputs.count(6, 4), inputs.integer(5, 6), inputs.number(0.8, 0.95), 2.5),
    )
    worlds = []
    for n, steps, share, steep in plan:
        epsilon = inputs.number(0.1, 0.3)
        model = Classifier.drawn(inputs, steep=steep)
        worlds.append(_World(model, pictures(inputs, n), labels(inputs, n), epsilon, epsilon * share, steps))
    return worlds


def _walks(exercise: str, from_x: bool) -> Play:
    """The ends of walks that begin at x, or at points of the box that the projection chooses."""

    def play(student: Student, inputs: Inputs) -> Observation:
        begins = _how_it_begins(student, inputs, exercise)
        seen: dict[str, Any] = {}
        around_x = True
        for i, world in enumerate(_worlds(inputs)):
            if not from_x and i == 1:
                break  # one world is enough to see that the start is used
            start = world.x if from_x else _start(inputs, world)
            end, events = world.attack(student, exercise, start if begins == "projected" else None)
            steps = f"{world.steps} step{'s' * (world.steps != 1)} of {world.step_size:.3g}"
            many = f"{len(world.x)} picture{'s' * (len(world.x) != 1)}"
            seen[f"{many} after {steps}, ε = {world.epsilon:g}"] = end
            centres = [event["x"] for event in events if event["who"] == "project"]
            around_x = around_x and all(_are_among(c, world.x) for c in centres)
        seen["whether every candidate is projected around x"] = around_x
        return seen

    return play


def _are_among(rows: torch.Tensor, x: torch.Tensor) -> bool:
    """Whether every picture is one of x; whoever walks picture by picture has fewer of them at a time."""
    if rows.numel() % x[0].numel():
        return False
    flat = rows.reshape(-1, x[0].numel())
    return bool((flat[:, None] == x.flatten(1)[None]).all(dim=2).any(dim=1).all())


def _start(inputs: Inputs, world: _World) -> torch.Tensor:
    """Pictures anywhere between the walls, and no nearer to x than a tenth of ε."""
    away = inputs.signed(*world.x.shape, low=0.1, high=1.0) * world.epsilon
    return (world.x + away).clamp(0.0, 1.0)


def _one_way(inputs: Inputs, n: int, share: float, steps: int) -> _World:
    """A single hidden unit, and labels at its two ends: each pixel always goes one way, until its wall."""
    voices = inputs.uniform(CLASSES)
    ends = voices.argmin(), voices.argmax()
    voices[ends[0]], voices[ends[1]] = -1.0, 2.0
    weights = inputs.signed(1, PIXELS, low=0.2, high=1.0) / 4
    model = Classifier(weights, torch.zeros(1), voices[:, None], torch.zeros(CLASSES))
    y, epsilon = torch.stack([ends[i % 2] for i in range(n)]), inputs.number(0.1, 0.3)
    return _World(model, pictures(inputs, n), y, epsilon, share * epsilon, steps)


def _long_walk(exercise: str) -> Play:
    """Walks that end in the same corner of the box wherever they begin: one way only, or hardly any way at all."""

    def play(student: Student, inputs: Inputs) -> Observation:
        world = _one_way(inputs, inputs.count(5, 3), 0.3, 8)
        end, _ = world.attack(student, exercise)
        many = f"{len(world.x)} pictures after 8 steps of {world.step_size:.3g}"
        x, y, model = pictures(inputs, 2), labels(inputs, 2), Classifier.drawn(inputs, steep=1.0)
        y[0] = model.logits(x[:1]).argmin()  # where a class is all but ruled out, other losses go other ways
        tiny = _World(model, x, y, 3e-4, 1e-4, 8)
        near, _ = tiny.attack(student, exercise)
        change = (near - x) / 3e-4 if isinstance(near, torch.Tensor) and near.shape == x.shape else near
        return {f"{many}, ε = {world.epsilon:g}": end, "change in a tiny box, in units of ε": change}

    return play


def _judge_own_walk(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Follow an answer that does not let the projection decide where it begins.

    Where a right answer can be played, it is begun where this one began.
    """
    _judge_stride(student, inputs, findings, exercise)
    for attempt in () if inputs.public else (inputs, inputs.elsewhere()):
        own = attempt.again()
        n, epsilon = 4, own.number(0.1, 0.3)
        world = _World(
            Classifier.drawn(own, steep=2.0), pictures(own, n), labels(own, n), epsilon, 0.6 * epsilon, 5
        )
        start, end = _ends_of(student, world, exercise, findings)
        if findings.agrees(student, *_begun_at(student, attempt, exercise, world, start, end)):
            findings.passed(STEPS)
            return
    findings.insist(inputs.public, STEPS, "unrecognised")


def _ends_of(
    student: Student, world: _World, exercise: str, findings: Findings
) -> tuple[torch.Tensor, torch.Tensor]:
    """Where a walk began and where it ended, in the box."""
    end, events = world.attack(student, exercise)
    start = starts_of(events, world.x)
    known = isinstance(end, torch.Tensor) and end.shape == world.x.shape and len(start) >= len(world.x)
    findings.insist(known, STEPS, "unrecognised")
    inside = bool(((end - world.x).abs() <= world.epsilon * 1.001).all())
    findings.insist(inside, "stays in the box", "no_projection")
    return start[: len(world.x)], end


def _judge_stride(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Pixels that no wall stopped have gone all their steps."""
    for steps in (2, 4):
        world = _one_way(inputs.again(), 4, 0.1, steps)
        start, end = _ends_of(student, world, exercise, findings)
        gone = ((end - start).abs() - steps * world.step_size).abs()
        free = _is_between_walls(start, world) & _is_between_walls(end, world)
        findings.insist(bool((gone[free] < 1e-4).all()), "steps add up", "other_distance")


def _is_between_walls(here: torch.Tensor, world: _World) -> torch.Tensor:
    return ((here - world.x).abs() < 0.999 * world.epsilon) & (here > 1e-6) & (here < 1 - 1e-6)


def _begun_at(
    student: Student, inputs: Inputs, exercise: str, world: _World, start: torch.Tensor, end: torch.Tensor
) -> tuple[Inputs, str, Play]:
    """What to compare: this answer's end, and that of whoever else is begun at the same start."""

    def play(other: Student, _: Inputs) -> Observation:
        return {"end": end if other is student else world.attack(other, exercise, start)[0]}

    # The start was drawn by the answer, so nobody else's play with these inputs may be remembered for it.
    drawn = zlib.crc32(start.contiguous().numpy().tobytes())
    return Inputs(derived_seed(inputs.seed, "start", drawn)), f"{STEPS}, from its own start", play
