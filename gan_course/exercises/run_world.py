"""The world in which a whole training run is played: players, sources of data and of noise, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.inputs import Inputs
from gan_course.exercises.step_world import CLASSES, CODE, DATA, LATENT
from gan_course.exercises.student.handle import Ref, Student

ROWS = 5  # of a minibatch
SIDE = 4  # pixels along a side of a picture


@dataclass(frozen=True)
class RunWorld:
    """Both players before a run, and everything the run is given.

    Attributes:
        exercise: name of the function.
        arguments: what it takes, in order.
        given: everything that may be asked for, by name.
        x: samples that D is asked about afterwards.
        z: noise that G is asked about afterwards.
        y: labels for both; ``None`` where there are none.
    """

    exercise: str
    arguments: tuple[str, ...]
    given: Mapping[str, Any]
    x: torch.Tensor
    z: torch.Tensor
    y: torch.Tensor | None

    @property
    def generator(self) -> Ref:
        """The generator that is trained."""
        return self.given["generator"]  # type: ignore[no-any-return]

    @property
    def discriminator(self) -> Ref:
        """The discriminator that is trained."""
        return self.given["discriminator"]  # type: ignore[no-any-return]

    def run(self, student: Student, steps: int, k: int) -> Any:
        """Play the run and return what came back."""
        given = {**self.given, "steps": steps, "k": k}
        return student.call(self.exercise, *[given[name] for name in self.arguments]).value

    def answers(self, student: Student) -> dict[str, Any]:
        """Ask both players, as they are now."""
        labels = [] if self.y is None else [self.y]
        return {
            "what D says of 4 samples": student.call(self.discriminator, self.x, *labels).value.reshape(-1),
            "what G makes of 4 noise vectors": student.call(self.generator, self.z, *labels).value.flatten(1),
        }


def build_run(
    student: Student, inputs: Inputs, exercise: str, arguments: Sequence[str], pictures: bool
) -> RunWorld:
    """Make the players and sources of one run.

    Args:
        student: the handle on the answer.
        inputs: for weights, data and noise.
        exercise: name of the function.
        arguments: what it takes: ``generator``, ``discriminator``, ``g_optimizer``, ``d_optimizer``,
            ``sample_real``, ``noise``, ``mismatch``, ``steps``, ``k``, ``keep``. With ``mismatch`` both players
            take labels, and a batch is a pair (x, y).
        pictures: whether the players are convolutional networks with batch norm.
    """
    labelled = "mismatch" in arguments
    shape = (1, SIDE, SIDE) if pictures else (DATA,)
    g, d = _of_pictures(student, inputs) if pictures else _of_points(student, inputs, labelled)
    given: dict[str, Any] = {"generator": g, "discriminator": d, "keep": inputs.number(0.6, 0.8)}
    for name, player in (("g_optimizer", g), ("d_optimizer", d)):
        given[name] = student.optimizer("sgd", player, lr=inputs.number(0.05, 0.15), momentum=0.5)
        student.set_gradients(player, inputs.number(0.5, 1.5))
    classes = CLASSES if labelled else 0
    given["sample_real"] = student.spy_batches("sample_real", inputs.seed_for(), (ROWS, *shape), classes)
    given["noise"] = student.spy_source("noise", inputs.seed_for(), LATENT, default_n=ROWS)
    given["mismatch"] = student.spy_relabel("mismatch", inputs.seed_for(), CLASSES)
    y = torch.tensor([0, 1, 3, 4]) if labelled else None
    return RunWorld(exercise, tuple(arguments), given, inputs.normal(4, *shape), inputs.normal(4, LATENT), y)


def _of_points(student: Student, inputs: Inputs, labelled: bool) -> tuple[Ref, Ref]:
    hidden = 3 if inputs.public else inputs.integer(3, 6)
    beside = CODE if labelled else 0
    table_g, table_d = (inputs.normal(CLASSES, CODE) if labelled else None for _ in range(2))
    g = student.spy_module(
        "G",
        [
            ("linear", inputs.normal(hidden, LATENT + beside), inputs.normal(hidden)),
            ("tanh",),
            ("linear", inputs.normal(DATA, hidden), inputs.normal(DATA)),
        ],
        table=table_g,
        fed_by="noise",
    )
    d = student.spy_module(
        "D",
        [
            ("linear", inputs.normal(hidden, DATA + beside), inputs.normal(hidden)),
            ("softplus",),
            ("linear", inputs.normal(1, hidden, scale=0.7), inputs.normal(1)),
        ],
        flat_output=inputs.choice((True, False)),
        table=table_d,
    )
    return g, d


def _of_pictures(student: Student, inputs: Inputs) -> tuple[Ref, Ref]:
    """G with batch norm before its last layer, D with batch norm after its first."""
    zero, one = torch.zeros(2), torch.ones(2)
    g = student.network(
        [
            ("linear", inputs.normal(8, LATENT), None),
            ("unflatten", 2, 2, 2),
            ("batch_norm", 1 + inputs.normal(2, scale=0.2), inputs.normal(2, scale=0.2), zero, one),
            ("relu",),
            ("conv_transpose", inputs.normal(2, 1, 4, 4, scale=0.5), inputs.normal(1), 2, 1),
            ("tanh",),
        ]
    )
    d = student.network(
        [
            ("conv", inputs.normal(2, 1, 4, 4, scale=0.3), None, 2, 1),
            ("batch_norm", 1 + inputs.normal(2, scale=0.2), inputs.normal(2, scale=0.2), zero, one),
            ("leaky_relu",),
            ("flatten",),
            ("linear", inputs.normal(1, 8, scale=0.5), inputs.normal(1)),
        ]
    )
    return g, d
