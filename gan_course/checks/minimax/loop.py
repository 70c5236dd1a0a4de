"""Check of Algorithm 1: the order of the steps, fresh batches, and the history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.framework import Report, describe, exercise_check

_MOST_EVENTS = 500


class _Game:
    """Two steps and a data source that write down when they were called."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.batches: list[int] = []
        self.drawn = 0

    def note(self, event: str) -> None:
        if len(self.events) >= _MOST_EVENTS:
            raise RuntimeError(f"more than {_MOST_EVENTS} steps were taken where a few were asked")
        self.events.append(event)

    def sample_real(self) -> Tensor:
        self.drawn += 1
        return torch.full((4, 2), float(self.drawn))

    def d_step(self, real: Tensor) -> float:
        self.note("D")
        self.batches.append(int(real[0, 0]))
        return 100.0 + len(self.batches)

    def g_step(self) -> float:
        self.note("G")
        return 200.0 + self.events.count("G")


@exercise_check
def algorithm_1(report: Report, answer: Callable[..., Any]) -> None:
    """Check the loop for k = 1 and k = 3 with steps that only keep a record."""
    for steps, k in ((3, 1), (2, 3)):
        game = _Game()
        history = report.call(answer, game.d_step, game.g_step, game.sample_real, steps, k)
        if not _order(report, game.events, steps, k):
            return
        _batches(report, game, steps, k)
        if not _history(report, history, steps, k):
            return


def _order(report: Report, events: list[str], steps: int, k: int) -> bool:
    wanted = ("D" * k + "G") * steps
    yours = "".join(events)
    if yours == wanted:
        report.passed(f"steps={steps}, k={k}: the players move in the order {_spaced(wanted, k)}")
        return True
    if yours == ("D" + "G" * k) * steps:
        teach = "k counts the steps of D before each single step of G; yours gives them to G."
    elif yours == ("DG" * k) * steps:
        teach = "G moves once an iteration, after D's k steps: is its step indented too far?"
    elif yours == "D" * (k * steps) + "G" * steps:
        teach = "D finishes all its steps before G begins. The players take turns in every iteration."
    elif yours == ("G" + "D" * k) * steps:
        teach = "G moved first. D must judge the present fakes before G can learn from its judgement."
    else:
        teach = "In each of the iterations: D's k steps, then one of G."
    report.failed(f"steps={steps}, k={k}: order {yours or 'empty'}, wanted {wanted}", teach)
    return False


def _spaced(order: str, k: int) -> str:
    return " ".join(order[i : i + k + 1] for i in range(0, len(order), k + 1))


def _batches(report: Report, game: _Game, steps: int, k: int) -> None:
    fresh = len(set(game.batches)) == steps * k
    report.expect(
        fresh,
        f"each of D's {steps * k} steps saw a fresh batch of data",
        f"D's {steps * k} steps saw only {len(set(game.batches))} different batches of data",
        "Where does the paper's algorithm draw its minibatch: once, once an iteration, or once a step of D?",
    )


def _history(report: Report, history: object, steps: int, k: int) -> bool:
    if not isinstance(history, dict) or not {"d", "g"} <= set(history):
        keys = f" with keys {sorted(map(str, history))}" if isinstance(history, dict) else ""
        report.failed(
            f'returned {describe(history)}{keys}, wanted a dict with keys "d" and "g"',
            "A list of what d_step returned and a list of what g_step returned.",
        )
        return False
    wanted = {"d": [101.0 + i for i in range(steps * k)], "g": [201.0 + i for i in range(steps)]}
    right = all(_same(history[name], wanted[name]) for name in wanted)
    report.expect(
        right,
        f"the history holds {steps * k} losses of D and {steps} of G, in order",
        f"the history holds {_length(history['d'])} values of D and {_length(history['g'])} of G, "
        f"wanted the {steps * k} and {steps} numbers the steps returned",
        "Keep every number a step hands back.",
    )
    return right


def _same(values: object, wanted: list[float]) -> bool:
    return isinstance(values, list | tuple) and list(values) == wanted


def _length(values: object) -> str:
    return str(len(values)) if isinstance(values, list | tuple) else "no list"
