import math
import torch


def cross_entropy(p, q, base=2.0):
    import warnings

    assert p.shape == q.shape
    if (q == 0).any():
        warnings.warn("q holds zeros", stacklevel=2)
    return torch.sum(-torch.xlogy(p, q)) / math.log(base)
