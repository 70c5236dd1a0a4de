"""Key of the logistic loss with its gradient, for any number of classes."""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_course.exercises.values import MEAN_MISSING
from gan_grading.keys.parts import PartsKey

Form = Callable[..., Any]
Loss = Callable[[Tensor, Tensor], Tensor]


def scores(w: Tensor, b: Tensor, x: Tensor) -> Tensor:
    return x @ w.T + b


def error(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return scores(w, b, x).softmax(1) - F.one_hot(y, len(b))


def loss(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return F.cross_entropy(scores(w, b, x), y)


def slope_w(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return error(w, b, x, y).T @ x / len(x)


def slope_b(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return error(w, b, x, y).mean(0)


def right(*given: Tensor) -> tuple[Tensor, ...]:
    return loss(*given), slope_w(*given), slope_b(*given)


def with_its_gradient(of: Loss) -> Form:
    """A loss of scores and labels with its own exact gradient: right calculus, wrong loss."""

    def form(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> tuple[Tensor, ...]:
        with torch.enable_grad():
            w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
            value = of(scores(w, b, x), y)
            slopes = torch.autograd.grad(value, [w, b], allow_unused=True)
        zeros = [torch.zeros_like(t) if g is None else g for g, t in zip(slopes, (w, b), strict=True)]
        return (value.detach(), *zeros)

    return form


def per_row(s: Tensor, y: Tensor) -> Tensor:
    return F.cross_entropy(s, y, reduction="none")


def binary(s: Tensor, y: Tensor) -> Tensor:
    return F.binary_cross_entropy_with_logits(s, F.one_hot(y, s.shape[1]).float())


def squares(s: Tensor, y: Tensor) -> Tensor:
    return ((s.softmax(1) - F.one_hot(y, s.shape[1])) ** 2).sum(1)


def picked(s: Tensor, y: Tensor) -> Tensor:
    return s.gather(1, y[:, None])


def clamped(lowest: float) -> Form:
    """The loss of probabilities that are not let below ``lowest``."""
    return lambda w, b, x, y: -picked(scores(w, b, x).softmax(1).clamp_min(lowest).log(), y).mean()


def penalised(amount: float) -> Form:
    return lambda w, b, x, y: (
        loss(w, b, x, y) + amount * (w**2).sum() / 2,
        slope_w(w, b, x, y) + amount * w,
        slope_b(w, b, x, y),
    )


key = PartsKey(
    parts=["loss", "weights_gradient", "bias_gradient"],
    right=right,
    world="logits_and_labels",
    numbers=["loss"],
    further=[{"criterion": "exact at scores of ±200", "world": "sure_logits", "otherwise": "overflows"}],
)


def wrong_loss(id: str, says: str, hint: str, *losses: Loss, share: float = 1.0) -> Any:
    """Declare losses that are wrong: with their own gradients, and beside the right ones."""
    misconception = key.wrong(id, says, hint, *map(with_its_gradient, losses), share=share)
    key.part("loss", misconception, *(lambda w, b, x, y, of=of: of(scores(w, b, x), y) for of in losses))
    return misconception


key.part("loss", MEAN_MISSING, lambda *g: per_row(scores(*g[:3]), g[3]))
key.part("loss", MEAN_MISSING, lambda *g: per_row(scores(*g[:3]), g[3]).sum())
key.also(MEAN_MISSING, with_its_gradient(lambda s, y: per_row(s, y).sum()))
SIGN = wrong_loss(
    "sign",
    "The sign is turned round.",
    "The loss is the negative log-likelihood, and its gradient is prediction minus truth: uphill.",
    lambda s, y: -per_row(s, y).mean(),
    lambda s, y: -per_row(s, y).sum(),
)
WRONG_AXIS = wrong_loss(
    "wrong_axis",
    "Softmax runs over the rows, not over the classes.",
    "The probabilities of one row, over all classes, add up to 1. Which dimension is that?",
    lambda s, y: -picked(s.log_softmax(0), y).mean(),
)
wrong_loss(
    "no_logarithm",
    "Your loss is built on probabilities or squares, without the logarithm.",
    "The likelihood of all labels is a product; its logarithm is a sum.",
    lambda s, y: -picked(s.softmax(1), y).mean(),
    lambda s, y: 1 - picked(s.softmax(1), y).mean(),
    lambda s, y: squares(s, y).mean(),
    lambda s, y: squares(s, y).mean() / 2,
)
wrong_loss(
    "one_versus_rest",
    "Each class is judged by a sigmoid of its own.",
    "The classes compete for one whole: softmax over all of them.",
    lambda s, y: binary(s, y) * s.shape[1],
    binary,
)
OVER_CLASSES = wrong_loss(
    "mean_over_classes",
    "The mean runs over classes (or features) as well.",
    "One row has one loss; the mean runs over the N rows alone.",
    lambda s, y: per_row(s, y).mean() / s.shape[1],
)
wrong_loss(
    "softmax_twice",
    "Softmax was applied twice on the way to your loss.",
    "Functions like F.cross_entropy take scores and apply it by themselves.",
    lambda s, y: F.cross_entropy(s.softmax(1), y),
)
wrong_loss(
    "not_the_label",
    "Your loss does not pick the probability of the row's own label.",
    "Of each row only −log P(label | x) counts.",
    lambda s, y: -s.log_softmax(1).sum(1).mean(),
    lambda s, y: -s.log_softmax(1).mean(),
    lambda s, y: s.logsumexp(1).mean(),
    lambda s, y: -picked(s, y).mean(),
)
wrong_loss(
    "smoothed_labels",
    "Your loss pulls towards labels that are not 0 and 1.",
    "Label smoothing is a remedy of its own; this exercise asks for the plain formula.",
    lambda s, y: F.cross_entropy(s, y, label_smoothing=0.1),
)
NO_BIAS = key.wrong(
    "bias_missing",
    "The bias plays no part in your scores.",
    "a_k = w_k·x + b_k.",
    lambda w, b, x, y: right(w, torch.zeros_like(b), x, y),
)
key.part("loss", NO_BIAS, lambda w, b, x, y: loss(w, torch.zeros_like(b), x, y))
key.wrong(
    "penalty_added",
    "A penalty on the weights has been added.",
    "The exercise asks for the plain loss; the penalty is added outside.",
    *(penalised(a) for a in (1.0, 0.5, 2.0, 0.1, 0.01, 0.02)),
)
key.part(
    "loss",
    key.wrong(
        "overflows",
        "Where the label is very unlikely, at scores of ±200, loss or gradient is infinite, NaN or cut off.",
        "The probability of the label is rounded to 0 before its logarithm is taken. log_softmax does both at once.",
        share=0.5,
    ),
    *(clamped(lowest) for lowest in (1e-3, 1e-2, 0.05, 0.1)),
)

# ---- the gradients by themselves ----------------------------------------------------------------

SUMMED = key.wrong(
    "gradient_summed",
    "A gradient grows with the size of the batch: it is not divided by N.",
    "The loss is an average over the N rows, and so is everything differentiated from it.",
    lambda *g: (loss(*g), slope_w(*g) * len(g[2]), slope_b(*g) * len(g[2])),
)
OTHER = key.wrong(
    "other_gradient",
    "Your gradient is not that of this loss: another factor, or none, multiplies the error.",
    "Chain rule: the error of class k times the derivative of a_k, which is x for the weights and 1 for the bias.",
)
NO_TRUTH = key.wrong(
    "truth_missing",
    "Your gradient is not prediction minus truth: one of the two is missing, or not a probability.",
    "Both terms of the loss have a derivative: P(k | x) from the one, −1 at the label from the other.",
)
TRANSPOSED = key.wrong(
    "transposed",
    "The gradient of the weights has shape (d, K).",
    "A gradient has the shape of what it is the gradient of: (K, d).",
    share=0.5,
)


def of_error(change: Callable[[Tensor], Tensor]) -> Form:
    """The weights' gradient with another prediction than the softmax of the scores."""
    return lambda w, b, x, y: (change(scores(w, b, x)) - F.one_hot(y, len(b))).T @ x / len(x)


def of_error_b(change: Callable[[Tensor], Tensor]) -> Form:
    return lambda w, b, x, y: (change(scores(w, b, x)) - F.one_hot(y, len(b))).mean(0)


W, B = "weights_gradient", "bias_gradient"
key.part(W, SIGN, lambda *g: -slope_w(*g), lambda *g: -slope_w(*g) * len(g[2]))
key.part(W, SUMMED, lambda *g: slope_w(*g) * len(g[2]))
key.part(W, TRANSPOSED, lambda *g: slope_w(*g).T)
key.part(
    W,
    NO_TRUTH,
    lambda w, b, x, y: scores(w, b, x).softmax(1).T @ x / len(x),
    lambda w, b, x, y: -F.one_hot(y, len(b)).float().T @ x / len(x),
    of_error(lambda s: s),
    of_error(lambda s: s.log_softmax(1)),
)
key.part(W, OVER_CLASSES, lambda *g: slope_w(*g) / len(g[1]), lambda *g: slope_w(*g) / g[2].shape[1])
key.part(W, WRONG_AXIS, of_error(lambda s: s.softmax(0)))
key.part(W, NO_BIAS, lambda w, b, x, y: slope_w(w, torch.zeros_like(b), x, y))
key.part(W, OTHER, lambda *g: slope_b(*g)[:, None].expand_as(g[0]), lambda *g: torch.zeros_like(g[0]))
key.part(B, SIGN, lambda *g: -slope_b(*g), lambda *g: -slope_b(*g) * len(g[2]))
key.part(B, SUMMED, lambda *g: slope_b(*g) * len(g[2]))
key.part(
    B,
    NO_TRUTH,
    lambda w, b, x, y: scores(w, b, x).softmax(1).mean(0),
    of_error_b(lambda s: s),
    of_error_b(lambda s: s.log_softmax(1)),
)
key.part(B, OVER_CLASSES, lambda *g: slope_b(*g) / len(g[1]), lambda *g: error(*g).mean())
key.part(B, WRONG_AXIS, of_error_b(lambda s: s.softmax(0)))
key.part(
    B,
    OTHER,
    lambda *g: torch.zeros_like(g[1]),
    lambda *g: error(*g).mean(1),
    lambda *g: slope_b(*g) * g[1],
    lambda *g: slope_w(*g).sum(1),
    lambda *g: slope_w(*g).mean(1),
)
key.also(
    NO_TRUTH,
    lambda *g: (loss(*g), of_error(lambda s: s)(*g), of_error_b(lambda s: s)(*g)),
    lambda w, b, x, y: (
        loss(w, b, x, y),
        scores(w, b, x).softmax(1).T @ x / len(x),
        scores(w, b, x).softmax(1).mean(0),
    ),
)
key.also(SIGN, lambda *g: (loss(*g), -slope_w(*g), -slope_b(*g)))
key.also(
    WRONG_AXIS,
    lambda *g: (loss(*g), of_error(lambda s: s.softmax(0))(*g), of_error_b(lambda s: s.softmax(0))(*g)),
)
key.also(OVER_CLASSES, lambda *g: (loss(*g), slope_w(*g) / len(g[1]), slope_b(*g) / len(g[1])))
