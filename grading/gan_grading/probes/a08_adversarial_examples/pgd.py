"""Probe of projected gradient descent: where it starts, and where each step leads.

The start is random, so nothing is compared with numbers known beforehand: the pictures that the model was
shown tell where the student's own run began, and the reference and every mistake are replayed from there.

Source: Madry et al. (2017), https://arxiv.org/abs/1706.06083.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from gan_course.exercises.compare import is_finite, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, type_text
from gan_grading.probes.a08_adversarial_examples.pgd_mistakes import REPLAYS, Replay, Walk, walk
from gan_grading.probes.a08_adversarial_examples.worlds import (
    COLUMNS,
    LEAVES_CLEAN,
    ROWS,
    Weights,
    judge_leaves_clean,
    labels,
    pictures,
    slope,
)
from gan_grading.probes.probe import Probe

NAME = "pgd"
NO_START = Misconception(
    "no_random_start",
    "The walk begins at x itself.",
    "At x the slope may be misleading, and every restart would repeat the first. Begin at a random point of the box.",
    share=0.5,
)
START_OUTSIDE = Misconception(
    "start_outside",
    "The walk begins outside the box, or outside the range of pixels.",
    "The noise lies between −ε and ε, and x plus noise is projected before the first step.",
    share=0.4,
)
NOT_UNIFORM = Misconception(
    "start_not_uniform",
    "The start is not drawn uniformly from the box.",
    "Every point of the box should be as likely: uniform numbers from −ε to ε, one for each pixel of each picture.",
    share=0.4,
)
SAME_START = Misconception(
    "same_start",
    "Two calls begin at the same point.",
    "A seed set inside the function makes every restart the same. Draw from torch's own random numbers.",
    share=0.4,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The result has not the shape of x.",
    "One attacked picture for every picture given: (N, 1, H, W) goes in and comes out.",
)
NEVER_ASKS = Misconception(
    "never_asks_the_model",
    "Your attack does not use the slopes of the model it is given.",
    "Each step needs ∇ₓJ at the present point: call model(...) and differentiate.",
)


@dataclass(frozen=True)
class Seen:
    """One call of the student's attack.

    Attributes:
        walk: what it was given.
        inputs: what the model was shown, in order, repeats in a row left out.
        centres: around what it asked to be projected.
        result: what came back.
    """

    walk: Walk
    inputs: list[torch.Tensor]
    centres: list[torch.Tensor]
    result: torch.Tensor


def _watch(student: Student, dice: Dice, n: int, steps: int) -> Seen:
    weights, x, y = Weights.drawn(dice), pictures(dice, n), labels(dice, n)
    epsilon = dice.number(0.1, 0.3)
    given = Walk(weights.logits, x, y, epsilon, epsilon * dice.number(0.1, 0.2), steps)
    model, project = weights.spy(student), student.spy_project("project")
    student.tape()
    answer = student.call(NAME, model, x, y, epsilon, given.step_size, steps, project)
    inputs: list[torch.Tensor] = []
    events = student.tape()
    centres = [event["x"] for event in events if event["who"] == "project"]
    for event in events:
        shown = event.get("input")
        if event["who"] == "model" and isinstance(shown, torch.Tensor) and shown.numel() == x.numel():
            shown = shown.reshape(x.shape)
            if not inputs or not torch.equal(shown, inputs[-1]):
                inputs.append(shown)
    result = answer.value if isinstance(answer.value, torch.Tensor) else torch.full_like(x, torch.nan)
    return Seen(given, inputs, centres, result)


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    _judge_form(student, dice, sheet)
    plan = [(4, dice.integer(4, 6)), (1, 2), (3, 1), (7, dice.integer(7, 9))]
    for n, steps in plan:
        seen = _watch(student, dice, n, steps)
        sheet.insist(bool(seen.inputs), "asks the model", "never_asks_the_model")
        # Rounding may turn the sign of a slope that is all but 0: a right answer gets a second chance.
        if not _is_right(seen) and not _is_right(_watch(student, dice, n, steps)):
            _name(seen, _watch(student, dice, 5, 10), sheet)
    sheet.passed("where each step leads")
    _judge_start(student, dice, sheet)
    judge_leaves_clean(
        student,
        sheet,
        dice,
        lambda model, x, y: (NAME, [model, x, y, 0.2, 0.05, 3, student.spy_project("project")]),
    )


def _judge_form(student: Student, dice: Dice, sheet: Sheet) -> None:
    weights, x, y = Weights.drawn(dice), pictures(dice, 3), labels(dice, 3)
    arguments = [weights.spy(student), x, y, 0.2, 0.05, 3, student.spy_project("project")]
    value = student.call(NAME, *arguments).value
    tensor = insist_tensor(sheet, value, "returns pictures")
    sheet.insist(tensor.shape == x.shape, "returns pictures", "wrong_shape", f"returned {type_text(value)}")
    sheet.passed("returns pictures")


def _starts(seen: Seen) -> Sequence[torch.Tensor]:
    """Where the walk may have begun; an answer may look at x, or at the model's opinion, first."""
    looked_first = len(seen.inputs) > 1 and torch.equal(seen.inputs[0], seen.walk.x)
    return seen.inputs[1::-1] if looked_first else seen.inputs[:1]


def _is_right(seen: Seen) -> bool:
    return _follows(seen) or any(same(walk(seen.walk, start), seen.result) for start in _starts(seen))


def _follows(seen: Seen) -> bool:
    """Whether each picture shown to the model leads to the next one, and the last one to the result."""
    count = seen.walk.steps
    for first in range(len(_starts(seen))):
        chain = seen.inputs[first : first + count]
        if len(chain) == count and all(
            _leads_to(seen.walk, here, there)
            for here, there in zip(chain, [*chain[1:], seen.result], strict=True)
        ):
            return True
    return False


def _leads_to(given: Walk, here: torch.Tensor, there: torch.Tensor) -> bool:
    """Whether one right step leads from here to there, where the slope has a clear sign."""
    slopes = slope(given.logits, here, given.y)
    clear = slopes.abs() > 1e-4 * slopes.abs().mean()
    wanted = given.project(here + given.step_size * slopes.sign())
    return bool(((wanted - there).abs() <= 2e-5)[clear].all()) and is_finite(there)


def _name(seen: Seen, longer: Seen, sheet: Sheet) -> None:
    """Note which mistake explains the result, and best also that of a longer walk: short ones look alike.

    Raises:
        GiveUp: always.
    """
    criterion = "where each step leads"
    around = [c for c in seen.centres if c.shape == seen.walk.x.shape]
    if any(not torch.equal(c, seen.walk.x) for c in around):
        sheet.miss(criterion, "projects_on_previous")
        raise GiveUp
    fits = [(m, replay) for m, replay in REPLAYS if _explains(replay, seen)]
    best = next((m for m, replay in fits if _explains(replay, longer)), fits[0][0] if fits else None)
    if best is not None:
        sheet.miss(criterion, best.id)
        raise GiveUp
    if all(torch.equal(i, seen.walk.x) for i in seen.inputs):
        sheet.miss(criterion, "slope_at_x")
        raise GiveUp
    sheet.miss(criterion, "unrecognised" if is_finite(seen.result) else "not_finite")
    raise GiveUp


def _explains(replay: Replay, seen: Seen) -> bool:
    return any(same(replay(seen.walk, start), seen.result) for start in _starts(seen))


def _judge_start(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Judge 1,200 pixels of the start; each bound lies more than six standard errors from what is right."""
    weights, epsilon = Weights.drawn(dice), dice.number(0.15, 0.25)
    x, y = torch.full((100, 1, ROWS, COLUMNS), 0.5), labels(dice, 100)
    first, second = (_start(student, weights, x, y, epsilon) for _ in range(2))
    sheet.insist(not torch.equal(first, x), "begins at a random point", "no_random_start")
    noise = (first - x) / epsilon
    sheet.insist(bool((noise.abs() <= 1.001).all()), "begins in the box", "start_outside")
    rows = noise.flatten(1)
    shared = bool((rows == rows[:1]).all()) or bool((rows == rows[:, :1]).all())
    middle = float((noise.abs() < 0.5).float().mean())
    uniform = abs(float(noise.mean())) < 0.12 and 0.4 < middle < 0.6 and not shared
    sheet.require(uniform, "begins anywhere in the box", "start_not_uniform")
    sheet.require(not torch.equal(first, second), "begins elsewhere at each call", "same_start")
    edge = torch.where(dice.uniform(*x.shape) < 0.5, 0.0, 1.0)
    begun = _start(student, weights, edge, y, epsilon)
    inside = bool(((begun >= -1e-6) & (begun <= 1 + 1e-6)).all())
    sheet.require(inside, "begins with a picture", "start_outside")


def _start(
    student: Student, weights: Weights, x: torch.Tensor, y: torch.Tensor, epsilon: float
) -> torch.Tensor:
    student.tape()
    project = student.spy_project("project")
    student.call(NAME, weights.spy(student), x, y, epsilon, epsilon / 10, 1, project)
    shown = [event["input"] for event in student.tape() if event["who"] == "model"]
    whole = [s.reshape(x.shape) for s in shown if isinstance(s, torch.Tensor) and s.numel() == x.numel()]
    others = [s for s in whole if not torch.equal(s, x)]
    return others[0] if others else x


PROBES = (
    Probe(
        NAME,
        _judge,
        (
            *{m.id: m for m, _ in REPLAYS}.values(),
            NO_START,
            START_OUTSIDE,
            NOT_UNIFORM,
            SAME_START,
            WRONG_SHAPE,
            NEVER_ASKS,
            *LEAVES_CLEAN,
            MODIFIES_INPUTS,
        ),
    ),
)
