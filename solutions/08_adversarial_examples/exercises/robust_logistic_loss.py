"""Key of the logistic loss under the worst case (Goodfellow et al. 2014, https://arxiv.org/abs/1412.6572, section 5)."""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

Loss = Callable[..., torch.Tensor]


def argument(x: Any, y: Any, w: Any, b: Any, e: float) -> torch.Tensor:
    return e * w.abs().sum() - y * (x @ w + b)


def right(x: Any, y: Any, w: Any, b: Any, e: float) -> torch.Tensor:
    return F.softplus(argument(x, y, w, b, e)).mean()


def zeta(of: Loss) -> Loss:
    """The mean of ζ of another argument."""
    return lambda x, y, w, b, e: F.softplus(of(x, y, w, b, e)).mean()


def lowered(by: Loss) -> Loss:
    """The loss of margins that are lowered by another amount."""
    return zeta(lambda x, y, w, b, e: by(w, b, e) - y * (x @ w + b))


def attacked(direction: float) -> Loss:
    """The loss at x + direction·ε·sign(w), the same for both labels."""
    return zeta(lambda x, y, w, b, e: -y * ((x + direction * e * w.sign()) @ w + b))


key = Key("robust_loss", right=right)
key.wrong(
    "epsilon_ignored",
    "The loss is the same for every ε: it is the loss of unattacked examples.",
    "The worst example in the box has a lower margin than x itself. By how much?",
    zeta(lambda x, y, w, b, e: -y * (x @ w + b)),
)
key.wrong(
    "label_on_the_norm",
    "For one of the two labels your attack helps the model: its loss falls as ε grows.",
    "The worst case lowers the margin of every example, whatever its label. Does y belong in front of ε‖w‖₁?",
    zeta(lambda x, y, w, b, e: y * (e * w.abs().sum() - (x @ w + b))),
    attacked(1.0),
    zeta(lambda x, y, w, b, e: -y * (x @ w + b + e * w.abs().sum())),
)
key.wrong(
    "attack_helps",
    "The loss falls as ε grows.",
    "The attack lowers each margin by ε‖w‖₁. What does a lower margin do to softplus(−margin)?",
    lowered(lambda w, b, e: -e * w.abs().sum()),
)
key.wrong(
    "other_norm",
    "The margin changes by another amount than in the worst case in the box.",
    "Exercise 1 says by how much a score can change: which sum over the weights is it?",
    lowered(lambda w, b, e: e * w.norm()),
    lowered(lambda w, b, e: e * w.abs().amax()),
    lowered(lambda w, b, e: e * w.abs().mean()),
    lowered(lambda w, b, e: e * (w * w).sum()),
    lowered(lambda w, b, e: e * w.sum()),
    lowered(lambda w, b, e: e * w.sum().abs()),
    lowered(lambda w, b, e: torch.tensor(e)),
    lowered(lambda w, b, e: torch.tensor(e * len(w))),
    lowered(lambda w, b, e: w.abs().sum()),
    lowered(lambda w, b, e: 2 * e * w.abs().sum()),
    lowered(lambda w, b, e: 0.5 * e * w.abs().sum()),
)
key.wrong(
    "bias_missing",
    "The bias b does not enter the margin as it should.",
    "The margin is y(wᵀx + b). The attack moves pixels, so it has no hold on b.",
    lowered(lambda w, b, e: e * (w.abs().sum() + b.abs())),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w)),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w) - b),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w) + b),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - y * (x @ w - b)),
)
key.wrong(
    "label_ignored",
    "The label does not decide which side is right.",
    "The margin y(wᵀx + b) is positive where the model is right, for either label.",
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - (x @ w + b)),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - (x @ w + b).abs()),
)
key.wrong(
    "labels_zero_one",
    "The labels are used as if they were 0 and 1.",
    "They are −1 and +1 here: which sign has y(wᵀx + b) where the model is right, and what would 0 do to it?",
    lambda x, y, w, b, e: F.binary_cross_entropy_with_logits(x @ w + b - e * w.abs().sum(), y),
    lambda x, y, w, b, e: F.binary_cross_entropy_with_logits(x @ w + b - y * e * w.abs().sum(), y),
    zeta(lambda x, y, w, b, e: e * w.abs().sum() - (2 * y - 1) * (x @ w + b)),
)
key.wrong(
    "margin_sign",
    "The loss is large where the model is right.",
    "ζ(−margin) is small for a large margin. Check with an example that is far on the right side.",
    zeta(lambda x, y, w, b, e: e * w.abs().sum() + y * (x @ w + b)),
    zeta(lambda x, y, w, b, e: y * (x @ w + b) - e * w.abs().sum()),
    lambda *a: -F.softplus(argument(*a)).mean(),
)
key.wrong(
    "clamped_pictures",
    "The worst pictures are brought back into the range from 0 to 1 before the margin is taken.",
    "The closed form knows the box alone: every pixel moves by its full ε, wherever it was.",
    lambda x, y, w, b, e: F.softplus(-y * ((x - e * y[:, None] * w.sign()).clamp(0.0, 1.0) @ w + b)).mean(),
)
key.wrong(
    "table_of_margins",
    "Every score meets every label: your margins are an (N, N) table.",
    "(N, 1) and (N,) broadcast against each other. x @ w with w of shape (d,) has the shape of y.",
    lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w[:, None] + b)).mean(),
    lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y[:, None] * (x @ w + b)).mean(),
)
key.wrong(
    "outside_the_loss",
    "ε‖w‖₁ was added to the loss, not to the margin inside it.",
    "This would be weight decay. The worst case changes the argument of ζ, so an example with a large margin hardly feels it.",
    lambda x, y, w, b, e: F.softplus(-y * (x @ w + b)).mean() + e * w.abs().sum(),
    lambda x, y, w, b, e: F.softplus(-y * (x @ w + b)).mean() + e * w.norm(),
    lambda x, y, w, b, e: F.softplus(-y * (x @ w + b)).mean() + e * (w * w).sum(),
)
key.wrong(
    "mean_inside",
    "The margins are averaged before ζ.",
    "Each example has a loss of its own: first ζ, then the mean.",
    lambda *a: F.softplus(argument(*a).mean()),
)
key.wrong(
    "hinge",
    "Your loss is a hinge, or another curve than ζ.",
    "ζ(t) = log(1 + eᵗ) is never quite 0: which function of torch.nn.functional has its name?",
    lambda *a: F.relu(1 + argument(*a)).mean(),
    lambda *a: F.relu(argument(*a)).mean(),
    lambda *a: torch.exp(argument(*a)).mean(),
    lambda *a: torch.sigmoid(argument(*a)).mean(),
    lambda *a: argument(*a).mean(),
)
key.wrong(
    "base_two",
    "Your logarithm has another base than e.",
    "ζ is written with the natural logarithm: softplus needs no factor.",
    lambda *a: right(*a) / torch.log(torch.tensor(2.0)),
)
key.also(
    MEAN_MISSING,
    lambda *a: F.softplus(argument(*a)).sum(),
    lambda *a: F.softplus(argument(*a)),
)
key.wrong(
    "fixed_batch_size",
    "Your loss divides by a fixed number, not by the number of examples.",
    "N is the number of rows that came in, and it may change from call to call.",
    *(lambda *a, n=n: F.softplus(argument(*a)).sum() / n for n in (2, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128)),
)
key.wrong(
    "part_detached",
    "No gradient flows through one part of your loss, though it does through the other.",
    "Both ‖w‖₁ and the margin change with w: detach(), .item() and float() make a constant of what they are given.",
    lambda x, y, w, b, e: F.softplus(e * w.detach().abs().sum() - y * (x @ w + b)).mean(),
    lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w + b).detach()).mean(),
    lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w + b.detach())).mean(),
    lambda x, y, w, b, e: F.softplus(e * w.abs().sum() - y * (x @ w.detach() + b)).mean(),
)
key.also(DETACHED, lambda *a: right(*a).detach())
