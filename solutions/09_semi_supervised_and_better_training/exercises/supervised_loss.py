"""Key of the supervised loss, −log p(y | x, y ≤ K) (Salimans et al. 2016, section 5)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

from ._shared import OVERFLOWS, far_logits, labels, logits


def per_row(a, y):
    return F.cross_entropy(a, y, reduction="none")


def picked(values, y):
    return values.gather(1, y[:, None])[:, 0]


def with_fake(a):
    return torch.cat([a, torch.zeros_like(a[:, :1])], dim=1)


def one_hot(a, y):
    return F.one_hot(y, a.shape[1]).to(a)


key = Key(
    "values",
    right=F.cross_entropy,
    names=["logits", "labels"],
    parts=[
        {
            "criterion": "mean over the labelled pictures",
            "cases": [
                {
                    "on": "the two pictures of the text",
                    "given": [
                        {"is": [[2.0, 0.0, -1.0], [0.5, 1.0, 0.0]]},
                        {"is": [0, 2], "dtype": "int64"},
                    ],
                    "slopes": [0],
                },
                {
                    "on": "several pictures, ten classes",
                    "given": [logits("N", 10), labels("N", 10)],
                    "sizes": {"N": [3, 6]},
                    "slopes": [0],
                },
                {"on": "one picture", "given": [logits(1, 6), labels(1, 6)], "slopes": [0]},
                {
                    "on": "seven pictures, three classes",
                    "given": [logits(7, 3), labels(7, 3)],
                    "slopes": [0],
                },
            ],
        },
        {
            "criterion": "exact up to ±200",
            "cases": [
                {"on": "logits up to ±200", "given": [far_logits(5, 4), labels(5, 4)], "slopes": [0]},
                {
                    "on": "a sure mistake",
                    "given": [{"is": [[200.0, -200.0, 0.0]]}, {"is": [1], "dtype": "int64"}],
                    "slopes": [0],
                },
            ],
            "otherwise": OVERFLOWS.id,
            "named": False,
            "goes_on": True,
        },
    ],
)
key.wrong(
    "fake_class_included",
    "Your probability of a class is that of the K + 1 classes, with the fake one in the denominator.",
    "A labelled picture is known to be real, so its class is judged among the K real ones: p(y | x, y ≤ K).",
    lambda a, y: F.cross_entropy(with_fake(a), y),
    lambda a, y: F.cross_entropy(with_fake(a), y, reduction="sum"),
    lambda a, y: (F.softplus(a.logsumexp(1)) - picked(a, y)).mean(),
)
key.wrong(
    "sign",
    "The sign is turned round: minimising your loss makes the right class less likely.",
    "A logarithm of a probability is never positive, and a loss of this kind never negative.",
    lambda a, y: -F.cross_entropy(a, y),
    lambda a, y: -per_row(a, y).sum(),
)
key.wrong(
    "no_logarithm",
    "Your loss is built on probabilities or squares, without the logarithm.",
    "The loss is −log of the probability of the label.",
    lambda a, y: -picked(a.softmax(1), y).mean(),
    lambda a, y: 1 - picked(a.softmax(1), y).mean(),
    lambda a, y: (a.softmax(1) - one_hot(a, y)).square().sum(1).mean(),
    lambda a, y: (a.softmax(1) - one_hot(a, y)).square().mean(),
)
key.wrong(
    "softmax_twice",
    "Softmax was applied twice on the way to your loss.",
    "F.cross_entropy takes logits and applies it by itself.",
    lambda a, y: F.cross_entropy(a.softmax(1), y),
)
key.wrong(
    "wrong_axis",
    "Softmax runs over the pictures, not over the classes.",
    "The probabilities of one picture, over all classes, add up to 1. Which dimension is that?",
    lambda a, y: -picked(a.log_softmax(0), y).mean(),
)
key.wrong(
    "one_versus_rest",
    "Each class is judged by a sigmoid of its own.",
    "The classes compete for one whole: one softmax over all of them.",
    lambda a, y: F.binary_cross_entropy_with_logits(a, one_hot(a, y)),
    lambda a, y: F.binary_cross_entropy_with_logits(a, one_hot(a, y)) * a.shape[1],
    lambda a, y: F.softplus(-picked(a, y)).mean(),
)
key.wrong(
    "not_normalised",
    "The logit of the label alone makes your loss, or the denominator alone.",
    "−log p(y) = log Σ exp(l) − l of the label: both terms are needed.",
    lambda a, y: -picked(a, y).mean(),
    lambda a, y: a.logsumexp(1).mean(),
    lambda a, y: (picked(a, y) - a.logsumexp(1)).exp().mean(),
    lambda a, y: (a.max(1).values - picked(a, y)).mean(),
)
key.wrong(
    "not_the_label",
    "Your loss does not pick the probability of the picture's own label.",
    "Row i of the logits belongs to label i: gather, one_hot, or a pair of indices picks one number a row.",
    lambda a, y: -a.log_softmax(1)[:, y].mean(),
    lambda a, y: -a.log_softmax(1).mean(),
    lambda a, y: -a.log_softmax(1).max(1).values.mean(),
    lambda a, y: -a.log_softmax(1).sum(1).mean(),
    lambda a, y: per_row(a, (y + 1) % a.shape[1]).mean(),
    lambda a, y: per_row(a, (y - 1) % a.shape[1]).mean(),
)
key.wrong(
    "smoothed_labels",
    "Your loss pulls towards labels that are not 0 and 1.",
    "Label smoothing comes in exercise 7, and on one side only. Here the plain formula is asked for.",
    *(lambda a, y, s=s: F.cross_entropy(a, y, label_smoothing=s) for s in (0.1, 0.05, 0.2)),
)
key.wrong(
    "mean_over_classes",
    "The mean runs over the classes as well.",
    "One picture has one loss; the mean runs over the N pictures alone.",
    lambda a, y: per_row(a, y).mean() / a.shape[1],
)
key.wrong(
    "other_base",
    "Your logarithm has another base than e.",
    "Losses of deep learning use the natural logarithm.",
    lambda a, y: F.cross_entropy(a, y) / torch.log(torch.tensor(2.0)),
)
key.also(MEAN_MISSING, lambda a, y: per_row(a, y).sum(), per_row)
key.also(DETACHED, lambda a, y: F.cross_entropy(a, y).detach())
key.also(OVERFLOWS)
