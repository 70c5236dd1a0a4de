"""Probe of Algorithm 1: the order of the steps and what each of them is fed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "algorithm_1"
K_ON_G = Misconception(
    "k_on_generator",
    "The generator took the k steps, not the discriminator.",
    "Algorithm 1 trains D k times, so that it stays near its best answer, and then moves G once.",
)
NO_K = Misconception(
    "k_ignored",
    "D took one step an iteration, whatever k is.",
    "k is the number of D steps before each G step.",
)
STALE_BATCH = Misconception(
    "stale_batch",
    "D saw the same real batch in several steps.",
    "Each of the k steps draws a new minibatch: call sample_real() inside the inner loop.",
)
G_FIRST = Misconception(
    "generator_first",
    "G moved before D in an iteration.",
    "G learns from what D says. Let D take its k steps first.",
)
IN_PHASES = Misconception(
    "phases",
    "First all D steps were taken, then all G steps.",
    "The two players alternate: k steps of D, one of G, and again. A D trained to the end leaves G nothing to learn.",
)
G_INSIDE = Misconception(
    "generator_in_inner_loop",
    "G took a step after every D step.",
    "The G step stands after the inner loop, not in it: look at the indentation.",
)
COUNT = Misconception(
    "wrong_count",
    "The number of iterations is not `steps`.",
    "One iteration is k D steps and one G step; there are `steps` of them.",
)
ONLY_ONE = Misconception(
    "one_player_only",
    "Only one of the two players was trained.",
    "Both steps belong in the loop.",
)
NOT_FED = Misconception(
    "not_fed",
    "D took steps without a batch drawn from sample_real.",
    "Each D step needs data: d_step(real), with real = sample_real() just drawn.",
)
G_FED = Misconception(
    "generator_fed",
    "You handed arguments to g_step, which takes none.",
    "G never sees the data. It draws its own noise, so its step is called with empty brackets.",
)
HISTORY = Misconception(
    "wrong_history",
    "The steps are right, but the history is not the one asked for.",
    'Return {"d": [...], "g": [...]} with the number of every single step, k·steps of D and steps of G.',
    share=0.5,
)

Step = Callable[..., float]
History = dict[str, list[float]]


def _play(student: Student, dice: Dice) -> Observation:
    order: dict[str, Any] = {}
    # The first two tell k from steps and k = 1 from any other; the third is small by design.
    for run, (steps, k) in enumerate(((dice.integer(4, 5), dice.integer(2, 3)), (2, 5), (3, 1))):
        student.tape()
        _run(student, dice, steps, k)
        order[f"run {run}"] = _order(student.tape())
    return order


def _run(student: Student, dice: Dice, steps: int, k: int) -> Any:
    d_step = student.spy_call("d_step", [dice.number(0.5, 2.0) for _ in range(steps * k)])
    g_step = student.spy_call("g_step", [dice.number(2.5, 4.0) for _ in range(steps)])
    sample_real = student.spy_source("sample_real", dice.seed_for(), 2, default_n=3)
    return student.call(NAME, d_step, g_step, sample_real, steps, k).value


def _order(events: list[dict[str, Any]]) -> list[str]:
    """Write the tape as a sequence such as ["D fed batch 0", "D fed batch 1", "G"].

    Batches are numbered as D meets them, so that one drawn and never used is no mistake.
    """
    batches: list[torch.Tensor] = []
    met: list[int] = []
    order = []
    for event in events:
        if event["who"] == "sample_real":
            batches.append(event["output"])
        elif event["who"] == "g_step":
            order.append("G, given arguments" if event.get("arguments") else "G")
        elif event["who"] == "d_step":
            fed = event.get("inputs") or [None]
            which = [i for i, b in enumerate(batches) if fed[0] is not None and torch.equal(b, fed[0])]
            met += [i for i in which[:1] if i not in met]
            order.append(f"D fed batch {met.index(which[0]) if which else 'unknown'}")
    return order


def _play_history(student: Student, dice: Dice) -> Observation:
    history = _run(student, dice, dice.integer(3, 4), dice.integer(2, 3))
    if isinstance(history, dict):
        return {name: _numbers(values) for name, values in history.items() if name in ("d", "g")}
    return {"type": type_text(history)}


def _numbers(values: Any) -> Any:
    """Accept a list, a tuple, a tensor or an array of numbers as the same history."""
    if isinstance(values, NumpyValue):
        values = values.tensor
    if isinstance(values, torch.Tensor):
        return [float(v) for v in values.reshape(-1)]
    if isinstance(values, list | tuple):
        return [float(v) if isinstance(v, torch.Tensor) and v.numel() == 1 else v for v in values]
    return values


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    Duel(NAME, "order of the steps", _play, _reference, RIVALS).judge(student, dice, sheet)
    history = Duel(NAME, "history of both losses", _play_history, _reference)
    sheet.require(history.agrees(student, dice), "history of both losses", "wrong_history")


def _reference(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> History:
    history: History = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history


def _k_on_g(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        d_step(sample_real())
        for _ in range(k):
            g_step()


def _k_on_g_first(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        for _ in range(k):
            g_step()
        d_step(sample_real())


def _no_k(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        d_step(sample_real())
        g_step()


def _stale_in_iteration(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        real = sample_real()
        for _ in range(k):
            d_step(real)
        g_step()


def _stale_for_ever(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    real = sample_real()
    for _ in range(steps):
        for _ in range(k):
            d_step(real)
        g_step()


def _g_first(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        g_step()
        for _ in range(k):
            d_step(sample_real())


def _phases(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps * k):
        d_step(sample_real())
    for _ in range(steps):
        g_step()


def _phases_without_k(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        d_step(sample_real())
    for _ in range(steps):
        g_step()


def _g_inside(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps * k):
        d_step(sample_real())
        g_step()


def _total_steps(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for i in range(steps):
        d_step(sample_real())
        if (i + 1) % k == 0:
            g_step()


def _counted(extra: int) -> Callable[..., Any]:
    return lambda d_step, g_step, sample_real, steps, k: _reference(
        d_step, g_step, sample_real, steps + extra, k
    )


def _k_off(extra: int) -> Callable[..., Any]:
    return lambda d_step, g_step, sample_real, steps, k: _reference(
        d_step, g_step, sample_real, steps, k + extra
    )


def _k_on_both(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        for _ in range(k):
            d_step(sample_real())
        for _ in range(k):
            g_step()


def _same_batches(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    batches = [sample_real() for _ in range(k)]
    for _ in range(steps):
        for batch in batches:
            d_step(batch)
        g_step()


def _g_early(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for i in range(steps * k):
        d_step(sample_real())
        if i % k == 0:
            g_step()


def _k_fixed(fixed: int) -> Callable[..., Any]:
    return lambda d_step, g_step, sample_real, steps, k: _reference(d_step, g_step, sample_real, steps, fixed)


def _total_steps_early(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for i in range(steps):
        d_step(sample_real())
        if i % k == 0:
            g_step()


def _not_fed(d_step: Any, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        for _ in range(k):
            d_step()
        g_step()


def _g_fed(d_step: Step, g_step: Any, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        for _ in range(k):
            d_step(sample_real())
        g_step(sample_real())


def _d_only(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps * k):
        d_step(sample_real())


def _g_only(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        g_step()


RIVALS = (
    Rival(K_ON_G, _k_on_g),
    Rival(K_ON_G, _k_on_g_first),
    Rival(NO_K, _no_k),
    Rival(STALE_BATCH, _stale_in_iteration),
    Rival(STALE_BATCH, _stale_for_ever),
    Rival(G_FIRST, _g_first),
    Rival(IN_PHASES, _phases),
    Rival(IN_PHASES, _phases_without_k),
    Rival(G_INSIDE, _g_inside),
    Rival(COUNT, _total_steps),
    Rival(COUNT, _counted(1)),
    Rival(COUNT, _counted(-1)),
    Rival(COUNT, lambda d, g, s, steps, k: _reference(d, g, s, 1, k)),
    Rival(COUNT, _total_steps_early),
    Rival(COUNT, lambda d, g, s, steps, k: _reference(d, g, s, k, steps)),
    Rival(COUNT, lambda d, g, s, steps, k: _reference(d, g, s, 0, k)),
    Rival(NO_K, _k_off(1)),
    Rival(NO_K, _k_off(-1)),
    *(Rival(NO_K, _k_fixed(k)) for k in (2, 3, 4, 5, 10)),
    Rival(K_ON_G, _k_on_both),
    Rival(STALE_BATCH, _same_batches),
    Rival(G_FIRST, _g_early),
    Rival(NOT_FED, _not_fed),
    Rival(G_FED, _g_fed),
    Rival(ONLY_ONE, _d_only),
    Rival(ONLY_ONE, _g_only),
)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), HISTORY)),)
