"""A training step of paired translation: D judges (source, picture), G turns sources into pictures (pix2pix).

The world is one no answer can guess: small networks with known weights and old gradients in them, optimisers
with momentum, losses nobody would use.
"""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.both_players import (
    NETWORKS,
    BothPlayers,
    Size,
    judge_aftermath,
    judge_kind,
    moves,
    returned,
    unmoved,
)
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.step_misconceptions import (
    CUT_FROM_D,
    CUT_FROM_G,
    IGNORES_GENERATOR,
    IGNORES_LOSS,
    KEEPS_GRAPH,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    NO_STEP,
    RESEEDS,
    WRONG_RETURN,
)
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS

VERSION = 1
MISCONCEPTIONS = (
    IGNORES_LOSS,
    IGNORES_GENERATOR,
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
        "other_source",
        "G is shown something else than the source.",
        "Translation goes from the source to the target: G gets `source` as it is.",
    ),
    Misconception(
        "not_paired",
        "D is not shown pairs of two channels.",
        "A pair has the channels of both pictures: shape (N, 2, H, W), the source's channel first.",
    ),
)
SIDE, HIDDEN = 2, 4
LOSSES = ("discriminator_loss", "generator_loss")


def play(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, *, arguments: list[str]
) -> None:
    """Play a step.

    Args:
        student: the handle on the answer.
        inputs: for weights and pictures.
        findings: where to note.
        exercise: name of the function.
        arguments: what it takes, in order: ``generator``, ``discriminator``, ``g_optimizer``,
            ``d_optimizer``, ``source``, ``target`` and the two losses.
    """

    def world(student: Student, inputs: Inputs) -> _World:
        return _World(student, inputs, exercise, arguments)

    try:
        _judge_calls(world(student, inputs.again()), findings)
    except StudentFault as fault:
        # What raises may raise as a known mistake does: the comparison names it, or raises it again.
        if fault.kind != "raised":
            raise
    otherwise = unmoved(world(student, inputs.again()))
    moved = "who moves, and where to"
    findings.compare(student, inputs, moved, lambda s, i: moves(world(s, i)), otherwise=otherwise)
    if judge_kind(world(student, inputs.again()), findings):
        options: dict[str, Any] = {"otherwise": "wrong_return", "named": False, "goes_on": True}
        both = "returns both losses"
        findings.compare(student, inputs, both, lambda s, i: returned(world(s, i)), **options)
    judge_aftermath(world(student, inputs.again()), findings)


class _World(BothPlayers):
    """G turns pictures of 2 by 2 into such pictures, D judges pairs of them."""

    SIZES = ((4, 6), (7, 9), (1, 1))  # of three steps in a row: pictures from, to

    def make_spies(self) -> dict[str, Ref]:
        """Make both players, their optimisers and the losses."""
        student, inputs = self.student, self.inputs
        pixels = SIDE * SIDE
        narrow = HIDDEN if inputs.public else inputs.integer(4, 6)
        players = {"generator": (pixels, pixels, ("picture",)), "discriminator": (2 * pixels, 1, None)}
        spies: dict[str, Ref] = {}
        for name, (wide, out, last) in players.items():
            layers: list[Any] = [
                ("flatten",),
                ("linear", inputs.normal(narrow, wide, scale=0.7), inputs.normal(narrow)),
                ("softplus",),
                ("linear", inputs.normal(out, narrow, scale=0.7), inputs.normal(out)),
            ]
            who = {network: who for who, network in NETWORKS.items()}[name]
            spies[name] = student.spy_module(who, [*layers, last] if last else layers)
            rate = inputs.number(0.02, 0.06)
            made = student.optimizer("sgd", spies[name], lr=rate, momentum=0.5)
            spies[f"{who.lower()}_optimizer"] = made
        for loss, terms in zip(LOSSES, (2, 3), strict=True):
            numbers = [(inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6), 0.5) for _ in range(terms)]
            # The product couples the batches: what G learns from its picture depends on the target.
            spies[loss] = student.spy_loss(loss, numbers, paired=0.7)
        return spies

    def given(self, size: Size) -> dict[str, Any]:
        """Draw sources and targets that no one mistakes for each other."""
        rows = self.inputs.integer(*size)
        shape = (rows, 1, SIDE, SIDE)
        return {"source": self.inputs.normal(*shape) - 1.0, "target": self.inputs.normal(*shape) + 1.0}

    def arrives(self, events: list[dict[str, Any]]) -> dict[str, bool]:
        """D is reached through its logits, G through its pictures and through D."""
        heard = {loss: [e["attached"] for e in events if e["who"] == loss] for loss in LOSSES}
        through_d = any(e["input_computed"] for e in events if e["who"] == "D")
        return {
            "D": any(any(attached) for attached in heard[LOSSES[0]]),
            "G": any(attached[0] for attached in heard[LOSSES[1]]) or through_d,
        }

    def differentiable(self) -> bool:
        """Ask D's loss for its slopes."""
        batches = [self.inputs.normal(3) for _ in range(2)]
        return self.student.slopes(self.spies[LOSSES[0]], *batches).attached


def _judge_calls(world: _World, findings: Findings) -> None:
    """Whatever the step computes, it must translate the source, show D pairs, and use both losses."""
    few, many = world.inputs.integer(4, 6), world.inputs.integer(7, 9)
    # Whatever a step keeps for the next shows in the second, and what it keeps by size in the last.
    for step, rows in enumerate((few, few, many, few)):
        given, events = world.heard((rows, rows))
        if step == 0:  # before the next step stops at a network that cannot learn
            findings.insist(not world.frozen(), "both networks can still learn", "left_frozen")
        translated = [e["input"] for e in events if e["who"] == "G"]
        findings.insist(bool(translated), "asks G for pictures", "ignores_generator")
        own = all(_holds(given["source"], x) for x in translated)
        findings.insist(own, "translates the source", "other_source")
        heard = {event["who"] for event in events}
        for loss in LOSSES:
            findings.insist(loss in heard, "uses the losses given", "ignores_loss", loss)
        shown = [tuple(e["input"].shape[1:]) for e in events if e["who"] == "D"]
        paired = all(shape == (2, SIDE, SIDE) for shape in shown)
        findings.insist(paired, "shows D pairs of two channels", "not_paired")


def _holds(source: torch.Tensor, shown: torch.Tensor) -> bool:
    """Whether pictures of the source are all that was shown, in portions or whole."""
    if shown.shape[1:] != source.shape[1:]:
        return False
    return all(any(torch.equal(one, other) for other in source) for one in shown)
