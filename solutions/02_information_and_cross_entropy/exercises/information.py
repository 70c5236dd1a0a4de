"""Key of surprise, −log_b P (Shannon 1948, https://doi.org/10.1002/j.1538-7305.1948.tb01338.x)."""

import math

import torch

from ._shared import CLIPPED, WRONG_BASE, Sums, clip, in_base, without_base

P = {"draw": "probabilities", "nearest": 1e-3}


def surprise(p):
    return -torch.log(p)


key = Sums(
    right=surprise,
    takes=1,
    returns="tensor",
    names=["p", "base"],
    parts=[
        {
            "criterion": "surprise of every probability",
            "cases": [
                {"on": "1, 1/2, 1/4 and 1/10 in bits", "given": [{"is": [1.0, 0.5, 0.25, 0.1]}, 2.0]},
                {"on": "7 probabilities, base e", "given": [P | {"shape": [7]}, math.e]},
                {"on": "a table of 3 × 4, base 10", "given": [P | {"shape": [3, 4]}, 10.0]},
                {"on": "a single one, base 3", "given": [P | {"shape": [1]}, 3.0]},
                {"on": "one without a shape, in bits", "given": [P | {"shape": []}, 2.0]},
            ],
        },
        {
            "criterion": "very small probabilities",
            "cases": [
                {
                    "on": "very small probabilities, in bits",
                    "given": [{"draw": "small", "shape": [6], "low": 1e-5, "high": 1e-3}, 2.0],
                },
                {"on": "1/100,000 in bits", "given": [{"is": [1e-5, 1.0]}, 2.0]},
            ],
            "tolerance": [0.003, 1e-4],  # what 1e-7 added to a probability changes is half of that
            "otherwise": CLIPPED.id,
            "goes_on": True,
        },
        without_base({"is": [0.5, 0.1]}),
    ],
)
key.nats(
    key.wrong(
        "sign",
        "The sign is turned round.",
        "The logarithm of a probability is never positive, and a surprise is never negative.",
    ),
    torch.log,
)
key.nats(
    key.wrong(
        "weighted",
        "You return −P·log P, the share an outcome has in the average surprise.",
        "How much one event surprises does not depend on how often one looks: no weight in front.",
    ),
    lambda p: -p * torch.log(p),
    lambda p: p * torch.log(p),
)
key.nats(
    key.wrong(
        "complement",
        "You measure the event that did not happen.",
        "h depends on P, the probability of what happened, not on 1 − P.",
    ),
    lambda p: -torch.log(1 - p),
    lambda p: torch.log(1 - p),
    lambda p: torch.log(p / (1 - p)),
    lambda p: torch.log((1 - p) / p),
    lambda p: -(p * torch.log(p) + (1 - p) * torch.log(1 - p)),
    lambda p: -(torch.xlogy(p, p) + torch.xlogy(1 - p, 1 - p)),
)
key.nats(
    key.wrong(
        "reduced",
        "You return one number for all the probabilities together.",
        "Each probability has a surprise of its own: the result has the shape of what came in.",
    ),
    lambda p: -torch.log(p).sum(),
    lambda p: -torch.log(p).mean(),
    lambda p: -(p * torch.log(p)).sum(),
)
for at in (0.1, 0.05, 0.02, 0.01, 1e-3, 1e-4, 1e-5, 1e-6):
    key.last(CLIPPED, in_base(lambda p, at=at: surprise(clip(p, at)), 1))
    key.last(CLIPPED, in_base(lambda p, at=at: surprise(p + at), 1))
key.nats(
    key.wrong(
        "shape_lost",
        "You return the right numbers in another shape than that of p.",
        "A table of probabilities comes in, and a table of surprises goes out.",
    ),
    lambda p: surprise(p).reshape(-1),
)
key.also(
    WRONG_BASE,
    lambda p, base=2.0: -math.log(base) / torch.log(p),
    lambda p, base=2.0: -torch.log(p / base),
)
key.wrong(
    "no_logarithm",
    "The logarithm is missing.",
    "Independent events multiply their probabilities and add their surprises. Which function does that?",
    lambda p, base=2.0: 1 / p,
    lambda p, base=2.0: 1 - p,
    lambda p, base=2.0: -p,
)
