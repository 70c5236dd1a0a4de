"""A training step of a GAN whose D is a classifier: D learns from labels, data and fakes, G from D's features.

The world is one no answer can guess: small networks with known weights and old gradients in them, optimisers
with momentum, losses nobody would use. The three batches differ in size, so that none can stand for another.
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
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS

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
LOSSES = ("supervised_loss", "unsupervised_loss", "feature_loss")


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
    """D is a classifier with features, and three losses judge."""

    SIZES = ((4, 6, 2), (7, 9, 5), (1, 1, 3))  # of three steps in a row: unlabelled from, to; labelled

    def make_spies(self) -> dict[str, Ref]:
        """Make both players, their optimisers and the losses."""
        student, inputs = self.student, self.inputs
        narrow = HIDDEN if inputs.public else inputs.integer(3, 5)
        spies: dict[str, Ref] = {
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
            made = student.optimizer("sgd", spies[network], lr=rate, momentum=0.5)
            spies[f"{who.lower()}_optimizer"] = made
        spies["supervised_loss"] = student.spy_class_loss(
            "supervised_loss", inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6)
        )
        terms = [(inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6), 0.5) for _ in range(2)]
        spies["unsupervised_loss"] = student.spy_loss("unsupervised_loss", terms)
        spies["feature_loss"] = student.spy_feature_loss(
            "feature_loss", inputs.number(0.4, 1.2), inputs.number(0.3, 0.8), inputs.number(-1, 1)
        )
        return spies

    def given(self, size: Size) -> dict[str, Any]:
        """Draw the three batches, and a source of noise."""
        inputs = self.inputs
        rows, labelled = inputs.integer(*size[:2]), size[2]
        first = inputs.integer(0, CLASSES - 1)
        given: dict[str, Any] = {}
        given["labelled"] = inputs.normal(labelled, DATA) - 1.0
        given["labels"] = torch.tensor([(first + i * i) % CLASSES for i in range(labelled)])
        given["unlabelled"] = inputs.normal(rows, DATA) + 1.0
        # G may be shown the rows of D's half again, or fresh ones: both are right.
        options = {"default_n": 4, "period": rows}
        given["noise"] = self.student.spy_source("noise", inputs.seed_for(), LATENT, **options)
        return given

    def arrives(self, events: list[dict[str, Any]]) -> dict[str, bool]:
        """D is reached through its logits, G through the features of its fakes."""
        return {
            "D": any(any(e["attached"]) for e in events if e["who"] in LOSSES[:2]),
            "G": any(e["input_computed"] for e in events if e["who"] == "features"),
        }

    def differentiable(self) -> bool:
        """Ask the loss of features for its slopes."""
        batches = [self.inputs.normal(3, 2) for _ in range(2)]
        return self.student.slopes(self.spies["feature_loss"], *batches).attached


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
