"""Probe of the map from published pixels to the range of tanh (Radford et al. 2015, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

UNIT_RANGE = Misconception(
    "unit_range",
    "Your pixels run from 0 to 1.",
    "G ends in tanh and makes numbers from −1 to 1. A D that sees no real pixel below 0 needs no other sign of a fake.",
)
NOT_SHIFTED = Misconception(
    "not_shifted",
    "Black and white do not land on −1 and 1.",
    "Follow the two ends: where does your formula put 0, and where `highest`?",
)
INVERTED = Misconception(
    "inverted",
    "Black and white have changed places.",
    "0 is to become −1 and `highest` is to become 1: the order of brightness stays.",
)
OF_THE_BATCH = Misconception(
    "scaled_by_batch",
    "The same pixel gets another value in another batch: your formula looks at the batch's own numbers.",
    "A grey pixel must stay the same grey whatever stands beside it. The range is given: 0 to `highest`.",
)
HIGHEST_IGNORED = Misconception(
    "highest_ignored",
    "The argument `highest` does not enter your formula as it should.",
    "Scikit-learn's digits are published as 0..16, MNIST as 0..255: use the argument.",
)
OVERFLOW = Misconception(
    "overflow",
    "Bright pixels of 8-bit pictures come out dark: a number has run over the end of its type.",
    "A uint8 holds 0 to 255, and 2 · 200 in it is 144. Turn the pixels into floating-point numbers first, or divide first.",
    share=0.5,
)
WHOLE_NUMBERS = Misconception(
    "whole_numbers",
    "Shades of grey are lost: everything is rounded to whole numbers.",
    "The result must be a tensor of floating-point numbers; // and .long() throw the fraction away.",
)
SQUASHED = Misconception(
    "squashed",
    "The shades of grey are bent: equal steps in the picture are not equal steps in your result.",
    "The map from 0..highest to −1..1 is a straight line. The tanh belongs to the generator.",
)

Scale = Callable[[torch.Tensor, float], torch.Tensor]


def scale_pixels(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    """Return pixels of 0..highest as −1..1."""
    return pixels.double() / highest * 2 - 1


def _batches(dice: Dice) -> list[tuple[torch.Tensor, float]]:
    """Pictures of several types, sizes and ranges; few of them reach both ends."""
    found: list[tuple[torch.Tensor, float]] = []
    for highest, dtype in (
        (255, torch.uint8), (16, torch.float32), (255, torch.int64), (1.0, torch.float32),
        (dice.integer(20, 120), torch.uint8), (dice.number(2.0, 9.0), torch.float64),
    ):  # fmt: skip
        low, high = dice.number(0.05, 0.2), dice.number(0.8, 0.95)
        shape = (dice.integer(2, 5), 1, dice.integer(3, 6), dice.integer(3, 6))
        pixels = dice.uniform(*shape, low=low, high=high) * highest
        found.append((pixels.to(dtype), highest))
    found.append((torch.tensor([0, 255], dtype=torch.uint8), 255))
    found.append((dice.uniform(3, 1, 4, 4) * 0.9, 16))  # so dark that it could pass for another range
    found.append((dice.uniform(7, 9, low=0.1, high=0.9) * 4, 4))
    return found


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for i, (pixels, highest) in enumerate(_batches(dice)):
        value = student.call("scale_pixels", pixels, highest).value
        seen[str(i)] = value.double() if isinstance(value, torch.Tensor) else value
    return seen


def _measure(student: Student) -> str:
    value = student.call("scale_pixels", torch.tensor([0.0, 4.0, 16.0]), 16).value
    if not isinstance(value, torch.Tensor) or value.numel() != 3:
        return ""
    return "0, 4 and 16 of 16 become " + ", ".join(f"{v:.2f}" for v in value.double().reshape(-1).tolist())


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    pixels, highest = dice.uniform(3, 1, 4, 4) * 16, 16
    value = insist_tensor(sheet, student.call("scale_pixels", pixels, highest).value, "returns a tensor")
    sheet.insist(value.is_floating_point(), "returns floating-point numbers", "whole_numbers")
    Duel("scale_pixels", "the scaled pixels", _play, scale_pixels, RIVALS, _measure).judge(
        student, dice, sheet
    )
    judge_inputs_kept(student, sheet, "scale_pixels", pixels, highest)


def _by_batch(pixels: torch.Tensor, _highest: float) -> torch.Tensor:
    x = pixels.double()
    return (x - x.min()) / (x.max() - x.min()) * 2 - 1


def _by_picture(pixels: torch.Tensor, _highest: float) -> torch.Tensor:
    x = pixels.double()
    low, high = (f(x.flatten(1), dim=1).reshape(-1, *[1] * (x.ndim - 1)) for f in (torch.amin, torch.amax))
    return (x - low) / (high - low) * 2 - 1


def _standardised(pixels: torch.Tensor, _highest: float) -> torch.Tensor:
    x = pixels.double()
    return (x - x.mean()) / x.std()


def _guessed(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    return scale_pixels(pixels, highest if pixels.max() > 1 else 1.0)


def _fixed(value: float, pixels: torch.Tensor, _highest: float) -> torch.Tensor:
    return scale_pixels(pixels, value)


RIVALS = (
    Rival(UNIT_RANGE, lambda pixels, highest: pixels.double() / highest),
    Rival(OVERFLOW, lambda pixels, highest: 2 * pixels / highest - 1),
    Rival(OVERFLOW, lambda pixels, highest: (2 * pixels - highest) / highest),
    Rival(NOT_SHIFTED, lambda pixels, highest: pixels.double() / highest * 2),
    Rival(NOT_SHIFTED, lambda pixels, highest: pixels.double() / highest - 1),
    Rival(NOT_SHIFTED, lambda pixels, highest: pixels.double() / highest - 0.5),
    Rival(NOT_SHIFTED, lambda pixels, highest: (pixels.double() / highest - 1) * 2),
    Rival(NOT_SHIFTED, lambda pixels, highest: (pixels.double() - 1) / highest * 2),
    Rival(NOT_SHIFTED, lambda pixels, highest: pixels.double() * 2 - 1),
    Rival(NOT_SHIFTED, lambda pixels, highest: (pixels.double() - 0.5) / 0.5),
    Rival(NOT_SHIFTED, lambda pixels, highest: (pixels.double() - highest / 2) / highest),
    Rival(INVERTED, lambda pixels, highest: 1 - pixels.double() / highest * 2),
    Rival(OF_THE_BATCH, _by_batch),
    Rival(OF_THE_BATCH, _by_picture),
    Rival(OF_THE_BATCH, _standardised),
    Rival(OF_THE_BATCH, _guessed),
    Rival(OF_THE_BATCH, lambda pixels, highest: pixels / pixels.max() * 2 - 1),
    Rival(
        OF_THE_BATCH, lambda pixels, highest: pixels.double() / highest - (pixels.double() / highest).mean()
    ),
    Rival(OF_THE_BATCH, lambda pixels, highest: ((x := pixels.double() / highest) - x.mean()) / x.std()),
    *(Rival(HIGHEST_IGNORED, partial(_fixed, h)) for h in (255, 16, 1, 256, 15)),
    Rival(HIGHEST_IGNORED, lambda pixels, highest: pixels / (highest + 1) * 2 - 1),
    Rival(HIGHEST_IGNORED, lambda pixels, highest: (pixels.double() - 127.5) / 127.5),
    Rival(WHOLE_NUMBERS, lambda pixels, highest: (pixels // highest * 2 - 1).double()),
    Rival(WHOLE_NUMBERS, lambda pixels, highest: scale_pixels(pixels, highest).round()),
    Rival(WHOLE_NUMBERS, lambda pixels, highest: scale_pixels(pixels, highest).to(pixels.dtype)),
    Rival(SQUASHED, lambda pixels, highest: torch.tanh(pixels.double())),
    Rival(SQUASHED, lambda pixels, highest: torch.tanh(scale_pixels(pixels, highest))),
    Rival(SQUASHED, lambda pixels, highest: torch.tanh(pixels.double() / highest)),
)

PROBES = (Probe("scale_pixels", _judge, (*misconceptions_of(RIVALS), MODIFIES_INPUTS)),)
