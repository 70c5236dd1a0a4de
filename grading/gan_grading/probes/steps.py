"""Probe one training step of one player, played twice on spy networks with known weights.

Used by every assignment that asks for a discriminator, critic or generator step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import DirectChannel, Ref, Student, StudentFault
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, Rival, misconceptions_of

LATENT, DATA = 3, 2
OTHER_MOVED = Misconception(
    "other_player_moved",
    "The other network's weights changed too.",
    "While one player moves, the other is constant. Only one optimiser may step here.",
)
IGNORES_NOISE = Misconception(
    "ignores_noise",
    "G does not get noise from the source your step is given.",
    "Every step needs fresh fakes from fresh z: call noise(n) inside the step.",
)
IGNORES_LOSS = Misconception(
    "ignores_loss",
    "Your step does not use the loss it is given.",
    "The same step must work with any loss: call loss(...) on the logits.",
)
IGNORES_GENERATOR = Misconception(
    "ignores_generator",
    "Your step never calls the generator.",
    "Fakes are G(z). Without them the step sees only one kind of sample.",
)
WRONG_COUNT = Misconception(
    "wrong_count",
    "Your step draws another number of fakes than it should.",
    "The number of fakes follows the batch (or n): the step must work for any batch size.",
)
STALE_NOISE = Misconception(
    "stale_noise",
    "The second step judged the same z as the first.",
    "Draw z inside the step, so that every step sees new fakes.",
)
LEFT_FROZEN = Misconception(
    "left_frozen",
    "After your step a network cannot learn any more: gradients were switched off and not on again.",
    "Freezing is fine while the step lasts. Switch on again what you switched off before you return.",
)
LEFT_IN_EVAL = Misconception(
    "left_in_eval",
    "After your step a network is no longer in training mode.",
    "eval() stays until train() is called: put the mode back before you return.",
)
RESEEDS = Misconception(
    "reseeds",
    "Your step sets torch's random seed.",
    "A seed set inside the step makes every step draw the same numbers. Seed once, before training.",
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "Your step returns a tensor that still holds its graph, not a plain number.",
    "A history of such losses keeps every step's graph in memory. .item() makes a number of it.",
    share=0.5,
)
WRONG_RETURN = Misconception(
    "wrong_return",
    "The number your step returns is not the loss of this step.",
    "Return the value of the loss that was minimised, as a Python float.",
    share=0.5,
)


@dataclass(frozen=True)
class World:
    """One set of spies in a student process."""

    generator: Ref
    discriminator: Ref
    optimizer: Ref
    noise: Ref
    loss: Ref


@dataclass(frozen=True)
class StepSpec:
    """What a step exercise asks for.

    Attributes:
        exercise: name of the function.
        moves: "D" or "G": who learns in this step.
        reference: the right step.
        rivals: wrong steps, the likeliest first.
        arguments: builds the call's arguments from the world and the dice.
        expected_rows: number of fakes the step must draw, from the same dice's batch.
        loss_terms: number of batches of logits the loss takes.
        no_step: noted when the loss could have moved the player and it did not move.
        cut: noted when no gradient can reach the player.
        build: makes the spies, where they are others than those of :func:`build_world`.
        fed: the step with what G was given (events of the tape, one a step) in place of its own draws.
    """

    exercise: str
    moves: str
    reference: Callable[..., float]
    rivals: Sequence[Rival]
    arguments: Callable[[World, Dice, int], list[Any]]
    loss_terms: int
    no_step: Misconception
    cut: Misconception
    build: Callable[[StepSpec, Student, Dice], World] | None = None
    fed: Callable[[Callable[..., float], list[dict[str, Any]]], Callable[..., float]] | None = None

    def world(self, student: Student, dice: Dice) -> World:
        """Make the spies of one experiment."""
        return (self.build or build_world)(self, student, dice)


def step_probe(spec: StepSpec) -> Probe:
    """Make the probe of a step exercise."""

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        try:
            _judge_calls(spec, student, Dice(dice.seed), sheet)
        except StudentFault as fault:
            # A step that raises may raise as a rival does: the duel names it, or raises it again.
            if fault.kind != "raised":
                raise
        _judge_moves(spec, student, dice, sheet)
        _judge_aftermath(spec, student, Dice(dice.seed), sheet)
        _judge_return(spec, student, Dice(dice.seed), sheet)

    own = {m.id: m for m in (*misconceptions_of(spec.rivals), spec.no_step, spec.cut)}
    shared = (OTHER_MOVED, IGNORES_NOISE, IGNORES_LOSS, IGNORES_GENERATOR, WRONG_COUNT, STALE_NOISE)
    after = (LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS, KEEPS_GRAPH, WRONG_RETURN)
    others = (m for m in (*shared, *after) if m.id not in own)
    return Probe(spec.exercise, judge, (*own.values(), *others))


def build_world(spec: StepSpec, student: Student, dice: Dice) -> World:
    """Make spies whose weights, noise and loss no answer can guess.

    Both networks carry old gradients, as they do in the middle of training, and the optimiser has
    momentum, so that one rebuilt inside the step shows in the second step.
    """
    hidden = dice.integer(3, 6)
    generator = student.spy_module(
        "G",
        [
            ("linear", dice.normal(hidden, LATENT), dice.normal(hidden)),
            ("tanh",),
            ("linear", dice.normal(DATA, hidden), dice.normal(DATA)),
        ],
    )
    discriminator = student.spy_module(
        "D",
        [
            ("linear", dice.normal(hidden, DATA), dice.normal(hidden)),
            ("softplus",),
            ("linear", dice.normal(1, hidden, scale=0.7), dice.normal(1)),
        ],
        flat_output=dice.choice((True, False)),
    )
    student.set_gradients(generator, dice.number(0.5, 1.5))
    student.set_gradients(discriminator, dice.number(0.5, 1.5))
    mover = discriminator if spec.moves == "D" else generator
    optimizer = student.optimizer("sgd", mover, lr=dice.number(0.02, 0.08), momentum=0.5)
    noise = student.spy_source("noise", dice.seed_for(), LATENT, default_n=4)
    terms = [(dice.number(-1.5, 1.5), dice.number(0.4, 1.6)) for _ in range(spec.loss_terms)]
    return World(generator, discriminator, optimizer, noise, student.spy_loss("loss", terms))


Log = list[list[dict[str, Any]]]  # the tapes of the steps played, one list of events a step


def _experiment(spec: StepSpec, log: Log | None = None) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        world = spec.world(student, dice)
        seen: dict[str, Any] = {}
        # Two steps of different batch sizes: the second shows old gradients, reused noise, lost momentum.
        for step, rows in enumerate((dice.integer(4, 6), dice.integer(7, 9)), start=1):
            student.tape()
            student.call(spec.exercise, *spec.arguments(world, dice, rows), seed=_luck(spec, dice, step))
            _keep(log, student.tape())
            seen[f"D after {step}"] = student.state(world.discriminator)
            seen[f"G after {step}"] = student.state(world.generator)
        return seen

    return play


def _luck(spec: StepSpec, dice: Dice, step: int) -> int | None:
    """A seed for torch where an answer may draw more than noise: it draws the same when played again."""
    return None if spec.fed is None else (dice.seed + step) % 2**31


def _judge_moves(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """Compare who moved, and where to, with the reference and the rivals."""
    criterion = "who moves, and where to"
    if _agrees(spec, criterion, student, dice, _experiment):
        sheet.passed(criterion)
        return
    _judge_still(spec, student, Dice(dice.seed), sheet)
    Duel(spec.exercise, criterion, _experiment(spec), spec.reference, spec.rivals).judge(student, dice, sheet)


def _keep(log: Log | None, events: list[dict[str, Any]]) -> None:
    if log is not None:
        log.append(events)


def _agrees(
    spec: StepSpec,
    criterion: str,
    student: Student,
    dice: Dice,
    experiment: Callable[[StepSpec, Log | None], Experiment],
) -> bool:
    """Whether the step does what the reference does, given the z that the step itself showed to G.

    So a step may draw its noise row by row, or draw some that it does not use.
    """
    play = experiment(spec, None)
    if Duel(spec.exercise, criterion, play, spec.reference, spec.rivals).agrees(student, dice):
        return True
    log: Log = []
    try:
        experiment(spec, log)(student, Dice(dice.seed))
    except StudentFault:
        return False
    fed = spec.fed or _with_noise
    choices = _ways_to_feed(spec, dice, experiment, [[e for e in step if e["who"] == "G"] for step in log])
    return any(Duel(spec.exercise, "", play, fed(spec.reference, c)).agrees(student, dice) for c in choices)


def _ways_to_feed(
    spec: StepSpec, dice: Dice, experiment: Callable[[StepSpec, Log | None], Experiment], shown: Log
) -> list[list[dict[str, Any]]]:
    """What G was shown in each step, as one batch of as many rows as the reference shows it."""
    log: Log = []
    own = Student(DirectChannel({spec.exercise: spec.reference}))
    experiment(spec, log)(own, Dice(dice.seed))
    wanted = [sum(len(e["input"]) for e in step if e["who"] == "G") for step in log]
    if not all(shown) or len(shown) != len(wanted):
        return []
    calls = min(len(step) for step in shown)
    choices = [[step[j] for step in shown] for j in range(calls)] + [[_joined(step) for step in shown]]
    return [c for c in choices if [len(e["input"]) for e in c] == wanted]


def _joined(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Several calls of G in one step as if they had been one."""
    return {k: torch.cat([e[k] for e in events]) for k in ("input", "labels") if k in events[0]}


def _with_noise(step: Callable[..., float], calls: list[dict[str, Any]]) -> Callable[..., float]:
    """The step, fed the given batches of z in turn."""
    waiting = [call["input"] for call in calls]

    def fed(g: Any, d: Any, optimizer: Any, x: Any, _noise: Any, loss: Any) -> float:
        return step(g, d, optimizer, x, lambda n: waiting.pop(0), loss)

    return fed


def _judge_still(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """When the player did not move at all, tell a cut graph from a step that was not taken."""
    world = spec.world(student, dice)
    mover = world.discriminator if spec.moves == "D" else world.generator
    before = student.state(mover)
    student.tape()
    try:
        student.call(spec.exercise, *spec.arguments(world, dice, dice.integer(4, 6)))
    except StudentFault:
        return
    events = student.tape()
    if not _unmoved(before, student.state(mover)):
        return
    reaches = any(any(e["attached"]) for e in events if e["who"] == "loss")
    if spec.moves == "G":
        reaches = reaches and any(e["input_attached"] for e in events if e["who"] == "D")
    name = spec.no_step.id if reaches else spec.cut.id
    sheet.insist(False, "who moves, and where to", name)


def _judge_calls(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """Whatever the step computes, it must draw noise, ask G and use the loss it was given."""
    world = spec.world(student, dice)
    still = world.generator if spec.moves == "D" else world.discriminator
    before = student.state(still)
    drawn: list[torch.Tensor] = []
    few, many = dice.integer(4, 6), dice.integer(7, 9)
    # Whatever a step keeps for the next shows in the second, and what it keeps by size in the third.
    for rows in (few, many, few):
        student.tape()
        student.call(spec.exercise, *spec.arguments(world, dice, rows))
        events = student.tape()
        unmoved = _unmoved(before, student.state(still))
        sheet.insist(unmoved, "the other player holds still", "other_player_moved")
        _judge_fakes(sheet, events, drawn)
        sheet.insist(any(e["who"] == "loss" for e in events), "uses the loss given", "ignores_loss")
        judged = {given.numel() for e in events if e["who"] == "loss" for given in e["inputs"]}
        counts = f"{_listed(sorted(judged))}, wanted {rows}"
        sheet.insist(judged == {rows}, "as many fakes as asked for", "wrong_count", counts)


def _judge_fakes(sheet: Sheet, events: list[dict[str, Any]], drawn: list[torch.Tensor]) -> None:
    """Insist that G was asked, with noise drawn in this very step.

    Args:
        sheet: where findings go.
        events: the tape of one step.
        drawn: noise drawn in earlier steps; this step's is added to it.
    """
    fresh = [e["output"] for e in events if e["who"] == "noise"]
    shown = [e["input"] for e in events if e["who"] == "G"]
    used = bool(fresh) and _rows_within(shown, fresh)
    # The first step did use what it drew; one that now does not has kept something.
    sheet.insist(used or not drawn, "fresh noise in every step", "stale_noise")
    sheet.insist(bool(shown), "asks G for fakes", "ignores_generator")
    sheet.insist(used, "draws fresh noise", "ignores_noise")
    drawn += fresh


def _rows_within(shown: list[torch.Tensor], fresh: list[torch.Tensor]) -> bool:
    """Whether G was shown a batch all of whose rows were drawn in this step."""
    rows = torch.cat(fresh)
    return any(
        x.ndim == 2 and x.shape[1] == rows.shape[1] and bool((x[:, None] == rows[None]).all(-1).any(-1).all())
        for x in shown
    )


def _unmoved(before: Mapping[str, torch.Tensor], after: Mapping[str, torch.Tensor]) -> bool:
    return before.keys() == after.keys() and all(torch.equal(before[k], after[k]) for k in before)


def _listed(numbers: list[Any]) -> str:
    return " and ".join(str(n) for n in numbers)[:80]


def _judge_aftermath(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """The step must leave everything ready for the next one."""
    world = spec.world(student, dice)
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    student.call(spec.exercise, *spec.arguments(world, dice, dice.integer(4, 6)))
    networks = (world.generator, world.discriminator)
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    # torch's own switch is one for all: whoever leaves it off stops the other player too.
    trainable &= student.slopes(world.loss, *[dice.normal(3)] * spec.loss_terms).attached
    sheet.require(trainable, "both networks can still learn", "left_frozen")
    training = all(student.is_training(n) for n in networks)
    sheet.require(training, "both networks stay in training mode", "left_in_eval")
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")


def _judge_return(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    world = spec.world(student, dice)
    arguments = spec.arguments(world, dice, dice.integer(4, 6))
    answer = student.call(spec.exercise, *arguments)
    seen = f"returned {type_text(answer.value)}"
    criterion = "returns the loss as a number"
    if not sheet.require(not answer.attached, criterion, "keeps_graph", seen):
        return
    # The exercise asks for a Python float; a NumPy number serves a history just as well.
    if isinstance(answer.value, torch.Tensor) or as_float(answer.value) is None:
        sheet.miss(criterion, "wrong_return", seen)
        return
    sheet.require(_agrees(spec, criterion, student, dice, _returned), criterion, "wrong_return")


def _returned(spec: StepSpec, log: Log | None = None) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        world = spec.world(student, dice)
        student.tape()
        # So many that labels an answer draws for itself are not all alike by chance.
        arguments = spec.arguments(world, dice, dice.integer(14, 18))
        answer = student.call(spec.exercise, *arguments, seed=_luck(spec, dice, 0))
        _keep(log, student.tape())
        return {"loss": as_float(answer.value)}

    return play
