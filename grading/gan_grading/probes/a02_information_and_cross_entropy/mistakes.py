"""How a binary cross-entropy can be wrong: what a grader says, and the wrong losses to recognise it by."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import MEAN_MISSING
from gan_grading.probes.a02_information_and_cross_entropy.distributions import Form

SIGN = Misconception(
    "sign",
    "You return the mean log-likelihood itself; minimising it makes the predictions worse.",
    "A likelihood is to be large, a loss is to be small.",
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
EXTRA_SIGMOID = Misconception(
    "extra_sigmoid",
    "A sigmoid is applied to what is a probability already.",
    "Functions with 'logits' in their name apply σ by themselves. What comes in here has been through it.",
)
ARGUMENTS_SWAPPED = Misconception(
    "arguments_swapped",
    "You take the logarithm of the labels and weigh by the predictions.",
    "A label is 0 or 1, and one of its two logarithms is −∞. Which of the two says what happened, which what was expected?",
)
EXPECTS_PROBABILITIES = Misconception(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "A logit is any real number; its probability is σ(a).",
)
SIGMOID_TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "A function that takes logits applies σ by itself: give it the logits as they are.",
)
NOT_STABLE_FORM = Misconception(
    "unbalanced_exponent",
    "Your stable form is right for logits of one sign only.",
    "log(1 + e^(−a)) is max(−a, 0) + log(1 + e^(−|a|)). Compare both sides for a = 3 and a = −3.",
)
LABEL_TERM = Misconception(
    "label_term",
    "The part of your formula that holds the label is missing or has the wrong sign.",
    "log(1 + e^a) is the cost of label 0. What changes for label 1?",
)
SHAPES_MIXED = Misconception(
    "shapes_mixed",
    "Your loss changes, or stops, when predictions have shape (N, 1) and labels (N,), or the other way round.",
    "Between (N, 1) and (N,) torch makes an N×N table where every sample meets every label. Give both one shape first.",
    share=0.5,
)
OVERFLOWS = Misconception(
    "overflows",
    "The loss or its slope is NaN or infinite at logits of ±200.",
    "σ(200) is exactly 1 in float32, so log(1 − σ) is log 0. Rewrite the formula until no σ is left in it.",
    share=0.5,
)
CLIPPED = Misconception(
    "clipped",
    "At logits of ±200 the loss is finite but not the value of the formula.",
    "A clipped loss is flat where D is most wrong, so nothing is learnt there. For large a, log(1 + e^a) is nearly a.",
    share=0.5,
)

Terms = tuple[Callable[[torch.Tensor], torch.Tensor], Callable[[torch.Tensor], torch.Tensor]]


def mean_of(
    one: Callable[[torch.Tensor], torch.Tensor], zero: Callable[[torch.Tensor], torch.Tensor]
) -> Form:
    """Return the loss with these costs for labels 1 and 0: one mean over all samples."""
    return lambda x, y: costs(one, zero, x, y).mean()


def costs(
    one: Callable[[torch.Tensor], torch.Tensor],
    zero: Callable[[torch.Tensor], torch.Tensor],
    x: torch.Tensor,
    y: torch.Tensor,
) -> torch.Tensor:
    """Return what every sample costs, in the shape of ``x``."""
    y = y.reshape(x.shape)
    return y * one(x) + (1 - y) * zero(x)


def reductions(terms: Terms) -> tuple[tuple[Misconception, Form], ...]:
    """Everything that can be done with the right costs but the right mean."""
    one, zero = terms

    def means(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return one(x[y == 1]).mean() + zero(x[y == 0]).mean()

    return (
        (MEAN_MISSING, lambda x, y: costs(one, zero, x, y).sum()),
        (MEAN_MISSING, lambda x, y: costs(one, zero, x, y)),
        (SIGN, lambda x, y: -costs(one, zero, x, y).sum()),
        (TWO_MEANS, means),
        (TWO_MEANS, lambda x, y: means(x, y) / 2),
        (TWO_MEANS, lambda x, y: -means(x, y)),
        (ONE_TERM, lambda x, y: one(x[y == 1]).mean()),
        (LIKELIHOOD, lambda x, y: torch.exp(-costs(one, zero, x, y).sum())),
        (LIKELIHOOD, lambda x, y: -torch.exp(-costs(one, zero, x, y).sum())),
        (LIKELIHOOD, lambda x, y: -torch.exp(-costs(one, zero, x, y)).mean()),
        (LIKELIHOOD, lambda x, y: 1 - torch.exp(-costs(one, zero, x, y)).mean()),
        (WRONG_BASE, lambda x, y: costs(one, zero, x, y).mean() / math.log(2)),
        (WRONG_BASE, lambda x, y: costs(one, zero, x, y).mean() / math.log(10)),
    )


def slips(terms: Terms) -> tuple[tuple[Misconception, Form], ...]:
    """Everything that can be done with one mean but the right costs."""
    one, zero = terms
    return (
        (SIGN, mean_of(lambda x: -one(x), lambda x: -zero(x))),
        (LABELS_SWAPPED, mean_of(zero, one)),
        (ONE_TERM, mean_of(one, torch.zeros_like)),
        (ONE_TERM, mean_of(torch.zeros_like, zero)),
        (LABELS_SWAPPED, mean_of(lambda x: -zero(x), lambda x: -one(x))),
        (LABEL_TERM, mean_of(zero, zero)),
        (LABEL_TERM, mean_of(one, one)),
        (LABEL_TERM, mean_of(lambda x: 2 * zero(x) - one(x), zero)),
        (SIGN, mean_of(one, lambda x: -zero(x))),
        (SIGN, mean_of(lambda x: -one(x), zero)),
    )
