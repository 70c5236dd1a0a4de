"""Key of cross-entropy, −Σ p log_b q."""

import torch

from ._shared import BINARY, CLIPPED, MEAN_FOR_SUM, NO_LOG, NOT_WEIGHTED, clip, cross, entropy, in_base, kl
from ._two import ENTROPY_ONLY, SIGN, SWAPPED, TwoDistributions

key = TwoDistributions(cross)
key.nats(SIGN, lambda p, q: -cross(p, q))
key.nats(SWAPPED, lambda p, q: cross(q, p), lambda p, q: -cross(q, p))
key.nats(ENTROPY_ONLY, lambda p, q: entropy(p), lambda p, q: entropy(q))
key.nats(
    key.wrong(
        "divergence",
        "You return the divergence: the entropy of p has been taken off.",
        "Asked is all of the surprise, also the part that the best code would leave.",
    ),
    kl,
    lambda p, q: kl(q, p),
)
key.nats(MEAN_FOR_SUM, lambda p, q: cross(p, q) / p.numel(), lambda p, q: -cross(p, q) / p.numel())
key.nats(NOT_WEIGHTED, lambda p, q: -torch.log(q).sum(), lambda p, q: -torch.log(q).mean())
key.nats(
    BINARY,
    lambda p, q: cross(p, q) + cross(1 - p, 1 - q),
    lambda p, q: (cross(p, q) + cross(1 - p, 1 - q)) / p.numel(),
)
key.nats(
    key.wrong(
        "symmetric",
        "Your result is the same when p and q change places.",
        "The cross-entropy has a direction: outcomes happen as p says, and surprise as q says.",
    ),
    lambda p, q: (cross(p, q) + cross(q, p)) / 2,
    lambda p, q: cross(p, q) + cross(q, p),
)
key.nats(
    NO_LOG,
    lambda p, q: (p * torch.logsumexp(q, 0) - p * q).sum(),
    lambda p, q: -(p * q).sum(),
    lambda p, q: (p * q).sum(),
)
for at in (0.1, 0.05, 0.01, 1e-3):
    key.last(CLIPPED, in_base(lambda p, q, at=at: cross(p, clip(q, at)), 2))
    key.last(CLIPPED, in_base(lambda p, q, at=at: cross(p, q + at), 2))
key.finish()
