"""Key of entropy, −Σ p log_b p (Shannon 1948, https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)."""

import math

import torch

from ._shared import (
    BINARY,
    CLIPPED,
    MEAN_FOR_SUM,
    NAN_AT_ZERO,
    NO_LOG,
    NOT_ONE_NUMBER,
    NOT_WEIGHTED,
    Sums,
    clip,
    entropy,
    in_base,
    without_base,
)

P = {"draw": "distribution", "shape": ["K"], "low": 1e-3}

key = Sums(
    right=entropy,
    takes=1,
    names=["p", "base"],
    several=NOT_ONE_NUMBER.id,
    parts=[
        {
            "criterion": "average surprise",
            "cases": [
                {
                    "on": "p = (1/2, 1/4, 1/8, 1/8) in bits",
                    "given": [{"is": [0.5, 0.25, 0.125, 0.125]}, 2.0],
                },
                {"on": "a few outcomes, base e", "given": [P, math.e], "sizes": {"K": [3, 6]}},
                {"on": "26 outcomes in bits", "given": [P, 2.0], "sizes": {"K": 26}},
                {"on": "several outcomes, base 10", "given": [P, 10.0], "sizes": {"K": [7, 12]}},
                {"on": "one certain outcome, base 3", "given": [{"is": [1.0]}, 3.0]},
            ],
        },
        {
            "criterion": "probabilities that are exactly 0",
            "cases": [
                {"on": "p = (1/2, 0, 1/2) in bits", "given": [{"is": [0.5, 0.0, 0.5]}, 2.0]},
                {"on": "p = (0, 1, 0), base e", "given": [{"is": [0.0, 1.0, 0.0]}, math.e]},
                {"on": "8 outcomes, 3 impossible", "given": [P | {"shape": [8], "zeros": [0, 3, 4]}, 2.0]},
            ],
            "otherwise": NAN_AT_ZERO.id,
            "named": False,
            "goes_on": True,
        },
        without_base({"is": [0.5, 0.25, 0.25]}),
    ],
)
sign = key.wrong(
    "sign",
    "The sign is turned round.",
    "The logarithm of a probability is never positive, and a surprise is never negative.",
)
key.nats(sign, lambda p: -entropy(p))
key.nats(MEAN_FOR_SUM, lambda p: entropy(p) / p.numel())
key.nats(
    NOT_WEIGHTED,
    lambda p: -torch.log(p).sum(),
    lambda p: -torch.log(p).mean(),
    lambda p: torch.log(p).sum(),
)
key.nats(
    BINARY,
    lambda p: entropy(p) + entropy(1 - p),
    lambda p: (entropy(p) + entropy(1 - p)) / p.numel(),
)
key.nats(
    key.wrong(
        "of_uniform",
        "You return the entropy of equally likely outcomes, whatever the probabilities are.",
        "log K is the largest entropy K outcomes can have. What the probabilities are makes it smaller.",
    ),
    lambda p: torch.tensor(math.log(p.numel())),
)
key.nats(sign, lambda p: -entropy(p) / p.numel())
key.nats(
    key.wrong(
        "share_of_the_largest",
        "You return the entropy as a share of log K, the largest that K outcomes can have.",
        "That share is called evenness or efficiency; asked is the entropy itself, in units of the base.",
        lambda p, base=2.0: entropy(p) / math.log(p.numel()),
    ),
)
key.wrong(
    "perplexity",
    "You return the base to the power of the entropy.",
    "That number is called perplexity; asked is the average surprise itself.",
    lambda p, base=2.0: torch.exp(entropy(p)),
)
key.also(
    NO_LOG,
    lambda p, base=2.0: (p * (1 - p)).sum(),
    lambda p, base=2.0: (p**2).sum(),
    lambda p, base=2.0: p.sum(),
)
key.nats(
    key.wrong(
        "probabilities_as_logits",
        "The probabilities go through a softmax, as if they were logits.",
        "They add up to 1 already. Does the function you call expect probabilities or logits?",
    ),
    lambda p: entropy(p.softmax(0)),
)
key.also(NOT_ONE_NUMBER)
key.also(NAN_AT_ZERO)
key.last(CLIPPED, in_base(lambda p: -(p * torch.log(p + 1e-3)).sum(), 1))
for at in (0.1, 0.05, 0.01):
    key.last(CLIPPED, in_base(lambda p, at=at: entropy(clip(p, at)), 1))
    key.last(CLIPPED, in_base(lambda p, at=at: -(p * torch.log(p + at)).sum(), 1))
    key.last(CLIPPED, in_base(lambda p, at=at: -(p * torch.log(p.clamp(min=at))).sum(), 1))
