"""Probe of the critic's phase: n_critic times a step with the penalty, then what is done after a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import as_float
from gan_grading.probes.a05_wasserstein.phase_mistakes import RIVALS, reference
from gan_grading.probes.a05_wasserstein.returned import judge_return
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, misconceptions_of
from gan_grading.probes.steps import (
    DATA,
    IGNORES_GENERATOR,
    IGNORES_LOSS,
    IGNORES_NOISE,
    KEEPS_GRAPH,
    LATENT,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    OTHER_MOVED,
    RESEEDS,
    WRONG_COUNT,
)

NAME = "critic_phase"
WRONG_RETURN = Misconception(
    "wrong_return",
    "The number you return is not the loss of the last step, without the penalty.",
    "Its negative is the critic's estimate of the distance; with the penalty added it no longer is one.",
    share=0.4,
)


@dataclass(frozen=True)
class World:
    """One set of spies in a student process."""

    generator: Ref
    critic: Ref
    arguments: list[Any]


def _world(student: Student, dice: Dice) -> World:
    """Networks with old gradients, sources, a loss, a penalty and a bound that no answer can guess."""
    hidden = dice.integer(3, 5)
    generator = student.spy_module(
        "G",
        [
            ("linear", dice.normal(hidden, LATENT), dice.normal(hidden)),
            ("tanh",),
            ("linear", dice.normal(DATA, hidden), dice.normal(DATA)),
        ],
    )
    critic = student.spy_module(
        "D",
        [
            ("linear", dice.normal(hidden, DATA, scale=0.7), dice.normal(hidden, scale=0.7)),
            ("softplus",),
            ("linear", dice.normal(1, hidden, scale=0.7), dice.normal(1, scale=0.7)),
        ],
        flat_output=dice.choice((True, False)),
    )
    for module in (generator, critic):
        student.set_gradients(module, dice.number(0.5, 1.5))
    optimizer = student.optimizer("sgd", critic, lr=dice.number(0.03, 0.06), momentum=0.5)
    rows = dice.integer(3, 8)
    real = student.spy_source("sample_real", dice.seed_for(), DATA, default_n=rows, shift=1.0)
    noise = student.spy_source("noise", dice.seed_for(), LATENT, default_n=rows + 1)
    terms = [(dice.number(-1.5, 1.5), dice.number(0.4, 1.2)) for _ in range(2)]
    loss = student.spy_loss("loss", terms)
    penalty = student.spy_penalty("penalty", dice.number(0.3, 0.8), dice.number(0.6, 0.8), dice.number(-1, 1))
    after = student.spy_clip("after_step", dice.number(0.5, 0.7))
    return World(generator, critic, [generator, critic, optimizer, real, noise, loss, penalty, after])


def _play(student: Student, dice: Dice) -> Observation:
    """Two worlds, two calls each: the second call shows what the first one kept or left behind."""
    seen: dict[str, Any] = {}
    for run, counts in enumerate(((dice.integer(3, 4), 2), (1, 6))):
        world = _world(student, dice)
        for call, n_critic in enumerate(counts):
            student.call(NAME, *world.arguments, n_critic)
            seen[f"critic {run}.{call}"] = student.state(world.critic)
    return seen


def _play_twice(student: Student, dice: Dice) -> Observation:
    world = _world(student, dice)
    return {"loss": [as_float(student.call(NAME, *world.arguments, n).value) for n in (3, 1)]}


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    try:
        _judge_calls(student, Dice(dice.seed), sheet)
    except StudentFault as fault:
        # What raises may raise as a rival does: the duel names it, or raises it again.
        if fault.kind != "raised":
            raise
    criterion = "where the critic is after its phase"
    if _agrees(student, dice, criterion, _play):
        sheet.passed(criterion)
    else:
        Duel(NAME, criterion, _play, reference, RIVALS).judge(student, dice, sheet)
    _judge_aftermath(student, Dice(dice.seed), sheet)


def _agrees(student: Student, dice: Dice, criterion: str, play: Experiment) -> bool:
    """Whether the phase does what the reference does, given the z that the phase itself showed to G.

    So a phase may draw its noise in portions, or all of it at once.
    """
    if Duel(NAME, criterion, play, reference, RIVALS).agrees(student, dice):
        return True
    student.tape()
    try:
        play(student, Dice(dice.seed))
    except StudentFault:
        return False
    shown = [e["input"] for e in student.tape() if e["who"] == "G"]
    return bool(shown) and Duel(NAME, "", play, _Fed(torch.cat(shown))).agrees(student, dice)


class _Fed:
    """The reference, fed the given rows of z in turn."""

    def __init__(self, rows: torch.Tensor) -> None:
        self._rows, self._used = rows, 0

    def __call__(self, g: Any, f: Any, optimizer: Any, sample_real: Any, _noise: Any, *rest: Any) -> float:
        return reference(g, f, optimizer, sample_real, self._next, *rest)

    def _next(self, n: int) -> torch.Tensor:
        self._used += n
        if self._used > len(self._rows):  # fewer rows than steps need: no z will do
            return torch.zeros(n, LATENT)
        return self._rows[self._used - n : self._used]


def _judge_calls(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Whatever it computes, it must hold G still, show it fresh noise, and use what it was given."""
    world = _world(student, dice)
    before = student.state(world.generator)
    student.tape()
    student.call(NAME, *world.arguments, 2)
    events = student.tape()
    after = student.state(world.generator)
    still = all(torch.equal(before[k], after[k]) for k in before)
    sheet.insist(still, "G holds still", "other_player_moved")
    who = {e["who"] for e in events}
    sheet.insist("G" in who, "asks G for fakes", "ignores_generator")
    sheet.insist("noise" in who, "draws noise", "ignores_noise")
    sheet.insist("loss" in who, "uses the loss given", "ignores_loss")
    drawn = [e["output"] for e in events if e["who"] == "sample_real"]
    steps = sum(e["who"] == "loss" for e in events)  # how many there should be, the duel judges
    sheet.insist(len(drawn) >= steps, "a fresh real batch in every step", "stale_batch")
    rows = len(drawn[0])
    counts = {e["inputs"][-1].numel() for e in events if e["who"] == "loss"}
    text = f"{' and '.join(map(str, sorted(counts)))}, wanted {rows}"
    sheet.insist(counts == {rows}, "as many fakes as real samples", "wrong_count", text)
    shown = torch.cat([e["input"] for e in events if e["who"] == "G"]).unique(dim=0)
    sheet.insist(len(shown) >= steps * rows, "fresh noise in every step", "stale_noise")
    z = torch.cat([e["output"] for e in events if e["who"] == "noise"])
    given = (
        (shown[:, None] == z[None]).all(-1).any(-1) if shown.shape[1] == z.shape[1] else torch.tensor(False)
    )
    sheet.insist(bool(given.all()), "draws noise", "ignores_noise")


def _judge_aftermath(student: Student, dice: Dice, sheet: Sheet) -> None:
    world = _world(student, dice)
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    answer = student.call(NAME, *world.arguments, 2)
    networks = (world.generator, world.critic)
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    sheet.require(trainable, "both networks can still learn", "left_frozen")
    training = all(student.is_training(n) for n in networks)
    sheet.require(training, "both networks stay in training mode", "left_in_eval")
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")
    judge_return(sheet, answer, _agrees(student, Dice(dice.seed), "the loss returned", _play_twice))


CALLS = (OTHER_MOVED, IGNORES_GENERATOR, IGNORES_NOISE, IGNORES_LOSS, WRONG_COUNT)
AFTER = (LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS, KEEPS_GRAPH, WRONG_RETURN)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *CALLS, *AFTER)),)
