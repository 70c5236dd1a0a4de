"""Probe of the mode counter: both rules, and the share of good samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "count_modes"
ONE_CAPTURES = Misconception(
    "one_sample_captures",
    "One sample is enough for your captured modes.",
    "Captured asks for `needed` samples within reach; one is the other rule.",
)
MORE_THAN = Misconception(
    "more_than_needed",
    "A mode with exactly `needed` samples is not captured by yours.",
    "At least means ≥.",
)
NEEDED_FIXED = Misconception(
    "needed_ignored",
    "Your captured modes do not follow the argument `needed`.",
    "20 is the usual value for 2,500 samples; use the argument.",
)
NO_RADIUS = Misconception(
    "no_radius",
    "You count samples for their nearest mode, however far away it is.",
    "Only samples within three standard deviations of a mode count for it.",
)
RADIUS = Misconception(
    "wrong_radius",
    "Your circle around a mode has another radius than three standard deviations.",
    "Compare distances with 3·std, or squared distances with the square of that.",
)
SQUARED = Misconception(
    "squared_distance",
    "You compare the squared distance with 3·std, or the distance with its square.",
    "The distance is the root of the sum of squares. Take the root, or square the other side as well.",
)
BOX = Misconception(
    "box_not_circle",
    "You look at each coordinate by itself: that is a box, not a circle.",
    "The distance in the plane combines both coordinates: √(dx² + dy²).",
)
DIAMOND = Misconception(
    "other_distance",
    "You add up |dx| and |dy|, which is not the distance in the plane.",
    "The distance in the plane is √(dx² + dy²).",
)
GOOD_COUNT = Misconception(
    "good_is_count",
    "Your third number is a count or a percentage, not a share.",
    "A share lies between 0 and 1: good samples divided by all samples.",
    share=0.5,
)
GOOD_CAPTURED = Misconception(
    "good_of_captured_only",
    "Your share of good samples leaves out modes that are not captured.",
    "Good is a property of a sample: within reach of some mode, captured or not.",
    share=0.5,
)
GOOD_WRONG = Misconception(
    "good_wrong",
    "Both counts are right, the share of good samples is not.",
    "Good samples are those within reach of some mode; divide their number by the number of all samples.",
    share=0.5,
)
ORDER = Misconception(
    "order",
    "Your numbers come in another order.",
    "The order is captured, touched, good.",
)
SHARES = Misconception(
    "shares_of_modes",
    "You return shares of the modes, not their number.",
    "Two whole numbers and one share: 7 modes captured is 7, not 0.875.",
)
MISSED = Misconception(
    "counts_missed",
    "You count the modes that are not found.",
    "Captured and touched are the modes with enough samples, not those without.",
)
SAMPLES = Misconception(
    "counts_samples",
    "One of your two counts counts samples, not modes.",
    "First count the samples of each mode; then count the modes whose number is large enough.",
)

Counts = tuple[float, float, float]


def _within(samples: torch.Tensor, modes: torch.Tensor, radius: float, power: float = 2.0) -> torch.Tensor:
    """Which sample lies within reach of which mode, shape (n, K)."""
    apart = (samples[:, None] - modes).double()
    inside: torch.Tensor = torch.linalg.vector_norm(apart, ord=power, dim=2) <= radius
    return inside


def _counts(inside: torch.Tensor, needed: float) -> Counts:
    per_mode = inside.sum(dim=0)
    captured, touched = (per_mode >= needed).sum(), (per_mode >= 1).sum()
    return int(captured), int(touched), float(inside.any(dim=1).float().mean())


def _right(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    return _counts(_within(samples, modes, 3 * std), needed)


def _scene(dice: Dice, least: int = 6) -> tuple[torch.Tensor, torch.Tensor, float, int]:
    """Modes far apart, and samples none of which lies near a border of any plausible rule.

    Six or seven modes (from ``least`` on), for nothing may count on eight. Around them: `needed` + some, exactly `needed`, `needed` − 1, one, and none; the rest in the open.
    """
    count, std, needed = dice.integer(least, least + 1), dice.number(0.03, 0.3), dice.integer(6, 14)
    columns = torch.arange(count) % 3
    modes = torch.stack([columns, torch.arange(count) // 3], dim=1) * 40 * std + dice.normal(2)
    wanted = [needed + dice.integer(3, 9), needed, needed - 1, 1, 0]
    wanted += [dice.choice((1, needed, 2 * needed)) for _ in range(count - len(wanted))]
    rows = []
    for mode, inside in zip(modes, wanted, strict=True):
        rows.append(
            _ring(mode, inside, std, 2.2, 2.75, dice)
        )  # in reach, outside 2σ and, squared, outside 3σ
        rows.append(_ring(mode, dice.integer(1, 3), std, 3.4, 3.8, dice, diagonal=True))  # in the box only
    axis = torch.tensor([[1.0, 0.0], [0.0, -1.0], [-1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    rows.append(modes[1] + dice.number(3.4, 3.8) * std * axis)  # outside circle and box
    # One sample in each gap between the radii that wrong rules use, and two beyond all of them.
    gaps = (0.5, 1.25, 1.6, 1.87, 5.0, 7.5, 10.5, 13.0)
    rows += [_ring(modes[0], 1, std, far, far + 0.05, dice) for far in gaps]
    rows.append(modes[0] - torch.tensor([[60.0, 0.0], [0.0, 70.0]]))
    samples = torch.cat(rows)
    return (
        samples[torch.randperm(len(samples), generator=torch.Generator().manual_seed(dice.seed_for()))],
        modes,
        std,
        needed,
    )


def _ring(
    mode: torch.Tensor, n: int, std: float, low: float, high: float, dice: Dice, diagonal: bool = False
) -> torch.Tensor:
    """N points between low and high standard deviations from a mode."""
    angle = dice.uniform(n, high=2 * torch.pi)
    if diagonal:
        angle = torch.pi / 4 + (angle // (torch.pi / 2)) * torch.pi / 2 + 0.05 * torch.sin(angle)
    far = dice.uniform(n, low=low, high=high) * std
    return mode + far[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)


def _read(value: Any) -> Any:
    """Read three numbers from whatever holds them; anything else comes back as it is."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor) and value.numel() == 3:
        value = list(value.reshape(-1))
    if not isinstance(value, list | tuple) or len(value) != 3:
        return value
    numbers = [as_float(v) for v in value]
    return value if None in numbers else numbers


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for scene in range(3):
        samples, modes, std, needed = _scene(dice, least=9 if scene == 1 else 6)
        if scene == 2:  # one mode, and the usual 20 as default
            for count in (20, 19):
                inside = _ring(modes[0], count, std, 0.0, 2.7, dice)
                few = torch.cat([inside, modes[0] + 9 * std * torch.ones(3, 2)])
                seen[f"default {count}"] = _read(student.call(NAME, few, modes[:1], std).value)
        else:
            seen[f"scene {scene}"] = _read(student.call(NAME, samples, modes, std, needed).value)
    return seen


def _counts_only(student: Student, dice: Dice) -> Observation:
    whole = _play(student, dice)
    return {name: value[:2] if isinstance(value, list) else value for name, value in whole.items()}


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    samples, modes, std, needed = _scene(Dice(dice.seed))
    value = student.call(NAME, samples, modes, std, needed).value
    three = isinstance(_read(value), list)
    sheet.insist(three, "returns three numbers", "wrong_type", f"returned {type_text(value)}")
    judge_inputs_kept(student, sheet, NAME, samples, modes, std, needed)
    counts = Duel(NAME, "both counts", _counts_only, _right)
    whole = Duel(NAME, "counts and share", _play, _right, RIVALS, _text)
    if counts.agrees(student, dice) and not whole.agrees(student, dice):
        sheet.passed("both counts")
        named = Duel(NAME, "share of good samples", _play, _right, GOOD_RIVALS)
        if any(named._behaves_like(r, _play(student, Dice(dice.seed)), dice) for r in GOOD_RIVALS):
            named.judge(student, dice, sheet)
        sheet.miss("share of good samples", "good_wrong")
        return
    whole.judge(student, dice, sheet)


def _text(student: Student) -> str:
    modes = torch.tensor([[0.0, 0.0], [5.0, 0.0], [0.0, 5.0]])
    samples = torch.cat([modes[:1].repeat(20, 1), modes[1:2] + 0.2, torch.full((4, 2), 9.0)])
    value = _read(student.call(NAME, samples, modes, 0.1, 20).value)
    if not isinstance(value, list):
        return ""
    told = ", ".join(f"{v:.2f}" for v in value)
    return f"20 samples on one mode, 1 near another, 4 far from all three: yours {told}, wanted 1, 2, 0.84"


Make = Callable[..., Counts]


def _radius(factor: float, power: float = 2.0) -> Make:
    return lambda s, m, std, needed=20: _counts(_within(s, m, factor * std, power), needed)


def _nearest(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    which = torch.linalg.vector_norm(samples[:, None] - modes, dim=2).argmin(dim=1)
    return _counts(torch.nn.functional.one_hot(which, len(modes)).bool(), needed)


def _nearest_and_good(samples: torch.Tensor, modes: torch.Tensor, std: float, needed: int = 20) -> Counts:
    return (*_nearest(samples, modes, std, needed)[:2], _right(samples, modes, std, needed)[2])


def _needed(change: Callable[[int], float]) -> Make:
    return lambda s, m, std, needed=20: _counts(_within(s, m, 3 * std), change(needed))


def _always(n: int) -> Callable[[int], float]:
    return lambda needed: n


def _shuffled(*order: int) -> Make:
    def answer(s: torch.Tensor, m: torch.Tensor, std: float, needed: int = 20) -> Any:
        three = _right(s, m, std, needed)
        return tuple(three[i] for i in order)

    return answer


def _good(change: Callable[[torch.Tensor, int], float]) -> Make:
    """Right counts with another third number, from the (n, K) table of who is within reach."""

    def answer(s: torch.Tensor, m: torch.Tensor, std: float, needed: int = 20) -> Counts:
        inside = _within(s, m, 3 * std)
        return (*_counts(inside, needed)[:2], change(inside, needed))

    return answer


def _other(change: Callable[[torch.Tensor, int], Any]) -> Make:
    return lambda s, m, std, needed=20: change(_within(s, m, 3 * std), needed)


def _of_captured(inside: torch.Tensor, needed: int) -> float:
    return float(inside[:, inside.sum(dim=0) >= needed].any(dim=1).float().mean())


GOOD_RIVALS = (
    Rival(GOOD_COUNT, _good(lambda inside, needed: float(inside.any(dim=1).sum()))),
    Rival(GOOD_COUNT, _good(lambda inside, needed: 100 * float(inside.any(dim=1).float().mean()))),
    Rival(GOOD_CAPTURED, _good(_of_captured)),
)
RIVALS = (
    Rival(ONE_CAPTURES, _needed(lambda needed: 1)),
    Rival(MORE_THAN, _needed(lambda needed: needed + 1)),
    *(Rival(NEEDED_FIXED, _needed(_always(n))) for n in (20, 10, 5, 2)),
    Rival(NO_RADIUS, _nearest),
    Rival(NO_RADIUS, _nearest_and_good),
    Rival(RADIUS, lambda s, m, std, needed=20: _counts(_within(s, m, 3.0), needed)),
    Rival(SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, (3 * std) ** 0.5), needed)),
    Rival(SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, (3 * std) ** 2), needed)),
    Rival(SQUARED, lambda s, m, std, needed=20: _counts(_within(s, m, 3**0.5 * std), needed)),
    *(Rival(RADIUS, _radius(f)) for f in (1.0, 2.0, 1.5, 4.0, 6.0, 9.0)),
    Rival(BOX, _radius(3.0, float("inf"))),
    Rival(DIAMOND, _radius(3.0, 1.0)),
    Rival(ORDER, _shuffled(1, 0, 2)),
    Rival(ORDER, _shuffled(2, 0, 1)),
    Rival(ORDER, _shuffled(2, 1, 0)),
    Rival(ORDER, _shuffled(0, 2, 1)),
    Rival(SHARES, _other(lambda i, n: (*[c / i.shape[1] for c in _counts(i, n)[:2]], _counts(i, n)[2]))),
    Rival(MISSED, _other(lambda i, n: (*[i.shape[1] - c for c in _counts(i, n)[:2]], _counts(i, n)[2]))),
    Rival(SAMPLES, _other(lambda i, n: (_counts(i, n)[0], int(i.sum()), _counts(i, n)[2]))),
    Rival(SAMPLES, _other(lambda i, n: (int(i.sum()), _counts(i, n)[1], _counts(i, n)[2]))),
)

OTHERS = (GOOD_COUNT, GOOD_CAPTURED, GOOD_WRONG, MODIFIES_INPUTS)
PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *OTHERS)),)
