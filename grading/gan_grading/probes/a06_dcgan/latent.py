"""Probe of a straight walk between two points of the latent space."""

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

REVERSED = Misconception(
    "reversed",
    "Your walk goes the other way: it starts at z_end.",
    "Put t = 0 into your formula. Which of the two is left?",
)
END_MISSING = Misconception(
    "end_missing",
    "Your walk does not start at z_start and end at z_end.",
    "With `steps` points from 0 to 1, both ends included, the last t is exactly 1.",
)
WRONG_COUNT = Misconception(
    "wrong_count",
    "Your walk has another number of points than asked for.",
    "`steps` counts the points, both ends included, not the gaps between them.",
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "The shape of your walk is not (steps, latent_dim).",
    "One row for each point of the walk. Which shape must t have, so that it meets z along the rows?",
)
STEP_BY_COORDINATE = Misconception(
    "t_per_coordinate",
    "The coordinates do not travel together: t changes along the latent vector, not along the walk.",
    "t belongs to a row: it needs the shape (steps, 1).",
)
NOT_STRAIGHT = Misconception(
    "not_straight",
    "Your walk does not go along the straight line in even steps.",
    "z = (1 − t) z_start + t z_end, with t growing by the same amount from row to row.",
)
SUM_NOT_ONE = Misconception(
    "weights_not_one",
    "The two weights of your mixture do not add up to 1.",
    "At the middle of the walk you want half of each end.",
)
ENDS_ONLY = Misconception(
    "fixed_steps",
    "The number of points does not follow `steps`.",
    "Use the argument: the walk may have 2 points, or 50.",
)
NUMPY = Misconception(
    "not_a_tensor",
    "What came back is not one tensor.",
    "G takes a batch: one tensor with a row for each point (torch.stack makes one of a list).",
    share=0.5,
)

Walk = Callable[[torch.Tensor, torch.Tensor, int], torch.Tensor]


def interpolate(z_start: torch.Tensor, z_end: torch.Tensor, steps: int) -> torch.Tensor:
    """Return (steps, latent_dim) on the line from one z to the other."""
    return _mix(z_start, z_end, torch.linspace(0, 1, steps))


def _mix(a: torch.Tensor, b: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    t = t.to(a.dtype)[:, None]
    return (1 - t) * a + t * b


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for i, steps in enumerate((dice.integer(4, 7), 2, dice.integer(8, 12), 3)):
        dim = dice.integer(5, 20) if i else steps  # a square one, where a wrong axis keeps the shape
        z = dice.normal(2, dim)
        value = student.call("interpolate", z[0], z[1], steps).value
        seen[str(i)] = value.double() if isinstance(value, torch.Tensor) else value
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    z = dice.normal(2, 9)
    value = student.call("interpolate", z[0], z[1], 6).value
    if not isinstance(value, torch.Tensor) and value is not None:
        sheet.insist(False, "returns a tensor", "not_a_tensor", f"returned {type_text(value)}")
    walk = insist_tensor(sheet, value, "returns a tensor")
    duel = Duel("interpolate", "the walk", _play, interpolate, RIVALS)
    if walk.shape != (6, 9) and not _named(duel, student, dice, sheet):
        name = "wrong_count" if walk.ndim == 2 and walk.shape[1] == 9 else "wrong_axis"
        sheet.insist(False, "shape of the walk", name, f"returned {type_text(walk)}, wanted (6, 9)")
    duel.judge(student, dice, sheet)
    judge_inputs_kept(student, sheet, "interpolate", z[0], z[1], 6)


def _named(duel: Duel, student: Student, dice: Dice, sheet: Sheet) -> bool:
    """Whether a rival explains a wrong shape better than its shape does."""
    return any(
        Duel(duel.exercise, "", duel.play, rival.answer).agrees(student, dice) for rival in duel.rivals
    )


def _sphere(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    t = torch.linspace(0, 1, steps)[:, None]
    angle = torch.acos((a @ b / (a.norm() * b.norm())).clamp(-1, 1))
    return (torch.sin((1 - t) * angle) * a + torch.sin(t * angle) * b) / torch.sin(angle)


def _along_coordinates(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    t = torch.linspace(0, 1, steps)
    return torch.stack([(1 - s) * a + s * b for s in t], dim=1)


def _t_per_coordinate(a: torch.Tensor, b: torch.Tensor, steps: int) -> torch.Tensor:
    t = torch.linspace(0, 1, len(a))
    return ((1 - t) * a + t * b).expand(steps, -1)


def _t(make: Callable[[int], torch.Tensor]) -> Walk:
    return lambda z_start, z_end, steps: _mix(z_start, z_end, make(steps))


RIVALS = (
    Rival(REVERSED, lambda z_start, z_end, steps: interpolate(z_end, z_start, steps)),
    Rival(END_MISSING, _t(lambda n: torch.arange(n) / n)),
    Rival(END_MISSING, _t(lambda n: torch.arange(1, n + 1) / n)),
    Rival(END_MISSING, _t(lambda n: torch.arange(1, n + 1) / (n + 1))),
    Rival(END_MISSING, _t(lambda n: torch.arange(n) / (n + 1))),
    Rival(END_MISSING, _t(lambda n: (torch.arange(n) + 0.5) / n)),
    Rival(END_MISSING, _t(lambda n: torch.zeros(n))),
    Rival(END_MISSING, _t(lambda n: torch.ones(n))),
    Rival(WRONG_COUNT, _t(lambda n: torch.linspace(0, 1, n + 1))),
    Rival(WRONG_COUNT, _t(lambda n: torch.linspace(0, 1, n + 2))),
    Rival(WRONG_COUNT, _t(lambda n: torch.linspace(0, 1, n - 1))),
    Rival(WRONG_COUNT, _t(lambda n: torch.linspace(0, 1, n + 2)[1:-1])),
    Rival(WRONG_COUNT, lambda z_start, z_end, steps: torch.stack([z_start, z_end])),
    *(Rival(ENDS_ONLY, _t(lambda n, k=k: torch.linspace(0, 1, k))) for k in (5, 7, 8, 10, 16)),  # type: ignore[misc]
    Rival(WRONG_AXIS, _along_coordinates),
    Rival(WRONG_AXIS, lambda z_start, z_end, steps: interpolate(z_start, z_end, steps)[:, None]),
    Rival(WRONG_AXIS, lambda z_start, z_end, steps: interpolate(z_start, z_end, steps)[None]),
    Rival(WRONG_AXIS, lambda z_start, z_end, steps: interpolate(z_start, z_end, steps)[..., None, None]),
    Rival(WRONG_AXIS, lambda z_start, z_end, steps: interpolate(z_start, z_end, steps).reshape(-1)),
    Rival(STEP_BY_COORDINATE, _t_per_coordinate),
    Rival(NOT_STRAIGHT, _sphere),
    Rival(NOT_STRAIGHT, _t(lambda n: torch.linspace(0, 1, n) ** 2)),
    Rival(NOT_STRAIGHT, _t(lambda n: (1 - torch.cos(torch.pi * torch.linspace(0, 1, n))) / 2)),
    Rival(SUM_NOT_ONE, lambda z_start, z_end, steps: z_start + torch.linspace(0, 1, steps)[:, None] * z_end),
    Rival(SUM_NOT_ONE, lambda z_start, z_end, steps: z_start + torch.linspace(0, 1, steps)[:, None] * (z_end + z_start)),
    Rival(SUM_NOT_ONE, lambda z_start, z_end, steps: z_start - torch.linspace(0, 1, steps)[:, None] * (z_end - z_start)),
    Rival(SUM_NOT_ONE, lambda z_start, z_end, steps: torch.linspace(0, 1, steps)[:, None] * (z_start + z_end)),
)  # fmt: skip

PROBES = (Probe("interpolate", _judge, (*misconceptions_of(RIVALS), NUMPY, MODIFIES_INPUTS)),)
