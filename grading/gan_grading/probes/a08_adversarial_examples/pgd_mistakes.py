"""Projected gradient descent from a given start, and the ways in which it goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_grading.probes.a08_adversarial_examples.worlds import Model, slope

DESCENDS = Misconception(
    "descends",
    "Your steps go down the loss: they make the model surer of the right answer.",
    "The attack wants the loss of the true label to grow. Which sign goes uphill?",
)
SIGN_MISSING = Misconception(
    "sign_missing",
    "The steps follow the size of the gradient.",
    "Each step moves every pixel by step_size, up or down: only the sign of the slope counts.",
)
PREVIOUS = Misconception(
    "projects_on_previous",
    "Each step is projected around the point before it, so that the walk may leave the box around x.",
    "The box belongs to the original picture: project(candidate, x, epsilon), with the x of the beginning.",
)
NO_PROJECTION = Misconception(
    "no_projection",
    "The walk leaves the box around x.",
    "Every candidate has to be put back before it is used, the last one too.",
)
PROJECTS_LATE = Misconception(
    "projects_at_the_end",
    "Only the end of the walk is projected.",
    "A walk that leaves the box follows slopes of places where the attack may never be. Project after each step.",
    share=0.5,
)
STEP_SIZE = Misconception(
    "step_size_ignored",
    "The steps are not step_size long.",
    "ε is the size of the box, step_size the length of one step in it.",
)
STEPS_OFF = Misconception(
    "wrong_number_of_steps",
    "The number of steps is not `steps`.",
    "Count by hand for steps = 1: one start, one gradient, one move.",
)
SLOPE_AT_X = Misconception(
    "slope_at_x",
    "Every step uses the slope at the same point.",
    "After a move the slope is another one: compute it at the present point, inside the loop.",
)
PILED_UP = Misconception(
    "gradients_piled_up",
    "Each step uses the gradients of the steps before it too.",
    "backward() adds to .grad. Make a fresh leaf in each step, or clear it.",
)
FORGETS_START = Misconception(
    "forgets_the_start",
    "Each step sets off from x, or the random start is never used.",
    "The next candidate is the present point plus a step. Which variable does your loop carry on?",
)
NO_CLAMP = Misconception(
    "no_clamp",
    "Some pixels lie outside the range of a picture.",
    "project(candidate, x, epsilon) keeps the box and the range of pixels.",
    share=0.5,
)
PREDICTED = Misconception(
    "predicted_label",
    "Your attack uses the class the model predicts in place of the one it was given.",
    "The label is an argument of the function.",
)
OTHER_LOSS = Misconception(
    "other_loss",
    "The direction is not that of the cross-entropy's slope.",
    "J is the cross-entropy of the model's logits and the true label. Does your loss take logits or probabilities?",
)


@dataclass(frozen=True)
class Walk:
    """What the attack was given.

    Attributes:
        logits: the model.
        x: pictures, values from 0 to 1.
        y: labels.
        epsilon: half the width of the box.
        step_size: length of a step.
        steps: number of steps.
    """

    logits: Model
    x: torch.Tensor
    y: torch.Tensor
    epsilon: float
    step_size: float
    steps: int

    def box(self, candidate: torch.Tensor, centre: torch.Tensor | None = None) -> torch.Tensor:
        """Put a candidate into the box around x, or around another centre."""
        around = self.x if centre is None else centre
        return around + (candidate - around).clamp(-self.epsilon, self.epsilon)

    def project(self, candidate: torch.Tensor) -> torch.Tensor:
        """Put a candidate into the box around x and into the range."""
        return self.box(candidate).clamp(0.0, 1.0)


Replay = Callable[[Walk, torch.Tensor], torch.Tensor]
Slope = Callable[[Walk, torch.Tensor], torch.Tensor]
Put = Callable[[Walk, torch.Tensor, torch.Tensor], torch.Tensor]


def _slope(given: Walk, here: torch.Tensor) -> torch.Tensor:
    return slope(given.logits, here, given.y)


def _put(given: Walk, candidate: torch.Tensor, here: torch.Tensor) -> torch.Tensor:
    return given.project(candidate)


def walk(
    given: Walk,
    start: torch.Tensor,
    direction: Callable[[torch.Tensor], torch.Tensor] = torch.sign,
    of: Slope = _slope,
    put: Put = _put,
) -> torch.Tensor:
    """Go `steps` steps from a start."""
    here = start
    for _ in range(given.steps):
        here = put(given, here + given.step_size * direction(of(given, here)), here)
    return here


def _with(**changes: float) -> Replay:
    return lambda given, start: walk(replace(given, **changes), start)  # type: ignore[arg-type]


def _steps(extra: int) -> Replay:
    return lambda given, start: walk(replace(given, steps=given.steps + extra), start)


def _step(size: Callable[[Walk], float]) -> Replay:
    return lambda given, start: walk(replace(given, step_size=size(given)), start)


def _directed(direction: Callable[[torch.Tensor], torch.Tensor], mean: bool = False) -> Replay:
    return lambda given, start: walk(given, start, lambda g: direction(g / len(given.x) if mean else g))


def _putting(put: Put) -> Replay:
    return lambda given, start: walk(given, start, put=put)


def _of(loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor], sign: float = 1.0) -> Replay:
    def gradient(given: Walk, here: torch.Tensor) -> torch.Tensor:
        leaf = here.detach().clone().requires_grad_(True)
        return sign * torch.autograd.grad(loss(given.logits(leaf), given.y), leaf)[0]

    return lambda given, start: walk(given, start, of=gradient)


def _at(place: Callable[[Walk, torch.Tensor], torch.Tensor]) -> Replay:
    return lambda given, start: walk(given, start, of=lambda g, here: _slope(g, place(g, start)))


def _late(given: Walk, start: torch.Tensor) -> torch.Tensor:
    return given.project(walk(given, start, put=lambda g, candidate, here: candidate))


def _late_in_range(given: Walk, start: torch.Tensor) -> torch.Tensor:
    return given.project(walk(given, start, put=lambda g, candidate, here: candidate.clamp(0, 1)))


def _last_unprojected(given: Walk, start: torch.Tensor) -> torch.Tensor:
    here = walk(replace(given, steps=given.steps - 1), start)
    return here + given.step_size * _slope(given, here).sign()


def _piled(weights: float, sign_of_sum: bool = True) -> Replay:
    def replay(given: Walk, start: torch.Tensor) -> torch.Tensor:
        here, piled = start, torch.zeros_like(start)
        for _ in range(given.steps):
            g = _slope(given, here)
            piled = weights * piled + (
                g if sign_of_sum else g / g.abs().flatten(1).mean(1).reshape(-1, 1, 1, 1)
            )
            here = given.project(here + given.step_size * piled.sign())
        return here

    return replay


def _from_x_each_time(given: Walk, start: torch.Tensor) -> torch.Tensor:
    here = start
    for _ in range(given.steps):
        here = given.project(given.x + given.step_size * _slope(given, here).sign())
    return here


def _from_x(replay: Replay) -> Replay:
    """The same walk, begun at x."""
    return lambda given, start: replay(given, given.x)


def _predicted(given: Walk, start: torch.Tensor) -> torch.Tensor:
    return walk(replace(given, y=given.logits(given.x).argmax(dim=1)), start)


def _predicted_here(given: Walk, here: torch.Tensor) -> torch.Tensor:
    return slope(given.logits, here, given.logits(here).argmax(dim=1))


def _best(given: Walk, start: torch.Tensor) -> torch.Tensor:
    """One sign step of ε from the start."""
    return given.project(start + given.epsilon * _slope(given, start).sign())


def _rows(g: torch.Tensor, size: Callable[[torch.Tensor], torch.Tensor]) -> torch.Tensor:
    return size(g.flatten(1)).reshape(-1, 1, 1, 1)


_BASIC: tuple[tuple[Misconception, Replay], ...] = (
    (DESCENDS, _directed(lambda g: -g.sign())),
    (NO_PROJECTION, _putting(lambda g, candidate, here: candidate)),
    (NO_PROJECTION, _putting(lambda g, candidate, here: candidate.clamp(0.0, 1.0))),
    (NO_PROJECTION, _last_unprojected),
    (PREVIOUS, _putting(lambda g, candidate, here: g.box(candidate, here).clamp(0.0, 1.0))),
    (PREVIOUS, _putting(lambda g, candidate, here: g.box(candidate, here))),
    (PREVIOUS, lambda g, start: walk(g, start, put=lambda w, c, here: w.box(c, start).clamp(0.0, 1.0))),
    (NO_CLAMP, _putting(lambda g, candidate, here: g.box(candidate))),
    (PROJECTS_LATE, _late),
    (PROJECTS_LATE, _late_in_range),
    (STEP_SIZE, _step(lambda g: g.epsilon)),
    (STEPS_OFF, _steps(-1)),
    (STEPS_OFF, _steps(1)),
    *((STEPS_OFF, _with(steps=count)) for count in (1, 2, 5, 7, 10, 20, 40)),
    (STEP_SIZE, _step(lambda g: g.epsilon / g.steps)),
    (STEP_SIZE, _step(lambda g: 2.5 * g.epsilon / g.steps)),
    (STEP_SIZE, _step(lambda g: g.epsilon * g.step_size)),
    (STEP_SIZE, _step(lambda g: g.step_size / g.steps)),
    (STEP_SIZE, _step(lambda g: g.epsilon / 4)),
    (STEP_SIZE, _step(lambda g: g.epsilon / 10)),
    *((STEP_SIZE, _with(step_size=size)) for size in (0.007, 0.01, 0.02, 0.03, 0.05, 0.1, 1.0)),
    (SLOPE_AT_X, _at(lambda g, start: g.x)),
    (SLOPE_AT_X, _at(lambda g, start: start)),
    (PILED_UP, _piled(1.0)),
    (PILED_UP, _piled(1.0, sign_of_sum=False)),
    (FORGETS_START, _from_x_each_time),
    (PREDICTED, _predicted),
    (PREDICTED, lambda g, start: walk(g, start, of=_predicted_here)),
    (STEP_SIZE, _best),
)
_DIRECTIONS: tuple[Callable[[torch.Tensor], torch.Tensor], ...] = (
    lambda g: g,
    lambda g: g / _rows(g, lambda r: r.norm(dim=1)),
    lambda g: g / _rows(g, lambda r: r.abs().amax(dim=1)),
    lambda g: g / g.norm(),
    lambda g: g / g.abs().max(),
    lambda g: torch.tanh(g),
    lambda g: g.mean(dim=0, keepdim=True).sign(),
)
_LOSSES: tuple[Callable[[torch.Tensor, torch.Tensor], torch.Tensor], ...] = (
    lambda logits, y: F.cross_entropy(logits.softmax(dim=1), y),
    lambda logits, y: F.nll_loss(logits, y),
    lambda logits, y: F.nll_loss(logits.softmax(dim=1), y),
    lambda logits, y: logits.sum(),
    lambda logits, y: logits.amax(dim=1).sum(),
)
_WALKS = (
    *_BASIC,
    *((SIGN_MISSING, _directed(direction, mean)) for direction in _DIRECTIONS for mean in (False, True)),
    *((OTHER_LOSS, _of(loss, sign)) for loss in _LOSSES for sign in (1.0, -1.0)),
)
# From the start that was seen; and where the random start was drawn and then forgotten, from x.
REPLAYS: tuple[tuple[Misconception, Replay], ...] = (
    *_WALKS,
    (FORGETS_START, _from_x(walk)),
    *((misconception, _from_x(replay)) for misconception, replay in _BASIC),
)
