"""Check of a step of robust training: which pictures taught, and with which gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.adversarial.stand_in_models import WEIGHT, Attack, Linear, X, Y
from gan_course.checks.framework import Report, close, exercise_check, number, python_float

_LR, _OLD, _LEFT = 0.5, 5.0, 20.0
_ATTACKED = torch.tensor([[0.4, 0.6, 0.6, 0.4], [0.85, 0.15, 0.5, 0.5], [0.2, 0.88, 0.2, 0.3]]).reshape(
    X.shape
)


@exercise_check
def adversarial_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one step on a linear classifier with an attack whose outcome is known."""
    model, attack = Linear().train(), Attack(X, _ATTACKED, leaves=_LEFT)
    model.weight.grad = torch.full_like(model.weight, _OLD)
    optimizer = torch.optim.SGD(model.parameters(), lr=_LR)
    taken: list[int] = []
    optimizer.register_step_post_hook(lambda *_: taken.append(1))
    given = X.clone()
    returned = report.call(answer, model, optimizer, given, Y.clone(), attack)
    report.require(
        bool(attack.calls), "the attack you were handed was never called", "attack(model, x, y) comes first."
    )
    x, y = attack.calls[-1]
    report.expect(
        close(x, X, 1e-6) and torch.equal(y, Y),
        "attacks this batch, with its own labels",
        "the attack was not given the batch x with its labels y",
        "The order is attack(model, x, y).",
    )
    gradient, loss = _gradient(_ATTACKED)
    _moved(report, (WEIGHT - model.weight.detach()) / _LR, gradient)
    modes = [m for m, shown in zip(model.modes, model.inputs, strict=True) if close(shown, _ATTACKED, 1e-6)]
    report.expect(
        model.training and (any(modes) or not modes),
        "learns, and stays, in training mode",
        "the model learned, or was left behind, in evaluation mode",
        "Evaluation mode may serve the attack; train() belongs before the model learns.",
    )
    if not taken:
        report.failed(
            "the optimiser you were handed took no step",
            "It remembers its momentum from step to step; a new one, or an update by hand, forgets it.",
        )
    if not torch.equal(given, X):
        report.failed("the x that was given has changed", "Make a new tensor: the caller still needs x.")
    if not model.weight.requires_grad:
        report.failed("the model was left frozen", "Let its parameters go before you return.")
    value = python_float(report, returned)
    report.expect(
        close(value, loss),
        "returns the loss on the attacked pictures as a Python float",
        f"returns {number(value)}, but the loss on the attacked pictures was {number(loss)}",
        "Hand back the loss of this step, as it was before the weights moved.",
    )


def _gradient(x: Tensor) -> tuple[Tensor, float]:
    weight = WEIGHT.clone().requires_grad_()
    loss = nn.functional.cross_entropy(x.flatten(1) @ weight.T, Y)
    (gradient,) = torch.autograd.grad(loss, weight)
    return gradient, loss.item()


def _moved(report: Report, moved: Tensor, gradient: Tensor) -> None:
    if close(moved, gradient):
        report.passed("the model took one step down the loss on the attacked pictures")
        return
    clean, _ = _gradient(X)
    text = "the model moved, but not by one step down the loss on the attacked pictures"
    teach = "One attack, one cross-entropy of attacked pictures and true labels, one backward, one step."
    if not bool(moved.any()):
        text, teach = "the model did not move", "Backward fills the gradients; something must then use them."
    elif close(moved, clean):
        text = "the model learned from the clean pictures"
        teach = "What attack(model, x, y) returns is what the model has to get right."
    elif close(moved, (clean + gradient) / 2) or close(moved, clean + gradient):
        text = "the model learned from clean and attacked pictures together"
        teach = "That is another recipe. Here the attacked pictures alone are asked for."
    elif any(close(moved, gradient + old) for old in (_OLD, _LEFT, _OLD + _LEFT)):
        text = "the model was carried away by gradients that were there before"
        teach = (
            "The attack may use backward() and leave gradients in the parameters, as this one does. When is "
            "the last moment to clear them?"
        )
    elif close(moved, -gradient):
        text = "the model went uphill"
        teach = "The attack maximises over the picture; the model minimises over its weights."
    elif close(moved, 3 * gradient):
        text, teach = "the step is 3 times too long", "Is the loss averaged over the batch?"
    report.failed(text, teach)
