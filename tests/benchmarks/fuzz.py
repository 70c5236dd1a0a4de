"""Odd answers to every exercise, for a while: whatever comes back, there is a verdict.

    python -m tests.benchmarks.fuzz [--minutes 60] [--seed S] [--json] [ASSIGNMENT ...]

Each round takes an exercise, and an answer that returns something odd, or that does the right thing and then
spoils it: another shape, another dtype, another container, NaN, a number of 400 digits, an error. An exercise
left ungraded is a fault of the grader's. The seed is printed, so that a round can be played again.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import nn

from gan_course.exercises.run import Probe
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.course import find_course
from gan_grading.keys.key import Key
from gan_grading.keys.load import keys_in, probe_of
from gan_grading.keys.run import run_probe
from gan_grading.selfcheck.trial import quiet

Change = Callable[[Any], Any]


class Liar:
    """An object whose methods do not keep what they promise."""

    def __float__(self) -> float:
        raise RuntimeError("not today")

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __len__(self) -> int:
        return 10**9

    def __str__(self) -> str:
        raise ValueError("no text")


ODD: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "NaN": lambda: float("nan"),
    "10**400": lambda: 10**400,
    "empty list": list,
    "list of None": lambda: [None] * 8,
    "text": lambda: "value \ud800 \x1b[2J",
    "nested": lambda: [[[[[]]]]] * 3,
    "deep": lambda: _deep(200),
    "dictionary": lambda: {"d": [], 1: 2},
    "keys of text": lambda: {"d": [None], "g": "x"},
    "liar": Liar,
    "class": lambda: Liar,
    "generator": lambda: (i for i in range(3)),
    "module": lambda: nn.Linear(2, 2),
    "module without forward": nn.Module,
    "module class": lambda: nn.Linear,
    "lambda": lambda: lambda *a: None,
    "fraction": lambda: Fraction(1, 3),
    "complex": lambda: 1j,
    "complex tensor": lambda: torch.ones(3, dtype=torch.complex64),
    "float8": lambda: torch.ones(3).to(torch.float8_e4m3fn),
    "sparse": lambda: torch.eye(3).to_sparse(),
    "meta": lambda: torch.ones(3, device="meta"),
    "bool tensor": lambda: torch.tensor([True, False]),
    "empty tensor": lambda: torch.empty(0),
    "no columns": lambda: torch.empty(4, 0),
    "infinite tensor": lambda: torch.full((7,), float("inf")),
    "numpy objects": lambda: np.array([object(), None], dtype=object),
    "numpy text": lambda: np.array(["a"]),
    "pair": lambda: (torch.ones(3), None),
    "three": lambda: (1, "2", torch.ones(2, 2)),
    "parameter": lambda: nn.Parameter(torch.ones(2, 3)),
}
SPOILED: dict[str, Change] = {
    "in a list": lambda v: [v],
    "twice": lambda v: (v, v),
    "as text": str,
    "as numbers": lambda v: v.tolist(),
    "as numpy": lambda v: v.detach().numpy(),
    "double": lambda v: v.double(),
    "half": lambda v: v.half(),
    "whole": lambda v: v.long(),
    "transposed": lambda v: v.mT,
    "one dimension more": lambda v: v[None],
    "flat": lambda v: v.reshape(-1),
    "first only": lambda v: v[0],
    "doubled": lambda v: torch.cat([v, v]),
    "expanded": lambda v: v.expand(2, *v.shape),
    "NaN": lambda v: v * float("nan"),
    "huge": lambda v: v * 1e38 * 1e3,
    "complex": lambda v: v + 0j,
    "attached": lambda v: v.detach().requires_grad_(),
    "parts turned": lambda v: v[::-1],
    "without": lambda v: None,
    "error": lambda v: 1 // 0,
    "stop": lambda v: next(iter(())),
    "exit": lambda v: (_ for _ in ()).throw(SystemExit),
}


def _deep(levels: int) -> Any:
    value: Any = 0.0
    for _ in range(levels):
        value = [value]
    return value


@dataclass
class Found:
    """What a while of fuzzing came to.

    Attributes:
        rounds: answers judged.
        ungraded: a line for each that was left ungraded.
        slowest: seconds of the slowest round, and which one it was.
    """

    rounds: int = 0
    ungraded: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def answers(key: Key, chance: random.Random) -> Iterator[tuple[str, Any]]:
    """Yield odd answers to one exercise for ever, each with a name."""
    while True:
        if chance.random() < 0.4 or not callable(key.right):
            name, make = chance.choice(list(ODD.items()))
            yield name, (make() if not callable(key.right) else lambda *a, make=make, **k: make())
        else:
            name, change = chance.choice(list(SPOILED.items()))
            after = chance.choice((0, 0, 1, 3))
            yield f"right, then {name} after {after} calls", _spoiled(key.right, change, after)


def _spoiled(right: Callable[..., Any], change: Change, after: int) -> Callable[..., Any]:
    calls = 0

    def answer(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        value = right(*args, **kwargs)
        return change(value) if calls > after else value

    return answer


def fuzz(keys: Sequence[tuple[str, Key]], seconds: float, seed: int) -> Found:
    """Judge odd answers for so many seconds.

    Args:
        keys: with the names of their assignments.
        seconds: of wall time; the round that is being played then is finished.
        seed: of everything that is drawn.
    """
    chance, found = random.Random(seed), Found()
    judged: list[tuple[str, Probe, Iterator[tuple[str, Any]]]] = [
        (f"{assignment}/{key.exercise}", probe_of(key), answers(key, chance)) for assignment, key in keys
    ]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        where, probe, odd = chance.choice(judged)
        name, answer = next(odd)
        hidden, began = chance.randrange(2**31), time.monotonic()
        with quiet():
            student = Student(DirectChannel({probe.exercise: answer}))
            result = run_probe(probe, student, 10.0, [hidden])
        taken = time.monotonic() - began
        found.rounds += 1
        if result.points is None:
            found.ungraded.append(f"{where}, {name}, seed {hidden}: {result.note}")
        if taken > found.slowest[0]:
            found.slowest = (round(taken, 2), f"{where}, {name}")
    return found


def keys_of(names: Sequence[str] = ()) -> list[tuple[str, Key]]:
    """Return every key of the course, or of some assignments."""
    chosen = find_course().select(names)
    return [(a.name, key) for a in chosen for key in keys_in(a.source.parent).values()]


def main() -> None:
    """Fuzz and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    seed = random.randrange(2**31) if arguments.seed is None else arguments.seed
    torch.set_num_threads(1)
    found = fuzz(keys_of(arguments.assignments), 60 * arguments.minutes, seed)
    if arguments.json:
        print(json.dumps({"seed": seed, **vars(found)}, indent=2))
        return
    print(f"seed {seed}: {found.rounds} answers, {len(found.ungraded)} ungraded; slowest {found.slowest}")
    print(*found.ungraded, sep="\n")


if __name__ == "__main__":
    main()
