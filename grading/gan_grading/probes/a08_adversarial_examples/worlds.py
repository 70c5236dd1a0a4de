"""A small classifier of pictures with known weights, and pictures on which every slope has a clear sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import judge_inputs_kept

Model = Callable[[torch.Tensor], torch.Tensor]
ROWS, COLUMNS, CLASSES = 3, 4, 5
PIXELS = ROWS * COLUMNS
GRADIENTS_LEFT = Misconception(
    "gradients_left",
    "Your attack leaves its gradients in the model's parameters.",
    "loss.backward() fills every .grad it meets, the parameters' too, and the next training step would use them. "
    "torch.autograd.grad asks for one gradient alone.",
    share=0.3,
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "What you return still hangs on a graph.",
    "An attacked picture is data: detach it, or memory and time grow with every step that uses it.",
    share=0.25,
)
MODEL_CHANGED = Misconception(
    "model_changed",
    "Your attack leaves the model in another state: other weights, another mode, or frozen.",
    "Attacking is looking. Whatever you switch in the model, switch back before you return.",
    share=0.5,
)
LEAVES_CLEAN = (GRADIENTS_LEFT, KEEPS_GRAPH, MODEL_CHANGED)


@dataclass(frozen=True)
class Weights:
    """Two linear layers: pixels to hidden units, tanh, to logits."""

    first: torch.Tensor
    first_bias: torch.Tensor
    second: torch.Tensor
    second_bias: torch.Tensor

    @classmethod
    def drawn(cls, dice: Dice, idle: int = 0) -> Weights:
        """Draw them; the first ``idle`` pixels have no influence at all."""
        hidden = dice.integer(5, 7)
        first = dice.normal(hidden, PIXELS, scale=0.5)
        first[:, :idle] = 0.0
        return cls(first, dice.normal(hidden, scale=0.3), dice.normal(CLASSES, hidden), dice.normal(CLASSES))

    def logits(self, x: torch.Tensor) -> torch.Tensor:
        """What the classifier says, (N, 5)."""
        hidden = torch.tanh(x.flatten(1) @ self.first.T + self.first_bias)
        return hidden @ self.second.T + self.second_bias

    def spy(self, student: Student) -> Ref:
        """Make the same network in the student's process, in evaluation mode."""
        layers = [
            ("flatten",),
            ("linear", self.first, self.first_bias),
            ("tanh",),
            ("linear", self.second, self.second_bias),
        ]
        model = student.spy_module("model", layers)
        student.is_training(model, switch_to=False)
        return model


def slope(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """∇ₓ of the cross-entropy of each picture, shape of x."""
    leaf = x.detach().clone().requires_grad_(True)
    return torch.autograd.grad(F.cross_entropy(model(leaf), y, reduction="sum"), leaf)[0]


def pictures(dice: Dice, n: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
    """Pictures (n, 1, 3, 4); every fifth pixel or so is quite black or quite white."""
    x = dice.uniform(n, 1, ROWS, COLUMNS, low=low, high=high)
    fate = dice.uniform(n, 1, ROWS, COLUMNS)
    return torch.where(fate < 0.1, low, torch.where(fate > 0.9, high, x))


def labels(dice: Dice, n: int) -> torch.Tensor:
    """Labels (n,), in no relation to the pictures."""
    return torch.tensor([dice.integer(0, CLASSES - 1) for _ in range(n)])


def clear_case(
    dice: Dice, weights: Weights, n: int, low: float, high: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures and labels whose slopes are all far enough from 0 that rounding cannot turn a sign."""
    for _ in range(200):
        x, y = pictures(dice, n, low, high), labels(dice, n)
        slopes = slope(weights.logits, x, y).abs()
        if bool((slopes > 3e-3 * slopes.mean()).all()):
            break
    return x, y


def judge_leaves_clean(
    student: Student,
    sheet: Sheet,
    dice: Dice,
    attack: Callable[[Ref, torch.Tensor, torch.Tensor], tuple[str, list[Any]]],
) -> None:
    """Require that an attack leaves model and pictures as they were, and returns plain numbers.

    Args:
        student: the handle.
        sheet: where findings go.
        dice: for a model and pictures.
        attack: returns the exercise's name and the arguments of a call, from model, pictures and labels.
    """
    drawn = Weights.drawn(dice)
    x, y = pictures(dice, 4), labels(dice, 4)
    clean, same = True, True
    for old in (None, dice.number(0.5, 1.5)):
        model = drawn.spy(student)
        if old is not None:
            student.set_gradients(model, old)
        before = student.state(model)
        name, arguments = attack(model, x, y)
        answer = student.call(name, *arguments)
        after = student.parameters(model)
        clean = clean and all(_clean(p.gradient, old) for p in after)
        state = student.state(model)
        same = same and all(torch.equal(before[k], state[k]) for k in before)
        same = same and all(p.trainable for p in after) and not student.is_training(model)
        sheet.require(not answer.attached, "returns plain numbers", "keeps_graph")
    sheet.require(clean, "leaves no gradients behind", "gradients_left")
    sheet.require(same, "leaves the model as it was", "model_changed")
    name, arguments = attack(drawn.spy(student), x, y)
    judge_inputs_kept(student, sheet, name, *arguments)


def _clean(gradient: torch.Tensor | None, old: float | None) -> bool:
    """Whether a gradient is gone, zero, or what it was before."""
    if gradient is None or not bool(gradient.any()):
        return True
    return old is not None and bool(torch.allclose(gradient, torch.full_like(gradient, old)))
