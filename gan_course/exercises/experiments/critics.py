"""A critic's training: one step with bounds on its weights, or a phase of several steps with a penalty.

The world is one no answer can guess: small networks with known weights and old gradients in them, an
optimiser with momentum, a loss, a penalty and bounds nobody would use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.step_misconceptions import (
    IGNORES_GENERATOR,
    IGNORES_LOSS,
    IGNORES_NOISE,
    KEEPS_GRAPH,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    OTHER_MOVED,
    RESEEDS,
    STALE_NOISE,
    WRONG_COUNT,
    WRONG_RETURN,
)
from gan_course.exercises.step_world import DATA, LATENT
from gan_course.exercises.student.handle import Answer, Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, same_bits, type_text

VERSION = 1
NOT_THE_CRITICS = Misconception(
    "not_the_critics_values",
    "The loss does not get the critic's values of the two batches as they are, one for each sample.",
    "loss(real_values, fake_values) takes what the critic returned, whole and unchanged.",
)
NEEDS_PENALTY = Misconception(
    "needs_a_penalty",
    "Your phase stops, or does something else, where the penalty is the plain number 0.",
    "A run that clips has no penalty: penalty(...) is then 0, a number without a gradient. A sum does not mind.",
    share=0.5,
)
MISCONCEPTIONS = (
    NEEDS_PENALTY,
    OTHER_MOVED,
    IGNORES_GENERATOR,
    IGNORES_NOISE,
    IGNORES_LOSS,
    WRONG_COUNT,
    STALE_NOISE,
    NOT_THE_CRITICS,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    RESEEDS,
    KEEPS_GRAPH,
    WRONG_RETURN,
    MODIFIES_INPUTS,
)
RETURNS = "returns the loss as a number"


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    arguments: Sequence[str],
    criterion: str,
    steps: Sequence[Sequence[Any]],
    frozen: str = "",
) -> None:
    """Play a critic's training.

    Args:
        student: the handle on the answer.
        inputs: for weights, data and noise.
        findings: where to note.
        exercise: name of the function.
        arguments: what it takes, in order: ``generator``, ``critic``, ``optimizer``, ``real`` and ``fake`` or
            ``sample_real`` and ``noise``, ``loss``, ``penalty``, ``after_step``, and last a number of its own.
        criterion: what the comparison of the weights is called.
        steps: for each world, the numbers that calls one after another are given last; a pair is drawn from.
        frozen: parameters that do not learn in the last world; their names begin so.
    """
    setup = _Setup(exercise, tuple(arguments))
    try:
        _judge_calls(setup, student, inputs.again(), findings, steps[0][0])
    except StudentFault as fault:
        # What raises may raise as a known mistake does: the comparison names it, or raises it again.
        if fault.kind != "raised":
            raise
    findings.compare(student, inputs, criterion, _weights(setup, steps, frozen))
    if setup.whole:
        findings.compare(
            student,
            inputs,
            "a penalty that is the number 0",
            _weights(setup, steps[:1], frozen, penalised=False),
            otherwise="needs_a_penalty",
            named=False,
            goes_on=True,
        )
    _judge_aftermath(setup, student, inputs.again(), findings, steps[0][0])
    _judge_return(setup, student, inputs, findings, steps[0])


@dataclass(frozen=True)
class _Setup:
    exercise: str
    arguments: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether there is a generator too, so that the answer draws its batches itself."""
        return "generator" in self.arguments


@dataclass(frozen=True)
class _World:
    """One set of spies in a student process, by the name of the argument they are handed in as."""

    setup: _Setup
    spies: dict[str, Ref]

    @property
    def networks(self) -> list[Ref]:
        return [self.spies[name] for name in ("generator", "critic") if name in self.spies]

    def given(self, inputs: Inputs, number: Any) -> list[Any]:
        """Return the arguments of one call, batches drawn afresh."""
        batches = {}
        if not self.setup.whole:
            rows = inputs.integer(3, 8)
            batches = {"real": inputs.normal(rows, DATA) + 1.0, "fake": inputs.normal(rows, DATA)}
        named: dict[str, Any] = {**self.spies, **batches}
        last = inputs.number(*number) if isinstance(number, list | tuple) else number
        return [*(named[name] for name in self.setup.arguments[:-1]), last]

    def call(self, student: Student, inputs: Inputs, number: Any) -> Answer:
        """Call the answer once."""
        return student.call(self.setup.exercise, *self.given(inputs, number))


def _world(setup: _Setup, student: Student, inputs: Inputs) -> _World:
    hidden = inputs.integer(4, 6) if not inputs.public else 3
    critic = student.spy_module(
        "D",
        [
            ("linear", _beyond(inputs.normal(hidden, DATA, scale=0.6)), _beyond(inputs.normal(hidden))),
            ("softplus",),
            ("linear", _beyond(inputs.normal(1, hidden, scale=0.6)), inputs.normal(1, scale=0.6)),
        ],
        flat_output=inputs.choice((True, False)),
    )
    spies = {"critic": critic}
    if setup.whole:
        layers = [
            ("linear", inputs.normal(hidden, LATENT), inputs.normal(hidden)),
            ("tanh",),
            ("linear", inputs.normal(DATA, hidden), inputs.normal(DATA)),
        ]
        spies["generator"] = student.spy_module("G", layers, fed_by="noise")
        rows = inputs.integer(3, 8)
        spies["sample_real"] = student.spy_source("sample_real", inputs.seed_for(), DATA, rows, 1.0)
        spies["noise"] = student.spy_source("noise", inputs.seed_for(), LATENT, default_n=rows + 1)
        weight, share, target = inputs.number(0.3, 0.8), inputs.number(0.6, 0.8), inputs.number(-1, 1)
        spies["penalty"] = student.spy_penalty("penalty", weight, share, target)
        spies["after_step"] = student.spy_clip("after_step", inputs.number(0.5, 0.7))
    world = _World(setup, spies)
    for network in world.networks:
        student.set_gradients(network, inputs.number(0.5, 1.5))
    low, high = (0.03, 0.06) if setup.whole else (0.1, 0.3)
    rate = inputs.number(low, high)
    spies["optimizer"] = student.optimizer("sgd", critic, lr=rate, momentum=0.5, groups=2)
    terms = [(inputs.number(-1.5, 1.5), inputs.number(0.6, 1.4)) for _ in range(2)]
    spies["loss"] = student.spy_loss("loss", terms)
    return world


def _beyond(weights: torch.Tensor) -> torch.Tensor:
    """Put two of the weights beyond any bounds, one on each side: so each side shows in each layer."""
    weights.view(-1)[:2] = torch.tensor([1.2, -1.2])
    return weights


# ---- what the spies were shown ----------------------------------------------------------------


def _judge_calls(setup: _Setup, student: Student, inputs: Inputs, findings: Findings, number: Any) -> None:
    """Whatever it computes, it must hold G still, show it noise, and use the loss it was given."""
    world = _world(setup, student, inputs)
    before = student.state(world.spies["generator"]) if setup.whole else {}
    student.tape()
    given = world.given(inputs, number)
    student.call(setup.exercise, *given)
    events = student.tape()
    trainable = all(p.trainable for n in world.networks for p in student.parameters(n))
    findings.insist(trainable, "the networks can still learn", "left_frozen")
    heard = {e["who"] for e in events}
    if setup.whole:
        after = student.state(world.spies["generator"])
        still = all(same_bits(v, after.get(k)) for k, v in before.items())
        findings.insist(still, "G holds still", "other_player_moved")
        findings.insist("G" in heard, "asks G for fakes", "ignores_generator")
        findings.insist("noise" in heard, "draws noise", "ignores_noise")
        findings.insist(_shows_noise(events), "draws noise", "ignores_noise")
    findings.insist("loss" in heard, "uses the loss given", "ignores_loss")
    if setup.whole:
        _judge_fakes(findings, events, int(number))
        return
    rows = len(given[setup.arguments.index("real")])
    counts = _counts(events)
    findings.insist(
        counts == {rows}, "a value for every sample", "not_the_critics_values", _text(counts, rows)
    )


def _shows_noise(events: list[dict[str, Any]]) -> bool:
    """Whether G was shown nothing but rows of the noise that was drawn."""
    drawn = torch.cat([e["output"] for e in events if e["who"] == "noise"])
    shown = [e["input"].reshape(-1, e["input"].shape[-1]) for e in events if e["who"] == "G"]
    return all(
        x.shape[1] == LATENT and bool((x[:, None] == drawn[None]).all(-1).any(-1).all()) for x in shown
    )


def _judge_fakes(findings: Findings, events: list[dict[str, Any]], n_critic: int) -> None:
    """Insist on as many fakes as real samples, each with a value, and on new ones in every step."""
    drawn = [e["output"] for e in events if e["who"] == "sample_real"]
    steps = sum(e["who"] == "loss" for e in events)
    if not drawn or steps < n_critic:
        return  # what became of the weights tells more
    rows, counts = len(drawn[0]), _counts(events)
    shown = torch.cat([e["input"].reshape(-1, LATENT) for e in events if e["who"] == "G"])
    if counts != {rows}:
        fits = len(shown) == steps * rows
        name = "not_the_critics_values" if fits else "wrong_count"
        findings.insist(False, "as many fakes as real samples", name, _text(counts, rows))
    findings.passed("as many fakes as real samples")
    fresh = len(shown.unique(dim=0)) >= n_critic * rows
    findings.insist(fresh, "fresh noise in every step", "stale_noise")


def _counts(events: list[dict[str, Any]]) -> set[int]:
    """Return how many values the loss was given at once."""
    return {given.numel() for e in events if e["who"] == "loss" for given in e["inputs"]}


def _text(counts: set[int], rows: int) -> str:
    return f"{' and '.join(map(str, sorted(counts)))}, wanted {rows}"


# ---- where the weights are --------------------------------------------------------------------


def _weights(setup: _Setup, steps: Sequence[Sequence[Any]], frozen: str, penalised: bool = True) -> Play:
    """Calls one after another in each world: a later one shows what an earlier one kept or left behind."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for run, numbers in enumerate(steps, start=1):
            world = _world(setup, student, inputs)
            if not penalised:
                world.spies["penalty"] = student.spy_call("penalty", [0.0])
            if frozen and run == len(steps):
                student.freeze(world.spies["critic"], frozen)
            for call, number in enumerate(numbers, start=1):
                world.call(student, inputs, number)
                where = f"world {run}, call {call}" if len(steps) > 1 else f"call {call}"
                seen[f"weights after {where}"] = student.state(world.spies["critic"])
        return seen

    return play


# ---- what comes back, and what is left behind -------------------------------------------------


def _losses(setup: _Setup, numbers: Sequence[Any]) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        world = _world(setup, student, inputs)
        values = (world.call(student, inputs, number).value for number in numbers)
        return {f"loss returned by call {i}": as_float(value) for i, value in enumerate(values, start=1)}

    return play


def _judge_return(
    setup: _Setup, student: Student, inputs: Inputs, findings: Findings, numbers: Sequence[Any]
) -> None:
    """Require the loss as a plain number."""
    start = inputs.again()
    answer = _world(setup, student, start).call(student, start, numbers[0])
    seen = f"returned {type_text(answer.value)}"
    if not findings.require(not answer.attached, RETURNS, "keeps_graph", seen):
        return
    # A Python float is asked for; a NumPy number serves a history just as well.
    if isinstance(answer.value, torch.Tensor) or as_float(answer.value) is None:
        findings.miss(RETURNS, "wrong_return", seen)
        return
    options: dict[str, Any] = {"otherwise": "wrong_return", "named": False, "goes_on": True}
    findings.compare(student, inputs, RETURNS, _losses(setup, numbers), **options)


def _judge_aftermath(
    setup: _Setup, student: Student, inputs: Inputs, findings: Findings, number: Any
) -> None:
    """The networks must be ready for the next step, the batches as they were, and random streams run on."""
    world = _world(setup, student, inputs)
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for _ in range(2):
        world.call(student, inputs, number)
        drawn.append(student.draw_numbers())
    frozen = not all(p.trainable for n in world.networks for p in student.parameters(n))
    # torch's own switch is one for all: whoever leaves it off stops everybody.
    attached = student.slopes(world.spies["loss"], inputs.normal(3), inputs.normal(3)).attached
    findings.require(not frozen and attached, "the networks can still learn", "left_frozen")
    training = all(student.is_training(n) for n in world.networks)
    findings.require(training, "the networks stay in training mode", "left_in_eval")
    rewound = any(len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True))
    findings.require(not rewound, "random streams run on", "reseeds")
    if setup.whole:
        return
    arguments = world.given(inputs, number)
    seen = student.twice(setup.exercise, *arguments)
    kept = all(
        same_bits(a, after) and not touched
        for a, after, touched in zip(arguments, seen.after, seen.touched, strict=True)
        if isinstance(a, torch.Tensor)
    )
    findings.require(kept, "leaves the batches as they were", "modifies_inputs")
