"""What the keys of binary cross-entropy share: costs of the two labels, and everything that goes wrong with them."""

import math
from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys.key import Key
from gan_grading.keys.losses import FIXED_BATCH

Cost = Callable[[torch.Tensor], torch.Tensor]
Form = Callable[..., torch.Tensor]

SIGN = Misconception(
    "sign",
    "You return the mean log-likelihood itself; minimising it makes the predictions worse.",
    "A likelihood is to be large, a loss is to be small.",
)
ONE_SIGN = Misconception(
    "one_sign",
    "The samples of one label enter your loss with the wrong sign.",
    "Both logarithms are of probabilities, so both are negative: one minus in front serves both.",
)
LABELS_SWAPPED = Misconception(
    "labels_swapped",
    "A sample of label 1 is charged as if its label were 0, and the other way round.",
    "Put y = 1 into the formula: which of the two logarithms is left?",
)
ONE_TERM = Misconception(
    "one_term",
    "Only the samples of one label count in your loss.",
    "Put y = 0 and then y = 1 into the formula: each leaves another term.",
)
TWO_MEANS = Misconception(
    "two_means",
    "You take a mean for each label and put the two together.",
    "The likelihood is a product over all samples alike: one mean over all N of them.",
)
LIKELIHOOD = Misconception(
    "likelihood",
    "You return a likelihood: the logarithm is missing.",
    "Logarithms turn the product over samples into a sum that a computer can hold.",
)
SQUARED = Misconception(
    "squared",
    "Your loss is a distance between prediction and label, not the cross-entropy.",
    "Follow the likelihood of a coin: its logarithm has no square.",
)
WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "The exercise asks for nats: torch.log is the natural logarithm, log2 and log10 are not.",
)
LABEL_TERM = Misconception(
    "label_term",
    "The part of your formula that holds the label is missing or has the wrong sign.",
    "log(1 + e^a) is the cost of label 0. What changes for label 1?",
)
SHAPES_MIXED = Misconception(
    "shapes_mixed",
    "Your loss is right for shapes (N,) alone: it changes, or stops, where predictions, labels or both have shape (N, 1).",
    "Between (N, 1) and (N,) torch makes an N×N table where every sample meets every label. Give both one shape first.",
    share=0.5,
)
UNDERFLOWS = Misconception(
    "product_underflows",
    "The loss or its slope is NaN or infinite on a large batch.",
    "A product of 2,000 probabilities is 0 in floating point. Take logarithms first, then add.",
    share=0.5,
)
SIZES = (2, 3, 4, 5, 7, 8, 10, 12, 16, 32, 64, 100, 128, 300)


def mean_of(one: Cost, zero: Cost) -> Form:
    """Return the loss with these costs for labels 1 and 0: one mean over all samples."""
    return lambda x, y: costs(one, zero, x, y).mean()


def costs(one: Cost, zero: Cost, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Return what every sample costs, in the shape of ``x``."""
    y = y.reshape(x.shape)
    return y * one(x) + (1 - y) * zero(x)


def labels(size: Any) -> dict[str, Any]:
    """Labels to draw."""
    return {"draw": "labels", "shape": [size]}


def parts(name: str, worked: list[float], drawn: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the parts that both losses have: sizes and slopes, then mixed shapes.

    Args:
        name: of a prediction, for students.
        worked: predictions of the case worked by hand, whose labels are 1, 0, 1, 1.
        drawn: how predictions are drawn, without their shape.
    """

    def case(on: str, size: Any, columns: tuple[bool, bool] = (False, False)) -> dict[str, Any]:
        x, y = {**drawn, "shape": ["N"]}, labels("N")
        given = [{**one, "column": column} for one, column in zip((x, y), columns, strict=True)]
        return {"on": on, "given": given, "sizes": {"N": size}, "slopes": [0]}

    by_hand = {
        "on": f"{name} ({', '.join(f'{w:g}' for w in worked)}) with labels (1, 0, 1, 1)",
        "given": [{"is": worked}, {"is": [1.0, 0.0, 1.0, 1.0]}],
        "slopes": [0],
    }
    return [
        {
            "criterion": "value and slopes",
            "cases": [
                by_hand,
                case("7 samples", 7),
                case("1 sample", 1),
                case("a larger batch", {"hidden": 24, "public": 14}),
            ],
        },
        {
            "criterion": "mixed shapes",
            "cases": [
                case("columns of both", 12, (True, True)),
                case("a column of predictions and a row of labels", 9, (True, False)),
                case("a row of predictions and a column of labels", 9, (False, True)),
                case("a column of 1 prediction and a row of 1 label", 1, (True, False)),
            ],
            "otherwise": SHAPES_MIXED.id,
            "named": False,
            "goes_on": True,
        },
        {
            "criterion": "a batch of 2,000",
            "cases": [case("2,000 samples", 2_000)],
            "finite": True,
            "otherwise": UNDERFLOWS.id,
            "named": False,
            "goes_on": True,
        },
    ]


def add_slips(key: Key, one: Cost, zero: Cost) -> None:
    """Add everything that can be done with one mean but the right costs."""
    key.also(SIGN, mean_of(lambda x: -one(x), lambda x: -zero(x)))
    key.also(LABELS_SWAPPED, mean_of(zero, one))
    key.also(ONE_TERM, mean_of(one, torch.zeros_like), mean_of(torch.zeros_like, zero))
    key.also(LABELS_SWAPPED, mean_of(lambda x: -zero(x), lambda x: -one(x)))
    key.also(LABEL_TERM, mean_of(zero, zero), mean_of(one, one))
    key.also(LABEL_TERM, mean_of(lambda x: 2 * zero(x) - one(x), zero))
    key.also(ONE_SIGN, mean_of(one, lambda x: -zero(x)), mean_of(lambda x: -one(x), zero))


def add_reductions(key: Key, one: Cost, zero: Cost) -> None:
    """Add everything that can be done with the right costs but the right mean."""

    def means(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return one(x[y == 1]).mean() + zero(x[y == 0]).mean()

    def each(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return costs(one, zero, x, y)

    key.also(MEAN_MISSING, lambda x, y: each(x, y).sum(), each)
    key.also(SIGN, lambda x, y: -each(x, y).sum(), lambda x, y: -each(x, y))

    def halves(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return means(x, y) / 2 if 0 < y.sum() < y.numel() else each(x, y).mean()

    key.also(TWO_MEANS, means, lambda x, y: means(x, y) / 2, lambda x, y: -means(x, y), halves)
    key.also(ONE_TERM, lambda x, y: one(x[y == 1]).mean(), lambda x, y: zero(x[y == 0]).mean())
    key.also(
        LIKELIHOOD,
        lambda x, y: torch.exp(-each(x, y).sum()),
        lambda x, y: -torch.exp(-each(x, y).sum()),
        lambda x, y: -torch.exp(-each(x, y)).mean(),
        lambda x, y: 1 - torch.exp(-each(x, y)).mean(),
    )
    key.also(
        WRONG_BASE,
        lambda x, y: each(x, y).mean() / math.log(2),
        lambda x, y: each(x, y).mean() / math.log(10),
    )
    key.also(FIXED_BATCH, *(lambda x, y, n=n: each(x, y).sum() / n for n in SIZES))
    key.also(DETACHED, lambda x, y: each(x, y).mean().detach())
    key.also(SHAPES_MIXED)
    key.also(UNDERFLOWS)


def add_sums(key: Key) -> None:
    """Add each slip declared so far with a sum in place of the mean."""
    for known in list(key.mistakes):
        key.also(known.misconception, lambda x, y, form=known.answer: form(x, y) * x.numel())
