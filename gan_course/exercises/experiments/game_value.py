"""The value of a game whose densities are known on a grid: smooth ones, ones that end, a D that is certain."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import Tolerance, is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, insist_tensor, judge_inputs_kept

VERSION = 1
NOT_SCALAR = Misconception(
    "not_scalar",
    "You return one number per grid point.",
    "V is one number for the whole game: add up what the grid cells contribute.",
)
NAN_AT_EDGE = Misconception(
    "nan_at_edge",
    "V is NaN, infinite, an error or wrong where D is exactly 0 or 1 and the density beside the logarithm is 0.",
    "A point that never occurs adds nothing: 0·log 0 counts as 0. In floating point it is NaN unless you say so.",
    share=0.5,
)
BLURRED = Misconception(
    "blurred",
    "V is close, but a guard against log 0 changes it where no guard is needed.",
    "A D that is always right reaches V = 0 exactly. How small must the guard be to let it?",
    share=0.5,
)
MISCONCEPTIONS = (NOT_SCALAR, NAN_AT_EDGE, BLURRED, MODIFIES_INPUTS)
Game = tuple[torch.Tensor, torch.Tensor, torch.Tensor, float]
Bump = tuple[float, float, float]  # centre, half width, weight


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for densities and D.
        findings: where to note.
        exercise: name of the function.
    """

    def value(student: Student, game: Game) -> Any:
        found = student.call(exercise, *game).value
        one = isinstance(found, torch.Tensor) and found.numel() == 1
        return found.reshape(()) if one else found

    def games(student: Student, inputs: Inputs) -> Observation:
        seen = {}
        if inputs.public:
            seen["V when D answers 1/2 everywhere"] = value(student, _coin(inner_game(inputs)))
        # Three games, so that a wrong formula cannot come out right by chance.
        for i in range(1, 4):
            seen[f"V of game {i}"] = value(student, inner_game(inputs))
        d, p, q, dx = inner_game(inputs)
        shares = inputs.number(0.6, 0.95), inputs.number(0.6, 0.95)
        seen["V where part of each density lies outside of the grid"] = value(
            student, (d, p * shares[0], q * shares[1], dx)
        )
        *grids, dx = inner_game(inputs)
        seen["V in double precision"] = value(student, (*[g.double() for g in grids], dx))  # type: ignore[arg-type]
        return seen

    def edges(student: Student, inputs: Inputs) -> Observation:
        return {f"V of game {i} with a D of 0 and 1": value(student, edge_game(inputs)) for i in (1, 2)}

    found = student.call(exercise, *inner_game(inputs.again())).value
    tensor = insist_tensor(findings, found, "returns one number as a tensor")
    findings.insist(tensor.numel() == 1, "returns one number as a tensor", "not_scalar")
    blurred = _is_blurred(student, inputs.again(), findings, exercise)
    room = Tolerance(relative=0.1) if blurred else Tolerance()
    findings.compare(student, inputs, "V of a game", games, tolerance=room)
    if not blurred:
        options: dict[str, Any] = {"named": False, "goes_on": True, "otherwise": "nan_at_edge"}
        findings.compare(student, inputs, "0·log 0 counts as 0", edges, **options)
    judge_inputs_kept(student, findings, exercise, *edge_game(inputs.again()))


def _is_blurred(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> bool:
    """Require that nothing is lost by a D that is always right; tell whether a guard loses a little."""
    number = as_float(student.call(exercise, *certain_game(inputs)).value)
    # A guard of 1e-5 or less is honest: two of them in float32 stay below this.
    blurred = number is not None and is_finite(number) and 5e-5 < abs(number) < 0.3
    criterion, detail = "a D that is always right has V = 0", "" if number is None else f"yours {number:.2g}"
    return not findings.require(not blurred, criterion, "blurred", detail)


# ---- games ------------------------------------------------------------------------------------


def _grid(inputs: Inputs) -> tuple[torch.Tensor, float]:
    x = torch.linspace(-9.0, 9.0, inputs.integer(1201, 1601))
    return x, float(x[1] - x[0])


def _bumps(inputs: Inputs, side: float, far: float) -> list[Bump]:
    """Two smooth bumps that end: any quadrature rule agrees, and the density is exactly 0 elsewhere."""
    return [
        (side * inputs.number(0.2, far), inputs.number(1.4, 2.5), inputs.number(0.3, 1.0)) for _ in range(2)
    ]


def _density(x: torch.Tensor, dx: float, bumps: list[Bump]) -> torch.Tensor:
    total = torch.zeros_like(x)
    for centre, width, weight in bumps:
        total = total + weight * (1 - ((x - centre) / width) ** 2).clamp_min(0.0) ** 4
    return total / (total.sum() * dx)


def inner_game(inputs: Inputs) -> Game:
    """A D strictly between 0 and 1, and densities each of which is 0 in places."""
    (x, dx), side = _grid(inputs), inputs.choice((-1.0, 1.0))
    a, b, c = inputs.number(0.8, 6.0), inputs.number(0.3, 1.0), inputs.number(-1.0, 1.0)
    p, q = (_density(x, dx, _bumps(inputs, s, far=3.0)) for s in (side, -side))
    return torch.sigmoid(a * torch.sin(b * x) + c), p, q, dx


def edge_game(inputs: Inputs) -> Game:
    """D climbs from exactly 0, where no data live, to exactly 1, where no fakes do."""
    (x, dx), side = _grid(inputs), inputs.choice((-1.0, 1.0))
    # Near enough to overlap, so that V is well away from 0.
    data, fakes = _bumps(inputs, 1.0, far=0.7), _bumps(inputs, -1.0, far=0.7)
    low, high = min(c - w for c, w, _ in data), max(c + w for c, w, _ in fakes)
    t = ((x - low) / (high - low)).clamp(0.0, 1.0)
    d = t**2 * (3 - 2 * t)
    p, q = torch.where(d == 0, 0.0, _density(x, dx, data)), torch.where(d == 1, 0.0, _density(x, dx, fakes))
    if side < 0:
        d, p, q = d.flip(0), p.flip(0), q.flip(0)
    return d, p, q, dx


def certain_game(inputs: Inputs) -> Game:
    """No x comes from both sources and D is always right."""
    (x, dx), side = _grid(inputs), inputs.choice((-1.0, 1.0))
    halves = [torch.where(s * x > 0, _density(x, dx, _bumps(inputs, s, far=3.0)), 0.0) for s in (side, -side)]
    p, q = (half / (half.sum() * dx) for half in halves)
    return (side * x > 0).float(), p, q, dx


def _coin(game: Game) -> Game:
    d, p, q, dx = game
    return torch.full_like(d, 0.5), p, q, dx
