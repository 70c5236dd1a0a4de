"""A step in which both players of a game move: the world it is played in, and what every such step must hold."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import torch

from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Answer, Ref, Student, StudentFault
from gan_course.exercises.values import as_float, same_bits, type_text

NETWORKS = {"D": "discriminator", "G": "generator"}
Size = tuple[int, ...]


@dataclass
class BothPlayers(ABC):
    """One set of spies in a student process, by the name of the argument they are handed in as.

    Attributes:
        SIZES: of the batches of several steps in a row, in the form that ``arguments`` takes.
    """

    SIZES: ClassVar[Sequence[Size]]
    student: Student
    inputs: Inputs
    exercise: str
    names: list[str]
    spies: dict[str, Ref] = field(init=False)

    def __post_init__(self) -> None:
        """Make the spies."""
        self.spies = self.make_spies()

    @abstractmethod
    def make_spies(self) -> dict[str, Ref]:
        """Make networks, optimisers and losses, by the name of the argument."""

    @abstractmethod
    def given(self, size: Size) -> dict[str, Any]:
        """Draw what one step is given beside the spies, by the name of the argument."""

    @abstractmethod
    def arrives(self, events: list[dict[str, Any]]) -> dict[str, bool]:
        """Tell for D and for G whether a gradient of the losses could reach it."""

    @abstractmethod
    def differentiable(self) -> bool:
        """Tell whether torch still keeps graphs: its own switch is one for all."""

    def states(self) -> dict[str, dict[str, torch.Tensor]]:
        """Read the weights of both players."""
        return {who: self.student.state(self.spies[name]) for who, name in NETWORKS.items()}

    def frozen(self) -> bool:
        """Tell whether a weight of either player cannot be trained."""
        networks = [self.spies[name] for name in NETWORKS.values()]
        return not all(p.trainable for n in networks for p in self.student.parameters(n))

    def arguments(self, size: Size) -> list[Any]:
        """Draw what one step is given, and leave in both players an old gradient."""
        for network in NETWORKS.values():
            self.student.set_gradients(self.spies[network], self.inputs.number(0.5, 1.5))
        everything = {**self.spies, **self.given(size)}
        return [everything[name] for name in self.names]

    def step(self, size: Size) -> Answer:
        """Take one step."""
        return self.student.call(self.exercise, *self.arguments(size))

    def heard(self, size: Size) -> tuple[dict[str, Any], list[Mapping[str, Any]]]:
        """Take one step; return what it was given, by name, and what happened to the spies."""
        arguments = self.arguments(size)
        self.student.tape()
        self.student.call(self.exercise, *arguments)
        return dict(zip(self.names, arguments, strict=True)), list(self.student.tape())


def moves(world: BothPlayers) -> Observation:
    """Take all steps; return how both players moved in each: later ones show what earlier ones left behind."""
    seen: dict[str, Any] = {}
    for i, size in enumerate(world.SIZES, start=1):
        before = world.states()
        world.step(size)
        for who, state in world.states().items():
            # The move, not the weights: a move may be small beside the weights it changes.
            seen[f"move of {who} in step {i}"] = {k: v - before[who][k] for k, v in state.items()}
    return seen


def returned(world: BothPlayers) -> Observation:
    """Take two steps; return the losses of both players in each."""
    seen: dict[str, Any] = {}
    for i, size in enumerate(world.SIZES[:2], start=1):
        value = world.step(size).value
        pair = value if isinstance(value, list | tuple) and len(value) == len(NETWORKS) else (None, None)
        seen |= {f"loss of {who} in step {i}": as_float(v) for who, v in zip(NETWORKS, pair, strict=True)}
    return seen


def unmoved(world: BothPlayers) -> str:
    """Where a player does not move at all, tell a cut graph from a step that was not taken."""
    before = world.states()
    try:
        _, events = world.heard(world.SIZES[0])
    except StudentFault:
        return ""
    after, arrives = world.states(), world.arrives([dict(event) for event in events])
    for who, cut in (("D", "cut_from_d"), ("G", "cut_from_g")):
        if all(same_bits(v, after[who].get(k)) for k, v in before[who].items()):
            return "no_step" if arrives[who] else cut
    return ""


def judge_kind(world: BothPlayers, findings: Findings) -> bool:
    """Require that two plain numbers come back; tell whether they did."""
    answer = world.step(world.SIZES[0])
    criterion, seen = "returns both losses as numbers", f"returned {type_text(answer.value)}"
    pair = answer.value if isinstance(answer.value, list | tuple) else ()
    tensors = answer.attached or any(isinstance(v, torch.Tensor) for v in pair)
    if not findings.require(not tensors, criterion, "keeps_graph", seen):
        return False
    numbers = len(pair) == len(NETWORKS) and all(as_float(v) is not None for v in pair)
    return findings.require(numbers, criterion, "wrong_return", seen)


def judge_aftermath(world: BothPlayers, findings: Findings) -> None:
    """The step must leave everything ready for the next one, and what it was given as it was."""
    student, inputs = world.student, world.inputs
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for size in world.SIZES[:2]:
        world.step(size)
        drawn.append(student.draw_numbers())
    # torch's own switch is one for all: whoever leaves it off stops everybody.
    able = not world.frozen() and world.differentiable()
    findings.require(able, "both networks can still learn", "left_frozen")
    training = all(student.is_training(world.spies[name]) for name in NETWORKS.values())
    findings.require(training, "both networks stay in training mode", "left_in_eval")
    rewound = any(len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True))
    findings.require(not rewound, "random streams run on", "reseeds")
    arguments = world.arguments(world.SIZES[0])
    seen = student.twice(world.exercise, *arguments)
    kept = all(
        same_bits(a, after) and not touched
        for a, after, touched in zip(arguments, seen.after, seen.touched, strict=True)
        if isinstance(a, torch.Tensor)
    )
    findings.require(kept, "leaves the batches as they were", "modifies_inputs")
