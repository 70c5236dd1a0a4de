"""How the benchmarks measure: contestants take turns in one process, and medians are compared.

A machine's speed drifts while other things run on it; taking turns lets the drift hit all alike, and a
ratio within one turn is steadier than a ratio of two totals.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

Contestant = Callable[[int], object]  # does so many steps


def interleave(
    contestants: Mapping[str, Contestant],
    steps: Mapping[str, int],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, list[float]]:
    """Let each contestant do its steps in every round, and return seconds a step, by round.

    The order turns by one from round to round, so that nobody always runs after the same neighbour.
    """
    for name, run in contestants.items():  # warm up: allocators, caches, lazy initialisation
        run(max(1, steps[name] // 10))
    names = list(contestants)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            begin = clock()
            contestants[name](steps[name])
            seconds[name].append((clock() - begin) / steps[name])
    return seconds


def ratio(slow: list[float], fast: list[float]) -> float:
    """Return the median over rounds of how many times as long the first took."""
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))


def parser(description: str) -> argparse.ArgumentParser:
    """Return a parser with the options all benchmarks share."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    made.add_argument("--threads", type=int, default=None, help="threads torch may use")
    return made


def report(result: Mapping[str, Any], as_json: bool) -> None:
    """Print the result, for a machine or for a person."""
    if as_json:
        print(json.dumps(result))
        return
    width = max(len(name) for name in result)
    for name, value in result.items():
        print(f"{name:<{width}}  {value:.4g}" if isinstance(value, float) else f"{name:<{width}}  {value}")
