"""Probes of the linear model: its worst case in closed form, and the loss under it.

Source: Goodfellow, Shlens and Szegedy (2014), https://arxiv.org/abs/1412.6572, sections 3 and 5.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MEAN_MISSING,
    MODIFIES_INPUTS,
    as_float,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
    type_text,
)
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

Pair = tuple[torch.Tensor, torch.Tensor]

# ---- linear_worst_case --------------------------------------------------------------------------

UPHILL = Misconception(
    "raises_the_score",
    "Your perturbation raises wᵀx; the worst case for the score is the lowest.",
    "Look at one term wᵢηᵢ. Which ηᵢ between −ε and ε makes it smallest when wᵢ is positive?",
)
LENGTH = Misconception(
    "euclidean",
    "Your perturbation follows the length of the weights, not their signs.",
    "The box allows every pixel its full ε by itself: nothing has to be shared out between them.",
)
OTHER_NORM = Misconception(
    "other_norm",
    "The change is computed with another norm than the one that belongs to the box.",
    "Add up −ε|wᵢ| over all pixels. What is that sum called?",
)
CHANGE_SIGN = Misconception(
    "change_sign",
    "The change has the wrong sign.",
    "The score wᵀx falls, so its change is negative.",
    share=0.5,
)
NO_EPSILON = Misconception(
    "epsilon_missing",
    "Your result does not follow ε.",
    "Each pixel may move by ε, and by no more. What happens to your result when ε doubles?",
)
OUT_OF_BOX = Misconception(
    "outside_the_box",
    "A pixel with weight 0 moves by more than ε, or to no number at all.",
    "w / |w| is 0/0 where a weight is 0. There any ηᵢ within ±ε is as good as any other.",
    share=0.5,
)
NOT_A_PAIR = Misconception(
    "not_a_pair",
    "What came back is not the pair (eta, change).",
    "Return the perturbation, of the shape of w, and the change of the score, one number, in this order.",
)
WORST_SHARE = Misconception(
    "only_one_pixel",
    "Not every pixel moves.",
    "The box limits each pixel by itself, so every pixel that has a weight may do its worst.",
)


def _pair_of(student: Student, w: torch.Tensor, epsilon: float) -> Any:
    value = student.call("linear_worst_case", w, epsilon).value
    if not isinstance(value, tuple | list) or len(value) != 2:
        return None
    eta, change = (v.tensor if isinstance(v, NumpyValue) else v for v in value)
    return eta, as_float(change)


def _play_worst(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for i, d in enumerate((dice.integer(5, 9), 1, dice.integer(60, 90))):
        w = dice.normal(d, scale=dice.number(0.5, 2.0))
        seen[f"case {i}"] = list(_pair_of(student, w, dice.number(0.05, 0.4)) or (None,))
    return seen


def _judge_worst(student: Student, dice: Dice, sheet: Sheet) -> None:
    w = dice.normal(6)
    value = student.call("linear_worst_case", w, 0.1).value
    pair = isinstance(value, tuple | list) and len(value) == 2
    sheet.insist(pair, "returns a pair", "not_a_pair", f"returned {type_text(value)}")
    eta, change = value
    fits = isinstance(eta, torch.Tensor) and eta.shape == w.shape and as_float(change) is not None
    kinds = f"returned {type_text(eta)} and {type_text(change)}"
    sheet.insist(fits, "returns a pair", "not_a_pair", kinds)
    Duel("linear_worst_case", "the worst case", _play_worst, _worst, WORST_RIVALS).judge(student, dice, sheet)
    _judge_idle_pixel(student, dice, sheet)
    judge_inputs_kept(student, sheet, "linear_worst_case", dice.normal(5), 0.2)


def _judge_idle_pixel(student: Student, dice: Dice, sheet: Sheet) -> None:
    w, epsilon = dice.normal(8), 0.3
    w[2] = w[5] = 0.0
    eta, change = _pair_of(student, w, epsilon)
    inside = is_finite(eta) and bool((eta.abs() <= epsilon * 1.001).all())
    right = change is not None and abs(change + epsilon * float(w.abs().sum())) < 1e-3
    sheet.require(inside and right, "weights of 0", "outside_the_box")


def _worst(w: torch.Tensor, epsilon: float) -> Pair:
    return -epsilon * w.sign(), -epsilon * w.abs().sum()


def _with_change(eta: Callable[..., torch.Tensor]) -> Callable[..., Pair]:
    """Another perturbation, with the change that it really makes."""

    def answer(w: torch.Tensor, epsilon: float) -> Pair:
        moved = eta(w, epsilon)
        return moved, (w * moved).sum()

    return answer


def _with_eta(change: Callable[..., torch.Tensor]) -> Callable[..., Pair]:
    """The right perturbation, with another number for the change."""
    return lambda w, epsilon: (-epsilon * w.sign(), change(w, epsilon))


def _one_pixel(w: torch.Tensor, epsilon: float) -> torch.Tensor:
    only = torch.zeros_like(w)
    only[w.abs().argmax()] = 1.0
    return -epsilon * only * w.sign()


OTHER_SUMS: tuple[Callable[..., torch.Tensor], ...] = (
    lambda w, e: -e * w.norm(),
    lambda w, e: -e * w.abs().amax(),
    lambda w, e: -e * w.abs().mean(),
    lambda w, e: -e * w.sum(),
    lambda w, e: -e * w.sum().abs(),
    lambda w, e: e * w.sum(),
    lambda w, e: -e * (w * w).sum(),
    lambda w, e: torch.tensor(-e * len(w)),
)

WORST_RIVALS = (
    Rival(UPHILL, _with_change(lambda w, e: e * w.sign())),
    Rival(UPHILL, lambda w, e: (e * w.sign(), -e * w.abs().sum())),
    Rival(CHANGE_SIGN, _with_eta(lambda w, e: e * w.abs().sum())),
    Rival(LENGTH, _with_change(lambda w, e: -e * w)),
    Rival(LENGTH, _with_change(lambda w, e: -e * w / w.norm())),
    Rival(LENGTH, _with_change(lambda w, e: -e * w / w.abs().amax())),
    Rival(LENGTH, _with_change(lambda w, e: -e * w / w.abs().sum())),
    Rival(LENGTH, lambda w, e: (-e * w / w.norm(), -e * w.norm())),
    Rival(LENGTH, lambda w, e: (-e * w, -e * w.abs().sum())),
    Rival(LENGTH, lambda w, e: (-e * w / w.norm(), -e * w.abs().sum())),
    *(Rival(OTHER_NORM, _with_eta(change)) for change in OTHER_SUMS),
    Rival(NO_EPSILON, _with_change(lambda w, e: -w.sign())),
    Rival(NO_EPSILON, lambda w, e: (-w.sign(), -e * w.abs().sum())),
    Rival(NO_EPSILON, _with_eta(lambda w, e: -w.abs().sum())),
    Rival(WORST_SHARE, _with_change(_one_pixel)),
    Rival(WORST_SHARE, _with_change(lambda w, e: -e * (w > 0).float())),
    Rival(WORST_SHARE, _with_change(lambda w, e: -e * torch.ones_like(w))),
)

# ---- robust_logistic_loss -----------------------------------------------------------------------

LABEL_ON_NORM = Misconception(
    "label_on_the_norm",
    "For the label −1 your attack helps the model: the loss falls as ε grows.",
    "The worst case lowers the margin of every example, whatever its label. Does y belong in front of ε‖w‖₁?",
)
HELPS = Misconception(
    "attack_helps",
    "The loss falls as ε grows.",
    "The attack lowers each margin by ε‖w‖₁. What does a lower margin do to softplus(−margin)?",
)
IGNORES_EPSILON = Misconception(
    "epsilon_ignored",
    "The loss is the same for every ε: it is the loss of unattacked examples.",
    "The worst example in the box has a lower margin than x itself. By how much?",
)
ROBUST_NORM = Misconception(
    "other_norm",
    "The margin falls by another amount than the worst case in the box.",
    "Exercise 1 says by how much a score can change: which sum over the weights is it?",
)
LABEL_IGNORED = Misconception(
    "label_ignored",
    "The label does not decide which side is right.",
    "The margin y(wᵀx + b) is positive where the model is right, for either label.",
)
MARGIN_SIGN = Misconception(
    "margin_sign",
    "The loss is large where the model is right.",
    "ζ(−margin) is small for a large margin. Check with an example that is far on the right side.",
)
BIAS_MISSING = Misconception(
    "bias_missing",
    "The bias b does not enter the margin as it should.",
    "The margin is y(wᵀx + b). The attack moves pixels, so it has no hold on b.",
)
OVERFLOWS = Misconception(
    "overflows",
    "The loss is infinite or NaN for large margins.",
    "exp(200) does not fit into float32. Which function of torch.nn.functional computes log(1 + eᶻ) safely?",
    share=0.5,
)
OUTSIDE_AVERAGE = Misconception(
    "outside_the_loss",
    "ε‖w‖₁ was added to the loss, not to the margin inside it.",
    "This would be weight decay. The worst case changes the argument of ζ, so an example with a large margin hardly feels it.",
)


def _examples(dice: Dice, n: int, d: int) -> list[torch.Tensor]:
    x, w, b = dice.uniform(n, d), dice.normal(d, scale=0.6), dice.normal(1).reshape(())
    y = (dice.uniform(n) < 0.5).float() * 2 - 1
    if n > 1:
        y[0], y[1] = 1.0, -1.0  # both labels are there
    return [x, y, w, b]


def _play_loss(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for n, d in ((dice.integer(5, 9), 4), (1, 6), (dice.integer(20, 40), 12)):
        x, y, w, b = _examples(dice, n, d)
        slopes = student.slopes("robust_logistic_loss", x, y, w, b, dice.number(0.05, 0.5))
        value = slopes.value
        one = isinstance(value, torch.Tensor) and value.numel() == 1
        seen[f"value {n}"] = value.reshape(()) if one else value
        gradients = slopes.args
        seen[f"slope in w {n}"] = or_zeros(gradients[2], w)
        seen[f"slope in b {n}"] = or_zeros(gradients[3], b)
    return seen


def _judge_loss(student: Student, dice: Dice, sheet: Sheet) -> None:
    name = "robust_logistic_loss"
    slopes = student.slopes(name, *_examples(dice, 5, 3), 0.2)
    insist_tensor(sheet, slopes.value, "returns a tensor", number_loses_gradient=True)
    sheet.passed("returns a tensor")
    Duel(name, "value and slopes", _play_loss, _loss, LOSS_RIVALS).judge(student, dice, sheet)
    x, y = torch.tensor([[300.0], [-300.0]]), torch.tensor([1.0, 1.0])
    far = student.slopes(name, x, y, torch.tensor([1.0]), torch.tensor(0.0), 0.1)
    value = as_float(far.value)
    steady = value is not None and abs(value - 150.1) < 1.0
    finite = all(g is None or is_finite(g) for g in far.args)
    sheet.require(steady and finite, "large margins", "overflows")
    judge_inputs_kept(student, sheet, name, *_examples(dice, 4, 3), 0.2)


def _loss(x: Any, y: Any, w: Any, b: Any, epsilon: float) -> torch.Tensor:
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()


def _z(argument: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    """The mean of ζ of another argument."""
    return lambda x, y, w, b, e: F.softplus(argument(x, y, w, b, e)).mean()


def _norms(scale: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return _z(lambda x, y, w, b, e: scale(w, b, e) - y * (x @ w + b))


def _attacked(direction: float, x: Any, y: Any, w: Any, b: Any, e: float) -> torch.Tensor:
    """The loss at x + direction·ε·sign(w), the same for both labels."""
    return F.softplus(-y * ((x + direction * e * w.sign()) @ w + b)).mean()


LOSS_RIVALS = (
    Rival(IGNORES_EPSILON, _z(lambda x, y, w, b, e: -y * (x @ w + b))),
    Rival(LABEL_ON_NORM, _z(lambda x, y, w, b, e: y * (e * w.abs().sum() - (x @ w + b)))),
    Rival(LABEL_ON_NORM, partial(_attacked, 1.0)),
    Rival(LABEL_ON_NORM, _z(lambda x, y, w, b, e: -y * (x @ w + b + e * w.abs().sum()))),
    Rival(HELPS, _z(lambda x, y, w, b, e: -e * w.abs().sum() - y * (x @ w + b))),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * w.norm())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * w.abs().amax())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * w.abs().mean())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * (w * w).sum())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * w.sum())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: e * w.sum().abs())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: torch.tensor(e))),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: w.abs().sum())),
    Rival(ROBUST_NORM, _norms(lambda w, b, e: 2 * e * w.abs().sum())),
    Rival(BIAS_MISSING, _norms(lambda w, b, e: e * (w.abs().sum() + b.abs()))),
    Rival(BIAS_MISSING, _z(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w))),
    Rival(BIAS_MISSING, _z(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w) - b)),
    Rival(LABEL_IGNORED, _z(lambda x, y, w, b, e: e * w.abs().sum() - (x @ w + b))),
    Rival(MARGIN_SIGN, _z(lambda x, y, w, b, e: e * w.abs().sum() + y * (x @ w + b))),
    Rival(MARGIN_SIGN, _z(lambda x, y, w, b, e: y * (x @ w + b) - e * w.abs().sum())),
    Rival(OUTSIDE_AVERAGE, lambda x, y, w, b, e: F.softplus(-y * (x @ w + b)).mean() + e * w.abs().sum()),
    Rival(MEAN_MISSING, lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w + b)).sum()),
    Rival(MEAN_MISSING, lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w + b))),
    Rival(DETACHED, lambda *a: _loss(*a).detach()),
    Rival(DETACHED, lambda x, y, w, b, e: F.softplus(e * w.detach().abs().sum() - y * (x @ w + b)).mean()),
    Rival(DETACHED, lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w + b).detach()).mean()),
)

PROBES = (
    Probe(
        "linear_worst_case",
        _judge_worst,
        (*misconceptions_of(WORST_RIVALS), OUT_OF_BOX, NOT_A_PAIR, MODIFIES_INPUTS),
    ),
    Probe(
        "robust_logistic_loss",
        _judge_loss,
        (*misconceptions_of(LOSS_RIVALS), OVERFLOWS, BECOMES_NUMBER, MODIFIES_INPUTS),
    ),
)
