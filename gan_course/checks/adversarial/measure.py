"""Check of robust accuracy: six samples whose fate is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gan_course.checks.adversarial.stand_in_models import Attack, Linear
from gan_course.checks.framework import Report, close, describe, exercise_check, number

# The model says the index of the brightest of three pixels; the fourth only fills the square.
_EYE = torch.tensor([[1.0, 0, 0, 0], [0, 1.0, 0, 0], [0, 0, 1.0, 0]])
_LABELS = torch.tensor([0, 1, 2, 0, 1, 2])


def _pictures(*said: int, dark: float = 0.2) -> Tensor:
    rows = torch.full((len(said), 4), dark)
    rows[torch.arange(len(said)), torch.tensor(said)] = 0.9
    rows[:, 3] = 0.1 * torch.arange(1, len(said) + 1)  # no two pictures are alike
    return rows.reshape(-1, 1, 2, 2)


_CLEAN = _pictures(0, 1, 2, 0, 1, 0)  # the last one is read wrongly from the start
_FIRST = _pictures(0, 2, 2, 0, 1, 0, dark=0.21)  # the second falls
_SECOND = _pictures(0, 1, 0, 0, 1, 0, dark=0.22)  # the third falls
_SIGNS = (
    (0.6, "Did you leave out the sample that is wrong without an attack? All N of them count."),
    (4 / 5, "Did you leave out the sample that is wrong without an attack? All N of them count."),
    (5 / 6, "That is the accuracy without an attack, or of samples that survived one restart of the two."),
    (
        4 / 6,
        "Each restart broke another sample, so two fell in all. Keep count of each sample over the restarts, "
        "instead of averaging or comparing accuracies.",
    ),
    (50.0, "A share between 0 and 1 is asked for, not percent."),
    (3.0, "That is a count. Divide by N."),
)


@exercise_check
def robust_accuracy(report: Report, answer: Callable[..., Any]) -> None:
    """Check one restart and two, the mode of the model during and after, and the labels."""
    resting = Linear(_EYE).eval()
    one = _call(report, answer, resting, Attack(_CLEAN, _FIRST), 1)
    report.expect(
        close(one, 4 / 6),
        "one restart: 4 of 6 samples stand",
        f"one restart, 4 of 6 samples stand: yours {number(one, 3)}, wanted 0.667",
        next((t for v, t in _SIGNS if close(one, v)), _SIGNS[-1][1] if one > 1 else _ERRORS),
    )
    model, attack = Linear(_EYE).train(), Attack(_CLEAN, _FIRST, _SECOND)
    two = _call(report, answer, model, attack, 2)
    report.expect(
        close(two, 0.5),
        "two restarts: a sample has to survive both",
        f"two restarts, 3 of 6 samples survive both: yours {number(two, 3)}, wanted 0.500",
        next((t for v, t in _SIGNS if close(two, v)), "Call the attack once a restart, on x each time."),
    )
    report.expect(
        not any(attack.modes) and not any(model.modes),
        "attacks and judges in evaluation mode",
        "the model was attacked or judged in training mode",
        "With dropout on, each call meets another network. eval() switches it off.",
    )
    report.expect(
        model.training and not resting.training,
        "hands the model back in the mode in which it came",
        "the model did not come back in the mode in which it came",
        "A measurement in the middle of training must not change it: remember model.training.",
    )


_ERRORS = "Count, for every sample, whether the model is right on what the attack returns."


def _call(report: Report, answer: Callable[..., Any], model: Linear, attack: Attack, restarts: int) -> float:
    value = report.call(answer, model, attack, _CLEAN.clone(), _LABELS.clone(), restarts)
    report.require(
        bool(attack.calls), "the attack you were handed was never called", "It takes model, x and y."
    )
    single = isinstance(value, float | int | np.generic) and not isinstance(value, bool)
    single = single or (isinstance(value, Tensor) and value.numel() == 1)
    report.require(single, f"returned {describe(value)}, wanted a number between 0 and 1")
    return float(value)
