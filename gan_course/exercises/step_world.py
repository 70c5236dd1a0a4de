"""The world in which a training step is played: two networks, optimisers, noise and losses that no answer can guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Answer, Ref, Student, Twice

LATENT, DATA = 3, 2  # numbers in a row of noise, and of data
CLASSES, CODE = 5, 2  # labels, and numbers that stand for one
OPTIMIZERS = {"D": "d_optimizer", "G": "g_optimizer"}
NETWORKS = {"D": "discriminator", "G": "generator"}


@dataclass(frozen=True)
class Setup:
    """What a step exercise asks for.

    Attributes:
        exercise: name of the function.
        moves: who learns in this step, in the order in which they move: "D", "G".
        arguments: what the function takes, in order: ``generator``, ``discriminator``, ``d_optimizer``,
            ``g_optimizer``, ``real``, ``n``, ``labels``, ``noise``, ``mismatch``, ``augment`` and the names of
            losses.
        losses: for each loss how many batches of logits it takes; the fakes' are the last.
        paired: whether a loss compares its batches, so that its slope in one depends on the other.
    """

    exercise: str
    moves: tuple[str, ...]
    arguments: tuple[str, ...]
    losses: Mapping[str, int]
    paired: bool = False

    @property
    def still(self) -> tuple[str, ...]:
        """Who does not learn in this step."""
        return tuple(who for who in ("G", "D") if who not in self.moves)

    @property
    def conditional(self) -> bool:
        """Whether both networks take labels as well."""
        return "labels" in self.arguments


@dataclass(frozen=True)
class World:
    """One set of spies in a student process, by the name of the argument they are handed in as."""

    setup: Setup
    spies: Mapping[str, Ref]

    def network(self, who: str) -> Ref:
        """Return the spy of "G" or "D"."""
        return self.spies[NETWORKS[who]]

    def states(self, student: Student, players: Sequence[str]) -> dict[str, dict[str, torch.Tensor]]:
        """Read the weights of some players."""
        return {who: student.state(self.network(who)) for who in players}

    def arguments(self, student: Student, inputs: Inputs, rows: int, skip: int = 0) -> list[Any]:
        """Draw what one step is given, with noise of its own, and leave in both players an old gradient.

        Args:
            student: the handle.
            inputs: for data and noise.
            rows: of the batch.
            skip: so many of the rows that G is shown first do not count.
        """
        for who in NETWORKS:
            student.set_gradients(self.network(who), inputs.number(0.5, 1.5))
        given: dict[str, Any] = dict(self.spies)
        given["real"], given["n"] = inputs.normal(rows, DATA) + 1.0, rows
        # Where both players move, G's half may be shown the rows of D's half again, or fresh ones: both are right.
        period = rows if len(self.setup.moves) > 1 else 0
        options = {"default_n": 4, "skip": skip, "period": period}
        given["noise"] = student.spy_source("noise", inputs.seed_for(), LATENT, **options)
        if self.setup.conditional:
            first = inputs.integer(0, CLASSES - 1)
            given["labels"] = torch.tensor([(first + i * i) % CLASSES for i in range(rows)])
            given["mismatch"] = student.spy_relabel("mismatch", inputs.seed_for(), CLASSES)
        return [given[name] for name in self.setup.arguments]

    def step(
        self, student: Student, inputs: Inputs, rows: int, skip: int = 0
    ) -> tuple[Answer, list[dict[str, Any]]]:
        """Take one step; return what came back, and what happened to the spies.

        Where there are labels, the batch comes first: ``{"who": "batch", "real": ..., "labels": ...}``.
        """
        arguments = self.arguments(student, inputs, rows, skip)
        student.tape()
        answer = student.call(self.setup.exercise, *arguments)
        events = student.tape()
        if self.setup.conditional:
            given = dict(zip(self.setup.arguments, arguments, strict=True))
            events.insert(0, {"who": "batch", "real": given["real"], "labels": given["labels"]})
        return answer, events

    def step_twice(self, student: Student, inputs: Inputs, rows: int) -> tuple[list[Any], Twice]:
        """Take two steps with the very same arguments; return these and what became of them."""
        arguments = self.arguments(student, inputs, rows)
        return arguments, student.twice(self.setup.exercise, *arguments)


def build_world(setup: Setup, student: Student, inputs: Inputs) -> World:
    """Make the spies of one play.

    The optimisers have momentum, so that one rebuilt inside the step shows in the second step.
    """
    hidden = inputs.integer(3, 6) if not inputs.public else 3
    beside = CODE if setup.conditional else 0
    table_g, table_d = (inputs.normal(CLASSES, CODE) if setup.conditional else None for _ in range(2))
    generator = student.spy_module(
        "G",
        [
            ("linear", inputs.normal(hidden, LATENT + beside), inputs.normal(hidden)),
            ("tanh",),
            ("linear", inputs.normal(DATA, hidden), inputs.normal(DATA)),
        ],
        table=table_g,
        fed_by="noise",
    )
    discriminator = student.spy_module(
        "D",
        [
            ("linear", inputs.normal(hidden, DATA + beside), inputs.normal(hidden)),
            ("softplus",),
            ("linear", inputs.normal(1, hidden, scale=0.7), inputs.normal(1)),
        ],
        flat_output=inputs.choice((True, False)),
        table=table_d,
    )
    spies = {"generator": generator, "discriminator": discriminator}
    if "augment" in setup.arguments:
        # It draws nothing, so that it makes no difference in which order an answer changes its batches.
        turn = [("linear", inputs.normal(DATA, DATA), inputs.normal(DATA)), ("tanh",)]
        spies["augment"] = student.spy_module("augment", turn)
    for who in setup.moves:
        rate = inputs.number(0.02, 0.08)
        spies[OPTIMIZERS[who]] = student.optimizer("sgd", spies[NETWORKS[who]], lr=rate, momentum=0.5)
    for loss, batches in setup.losses.items():
        terms = [(inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6)) for _ in range(batches)]
        spies[loss] = student.spy_loss(loss, terms, inputs.number(3.0, 5.0) if setup.paired else 0.0)
    return World(setup, spies)


def rows_shown(events: Sequence[Mapping[str, Any]]) -> int:
    """Return how many different rows of noise G was shown in one step."""
    drawn = torch.cat([e["output"] for e in events if e["who"] == "noise"] or [torch.empty(0, LATENT)])
    shown = [e["input"].reshape(-1, e["input"].shape[-1]) for e in events if e["who"] == "G"]
    fitting = [x for x in shown if x.shape[1] == LATENT]
    if not fitting or not len(drawn):
        return 0
    return int((drawn[:, None] == torch.cat(fitting)[None]).all(-1).any(1).sum())
