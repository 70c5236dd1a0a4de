"""Probe of one whole iteration: a step of D, then a step of G against the D of now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes import steps
from gan_grading.probes.a06_dcgan.step_rivals import RIVALS, SWAPPED, dcgan_step, halves, reusing
from gan_grading.probes.probe import Duel, Observation, Probe, misconceptions_of

MIXED = Misconception(
    "real_and_fake_in_one_batch",
    "D was shown real pictures and fakes in one batch.",
    "Batch norm takes its mean over the whole batch: mixed, each kind is told about the other. Ask D twice.",
    share=0.5,
)
EVAL_INSIDE = Misconception(
    "eval_while_training",
    "A network was in evaluation mode while it was used for training.",
    "In evaluation mode batch norm uses the averages of earlier batches. Both networks stay in training mode.",
    share=0.5,
)
NAME, LATENT, DATA = "dcgan_step", steps.LATENT, steps.DATA


@dataclass(frozen=True)
class World:
    """One set of spies, in the order the exercise takes them, and the terms of both losses."""

    generator: Ref
    discriminator: Ref
    optimizers: tuple[Ref, Ref]
    noise: Ref
    losses: tuple[Ref, Ref]
    terms: tuple[list[tuple[float, float]], list[tuple[float, float]]]

    def arguments(self, real: torch.Tensor) -> list[Any]:
        """Return what the exercise's function is called with."""
        return [self.generator, self.discriminator, *self.optimizers, real, self.noise, *self.losses]


def _world(student: Student, dice: Dice) -> World:
    """Spies whose weights, noise and losses no answer can guess; old gradients lie in both networks."""
    hidden = dice.integer(3, 6)
    layers_g = [
        ("linear", dice.normal(hidden, LATENT), dice.normal(hidden)),
        ("tanh",),
        ("linear", dice.normal(DATA, hidden), dice.normal(DATA)),
    ]
    layers_d = [
        ("linear", dice.normal(hidden, DATA), dice.normal(hidden)),
        ("softplus",),
        ("linear", dice.normal(1, hidden, scale=0.7), dice.normal(1)),
    ]
    g = student.spy_module("G", layers_g)
    d = student.spy_module("D", layers_d, flat_output=dice.choice((True, False)))
    optimizers = []
    for module in (g, d):
        student.set_gradients(module, dice.number(0.5, 1.5))
        optimizers.append(student.optimizer("sgd", module, lr=dice.number(0.02, 0.06), momentum=0.5))
    noise = student.spy_source("noise", dice.seed_for(), LATENT, default_n=4)
    terms = tuple([(dice.number(-1.5, 1.5), dice.number(0.4, 1.6)) for _ in range(n)] for n in (2, 1))
    losses = tuple(student.spy_loss(name, t) for name, t in zip(("d_loss", "g_loss"), terms, strict=True))
    student.tape()
    return World(g, d, (optimizers[0], optimizers[1]), noise, (losses[0], losses[1]), (terms[0], terms[1]))


def _real(dice: Dice, rows: int) -> torch.Tensor:
    return dice.normal(rows, DATA) + 1.0


def _play(student: Student, dice: Dice) -> Observation:
    world, seen = _world(student, dice), {}
    for step, rows in enumerate((dice.integer(4, 6), dice.integer(7, 9)), start=1):
        student.call(NAME, *world.arguments(_real(dice, rows)))
        seen[f"D after {step}"] = student.state(world.discriminator)
        seen[f"G after {step}"] = student.state(world.generator)
    return seen


def _fed(draws: list[tuple[torch.Tensor, torch.Tensor]]) -> Callable[..., tuple[float, float]]:
    """The reference, fed in each call with the z of D's half and the z of G's half."""
    waiting = list(draws)

    def step(g: Any, d: Any, g_opt: Any, d_opt: Any, real: Any, _noise: Any, *losses: Any) -> Any:
        pair = list(waiting.pop(0))
        return halves(g, d, g_opt, d_opt, real, lambda n: pair.pop(0), *losses)

    return step


def _shown(student: Student, dice: Dice) -> list[list[torch.Tensor]]:
    """What the answer showed to G in each of the two steps of :func:`_play`."""
    world, found = _world(student, dice), []
    for rows in (dice.integer(4, 6), dice.integer(7, 9)):
        student.call(NAME, *world.arguments(_real(dice, rows)))
        calls = [e["input"] for e in student.tape() if e["who"] == "G"]
        found.append([*calls, torch.cat(calls)] if len(calls) > 1 else calls)
    return found


MOVES = Duel(NAME, "who moves, and where to", _play, dcgan_step, RIVALS)


def _agrees(student: Student, dice: Dice) -> bool:
    """Whether the step is right for fresh noise in G's half, for D's fakes judged again, or for its own z."""
    if MOVES.agrees(student, dice) or Duel(NAME, "", _play, reusing).agrees(student, dice):
        return True
    try:
        calls = _shown(student, Dice(dice.seed))
    except StudentFault:
        return False
    count = min(len(c) for c in calls)
    choices = [[(c[i], c[j]) for c in calls] for i in range(count) for j in range(count)]
    return any(Duel(NAME, "", _play, _Feeding(choice)).agrees(student, dice) for choice in choices)


class _Feeding:
    """A reference that starts its list of z anew for each experiment (two calls)."""

    def __init__(self, draws: list[tuple[torch.Tensor, torch.Tensor]]) -> None:
        self._draws, self._calls = draws, 0

    def __call__(self, *args: Any) -> Any:
        draw = self._draws[self._calls % len(self._draws)]
        self._calls += 1
        return _fed([draw])(*args)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    try:
        _judge_calls(student, Dice(dice.seed), sheet)
    except StudentFault as fault:
        # A step that raises may raise as a rival does: the duel names it, or raises it again.
        if fault.kind != "raised":
            raise
    if _agrees(student, dice):
        sheet.passed(MOVES.criterion)
    else:
        _judge_still(student, Dice(dice.seed), sheet)
        MOVES.judge(student, dice, sheet)
    _judge_aftermath(student, Dice(dice.seed), sheet)


def _judge_still(student: Student, dice: Dice, sheet: Sheet) -> None:
    """When a player did not move at all, tell a cut graph from a step that was not taken."""
    world = _world(student, dice)
    players = (world.discriminator, world.generator)
    before = [student.state(p) for p in players]
    try:
        student.call(NAME, *world.arguments(_real(dice, dice.integer(4, 6))))
    except StudentFault:
        return
    events = student.tape()
    d_still, g_still = (
        all(torch.equal(v, old[k]) for k, v in student.state(p).items())
        for p, old in zip(players, before, strict=True)
    )
    reaches = any(any(e["attached"]) for e in events if e["who"] == "g_loss")
    reaches = reaches and any(e["input_attached"] for e in events if e["who"] == "D")
    criterion = MOVES.criterion
    swapped = any(Duel(NAME, "", _play, answer).agrees(student, dice) for answer in SWAPPED)
    sheet.insist(not swapped, criterion, "optimizers_swapped")
    sheet.insist(not d_still, criterion, "d_does_not_move")
    sheet.insist(not g_still, criterion, "g_does_not_move" if reaches else "cut_from_g")


def _judge_calls(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Whatever the step computes: fresh noise, as many fakes as reals, both losses, one kind a batch."""
    world = _world(student, dice)
    drawn: list[torch.Tensor] = []
    for rows in (dice.integer(4, 6), dice.integer(7, 9), 4):
        real = _real(dice, rows)
        student.call(NAME, *world.arguments(real))
        events = student.tape()
        fresh = [e["output"] for e in events if e["who"] == "noise"]
        shown = [e["input"] for e in events if e["who"] == "G"]
        used = bool(fresh) and bool(shown) and all(_within(x, torch.cat(fresh)) for x in shown)
        sheet.insist(used or not drawn, "fresh noise in every step", "stale_noise")
        sheet.insist(bool(shown), "asks G for fakes", "ignores_generator")
        sheet.insist(used, "draws fresh noise", "ignores_noise")
        drawn += fresh
        for name in ("d_loss", "g_loss"):
            sheet.insist(any(e["who"] == name for e in events), "uses the losses given", "ignores_loss", name)
        fakes = {e["inputs"][-1].numel() for e in events if e["who"] in ("d_loss", "g_loss")}
        sheet.insist(fakes == {rows}, "as many fakes as real samples", "wrong_count")
        judged = [e["input"] for e in events if e["who"] == "D"]
        sheet.require(
            not any(_mixed(x, real) for x in judged), "one kind in a batch", "real_and_fake_in_one_batch"
        )
        modes = all(e["training"] for e in events if e["who"] in "GD")
        sheet.require(modes, "training mode while training", "eval_while_training")


def _within(x: torch.Tensor, rows: torch.Tensor) -> bool:
    fits = x.ndim == 2 and x.shape[1] == rows.shape[1]
    return fits and bool((x[:, None] == rows[None]).all(-1).any(-1).all())


def _mixed(x: torch.Tensor, real: torch.Tensor) -> bool:
    known = (x.reshape(len(x), -1)[:, None] == real[None]).all(-1).any(-1)
    return bool(known.any()) and not bool(known.all())


def _judge_aftermath(student: Student, dice: Dice, sheet: Sheet) -> None:
    """The step leaves everything ready for the next one, and returns both losses as numbers."""
    world = _world(student, dice)
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    answer = student.call(NAME, *world.arguments(_real(dice, dice.integer(4, 6))))
    networks = (world.generator, world.discriminator)
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    sheet.require(trainable, "both networks can still learn", "left_frozen")
    training = all(student.is_training(n) for n in networks)
    sheet.require(training, "both networks stay in training mode", "left_in_eval")
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")
    _judge_return(sheet, answer.value, student.tape(), world)


def _judge_return(sheet: Sheet, value: Any, events: list[dict[str, Any]], world: World) -> None:
    criterion, seen = "returns both losses as numbers", f"returned {type_text(value)}"
    pair = list(value) if isinstance(value, tuple | list) else []
    if not sheet.require(len(pair) == 2, criterion, "wrong_return", seen):
        return
    if any(isinstance(v, torch.Tensor) for v in pair):
        sheet.miss(criterion, "keeps_graph", "a tensor among them")
        return
    for number, name, terms in zip(pair, ("d_loss", "g_loss"), world.terms, strict=True):
        wanted = [
            sum(
                w * float(((x.double() - t) ** 2).mean())
                for x, (t, w) in zip(e["inputs"], terms, strict=True)
            )
            for e in events
            if e["who"] == name
        ]
        found = as_float(number)
        right = found is not None and any(abs(found - w) < 1e-3 * (1 + abs(w)) for w in wanted)
        sheet.require(right, criterion, "wrong_return", name)


SHARED = (
    steps.IGNORES_NOISE, steps.IGNORES_LOSS, steps.IGNORES_GENERATOR, steps.WRONG_COUNT, steps.STALE_NOISE,
    steps.LEFT_FROZEN, steps.LEFT_IN_EVAL, steps.RESEEDS, steps.KEEPS_GRAPH, steps.WRONG_RETURN,
)  # fmt: skip
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *SHARED, MIXED, EVAL_INSIDE)),)
