"""Probe of the generator's conditional loss: the same label for G and for D."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import BECOMES_NUMBER, DETACHED, MEAN_MISSING, insist_tensor, or_zeros
from gan_grading.probes.losses import OVERFLOWS
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.steps import DATA, IGNORES_GENERATOR, LATENT

NAME = "generator_loss"
CLASSES, CODE = 5, 2
D_OTHER_LABELS = Misconception(
    "d_other_labels",
    "D judged G's images under other labels than those G was asked for.",
    "G was asked for y. Whether it made a y is what D must say: hand D the same labels, in the same order.",
)
G_OTHER_LABELS = Misconception(
    "g_other_labels",
    "G was not asked for the labels your function is given.",
    "The argument `labels` says what to make; it goes to G as it is, and to D as well.",
)
IGNORES_Z = Misconception(
    "ignores_z",
    "G did not get the noise your function is given.",
    "z is an argument: the caller draws it. Hand it to G as it is.",
)
SATURATING = Misconception(
    "saturating",
    "This is the saturating loss, log(1 − σ(a)).",
    "Here G maximises log σ(a), the form whose slope is steep where D rejects.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G wants D's logits to be large. What must happen to the loss when they grow?",
)
NO_LOG = Misconception(
    "no_logarithm",
    "The logarithm of σ is missing from your loss.",
    "The formula is −log σ(a), a logarithm for each sample and then the mean.",
)
TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "D returns a logit, and a function that takes logits applies σ by itself.",
)
SCALED = Misconception(
    "scaled",
    "Your loss is a multiple of what the formula gives.",
    "One mean over the samples, and nothing else in front of it.",
)

Loss = Callable[[nn.Module, nn.Module, torch.Tensor, torch.Tensor], torch.Tensor]


def _with(
    term: Callable[[torch.Tensor], torch.Tensor],
    for_g: Callable[[torch.Tensor], torch.Tensor] = lambda y: y,
    for_d: Callable[[torch.Tensor], torch.Tensor] = lambda y: y,
    between: Callable[[torch.Tensor], torch.Tensor] = lambda x: x,
) -> Loss:
    """The loss with another term, other labels, or something between G and D."""
    return lambda g, d, z, y: term(d(between(g(z, for_g(y))), for_d(y)))


def _mean(a: torch.Tensor) -> torch.Tensor:
    return F.softplus(-a).mean()


_reference = _with(_mean)
TERMS = (
    (SATURATING, lambda a: F.logsigmoid(-a).mean()),
    (WRONG_WAY, lambda a: F.softplus(a).mean()),
    (WRONG_WAY, lambda a: F.logsigmoid(a).mean()),
    (MEAN_MISSING, lambda a: F.softplus(-a).sum()),
    (MEAN_MISSING, lambda a: F.softplus(-a)),
    (NO_LOG, lambda a: -a.mean()),
    (NO_LOG, lambda a: -torch.sigmoid(a).mean()),
    (NO_LOG, lambda a: 1 - torch.sigmoid(a).mean()),
    (NO_LOG, lambda a: -torch.log(torch.sigmoid(a).mean())),
    (NO_LOG, lambda a: ((a - 1) ** 2).mean()),
    (TWICE, lambda a: F.softplus(-torch.sigmoid(a)).mean()),
    (SCALED, lambda a: 0.5 * F.softplus(-a).mean()),
    (SCALED, lambda a: 2 * F.softplus(-a).mean()),
    (DETACHED, lambda a: F.softplus(-a).mean().detach()),
)
RIVALS = (
    *(Rival(m, _with(term)) for m, term in TERMS),
    Rival(DETACHED, _with(_mean, between=lambda x: x.detach())),
)


def _world(student: Student, dice: Dice, scale: float = 1.0) -> tuple[Ref, Ref]:
    hidden = dice.integer(3, 6)
    generator = student.spy_module(
        "G",
        [
            ("linear", dice.normal(hidden, LATENT + CODE), dice.normal(hidden)),
            ("tanh",),
            ("linear", dice.normal(DATA, hidden), dice.normal(DATA)),
        ],
        table=dice.normal(CLASSES, CODE),
    )
    discriminator = student.spy_module(
        "D",
        [
            ("linear", dice.normal(hidden, DATA + CODE), dice.normal(hidden)),
            ("softplus",),
            ("linear", dice.normal(1, hidden, scale=0.7 * scale), dice.normal(1)),
        ],
        flat_output=dice.choice((True, False)),
        table=dice.normal(CLASSES, CODE),
    )
    return generator, discriminator


def _batch(dice: Dice, rows: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Noise and labels; among several labels at least two differ, and the order shows."""
    first = dice.integer(0, CLASSES - 1)
    labels = [(first + i * i) % CLASSES for i in range(rows)]
    return dice.normal(rows, LATENT), torch.tensor(labels)


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for rows in (1, 7, 40):
        g, d = _world(student, dice)
        z, labels = _batch(dice, rows)
        slopes = student.slopes(NAME, g, d, z, labels, of=g)
        value = slopes.value
        one = isinstance(value, torch.Tensor) and value.numel() == 1
        seen[f"value {rows}"] = value.reshape(()) if one else value
        seen[f"slopes {rows}"] = or_zeros(slopes.args[2], z)
        seen[f"G {rows}"] = {k: 0.0 if v is None else v for k, v in slopes.parameters.items()}
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    duel = Duel(NAME, "value and slopes", _play, _reference, RIVALS)
    if not duel.agrees(student, dice):
        _judge_calls(student, Dice(dice.seed), sheet)
    duel.judge(student, dice, sheet)
    for scale in (400.0, -400.0):
        g, d = _world(student, dice, scale)
        z, labels = _batch(dice, 6)
        slopes = student.slopes(NAME, g, d, z, labels, of=g)
        finite = is_finite(slopes.value) and is_finite(
            [v for v in slopes.parameters.values() if v is not None]
        )
        sheet.require(finite, "finite for very large logits", "overflows")


def _judge_calls(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Say what G and D were given, where that explains what went wrong."""
    g, d = _world(student, dice)
    z, labels = _batch(dice, 7)
    student.tape()
    try:
        value = student.call(NAME, g, d, z, labels).value
    except StudentFault as fault:
        if fault.kind != "raised" or fault.type_name == "NotImplementedError":
            raise
        events = student.tape()
        _judge_labels(sheet, events, z, labels)
        raise
    events = student.tape()
    insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
    sheet.insist(any(e["who"] == "G" for e in events), "asks G for images", "ignores_generator")
    _judge_labels(sheet, events, z, labels)


def _judge_labels(sheet: Sheet, events: list[dict[str, Any]], z: torch.Tensor, labels: torch.Tensor) -> None:
    for who, name in (("G", "g_other_labels"), ("D", "d_other_labels")):
        given = [e["labels"] for e in events if e["who"] == who]
        if given:
            fits = torch.equal(torch.cat(given).long(), labels) or any(torch.equal(y, labels) for y in given)
            sheet.insist(fits, f"{who} gets the labels", name)
    shown = [e["input"] for e in events if e["who"] == "G"]
    if shown:
        sheet.insist(torch.equal(torch.cat(shown), z), "G gets the noise", "ignores_z")


PROBES = (
    Probe(
        NAME,
        _judge,
        (
            *misconceptions_of(RIVALS),
            D_OTHER_LABELS,
            G_OTHER_LABELS,
            IGNORES_Z,
            IGNORES_GENERATOR,
            BECOMES_NUMBER,
            OVERFLOWS,
        ),
    ),
)
