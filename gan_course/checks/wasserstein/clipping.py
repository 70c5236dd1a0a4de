"""Check of one critic step with clipped weights: the step, then the bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, exercise_check, number, python_float
from gan_course.checks.stand_ins import Loss, leave_gradients, linear, snapshot
from gan_course.checks.wasserstein.left_alone import ready

_LR, _C, _OLD = 0.1, 0.5, 50.0
_REAL = torch.tensor([[2.0, 0.0], [1.0, -1.0], [3.0, 2.0]])
_FAKE = torch.tensor([[0.0, 1.0], [-1.0, 3.0]])
# Loss = 2·mean f(fake) − mean f(real): slope of the weights 2·(−½, 2) − (2, ⅓), of the bias 2 − 1.
_SLOPE = torch.tensor([-3.0, 4.0 - 1.0 / 3.0, 1.0])
_START = torch.tensor([0.4, -0.3, 0.45])
_STEPPED = _START - _LR * _SLOPE
_WANTED = _STEPPED.clamp(-_C, _C)


def _critic() -> nn.Linear:
    return linear([_START[:2].tolist()], [float(_START[2])])


@exercise_check
def clipped_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one step on a critic with three weights; one of them has to be clipped, and one bias later."""
    critic, loss = _critic(), Loss(-1.0, 2.0)
    optimizer = torch.optim.SGD(critic.parameters(), lr=_LR)
    leave_gradients(critic, _OLD)
    returned = report.call(answer, critic, optimizer, _REAL.clone(), _FAKE.clone(), loss, _C)
    report.require(
        bool(loss.seen),
        "the loss you were handed was never called",
        "The step works for any loss: use the argument `loss`, not a function from another cell.",
    )
    _values(report, loss.seen[-1])
    _weights(report, snapshot(critic))
    _biases(report, answer)
    wanted = float(2 * loss.seen[-1][1].mean() - loss.seen[-1][0].mean())
    value = python_float(report, returned)
    report.expect(
        close(value, wanted),
        "returns the loss as a Python float",
        f"returns {number(value)}, but the loss was {number(wanted)}",
        "Hand back the loss of this step, as it was before the weights moved.",
    )
    ready(report, critic)


def _values(report: Report, seen: list[Tensor]) -> None:
    real, fake = (x @ _START[:2] + _START[2] for x in (_REAL, _FAKE))
    if len(seen) == 2 and close(seen[0], real) and close(seen[1], fake):
        report.passed("the loss gets the critic's values of the real samples, then of the fakes")
        return
    teach = "The critic judges both batches as they came, and nothing changes its values or weights before."
    if len(seen) == 2 and close(seen[0], fake) and close(seen[1], real):
        teach = "Real and fake have changed places: the loss takes the real values first."
    elif len(seen) == 2 and close(seen[0], torch.sigmoid(real)):
        teach = "A sigmoid stands between critic and loss. A critic's height is used as it is."
    report.failed("the loss was not given the critic's values of the real samples and of the fakes", teach)


def _weights(report: Report, weights: Tensor) -> None:
    gradient = _SLOPE.clamp(-_C, _C)
    scaled = _SLOPE * _C / _SLOPE.norm()
    # How the weights look after other orders of the same lines.
    if close(weights, _WANTED):
        report.passed("one step down the loss, then every weight within ±c")
        return
    if any(close(weights, _START - _LR * g) for g in (gradient, scaled)):
        text = "the gradients were clipped, not the weights"
        teach = "That limits how far one step goes. The weights can still grow, step by step, without bound."
    elif bool((weights.abs() > _C + 1e-6).any()):
        text = f"after the step the largest weight is {number(weights.abs().max(), 3)}, wanted at most {_C}"
        teach = "The bound must hold when you are done. Do you clip the parameter itself, and after the step?"
    elif close(weights, _START.clamp(-_C, _C)):
        text, teach = "the critic took no step", "Backward fills the gradients; something must then use them."
    elif close(weights, (_START - _LR * gradient).clamp(-_C, _C)):
        text = "the gradients were clipped as well"
        teach = "Only the weights are bounded here; the optimiser gets the gradient as it is."
    elif close(weights, (_STEPPED - _LR * _OLD).clamp(-_C, _C)):
        text = "the critic was carried away by an old gradient"
        teach = "backward() adds to the gradients that are there, and an earlier step left some. Clear them."
    elif close(weights, (_START + _LR * _SLOPE).clamp(-_C, _C)):
        text, teach = "the critic went uphill", "The loss is to be minimised; is there a minus sign too many?"
    else:
        text = "the weights are not those of one step, each moved to the nearest number in [−c, c]"
        teach = "A weight that lies within the bounds is left alone, and c comes from the argument."
    report.failed(text, teach)


def _biases(report: Report, answer: Callable[..., Any]) -> None:
    """A critic of two layers, nearly all of whose weights and biases have to be clipped."""
    first, last = linear([[-3.0, 0.1]], [2.0]), linear([[4.0]], [-5.0])
    critic = nn.Sequential(first, last)
    optimizer = torch.optim.SGD(critic.parameters(), lr=1e-6)
    report.call(answer, critic, optimizer, _REAL.clone(), _FAKE.clone(), Loss(-1.0, 2.0), 0.25)
    report.expect(
        close(snapshot(critic), torch.tensor([-0.25, 0.1, 0.25, 0.25, -0.25])),
        "weights and biases of all layers, on both sides, and with another c",
        f"weights −3, 0.1, bias 2, and in the second layer 4 and −5, clipped at c = 0.25: yours "
        f"{_list(snapshot(critic))}, wanted −0.25, 0.10, 0.25, 0.25, −0.25",
        "All of the critic's parameters, between −c and +c, with the c of this call.",
    )


def _list(values: Tensor) -> str:
    return ", ".join(number(v, 2) for v in values)
