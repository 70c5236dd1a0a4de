"""Probes of the fast gradient sign method, away from a label and towards one.

Source: Goodfellow, Shlens and Szegedy (2014), https://arxiv.org/abs/1412.6572, section 4; the targeted
form is the one of Kurakin et al. (2016), https://arxiv.org/abs/1611.01236, with a class of one's choice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, type_text
from gan_grading.probes.a08_adversarial_examples.worlds import (
    CLASSES,
    LEAVES_CLEAN,
    Model,
    Weights,
    clear_case,
    judge_leaves_clean,
    labels,
    pictures,
    slope,
)
from gan_grading.probes.probe import Duel, Judge, Observation, Probe, Rival, misconceptions_of

Move = Callable[[torch.Tensor, float], torch.Tensor]
Slope = Callable[[Model, torch.Tensor, torch.Tensor], torch.Tensor]

DESCENDS = Misconception(
    "descends",
    "Your step goes down the loss: it makes the model surer of the right answer.",
    "An untargeted attack wants the loss of the true label to grow. Which sign goes uphill?",
)
CLIMBS = Misconception(
    "climbs",
    "Your step moves away from the target: the loss of the wished-for class grows.",
    "The model should come to say the target, so the loss of the target has to fall.",
)
SIGN_MISSING = Misconception(
    "sign_missing",
    "The step is not ε in every pixel: it follows the size of the gradient.",
    "Only the direction of each pixel's slope counts; the box allows every pixel its full ε.",
)
NO_CLAMP = Misconception(
    "no_clamp",
    "Some pixels lie outside the range of a picture.",
    "A pixel whiter than white is no picture. Bring the result back into low..high.",
    share=0.5,
)
FIXED_RANGE = Misconception(
    "fixed_range",
    "The result is not kept within the range given, low to high.",
    "The function takes low and high as arguments: pixels may run from −1 to 1, or from 0 to 255.",
    share=0.5,
)
EPSILON = Misconception(
    "epsilon_ignored",
    "The size of the step is not ε.",
    "The sign is +1 or −1 in each pixel; how far may a pixel move?",
)
CHANGE_ONLY = Misconception(
    "perturbation_only",
    "You return the perturbation without the picture.",
    "The attacked picture is x plus the perturbation.",
)
PREDICTED = Misconception(
    "predicted_label",
    "Your attack uses the class the model predicts in place of the class it was given.",
    "The class is an argument of the function. Where it differs from the prediction, so does the slope.",
)
OTHER_LOSS = Misconception(
    "other_loss",
    "The direction is not that of the cross-entropy's slope.",
    "J is the cross-entropy of the model's logits and the class given. Does your loss take logits or probabilities?",
)
ONE_FOR_ALL = Misconception(
    "one_for_all",
    "All pictures, or all pixels, get the same step.",
    "Each pixel of each picture has a slope of its own. What was averaged before the sign was taken?",
)
CLAMPED_CHANGE = Misconception(
    "clamped_change",
    "The perturbation was brought into the range of pixels, not the picture.",
    "η may be negative. It is x + η that has to be a picture.",
)
IDLE_PIXEL = Misconception(
    "nan_where_flat",
    "Where the slope is exactly 0 your result is not a number, or moves too far.",
    "g / |g| is 0/0 where g = 0, which happens at dark borders and for a model that is very sure. What is the sign of 0?",
    share=0.5,
)
WRONG_SHAPE = Misconception(
    "wrong_shape",
    "The result has not the shape of x.",
    "One attacked picture for every picture given: (N, 1, H, W) goes in and comes out.",
)


def _cases(dice: Dice) -> list[tuple[Weights, torch.Tensor, torch.Tensor, float, tuple[float, ...]]]:
    """Models, pictures, classes, ε, and the range; without a range the default of 0 to 1 counts."""
    ranges: list[tuple[int, tuple[float, ...]]] = [
        (4, ()),
        (1, (0.0, 1.0)),
        (7, (-1.0, 1.0)),
        (3, (dice.number(-2.5, -1.5), dice.number(1.5, 2.5))),
    ]
    cases = []
    for n, limits in ranges:
        low, high = limits or (0.0, 1.0)
        weights = Weights.drawn(dice)
        x, y = clear_case(dice, weights, n, low, high)
        cases.append((weights, x, y, dice.number(0.08, 0.3) * (high - low), limits))
    return cases


def _experiment(name: str) -> Callable[[Student, Dice], Observation]:
    def play(student: Student, dice: Dice) -> Observation:
        return {
            f"case {i}": student.call(name, weights.spy(student), x, y, epsilon, *limits).value
            for i, (weights, x, y, epsilon, limits) in enumerate(_cases(dice))
        }

    return play


def _attack(
    direction: float = 1.0,
    move: Move = lambda g, e: e * g.sign(),
    of: Slope = slope,
    limit: Callable[..., torch.Tensor] = torch.clamp,
) -> Callable[..., torch.Tensor]:
    """One sign step, or one of its mistakes."""

    def answer(
        model: Model, x: torch.Tensor, y: torch.Tensor, epsilon: float, low: float = 0.0, high: float = 1.0
    ) -> torch.Tensor:
        return limit(x + direction * move(of(model, x, y), epsilon), low, high)

    return answer


def _per_picture(g: torch.Tensor, size: Callable[[torch.Tensor], torch.Tensor]) -> torch.Tensor:
    return size(g.flatten(1)).reshape(-1, 1, 1, 1)


def _of(loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]) -> Slope:
    """The slope of another loss of the logits."""

    def gradient(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        leaf = x.detach().clone().requires_grad_(True)
        return torch.autograd.grad(loss(model(leaf), y), leaf)[0]

    return gradient


def _predicted(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope(model, x, model(x).argmax(dim=1))


MEAN_SLOPE: Slope = _of(F.cross_entropy)
NO_SIGN: tuple[tuple[Move, Slope], ...] = (
    (lambda g, e: e * g, MEAN_SLOPE),
    (lambda g, e: e * g, slope),
    (lambda g, e: e * g / _per_picture(g, lambda r: r.norm(dim=1)), slope),
    (lambda g, e: e * g / _per_picture(g, lambda r: r.abs().amax(dim=1)), slope),
    (lambda g, e: e * g / g.norm(), slope),
    (lambda g, e: e * g / g.abs().max(), slope),
    (lambda g, e: g.clamp(-e, e), slope),
    (lambda g, e: g.clamp(-e, e), MEAN_SLOPE),
    (lambda g, e: e * torch.tanh(g), slope),
    (lambda g, e: e * torch.tanh(g), MEAN_SLOPE),
    (lambda g, e: e * (g > 0).float(), slope),
)
OTHER_LOSSES: tuple[Callable[[torch.Tensor, torch.Tensor], torch.Tensor], ...] = (
    lambda logits, y: F.cross_entropy(logits.softmax(dim=1), y),
    lambda logits, y: F.cross_entropy(logits.log_softmax(dim=1).exp(), y),
    lambda logits, y: F.nll_loss(logits, y),
    lambda logits, y: F.nll_loss(logits.softmax(dim=1), y),
    lambda logits, y: F.mse_loss(logits, F.one_hot(y, CLASSES).to(logits.dtype)),
    lambda logits, y: F.mse_loss(logits.softmax(dim=1), F.one_hot(y, CLASSES).to(logits.dtype)),
    lambda logits, y: F.binary_cross_entropy_with_logits(logits, F.one_hot(y, CLASSES).to(logits.dtype)),
    lambda logits, y: logits.sum(),
    lambda logits, y: logits.amax(dim=1).sum(),
    lambda logits, y: -logits.amax(dim=1).sum(),
)
SHARED: tuple[Move, ...] = (
    lambda g, e: e * g.mean(dim=0, keepdim=True).sign(),
    lambda g, e: e * g.sum().sign(),
    lambda g, e: e * _per_picture(g, lambda r: r.mean(dim=1)).sign(),
    lambda g, e: e * g[:1].sign(),
)
FIXED_LIMITS: tuple[Callable[..., torch.Tensor], ...] = (
    lambda t, low, high: t.clamp(0.0, 1.0),
    lambda t, low, high: t.clamp(-1.0, 1.0),
    lambda t, low, high: t.clamp(max=high),
    lambda t, low, high: t.clamp(min=low),
    lambda t, low, high: t.clamp(0.0, high),
)


def _free(t: torch.Tensor, low: float, high: float) -> torch.Tensor:
    return t


def _change(direction: float, limited: bool) -> Callable[..., torch.Tensor]:
    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        step = direction * e * slope(model, x, y).sign()
        return step.clamp(low, high) if limited else step

    return answer


def _fixed_size(size: float, g: torch.Tensor, epsilon: float) -> torch.Tensor:
    return size * g.sign()


def _scaled(by: float, g: torch.Tensor, epsilon: float) -> torch.Tensor:
    return by * epsilon * g.sign()


def _change_clamped(
    direction: float, model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0
) -> torch.Tensor:
    moved: torch.Tensor = x + (direction * e * slope(model, x, y).sign()).clamp(low, high)
    return moved


def _rivals(right: float, wrong_way: Misconception) -> Sequence[Rival]:
    """Every mistake of a sign step whose right direction is ``right``."""
    fixed = (0.007, 0.01, 0.03, 0.1, 0.15, 0.2, 0.3, 1.0)
    return (
        Rival(wrong_way, _attack(-right)),
        Rival(wrong_way, _attack(-right, limit=_free)),
        Rival(NO_CLAMP, _attack(right, limit=_free)),
        *(Rival(FIXED_RANGE, _attack(right, limit=limit)) for limit in FIXED_LIMITS),
        *(Rival(wrong_way, _attack(-right, limit=limit)) for limit in FIXED_LIMITS[:2]),
        *(
            Rival(SIGN_MISSING, _attack(way, move, of, limit))
            for way in (right, -right)
            for move, of in NO_SIGN
            for limit in (torch.clamp, _free)
        ),
        *(Rival(EPSILON, _attack(right, partial(_fixed_size, size))) for size in fixed),
        *(Rival(EPSILON, _attack(right, partial(_scaled, by))) for by in (0.5, 2.0, 1 / 255)),
        Rival(EPSILON, _attack(right, lambda g, e: g.sign(), limit=_free)),
        *(Rival(CHANGE_ONLY, _change(way, limited)) for way in (right, -right) for limited in (False, True)),
        *(
            Rival(PREDICTED, _attack(way, of=_predicted, limit=limit))
            for way in (right, -right)
            for limit in (torch.clamp, _free)
        ),
        *(Rival(OTHER_LOSS, _attack(way, of=_of(loss))) for way in (right, -right) for loss in OTHER_LOSSES),
        *(Rival(ONE_FOR_ALL, _attack(right, move)) for move in SHARED),
        *(Rival(CLAMPED_CHANGE, partial(_change_clamped, way)) for way in (right, -right)),
    )


def _judge(name: str, right: float, rivals: Sequence[Rival]) -> Judge:
    play = _experiment(name)

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        weights, x, y = Weights.drawn(dice), pictures(dice, 3), labels(dice, 3)
        value = student.call(name, weights.spy(student), x, y, 0.1).value
        tensor = insist_tensor(sheet, value, "returns pictures")
        sheet.insist(
            tensor.shape == x.shape, "returns pictures", "wrong_shape", f"returned {type_text(value)}"
        )
        Duel(name, "the attacked pictures", play, _attack(right), rivals).judge(student, dice, sheet)
        _judge_idle(name, student, dice, sheet)
        judge_leaves_clean(student, sheet, dice, lambda model, x, y: (name, [model, x, y, 0.1]))

    return judge


def _judge_idle(name: str, student: Student, dice: Dice, sheet: Sheet) -> None:
    """A pixel without any influence may stay, or move within the box; it may not become NaN."""
    weights, epsilon = Weights.drawn(dice, idle=3), 0.2
    x, y = pictures(dice, 4), labels(dice, 4)
    value = student.call(name, weights.spy(student), x, y, epsilon).value
    tensor = insist_tensor(sheet, value, "pixels without a slope")
    near = is_finite(tensor) and bool(((tensor - x).abs() <= epsilon + 1e-4).all())
    sheet.require(near, "pixels without a slope", "nan_where_flat")


def _probe(name: str, right: float, wrong_way: Misconception) -> Probe:
    rivals = _rivals(right, wrong_way)
    own = (*misconceptions_of(rivals), IDLE_PIXEL, WRONG_SHAPE, *LEAVES_CLEAN, MODIFIES_INPUTS)
    return Probe(name, _judge(name, right, rivals), own)


PROBES = (_probe("fgsm", 1.0, DESCENDS), _probe("targeted_fgsm", -1.0, CLIMBS))
