"""Probe of one step of weight averaging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.compare import Tolerance, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.steps import LEFT_FROZEN, LEFT_IN_EVAL

NAME = "average_weights"
SWAPPED = Misconception(
    "shares_swapped",
    "Your average keeps the small share of itself and takes the large one from the model.",
    "`keep` is the share of the average that stays: with keep = 0.999 it must hardly move in one step.",
)
NO_EFFECT = Misconception(
    "no_effect",
    "The average is the same after your step as before.",
    "A line such as p = 0.9 * p + … makes a new tensor and leaves the parameter alone. Write into it: copy_, mul_, add_, lerp_.",
)
COPIES = Misconception(
    "copies",
    "After your step the average is the model itself.",
    "Only the share 1 − keep comes from the model.",
)
WRITES_MODEL = Misconception(
    "writes_the_model",
    "Your step changes the model that is being trained.",
    "The average watches the model from outside. If it wrote back, training itself would change.",
)
CLEARS = Misconception(
    "clears_gradients",
    "Your step changes the gradients that lie in the model.",
    "Gradients belong to training: whoever adds them up over several batches would lose them here.",
    share=0.5,
)
SOME_ONLY = Misconception(
    "some_weights_only",
    "Some of the parameters are left out of the average.",
    "Weights and biases of every layer are averaged: .parameters() lists them all.",
)
NOT_SUM_TO_ONE = Misconception(
    "shares_do_not_sum",
    "Your two shares do not add up to 1.",
    "keep and 1 − keep: averaging a model with itself must leave it as it is.",
)
KEEP_IGNORED = Misconception(
    "keep_ignored",
    "Your average does not follow `keep`.",
    "Use the argument; 0.995 is only its usual value.",
)
SHARED = Misconception(
    "shared_memory",
    "After your step the average and the model share their memory, so training moves both.",
    "Assigning p.data = q.data, or p = q, makes two names for one tensor. Copy the numbers.",
)

# Two products and a sum: however they are ordered, float32 agrees far better than half precision does.
EXACT = Tolerance(relative=5e-5, absolute=5e-6)

Step = Callable[[Any, Any, float], None]


def _net(student: Student, dice: Dice, who: str, hidden: int) -> Ref:
    layers = [
        ("linear", dice.normal(hidden, 2), dice.normal(hidden)),
        ("tanh",),
        ("linear", dice.normal(2, hidden), None),
    ]
    return student.spy_module(who, layers)


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    hidden = dice.integer(3, 6)
    averaged, model = _net(student, dice, "averaged", hidden), _net(student, dice, "model", hidden)
    # Three steps, with the model trained in between: shared memory and remembered weights show.
    for step, keep in enumerate((dice.number(0.6, 0.95), dice.number(0.1, 0.4), 0.9), start=1):
        student.call(NAME, averaged, model, keep)
        seen[f"averaged {step}"], seen[f"model {step}"] = student.state(averaged), student.state(model)
        student.scramble(model, 1.0, dice.seed_for())
        seen[f"averaged {step}, later"] = student.state(averaged)
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    hidden = dice.integer(3, 6)
    averaged, model = _net(student, dice, "averaged", hidden), _net(student, dice, "model", hidden)
    before = student.state(model)
    student.set_gradients(model, dice.number(0.5, 1.5))
    gradients = [p.gradient for p in student.parameters(model)]
    student.call(NAME, averaged, model, 0.7)
    unmoved = same(before, student.state(model))
    sheet.insist(unmoved, "leaves the model alone", "writes_the_model")
    after = student.parameters(model)
    kept = same(gradients, [p.gradient for p in after])
    sheet.require(kept, "leaves the model's gradients alone", "clears_gradients")
    trainable = all(p.trainable for p in after)
    sheet.require(trainable, "the model can still learn", "left_frozen")
    sheet.require(student.is_training(model), "the model stays in training mode", "left_in_eval")
    duel = Duel(NAME, "the average after each step", _play, _right, RIVALS, tolerance=EXACT)
    duel.judge(student, Dice(dice.seed), sheet)


def _with(mix: Callable[[torch.Tensor, torch.Tensor, float], torch.Tensor], pick: str = "all") -> Step:
    """A step that writes a mixture of both into the average, for all parameters or some."""

    @torch.no_grad()
    def step(averaged: nn.Module, model: nn.Module, keep: float) -> None:
        pairs = list(zip(averaged.parameters(), model.parameters(), strict=True))
        chosen = {
            "all": pairs,
            "weights": [(a, b) for a, b in pairs if a.ndim > 1],
            "biases": [(a, b) for a, b in pairs if a.ndim == 1],
            "first": pairs[:1],
            "last": pairs[-1:],
            "but last": pairs[:-1],
            "but first": pairs[1:],
        }[pick]
        for a, b in chosen:
            a.copy_(mix(a, b, keep))

    return step


_right = _with(lambda a, b, keep: keep * a + (1 - keep) * b)


def _share(averaged: nn.Module, model: nn.Module, keep: float) -> None:
    for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
        a.data = b.data


def _nothing(averaged: nn.Module, model: nn.Module, keep: float) -> None:
    return


RIVALS = (
    Rival(SWAPPED, _with(lambda a, b, keep: (1 - keep) * a + keep * b)),
    Rival(NO_EFFECT, _nothing),
    Rival(COPIES, _with(lambda a, b, keep: b)),
    Rival(SHARED, _share),
    *(
        Rival(SOME_ONLY, _with(lambda a, b, keep: keep * a + (1 - keep) * b, pick))
        for pick in ("weights", "biases", "first", "last", "but last", "but first")
    ),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a + b)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + (1 - keep) * b)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + keep * b)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * a - (1 - keep) * b)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + b)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: (keep * a + (1 - keep) * b) / 2)),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: keep * (a + (1 - keep) * b))),
    Rival(NOT_SUM_TO_ONE, _with(lambda a, b, keep: a + (1 - keep) * (a - b))),
    *(
        Rival(KEEP_IGNORED, _with(lambda a, b, keep, k=k: k * a + (1 - k) * b))  # type: ignore[misc]
        for k in (0.5, 0.9, 0.99, 0.995, 0.999)
    ),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), WRITES_MODEL, CLEARS, LEFT_FROZEN, LEFT_IN_EVAL)),)
