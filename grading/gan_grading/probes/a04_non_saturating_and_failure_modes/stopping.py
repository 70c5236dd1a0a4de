"""Probe of the stopping rule: when to stop, and which checkpoint to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import as_float, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "when_to_stop"
TIES = Misconception(
    "ties_count",
    "A score that only equals the best one counts as a new best in yours.",
    "A new best must be higher. An equal score keeps the earlier checkpoint.",
)
LATE = Misconception(
    "stops_late",
    "You stop one evaluation too late.",
    "Stop as soon as the best score lies `patience` evaluations back: i − best ≥ patience.",
)
EARLY = Misconception(
    "stops_early",
    "You stop one evaluation too early.",
    "`patience` evaluations without a new best are needed: i − best ≥ patience.",
)
COMPARES_PREVIOUS = Misconception(
    "compares_with_previous",
    "You compare each score with the one before it, not with the best so far.",
    "A run can recover a little from one evaluation to the next and still be far below its best.",
)
LOWER_IS_BETTER = Misconception(
    "lower_is_better",
    "You keep the lowest score.",
    "The scores are shares of good samples: higher is better.",
)
NEVER_STOPS = Misconception(
    "never_stops",
    "You never stop before the last evaluation.",
    "The rule exists to save the time after the best. Leave the loop when patience has run out.",
)
FUTURE = Misconception(
    "looks_ahead",
    "You keep a checkpoint from after the moment you stopped.",
    "When training stops, later scores do not exist yet: only those up to the stop may be looked at.",
)
BEST_IS_STOP = Misconception(
    "keeps_the_last",
    "You keep the checkpoint at which you stopped, not the best one.",
    "By the time you stop, the best score lies `patience` evaluations back.",
)
FIRST_FALL = Misconception(
    "stops_at_first_fall",
    "You stop the first time the score is not a new best, whatever `patience` is.",
    "GAN scores jump about. Patience says how many evaluations to wait for a new best.",
)
NOT_RESET = Misconception(
    "counter_not_reset",
    "You count all evaluations without a new best, not those in a row.",
    "A new best starts the waiting again from 0.",
)
PATIENCE_FIXED = Misconception(
    "patience_ignored",
    "Your rule does not follow the argument `patience`.",
    "Use the argument: the check may try another number than the example.",
)
ORDER = Misconception(
    "order",
    "You return (best, stop).",
    "The evaluation at which you stop comes first.",
)
SCORE = Misconception(
    "score_not_index",
    "You return a score where an index is asked for.",
    "The checkpoint is named by its number, counted from 0.",
)
FROM_ONE = Misconception(
    "counts_from_one",
    "Your evaluations are counted from 1.",
    "The first score is number 0, as everywhere in Python.",
)
ZERO_START = Misconception(
    "starts_from_zero",
    "Your first best score is a number you made up (such as 0).",
    "Scores may be negative. Let the first score be the first best.",
)
NO_END = Misconception(
    "end_missing",
    "When patience never runs out, you do not stop at the last evaluation.",
    "A run that keeps improving ends with its last evaluation: its number is len(scores) − 1.",
)
MIN_DELTA = Misconception(
    "small_steps_ignored",
    "A new best that is only a little higher does not count in yours.",
    "Higher is higher: the rule asks for no least improvement.",
)
MODIFIES = Misconception(
    "modifies_scores",
    "Your function changes the list it was given.",
    "Whoever calls it still needs the scores: sort or pop a copy, or only read.",
    share=0.5,
)

Rule = Callable[[Sequence[float], int], Any]


def _right(scores: Sequence[float], patience: int) -> tuple[int, int]:
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best


def _read(value: Any) -> Any:
    """Read two numbers from whatever holds them; anything else comes back as it is."""
    if isinstance(value, NumpyValue):
        value = value.tensor
    if isinstance(value, torch.Tensor) and value.numel() == 2:
        value = list(value.reshape(-1))
    if not isinstance(value, list | tuple) or len(value) != 2:
        return value
    numbers = [as_float(v) for v in value]
    return value if None in numbers else numbers


def _climb(dice: Dice, patience: int) -> list[float]:
    """Scores that rise with falls shorter than patience, meet a tie, then fall, half recover, and rise too late."""
    score, scores = dice.number(0.1, 0.2), []
    for _ in range(dice.integer(2, 4)):
        scores.append(score)
        low = score - dice.number(0.05, 0.09)
        scores += [low + 0.01 * j for j in range(dice.integer(1, patience - 1))]
        score += dice.number(0.02, 0.08)
    scores.append(score)
    rest = [score - dice.number(0.1, 0.2) + 0.005 * j * (-1) ** j for j in range(patience + 1)]
    rest[dice.integer(0, patience - 2)] = score  # the tie
    scores += rest
    return [round(s, 4) for s in [*scores, score + 0.3, score + 0.2, score + 0.5]]


def _series(dice: Dice) -> list[tuple[list[float], int]]:
    patience = dice.integer(3, 4)
    rising = sorted(dice.number(-0.9, 0.9) + 0.001 * i for i in range(dice.integer(5, 8)))
    falling = [-s for s in rising]
    short = [dice.number(0.2, 0.3), dice.number(0.5, 0.6), dice.number(0.1, 0.2)]
    below = [-dice.number(0.5, 0.6), -dice.number(0.2, 0.3), -dice.number(0.7, 0.8), -dice.number(0.4, 0.45)]
    return [
        (_climb(dice, patience), patience),
        (_climb(dice, 5), 5),
        (rising, 2),
        (falling, 2),
        (short, 6),
        ([*below, -0.9, -0.95, -0.1], 3),
        ([dice.number(0.1, 0.9)], 2),
        ([0.5, 0.5000002, 0.4, 0.3, 0.2], 3),  # as close as a rule in float32 can still tell apart
        ([0.3, 0.2, 0.4, 0.1, 0.5], 1),
    ]


def _play(student: Student, dice: Dice) -> Observation:
    series = _series(dice)
    return {f"series {i}": _read(student.call(NAME, *case).value) for i, case in enumerate(series)}


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    scores = [0.1, 0.4, 0.3, 0.2, 0.1]
    value = student.call(NAME, scores, 2).value
    two = isinstance(_read(value), list)
    sheet.insist(two, "returns two numbers", "wrong_type", f"returned {type_text(value)}")
    Duel(NAME, "when to stop and what to keep", _play, _right, RIVALS, _text).judge(student, dice, sheet)
    after = student.twice(NAME, scores, 2).after
    sheet.require(after[0] == scores, "leaves the scores alone", "modifies_scores")


def _text(student: Student) -> str:
    value = _read(student.call(NAME, [0.1, 0.5, 0.3, 0.5, 0.2, 0.9], 3).value)
    if not isinstance(value, list):
        return ""
    told = ", ".join(f"{v:g}" for v in value)
    return f"scores 0.1, 0.5, 0.3, 0.5, 0.2, 0.9 with patience 3: yours ({told}), wanted (4, 1)"


def _general(
    better: Callable[[float, float], bool] = lambda new, best: new > best,
    enough: Callable[[int, int], bool] = lambda waited, patience: waited >= patience,
) -> Rule:
    def rule(scores: Sequence[float], patience: int) -> tuple[int, int]:
        best = 0
        for i, score in enumerate(scores):
            if better(score, scores[best]):
                best = i
            if enough(i - best, patience):
                return i, best
        return len(scores) - 1, best

    return rule


def _by_more_than(least: float) -> Callable[[float, float], bool]:
    return lambda new, best: new > best + least


def _previous(scores: Sequence[float], patience: int, strict: bool = False) -> tuple[int, int]:
    best, waited = 0, 0
    for i in range(1, len(scores)):
        best = i if scores[i] > scores[best] else best
        fell = scores[i] < scores[i - 1] if strict else scores[i] <= scores[i - 1]
        waited = waited + 1 if fell else 0
        if waited >= patience:
            return i, best
    return len(scores) - 1, best


def _argmax(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=lambda i: scores[i])


def _not_reset(scores: Sequence[float], patience: int) -> tuple[int, int]:
    best, waited = 0, 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best]:
            best = i
        else:
            waited += 1
        if waited >= patience:
            return i, best
    return len(scores) - 1, best


def _from_zero(start: float) -> Rule:
    def rule(scores: Sequence[float], patience: int) -> tuple[int, int]:
        best, value = 0, start
        for i, score in enumerate(scores):
            if score > value:
                best, value = i, score
            if i - best >= patience:
                return i, best
        return len(scores) - 1, best

    return rule


def _then(change: Callable[[Sequence[float], int, int], Any]) -> Rule:
    return lambda scores, patience: change(scores, *_right(scores, patience))


def _no_end(make: Callable[[Sequence[float], int], Any]) -> Rule:
    """The right rule with another answer where patience never runs out."""

    def rule(scores: Sequence[float], patience: int) -> Any:
        stop, best = _right(scores, patience)
        return (stop, best) if stop - best >= patience else make(scores, best)

    return rule


RIVALS = (
    Rival(TIES, _general(better=lambda new, best: new >= best)),
    Rival(LATE, _general(enough=lambda waited, patience: waited > patience)),
    Rival(EARLY, _general(enough=lambda waited, patience: waited >= patience - 1)),
    Rival(COMPARES_PREVIOUS, _previous),
    Rival(COMPARES_PREVIOUS, lambda scores, patience: _previous(scores, patience, strict=True)),
    Rival(LOWER_IS_BETTER, _general(better=lambda new, best: new < best)),
    Rival(LOWER_IS_BETTER, _general(better=lambda new, best: new <= best)),
    Rival(NEVER_STOPS, lambda scores, patience: (len(scores) - 1, _argmax(scores))),
    Rival(FUTURE, _then(lambda scores, stop, best: (stop, _argmax(scores)))),
    Rival(BEST_IS_STOP, _then(lambda scores, stop, best: (stop, stop))),
    Rival(BEST_IS_STOP, _then(lambda scores, stop, best: (best, best))),
    Rival(FIRST_FALL, _general(enough=lambda waited, patience: waited >= 1)),
    Rival(NOT_RESET, _not_reset),
    *(Rival(PATIENCE_FIXED, lambda scores, patience, n=n: _right(scores, n)) for n in (2, 3, 4, 5, 10)),
    Rival(ORDER, _then(lambda scores, stop, best: (best, stop))),
    Rival(SCORE, _then(lambda scores, stop, best: (stop, scores[best]))),
    Rival(SCORE, _then(lambda scores, stop, best: (scores[stop], scores[best]))),
    Rival(FROM_ONE, _then(lambda scores, stop, best: (stop + 1, best + 1))),
    Rival(FROM_ONE, _then(lambda scores, stop, best: (stop + 1, best))),
    *(Rival(MIN_DELTA, _general(better=_by_more_than(least))) for least in (1e-4, 1e-3, 0.01, 0.05, 0.1)),
    *(Rival(ZERO_START, _from_zero(start)) for start in (0.0, -1.0)),
    Rival(NO_END, _no_end(lambda scores, best: (len(scores), best))),
    Rival(NO_END, _no_end(lambda scores, best: (best, best))),
    Rival(NO_END, _no_end(lambda scores, best: None)),
    Rival(NO_END, _no_end(lambda scores, best: (-1, best))),
    Rival(NO_END, _no_end(lambda scores, best: (None, best))),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), MODIFIES)),)
