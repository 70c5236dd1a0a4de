"""Probe of V on a grid (Goodfellow et al. 2014, equation 1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch

from gan_course.exercises.compare import Tolerance, is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

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
BLURRED = Misconception(
    "blurred",
    "V is close, but a guard against log 0 changes it where no guard is needed.",
    "A D that is always right reaches V = 0 exactly. How small must the guard be to let it?",
    share=0.5,
)
LOG_OF_MEAN = Misconception(
    "log_of_mean",
    "You take the logarithm of an average instead of the average of a logarithm.",
    "E[log D] is not log E[D]: take the logarithm at each x first, then integrate.",
)
DROPS_POINTS = Misconception(
    "drops_points",
    "You leave out every point at which one of the two densities is 0.",
    "Where p_g is 0, the first term still counts. Guard each term by the density that multiplies it.",
)
IGNORES_D = Misconception(
    "ignores_d",
    "Your V does not depend on the D it is given.",
    "V is asked for any D. Only the best answer for D is p_data / (p_data + p_g); others score less.",
)

Pointwise = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


def _contribution(d: torch.Tensor, p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return torch.xlogy(p, d) + torch.xlogy(q, 1 - d)


def _integral(of: Pointwise, factor: float = 1.0) -> Callable[..., torch.Tensor]:
    return lambda d, p_data, p_g, dx: factor * of(d, p_data, p_g).sum() * dx


Game = tuple[torch.Tensor, torch.Tensor, torch.Tensor, float]


def _grid(dice: Dice) -> tuple[torch.Tensor, float]:
    x = torch.linspace(-9.0, 9.0, dice.integer(1201, 1601))
    return x, float(x[1] - x[0])


def _bumps(x: torch.Tensor, dx: float, dice: Dice, side: float, far: float = 3.0) -> torch.Tensor:
    """Two smooth bumps that end: any quadrature rule agrees, and the density is exactly 0 elsewhere."""
    total = torch.zeros_like(x)
    for _ in range(2):
        mean, width, weight = side * dice.number(0.2, far), dice.number(1.4, 2.5), dice.number(0.3, 1.0)
        total = total + weight * (1 - ((x - mean) / width) ** 2).clamp_min(0.0) ** 4
    return total / (total.sum() * dx)


def _inner_game(dice: Dice) -> Game:
    """A D strictly between 0 and 1, and densities each of which is 0 in places."""
    (x, dx), side = _grid(dice), dice.choice((-1.0, 1.0))
    a, b, c = dice.number(0.8, 2.0), dice.number(0.3, 1.0), dice.number(-1.0, 1.0)
    d = torch.sigmoid(a * torch.sin(b * x) + c)
    return d, _bumps(x, dx, dice, side), _bumps(x, dx, dice, -side), dx


def _edge_game(dice: Dice) -> Game:
    """D is the best answer: exactly 1 and exactly 0 where only one of the densities lives."""
    (x, dx), side = _grid(dice), dice.choice((-1.0, 1.0))
    # Near enough to overlap, so that V is well away from 0.
    p, q = _bumps(x, dx, dice, side, far=0.7), _bumps(x, dx, dice, -side, far=0.7)
    # Beyond a ratio of 1e-5 float32 cannot tell D from certain; let those points belong to one density.
    p, q = torch.where(p < 1e-5 * q, 0.0, p), torch.where(q < 1e-5 * p, 0.0, q)
    return torch.where(p + q > 0, p / (p + q).clamp_min(1e-30), 0.5), p, q, dx


def _certain_game(dice: Dice) -> Game:
    """No x comes from both sources and D is always right: V is exactly 0."""
    (x, dx), side = _grid(dice), dice.choice((-1.0, 1.0))
    halves = (torch.where(s * x > 0, _bumps(x, dx, dice, s), 0.0) for s in (side, -side))
    p, q = (half / (half.sum() * dx) for half in halves)
    return (side * x > 0).float(), p, q, dx


def _play(games: Sequence[Callable[[Dice], Game]]) -> Callable[[Student, Dice], Observation]:
    def play(student: Student, dice: Dice) -> Observation:
        values = [student.call("value_function", *game(dice)).value for game in games]
        one = [isinstance(v, torch.Tensor) and v.numel() == 1 for v in values]
        return {f"V {i}": v.reshape(()) if one[i] else v for i, v in enumerate(values)}

    return play


def _judge_value(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = student.call("value_function", *_inner_game(Dice(dice.seed))).value
    tensor = insist_tensor(sheet, value, "returns one number as a tensor")
    sheet.insist(tensor.numel() == 1, "returns one number as a tensor", "not_scalar")
    blurred = _judge_certain(student, dice, sheet)
    # Three games, so that a wrong formula cannot come out right by chance.
    name, right, games = "value_function", _integral(_contribution), (_inner_game,) * 3
    room = Tolerance(relative=0.1) if blurred else Tolerance()
    inner = Duel(name, "V of a game", _play(games), right, VALUE_RIVALS, _value_text, tolerance=room)
    inner.judge(student, dice, sheet)
    edges = Duel(name, "0·log 0 counts as 0", _play((_edge_game,)), right)
    if not blurred:
        sheet.require(edges.agrees(student, dice), "0·log 0 counts as 0", "nan_at_edge")
    judge_inputs_kept(student, sheet, name, *_edge_game(Dice(dice.seed)))


def _judge_certain(student: Student, dice: Dice, sheet: Sheet) -> bool:
    """Require V = 0 of a D that is always right; tell whether a guard keeps it from that."""
    value = student.call("value_function", *_certain_game(Dice(dice.seed))).value
    number = as_float(value)
    # A guard of 1e-5 or less is honest: two of them in float32 stay below this.
    blurred = number is not None and is_finite(number) and 5e-5 < abs(number) < 0.3
    return not sheet.require(not blurred, "a D that is always right has V = 0", "blurred")


def _value_text(student: Student) -> str:
    x = torch.linspace(-8.0, 8.0, 1601)
    p = torch.exp(-0.5 * x**2) / (2 * torch.pi) ** 0.5
    value = as_float(student.call("value_function", torch.full_like(x, 0.5), p, p, 0.01).value)
    return "" if value is None else f"for p_g = p_data and D = 1/2: yours {value:.3f}, wanted −1.386"


def _best(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return p / (p + q).clamp_min(1e-12)


def _fixed_spacing(width: float) -> Callable[..., torch.Tensor]:
    return lambda d, p_data, p_g, dx: _contribution(d, p_data, p_g).sum() * width


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
        (NOT_WEIGHTED, _integral(lambda d, p, q: p * (torch.log(d) + torch.log(1 - d)))),
        (NOT_WEIGHTED, _integral(lambda d, p, q: q * (torch.log(d) + torch.log(1 - d)))),
        (NOT_WEIGHTED, lambda d, p_data, p_g, dx: (torch.log(d) + torch.log(1 - d)).sum()),
        (NO_DX, lambda d, p, q, dx: torch.xlogy(p, d).sum() + torch.xlogy(q, 1 - d).sum() * dx),
        (NO_DX, lambda d, p, q, dx: torch.xlogy(p, d).sum() * dx + torch.xlogy(q, 1 - d).sum()),
        (NO_DX, lambda d, p, q, dx: _contribution(d, p, q).sum() * dx**2),
        (NO_DX, lambda d, p, q, dx: torch.xlogy(p, d).sum() / p.sum() + torch.xlogy(q, 1 - d).mean()),
        *((NO_DX, _fixed_spacing(width)) for width in (0.5, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001)),
        (NO_LOG, _integral(lambda d, p, q: p * d - q * d)),
        (LOG_OF_MEAN, lambda d, p, q, dx: ((p * d).sum() * dx).log() + ((q * (1 - d)).sum() * dx).log()),
        (LOG_OF_MEAN, lambda d, p, q, dx: torch.log((p * d).sum() * dx * (q * (1 - d)).sum() * dx)),
        (LOG_OF_MEAN, lambda d, p, q, dx: torch.log((p * d + q * (1 - d)).sum() * dx)),
        (DROPS_POINTS, _integral(lambda d, p, q: _contribution(d, p, q) * (p * q > 0))),
        (IGNORES_D, lambda d, p, q, dx: _contribution(_best(p, q), p, q).sum() * dx),
        (IGNORES_D, lambda d, p, q, dx: _contribution(torch.full_like(p, 0.5), p, q).sum() * dx),
        (SIGN, lambda d, p, q, dx: -_contribution(d, p, q).sum()),
        (SIGN, lambda d, p, q, dx: -_contribution(d, p, q).mean()),
    )
)


OTHERS = (NAN_AT_EDGE, NOT_SCALAR, BLURRED, MODIFIES_INPUTS)

PROBES = (Probe("value_function", _judge_value, (*misconceptions_of(VALUE_RIVALS), *OTHERS)),)
