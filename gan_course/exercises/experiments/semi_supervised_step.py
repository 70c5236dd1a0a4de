"""A training step of a GAN whose D is a classifier: D learns from labels, data and fakes, G from D's features.

The world is one no answer can guess: small networks with known weights and old gradients in them, optimisers
with momentum, losses nobody would use. The three batches differ in size, so that none can stand for another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.step_misconceptions import (
    CUT_FROM_D,
    CUT_FROM_G,
    IGNORES_GENERATOR,
    IGNORES_LOSS,
    IGNORES_NOISE,
    KEEPS_GRAPH,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    NO_STEP,
    RESEEDS,
    STALE_NOISE,
    WRONG_COUNT,
    WRONG_RETURN,
)
from gan_course.exercises.student.handle import Answer, Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, same_bits, type_text

VERSION = 1
MISCONCEPTIONS = (
    IGNORES_LOSS,
    IGNORES_GENERATOR,
    IGNORES_NOISE,
    WRONG_COUNT,
    STALE_NOISE,
    NO_STEP,
    CUT_FROM_D,
    CUT_FROM_G,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    RESEEDS,
    KEEPS_GRAPH,
    WRONG_RETURN,
    MODIFIES_INPUTS,
    Misconception(
        "supervised_batch",
        "The supervised loss does not get the logits of the labelled batch together with its labels.",
        "Only the labelled batch has labels. supervised_loss(logits, labels) takes both, row by row.",
    ),
)
LATENT, DATA, HIDDEN, CLASSES = 3, 2, 3, 4
NETWORKS = {"D": "discriminator", "G": "generator"}
LOSSES = ("supervised_loss", "unsupervised_loss", "feature_loss")
BATCHES = ("labelled", "labels", "unlabelled")
SIZES = ((4, 6, 2), (7, 9, 5), (1, 1, 3))  # of three steps in a row: unlabelled from, to; labelled


def play(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, *, arguments: list[str]
) -> None:
    """Play a step.

    Args:
        student: the handle on the answer.
        inputs: for weights, data and noise.
        findings: where to note.
        exercise: name of the function.
        arguments: what it takes, in order: ``generator``, ``discriminator``, ``g_optimizer``,
            ``d_optimizer``, ``labelled``, ``labels``, ``unlabelled``, ``noise`` and the three losses.
    """
    try:
        _judge_calls(_World(student, inputs.again(), exercise, arguments), findings)
    except StudentFault as fault:
        # What raises may raise as a known mistake does: the comparison names it, or raises it again.
        if fault.kind != "raised":
            raise

    def moves(student: Student, inputs: Inputs) -> Observation:
        world = _World(student, inputs, exercise, arguments)
        seen: dict[str, Any] = {}
        for i, size in enumerate(SIZES, start=1):
            before = world.states()
            world.step(size)
            for who, state in world.states().items():
                # The move, not the weights: a move may be small beside the weights it changes.
                seen[f"move of {who} in step {i}"] = {k: v - before[who][k] for k, v in state.items()}
        return seen

    def returned(student: Student, inputs: Inputs) -> Observation:
        world = _World(student, inputs, exercise, arguments)
        seen: dict[str, Any] = {}
        for i, size in enumerate(SIZES[:2], start=1):
            value = world.step(size).value
            pair = value if isinstance(value, list | tuple) and len(value) == len(NETWORKS) else (None, None)
            seen |= {f"loss of {who} in step {i}": as_float(v) for who, v in zip(NETWORKS, pair, strict=True)}
        return seen

    otherwise = _unmoved(_World(student, inputs.again(), exercise, arguments))
    findings.compare(student, inputs, "who moves, and where to", moves, otherwise=otherwise)
    if _judge_kind(_World(student, inputs.again(), exercise, arguments), findings):
        options: dict[str, Any] = {"otherwise": "wrong_return", "named": False, "goes_on": True}
        findings.compare(student, inputs, "returns both losses", returned, **options)
    _judge_aftermath(_World(student, inputs.again(), exercise, arguments), findings)


@dataclass
class _World:
    """One set of spies in a student process, by the name of the argument they are handed in as."""

    student: Student
    inputs: Inputs
    exercise: str
    names: list[str]

    def __post_init__(self) -> None:
        student, inputs = self.student, self.inputs
        narrow = HIDDEN if inputs.public else inputs.integer(3, 5)
        self.spies: dict[str, Ref] = {
            "generator": student.spy_module(
                "G",
                [
                    ("linear", inputs.normal(narrow, LATENT), inputs.normal(narrow)),
                    ("tanh",),
                    ("linear", inputs.normal(DATA, narrow), inputs.normal(DATA)),
                ],
                fed_by="noise",
            ),
            "discriminator": student.spy_classifier(
                "D",
                [
                    ("linear", inputs.normal(narrow, DATA), inputs.normal(narrow)),
                    ("softplus",),
                    ("linear", inputs.normal(CLASSES, narrow, scale=0.7), inputs.normal(CLASSES)),
                ],
                hidden=2,
            ),
        }
        for who, network in NETWORKS.items():
            rate = inputs.number(0.02, 0.06)
            made = student.optimizer("sgd", self.spies[network], lr=rate, momentum=0.5)
            self.spies[f"{who.lower()}_optimizer"] = made
        self.spies["supervised_loss"] = student.spy_class_loss(
            "supervised_loss", inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6)
        )
        terms = [(inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6), 0.5) for _ in range(2)]
        self.spies["unsupervised_loss"] = student.spy_loss("unsupervised_loss", terms)
        self.spies["feature_loss"] = student.spy_feature_loss(
            "feature_loss", inputs.number(0.4, 1.2), inputs.number(0.3, 0.8), inputs.number(-1, 1)
        )

    def states(self) -> dict[str, dict[str, torch.Tensor]]:
        """Read the weights of both players."""
        return {who: self.student.state(self.spies[name]) for who, name in NETWORKS.items()}

    def frozen(self) -> bool:
        """Tell whether a weight of either player cannot be trained."""
        networks = [self.spies[name] for name in NETWORKS.values()]
        return not all(p.trainable for n in networks for p in self.student.parameters(n))

    def arguments(self, size: tuple[int, int, int]) -> list[Any]:
        """Draw what one step is given, and leave in both players an old gradient."""
        inputs = self.inputs
        for network in NETWORKS.values():
            self.student.set_gradients(self.spies[network], inputs.number(0.5, 1.5))
        rows, labelled = inputs.integer(*size[:2]), size[2]
        first = inputs.integer(0, CLASSES - 1)
        given: dict[str, Any] = dict(self.spies)
        given["labelled"] = inputs.normal(labelled, DATA) - 1.0
        given["labels"] = torch.tensor([(first + i * i) % CLASSES for i in range(labelled)])
        given["unlabelled"] = inputs.normal(rows, DATA) + 1.0
        # G may be shown the rows of D's half again, or fresh ones: both are right.
        options = {"default_n": 4, "period": rows}
        given["noise"] = self.student.spy_source("noise", inputs.seed_for(), LATENT, **options)
        return [given[name] for name in self.names]

    def step(self, size: tuple[int, int, int]) -> Answer:
        """Take one step."""
        return self.student.call(self.exercise, *self.arguments(size))

    def heard(self, size: tuple[int, int, int]) -> tuple[dict[str, Any], list[Mapping[str, Any]]]:
        """Take one step; return what it was given, by name, and what happened to the spies."""
        arguments = self.arguments(size)
        self.student.tape()
        self.student.call(self.exercise, *arguments)
        return dict(zip(self.names, arguments, strict=True)), list(self.student.tape())


def _judge_calls(world: _World, findings: Findings) -> None:
    """Whatever the step computes, it must draw noise, ask G, and give each loss the batches that belong to it."""
    few, many = world.inputs.integer(4, 6), world.inputs.integer(7, 9)
    # Whatever a step keeps for the next shows in the second, and what it keeps by size in the last.
    for step, rows in enumerate((few, few, many, few)):
        given, events = world.heard((rows, rows, 2))
        heard = {event["who"] for event in events}
        if step == 0:  # before the next step stops at a network that cannot learn
            findings.insist(not world.frozen(), "both networks can still learn", "left_frozen")
        for loss in LOSSES:
            findings.insist(loss in heard, "uses the losses given", "ignores_loss", loss)
        drawn = torch.cat([e["output"] for e in events if e["who"] == "noise"] or [torch.empty(0, LATENT)])
        shown = [e["input"].reshape(-1, LATENT) for e in events if e["who"] == "G" and _fits(e["input"])]
        fresh = all(bool((x[:, None] == drawn[None]).all(-1).any(-1).all()) for x in shown)
        findings.insist("G" in heard, "asks G for fakes", "ignores_generator")
        findings.insist(fresh or step == 0, "fresh noise in every step", "stale_noise")
        findings.insist(fresh and bool(shown), "draws fresh noise", "ignores_noise")
        labels = [e["inputs"][1] for e in events if e["who"] == "supervised_loss"]
        right = all(torch.equal(y.reshape(-1), given["labels"]) for y in labels)
        findings.insist(right, "labels with their own batch", "supervised_batch")
        counts = {len(e["inputs"][-1]) for e in events if e["who"] in LOSSES[1:] and e["inputs"][-1].ndim}
        wanted = len(given["unlabelled"])
        detail = f"{' and '.join(map(str, sorted(counts)))}, wanted {wanted}"
        findings.insist(counts == {wanted}, "as many fakes as unlabelled", "wrong_count", detail)


def _fits(shown: torch.Tensor) -> bool:
    return shown.ndim > 0 and shown.shape[-1] == LATENT


def _unmoved(world: _World) -> str:
    """Where a player does not move at all, tell a cut graph from a step that was not taken."""
    before = world.states()
    try:
        _, events = world.heard(SIZES[0])
    except StudentFault:
        return ""
    after = world.states()
    arrives = {
        "D": any(any(e["attached"]) for e in events if e["who"] in LOSSES[:2]),
        "G": any(e["input_computed"] for e in events if e["who"] == "features"),
    }
    for who, cut in (("D", "cut_from_d"), ("G", "cut_from_g")):
        if all(same_bits(v, after[who].get(k)) for k, v in before[who].items()):
            return "no_step" if arrives[who] else cut
    return ""


def _judge_kind(world: _World, findings: Findings) -> bool:
    """Require that two plain numbers come back; tell whether they did."""
    answer = world.step(SIZES[0])
    criterion, seen = "returns both losses as numbers", f"returned {type_text(answer.value)}"
    pair = answer.value if isinstance(answer.value, list | tuple) else ()
    tensors = answer.attached or any(isinstance(v, torch.Tensor) for v in pair)
    if not findings.require(not tensors, criterion, "keeps_graph", seen):
        return False
    numbers = len(pair) == len(NETWORKS) and all(as_float(v) is not None for v in pair)
    return findings.require(numbers, criterion, "wrong_return", seen)


def _judge_aftermath(world: _World, findings: Findings) -> None:
    """The step must leave everything ready for the next one, and what it was given as it was."""
    student, inputs = world.student, world.inputs
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for size in SIZES[:2]:
        world.step(size)
        drawn.append(student.draw_numbers())
    # torch's own switch is one for all: whoever leaves it off stops everybody.
    attached = student.slopes(world.spies["feature_loss"], inputs.normal(3, 2), inputs.normal(3, 2)).attached
    findings.require(not world.frozen() and attached, "both networks can still learn", "left_frozen")
    training = all(student.is_training(world.spies[name]) for name in NETWORKS.values())
    findings.require(training, "both networks stay in training mode", "left_in_eval")
    rewound = any(len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True))
    findings.require(not rewound, "random streams run on", "reseeds")
    arguments = world.arguments(SIZES[0])
    seen = student.twice(world.exercise, *arguments)
    kept = all(
        same_bits(a, after) and not touched
        for a, after, touched in zip(arguments, seen.after, seen.touched, strict=True)
        if isinstance(a, torch.Tensor)
    )
    findings.require(kept, "leaves the batches as they were", "modifies_inputs")
