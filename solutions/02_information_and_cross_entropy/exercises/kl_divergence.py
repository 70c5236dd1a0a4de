"""Key of the divergence of Kullback & Leibler (1951, https://doi.org/10.1214/aoms/1177729694)."""

import torch

from ._shared import BINARY, CLIPPED, MEAN_FOR_SUM, NO_LOG, NOT_WEIGHTED, clip, cross, entropy, in_base, kl
from ._two import ENTROPY_ONLY, SIGN, SWAPPED, TwoDistributions


def js(p, q):
    m = (p + q) / 2
    return (kl(p, m) + kl(q, m)) / 2


key = TwoDistributions(kl)
key.nats(SIGN, lambda p, q: -kl(p, q))
key.nats(SWAPPED, lambda p, q: kl(q, p), lambda p, q: -kl(q, p))
key.nats(
    key.wrong(
        "cross_entropy",
        "You return the cross-entropy, which is not 0 for q = p.",
        "Asked is only the extra cost of the wrong code. What is paid with the right one as well?",
    ),
    cross,
    lambda p, q: -cross(p, q),
    lambda p, q: cross(q, p),
)
key.nats(
    MEAN_FOR_SUM,
    lambda p, q: kl(p, q) / p.numel(),
    lambda p, q: kl(q, p) / p.numel(),
    lambda p, q: -kl(p, q) / p.numel(),
)
key.nats(
    key.wrong(
        "symmetric",
        "Your result is the same when p and q change places.",
        "The divergence has a direction: outcomes happen as p says, and q is what they are compared with.",
    ),
    lambda p, q: kl(p, q) + kl(q, p),
    lambda p, q: (kl(p, q) + kl(q, p)) / 2,
    js,
    lambda p, q: (p - q).abs().sum(),
    lambda p, q: (p - q).abs().sum() / 2,
    lambda p, q: ((p - q) ** 2).sum(),
)
key.nats(
    NOT_WEIGHTED,
    lambda p, q: torch.log(p / q).sum(),
    lambda p, q: torch.log(p / q).mean(),
)
key.nats(BINARY, lambda p, q: kl(p, q) + kl(1 - p, 1 - q))
key.nats(
    ENTROPY_ONLY,
    lambda p, q: entropy(q) - entropy(p),
    lambda p, q: entropy(p) - entropy(q),
)
key.nats(
    key.wrong(
        "entropy_of_q",
        "You take the entropy of q off the cross-entropy.",
        "Outcomes happen as p says: which entropy would the best code for them have left?",
    ),
    lambda p, q: cross(p, q) - entropy(q),
)
key.nats(
    NO_LOG,
    lambda p, q: (torch.xlogy(p, p) - p * q).sum(),
    lambda p, q: (torch.xlogy(q, q) - p * q).sum(),
    lambda p, q: (torch.xlogy(p, p) - p * q).mean(),
    lambda p, q: (torch.xlogy(q, q) - p * q).mean(),
    lambda p, q: (p * (p / q)).sum(),
)
key.nats(
    key.wrong(
        "size_of_terms",
        "You take the size of each term, or drop the negative ones.",
        "Outcomes that q overrates take something off: each term keeps its sign, and only the sum is never negative.",
    ),
    lambda p, q: (torch.xlogy(p, p) - torch.xlogy(p, q)).abs().sum(),
    lambda p, q: (torch.xlogy(p, p) - torch.xlogy(p, q)).clamp_min(0).sum(),
)
for at in (0.1, 0.05, 0.01, 1e-3):
    key.last(CLIPPED, in_base(lambda p, q, at=at: kl(p, clip(q, at)), 2))
    key.last(CLIPPED, in_base(lambda p, q, at=at: kl(clip(p, at), clip(q, at)), 2))
    key.last(CLIPPED, in_base(lambda p, q, at=at: (p * torch.log((p + at) / (q + at))).sum(), 2))
key.finish()
