"""Probe one training step of one player, played twice on spy networks with known weights.

Used by every assignment that asks for a discriminator, critic or generator step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import as_float, type_text
from gan_grading.student import Ref, Student

LATENT, DATA = 3, 2
OTHER_MOVED = Misconception(
    "other_player_moved",
    "The other network's weights changed too.",
    "While one player moves, the other is constant. Only one optimiser may step here.",
)
IGNORES_NOISE = Misconception(
    "ignores_noise",
    "Your step never calls the noise source it is given.",
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
LEFT_FROZEN = Misconception(
    "left_frozen",
    "After your step a network cannot learn any more: requires_grad was switched off and not on again.",
    "Freezing is fine while the step lasts. Switch requires_grad on again before you return.",
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
    """

    exercise: str
    moves: str
    reference: Callable[..., float]
    rivals: Sequence[Rival]
    arguments: Callable[[World, Dice, int], list[Any]]
    loss_terms: int


def step_probe(spec: StepSpec) -> Probe:
    """Make the probe of a step exercise."""

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        _judge_calls(spec, student, Dice(dice.seed), sheet)
        Duel(spec.exercise, "who moves, and where to", _experiment(spec), spec.reference, spec.rivals).judge(
            student, dice, sheet
        )
        _judge_aftermath(spec, student, Dice(dice.seed), sheet)
        _judge_return(spec, student, Dice(dice.seed), sheet)

    own = misconceptions_of(spec.rivals)
    shared = (OTHER_MOVED, IGNORES_NOISE, IGNORES_LOSS, IGNORES_GENERATOR, WRONG_COUNT)
    after = (LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS, KEEPS_GRAPH, WRONG_RETURN)
    known = {m.id for m in own}
    return Probe(spec.exercise, judge, (*own, *(m for m in (*shared, *after) if m.id not in known)))


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


def _experiment(spec: StepSpec) -> Callable[[Student, Dice], Observation]:
    def play(student: Student, dice: Dice) -> Observation:
        world = build_world(spec, student, dice)
        seen: dict[str, Any] = {}
        # Two steps of different batch sizes: the second shows old gradients, reused noise, lost momentum.
        for step, rows in enumerate((dice.integer(4, 6), dice.integer(7, 9)), start=1):
            student.call(spec.exercise, *spec.arguments(world, dice, rows))
            seen[f"D after {step}"] = student.state(world.discriminator)
            seen[f"G after {step}"] = student.state(world.generator)
        return seen

    return play


def _judge_calls(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """Whatever the step computes, it must draw noise, ask G and use the loss it was given."""
    world = build_world(spec, student, dice)
    still = world.generator if spec.moves == "D" else world.discriminator
    before = student.state(still)
    rows = dice.integer(4, 6)
    student.tape()
    student.call(spec.exercise, *spec.arguments(world, dice, rows))
    events = student.tape()
    after = student.state(still)
    unmoved = before.keys() == after.keys() and all(bool((before[k] == after[k]).all()) for k in before)
    sheet.insist(unmoved, "the other player holds still", "other_player_moved")
    called = {str(e["who"]) for e in events}
    sheet.insist("G" in called, "asks G for fakes", "ignores_generator")
    sheet.insist("noise" in called, "draws fresh noise", "ignores_noise")
    sheet.insist("loss" in called, "uses the loss given", "ignores_loss")
    drawn = [e.get("rows") for e in events if e["who"] == "noise"]
    sheet.insist(drawn == [rows], "as many fakes as asked for", "wrong_count", f"drew {_listed(drawn)}")


def _listed(numbers: list[Any]) -> str:
    return " and ".join(str(n) for n in numbers)[:80]


def _judge_aftermath(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    """The step must leave everything ready for the next one."""
    world = build_world(spec, student, dice)
    student.random_seed(dice.integer(10_000, 90_000))
    before = student.random_seed()
    student.call(spec.exercise, *spec.arguments(world, dice, dice.integer(4, 6)))
    networks = (world.generator, world.discriminator)
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    sheet.require(trainable, "both networks can still learn", "left_frozen")
    training = all(student.is_training(n) for n in networks)
    sheet.require(training, "both networks stay in training mode", "left_in_eval")
    sheet.require(student.random_seed() == before, "the random seed is left alone", "reseeds")


def _judge_return(spec: StepSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    world = build_world(spec, student, dice)
    arguments = spec.arguments(world, dice, dice.integer(4, 6))
    answer = student.call(spec.exercise, *arguments)
    value = as_float(answer.value)
    seen = type_text(answer.value)
    if not sheet.require(
        not answer.attached, "returns the loss as a number", "keeps_graph", f"returned {seen}"
    ):
        return
    if value is None:
        sheet.miss("returns the loss as a number", "wrong_return", f"returned {seen}")
        return
    wanted = Duel(spec.exercise, "", _returned(spec), spec.reference)
    sheet.require(wanted.agrees(student, Dice(dice.seed)), "returns the loss as a number", "wrong_return")


def _returned(spec: StepSpec) -> Callable[[Student, Dice], Observation]:
    def play(student: Student, dice: Dice) -> Observation:
        world = build_world(spec, student, dice)
        answer = student.call(spec.exercise, *spec.arguments(world, dice, dice.integer(4, 6)))
        return {"loss": as_float(answer.value)}

    return play
