"""Probe of V on a grid (Goodfellow et al. 2014, equation 1)."""

from __future__ import annotations

from collections.abc import Callable

import torch

from gan_grading.probes.dice import Dice
from gan_grading.probes.finding import Misconception
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of
from gan_grading.probes.sheet import Sheet
from gan_grading.probes.values import as_float, insist_tensor
from gan_grading.student import Student

SIGN = Misconception(
    "sign",
    "You return −V: the sign is turned round.",
    "V itself is asked for, the quantity D climbs. It is never positive; at the equilibrium it is −log 4.",
)
NO_DX = Misconception(
    "no_dx",
    "Your sum over the grid is not an integral.",
    "An integral is a sum of height times width. What is the width of one grid cell?",
)
SAME_TERM = Misconception(
    "same_term_twice",
    "Both of your terms use log D.",
    "The generator's samples are judged by log(1 − D): D is rewarded for calling them fake.",
)
DENSITIES_SWAPPED = Misconception(
    "densities_swapped",
    "The two densities weigh the wrong terms.",
    "log D is averaged over the data, log(1 − D) over what the generator makes.",
)
TERM_MISSING = Misconception(
    "term_missing",
    "One of the two terms of V is missing.",
    "V is E over the data of log D plus E over the generator of log(1 − D).",
)
NOT_WEIGHTED = Misconception(
    "not_weighted",
    "Your expectations do not weigh each x by its density.",
    "An expectation is an integral of density times value.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "The logarithm is missing.",
    "V takes the logarithm of the probability D gives to the right answer.",
)
SUBTRACTED = Misconception(
    "subtracted",
    "Your second term has the wrong sign.",
    "V adds the two expectations; both are averages of logarithms and both are negative.",
)
BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm: torch.log.",
)
HALVED = Misconception(
    "halved",
    "You return half of V.",
    "V is the sum of the two expectations; nothing divides it by two.",
)
NAN_AT_EDGE = Misconception(
    "nan_at_edge",
    "V is NaN, infinite or wrong where D is exactly 0 or 1 and the density beside the logarithm is 0.",
    "A point that never occurs adds nothing: 0·log 0 counts as 0. In floating point it is NaN unless you say so.",
    share=0.5,
)
NOT_SCALAR = Misconception(
    "not_scalar",
    "You return one number per grid point.",
    "V is one number for the whole game: add up what the grid cells contribute.",
)

Pointwise = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


def _contribution(d: torch.Tensor, p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return torch.xlogy(p, d) + torch.xlogy(q, 1 - d)


def _integral(of: Pointwise, factor: float = 1.0) -> Callable[..., torch.Tensor]:
    return lambda d, p_data, p_g, dx: factor * of(d, p_data, p_g).sum() * dx


def _game(dice: Dice, with_edges: bool) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, float]:
    """A grid on which both densities have died out at the ends, so that any quadrature rule agrees."""
    points = dice.integer(1201, 1601)
    x = torch.linspace(-9.0, 9.0, points)
    dx = float(x[1] - x[0])
    p, q = _bumps(x, dx, dice), _bumps(x, dx, dice)
    if with_edges:
        left, right = dice.number(-4.0, -2.0), dice.number(2.0, 4.0)
        p, q = torch.where(x < left, 0.0, p), torch.where(x > right, 0.0, q)
        d = p / (p + q).clamp_min(1e-12)
        return torch.where(x > right, 1.0, d), p, q, dx
    a, b, c = dice.number(0.5, 2.0), dice.number(0.3, 1.0), dice.number(-1.0, 1.0)
    return torch.sigmoid(a * torch.sin(b * x) + c), p, q, dx


def _bumps(x: torch.Tensor, dx: float, dice: Dice) -> torch.Tensor:
    total = torch.zeros_like(x)
    for _ in range(2):
        mean, std, weight = dice.number(-3.0, 3.0), dice.number(0.5, 0.9), dice.number(0.3, 1.0)
        total = total + weight * torch.exp(-0.5 * ((x - mean) / std) ** 2)
    return total / (total.sum() * dx)


def _play_value(with_edges: bool) -> Callable[[Student, Dice], Observation]:
    def play(student: Student, dice: Dice) -> Observation:
        value = student.call("value_function", *_game(dice, with_edges)).value
        one = isinstance(value, torch.Tensor) and value.numel() == 1
        return {"V": value.reshape(()) if one else value}

    return play


def _judge_value(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call("value_function", *_game(dice, with_edges=False)).value
    tensor = insist_tensor(sheet, value, "returns one number as a tensor")
    sheet.insist(tensor.numel() == 1, "returns one number as a tensor", "not_scalar")
    interior = _play_value(with_edges=False)
    Duel(
        "value_function", "V of a game", interior, _integral(_contribution), VALUE_RIVALS, _value_text
    ).judge(student, dice, sheet)
    edges = Duel(
        "value_function", "0·log 0 counts as 0", _play_value(with_edges=True), _integral(_contribution)
    )
    sheet.require(edges.agrees(student, dice), "0·log 0 counts as 0", "nan_at_edge")


def _value_text(student: Student) -> str:
    x = torch.linspace(-8.0, 8.0, 1601)
    p = torch.exp(-0.5 * x**2) / (2 * torch.pi) ** 0.5
    value = as_float(student.call("value_function", torch.full_like(x, 0.5), p, p, 0.01).value)
    return "" if value is None else f"for p_g = p_data and D = 1/2: yours {value:.3f}, wanted −1.386"


VALUE_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (SIGN, _integral(_contribution, -1.0)),
        (NO_DX, lambda d, p_data, p_g, dx: _contribution(d, p_data, p_g).sum()),
        (NO_DX, lambda d, p_data, p_g, dx: _contribution(d, p_data, p_g).mean()),
        (NO_DX, lambda d, p_data, p_g, dx: _contribution(d, p_data, p_g).sum() / dx),
        (NO_DX, lambda d, p_data, p_g, dx: _contribution(d, p_data, p_g).mean() * dx),
        (SAME_TERM, _integral(lambda d, p, q: (p + q) * torch.log(d))),
        (DENSITIES_SWAPPED, _integral(lambda d, p, q: _contribution(d, q, p))),
        (DENSITIES_SWAPPED, _integral(lambda d, p, q: _contribution(1 - d, p, q))),
        (TERM_MISSING, _integral(lambda d, p, q: p * torch.log(d))),
        (TERM_MISSING, _integral(lambda d, p, q: q * torch.log(1 - d))),
        (NOT_WEIGHTED, lambda d, p_data, p_g, dx: (torch.log(d) + torch.log(1 - d)).sum() * dx),
        (NOT_WEIGHTED, lambda d, p_data, p_g, dx: (torch.log(d) + torch.log(1 - d)).mean()),
        (NO_LOG, _integral(lambda d, p, q: p * d + q * (1 - d))),
        (SUBTRACTED, _integral(lambda d, p, q: p * torch.log(d) - q * torch.log(1 - d))),
        (SUBTRACTED, _integral(lambda d, p, q: q * torch.log(1 - d) - p * torch.log(d))),
        (BASE, _integral(lambda d, p, q: _contribution(d, p, q) / torch.log(torch.tensor(2.0)))),
        (BASE, _integral(lambda d, p, q: _contribution(d, p, q) / torch.log(torch.tensor(10.0)))),
        (HALVED, _integral(_contribution, 0.5)),
        (SIGN, _integral(_contribution, -0.5)),
        (NOT_WEIGHTED, lambda d, p_data, p_g, dx: (torch.log(d) * torch.log(1 - d)).sum() * dx),
    )
)


PROBES = (Probe("value_function", _judge_value, (*misconceptions_of(VALUE_RIVALS), NAN_AT_EDGE, NOT_SCALAR)),)
