"""One training step: who moves and where to, what the spies were shown, what is left behind, what comes back.

The world is one no answer can guess (:mod:`gan_course.exercises.step_world`): small networks with known
weights and old gradients in them, an optimiser with momentum, a loss nobody would use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.step_batches import EVAL_INSIDE, MIXED, judge_batches
from gan_course.exercises.step_labels import LABELLED, judge_labels
from gan_course.exercises.step_misconceptions import CUT, SHARED
from gan_course.exercises.step_world import LATENT, Setup, World, build_world, rows_shown
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import as_float, same_bits, type_text

VERSION = 1
MISCONCEPTIONS = (*SHARED, MIXED, EVAL_INSIDE, *LABELLED)
MOVES, STILL = "who moves, and where to", "the other player holds still"
ROWS = ((4, 6), (7, 9), (1, 1))  # of the batches of three steps in a row


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    moves: Sequence[str],
    arguments: Sequence[str],
    losses: Mapping[str, int],
    batch_norm: bool = False,
    paired: bool = False,
) -> None:
    """Play a step.

    Args:
        student: the handle on the answer.
        inputs: for weights, data and noise.
        findings: where to note.
        exercise: name of the function.
        moves: who learns in it, in this order: ``["D"]``.
        arguments: what it takes, in order; see :class:`gan_course.exercises.step_world.Setup`.
        losses: for each loss how many batches of logits it takes.
        batch_norm: whether the exercise asks for what batch norm needs: kinds apart, training mode throughout.
        paired: whether the losses compare their batches, see :class:`gan_course.exercises.step_world.Setup`.
    """
    setup = Setup(exercise, tuple(moves), tuple(arguments), dict(losses), paired)
    try:
        _judge_calls(setup, student, inputs.again(), findings)
        if batch_norm:
            judge_batches(setup, student, inputs.again(), findings)
    except StudentFault as fault:
        # A step that raises may raise as a known mistake does: the comparison names it, or raises it again.
        if fault.kind != "raised":
            raise
    _judge_moves(setup, student, inputs, findings)
    _judge_return(setup, student, inputs, findings)
    _judge_aftermath(setup, student, inputs.again(), findings)


# ---- what the spies were shown ----------------------------------------------------------------


def _judge_calls(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """Whatever the step computes, it must draw noise, ask G and use the losses it was given."""
    world = build_world(setup, student, inputs)
    before = world.states(student, setup.still)
    few, many = inputs.integer(4, 6), inputs.integer(7, 9)
    # Whatever a step keeps for the next shows in the second, and what it keeps by size in the third.
    for step, rows in enumerate((few, many, few)):
        _, events = world.step(student, inputs, rows)
        if step == 0:  # before the next step stops at a network that cannot learn
            frozen = " and ".join(_frozen(student, world))
            findings.insist(not frozen, "both networks can still learn", "left_frozen", frozen)
        after = world.states(student, setup.still)
        unmoved = all(same_bits(v, after[who].get(k)) for who in before for k, v in before[who].items())
        if setup.still:
            findings.insist(unmoved, STILL, "other_player_moved")
        _judge_fakes(findings, events, first=step == 0)
        heard = {e["who"] for e in events}
        for loss in setup.losses:
            detail = loss if len(setup.losses) > 1 else ""
            findings.insist(loss in heard, "uses the loss given", "ignores_loss", detail)
        _judge_counts(setup, findings, events, rows)


def _judge_fakes(findings: Findings, events: list[dict[str, Any]], first: bool) -> None:
    """Insist that G was asked, with noise drawn in this very step."""
    fresh = [e["output"] for e in events if e["who"] == "noise"]
    shown = [e["input"] for e in events if e["who"] == "G"]
    used = bool(fresh) and _some_within(shown, torch.cat(fresh))
    # The first step did use what it drew; one that now does not has kept something.
    findings.insist(used or first, "fresh noise in every step", "stale_noise")
    findings.insist(bool(shown), "asks G for fakes", "ignores_generator")
    findings.insist(used, "draws fresh noise", "ignores_noise")


def _some_within(shown: list[torch.Tensor], rows: torch.Tensor) -> bool:
    """Whether G was shown something all of whose rows are among these."""
    flat = [x.reshape(-1, LATENT) for x in shown if x.ndim and x.shape[-1] == LATENT]
    return any(bool((x[:, None] == rows[None]).all(-1).any(-1).all()) for x in flat)


def _judge_counts(setup: Setup, findings: Findings, events: list[dict[str, Any]], rows: int) -> None:
    """Insist on as many fakes as asked for, each with a logit of its own."""
    judged = {given.numel() for e in events if e["who"] in setup.losses for given in e["inputs"]}
    if judged == {rows}:
        findings.passed("as many fakes as asked for")
        return
    shown, numbers = rows_shown(events), " and ".join(str(n) for n in sorted(judged))[:80]
    if shown in (rows, rows * len(setup.moves)):
        detail = f"for {rows} samples it got {numbers} number{'s' * (judged != {1})}"
        findings.insist(False, "a logit for every sample", "not_every_logit", detail)
    findings.insist(False, "as many fakes as asked for", "wrong_count", f"{shown or numbers}, wanted {rows}")


# ---- who moves, and where to ------------------------------------------------------------------


def _steps(setup: Setup, skips: Sequence[int] = (0, 0, 0)) -> Play:
    """Three steps of different batch sizes: later ones show old gradients, reused noise, lost momentum."""

    def play(student: Student, inputs: Inputs) -> Observation:
        world = build_world(setup, student, inputs)
        before, seen = world.states(student, setup.moves), {}
        for i, (size, skip) in enumerate(zip(ROWS, skips, strict=True), start=1):
            for who in setup.still if i == len(ROWS) else ():
                # Meanwhile the other player has moved: who keeps a copy of it goes on playing with the old one.
                student.scramble(world.network(who), 0.8, inputs.seed_for())
            world.step(student, inputs, inputs.integer(*size), skip)
            after = world.states(student, setup.moves)
            for who, state in after.items():
                # The move, not the weights: a move may be small beside the weights it changes.
                moves = {name: state[name] - old for name, old in before[who].items() if name in state}
                seen[f"move of {who} in step {i}"] = moves
            before = after
        return seen

    return play


def _judge_moves(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """Compare who moved, and where to, with what a right step does."""
    if _agrees(setup, student, inputs, findings, MOVES, _steps(setup), _steps):
        findings.passed(MOVES)
        return
    name, who = _unmoved(setup, student, inputs.again())
    if name and len(setup.moves) == 1:
        findings.insist(False, MOVES, name, f"{who}, in the first step")
    # With two players a known mistake (swapped optimisers) may say more than that one of them held still.
    if setup.conditional:
        _judge_conditions(setup, student, inputs.again(), findings)
    findings.compare(student, inputs, MOVES, _steps(setup), otherwise=name)


def _judge_conditions(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """Say which labels were exchanged, where that explains what went wrong."""
    world = build_world(setup, student, inputs)
    try:
        _, events = world.step(student, inputs, inputs.integer(7, 9))
    except StudentFault:
        return
    judge_labels(findings, events, MOVES)


def _agrees(
    setup: Setup,
    student: Student,
    inputs: Inputs,
    findings: Findings,
    criterion: str,
    play: Play,
    skipping: Any,
) -> bool:
    """Whether the step does what a right one does.

    A step may show G more rows than it uses (to print a fake, say): then those shown last count.
    """
    if findings.agrees(student, inputs, criterion, play):
        return True
    try:
        extra = _rows_too_many(setup, student, inputs.again())
    except StudentFault:
        return False
    return any(extra) and findings.agrees(student, inputs, criterion, skipping(setup, extra))


def _rows_too_many(setup: Setup, student: Student, inputs: Inputs) -> list[int]:
    world, extra = build_world(setup, student, inputs), []
    for size in ROWS:
        rows = inputs.integer(*size)
        _, events = world.step(student, inputs, rows)
        extra.append(max(0, rows_shown(events) - rows * len(setup.moves)))
    return extra


def _unmoved(setup: Setup, student: Student, inputs: Inputs) -> tuple[str, str]:
    """Where a player did not move at all, tell a cut graph from a step that was not taken: name and player."""
    world = build_world(setup, student, inputs)
    before = world.states(student, setup.moves)
    try:
        _, events = world.step(student, inputs, inputs.integer(4, 6))
    except StudentFault:
        return "", ""
    after = world.states(student, setup.moves)
    reaches = any(any(e["attached"]) for e in events if e["who"] in setup.losses)
    for who in setup.moves:
        if all(same_bits(v, after[who].get(k)) for k, v in before[who].items()):
            arrives = reaches and (who == "D" or any(e["input_computed"] for e in events if e["who"] == "D"))
            return "no_step" if arrives else CUT[who], who
    return "", ""


# ---- what comes back, and what is left behind -------------------------------------------------


def _losses(setup: Setup, skips: Sequence[int] = (0, 0)) -> Play:
    """The numbers returned by two steps.

    So many rows that labels an answer draws for itself are not all alike by chance.
    """

    def play(student: Student, inputs: Inputs) -> Observation:
        world, seen = build_world(setup, student, inputs), {}
        for i, skip in enumerate(skips[:2], start=1):
            answer, _ = world.step(student, inputs, inputs.integer(14, 18), skip)
            for name, value in zip(setup.losses, _numbers(setup, answer.value), strict=False):
                seen[f"{name} returned by step {i}"] = as_float(value)
        return seen

    return play


def _numbers(setup: Setup, value: Any) -> list[Any]:
    if len(setup.losses) == 1:
        return [value]
    return list(value) if isinstance(value, list | tuple) else []


def _judge_return(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """Require the loss as a plain number (or each of the losses)."""
    start = inputs.again()
    world = build_world(setup, student, start)
    answer, _ = world.step(student, start, start.integer(4, 6))
    criterion = "returns the loss as a number" if len(setup.losses) == 1 else "returns the losses as numbers"
    seen, values = f"returned {type_text(answer.value)}", _numbers(setup, answer.value)
    tensors = any(isinstance(v, torch.Tensor) for v in values)
    graph = answer.attached or (len(setup.losses) > 1 and tensors)
    if not findings.require(not graph, criterion, "keeps_graph", seen):
        return
    # The exercise asks for a Python float; a NumPy number serves a history just as well.
    numbers = len(values) == len(setup.losses) and all(as_float(v) is not None for v in values)
    if tensors or not numbers:
        findings.miss(criterion, "wrong_return", seen)
        return
    if _agrees(setup, student, inputs, findings, criterion, _losses(setup), _losses):
        findings.passed(criterion)
        return
    options: dict[str, Any] = {"otherwise": "wrong_return", "named": False, "goes_on": True}
    findings.compare(student, inputs, criterion, _losses(setup), **options)


def _judge_aftermath(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """The step must leave everything ready for the next one, and what it was given as it was."""
    world = build_world(setup, student, inputs)
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for rows in (4, 5):
        world.step(student, inputs, rows)
        drawn.append(student.draw_numbers())
    _judge_ready(student, inputs, findings, world)
    # A stream that was seeded, or set back, gives what it gave before.
    rewound = [len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True)]
    which = [n for n, back in zip(("torch", "NumPy", "Python's random"), rewound, strict=True) if back]
    findings.require(not which, "random streams run on", "reseeds", ", ".join(which))
    arguments, seen = world.step_twice(student, inputs, inputs.integer(4, 6))
    given = [
        (a, after, touched)
        for a, after, touched in zip(arguments, seen.after, seen.touched, strict=True)
        if isinstance(a, torch.Tensor)
    ]
    kept = all(same_bits(a, after) and not touched for a, after, touched in given)
    if given:
        findings.require(kept, "leaves the batch as it was", "modifies_inputs")


def _judge_ready(student: Student, inputs: Inputs, findings: Findings, world: World) -> None:
    frozen = _frozen(student, world)
    # torch's own switch is one for all: whoever leaves it off stops the other player too.
    loss, batches = next(iter(world.setup.losses.items()))
    attached = student.slopes(world.spies[loss], *[inputs.normal(3)] * batches).attached
    where = " and ".join(frozen) if frozen else "all of torch"
    findings.require(not frozen and attached, "both networks can still learn", "left_frozen", where)
    evaluating = [who for who in ("G", "D") if not student.is_training(world.network(who))]
    findings.require(
        not evaluating, "both networks stay in training mode", "left_in_eval", " and ".join(evaluating)
    )


def _frozen(student: Student, world: World) -> list[str]:
    """Return the players one of whose weights cannot be trained."""
    weights = {who: student.parameters(world.network(who)) for who in ("G", "D")}
    return [who for who, parameters in weights.items() if not all(p.trainable for p in parameters)]
