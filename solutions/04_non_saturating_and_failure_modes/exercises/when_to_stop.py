"""Key of the stopping rule: when to stop, and which checkpoint to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

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

Rule = Callable[[Sequence[float], int], Any]


def _right(scores: Sequence[float], patience: int) -> tuple[int, int]:
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best


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
    (TIES, _general(better=lambda new, best: new >= best)),
    (LATE, _general(enough=lambda waited, patience: waited > patience)),
    (EARLY, _general(enough=lambda waited, patience: waited >= patience - 1)),
    (COMPARES_PREVIOUS, _previous),
    (COMPARES_PREVIOUS, lambda scores, patience: _previous(scores, patience, strict=True)),
    (LOWER_IS_BETTER, _general(better=lambda new, best: new < best)),
    (LOWER_IS_BETTER, _general(better=lambda new, best: new <= best)),
    (NEVER_STOPS, lambda scores, patience: (len(scores) - 1, _argmax(scores))),
    (FUTURE, _then(lambda scores, stop, best: (stop, _argmax(scores)))),
    (BEST_IS_STOP, _then(lambda scores, stop, best: (stop, stop))),
    (BEST_IS_STOP, _then(lambda scores, stop, best: (best, best))),
    (FIRST_FALL, _general(enough=lambda waited, patience: waited >= 1)),
    (NOT_RESET, _not_reset),
    *((PATIENCE_FIXED, lambda scores, patience, n=n: _right(scores, n)) for n in (2, 3, 4, 5, 10)),
    (ORDER, _then(lambda scores, stop, best: (best, stop))),
    (SCORE, _then(lambda scores, stop, best: (stop, scores[best]))),
    (SCORE, _then(lambda scores, stop, best: (scores[stop], scores[best]))),
    (FROM_ONE, _then(lambda scores, stop, best: (stop + 1, best + 1))),
    (FROM_ONE, _then(lambda scores, stop, best: (stop + 1, best))),
    *((MIN_DELTA, _general(better=_by_more_than(least))) for least in (1e-4, 1e-3, 0.01, 0.05, 0.1)),
    *((ZERO_START, _from_zero(start)) for start in (0.0, -1.0)),
    (NO_END, _no_end(lambda scores, best: (len(scores), best))),
    (NO_END, _no_end(lambda scores, best: (best, best))),
    (NO_END, _no_end(lambda scores, best: None)),
    (NO_END, _no_end(lambda scores, best: (-1, best))),
    (NO_END, _no_end(lambda scores, best: (None, best))),
)


key = Key("stopping", right=_right)
for misconception, answer in RIVALS:
    key.also(misconception, answer)
