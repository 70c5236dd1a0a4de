"""Key of the logit of "real" from K class logits, log Σ exp (Salimans et al. 2016, https://arxiv.org/abs/1606.03498)."""

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key

from ._shared import (
    MAX_FOR_SUM,
    OVERFLOWS,
    SOFTMAX_FIRST,
    SUM_OF_LOGITS,
    WRONG_AXIS,
    column,
    far_logits,
    logits,
)


def right(a):
    return a.logsumexp(1)


def naive(a):
    return a.exp().sum(1).log()


key = Key(
    "values",
    right=right,
    names=["logits"],
    returns="tensor",
    parts=[
        {
            "criterion": "one logit a picture",
            "cases": [
                {
                    "on": "the two pictures of the text",
                    "given": [{"is": [[0.0, 0.0, 0.0], [2.0, -1.0, 0.5]]}],
                    "slopes": [0],
                },
                {"on": "several pictures", "given": [logits("N", 10)], "sizes": {"N": [3, 6]}, "slopes": [0]},
                {"on": "one picture", "given": [logits(1, 10)], "slopes": [0]},
                {"on": "as many pictures as classes", "given": [logits(4, 4)], "slopes": [0]},
                {"on": "one class", "given": [logits("N", 1)], "sizes": {"N": [2, 4]}, "slopes": [0]},
                {
                    "on": "logits all alike",
                    "given": [{"draw": "uniform", "shape": [3, 5], "low": -9.0, "high": -6.0}],
                    "slopes": [0],
                },
            ],
        },
        {
            "criterion": "exact up to ±200",
            "cases": [
                {
                    "on": "logits of ±200",
                    "given": [{"is": [[200.0, -200.0], [-200.0, -200.0]]}],
                    "slopes": [0],
                },
                {"on": "logits up to ±200", "given": [far_logits(6, 4)], "slopes": [0]},
            ],
            "otherwise": OVERFLOWS.id,
            "named": False,
            "goes_on": True,
        },
    ],
)
key.also(MAX_FOR_SUM, lambda a: a.max(1).values, lambda a: a.amax(1))
key.also(SUM_OF_LOGITS, lambda a: a.sum(1), lambda a: a.mean(1))
key.also(WRONG_AXIS, lambda a: a.logsumexp(0), lambda a: a.flatten().logsumexp(0).expand(len(a)))
key.also(
    SOFTMAX_FIRST,
    lambda a: a.softmax(1).logsumexp(1),
    lambda a: a.log_softmax(1).logsumexp(1),
    lambda a: a.softmax(1).sum(1).log(),
    lambda a: torch.logit(a.softmax(1).max(1).values),
)
key.wrong(
    "probability",
    "You return the probability of real, not its logit.",
    "p = σ(a). Asked is a, before the sigmoid: it keeps what a rounded probability has lost.",
    lambda a: torch.sigmoid(right(a)),
    lambda a: 1 - torch.sigmoid(right(a)),
)
key.wrong(
    "log_probability",
    "You return a logarithm of a probability, not the logit.",
    "The logit is log p − log(1 − p). What is the ratio p / (1 − p) when p = Z / (Z + 1)?",
    lambda a: F.logsigmoid(right(a)),
    lambda a: F.softplus(right(a)),
    lambda a: F.logsigmoid(-right(a)),
)
key.wrong(
    "sign",
    "Your logit belongs to fake: it falls where the evidence for the classes grows.",
    "A large Z means real, and a real picture has a positive logit.",
    lambda a: -right(a),
)
key.wrong(
    "mean_of_exp",
    "You average over the classes where the formula has a sum.",
    "Z = Σ exp(l): with K logits of 0 it is K, not 1.",
    lambda a: right(a) - math.log(a.shape[1]),
)
key.wrong(
    "no_logarithm",
    "You return Z itself, without the logarithm.",
    "p = Z / (Z + 1) = σ(a): solve for a.",
    lambda a: a.exp().sum(1),
)
key.wrong(
    "sigmoid_each",
    "Each class is judged by a sigmoid or softplus of its own.",
    "The K + 1 classes share one softmax: its denominator is a sum of exponentials.",
    lambda a: F.softplus(a).sum(1),
    lambda a: torch.sigmoid(a).sum(1).log(),
    lambda a: torch.logit(1 - (1 - torch.sigmoid(a)).prod(1)),
)
key.wrong(
    "shape",
    "The shape is not (N,).",
    "One logit a picture, without a further dimension. What does keepdim do?",
    lambda a: column(right(a)),
    lambda a: right(a).mean(),
    lambda a: right(a).sum(),
    share=0.5,
)
key.also(DETACHED, lambda a: right(a).detach())
key.also(OVERFLOWS)
