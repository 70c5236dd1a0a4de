"""Key of binary cross-entropy of probabilities, in nats."""

from functools import partial

import torch
import torch.nn.functional as F

from . import _bce as bce


def one(p):
    return -torch.log(p)


def zero(p):
    return -torch.log(1 - p)


def clamped(p, y, at):
    return bce.mean_of(one, zero)(p.clamp(at, 1 - at), y)


def shifted(p, y, at):
    return bce.mean_of(lambda p: -torch.log(p + at), lambda p: -torch.log(1 - p + at))(p, y)


near = {"draw": "probabilities", "nearest": 5e-6}
key_parts = bce.parts("probabilities", [0.9, 0.8, 0.3, 0.999], {"draw": "probabilities", "nearest": 1e-3})
key_parts.append(
    {
        "criterion": "probabilities close to 0 and 1",
        "cases": [
            {
                "on": "probabilities (0.00001, 0.99999) with labels (1, 0)",
                "given": [{"is": [1e-5, 0.99999]}, {"is": [1.0, 0.0]}],
                "slopes": [0],
            },
            {
                "on": "probabilities close to 0 and 1",
                "given": [{**near, "shape": ["N"]}, bce.labels("N")],
                "sizes": {"N": {"hidden": 60, "public": 8}},
                "slopes": [0],
            },
        ],
        "tolerance": [0.35, 0.05],  # room for a guard of 1e-6 or less
        "otherwise": "clamped",
        "named": False,
        "goes_on": True,
    }
)
key_parts.append(
    {
        "criterion": "finite however close to 0 and 1",
        "cases": [
            {
                "on": "probability 0.000000001 with label 1",
                "given": [{"is": [1e-9, 0.5]}, {"is": [1.0, 0.0]}],
            },
            {
                "on": "probability 0.999999 with label 0",
                "given": [{"is": [0.999999, 1e-9]}, {"is": [0.0, 0.0]}],
            },
        ],
        "finite": True,
        "otherwise": "rounded_away",
        "named": False,
        "goes_on": True,
    }
)
key = bce.Key(
    "values", right=bce.mean_of(one, zero), names=["the probabilities", "the labels"], parts=key_parts
)
bce.add_slips(key, one, zero)
key.wrong(
    "extra_sigmoid",
    "A sigmoid is applied to what is a probability already.",
    "Functions with 'logits' in their name apply σ by themselves. What comes in here has been through it.",
    bce.mean_of(lambda p: F.softplus(-p), F.softplus),
)
key.wrong(
    "arguments_swapped",
    "You take the logarithm of the labels and weigh by the predictions.",
    "A label is 0 or 1, and one of its two logarithms is −∞. Which of the two says what happened, which what was expected?",
    lambda p, y: F.binary_cross_entropy(y, p),
    lambda p, y: bce.mean_of(one, zero)(y, p),
)
key.also(
    bce.SQUARED,
    bce.mean_of(lambda p: (1 - p) ** 2, lambda p: p**2),
    bce.mean_of(lambda p: 1 - p, lambda p: p),
)
key.also(
    bce.LIKELIHOOD,
    bce.mean_of(lambda p: p, lambda p: 1 - p),
    bce.mean_of(lambda p: -p, lambda p: p - 1),
    bce.mean_of(lambda p: -p, lambda p: p),
)
bce.add_sums(key)
bce.add_reductions(key, one, zero)
key.wrong(
    "clamped",
    "Where a prediction is sure and wrong your loss is flat or too weak: the probabilities are clipped, or a "
    "number is added to them.",
    "A clamp has slope 0 outside its bounds, and log(p + ε) is flat once p is below ε. Between 0 and 1 the "
    "logarithm needs no help.",
    *(partial(clamped, at=at) for at in (0.1, 0.05, 0.02, 0.01, 1e-3)),
    *(partial(shifted, at=at) for at in (0.1, 0.05, 0.01, 1e-3)),
    share=0.5,
)
key.wrong(
    "rounded_away",
    "The loss is infinite or NaN where a probability is very close to 0.",
    "1 − (1 − p) is 0 for p = 10⁻⁹, for 1 − p is rounded to 1. Take log p of p itself.",
    share=0.5,
)
