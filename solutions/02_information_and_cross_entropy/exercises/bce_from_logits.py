"""Key of binary cross-entropy from logits, in nats: softplus(a) − y·a."""

import torch
import torch.nn.functional as F

from . import _bce as bce


def one(a):
    return F.softplus(-a)


def zero(a):
    return F.softplus(a)


def of_probability(p, y):
    return bce.mean_of(lambda p: -torch.log(p), lambda p: -torch.log(1 - p))(p, y)


FAR = [
    {
        "on": f"logits (200, −200, 150, −90) with labels ({', '.join(f'{y:g}' for y in labels)})",
        "given": [{"is": [200.0, -200.0, 150.0, -90.0]}, {"is": labels}],
        "slopes": [0],
    }
    for labels in ([0.0, 1.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0], [1.0, 0.0, 1.0, 0.0])
]
parts = bce.parts("logits", [2.0, -1.0, -3.0, 0.5], {"draw": "normal", "scale": 2.5, "bound": 6.0})
parts.append(
    {
        "criterion": "finite at logits of ±200",
        "cases": FAR,
        "finite": True,
        "otherwise": "overflows",
        "named": False,
        "goes_on": True,
    }
)
parts.append(
    {
        "criterion": "exact at logits of any size",
        "cases": [
            *FAR,
            {
                "on": "logits of any size",
                "given": [
                    {"draw": "signed", "shape": ["N"], "low": 1e-2, "high": 300.0},
                    bce.labels("N"),
                ],
                "sizes": {"N": {"hidden": 60, "public": 8}},
                "slopes": [0],
            },
        ],
        "otherwise": "clipped",
        "after": "finite at logits of ±200",
        "named": False,
        "goes_on": True,
    }
)
key = bce.Key("values", right=bce.mean_of(one, zero), names=["the logits", "the labels"], parts=parts)
bce.add_slips(key, one, zero)
key.wrong(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "A logit is any real number; its probability is σ(a).",
    of_probability,
    lambda a, y: of_probability(a.clamp(1e-7, 1 - 1e-7), y),
)
key.wrong(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "A function that takes logits applies σ by itself: give it the logits as they are.",
    bce.mean_of(lambda a: one(torch.sigmoid(a)), lambda a: zero(torch.sigmoid(a))),
)
key.wrong(
    "unbalanced_exponent",
    "Your stable form is right for logits of one sign only.",
    "log(1 + e^(−a)) is max(−a, 0) + log(1 + e^(−|a|)). Compare both sides for a = 3 and a = −3.",
    *(
        bce.mean_of(lambda a, f=f: f(a) - a, lambda a, f=f: f(a))
        for f in (
            lambda a: a.clamp_min(0) + F.softplus(-a),
            lambda a: a.clamp_min(0) + F.softplus(a),
            lambda a: a.clamp_min(0) + F.softplus(a.abs()),
            lambda a: a.abs() + F.softplus(-a.abs()),
            lambda a: F.softplus(-a.abs()),
            lambda a: F.softplus(a.abs()),
        )
    ),
)
key.wrong(
    "slope_cut",
    "The value is right and the slope is not: a part of your formula is cut out of the graph.",
    "max(a, 0) has a slope of its own. detach(), no_grad() and plain numbers lose it.",
    lambda a, y: (a.clamp_min(0).detach() + torch.log1p(torch.exp(-a.abs())) - y.reshape(a.shape) * a).mean(),
    lambda a, y: (F.softplus(a) - (y.reshape(a.shape) * a).detach()).mean(),
    lambda a, y: (F.softplus(a).detach() - y.reshape(a.shape) * a).mean(),
)
key.also(
    bce.SQUARED,
    bce.mean_of(lambda a: (1 - torch.sigmoid(a)) ** 2, lambda a: torch.sigmoid(a) ** 2),
    bce.mean_of(lambda a: (1 - a) ** 2, lambda a: a**2),
    bce.mean_of(lambda a: 1 - torch.sigmoid(a), torch.sigmoid),
)
key.also(bce.LIKELIHOOD, bce.mean_of(lambda a: -a, lambda a: a))
bce.add_sums(key)
bce.add_reductions(key, one, zero)
key.wrong(
    "overflows",
    "The loss or its slope is NaN or infinite at logits of ±200.",
    "σ(200) is exactly 1 in float32, so log(1 − σ) is log 0. Rewrite the formula until no σ is left in it.",
    share=0.5,
)
key.wrong(
    "clipped",
    "Far from 0 the loss is finite but not the value of the formula.",
    "A clipped loss is flat where D is most wrong, so nothing is learnt there. For large a, log(1 + e^a) is nearly a.",
    *(
        (lambda a, y, at=at: bce.mean_of(one, zero)(a.clamp(-at, at), y))
        for at in (1.0, 2.0, 3.0, 4.0, 4.5951, 5.0)
    ),
    share=0.5,
)
