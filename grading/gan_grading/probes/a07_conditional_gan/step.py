"""Probe of D's conditional step: three kinds of pairs, one update."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_grading.probes.a07_conditional_gan.step_mistakes import (
    FAKE_OTHER_LABELS,
    IGNORES_MISMATCH,
    LABELS_MOVED,
    MISMATCHED_FAKES,
    NOT_MISMATCHED,
    ONLY_REAL_CONDITIONED,
    REAL_AS_FAKE,
    SWAPPED_ORDER,
)
from gan_grading.probes.probe import Probe, Rival
from gan_grading.probes.step_mistakes import (
    CUT_FROM_D,
    FACTORS,
    NEW_OPTIMIZER,
    NO_STEP,
    ONE_SIDED,
    PROBABILITIES,
    REBUILT,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    TWO_STEPS,
    WRONG_WAY,
    descend,
    rebuilt,
)
from gan_grading.probes.steps import DATA, LATENT, STALE_NOISE, StepSpec, World, step_probe

NAME = "discriminator_step"
CLASSES, CODE = 5, 2
Step = Callable[..., float]


@dataclass(frozen=True)
class ConditionalWorld(World):
    """The spies of a conditional step."""

    mismatch: Ref


def _build(spec: StepSpec, student: Student, dice: Dice) -> World:
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
            ("linear", dice.normal(1, hidden, scale=0.7), dice.normal(1)),
        ],
        flat_output=dice.choice((True, False)),
        table=dice.normal(CLASSES, CODE),
    )
    student.set_gradients(generator, dice.number(0.5, 1.5))
    student.set_gradients(discriminator, dice.number(0.5, 1.5))
    optimizer = student.optimizer("sgd", discriminator, lr=dice.number(0.02, 0.08), momentum=0.5)
    noise = student.spy_source("noise", dice.seed_for(), LATENT, default_n=4)
    terms = [(dice.number(-1.5, 1.5), dice.number(0.4, 1.6)) for _ in range(spec.loss_terms)]
    mismatch = student.spy_relabel("mismatch", dice.seed_for(), CLASSES)
    return ConditionalWorld(
        generator, discriminator, optimizer, noise, student.spy_loss("loss", terms), mismatch
    )


def _arguments(world: World, dice: Dice, rows: int) -> list[Any]:
    assert isinstance(world, ConditionalWorld)
    real = dice.normal(rows, DATA) + 1.0
    first = dice.integer(0, CLASSES - 1)
    labels = torch.tensor([(first + i * i) % CLASSES for i in range(rows)])
    networks = (world.generator, world.discriminator, world.optimizer)
    return [*networks, real, labels, world.noise, world.mismatch, world.loss]


def _value(
    g: Any, d: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any, fake_labels: Any = None
) -> torch.Tensor:
    asked = y if fake_labels is None else fake_labels
    fake = g(noise(len(real)), asked).detach()
    value: torch.Tensor = loss(d(real, y), d(fake, asked), d(real, mismatch(y)))
    return value


def _reference(g: Any, d: Any, opt: Any, *rest: Any, fake_labels: Any = None) -> float:
    real, y, noise, mismatch, loss = rest
    return descend(opt, _value(g, d, real, y, noise, mismatch, loss, fake_labels))


def _fed(step: Step, calls: list[dict[str, Any]]) -> Step:
    """The step with the z and the labels that G was given; labels that never vary are not accepted."""
    every = torch.cat([call["labels"].reshape(-1) for call in calls])
    waiting = list(calls) if len(every.unique()) > 1 else []

    def fed(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> float:
        if not waiting:
            return step(g, d, opt, real, y, noise, mismatch, loss)
        call = waiting.pop(0)
        return step(g, d, opt, real, y, lambda n: call["input"], mismatch, loss, fake_labels=call["labels"])

    return fed


def _with(value: Callable[..., torch.Tensor]) -> Step:
    """A step that descends on another value, of (g, d, real, y, noise, mismatch, loss)."""
    return lambda g, d, opt, *rest: descend(opt, value(g, d, *rest))


def _fake(
    g: nn.Module, real: torch.Tensor, y: torch.Tensor, noise: Callable[[int], torch.Tensor]
) -> torch.Tensor:
    out: torch.Tensor = g(noise(len(real)), y)
    return out.detach()


def _order(which: tuple[int, int, int]) -> Step:
    def value(g: Any, d: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Any:
        three = (d(real, y), d(_fake(g, real, y, noise), y), d(real, mismatch(y)))
        return loss(*[three[i] for i in which])

    return _with(value)


def _third(make: Callable[..., torch.Tensor]) -> Step:
    """The right first two kinds, with another third: make(g, d, real, y, fake, mismatch)."""

    def value(g: Any, d: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Any:
        fake = _fake(g, real, y, noise)
        return loss(d(real, y), d(fake, y), make(g, d, real, y, fake, mismatch))

    return _with(value)


def _labelled(
    real: Callable[..., torch.Tensor], for_g: Callable[..., torch.Tensor], fake: Callable[..., torch.Tensor]
) -> Step:
    """Other labels for the real images, for G, and for the fakes; each of (y, wrong)."""

    def value(g: Any, d: Any, x: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Any:
        wrong = mismatch(y)
        made = _fake(g, x, for_g(y, wrong), noise)
        return loss(d(x, real(y, wrong)), d(made, fake(y, wrong)), d(x, wrong))

    return _with(value)


def _second(make: Callable[..., torch.Tensor]) -> Step:
    """Another second kind: make(g, d, real, y, noise)."""

    def value(g: Any, d: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Any:
        return loss(d(real, y), make(g, d, real, y, noise), d(real, mismatch(y)))

    return _with(value)


def _parts(clear_first: bool, steps: int, step_first: bool = False, clear_after: bool = False) -> Step:
    """The lines of an update, some missing, doubled or in another order."""

    def step(g: Any, d: Any, opt: Any, *rest: Any) -> float:
        value = _value(g, d, *rest)
        if step_first:
            opt.step()
        if clear_first:
            opt.zero_grad()
        value.backward()
        for _ in range(0 if step_first else steps):
            opt.step()
        if clear_after:
            opt.zero_grad()
        return value.item()

    return step


def _old_noise(g: Any, d: Any, opt: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> float:
    z = noise(len(real))
    if not hasattr(g, "old_z"):
        g.old_z = torch.cat([z, z])
    return _reference(g, d, opt, real, y, lambda n: g.old_z[:n], mismatch, loss)


def _squashed(g: Any, d: Any, *rest: Any) -> Any:
    real, y, noise, mismatch, loss = rest
    return _value(g, lambda x, c: torch.sigmoid(d(x, c)), real, y, noise, mismatch, loss)


def _one_cut(which: int) -> Step:
    def value(g: Any, d: Any, real: Any, y: Any, noise: Any, mismatch: Any, loss: Any) -> Any:
        three = [d(real, y), d(_fake(g, real, y, noise), y), d(real, mismatch(y))]
        three[which] = three[which].detach()
        return loss(*three)

    return _with(value)


def _same(y: Any, _wrong: Any) -> Any:
    return y


def _wrong(_y: Any, wrong: Any) -> Any:
    return wrong


def _zero(y: Any, _wrong: Any) -> Any:
    return torch.zeros_like(y)


MOVES: tuple[Callable[[Any], Any], ...] = (
    lambda y: y.flip(0),
    lambda y: y.roll(1),
    lambda y: y.roll(-1),
    lambda y: y.sort().values,
)
RIVALS: tuple[Rival, ...] = (
    Rival(WRONG_WAY, _with(lambda *a: -_value(*a))),
    Rival(NOT_MISMATCHED, _third(lambda g, d, real, y, fake, mismatch: d(real, y))),
    Rival(MISMATCHED_FAKES, _third(lambda g, d, real, y, fake, mismatch: d(fake, mismatch(y)))),
    Rival(NOT_MISMATCHED, _third(lambda g, d, real, y, fake, mismatch: d(fake, y))),
    *(Rival(SWAPPED_ORDER, _order(o)) for o in ((0, 2, 1), (1, 0, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1))),
    Rival(FAKE_OTHER_LABELS, _labelled(_same, _same, _wrong)),
    Rival(FAKE_OTHER_LABELS, _labelled(_same, _wrong, _same)),
    Rival(ONLY_REAL_CONDITIONED, _labelled(_same, _zero, _zero)),
    Rival(ONLY_REAL_CONDITIONED, _labelled(_same, _same, _zero)),
    Rival(ONLY_REAL_CONDITIONED, _labelled(_same, _zero, _same)),
    Rival(NOT_MISMATCHED, _labelled(_wrong, _same, _same)),
    *(Rival(LABELS_MOVED, _labelled(partial(lambda f, y, w: f(y), move), _same, _same)) for move in MOVES),
    *(
        Rival(FAKE_OTHER_LABELS, _labelled(_same, _same, partial(lambda f, y, w: f(y), move)))
        for move in MOVES
    ),
    *(
        Rival(FAKE_OTHER_LABELS, _labelled(_same, partial(lambda f, y, w: f(y), move), _same))
        for move in MOVES
    ),
    Rival(REAL_AS_FAKE, _second(lambda g, d, real, y, noise: d(real, y))),
    Rival(STALE_GRADIENTS, _parts(clear_first=False, steps=1)),
    Rival(STALE_GRADIENTS, _parts(clear_first=False, steps=1, clear_after=True)),
    Rival(NO_STEP, _parts(clear_first=True, steps=0)),
    Rival(TWO_STEPS, _parts(clear_first=True, steps=2)),
    Rival(STEP_FIRST, _parts(clear_first=False, steps=1, step_first=True)),
    Rival(STEP_FIRST, _parts(clear_first=True, steps=1, step_first=True)),
    Rival(STALE_NOISE, _old_noise),
    *(
        Rival(
            NEW_OPTIMIZER,
            partial(lambda make, g, d, opt, *rest: descend(rebuilt(make, opt, d), _value(g, d, *rest)), make),
        )
        for make in REBUILT
    ),
    Rival(PROBABILITIES, _with(_squashed)),
    *(Rival(SCALED, _with(partial(lambda by, *a: by * _value(*a), f))) for f in (*FACTORS, 1 / 3, 3.0)),
    Rival(SCALED, _with(lambda g, d, real, *rest: _value(g, d, real, *rest) / len(real))),
    Rival(SCALED, _with(lambda g, d, real, *rest: _value(g, d, real, *rest) * len(real))),
    *(Rival(ONE_SIDED, _one_cut(i)) for i in range(3)),
    Rival(CUT_FROM_D, _with(lambda *a: _value(*a).detach())),
)

SPEC = StepSpec(
    exercise=NAME,
    moves="D",
    reference=_reference,
    rivals=RIVALS,
    arguments=_arguments,
    loss_terms=3,
    no_step=NO_STEP,
    cut=CUT_FROM_D,
    build=_build,
    fed=_fed,
)
_STEP = step_probe(SPEC)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    """The wrong labels must come from the function given; the rest is what every step is judged by."""
    world = SPEC.world(student, Dice(dice.seed))
    student.tape()
    try:
        student.call(NAME, *SPEC.arguments(world, Dice(dice.seed), 6))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
    else:
        events = student.tape()
        asked = any(e["who"] == "mismatch" for e in events)
        sheet.insist(asked, "asks for wrong labels", "ignores_mismatch")
    _STEP.judge(student, dice, sheet)


OWN: tuple[Misconception, ...] = (IGNORES_MISMATCH,)
PROBES = (Probe(NAME, _judge, (*_STEP.misconceptions, *OWN)),)
