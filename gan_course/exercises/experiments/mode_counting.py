"""Counting the modes that samples hit: scenes laid out so that every plausible rule counts otherwise."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, as_numbers, judge_inputs_kept

VERSION = 1
GOOD_WRONG = Misconception(
    "good_wrong",
    "Both counts are right, the share of good samples is not.",
    "Good samples are those within reach of some mode; divide their number by the number of all samples.",
    share=0.5,
)
MISCONCEPTIONS = (GOOD_WRONG, MODIFIES_INPUTS)
NAMES = ("captured", "touched", "good")
Scene = tuple[torch.Tensor, torch.Tensor, float, int]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Count in three scenes, and with the default of ``needed``."""
    samples, modes, std, needed = _scene(inputs.again())
    value = student.call(exercise, samples, modes, std, needed).value
    three = isinstance(as_numbers(value, 3), list)
    findings.insist(three, "returns three numbers", "wrong_type", f"returned {type_text(value)}")
    judge_inputs_kept(student, findings, exercise, samples, modes, std, needed)

    def counted(student: Student, inputs: Inputs) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for what, arguments in _calls(inputs):
            numbers = as_numbers(student.call(exercise, *arguments).value, 3)
            if isinstance(numbers, list) and len(numbers) == 3:
                seen |= {f"{name}, {what}": n for name, n in zip(NAMES, numbers, strict=True)}
            else:
                seen[what] = numbers
        return seen

    def counts(student: Student, inputs: Inputs) -> Observation:
        return {name: v for name, v in counted(student, inputs).items() if not name.startswith("good")}

    hold = findings.agrees(student, inputs, "the two counts", counts)
    otherwise = "good_wrong" if hold else ""
    findings.compare(student, inputs, "both counts and the share", counted, otherwise=otherwise)


def _calls(inputs: Inputs) -> list[tuple[str, tuple[Any, ...]]]:
    """Arguments of every call, each with what it is about."""
    calls: list[tuple[str, tuple[Any, ...]]] = []
    for scene in range(2):
        # Small spreads first: at 1/3 a distance and its square are alike.
        spread = (0.1, 0.3) if scene else (0.03, 0.1)
        samples, modes, std, needed = _scene(inputs, least=9 if scene else 6, spread=spread)
        what = f"{len(samples)} samples around {len(modes)} modes, needed = {needed}"
        calls.append((what, (samples, modes, std, needed)))
    _, modes, std, _ = _scene(inputs)
    for count in (20, 19):  # one mode, and the usual 20 as default
        inside = _ring(modes[0], count, std, 0.0, 2.7, inputs)
        few = torch.cat([inside, modes[0] + 9 * std * torch.ones(3, 2)])
        calls.append((f"{count} samples on one mode, needed left out", (few, modes[:1], std)))
    calls.append(("no sample near any of two modes", (modes[:1] + 100 * std, modes[:2], std, 1)))
    return calls


def _scene(inputs: Inputs, least: int = 6, spread: tuple[float, float] = (0.03, 0.3)) -> Scene:
    """Modes far apart, and samples none of which lies near a border of any plausible rule.

    Six or seven modes (from ``least`` on), for nothing may count on eight. Around them: `needed` + some,
    exactly `needed`, `needed` − 1, one, and none; the rest in the open.
    """
    count, std, needed = inputs.integer(least, least + 1), inputs.number(*spread), inputs.integer(6, 14)
    columns = torch.arange(count) % 3
    modes = torch.stack([columns, torch.arange(count) // 3], dim=1) * 40 * std + inputs.normal(2)
    wanted = [needed + inputs.integer(3, 9), needed, needed - 1, 1, 0]
    wanted += [inputs.choice((1, needed, 2 * needed)) for _ in range(count - len(wanted))]
    rows = []
    for mode, inside in zip(modes, wanted, strict=True):
        rows.append(_ring(mode, inside, std, 2.2, 2.75, inputs))  # in reach; squared, outside of 3σ
        rows.append(
            _ring(mode, inputs.integer(1, 3), std, 3.4, 3.8, inputs, diagonal=True)
        )  # in the box only
    axis = torch.tensor([[1.0, 0.0], [0.0, -1.0], [-1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    rows.append(modes[1] + inputs.number(3.4, 3.8) * std * axis)  # outside circle and box
    # One sample in each gap between the radii that wrong rules use, and two beyond all of them.
    gaps = (0.5, 1.25, 1.6, 1.87, 5.0, 7.5, 10.5, 13.0)
    rows += [_ring(modes[0], 1, std, far, far + 0.05, inputs) for far in gaps]
    rows.append(modes[0] - torch.tensor([[60.0, 0.0], [0.0, 70.0]]))
    samples = torch.cat(rows)
    order = np.random.Generator(np.random.PCG64(inputs.seed_for())).permutation(len(samples))
    return samples[torch.from_numpy(order)], modes, std, needed


def _ring(
    mode: torch.Tensor, n: int, std: float, low: float, high: float, inputs: Inputs, diagonal: bool = False
) -> torch.Tensor:
    """N points between low and high standard deviations from a mode."""
    angle = inputs.uniform(n, high=2 * torch.pi)
    if diagonal:
        angle = torch.pi / 4 + (angle // (torch.pi / 2)) * torch.pi / 2 + 0.05 * torch.sin(angle)
    far = inputs.uniform(n, low=low, high=high) * std
    return mode + far[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)
