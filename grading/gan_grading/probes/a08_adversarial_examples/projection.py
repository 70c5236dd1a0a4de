"""Probe of the projection into the box around x and the range of pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "project"
NO_BOX = Misconception(
    "no_box",
    "A pixel may end farther than ε from x.",
    "The result may differ from x by at most ε in every pixel, wherever the candidate was.",
)
NO_RANGE = Misconception(
    "no_clamp",
    "Some pixels lie outside the range of a picture.",
    "After the box comes the range: every pixel must lie between low and high.",
    share=0.5,
)
FIXED_RANGE = Misconception(
    "fixed_range",
    "The result is not kept within the range given, low to high.",
    "The range is an argument: pixels may run from −1 to 1.",
    share=0.5,
)
CENTRE = Misconception(
    "wrong_centre",
    "The box does not lie around x.",
    "The box belongs to the original picture x; the candidate is what is put into it.",
)
ROUND = Misconception(
    "round_ball",
    "The change is scaled as a whole, as for a ball of another shape.",
    "In the box each pixel is looked at by itself: one that is already near enough stays as it is.",
)
SNAPPED = Misconception(
    "moves_inner_points",
    "A candidate that was allowed already does not stay where it was.",
    "Projecting a point that lies in the set changes nothing.",
)
CHANGE = Misconception(
    "perturbation_only",
    "You return the change, not the picture.",
    "Back to x the limited change has to be added.",
)
RANGE_ON_CHANGE = Misconception(
    "clamped_change",
    "The range low..high was applied to the change, not to the picture.",
    "The change may be negative. It is the picture that has to lie in the range.",
)


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    shapes: tuple[tuple[tuple[int, ...], tuple[float, ...]], ...] = (
        ((4, 1, 3, 3), ()),
        ((5, 1, 2, 4), (-1.0, 1.0)),
        ((1, 6), (dice.number(-2.0, -1.2), dice.number(1.2, 2.0))),
    )
    for i, (shape, limits) in enumerate(shapes):
        low, high = limits or (0.0, 1.0)
        x = dice.uniform(*shape, low=low, high=high)
        epsilon = dice.number(0.1, 0.25) * (high - low)
        candidate = x + dice.normal(*shape, scale=epsilon)
        # One pixel at each end of the range has to be brought back, whatever was drawn.
        x.view(-1)[:2] = torch.tensor([low, high])
        candidate.view(-1)[:2] = torch.tensor([low - epsilon / 2, high + epsilon / 2])
        seen[f"case {i}"] = student.call(NAME, candidate, x, epsilon, *limits).value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    x = dice.uniform(3, 1, 2, 2)
    value = student.call(NAME, x + 0.2, x, 0.1).value
    tensor = insist_tensor(sheet, value, "returns pictures")
    sheet.insist(tensor.shape == x.shape, "returns pictures", "wrong_type", f"returned {type_text(value)}")
    sheet.passed("returns pictures")
    Duel(NAME, "the projected pictures", _play, _project(), RIVALS).judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, NAME, x + dice.normal(3, 1, 2, 2), x, 0.1)


Limit = Callable[[torch.Tensor, float, float], torch.Tensor]
Box = Callable[[torch.Tensor, torch.Tensor, float], torch.Tensor]


def _box(candidate: torch.Tensor, x: torch.Tensor, epsilon: float) -> torch.Tensor:
    return x + (candidate - x).clamp(-epsilon, epsilon)


def _project(box: Box = _box, limit: Limit = torch.clamp) -> Callable[..., torch.Tensor]:
    def answer(
        candidate: torch.Tensor, x: torch.Tensor, epsilon: float, low: float = 0.0, high: float = 1.0
    ) -> torch.Tensor:
        return limit(box(candidate, x, epsilon), low, high)

    return answer


def _free(t: torch.Tensor, low: float, high: float) -> torch.Tensor:
    return t


def _scaled(size: Callable[[torch.Tensor], torch.Tensor], always: bool) -> Box:
    def box(candidate: torch.Tensor, x: torch.Tensor, epsilon: float) -> torch.Tensor:
        change = candidate - x
        length = size(change.flatten(1)).reshape(-1, *[1] * (x.ndim - 1))
        factor = epsilon / length
        return x + change * (factor if always else factor.clamp(max=1.0))

    return box


SIZES: tuple[Callable[[torch.Tensor], torch.Tensor], ...] = (
    lambda rows: rows.norm(dim=1),
    lambda rows: rows.abs().amax(dim=1),
    lambda rows: rows.norm().expand(len(rows)),
    lambda rows: rows.abs().max().expand(len(rows)),
)
OTHER_BOXES: tuple[tuple[Misconception, Box], ...] = (
    (NO_BOX, lambda c, x, e: c),
    (NO_BOX, lambda c, x, e: torch.minimum(c, x + e)),
    (NO_BOX, lambda c, x, e: torch.maximum(c, x - e)),
    (NO_BOX, lambda c, x, e: x + (c - x).clamp(-2 * e, 2 * e)),
    (CENTRE, lambda c, x, e: c.clamp(-e, e)),
    (CENTRE, lambda c, x, e: x + c.clamp(-e, e)),
    (CENTRE, lambda c, x, e: c + (x - c).clamp(-e, e)),
    (CENTRE, lambda c, x, e: c + (c - x).clamp(-e, e)),
    (CENTRE, lambda c, x, e: torch.minimum(torch.maximum(x, c - e), c + e)),
    (CENTRE, lambda c, x, e: x + (x - c).clamp(-e, e)),
    (SNAPPED, lambda c, x, e: x + e * (c - x).sign()),
    (SNAPPED, lambda c, x, e: torch.where((c - x).abs() > e, x, c)),
    (SNAPPED, lambda c, x, e: x),
    (SNAPPED, lambda c, x, e: x + (c - x).clamp(-e / 2, e / 2)),
    (SNAPPED, lambda c, x, e: x + e * torch.tanh(c - x)),
    (SNAPPED, lambda c, x, e: x + e * torch.tanh((c - x) / e)),
    (SNAPPED, lambda c, x, e: x + e * (c - x)),
    (SNAPPED, lambda c, x, e: x + (c - x).clamp(0, e)),
    (CHANGE, lambda c, x, e: (c - x).clamp(-e, e)),
    *((ROUND, _scaled(size, always)) for size in SIZES for always in (False, True)),
)
FIXED_LIMITS: tuple[Limit, ...] = (
    lambda t, low, high: t.clamp(0.0, 1.0),
    lambda t, low, high: t.clamp(-1.0, 1.0),
    lambda t, low, high: t.clamp(min=low),
    lambda t, low, high: t.clamp(max=high),
    lambda t, low, high: t.clamp(0.0, high),
)


def _range_on_change(c: Any, x: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
    moved: torch.Tensor = x + (c - x).clamp(-e, e).clamp(low, high)
    return moved


RIVALS = (
    Rival(NO_RANGE, _project(limit=_free)),
    *(Rival(FIXED_RANGE, _project(limit=limit)) for limit in FIXED_LIMITS),
    *(
        Rival(misconception, _project(box, limit))
        for misconception, box in OTHER_BOXES
        for limit in (torch.clamp, _free)
    ),
    Rival(RANGE_ON_CHANGE, _range_on_change),
    Rival(RANGE_ON_CHANGE, lambda *a: _range_on_change(*a).clamp(0.0, 1.0)),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), MODIFIES_INPUTS)),)
